"""What is wrong in an agreement file, and where. A reading goes on to the end: a file is corrected in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from bot.domain.errors import UserError

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """`path` as a coordinator counts, from 1: fokusområden[2].aktiviteter[1].slag; empty means the whole file."""

    path: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path or 'filen'}: {self.sentence}"


class FileError(UserError):
    def __init__(self, problems: Sequence[Problem]) -> None:
        lines = [f"• {problem}" for problem in problems[:MOST_SHOWN]]
        more = [f"… och {len(problems) - MOST_SHOWN} fel till."] if len(problems) > MOST_SHOWN else []
        super().__init__("\n".join(["Inget är inläst. Rätta det här i filen och läs in den igen:", *lines, *more]))
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[type["FileError"], tuple[tuple[Problem, ...]]]:
        """A file may be read in another process, and its faults are told in this one."""
        return FileError, (self.problems,)


@dataclass(frozen=True, slots=True)
class ValuePlace:
    """Where a value stands. All places of one reading share the problems, the parties and the keys seen so far."""

    path: str = ""
    parties: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def field(self, word: str) -> "ValuePlace":
        return self._at(f"{self.path}.{word}" if self.path else word)

    def item(self, number: int) -> "ValuePlace":
        return self._at(f"{self.path}[{number}]")

    def _at(self, path: str) -> "ValuePlace":
        return ValuePlace(path, self.parties, self.problems, self.keys)  # `replace` takes ten times as long

    def note(self, sentence: str) -> None:
        self.problems.append(Problem(self.path, sentence))


def unknown(word: object, known: Iterable[str]) -> str:
    """The sentence for a word that is not in a closed list."""
    choices = sorted(known)
    near = get_close_matches(str(word).casefold(), choices, n=1, cutoff=0.7)
    if near:
        return f"”{word}” finns inte. Menade du {near[0]}?"
    if choices:
        return f"”{word}” finns inte. Välj bland: {', '.join(choices)}."
    return f"”{word}” finns inte."
