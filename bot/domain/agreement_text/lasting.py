"""How long an agreement is said to last, and that it has been prolonged: against the one year of a title."""

import re
from collections.abc import Iterable

from bot.domain.agreement_text.agreeing import AGREEMENT
from bot.domain.agreement_text.rhythm import NUMBER, number
from bot.domain.periods import Period

_YEARS_TO_COME = re.compile(r"\b(?:kommande|närmaste) (?P<count>\d|två|tre|fyra|fem) (?P<unit>år)en\b", re.IGNORECASE)
_LASTS = re.compile(
    r"\b(?:gäller|löper|sträcker sig)\b[^.]{0,40}?\b(?:i|under|på|över) "
    rf"(?:(?P<half>ett och ett halvt)|{NUMBER})(?: hela)? (?P<unit>år|månader)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"(?:Det|Den|De|Dessa)\b")
_PROLONGED = re.compile(r"\bförläng\w*\b[^.]{0,80}?\b(?P<year>20\d\d)\b", re.IGNORECASE)
_MORE = 0.4  # of a year


def lasts_longer(period: Period, sentences: Iterable[str]) -> str | None:
    """The words that say so: "gäller i två år", "har förlängts till 2020"."""
    return next(filter(None, (_longer(period, text) for text in sentences)), None)


def _longer(period: Period, text: str) -> str | None:
    said = _LASTS.search(text) if AGREEMENT.search(text) or _IT.match(text) else None
    said = said or _YEARS_TO_COME.search(text)
    if said and _years(said) > period.days / 365 + _MORE:
        return said[0]
    prolonged = _PROLONGED.search(text)
    return prolonged[0] if prolonged and int(prolonged["year"]) > period.last.year else None


def _years(said: re.Match[str]) -> float:
    if said.groupdict().get("half"):
        return 1.5
    return (number(said["count"].lower()) or 0) / (12 if said["unit"].lower() == "månader" else 1)
