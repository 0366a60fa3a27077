"""The activities of a text, by focus area: items of lists, rows of tables, and what running text promises."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.agreement_text import verbs
from bot.domain.agreement_text.clauses import done, means_to_an_end, promises
from bot.domain.agreement_text.commitments import WILL, is_account, is_aim, is_beside_the_point, is_promise
from bot.domain.agreement_text.kinds import is_concrete, kind_of
from bot.domain.agreement_text.layout import Block, Role
from bot.domain.agreement_text.piece import Piece
from bot.domain.agreement_text.sections import Section, names_an_actor, section_of
from bot.domain.agreement_text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Found:
    """`area` is the title it stands under, `actor` the heading that says who, `quoted` if somebody said it."""

    piece: Piece
    area: Piece | None
    actor: Piece | None = None
    listed: bool = False
    quoted: bool = False
    details: tuple[Piece, ...] = ()


@dataclass(slots=True)
class Place:
    """Where the reading stands."""

    section: Section = Section.PLAIN
    area: Piece | None = None
    actor: Piece | None = None
    empty: bool = True
    found: list[Found] = field(default_factory=list)

    def take(self, piece: Piece, **more: bool) -> None:
        """ "Fler vuxna ute. Ansvarig: kommunen" is an activity and what is said about it."""
        label = _INLINE_LABEL.search(piece.text)
        told = (piece.part(label.start()),) if label else ()
        self.found.append(
            Found(piece.part(0, label.start() if label else None), self.area, self.actor, details=told, **more)
        )


_SAYS = re.compile(
    r"(?:[,.!?”\"]|^)\s*(?:säger|berättar|menar|fortsätter|förklarar|konstaterar|tycker|avslutar|påpekar|betonar|tillägger|understryker|lovar(?= (?:lokalpolis|kommun|områdes|polis)\w*(?:chef|råd|ordf))|uppger|kommenterar)\s+(?!vi\b|polisen (?:sitt|med)|med\b|också\b|arbetet\b)"
)
_SPEECH = re.compile(r"[–—−-]\s")
_LABEL = re.compile(
    r"(?P<label>ansvar(?:ig|iga|ar)?(?: (?:part(?:er)?|aktör(?:er)?|för genomförande))?|huvudansvar(?:ig)?|vem|vilka|utförare|genomförs av|aktör(?:er)?|medverkande|samverkan(?:spart(?:er)?)? med|samverkanspart(?:er)?|deltar"
    r"|när|tid(?:plan|punkt|ram)?|frekvens|hur ofta|omfattning|antal|målgrupp|plats|var|mått|indikator(?:er)?|mål|syfte|problem|orsak(?:er)?|bakgrund|effekt(?:mål)?|uppföljning|status|kostnad|budget|kontakt(?:person)?|resultat)\s*:\s*",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"(?:aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?|löfte|vi lovar|vad|så gör vi|punkt|område|fokusområde|delmål)\s*(?:\d{1,2}|[A-Z])?\s*[:.–-]\s+(?=\S)",
    re.IGNORECASE,
)
_ACTIVITY_LABEL = re.compile(
    r"(?:aktivitet(?:er)?|åtgärd(?:er)?|insats(?:er)?|så gör vi|vi lovar|vad(?: vi gör)?)\b", re.IGNORECASE
)
_ABOUT_HOW = re.compile(
    r"^(?:ansvar|huvudansvar|vem|vilka|utförare|genomförs|aktör|medverk|samverk|deltar|när|tid|frekvens|hur ofta|omfattning|antal)",
    re.IGNORECASE,
)
_PROBLEM = re.compile(
    r"\b(?:otrygg\w*|missbruk|skadegörelse\w*|inbrott|stölder|[\wåäö]*överträdelse\w*|buskörning|klotter|nedskräpning|bruk av|ordningsstörning\w*|öppen \w+försäljning|droghandel|hög(?:a)? hastighet\w*|dålig\w*|brist\w*|få vuxna|många|unga som|saknar|upplever|förekommer|ökar|ökat|procent)\b",
    re.IGNORECASE,
)
_NO_AREA = re.compile(
    r"medborgarlöfte|överenskommelse|pressmeddelande|^nyhet|signera|undertecknar|skriver under", re.IGNORECASE
)
_INLINE_LABEL = re.compile(
    r"(?<=\S) \(?(?:Ansvarig(?:a)?|Ansvar|Huvudansvar(?:ig)?|När|Tid(?:plan)?|Uppföljning|Mått|Vem)\s?: "
)
_OPENS = re.compile(r"\b(?:lovar|ska|kommer|åtar sig)(?: att)?:?$", re.IGNORECASE)
_MERE_LEAD = re.compile(
    r"(?:(?:våra|polisens|kommunens|gemensamma|prioriterade|planerade|följande) )*(?:aktiviteter|åtgärder|insatser|åtaganden|löften|prioritering(?:ar)?|handlingsplan|aktivitetsplan|återkommande)(?:na)?"
    r"(?: (?:och [\wåäö]+|20\d\d|under [\wåäö]+))?",
    re.IGNORECASE,
)
# "Polisen och kommunen lovar att arbeta för en tryggare ort" over a list is what the list is for.
_PROMISED_AIM = re.compile(r"[^.]{0,80}\b(?:lovar|löfte|åtar sig)\b[^.]*\.?$", re.IGNORECASE)
_COLUMNS = (
    (
        "activity",
        re.compile(
            r"aktivitet|åtgärd|insats|löfte|\bvad\b|\b(?:gör|lovar|ska|åtar sig)\b|innehåll|beskrivning", re.IGNORECASE
        ),
    ),
    ("area", re.compile(r"område|mål|tema|inriktning", re.IGNORECASE)),
    (
        "how",
        re.compile(r"ansvar|vem|part|aktör|utförare|när|tid|frekvens|hur ofta|omfattning|antal|plan", re.IGNORECASE),
    ),
)


def activities(blocks: Sequence[Block]) -> list[Found]:
    place = Place()
    columns: dict[str, list[int]] = {}
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.role is not Role.ROW:
            columns = {}
        if block.role is Role.HEADING:
            _enter(block.piece, place)
        elif block.role is Role.ROW:
            columns = _row(block, place, columns)
        elif block.role is Role.ITEM and not _is_speech(block):
            end = _end_of_list(blocks, at)
            _items(blocks[at:end], place)
            at = end
            continue
        else:
            _text(block, place)
        at += 1
    return place.found


def _enter(title: Piece, place: Place) -> None:
    if _labelled(title, place):
        return
    section = section_of(title.text)
    if section is Section.PLAIN and place.section is Section.ACTIVITIES and (place.empty or names_an_actor(title.text)):
        section = Section.ACTIVITIES
    if section is Section.PLAIN and title.text.endswith(":") and len(title.text.split()) > 4:
        section = place.section
    if names_an_actor(title.text):
        place.actor = title
    else:
        place.actor = None
        if section in (Section.PLAIN, Section.ACTIVITIES) and not _is_lead(title.text):
            place.area = None if _NO_AREA.search(title.text) else title
    place.section, place.empty = section, True


def _is_lead(title: str) -> bool:
    return title.endswith(":") or bool(WILL.search(title)) or bool(_MERE_LEAD.fullmatch(title))


def _end_of_list(blocks: Sequence[Block], at: int) -> int:
    while at < len(blocks) and blocks[at].role is Role.ITEM and not _is_speech(blocks[at]):
        at += 1
    return at


def _is_speech(block: Block) -> bool:
    return bool(_SAYS.search(block.piece.text)) and block.marker[:1] in ("–", "—", "−", "-", "―", "")


def _items(items: Sequence[Block], place: Place) -> None:
    """A list. Where what stands deeper is the doing, that is taken, else the item above it."""
    place.empty = False
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].depth > items[at].depth:
            end += 1
        _item(items[at], items[at + 1 : end], place)
        at = end


def _item(item: Block, below: Sequence[Block], place: Place) -> None:
    if not below:
        _single(item.piece, place)
        return
    inner = Place(place.section, place.area, place.actor)
    opens = item.piece.text.endswith(":") or not _is_doing(item.piece.text)
    heading = section_of(item.piece.text)
    if heading is not Section.PLAIN:
        inner.section = heading
    elif opens and place.section is Section.PLAIN:
        inner.area = item.piece
    _items(below, inner)
    if inner.found and (opens or len(inner.found) * 2 > len(below) and not _are_details(below)):
        place.found += inner.found
    else:
        _single(item.piece, place)


def _are_details(below: Sequence[Block]) -> bool:
    return all(len(item.piece.text.split()) < 4 for item in below)


def _is_doing(text: str) -> bool:
    return is_promise(text, announced=True) or _verb_first(text)


def _single(piece: Piece, place: Place) -> None:
    """An item as it stands; after a title of its own ("Trafik. Polisen ska …") only what is promised."""
    if _labelled(piece, place):
        return
    parts = list(sentences(piece)) or [piece]
    if len(parts) > 1 and _is_title(parts[0].text):
        _running(parts[1:], replace(place, area=place.area or parts[0], found=place.found), announced=True)
        return
    if means := means_to_an_end(parts[0]):
        for each in done(means):
            place.take(each, listed=True)
    elif _is_item(parts[0].text, place.section):
        place.take(piece, listed=True)
    elif len(parts) > 1:
        titled = replace(place, area=parts[0], found=place.found) if place.section is Section.PLAIN else place
        _running(parts[1:], titled, announced=True)


def _is_title(text: str) -> bool:
    """ "Trygga mötesplatser." """
    found = verbs.words(text)
    return len(found) < 6 and not any(word in verbs.ACTIONS for word in found) and not WILL.search(text)


def _labelled(piece: Piece, place: Place) -> bool:
    """ "Ansvarig: polisen" under an activity tells more about it; "Åtgärd: …" is one."""
    label = _LABEL.match(piece.text)
    if label and len(piece.text) > label.end():
        if place.found and _ABOUT_HOW.match(piece.text):
            last = place.found[-1]
            place.found[-1] = Found(last.piece, last.area, last.actor, last.listed, last.quoted, (*last.details, piece))
        return True
    titled = _ACTIVITY_LABEL.match(piece.text) and _TITLE_LABEL.match(piece.text)
    if (
        titled
        and (rest := piece.part(titled.end()))
        and is_promise(rest.text, announced=True) | _verb_first(rest.text) | is_concrete(rest.text)
    ):
        place.take(rest, listed=True)
        return True
    return False


def _is_item(text: str, section: Section) -> bool:
    if section in (Section.RESULT, Section.END, Section.FOLLOW_UP) or is_beside_the_point(text) or is_account(text):
        return False
    if section in (Section.PROBLEM, Section.AIM, Section.BACKGROUND):
        return bool(WILL.search(text)) and is_promise(text) and is_concrete(text)
    if is_aim(text):
        return False
    if section is Section.ACTIVITIES:
        return True
    return (
        is_promise(text, announced=True)
        or (_verb_first(text) and is_concrete(text))
        or (is_concrete(text) and not _PROBLEM.search(text))
        or text.lower().startswith("fortsa")
    )


def _verb_first(text: str) -> bool:
    return any(word in verbs.INFINITIVES | verbs.PRESENTS for word in verbs.words(text)[:1])


def _text(block: Block, place: Place) -> None:
    quoted = _is_speech(block)
    place.empty = False
    if _labelled(block.piece, place) or place.section in (Section.END, Section.RESULT, Section.FOLLOW_UP):
        return
    if _PROMISED_AIM.match(block.piece.text) and is_aim(block.piece.text) and not quoted:
        place.area = block.piece
        return
    parts = list(sentences(_unspoken(_untitled(block.piece))))
    _running(parts, place, announced=place.section is Section.ACTIVITIES, quoted=quoted)


def _running(parts: Sequence[Piece], place: Place, *, announced: bool, quoted: bool = False) -> None:
    for sentence in parts:
        for piece in promises(sentence, announced=announced, spoken=quoted):
            if place.section in (Section.PLAIN, Section.ACTIVITIES) or _is_sure(
                sentence.text, piece.text, place.section
            ):
                place.take(piece, quoted=quoted)


def _is_sure(sentence: str, text: str, section: Section) -> bool:
    """Plain enough to be taken from among background, problems and aims."""
    if kind_of(text) == "radsmote" and section is Section.BACKGROUND:
        return True
    return bool(WILL.search(sentence)) and (is_concrete(text) or section in (Section.PROBLEM, Section.AIM))


def _unspoken(piece: Piece) -> Piece:
    """Without ", säger …"."""
    says = _SAYS.search(piece.text)
    return piece.part(0, says.start() + 1) if says else piece


def _untitled(piece: Piece) -> Piece:
    label = _TITLE_LABEL.match(piece.text)
    return piece.part(label.end()) if label else piece


def _row(block: Block, place: Place, columns: dict[str, list[int]]) -> dict[str, list[int]]:
    named = _column_names(block.cells)
    if not columns and named.get("activity") and all(len(cell.text) < 40 for cell in block.cells):
        return {**named, "width": [len(block.cells)]}
    cells = _aligned(block.cells, columns)
    place.empty = False
    section = Section.ACTIVITIES if columns else place.section
    for at in columns.get("activity") or [_likeliest(cells)]:
        cell = cells[at] if at < len(cells) else None
        if cell and len(cell.text.split()) > 1 and not _OPENS.search(cell.text) and _is_item(cell.text, section):
            area = next(_cells(cells, columns, "area"), place.area)
            place.found.append(
                Found(cell, area, place.actor, listed=True, details=tuple(_cells(cells, columns, "how")))
            )
    return columns


def _aligned(cells: Sequence[Piece], columns: dict[str, list[int]]) -> list[Piece]:
    """Without the empty ones where a row has more cells than its table has columns."""
    width = columns.get("width", [0])[0]
    return [cell for cell in cells if cell] if len(cells) != width else list(cells)


def _cells(cells: Sequence[Piece], columns: dict[str, list[int]], name: str) -> Iterator[Piece]:
    return (cells[at] for at in columns.get(name, []) if at < len(cells) and cells[at])


def _column_names(cells: Sequence[Piece]) -> dict[str, list[int]]:
    names: dict[str, list[int]] = {}
    for at, cell in enumerate(cells):
        name = next((name for name, pattern in _COLUMNS if pattern.search(cell.text)), "")
        names.setdefault(name, []).append(at)
    return names


def _likeliest(cells: Sequence[Piece]) -> int:
    return max(range(len(cells)), key=lambda at: len(cells[at].text))


def details_of(found: Found) -> Iterator[Piece]:
    """All that says something about it: its own words first."""
    yield found.piece
    yield from found.details
