"""The answer to "how is it going?": one agreement in one message, several as a list, or the question which is meant."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain import progress_basis as basis
from bot.domain import progress_text as text
from bot.domain.calendar import local_day
from bot.domain.progress import URGENT, Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import joined, sentence
from bot.domain.words import AgreementKind
from bot.views import blocks, progress_compared, progress_measures, progress_promised
from bot.views.blocks import Block, Message
from bot.views.progress_buttons import buttons
from bot.views.progress_found import Found, Overview, Scope, SeveralAgreements, WhichAgreement, scope_value
from bot.views.progress_parts import Section, as_of, called, day, fitting, foot, in_full, places, row, where, written
from storage.agreements import AgreementRow

NOT_ALL = "Det här är de kommuner som du kan se läget i, inte hela landet."
LONGEST_LIST = 20
LONGEST_IN_FULL = 5_000  # characters, of what is urgent
MOST_NAMED = 2
MOST_IN_FULL = 3
SHOW = "progress_show"


def answer(found: Found, now: datetime) -> Message:
    match found:
        case Overview(promised=True):
            return _and(progress_promised.promised(found), found.refused)
        case Overview():
            return overview(found, now)
        case SeveralAgreements([Overview(promised=True), *_]):
            return _and(progress_promised.of_several(found.overviews), found.refused)
        case SeveralAgreements():
            return several(found, now)
        case WhichAgreement():
            return _and(which(found), found.refused)


def overview(found: Overview, now: datetime) -> Message:
    today = local_day(now)
    over = found.over(today)
    summary = text.summary(found.activities, over=over)
    head = [(f"{headline(found)}: {as_of(found, today)}", ""), ("", f"{sentence(summary)}.")]
    groups = [_group(verdict, found, today) for verdict in Verdict]
    if _is_one_of_many(found):
        head, summary = head[:1], text.heading(found.activities[0].verdict, over=over).lower()
    groups.insert(0, progress_measures.asked_for(found, today))
    ends = [progress_compared.section(found, today), [*foot(found, today), *_next(found, today)]]
    said, shown = written(f"{headline(found)}: {summary}", head, [*groups, *ends])
    if found.refused:  # with mentions, so it is not escaped
        said, shown = f"{said}\n{found.refused}", [*shown, blocks.section(found.refused)]
    over = found.agreement.over(today)
    return blocks.message(said, [*shown, buttons(found, headline(found), over=over)])


def several(found: SeveralAgreements, now: datetime) -> Message:
    """One line for each place, which opens what has all of it, else the worst of its agreements.

    Parts of one agreement have lines of their own.
    """
    today = local_day(now)
    by_place: dict[tuple[object, ...], list[Overview]] = {}
    for one in found.overviews:
        by_place.setdefault((*one.agreement.municipalities, one.scope.period, *one.scope.activities), []).append(one)
    lines = [_line(some, today) for some in by_place.values()][:LONGEST_LIST]
    rows = [
        blocks.section(f"*{blocks.escape(about)}:* {verdict}", accessory=_open("Visa", scope, about))
        for about, verdict, scope in lines
    ]
    title = sentence(as_of(found.overviews[0], today)) if found.overviews else f"Läget {day(today)}"
    left = len(by_place) - len(lines)
    rest = _freshness(found.overviews, today)
    rest += [f"{left} till visas inte här. Skriv läget och kommunens namn till mig."] if left else []
    rest += [NOT_ALL] if found.nation else []
    said = blocks.escape("\n".join([title, *[f"{about}: {verdict}" for about, verdict, _ in lines], *rest]))
    rest += [found.refused] if found.refused else []  # with mentions, so it is not escaped
    said += f"\n{found.refused}" if found.refused else ""
    return blocks.message(said, [blocks.section(f"*{title}*"), *rows, *[blocks.context(line) for line in rest]])


def _line(some: Sequence[Overview], today: date) -> tuple[str, str, Scope]:
    """Where, the verdicts on all that is agreed there, and what to open."""
    activities = [activity for one in some for activity in one.activities]
    about = headline(some[0]) if len(some) == 1 else where(some[0].agreement)
    if some[0].measures:
        return about, progress_measures.in_a_row(some[0], today), some[0].scope
    verdicts = text.summary(activities, over=some[0].over(today), noun=False)
    then = progress_compared.in_a_row(some, today)
    return about, f"{verdicts}. {then}" if then else verdicts, _whole(some).scope


def _whole(some: Sequence[Overview]) -> Overview:
    """Of a place: the agreement that the others are part of shows theirs too."""
    within = {one.agreement.parent_id for one in some}
    return next((one for one in some if within == {None, one.agreement.id}), some[0])


def _freshness(found: Sequence[Overview], today: date) -> list[str]:
    once = {activity.frame.activity_id: activity for one in found for activity in one.activities}
    over = all(one.over(today) for one in found)
    return [basis.freshness(list(once.values()), today, over=over)] if once else []


def which(asked: WhichAgreement) -> Message:
    shown = [blocks.section(blocks.escape(asked.sentence))]
    open_each = [_open(label(one), Scope(one.id), one.title) for one in asked.choices[:LONGEST_LIST]]
    return blocks.message(blocks.escape(asked.sentence), [*shown, blocks.actions(*open_each)] if open_each else shown)


def label(agreement: AgreementRow) -> str:
    """For a button: "Hofors 2023–2024", "Timrå, samverkan 2019–2023"."""
    first, last = agreement.period_start.year, agreement.period_end.year
    years = f"{first}" if first == last else f"{first}–{last}"
    about = ", samverkan" if agreement.kind is AgreementKind.COLLABORATION else ""
    tail = f"{about} {years}"
    return f"{blocks.cut(places(agreement), blocks.BUTTON_LIMIT - len(tail))}{tail}"


def _and(said: Message, refused: str) -> Message:
    """What is refused holds mentions, so it is not escaped."""
    if not refused:
        return said
    return blocks.message(f"{said['text']}\n{refused}", [*said["blocks"], blocks.section(refused)])


def _group(verdict: Verdict, found: Overview, today: date) -> Section:
    """The activities of one verdict. The urgent, and the few that were asked for, in full; else in a row."""
    members = [one for one in found.activities if one.verdict is verdict]
    if not members:
        return []
    label = f"{text.heading(verdict, over=found.over(today))}:"
    if verdict in URGENT or _few(found):
        longest = LONGEST_IN_FULL // max(len({one.verdict for one in found.activities} & URGENT), 1)
        (first, *rest), more = fitting([_named_in_full(one, found, today) for one in members], longest)
        return [(label, first), *[("", sentence(line)) for line in [*rest, *more]]]
    if verdict is Verdict.CANNOT_ASSESS:
        told = row([f"{called(one, found)}{text.in_brackets(one)}" for one in members])
        return [(label, f"{told}. {text.nothing_to_compare(members)}")]
    mixed = len({one.frame.origin for one in found.activities if one.frame.origin}) > 1
    return [(label, row([f"{called(one, found)} {text.short(one, with_origin=mixed)}".strip() for one in members]))]


def _named_in_full(one: ActivityProgress, found: Overview, today: date) -> str:
    """A name that stands in the headline already is not said again."""
    start = "" if _is_one_of_many(found) else f"{called(one, found)}. "
    return f"{start}{in_full(one, found, today)}".rstrip()


def _is_one_of_many(found: Overview) -> bool:
    return bool(found.scope.activities) and len(found.activities) == 1


def _next(found: Overview, today: date) -> Section:
    """What comes next of them all, where no activity has told its own."""
    told = _few(found) or any(one.verdict in URGENT for one in found.activities)
    line = "" if told else text.first_next(found.activities, found.hidden, today)
    return [("", line)] if line else []


def _few(found: Overview) -> bool:
    return 0 < len(found.scope.activities) <= MOST_IN_FULL


def _open(label: str, scope: Scope, about: str) -> Block:
    return blocks.button(label, SHOW, scope_value(scope), about=about)


def _what(found: Overview) -> str:
    names = [called(one, found) for one in found.activities]
    if found.area and len(names) > 1:
        return f"fokusområdet {found.area}"
    return joined(names) if len(names) <= MOST_NAMED else f"{len(names)} aktiviteter"


def headline(found: Overview) -> str:
    """Where, which agreement unless it is the promise, and what or whose part of it when not everything."""
    parts = [places(found.agreement)]
    if found.agreement.kind is AgreementKind.COLLABORATION:
        parts.append(text.DEFINITE[found.agreement.kind])
    if found.party and not _is_one_of_many(found):
        parts.append(progress_promised.PARTIES[found.party])
    elif found.scope.activities:
        parts.append(_what(found))
    return ", ".join(parts) + (" (exempel)" if found.agreement.example else "")
