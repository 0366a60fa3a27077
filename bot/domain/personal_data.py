"""Finding what may identify a private person in free text, so that it can be held back before it is saved.

Checksums, real dates and the shapes of Swedish numbers keep look-alikes out. Only kind and place are told, never the
match itself.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.street_address import street_addresses
from bot.domain.swedish import fold

REMOVED = "…"


class DataKind(StrEnum):
    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    PHONE = "telefon"
    EMAIL = "epost"
    PLATE = "regnr"
    ADDRESS = "adress"


@dataclass(frozen=True, slots=True)
class Finding:
    """`text[start:end]` may identify somebody."""

    kind: DataKind
    start: int
    end: int


_DASHES = "‐‑–—−-"  # the plain one last: inside brackets it would span signs
_IDENTITY = re.compile(
    rf"(?<!\w)(?:(?:18|19|20) ?)?([0-9]{{2}})[ -]?([0-9]{{2}})[ -]?([0-9]{{2}}) ?([+{_DASHES}]?) ?([0-9]{{4}})(?!\w)"
)
_EMAIL = re.compile(r"[\w.+-]{1,64}(?:@| ?[(\[](?:at|a)[)\]] ?| snabel-?a )[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.I)
_PHONE = re.compile(
    rf"(?<![\w.,:/{_DASHES}])(?:(?:\+|00)46[ -]?(?:\(0\) ?)?|\(?0)([1-9][0-9]{{0,2}})\)?[ /{_DASHES}]{{0,3}}"
    rf"([0-9]{{5,8}}|[0-9]{{2,3}}(?:[ {_DASHES}][0-9]{{2,3}}){{1,3}})(?!\w|[.:/][0-9])"
)
_PLATE = re.compile(r"(?<![\w-])([A-HJ-PR-UW-Z]{3})([ -]?)([0-9]{2}[0-9A-HJ-NPR-UW-Z])(?![\w-]|[.,:/][0-9])", re.I)

COORDINATION_DAYS = 60
PHONE_DIGITS = range(7, 10)  # without the leading zero
NOBODYS_PHONE = ("20", "77", "90", "99")  # toll-free, shared-cost and premium numbers belong to organisations
# Words and abbreviations that a number may follow after a space.
NOT_PLATES = frozenset({
    "alk", "apr", "aug", "bad", "bar", "bra", "brf", "bus", "dag", "dec", "del", "den", "det", "dom", "dos", "epa",
    "ett", "feb", "fem", "fot", "fre", "ger", "gps", "han", "har", "hel", "hem", "hon", "hus", "jan", "jul", "jun",
    "kan", "kap", "kom", "lag", "led", "lgh", "lob", "man", "max", "med", "men", "mer", "mot", "nya", "och", "okt",
    "ons", "oss", "par", "per", "pga", "rad", "rum", "sal", "sek", "sen", "sep", "sex", "sfs", "ska", "som", "sju",
    "tar", "tel", "tog", "tom", "tor", "tot", "tre", "typ", "upp", "ute", "yta",
})  # fmt: skip


def find_personal_data(text: str, *, place: bool = False) -> list[Finding]:
    """In the order of the text. In a field that asks for a place, a street with a number is one."""
    found: list[Finding] = []
    for search in _SEARCHES if place else (*_SEARCHES, _addresses):
        found += (each for each in search(text) if not _overlaps(each, found))
    return sorted(found, key=lambda each: each.start)


def cleaned(text: str, findings: Sequence[Finding]) -> str:
    """The text with a "…" for each finding, for the writer to accept or change.

    Digits that were part of a finding may have hidden another one behind them, so what is left is looked through again.
    """
    while findings:
        for each in sorted(findings, key=lambda each: each.start, reverse=True):
            text = text[: each.start] + REMOVED + text[each.end :]
        findings = find_personal_data(text)
    return text


def _overlaps(finding: Finding, others: Sequence[Finding]) -> bool:
    return any(finding.start < other.end and other.start < finding.end for other in others)


def _emails(text: str) -> Iterator[Finding]:
    return (Finding(DataKind.EMAIL, *match.span()) for match in _EMAIL.finditer(text))


def _identities(text: str) -> Iterator[Finding]:
    for match in _matches(_IDENTITY, text):
        year, month, day, dash, serial = match.groups()
        coordination = int(day) > COORDINATION_DAYS
        # Ten digits that begin with 07 and have no dash are far oftener a mobile phone.
        mobile = coordination and not dash and match[0].startswith("07")
        if not mobile and _is_date(month, int(day) % COORDINATION_DAYS) and _luhn(year + month + day + serial):
            kind = DataKind.SAMORDNINGSNUMMER if coordination else DataKind.PERSONNUMMER
            yield Finding(kind, *match.span())


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Also those that begin inside another: digits that are nothing must not hide the number that follows them."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def _is_date(month: str, day: int) -> bool:
    try:
        date(2000, int(month), day)  # a leap year: the century is not always written
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in doubled) % 10 == 0


def _phones(text: str) -> Iterator[Finding]:
    for match in _matches(_PHONE, text):
        digits = re.sub("[^0-9]", "", match[1] + match[2])
        if len(digits) in PHONE_DIGITS and not digits.startswith(NOBODYS_PHONE):
            yield Finding(DataKind.PHONE, *match.span())


def _plates(text: str) -> Iterator[Finding]:
    for match in _PLATE.finditer(text):
        if not (match[2] == " " and fold(match[1]) in NOT_PLATES):
            yield Finding(DataKind.PLATE, *match.span())


def _addresses(text: str) -> Iterator[Finding]:
    return (Finding(DataKind.ADDRESS, *span) for span in street_addresses(text))


_SEARCHES: Sequence[Callable[[str], Iterator[Finding]]] = (_emails, _identities, _phones, _plates)
