"""Small checks that the tables of blocks and elements are made of: each takes a JSON value and yields broken rules."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Check: TypeAlias = Callable[[object, str, str], Iterator[str]]
"""(value, JSON pointer to it, surface: message, modal or home) -> broken rules."""

ALL = ("message", "modal", "home")


def anything(_value: object, _at: str, _surface: str) -> Iterator[str]:
    yield from ()


def flag(value: object, at: str, _surface: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield f"{at}: ska vara true eller false"


def string(most: int, least: int = 1) -> Check:
    def check(value: object, at: str, _surface: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{at}: ska vara en text"
        elif len(value) < least:
            yield f"{at}: tom text"
        elif len(value) > most:
            yield f"{at}: {len(value)} tecken, högst {most}"

    return check


def number(least: int, most: int) -> Check:
    def check(value: object, at: str, _surface: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            yield f"{at}: {value!r}, ska vara ett heltal {least}–{most}"

    return check


def choice(*allowed: str) -> Check:
    def check(value: object, at: str, _surface: str) -> Iterator[str]:
        if value not in allowed:
            yield f"{at}: {value!r}, ska vara {' eller '.join(allowed)}"

    return check


def pattern(regex: str, example: str) -> Check:
    def check(value: object, at: str, _surface: str) -> Iterator[str]:
        if not re.fullmatch(regex, str(value)):
            yield f"{at}: {value!r}, ska se ut som {example}"

    return check


def items(each: Check, most: int, least: int = 1) -> Check:
    def check(value: object, at: str, surface: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{at}: ska vara en lista"
            return
        if len(value) < least:
            yield f"{at}: tom lista"
        if len(value) > most:
            yield f"{at}: {len(value)} stycken, högst {most}"
        for index, item in enumerate(value):
            yield from each(item, f"{at}/{index}", surface)

    return check


@dataclass(frozen=True, slots=True)
class Shape:
    """What an object may hold. `one_of`: exactly one of these; `some_of`: at least one; `rules`: what spans fields."""

    fields: Mapping[str, Check]
    required: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    some_of: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = ALL
    rules: tuple[Check, ...] = ()


def check_object(shape: Shape, value: object, at: str, surface: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{at}: ska vara ett objekt, är {value!r}"
        return
    yield from _presence(shape, value, at)
    for name, field in value.items():
        if name not in shape.fields:
            yield f"{at}/{name}: okänt fält"
        else:
            yield from shape.fields[name](field, f"{at}/{name}", surface)
    for rule in shape.rules:
        yield from rule(value, at, surface)


def _presence(shape: Shape, value: Mapping[str, object], at: str) -> Iterator[str]:
    for name in shape.required:
        if value.get(name) is None:
            yield f"{at}/{name}: saknas"
    if shape.one_of and sum(name in value for name in shape.one_of) != 1:
        yield f"{at}: ska ha exakt ett av {', '.join(shape.one_of)}"
    if shape.some_of and not any(value.get(name) for name in shape.some_of):
        yield f"{at}: ska ha minst ett av {', '.join(shape.some_of)}"


def record(shape: Shape) -> Check:
    def check(value: object, at: str, surface: str) -> Iterator[str]:
        yield from check_object(shape, value, at, surface)

    return check


def typed(table: Mapping[str, Shape], allowed: tuple[str, ...], where: str) -> Check:
    """An object whose `type` is a key of the table and may stand here; its name ends each sentence about it."""

    def check(value: object, at: str, surface: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in table:
            yield f"{at}: okänd typ {kind!r}"
        elif allowed and kind not in allowed:
            yield f"{at}: {kind} får inte stå i {where}"
        elif surface not in table[kind].surfaces:
            yield f"{at}: {kind} får inte stå i {surface}"
        else:
            for broken in check_object(table[kind], value, at, surface):
                yield broken if broken.endswith(")") else f"{broken} ({kind})"

    return check


def text(most: int, plain: bool = False) -> Check:
    """A text object; `plain` where Slack takes no formatting (headers, buttons, labels, titles)."""
    fields = {"text": string(most), "emoji": flag, "verbatim": flag}
    kinds = choice("plain_text") if plain else choice("plain_text", "mrkdwn")
    return record(Shape({"type": kinds, **fields}, ("type", "text"), rules=(_flag_of_kind,)))


def _flag_of_kind(value: object, at: str, _surface: str) -> Iterator[str]:
    if isinstance(value, dict) and value.get("type") == "mrkdwn" and "emoji" in value:
        yield f"{at}/emoji: bara i plain_text"
    if isinstance(value, dict) and value.get("type") == "plain_text" and "verbatim" in value:
        yield f"{at}/verbatim: bara i mrkdwn"
