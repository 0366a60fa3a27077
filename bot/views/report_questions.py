"""What the bot asks about a typed line before it saves it. The line is kept as a draft; one tap finishes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.calendar import local_day
from bot.domain.kinds import kind
from bot.domain.periods import Period
from bot.domain.reading import ReportReading
from bot.domain.report import Report
from bot.domain.screening import REMOVE_YOURS, HeldBack
from bot.domain.swedish import day_short, range_text, sentence
from bot.views import blocks, occurrence_text
from bot.views.blocks import BUTTON_LIMIT, Message, cut
from bot.views.outcomes import Receipt, echo
from storage.occurrences import Listed
from storage.reportable import Reportable


@dataclass(frozen=True, slots=True)
class Which:
    """Which of these is meant; `another_day`: the line says that it was not today. `dated`: the days of a new one."""

    draft_id: int
    reading: ReportReading
    occurrences: Sequence[Listed]
    activities: Sequence[Reportable]
    another_day: bool = False
    dated: Period | None = None


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Whether it is a report at all."""

    draft_id: int
    line: str


@dataclass(frozen=True, slots=True)
class Again:
    """Whether it is one more, though the same figures were reported a moment ago as `number`."""

    draft_id: int
    activity_id: int
    number: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Whether to save what is left of a line; `stays`: the line stands in a message of the writer's own."""

    draft_id: int
    held: HeldBack
    stays: bool


@dataclass(frozen=True, slots=True)
class Already:
    """Whether the line is about what a colleague, the Slack user `by`, has reported; None: the person themselves."""

    draft_id: int
    activity_id: int
    occurrence: Listed
    outcome_id: int
    by: str | None
    report: Report


Question = Which | Perhaps | Again | Cleaned | Already


def is_protected(found: Receipt | Question) -> bool:
    """Whether it shows when and where something protected was, or may."""
    match found:
        case Receipt():
            return found.occurrence.protected
        case Which():
            return any(one.protected for one in found.occurrences) or _is_secret(found.reading.kind)
        case Already():
            return found.occurrence.protected
        case _:
            return False


def question(asked: Question, now: datetime) -> Message:
    match asked:
        case Which():
            return which(asked, now)
        case Perhaps():
            return perhaps(asked)
        case Again():
            return again(asked)
        case Cleaned():
            return cleaned(asked)
        case Already():
            return already(asked, now)


def which(asked: Which, now: datetime) -> Message:
    """One tap finishes it; the way out says what it does."""
    question = _question(asked)
    lines = [f"*{question}*", echo(asked.reading.report(), asked.reading.kind)]
    lines.append("Inget är sparat än. Välj, så sparar jag det du skrev.")
    if asked.another_day and asked.activities and not asked.dated:
        lines.append("En ny rapport får dagens datum.")
    options = [
        blocks.button(_label(one, asked, now), "outcome_pick", f"{asked.draft_id}:{one.id}")
        for one in asked.occurrences[:5]
    ]
    options += [
        blocks.button(_unplanned_label(one, asked, now), "outcome_pick_unplanned", f"{asked.draft_id}:{one.id}")
        for one in asked.activities[:5]
    ]
    options.append(blocks.button("Spara inte", "outcome_forget", asked.draft_id))
    text = "\n".join([question, *[line for line in lines[1:] if line]])
    return blocks.message(text, [blocks.section(*[line for line in lines if line]), blocks.actions(*options)])


def perhaps(asked: Perhaps) -> Message:
    lines = ("Är det här en rapport? Inget är sparat än.", f"Du skrev: {blocks.escape(blocks.quote(asked.line))}")
    yes = blocks.button("Ja, spara den", "outcome_confirm", asked.draft_id)
    no = blocks.button("Nej, spara inte", "outcome_forget", asked.draft_id)
    return blocks.message("\n".join(lines), [blocks.section(f"*{lines[0]}*", lines[1]), blocks.actions(yes, no)])


def cleaned(asked: Cleaned) -> Message:
    lines = [
        asked.held.why,
        f"Då står det kvar: {blocks.escape(blocks.quote(asked.held.cleaned))}",
        *([REMOVE_YOURS] if asked.stays else []),
    ]
    yes = blocks.button("Spara så här", "outcome_confirm", asked.draft_id)
    no = blocks.button("Spara inte", "outcome_forget", asked.draft_id)
    return blocks.message("\n".join(lines), [blocks.section(*lines), blocks.actions(yes, no)])


def already(asked: Already, now: datetime) -> Message:
    """Adding to it begins with the numbers that are there: nothing is counted twice."""
    told = echo(asked.report, asked.occurrence.kind, asked.occurrence.form) or "genomförd"
    about = f"<@{asked.by}> har redan rapporterat" if asked.by else "Du har redan rapporterat"
    label, action = ("Lägg till mitt", "outcome_add") if asked.by else ("Ändra rapporten", "outcome_change")
    other = "En som inte var planerad" if asked.by else "En till"
    rest = (told, "Gäller din rad samma tillfälle? Inget av den är sparat än.")
    buttons = blocks.actions(
        blocks.button(label, action, asked.outcome_id),
        blocks.button(other, "outcome_pick_unplanned", f"{asked.draft_id}:{asked.activity_id}"),
        blocks.button("Spara inte", "outcome_forget", asked.draft_id),
    )
    shown = f"*{about} {blocks.escape(occurrence_text.definite(asked.occurrence, now))}*"
    text = f"{about} {blocks.escape(occurrence_text.noticed(asked.occurrence, now))}"
    return blocks.message("\n".join([text, *rest]), [blocks.section(shown, *rest), buttons])


def again(asked: Again) -> Message:
    lines = (f"Samma rapport finns redan som {asked.number}. Var det en till?", "Inget nytt är sparat än.")
    yes = blocks.button("Ja, spara en till", "outcome_pick_unplanned", f"{asked.draft_id}:{asked.activity_id}")
    no = blocks.button("Nej, spara inte", "outcome_forget", asked.draft_id)
    return blocks.message("\n".join(lines), [blocks.section(f"*{lines[0]}*", lines[1]), blocks.actions(yes, no)])


def not_saved(line: str) -> Message:
    wrote = blocks.escape(blocks.quote(line))
    text = f"Inget är sparat. Du skrev: {wrote}. Kopiera raden om du vill ha den kvar."
    return blocks.message(text, [blocks.section(text)])


def _question(asked: Which) -> str:
    if asked.reading.kind is None or _of_many_kinds(asked):
        return "Vilket tillfälle menar du?"
    of_kind = kind(asked.reading.kind)
    if asked.occurrences:
        return f"{'Vilket' if of_kind.neuter else 'Vilken'} {of_kind.name} menar du?"
    if asked.another_day:
        several = asked.dated is not None and asked.dated.first < asked.dated.last
        when = "de dagarna" if several else "den dagen"
        return f"{'Inget' if of_kind.neuter else 'Ingen'} {of_kind.name} från {when} väntar på din rapport."
    return f"Vad gällde {of_kind.definite}?"


def _of_many_kinds(asked: Which) -> bool:
    return len({one.kind for one in asked.occurrences}) > 1


def _label(occurrence: Listed, asked: Which, now: datetime) -> str:
    if _of_many_kinds(asked):
        return cut(sentence(occurrence_text.full(occurrence, now)), BUTTON_LIMIT)
    return occurrence_text.short(occurrence, now)


def _unplanned_label(activity: Reportable, asked: Which, now: datetime) -> str:
    if len(asked.activities) == 1 and asked.another_day:
        return f"Ny, {_days_short(asked.dated, local_day(now))}" if asked.dated else "Ny, med dagens datum"
    if len(asked.activities) == 1 and any(one.activity_id == activity.id for one in asked.occurrences):
        return "En som inte var planerad"
    return cut(f"{activity.municipality}: {activity.title}", BUTTON_LIMIT)


def _days_short(days: Period, today: date) -> str:
    return day_short(days.first, today) if days.first == days.last else range_text(days.first, days.last, today)


def _is_secret(kind_key: str | None) -> bool:
    return kind_key is not None and kind(kind_key).protected
