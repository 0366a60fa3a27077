"""Runs of lines that are alike: lists that lost their signs, and tables that lost their columns."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.field_names import is_field_name
from bot.domain.agreement_text.lines import Line

SEVERAL = re.compile(r"[a-zåäö][.!] [A-ZÅÄÖ]")
LABEL = re.compile(r"\s*[A-ZÅÄÖ][a-zåäö]+(?:(?: [a-zåäö]+){0,2}:|(?<=Polis|ommun|lisen|munen) [–—-])\s")
_LEADS = re.compile(r"(?::|\b(?:att|ska|skall|lovar(?: vi)?|åtar sig))\s*$")
_PROMISES = re.compile(r"\b(?:lovar(?: vi)?|åtar sig)(?: att)?:?$")
_ENDS = tuple(".!?;:…,")
LONGEST_TITLE, SHORT = 60, 40
MOST_WORDS_OF_TITLE = 3
MOST_ITEMS, MOST_COLUMNS = 100, 12
WIDE = 120  # nobody breaks lines as wide as this by hand


def room_on(lines: Sequence[Line]) -> int:
    """How many signs a line of the text can hold."""
    return max((len(line.piece.text.rstrip()) for line in lines if len(line.cells) < 2), default=0)


def rows_of_lines(lines: Sequence[Line], at: int) -> list[Sequence[Line]]:
    """A table with each cell on a line of its own, the names of the columns first."""
    width = 0
    while width < MOST_COLUMNS and at + width < len(lines) and is_field_name(lines[at + width].piece.text):
        width += 1
    if width < 2:
        return []
    first, end = at + width, _end(lines, at + width)
    if end - first >= width and (end - first) % width == 0 and not lines[first].after_blank:
        return [lines[one : one + width] for one in range(at, end, width)]
    return _rows_apart(lines, at, width)


def _rows_apart(lines: Sequence[Line], at: int, width: int) -> list[Sequence[Line]]:
    """With a blank line before each row."""
    rows = [lines[at : at + width]]
    end = at + width
    while end + width <= len(lines) and lines[end].after_blank and _end(lines, end) == end + width:
        rows.append(lines[end : end + width])
        end += width
    return rows if len(rows) > 1 else []


def _end(lines: Sequence[Line], at: int) -> int:
    """Of the paragraph."""
    end = at + 1
    while end < len(lines) and not lines[end].after_blank and len(lines[end].cells) < 2:
        end += 1
    return end


def bare_items(lines: Sequence[Line], at: int, *, room: int) -> Sequence[Line]:
    """Lines of their own under "Vi ska:", or under a heading."""
    if at == 0 or lines[at - 1].marker or _is_told(lines[at]) or _is_title_of_doings(lines[at : at + 3]):
        return []
    before = lines[at - 1]
    leads, titled = bool(_LEADS.search(before.piece.text)), _is_a_title(before)
    if not (leads or titled or _is_short_title(before.piece.text.strip())):
        return []
    end = at + 1
    while end < min(len(lines), at + MOST_ITEMS) and _goes_on_with(lines[end]):
        end += 1
    found = _to_the_next_heading(lines[at:end])
    if len(found) < 2 or any(is_field_name(line.piece.text) for line in found):
        return []
    if all(map(_that_or_by, found)):
        return found
    apart = room > WIDE or _is_ragged(found, room) or _begin_alike(found)
    if leads:
        alike = any(all(map(each, found)) for each in (_stands_alone, _goes_on_from_lead, _begins_with_a_verb))
        return found if alike or (apart and all(map(_does, found))) else []
    return found if titled and apart and all(map(_is_a_row_of_words, found)) else []


def _goes_on_with(line: Line) -> bool:
    """Nothing new begins: no paragraph, no item with a sign, no "Kommunen lovar"."""
    text = line.piece.text.strip()
    return not (line.after_blank or _is_told(line) or (len(text) < SHORT and _PROMISES.search(text)))


def _is_title_of_doings(lines: Sequence[Line]) -> bool:
    """ "Trafik" over "Polisen kontrollerar farten", apart from what stands above."""
    title, below = lines[0], [line for line in lines[1:] if not line.after_blank]
    few = len(title.piece.text.split()) <= MOST_WORDS_OF_TITLE
    return few and _is_a_title(title) and not _does(title) and len(below) > 1 and all(map(_does, below))


def _that_or_by(line: Line) -> bool:
    """ "att två gånger i veckan patrullera,", "Genom kontroller av mopeder", with what is to be done after it."""
    return line.piece.text.strip().lower().startswith(("att ", "genom "))


def _to_the_next_heading(lines: Sequence[Line]) -> Sequence[Line]:
    """Where the first ends with a full stop, one that ends otherwise begins something else."""
    texts = [line.piece.text.strip() for line in lines]
    if not texts[0].endswith((".", "!")):
        return lines
    other = (at for at, text in enumerate(texts) if text.endswith((":", "?")) or _is_short_title(text))
    return lines[: next(other, len(lines))]


def _is_short_title(text: str) -> bool:
    return len(text) < SHORT and text[:1].isupper() and not text.endswith(_ENDS)


def _is_told(line: Line) -> bool:
    return bool(line.marker or len(line.cells) > 1 or LABEL.match(line.piece.text))


def _is_a_title(line: Line) -> bool:
    text = line.piece.text.strip()
    return line.after_blank and len(text) <= LONGEST_TITLE and text[:1].isupper() and not text.endswith(_ENDS)


def _is_ragged(lines: Sequence[Line], room: int) -> bool:
    """No line was broken because it was full: what begins the next would have had room on it."""
    widest = room_on(lines)
    pairs = [(len(one.piece.text.rstrip()), _with_next_word(one, two)) for one, two in pairwise(lines)]
    return all(longer < room for _, longer in pairs) or all(longer < widest for own, longer in pairs if own < widest)


def _begin_alike(lines: Sequence[Line]) -> bool:
    """ "Att gå …" after "Att besöka …"."""
    return len({line.piece.text.split()[0] for line in lines}) == 1


def _with_next_word(line: Line, following: Line) -> int:
    return len(line.piece.text.rstrip()) + 1 + len(following.piece.text.split()[0])


def _is_a_row_of_words(line: Line) -> bool:
    text = line.piece.text.strip()
    return text[:1].isupper() and not SEVERAL.search(text) and not text.endswith(_ENDS)


def _stands_alone(line: Line) -> bool:
    text = line.piece.text.strip()
    return not SEVERAL.search(text) and (text[:1].isupper() or text.endswith((",", ";", ".")))


def _goes_on_from_lead(line: Line) -> bool:
    """ "genomföra kontroller. Minst fyra per månad." under "Polisen kommer att:"."""
    text = line.piece.text.strip()
    return text[:1].islower() and text.endswith((",", ";", "."))


def _does(line: Line) -> bool:
    return not SEVERAL.search(line.piece.text) and any(
        word in verbs.ACTIONS or word in verbs.BEING for word in verbs.words(line.piece.text)
    )


def _begins_with_a_verb(line: Line) -> bool:
    return any(word in verbs.INFINITIVES for word in verbs.words(line.piece.text)[:1])
