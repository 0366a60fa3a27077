"""Words for an agreement, and for making one."""

from bot.domain.agreement_text.patterns import whole_words

AGREEMENT = whole_words(r"""
    medborgarlöfte\w*
    löfte[nt]?
    löftena
    (?:samverkans)?överenskommelse\w*
    avtal\w*
""")  # fmt: skip
SIGNS = whole_words(r"""
    mellan
    parter\w*
    under(?:teckna|skriv)\w*
    teckna[rdts]*
    skr(?:ev|iver|evs|iva|ivit)\b.{0,80}\bunder
    signera\w*
    förnya\w*
    ingår
    ingåtts
    lovar
    överenskommet
    kommit överens
    tagit fram
    träffa[ts]\w*
    namnteckning\w*
""")  # fmt: skip
