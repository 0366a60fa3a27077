"""What is counted when somebody promises a number of times, and what bears a number without being counted."""

from bot.domain.agreement_text.patterns import any_of, group

THINGS_DONE = any_of(r"""
    vandring
    kontroll
    insats
    möte(?!splats)
    träff
    kampanj
    tillfälle
    \bgång(?:er)?\b
    \bpass\b
    helg
    övning
    provköp
    föreläsning
    besök
    nya område
    samverkansområde
    dialog
    aktivitet
    forum
    utbildning
    stycken
    st\b
    kväll(?:ar)?\b
    rond
    övervakning
    öppet hus
    arrangemang
    patrull
    samtal
    utskick
""")  # fmt: skip
NOT_THINGS = any_of(r"""
    procent
    km
    år
    timm
    minut
    meter
    person
    ungdom(?:ar)?\b
    hushåll\b
    boende
    förare\b
    \w*brott\b
    rattfyll
    misstänkt
    moped(?:er)?\b
    elev
    barn
    invånar
    kommun
    kronor
    veckor
    månader
""")  # fmt: skip
# "årskurs 8", "väg 92", "kl. 18", "inom tre dagar"
NAMES_A_NUMBER = group(r"""
    årskurs(?:erna)?
    åk
    (?:riks|läns)?väg(?:en)?
    rv
    kl\.?
    klockan
    vecka
    v\.
    punkt
    löfte
    inom
    [–-]
    \d[.,:]?
""")  # fmt: skip
