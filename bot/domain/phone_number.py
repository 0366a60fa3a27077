"""Finding the phone numbers of people in free text; those of organisations, times and counts pass."""

import re
from collections.abc import Iterator

_PHONE = re.compile(
    r"(?<![A-Z0-9])(?<![0-9][.:-])"
    r"(?:\(?(?:\+|00)46\)?[ .-]?(?:\(0\) ?)?|46 ?(?=7)|(?P<bracket>\((?=[0-9]+\)))?0(?=[1-9]))"
    r"(?P<area>8|[1-9][0-9]{1,2}|7)(?(bracket)\))"
    r"(?:[ /-]{0,3}(?P<local>[0-9]{5,8}|[0-9]{2,3}(?:[ -][0-9]{2,3}){1,3}|[0-9]{4} [0-9]{2,4}|[0-9]{3}[ -][0-9]{4})"
    r"|(?P<dotted>(?:\.[0-9]{2,3}){2,4}))(?![0-9]|[.:-][0-9]|/[1-9])"
)
_ABROAD = re.compile(r"(?<![\w+])\+(?!46)[1-9][0-9]{0,2}(?:[ .-]{0,2}\(?[0-9]{2,4}\)?){2,5}(?![0-9])")
_GROUPS = re.compile("[0-9]+")
_EXCHANGE = re.compile(
    r"(?:växel|kundtjänst|kontaktcent|reception|medborgarservice|jour)\w*"
    r"(?: (?:är|på|har|nr|tel|nås|nås på))?\W{0,3}$",
    re.IGNORECASE,
)

STOCKHOLM, MOBILE = "8", "7"
LONGEST_AREA = 3
SHORTEST = {STOCKHOLM: 6, MOBILE: 8}  # digits after the area code, 5 for all others
LONGEST = 8
ABROAD_DIGITS = range(10, 16)
NOBODYS = ("20", "77", "900", "939", "944", "99")  # toll-free, shared-cost and premium: organisations have them
FAR = 40  # signs


def phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each. Dashes and spaces are plain ones."""
    match = _PHONE.search(text)
    while match:
        before = text[max(match.start() - FAR, 0) : match.start()]
        local = _callable_part(match["area"], match["local"] or match["dotted"])
        if local and not _is_exchange(match["area"], before):
            yield match.start(), match.start(match.lastgroup or 0) + len(local)
        match = _PHONE.search(text, match.start() + 1)  # digits that are nothing must not hide the next number
    for abroad in _ABROAD.finditer(text):
        if sum(map(len, _GROUPS.findall(abroad[0]))) in ABROAD_DIGITS:
            yield abroad.span()


def _callable_part(area: str, local: str) -> str:
    """The number without what is counted after it: "070-174 06 71 12 böter". Empty when nobody can be called there."""
    while local and not _can_be_called(area, local):
        local = local[: max(local.rfind(" "), 0)]
    return local


def _can_be_called(area: str, local: str) -> bool:
    groups = _GROUPS.findall(local)
    digits = "".join(groups)
    # The longest area codes look like clock times: "0730-16 120 fordon", "0700-0745 45 fordon".
    if len(area) == LONGEST_AREA and len(groups) > 1 and not (len(groups[0]) < 4 and len(groups[-1]) == 2):
        return False
    if digits.startswith("0") and not area.startswith(MOBILE):
        return False
    return SHORTEST.get(area, 5) <= len(digits) <= LONGEST and not (area + digits).startswith(NOBODYS)


def _is_exchange(area: str, before: str) -> bool:
    return not area.startswith(MOBILE) and bool(_EXCHANGE.search(before))
