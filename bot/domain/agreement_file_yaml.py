"""The text of an agreement file. Values stay text: YAML's own reading of dates, numbers and yes/no has surprises."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from bot.domain.agreement_file_problems import FileError, Problem

YEAR = re.compile(r"\{år([+-][0-9])?\}")


def load_yaml(text: str) -> Mapping[str, Any]:
    """Raises FileError with the line where the text cannot be read."""
    loader = yaml.CBaseLoader(text)
    try:
        tree = loader.get_single_node()
        data = loader.construct_document(tree) if tree else None
    except yaml.YAMLError as error:
        line = _line(getattr(error, "problem_mark", None))
        raise FileError([Problem(line, "går inte att läsa. Se över indrag och kolon.")]) from error
    finally:
        loader.dispose()
    if not isinstance(data, Mapping):
        raise FileError([Problem("", "ska börja med fält, till exempel ”titel: Medborgarlöfte 2026”.")])
    if twice := list(_repeated(tree, set())):
        raise FileError(twice)
    return data


def load_example(text: str, year: int) -> Mapping[str, Any]:
    """An example is kept without a year: {år} stands for `year`, {år-1} for the one before, {år+3} for three on."""
    return load_yaml(YEAR.sub(lambda match: str(year + int(match[1] or 0)), text))


def dump_yaml(data: Mapping[str, Any]) -> str:
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110))


def _repeated(node: Any, met: set[int]) -> Iterator[Problem]:
    """A field written twice: YAML would keep the last one and drop the first without a word."""
    if id(node) in met or not isinstance(node, yaml.CollectionNode):
        return
    met.add(id(node))  # aliases let a few lines stand for millions
    seen: set[str] = set()
    for item in node.value:
        key, value = item if isinstance(item, tuple) else (None, item)
        if key and key.value in seen:
            yield Problem(_line(key.start_mark), f"”{key.value}” står två gånger på samma nivå.")
        seen |= {key.value} if key else set()
        yield from _repeated(value, met)


def _line(mark: Any) -> str:
    return f"rad {mark.line + 1}" if mark else ""
