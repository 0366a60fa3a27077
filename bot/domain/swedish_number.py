"""Number words: "tre", "tjugofem", "hundratjugo", "tjugotal"."""

from functools import lru_cache

SMALL = {
    "noll": 0, "en": 1, "ett": 1, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "atta": 8, "nio": 9,
    "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
    "arton": 18, "nitton": 19, "dussin": 12,
}  # fmt: skip
TENS = {
    "tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "attio": 80, "nittio": 90,
}  # fmt: skip
SHORT = {name.removesuffix("o"): value for name, value in TENS.items()} | {"tju": 20}  # "fyrtifem", "tjufem"
LONGEST = 40


@lru_cache(8192)  # each word of a line is asked about more than once
def word_number(word: str) -> int | None:
    """The value of one word, lower case without dots; at most thousands. "samtal" is no number."""
    if len(word) > LONGEST:
        return None
    if word.endswith("tal"):
        return _below_million(word.removesuffix("tal"))
    return _below_million(word)


def _below_million(word: str) -> int | None:
    return _scaled(word, "tusen", 1000) if "tusen" in word else _below_thousand(word)


def _below_thousand(word: str) -> int | None:
    return _scaled(word, "hundra", 100) if "hundra" in word else _below_hundred(word)


def _scaled(word: str, name: str, scale: int) -> int | None:
    many, _, rest = word.partition(name)
    factor = _below_thousand(many) if many else 1
    remainder = _below_thousand(rest) if rest else 0
    return None if factor is None or remainder is None else factor * scale + remainder


def _below_hundred(word: str) -> int | None:
    if word in SMALL:
        return SMALL[word]
    if "ti" not in word and not word.startswith("tju"):
        return None
    for tens in (TENS, SHORT):
        for name, value in tens.items():
            if word.startswith(name) and (unit := _unit(word.removeprefix(name), name)) is not None:
                return value + unit
    return None


def _unit(rest: str, tens: str) -> int | None:
    """ "tju" and "tjug" are no numbers alone."""
    if not rest:
        return None if tens.startswith("tju") and tens not in TENS else 0
    unit = SMALL.get(rest, 0)
    return unit if 0 < unit < 10 else None
