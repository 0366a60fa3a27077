"""Where it was: "vid E4 Sörberge", "på Storgatan", "i Timrå centrum"; right after the kind also without a preposition.

Each piece of the line gets a sign for what it can be in the name of a place, and a place is a pattern over them:
@ "vid" · I "i", "på" · i "runt" · t "till", "från" · o "och" · / · d "södra" · P a place · S a street · R "E4"
r "väg" · M the end of a name, like "-sta" · D "aulan" · X a capital · h "hus" in "Folkets hus" · N a number · C "8b"
u what numbers count · n m the number of a house · w another word · s a word that never names a place · _ what is read
| , and : marks
"""

import re

from bot.domain.reading import place_words as words
from bot.domain.reading.known import known
from bot.domain.reading.line import Line, folded, is_number
from bot.domain.reading.municipalities import MUNICIPALITIES
from bot.domain.reading.words import NAMES, OWN_MEANING, PIECES

_DOOR = "[nm]?"
_NUMBERED = re.compile("SN(?![u%s])")  # a house number, if it counts nothing and another number may
_SIDE = "(?:d+(?=[_N|,]|$))?"  # "E4 norra"
_ROOT = f"(?:d*[PX]|d*R{_SIDE}|d*S{_DOOR}|r[NC]{_SIDE})"
_MORE = f"(?:d*[PXh]|d*R{_SIDE}|d*S{_DOOR}|r[NC]{_SIDE})"
_LINK = "(?:[@iIo/]+d*(?:[PXRS]|r[NC])|@d*[wD])"
_NAME = f"(?:{_ROOT}|d+(?=[_N|u%s,]|$))(?:{_MORE}|{_LINK})*"
_PLACE = re.compile(
    rf"""
      (?P<at> [iI@]*@ d* (?:{_NAME} | [wDPXRS] (?:{_MORE}|{_LINK})*) )
    | (?P<in> [iI]+ {_NAME} )
    | (?P<inside> I D (?=[NC_|,@t]|$) | I d*M (?:{_MORE}|M|{_LINK})* )
    | (?P<to> t (?:d*[RPS]|r[NC]) {_MORE}* )
    | (?P<after_kind> (?:(?<=_)|(?<=_[|,:])) (?:{_ROOT}|d*M) (?:{_MORE}|M|{_LINK})* (?=[NC_|,siIu@t]|$) )
    | (?P<road> R{_SIDE} (?:{_MORE}|{_LINK})* )
    | (?P<alone> (?:(?<=[_|,u])|\A) (?:d*P|d*R{_SIDE}|d*S{_DOOR}|r[NC]{_SIDE}) (?:{_MORE}|{_LINK})* (?=[NC_|,siI@t]|$) )
    """,
    re.VERBOSE,
)
SHORTEST_NAME = 4  # letters
DEFINITE = ("en", "et", "an", "na")
_PLACES = frozenset("@PSRrXMD")
_ROAD = re.compile(r"(?:e|rv|lv)[0-9]+(?::?an|:n)?")


def take_place(line: Line, units_at: str) -> range | None:
    """The first place that is said, taken from the line with its preposition. `units_at` are the line's signs."""
    possible = [_sign(piece) for piece in line.pieces]
    if _PLACES.isdisjoint(possible):
        return None
    signs = _signs(line, units_at, possible)
    for found in _PLACE.finditer(signs):
        start = found.end() - len(found[0].lstrip("@iIt"))
        end = found.end() - (found[0].endswith("m") and start == found.start())
        if line.word(start) not in words.ABSTRACT:
            line.take(range(found.start(), end))
            return range(start, end)
    return None


def _signs(line: Line, units_at: str, row: list[str]) -> str:
    for at, sign in enumerate(row):
        if not line.free[at]:
            row[at] = "_"
        elif units_at[at] in "ukvx" and sign in "wMsXD":
            row[at] = "u"
        elif sign == "X" and (at == 0 or row[at - 1] == "|"):
            row[at] = "w"
    if (listed := _list_of_deficiencies(line, units_at, row)) is not None:
        row[listed:] = ["s"] * (len(row) - listed)
    signs = "".join(row)
    return _NUMBERED.sub(_door, signs) if signs.count("N") > 1 and "SN" in signs else signs


def _list_of_deficiencies(line: Line, units_at: str, row: list[str]) -> int | None:
    """In "3 brister: trasig lampa vid tunneln" the tunnel is where the lamp is: from there on no place is said."""
    for at, word in enumerate(line.words()):
        if word.startswith("brist") and 0 < at < len(row) - 1 and units_at[at - 1] in "NSTW" and row[at + 1] in ":wsD":
            return at + 1
    return None


def _door(found: re.Match[str]) -> str:
    """The last number of the line is one only after a preposition: "vid Storgatan 12"."""
    return "Sn" if "N" in found.string[found.end() :] else "Sm"


@known
def _sign(piece: str) -> str:
    text, word = piece.lstrip(), folded(piece)
    if not word:
        return _of_mark(text)
    for sign, some in _LISTS:
        if word in some:
            return sign
    return _of_road(text, word) or _of_name(text, word)


def _of_road(text: str, word: str) -> str:
    if _ROAD.fullmatch(word):
        return "R"
    is_street = word.endswith(words.STREETS) and word not in words.STREETS and not word.endswith(words.NOT_SOMEWHERE)
    return "S" if is_street or text.endswith(("g.", "v.")) else ""


def _of_name(text: str, word: str) -> str:
    if word.endswith(words.KNOWN_ENDS) or word in words.KNOWN or word in MUNICIPALITIES:
        return "P"
    if len(word) > SHORTEST_NAME and word.endswith(words.NAMED_ENDS) and word not in words.NO_NAMES:
        return "P" if text[0].isupper() else "M"
    if text[0].isupper() and (not text.isupper() or len(text) < 6):
        return "X"
    definite = len(word) > SHORTEST_NAME and word.endswith(DEFINITE) and not word.endswith(words.NOT_SOMEWHERE)
    return "D" if definite else "w"


def _of_mark(text: str) -> str:
    if is_number(text):
        return "N" if text.isdecimal() else "C"
    return text if text and text in "/,%:" else "|"  # without a text: a new line


_LISTS = (
    ("@", words.AT - {"v"}), ("I", words.INSIDE), ("i", words.IN), ("t", words.TO), ("o", frozenset({"och"})),
    ("r", words.ROADS),
    ("d", words.WHERE - {"den", "det", "de"}), ("s", words.NOT_NAMES | words.ABSTRACT | OWN_MEANING | PIECES | NAMES),
    ("h", words.TAILS),
)  # fmt: skip
