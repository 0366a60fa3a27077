"""What a plan for a year would be, before it is saved, and what was saved."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.calendar import DAY, local_day
from bot.domain.periods import Period, period_text
from bot.domain.recurrence import Span
from bot.domain.swedish import MONTHS, WEEKDAYS, day_short, joined, number, sentence, span_text
from bot.domain.words import Form
from bot.domain.year_plan import NotedDay, YearProposal, by_month
from bot.views.blocks import Block, View, actions, button, context, escape, field, modal, option, plain, section
from bot.views.occurrences import PROTECTED, people_line
from bot.views.year_plan import AskedYear, carried
from storage.activities import Plannable
from storage.conflicts import Busy
from storage.occurrences import Named

MOST_NAMED = 12
UNDECIDED = "Hur många planerar ni? Du har inte skrivit något antal, så inget är planerat. Kom tillbaka när ni vet."
NOTHING = "Det blev inga nya tillfällen, så det finns inget att spara."


@dataclass(frozen=True, slots=True)
class Preview:
    """`there` of what was wished are planned already."""

    activity: Plannable
    asked: AskedYear
    proposal: YearProposal
    there: int
    named: Sequence[Named]
    conflicts: Sequence[Busy]

    @property
    def fingerprint(self) -> str:
        """The same for the same occurrences."""
        times = " ".join(f"{one.starts.isoformat()}/{one.ends.isoformat()}" for one in self.proposal.spans)
        return hashlib.sha256(times.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class PlannedYear:
    """`decided`: how many, where nobody had decided a number before."""

    activity: Plannable
    spans: Sequence[Span]
    named: Sequence[Named]
    decided: int | None


def preview(found: Preview, now: datetime, *, changed: bool = False) -> View:
    """`changed`: it is no longer what somebody wanted to save."""
    activity, spans = found.activity, found.proposal.spans
    again = actions(button("Ändra", "year_plan_again"))
    private = carried(found.asked, found.fingerprint)
    if not spans:
        lines = _remarks(found, now)
        said = UNDECIDED if found.asked.line is None and found.asked.count is None else NOTHING
        return modal(
            "year_plan_none", "Planera året", [section(_title(activity), said, *lines), again], private=private
        )
    note = ["*Förslaget har ändrats sedan du såg det.*"] if changed else []
    blocks = [
        section(*note, f"*{_counted(len(spans))}, {_called(activity)}*", *_common(found)),
        *(section(*some) for some in _chunks(months(spans, activity.form, now), 6)),
        *([section(*remarks)] if (remarks := _remarks(found, now)) else []),
        field("skip", "Ta inte med", _skippable(spans, activity.form, now), optional=True),
        context("Inget är sparat än."),
        again,
    ]
    return modal("year_plan_save", "Planera året", blocks, submit="Spara plan", private=private)


def saved(made: PlannedYear, now: datetime) -> View:
    if not made.spans:
        return modal("receipt", "Inget är sparat", [section(NOTHING)])
    decided = [f"Planerat antal: {number(made.decided)}."] if made.decided else []
    told = "De påminns före varje tillfälle, och den som leder får frågan hur det gick." if made.named else ""
    lines = [
        f"*Planerat: {_counted(len(made.spans)).lower()}, {_called(made.activity)}*",
        people_line(made.named),
        *decided,
        *filter(None, [told]),
    ]
    listed = [section(*some) for some in _chunks(months(made.spans, made.activity.form, now), 6)]
    where = f"{made.activity.municipality_id}:{local_day(made.spans[0].starts).year}"
    show = button("Visa årshjulet", "year_wheel_show", where)
    return modal("receipt", "Sparat", [section(*lines), *listed, actions(show)])


def months(spans: Sequence[Span], form: Form, now: datetime) -> list[str]:
    """Gives "*Mars 2027:* tis 2 · tis 16" for each month; each with its time where they differ."""
    differ = form is Form.DATED and len(_clocks(spans)) > 1
    said = {one: f"{_short(one, form)} {span_text(*one)}" if differ else _short(one, form) for one in spans}
    return [f"*{_month(month, now)}:* {' · '.join(map(said.__getitem__, some))}" for month, some in by_month(spans)]


def _clocks(spans: Iterable[Span]) -> set[str]:
    return {span_text(*one) for one in spans}


def conflict_line(one: Busy, now: datetime) -> str:
    """Gives "tis 5 jan kl. 18–20: @bo är redan på Trygga kvällar"; no hour of what the reader may not know of."""
    day = day_short(local_day(one.starts_at), local_day(now))
    if not one.title:
        return f"{day}: <@{one.user_id}> är upptagen då"
    return f"{day} {span_text(one.starts_at, one.ends_at)}: <@{one.user_id}> är redan på {escape(one.title)}"


def conflict_lines(conflicts: Sequence[Busy], now: datetime) -> list[str]:
    if not conflicts:
        return []
    said = [f"• {conflict_line(one, now)}" for one in conflicts[:MOST_NAMED]]
    left = len(conflicts) - MOST_NAMED
    return ["*Krockar:*", *said, *([f"• och {left} till"] if left > 0 else [])]


def _title(activity: Plannable) -> str:
    return f"*{_called(activity)}*"


def _called(activity: Plannable) -> str:
    return escape(f"{activity.title}, {activity.municipality}")


def _counted(count: int) -> str:
    return f"{count} tillfälle" if count == 1 else f"{number(count)} tillfällen"


def _common(found: Preview) -> Iterator[str]:
    """What holds for all of them."""
    clocks = _clocks(found.proposal.spans)
    dated = found.activity.form is Form.DATED
    about = [
        *(clocks if dated and len(clocks) == 1 else ()),
        *([escape(found.asked.place)] if found.asked.place else []),
    ]
    if about:
        yield sentence(", ".join(about))
    yield people_line(found.named)
    if found.activity.protected:
        yield PROTECTED


def _remarks(found: Preview, now: datetime) -> list[str]:
    proposal, today = found.proposal, local_day(now)
    lines = []
    if proposal.avoided:
        lines.append(f"*Undvek:* {noted(proposal.avoided, today)}")
    if proposal.anyway:
        lines.append(f"*Ligger ändå på:* {noted(proposal.anyway, today)}")
    if found.there:
        lines.append(f"Redan planerade, läggs inte till igen: {number(found.there)}.")
    if proposal.crowded:
        lines.append(f"Fick inte plats i perioden: {number(proposal.crowded)}.")
    if proposal.outside:
        lines.append(f"Utanför perioden, inte med: {number(proposal.outside)}.")
    return [*lines, *conflict_lines(found.conflicts, now)]


def noted(days: Sequence[NotedDay], today: date) -> str:
    """Gives "mån 1 mars (sportlov) och mån 29 mars (annandag påsk)"."""
    said = [f"{day_short(one.day, today)} ({one.why})" for one in days[:MOST_NAMED]]
    left = len(days) - MOST_NAMED
    return joined([*said, *([f"{left} till"] if left > 0 else [])])


def _month(first: date, now: datetime) -> str:
    year = f" {first.year}" if first.year != local_day(now).year else ""
    return f"{sentence(MONTHS[first.month - 1])}{year}"


def _short(one: Span, form: Form) -> str:
    first = local_day(one.starts)
    if form is Form.DATED:
        return f"{WEEKDAYS[first.weekday()][:3]} {first.day}"
    return period_text(Period(first, local_day(one.ends) - DAY))


def _skippable(spans: Sequence[Span], form: Form, now: datetime) -> Block:
    """By month; of each at most a hundred, which no month has."""
    groups: list[Mapping[str, Any]] = [
        {
            "label": plain(_month(month, now)),
            "options": [option(_choice(one, form), one.starts.isoformat()) for one in some],
        }
        for month, some in by_month(spans)
    ]
    return {"type": "multi_static_select", "placeholder": plain("Välj datum"), "option_groups": groups[:100]}


def _choice(one: Span, form: Form) -> str:
    if form is Form.DATED:
        return f"{day_short(local_day(one.starts))} {span_text(*one)}"
    return sentence(_short(one, form))


def _chunks(lines: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (lines[start : start + size] for start in range(0, len(lines), size))
