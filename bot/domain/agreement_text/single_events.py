"""When an article counts: "genomföra en trygghetsvandring" is one, "en ökad närvaro" none."""

import re

from bot.domain.agreement_text.patterns import any_of, group

_EVENT = group(r"""
    [\w-]*(?:vandring|rond|promenad)
    [\w-]*(?:möte|träff|föreläsning|övning|forum)
    [\w-]*(?:medborgar|ungdoms|medarbetar)dialog
    [\w-]*(?:utbildnings|tema|informations|stöldskydds|märk|städ)(?:dag|kväll)
    öppet hus
""")
# What is made with an article only by one who acts: "en kampanj genomförs" may be any.
_WORK = r"[\w-]*(?:kampanj|insats|kontroll)"
_ACTS = r"\b(?:genomföra?|anordnar?|arrangerar?|ordnar?|håll(?:a|er)|bjud(?:a|er) in till)"
_LIKE = (
    r"(?:(?!(?:ök|förbättr|fördjup|god|gott|nära|aktiv|löpande|kontinuerl|tät|fortsatt|åter|regelb)\w*)[\w-]+\s+){0,2}?"
)
_HOLDS = re.compile(
    rf"{_ACTS}(?: även| också| tillsammans| gemensamt)? (?:en|ett) {_LIKE}(?:{_EVENT}|{_WORK})\b"
    rf"|^(?:en|ett) {_LIKE}{_EVENT}\b(?! (?:som|där|är|kan)\b)",
    re.IGNORECASE,
)
# One in each place is more than one, and what comes back is not counted.
_EACH = any_of(
    r"""
    varje
    per
    respektive
    samtliga
    alla
    vid behov
    regelbund\w*
    återkommande
    löpande
    kontinuerlig\w*
    årlig\w*
    i taget
    och (?:en|ett) (?:i|på|vid)
    """,
    r"\b",
    r"\b",
)


def is_one_event(text: str) -> bool:
    return bool(_HOLDS.search(text)) and not _EACH.search(text)
