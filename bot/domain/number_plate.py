"""Finding number plates in free text, and telling "xkd 417" from "tog 120"."""

import re
from collections.abc import Iterator

from bot.domain.street_address import is_counted, word_after
from bot.domain.swedish import fold

# No plate has an I, Q, V, Å, Ä or Ö, nor an O at the end. "_" is Slack's sign for italics.
PLATE = re.compile(
    r"(?<![^\W_])(?<![0-9]-)([A-HJ-PR-UW-Za-hj-pr-uw-z]{3})(-| {0,2})"
    r"[0-9]{2}([0-9A-HJ-NPR-UW-Za-hj-npr-uw-z]| [A-HJ-NPR-UW-Z])(?![^\W_]|[.,:/-][0-9])"
)
# After these even "xkd 417 böter" begins with a plate.
_VEHICLE = re.compile(
    r"\b(?:reg(?:istrerings)?[. -]?(?:nr|nummer|skylt)?|skylt(?:en)?|bil(?:en)?|mc(?::n)?|moped(?:en)?|epan?)[:.]? ?$",
    re.IGNORECASE,
)
FAR = 24  # signs
END = re.compile("[0-9][0-9](?:[0-9A-Za-z]| [A-Z])")  # a quick look: most lines have no such thing

# Abbreviations in capitals that a number may follow after a space.
CAPITALS = frozenset({
    "BRF", "DNR", "EUR", "GPS", "LED", "LGH", "LOB", "MAX", "MSB", "NTF", "RAL", "SCB", "SEK",
    "SFS", "SKR", "SMS", "TEL", "USD",
})  # fmt: skip
# What is numbered, with or without a space: "rum101".
NUMBERED = frozenset({
    "bas", "del", "hus", "kap", "lag", "led", "lgh", "mom", "nok", "rad", "ral", "rum", "sal", "sek",
})  # fmt: skip
# Words that a number may follow after a space: without them every "tog 120" would be a plate.
NOT_PLATES = NUMBERED | {
    "alk", "all", "alt", "and", "apr", "aug", "bad", "bak", "ban", "bar", "ben", "bok", "bor", "bra", "brf", "bro",
    "bud", "bus", "byn", "byt", "dag", "dar", "dec", "dem", "den", "det", "dnr", "dom", "dos", "dra", "dyr", "ejs",
    "eld", "enl", "ens", "epa", "era", "ett", "eur", "fas", "fat", "feb", "fel", "fem", "fot", "fre", "fru", "fyr",
    "gap", "gar", "gas", "ger", "god", "gps", "gul", "gym", "had", "hal", "han", "har", "hej", "hel", "hem", "het",
    "hon", "hos", "hot", "hur", "hyr", "jag", "jan", "jul", "jun", "kaj", "kan", "kar", "kod", "kok", "kol", "kom",
    "kor", "kul", "kur", "lan", "las", "lat", "lek", "lob", "lok", "mal", "man", "mar", "mat", "max", "med", "mej",
    "men", "mer", "mor", "mot", "mun", "nar", "nat", "ned", "nej", "ner", "nog", "not", "nya", "och", "okt", "ons",
    "ord", "oss", "par", "per", "pga", "pub", "ras", "red", "ren", "res", "rop", "sag", "sak", "sam", "sar", "sed",
    "sen", "sep", "ser", "ses", "sex", "sfs", "sju", "ska", "sko", "sms", "sol", "som", "son", "spa", "sta", "syd",
    "syn", "tag", "tak", "tal", "tar", "tas", "tat", "tel", "tex", "tog", "tom", "ton", "tor", "tot", "tre", "tro",
    "tum", "tur", "typ", "ung", "upp", "usd", "ute", "utm", "yta",
}  # fmt: skip


def number_plates(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each. Dashes and spaces are plain ones."""
    if END.search(text):
        shouted = text.isupper()
        yield from (match.span() for match in PLATE.finditer(text) if _is_plate(text, match, shouted=shouted))


def _is_plate(text: str, match: re.Match[str], *, shouted: bool) -> bool:
    letters, spaced = match[1], match[2].startswith(" ")
    if " " in match[3] and not letters.isupper():
        return False
    if spaced and letters.upper() in CAPITALS:
        return False
    if letters.isupper() and not shouted:
        return True
    if spaced:
        named = _VEHICLE.search(text, max(match.start() - FAR, 0), match.start())
        return fold(letters) not in NOT_PLATES and bool(named or not is_counted(word_after(text, match.end())))
    return letters.isupper() or fold(letters) not in NUMBERED
