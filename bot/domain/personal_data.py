"""Finding what may identify a private person in free text, so that it can be held back before it is saved.

Checksums, real dates and the shapes of Swedish numbers keep look-alikes out. Only kind and place are told, never the
match itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.identity_number import identity_numbers
from bot.domain.number_plate import number_plates
from bot.domain.phone_number import phone_numbers
from bot.domain.street_address import street_addresses

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


# Sign for sign, so that places stay: every dash, and every space that is no line break, is the plain one.
_PLAIN = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣-", "-") | dict.fromkeys("\u00a0\u2007\u2009\u202f\u200b\u2060\t", " "))

_AT = r"(?: ?@ ?| ?[(\[{] ?(?:@|at|a|snabel-?a) ?[)\]}] ?| snabel[- ]?a | at )"
_DOT = r"(?:\.| ?[(\[{] ?(?:dot|punkt|\.) ?[)\]}] ?| (?:punkt|dot) )"
EMAIL = re.compile(
    r"<mailto:[^<>\s@]{1,64}@[^<>\n]{1,200}>"  # what Slack makes of an address
    rf"|[\w.+-]{{1,64}}(?:{_DOT}[\w+-]{{1,64}}){{0,2}}"
    rf"{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,3}}{_DOT}[^\W\d_]{{2,24}}",
    re.IGNORECASE,
)
# Wide nets, so that the common line is let through at once: what slips through them is in none of the patterns.
_EMAIL_SIGNS = ("@", "snabel", " at ", "(a", "( a", "[a", "[ a", "{a", "{ a")
_DIGIT = re.compile("[0-9]")
LONG_NUMBER = re.compile(r"[0-9](?:[^0-9A-Za-z\n]{0,5}[0-9]){6}")


def find_personal_data(text: str, *, place: bool = False) -> list[Finding]:
    """In the order of the text. In a field that asks for a place, a street with a number is one."""
    found: list[Finding] = []
    for each in _all(_plain(text), place=place):
        if not _overlaps(each, found):
            found.append(each)
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


def _plain(text: str) -> str:
    return text.replace("\t", " ") if text.isascii() else text.translate(_PLAIN)


def _all(text: str, *, place: bool) -> Iterator[Finding]:
    """The surest first: a sign is only taken once."""
    if may_hold_email(text):
        yield from (Finding(DataKind.EMAIL, *match.span()) for match in EMAIL.finditer(text))
    if not _DIGIT.search(text):
        return
    if LONG_NUMBER.search(text):
        for start, end, coordination in identity_numbers(text):
            yield Finding(DataKind.SAMORDNINGSNUMMER if coordination else DataKind.PERSONNUMMER, start, end)
        yield from (Finding(DataKind.PHONE, *span) for span in phone_numbers(text))
    yield from (Finding(DataKind.PLATE, *span) for span in number_plates(text))
    if not place:
        yield from (Finding(DataKind.ADDRESS, *span) for span in street_addresses(text))


def may_hold_email(text: str) -> bool:
    folded = text.casefold()
    return any(sign in folded for sign in _EMAIL_SIGNS)


def _overlaps(finding: Finding, others: Sequence[Finding]) -> bool:
    return any(finding.start < other.end and other.start < finding.end for other in others)
