"""The answer to "how is it going?": one agreement in one message, several as a list, or the question which is meant."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import accumulate

from bot.domain import progress_text as text
from bot.domain.calendar import local_day
from bot.domain.measures import MeasureGroup
from bot.domain.periods import period_text
from bot.domain.progress import Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import WEEKDAYS, joined, range_text, sentence
from bot.domain.swedish_words import name
from bot.domain.words import AgreementKind, Form
from bot.views import blocks
from bot.views.blocks import Block, Message
from bot.views.progress_buttons import buttons
from bot.views.progress_found import Found, Overview, Scope, Several, Which, scope_value
from storage.agreements import AgreementRow

LONGEST_LIST = 20
LONGEST_DETAILS, LONGEST_IN_FULL, LONGEST_ROW = 9_000, 5_000, 1_200  # characters: a message holds some 13 000
MOST_NAMED = 2
MOST_IN_FULL = 3
SHOW = "progress_show"
URGENT = (Verdict.BEHIND, Verdict.RISK)  # told in full, with the reasons

Section = Sequence[tuple[str, str]]  # lines: what stands in bold, and what follows it


def answer(found: Found, now: datetime) -> Message:
    match found:
        case Overview():
            return overview(found, now)
        case Several():
            return several(found, now)
        case Which():
            return which(found)


def overview(found: Overview, now: datetime) -> Message:
    today = local_day(now)
    over = found.agreement.over(today)
    summary = text.summary(found.activities, over=over)
    head = [(f"{headline(found)}: {_as_of(found, today)}", ""), ("", f"{sentence(summary)}.")]
    groups = [_group(verdict, found, today) for verdict in Verdict]
    if _is_one_of_many(found):
        head, summary = head[:1], text.heading(found.activities[0].verdict, over=over).lower()
    return _message(
        f"{headline(found)}: {summary}",
        head,
        [*groups, [*_foot(found, today), *_next(found, today)]],
        [buttons(found, headline(found), over=over)],
    )


def details(found: Overview, now: datetime) -> Message:
    """Every activity by its own title, under its focus area."""
    today = local_day(now)
    lines = [_detail(one, found, today) for one in found.activities]
    shown, more = _fitting(lines, LONGEST_DETAILS)
    areas: dict[str, list[tuple[str, str]]] = {}
    for one, line in zip(found.activities, shown, strict=False):
        areas.setdefault(one.frame.focus_area, [(one.frame.focus_area, "")]).append(("", line))
    title = f"{headline(found)}: {_as_of(found, today)} i detalj"
    return _message(title, [(title, "")], [*areas.values(), [("", line) for line in more], _foot(found, today)], [])


def several(found: Several, now: datetime) -> Message:
    today = local_day(now)
    shown = found.overviews[:LONGEST_LIST]
    title = f"Läget {_day(today)}"
    lines = [(headline(one), text.summary(one.activities, over=one.agreement.over(today), noun=False)) for one in shown]
    rows = [
        blocks.section(f"*{blocks.escape(about)}:* {verdict}", accessory=_open("Visa", one.scope, about))
        for one, (about, verdict) in zip(shown, lines, strict=True)
    ]
    left = len(found.overviews) - len(shown)
    rest = [f"{left} till visas inte här. Skriv läget och kommunens namn till mig."] if left else []
    said = "\n".join([title, *[f"{about}: {verdict}" for about, verdict in lines], *rest])
    return blocks.message(
        blocks.escape(said), [blocks.section(f"*{title}*"), *rows, *[blocks.context(line) for line in rest]]
    )


def which(asked: Which) -> Message:
    shown = [blocks.section(blocks.escape(asked.sentence))]
    open_each = [_open(label(one), Scope(one.id), one.title) for one in asked.choices[:LONGEST_LIST]]
    return blocks.message(blocks.escape(asked.sentence), [*shown, blocks.actions(*open_each)] if open_each else shown)


def label(agreement: AgreementRow) -> str:
    """For a button: "Hofors 2023–2024", "Timrå, samverkan 2019–2023"."""
    first, last = agreement.period_start.year, agreement.period_end.year
    years = f"{first}" if first == last else f"{first}–{last}"
    about = ", samverkan" if agreement.kind is AgreementKind.COLLABORATION else ""
    tail = f"{about} {years}"
    return f"{blocks.cut(_places(agreement), blocks.BUTTON_LIMIT - len(tail))}{tail}"


def _detail(one: ActivityProgress, found: Overview, today: date) -> str:
    told = found.agreement.over(today) or one.frame.form is Form.DELIVERABLE
    parts = ["" if told else f"{name(one.verdict)}.", _in_full(one, found, today), _sums(one)]
    return f"• {one.frame.title}: {' '.join(part for part in parts if part)}"


def _fitting(lines: Sequence[str], longest: int) -> tuple[Sequence[str], list[str]]:
    """The first ones, and how many more there are, if any."""
    fit = sum(length <= longest for length in accumulate(len(blocks.escape(line)) for line in lines))
    left = len(lines) - fit
    return lines[:fit], [f"{left} till visas inte här. Fråga om en i taget."] if left else []


def _row(parts: Sequence[str]) -> str:
    fit = sum(length <= LONGEST_ROW for length in accumulate(len(blocks.escape(part)) for part in parts))
    left = len(parts) - fit
    return " · ".join([*parts[:fit], *([f"{left} till"] if left else [])])


def _group(verdict: Verdict, found: Overview, today: date) -> Section:
    """The activities of one verdict. The urgent, and the few that were asked for, in full; else in a row."""
    members = [one for one in found.activities if one.verdict is verdict]
    if not members:
        return []
    label = f"{text.heading(verdict, over=found.agreement.over(today))}:"
    if verdict in URGENT or _few(found):
        (first, *rest), more = _fitting([_named_in_full(one, found, today) for one in members], LONGEST_IN_FULL)
        return [(label, first), *[("", sentence(line)) for line in [*rest, *more]]]
    if verdict is Verdict.CANNOT_ASSESS:
        row = _row([f"{_called(one, found)}{text.in_brackets(one)}" for one in members])
        return [(label, f"{row}. {text.nothing_to_compare(members)}")]
    mixed = len({one.frame.origin for one in found.activities if one.frame.origin}) > 1
    return [(label, _row([f"{_called(one, found)} {text.short(one, with_origin=mixed)}".strip() for one in members]))]


def _named_in_full(one: ActivityProgress, found: Overview, today: date) -> str:
    """A name that stands in the headline already is not said again."""
    called = "" if _is_one_of_many(found) else f"{_called(one, found)}. "
    return f"{called}{_in_full(one, found, today)}".rstrip()


def _is_one_of_many(found: Overview) -> bool:
    return bool(found.scope.activities) and len(found.activities) == 1


def _in_full(one: ActivityProgress, found: Overview, today: date) -> str:
    parts = [text.figures(one, today), text.deviations(one), text.next_time(one, found.hidden, today)]
    return " ".join(part for part in parts if part)


def _sums(one: ActivityProgress) -> str:
    """What was found stands beside, and is never added to what was done."""
    done = ", ".join(text.sums_of(one, MeasureGroup.DONE)) if one.tally.goal else ""
    seen = ", ".join(text.sums_of(one, MeasureGroup.FOUND))
    return " ".join(f"{label}: {sums}." for label, sums in (("I siffror", done), ("Upptäckt", seen)) if sums)


def _foot(found: Overview, today: date) -> list[tuple[str, str]]:
    """What the figures rest on, and how old they are."""
    last = found.agreement.terminated_on or found.agreement.period_end
    ended = f"{_definite(found.agreement)} gällde till {range_text(last, last)} {last.year}."
    lines = [
        ended if found.agreement.over(today) else "",
        _shown_too(found),
        text.origin(found.activities, found.agreement.kind, today),
        text.freshness(found.activities, today, over=found.agreement.over(today)),
    ]
    return [("", line) for line in lines if line]


def _shown_too(found: Overview) -> str:
    count = sum(one.frame.activity_id in found.shown for one in found.activities)
    if not count:
        return ""
    other = found.agreement.kind is AgreementKind.CITIZEN_PROMISE
    where = text.DEFINITE[AgreementKind.COLLABORATION if other else AgreementKind.CITIZEN_PROMISE]
    if count == len(found.activities):
        return f"Visas från {where}, och räknas där."
    return f"{count} av aktiviteterna visas från {where}, och räknas där."


def _next(found: Overview, today: date) -> Section:
    """What comes next of them all, where no activity has told its own."""
    told = _few(found) or any(one.verdict in URGENT for one in found.activities)
    line = "" if told else text.first_next(found.activities, found.hidden, today)
    return [("", line)] if line else []


def _few(found: Overview) -> bool:
    return 0 < len(found.scope.activities) <= MOST_IN_FULL


def _open(label: str, scope: Scope, about: str) -> Block:
    return blocks.button(label, SHOW, scope_value(scope), about=about)


def _message(notice: str, head: Section, sections: Iterable[Section], after: Sequence[Block]) -> Message:
    """In the text, the notice says what the head does with the verdict first: that is what a lock screen shows."""
    kept = [section for section in sections if section]
    said = [" ".join(part for part in line if part) for section in kept for line in section]
    shown = [block for section in (head, *kept) for block in blocks.sections(*[_marked(*line) for line in section])]
    return blocks.message(blocks.escape("\n".join([f"{notice}.", *said])), [*shown, *after])


def _marked(bold: str, rest: str) -> str:
    return " ".join(part for part in (f"*{blocks.escape(bold)}*" if bold else "", blocks.escape(rest)) if part)


def headline(found: Overview) -> str:
    """Where, which agreement unless it is the promise, and what of it when not everything."""
    parts = [_places(found.agreement)]
    if found.agreement.kind is AgreementKind.COLLABORATION:
        parts.append(text.DEFINITE[found.agreement.kind])
    if found.scope.activities:
        names = [_called(one, found) for one in found.activities]
        parts.append(joined(names) if len(names) <= MOST_NAMED else f"{len(names)} aktiviteter")
    return ", ".join(parts) + (" (exempel)" if found.agreement.example else "")


def _as_of(found: Overview, today: date) -> str:
    if found.activities and (found.scope.year or found.agreement.over(today)):
        one = max(found.activities, key=lambda one: one.period.first)
        if today not in one.period:
            return f"så gick det {period_text(one.period, None, one.frame.first_month)}"
    return f"läget {_day(today)}"


def _called(one: ActivityProgress, found: Overview) -> str:
    return text.called(one.frame, [other.frame for other in found.activities])


def _places(agreement: AgreementRow) -> str:
    return joined(list(agreement.municipalities.values()))


def _definite(agreement: AgreementRow) -> str:
    return "Löftet" if agreement.kind is AgreementKind.CITIZEN_PROMISE else "Överenskommelsen"


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {range_text(day, day)}"
