"""Finding personnummer and samordningsnummer in free text, by their dates and check digits."""

import re
from collections.abc import Iterator
from datetime import date

_NUMBER = re.compile(
    r"(?<![A-Z0-9])(?:(?:18|19|20) ?)?"
    r"([0-9]{2})[ ./-]?([0-9]{2})[ ./-]?([0-9]{2}) {0,2}([+-]?) {0,2}([0-9]{4})(?![0-9])"
)
COORDINATION_DAYS = 60  # added to the day in a samordningsnummer


def identity_numbers(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is a samordningsnummer. Dashes and spaces are plain ones."""
    match = _NUMBER.search(text)
    while match:
        year, month, day, dash, serial = match.groups()
        coordination = int(day) > COORDINATION_DAYS
        # Ten digits that begin with 07 and have no dash are far oftener a mobile phone.
        mobile = coordination and not dash and match[0].startswith("07")
        if not mobile and _is_date(month, int(day) % COORDINATION_DAYS) and _luhn(year + month + day + serial):
            yield *match.span(), coordination
        match = _NUMBER.search(text, match.start() + 1)  # digits that are nothing must not hide the next number


def _is_date(month: str, day: int) -> bool:
    try:
        date(2000, int(month), day)  # a leap year: the century is not always written
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(product // 10 + product % 10 for product in doubled) % 10 == 0
