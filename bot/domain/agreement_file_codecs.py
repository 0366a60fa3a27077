"""How values of an agreement file are read and written. One declaration serves both ways, so they cannot differ."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from bot.domain.agreement_file_problems import ValuePlace, unknown
from bot.domain.functions import FUNCTIONS
from bot.domain.kinds import KINDS
from bot.domain.personal_data import find_personal_data
from bot.domain.swedish import joined
from bot.domain.swedish_words import name

ABSENT: tuple[Any, ...] = (None, "", [], ())


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Codec:
    """`read` notes at its place what is wrong and returns None, which no entry is ever built from."""

    read: Callable[[Any, ValuePlace], Any]
    write: Callable[[Any], Any] = _as_it_is


@dataclass(frozen=True, slots=True)
class FieldWord:
    """How a field stands in the file."""

    word: str
    codec: Codec


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A part of the file, its fields `Annotated` with `FieldWord`. One without a default has to be there."""

    def faults(self) -> list[tuple[str, str]]:
        """What does not fit together: Swedish field and sentence. Asked only when each value is right by itself."""
        return []


E = TypeVar("E", bound=Entry)


def _by_word(cls: Any) -> Mapping[str, "Field[Any]"]:
    return {_said(item).word: item for item in fields(cls)}


def _said(item: "Field[Any]") -> FieldWord:
    annotation: Any = item.type
    said: FieldWord = annotation.__metadata__[0]
    return said


_fields: Callable[[Any], Mapping[str, "Field[Any]"]] = cache(_by_word)


def read_entry(cls: type[E], data: Any, place: ValuePlace) -> E | None:
    if not isinstance(data, Mapping):
        place.note("ska ha fält under sig, ett på varje rad.")
        return None
    before = len(place.problems)
    known = _fields(cls)
    for word in data:
        if word not in known:
            place.field(word).note(unknown(word, known))
    values = {item.name: _read_field(item, word, data, place) for word, item in known.items()}
    if len(place.problems) > before:
        return None
    entry = cls(**values)
    for word, sentence in entry.faults():
        place.field(word).note(sentence)
    return entry


def _read_field(item: "Field[Any]", word: str, data: Mapping[str, Any], place: ValuePlace) -> Any:
    value = data.get(word)
    if value not in ABSENT:
        return _said(item).codec.read(value, place.field(word))
    if item.default is MISSING:
        place.field(word).note("saknas.")
    return item.default


def write_entry(entry: Entry) -> dict[str, Any]:
    told = {word: item for word, item in _fields(type(entry)).items() if getattr(entry, item.name) != item.default}
    return {word: _said(item).codec.write(getattr(entry, item.name)) for word, item in told.items()}


def word_of(cls: type[Entry], name: str) -> str:
    """Of a field."""
    return next(word for word, item in _fields(cls).items() if item.name == name)


def nested(cls: type[Entry]) -> Codec:
    return Codec(lambda value, place: read_entry(cls, value, place), write_entry)


def many(codec: Codec) -> Codec:
    def read(value: Any, place: ValuePlace) -> tuple[Any, ...]:
        if isinstance(value, list | tuple):
            return tuple(codec.read(item, place.item(number)) for number, item in enumerate(value, 1))
        place.note("ska vara en lista, med ett streck framför varje rad.")
        return ()

    return Codec(read, lambda values: [codec.write(value) for value in values])


def choice(words: Mapping[str, Any]) -> Codec:
    swedish = {value: word for word, value in words.items()}

    def read(value: Any, place: ValuePlace) -> Any:
        if isinstance(value, str) and value in words:
            return words[value]
        place.note(unknown(value, words))
        return None

    return Codec(read, swedish.__getitem__)


def number(lowest: int, highest: int) -> Codec:
    def read(value: Any, place: ValuePlace) -> int | None:
        if re.fullmatch(r"[0-9]+", str(value)) and lowest <= int(value) <= highest:
            return int(value)
        place.note(f"ska vara ett heltal från {lowest} till {highest}.")
        return None

    return Codec(read)


def pattern(expression: str, sentence: str) -> Codec:
    def read(value: Any, place: ValuePlace) -> str | None:
        if isinstance(value, str) and re.fullmatch(expression, value.strip()):
            return value.strip()
        place.note(sentence)
        return None

    return Codec(read)


def text(longest: int) -> Codec:
    """Agreements are published, and name streets with numbers: those are places here."""

    def read(value: Any, where: ValuePlace) -> str | None:
        written = value.strip() if isinstance(value, str) else ""
        if not written:
            where.note("ska vara text.")
        elif len(written) > longest:
            where.note(f"är {len(written)} tecken lång, och högst {longest} får plats.")
        elif found := find_personal_data(written, place=True):
            kinds = joined([name(kind) for kind in dict.fromkeys(one.kind for one in found)])
            where.note(f"ser ut att innehålla {kinds}. Skriv den utan.")
        else:
            return written
        return None

    return Codec(read)


def _day(value: Any, place: ValuePlace) -> date | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        place.note(f"”{value}” är inget datum. Skriv till exempel 2026-03-31.")
        return None


def _flag(value: Any, place: ValuePlace) -> bool | None:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    place.note("ska vara true eller false.")
    return None


def _party(value: Any, place: ValuePlace) -> str | None:
    if value in place.parties:
        return str(value)
    place.note(unknown(value, place.parties))
    return None


KEY = r"[a-z0-9][a-z0-9_-]*"
KEY_SENTENCE = "får bara ha små bokstäver a–z, siffror, bindestreck och understreck."
ANY_KEY = pattern(KEY, KEY_SENTENCE)


def _own_key(value: Any, place: ValuePlace) -> Any:
    if value in place.keys:
        place.note(f"”{value}” finns redan i filen. Varje aktivitet behöver en egen nyckel.")
    place.keys.add(str(value))
    return ANY_KEY.read(value, place)


LONGEST_WHEN = 100
TEXT, LONG_TEXT, WHERE, WHEN = text(300), text(3000), text(100), text(LONGEST_WHEN)
DAY = Codec(_day)
FLAG = Codec(_flag)
PARTY = Codec(_party)
OWN_KEY = Codec(_own_key)
REFERENCE = pattern(f"{KEY}/{KEY}", "ska vara en överenskommelses nyckel, ett snedstreck och en aktivitets nyckel.")
PACKED = pattern(r"Z[A-Z2-7]+=*", "är ändrat. Ta bort raderna i bladet Uttag, eller hämta planen igen.")
KIND = choice({key: key for key in KINDS})
FUNCTION = choice({key: key for key in FUNCTIONS})
