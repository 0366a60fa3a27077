"""What a report looks like: the receipt, and the question which occurrence is meant."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import deficiencies
from bot.domain.calendar import local_day
from bot.domain.kinds import kind, unit_of
from bot.domain.progress import Verdict
from bot.domain.progress_text import NO_GOAL, OF_GOAL, partly, unplanned
from bot.domain.report import Report
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import number, range_text, sentence, span_text
from bot.domain.swedish_words import name, turned_out
from bot.domain.told import NOTHING_TOLD
from bot.domain.words import Form, OutcomeStatus, Reason
from bot.views import blocks, occurrence_text, told
from bot.views.blocks import Block, Message, View
from storage.occurrences import Listed
from storage.outcomes import Saved

WHY = "Varför? Ett tryck räcker."
PACE = {Verdict.ON_TRACK: ", enligt plan", Verdict.BEHIND: ", färre än väntat till i dag"}


@dataclass(frozen=True, slots=True)
class Changed:
    """The latest change of a report, by a Slack user; `of_own`: by the one who gave it."""

    user_id: str
    at: datetime
    of_own: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was saved, and what it did to the goal."""

    outcome_id: int
    number: str
    occurrence: Listed
    report: Report
    progress: ActivityProgress | None
    changed: Changed | None = None


def receipt(saved: Receipt, now: datetime) -> Message:
    opening = _opening(saved)
    below = receipt_lines(saved)
    lines = [f"*{opening} {blocks.escape(occurrence_text.full(saved.occurrence, now))}*", *below]
    asked = [WHY] if saved.report.lacks_reason else []
    buttons = blocks.actions(
        *(_reasons(saved) if asked else []),
        blocks.button("Ändra", "outcome_change", saved.outcome_id, about=saved.number),
        blocks.button("Ångra", "outcome_undo", saved.outcome_id, about=saved.number),
    )
    kept_back = saved.occurrence.protected and saved.report.told != NOTHING_TOLD
    noticed = receipt_lines(discreet(saved)) if kept_back else below
    text = [f"{opening} {blocks.escape(occurrence_text.noticed(saved.occurrence, now))}", *noticed, *asked]
    return blocks.message("\n".join(text), [blocks.section(*lines, *asked), buttons])


def discreet(saved: Receipt) -> Receipt:
    """As lock screens, and who is not concerned by something protected, may see it."""
    return replace(saved, report=replace(saved.report, told=NOTHING_TOLD))


def receipt_lines(saved: Receipt) -> list[str]:
    """Below the headline: what was read, what it means for the goal, who changed it, and where to find it again."""
    found = [echo(saved.report, saved.occurrence.kind, saved.occurrence.form)]
    if saved.report.deficiencies:
        found.append(f"Noterat: {blocks.escape('; '.join(map(deficiencies.text, saved.report.deficiencies)))}")
    if saved.progress:
        found.append(standing(saved.progress))
    if saved.changed and not saved.changed.of_own:
        found.append(changed_line(saved.changed))
    found.append(f"Rapport {saved.number}. Finns kvar under Mina rapporter.")
    return [line for line in found if line]


def changed_line(changed: Changed) -> str:
    """Gives "Ändrat av @dina 23 november kl. 9."."""
    day = local_day(changed.at)
    return f"Ändrat av <@{changed.user_id}> {range_text(day, day)} {span_text(changed.at)}."


def already(
    occurrence: Listed, first: Saved, saved: Saved, report: Report, now: datetime, *, may_change: bool
) -> View:  # fmt: skip
    """Somebody else was first: what they reported, so that nothing is counted twice. A colleague may add to it."""
    lines = [
        f"*{blocks.escape(sentence(occurrence_text.full(occurrence, now)))}*",
        f"<@{first.user_id}> har redan rapporterat: {echo(report, occurrence.kind, occurrence.form) or 'genomförd'}",
        *([changed_line(Changed(saved.user_id, saved.reported_at))] if saved.version > 1 else []),
        f"Rapport {saved.number}. Inget räknas två gånger.",
    ]
    label, action = ("Ändra", "outcome_change") if may_change else ("Lägg till mitt", "outcome_add")
    button = blocks.actions(blocks.button(label, action, saved.id, about=saved.number))
    return blocks.modal("outcome_saved", "Redan rapporterat", [blocks.section(*lines), button])


def undone(occurrence: Listed, now: datetime) -> Message:
    texts = (
        f"Ångrat: rapporten om {blocks.escape(what)} räknas inte längre. Den finns kvar i historiken."
        for what in (occurrence_text.noticed(occurrence, now), occurrence_text.definite(occurrence, now))
    )
    text, shown_text = texts
    again = blocks.button("Rapportera", "outcome_form", occurrence.id, about=occurrence_text.what(occurrence))
    shown = [blocks.section(shown_text)]
    return blocks.message(text, [*shown, blocks.actions(again)] if occurrence.planned else shown)


def echo(report: Report, kind_key: str | None, form: Form | None = None) -> str:
    """What was read, as label and figure, so that no inflection can go wrong; the note in the writer's own words."""
    parts = [] if report.status is OutcomeStatus.DONE else [sentence(turned_out(report.status, form))]
    if report.reason:
        parts.append(f"Orsak: {name(report.reason)}")
    if kind_key is not None:
        of_kind = kind(kind_key)
        if report.count > 1:
            parts.append(f"{sentence(of_kind.goal_unit)}: {report.count}")
        parts += figures(report, kind_key)
    parts += told.said(report.told)
    if report.note:
        parts.append(f"Anteckning: ”{blocks.escape(report.note)}”")
    return " · ".join(parts)


def figures(report: Report, kind_key: str) -> Iterable[str]:
    """In the kind's own order."""
    for measure in kind(kind_key).measures:
        if measure.key in report.measures:
            yield f"{measure.label}: {number(report.measures[measure.key])}"


def standing(progress: ActivityProgress) -> str:
    """Gives "21 av 24 planerade kontroller är gjorda i år, enligt plan.", "1 kontroll i år, av 1 planerad.", or nothing
    where a count would mean nothing.
    """
    frame, tally = progress.frame, progress.tally
    if tally.goal is None and frame.form not in (Form.DATED, Form.WINDOW):
        return ""
    first = progress.period.first
    since = "i år" if first.month == 1 else f"sedan {range_text(first, first)}"
    beside = partly(progress)
    if tally.goal is None or frame.origin is None:
        return f"{number(tally.done)} {unit_of(tally.done, kind(frame.kind).goal_unit)} {since}{beside}. {NO_GOAL}"
    one, many = OF_GOAL[frame.origin]
    pace = PACE.get(progress.verdict, "")
    also = f", och {unplanned(progress, 'som inte var')}" if tally.beside else ""
    done = tally.done - tally.beside
    if tally.goal == 1:
        return f"{number(done)} {unit_of(done, frame.unit or '')} {since}{beside}, av 1 {one}{pace}{also}."
    return f"{number(done)} av {number(tally.goal)} {many} {frame.unit} är gjorda {since}{beside}{pace}{also}."


def _reasons(saved: Receipt) -> Iterable[Block]:
    for reason in Reason:
        value = f"{saved.outcome_id}:{reason}"
        yield blocks.button(sentence(name(reason)), "outcome_reason", value, about=saved.number)


def _opening(saved: Receipt) -> str:
    return "Ändrat:" if saved.changed else "Sparat:"
