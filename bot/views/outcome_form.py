"""The form of a report, per kind, and reading it back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain import deficiencies
from bot.domain.deficiencies import Noted
from bot.domain.errors import FieldErrors
from bot.domain.kinds import Kind, MeasureGroup, kind
from bot.domain.measures import Measure
from bot.domain.report import LONGEST_NOTE, NEEDS_REASON, Report
from bot.domain.report_rules import check
from bot.domain.screening import held_back, refusal
from bot.domain.swedish import sentence
from bot.domain.swedish_words import name
from bot.domain.words import OutcomeStatus, Reason
from bot.views import blocks, deficiency_rows, occurrence_text, told
from bot.views.blocks import Block, View
from storage.occurrences import Listed
from storage.outcomes import Saved

Fields = Mapping[str, Any]
STATUSES = (OutcomeStatus.DONE, OutcomeStatus.PARTLY, OutcomeStatus.NOT_DONE, OutcomeStatus.NOT_NEEDED)
ASKED = (MeasureGroup.DONE, MeasureGroup.FOUND)  # effect is measured in other ways than by the one who was there
LARGEST = 1_000_000
NOTE = "note"
HINT = "Skriv antal, aldrig namn, personnummer, telefon eller registreringsnummer."
REPORT, CHANGE, ADD = "Rapportera", "Ändra rapporten", "Lägg till mitt"


def form(
    occurrence: Listed, report: Report, now: datetime, *, private: str, title: str = REPORT, notice: str = ""
) -> View:  # fmt: skip
    """`private` tells `submit` what is being reported; `notice` may hold mentions, which are ours."""
    return form_of(occurrence_text.full(occurrence, now), occurrence.kind, report, private, title=title, notice=notice)


def form_of(what: str, kind_key: str, report: Report, private: str, *, title: str = REPORT, notice: str = "") -> View:
    """Of what has no occurrence yet: `what` names it."""
    head = blocks.section(f"*{blocks.escape(sentence(what))}*", *([notice] if notice else []))
    of_kind = kind(kind_key)
    fields = [_status(report), *_count(of_kind, report), *_numbers(of_kind, report), _reason(report)]
    fields += [*told.fields(report.told), _note(report)]
    if of_kind.deficiencies:
        fields += deficiency_rows.rows(report.deficiencies or ())
    return blocks.modal("outcome", title, [head, *fields], submit="Spara", private=private)


def not_done(occurrence: Listed, now: datetime) -> View:
    """One tap: why it did not happen."""
    text = f"*{blocks.escape(sentence(occurrence_text.full(occurrence, now)))}*\nBlev inte av. Varför?"
    why = blocks.field("reason", "Orsak", _reasons(None))
    return blocks.modal(
        "outcome_not_done", "Blev inte av", [blocks.section(text), why, _note(Report())],
        submit="Spara", private=str(occurrence.id),
    )  # fmt: skip


def as_it_stands(shown: View, fields: Fields, *, more: int = 0) -> View:
    """A form as it was opened, with what it got since: rows for deficiencies (and `more` of them now), a new note.

    What was typed stays, since Slack keeps it under the same ids.
    """
    rows = deficiency_rows.extended(shown["blocks"], deficiency_rows.shown(fields) + more)
    others = [one for one in shown["blocks"] if not deficiency_rows.is_row(one)]
    named = [one | {"block_id": _note_id(fields)} if _is_note(one) else one for one in others]
    return shown | {"blocks": [*named, *rows]}


def cleaned(shown: View, fields: Fields) -> View | None:
    """The same form with a note that names nobody, and why, if what was written seems to be about somebody."""
    held = held_back(_typed_note(fields))
    if held is None:
        return None
    shown = as_it_stands(shown, fields)
    why = blocks.section(f"{held.why} I anteckningen här under är det borttaget: spara så, eller ändra.")
    again = [why, _note(Report(note=held.cleaned), _next_note(fields))]
    return shown | {"blocks": [part for one in shown["blocks"] for part in (again if _is_note(one) else [one])]}


def read(fields: Fields, kind_key: str, kept: Report | None = None) -> Report:
    """What the form does not ask (how many it counted as, effects) stays as it was in `kept`. Raises FieldErrors."""
    of_kind, kept = kind(kind_key), kept or Report()
    status = OutcomeStatus(fields["status"])
    reason = Reason(fields["reason"]) if fields.get("reason") and status in NEEDS_REASON else None
    count = _read_count(fields, kept)
    numbers, around = _read_numbers(fields, of_kind), told.read(fields, kept.told)
    asked = Report(status, reason, count, numbers, _typed_note(fields), around)
    if of_kind.deficiencies:
        asked = _with_deficiencies(asked, deficiency_rows.read(fields))
    try:
        check(asked, of_kind)
    except FieldErrors as refused:
        raise FieldErrors({_block(about): problem for about, problem in refused.fields.items()}) from refused
    if why := refusal(asked.note):
        raise FieldErrors({_note_id(fields): why})
    unasked = {one.key for one in of_kind.measures if one.group not in ASKED}
    still = {key: value for key, value in kept.measures.items() if key in unasked}
    return replace(asked, measures={**asked.measures, **still})


def read_not_done(fields: Fields) -> Report:
    note = _typed_note(fields)
    if why := refusal(note):
        raise FieldErrors({_note_id(fields): why})
    return Report(OutcomeStatus.NOT_DONE, Reason(fields["reason"]), note=note)


def adding(occurrence: Listed, report: Report, first: Saved | None, now: datetime, *, private: str) -> View:
    """Begins with the colleague's numbers, so that nothing is counted twice."""
    whose = f"<@{first.user_id}>" if first else "en kollega"
    notice = f"Här är det {whose} rapporterade. Ändra till det ni gjorde tillsammans, så räknas inget två gånger."
    return form(occurrence, report, now, private=private, title=ADD, notice=notice)


def saved(title: str, lines: list[str]) -> View:
    """What the form becomes: a receipt that stays until it is closed."""
    return blocks.modal("outcome_saved", "Sparat", [blocks.section(f"*{blocks.escape(title)}*", *lines)])


def _status(report: Report) -> Block:
    options = [(status.value, sentence(name(status))) for status in STATUSES]
    return blocks.field("status", "Hur gick det?", blocks.radio(options, initial=report.status.value))


def _numbers(of_kind: Kind, report: Report) -> list[Block]:
    """The done numbers first."""
    asked = [measure for group in ASKED for measure in of_kind.measures if measure.group is group]
    return [
        blocks.field(
            _block(measure.key),
            measure.label,
            blocks.number_input(report.measures.get(measure.key), decimal=measure.decimal),
            optional=True,
        )
        for measure in asked
    ]


def _reason(report: Report) -> Block:
    return blocks.field(
        "reason", "Orsak", _reasons(report.reason), hint="Om det blev delvis eller inte av.", optional=True
    )


def _reasons(chosen: Reason | None) -> Block:
    return blocks.radio([(reason.value, sentence(name(reason))) for reason in Reason], initial=chosen and chosen.value)


def _count(of_kind: Kind, report: Report) -> list[Block]:
    """Where it was more than one: seldom, and never to be lost."""
    if report.count == 1:
        return []
    return [blocks.field("count", sentence(of_kind.goal_unit), blocks.number_input(report.count, smallest=1))]


def _note(report: Report, block_id: str = NOTE) -> Block:
    element = blocks.text_input(report.note, lines=True, longest=LONGEST_NOTE)
    return blocks.field(block_id, "Anteckning", element, hint=HINT, optional=True)


def _with_deficiencies(report: Report, noted: tuple[Noted, ...]) -> Report:
    """Their number is that of the rows, unless another was written."""
    counted = {deficiencies.KEY: float(len(noted)), **report.measures} if noted else report.measures
    return replace(report, measures=counted, deficiencies=noted)


def _is_note(block: Block) -> bool:
    return str(block.get("block_id", "")).partition(":")[0] == NOTE


def _note_id(fields: Fields) -> str:
    return next((block_id for block_id in fields if block_id.partition(":")[0] == NOTE), NOTE)


def _next_note(fields: Fields) -> str:
    """Under the same id Slack would keep what was typed there; the other fields keep theirs, and should."""
    return f"{NOTE}:{int(_note_id(fields).partition(':')[2] or 0) + 1}"


def _typed_note(fields: Fields) -> str:
    return (fields.get(_note_id(fields)) or "").strip()


def _read_count(fields: Fields, kept: Report) -> int:
    if not (typed := fields.get("count")):
        return kept.count
    if not (typed.isdecimal() and 1 <= int(typed) <= LARGEST):
        raise FieldErrors({"count": "Skriv ett antal mellan 1 och 1 000 000, bara siffror."})
    return int(typed)


def _read_numbers(fields: Fields, of_kind: Kind) -> dict[str, float]:
    found: dict[str, float] = {}
    errors: dict[str, str] = {}
    for measure in of_kind.measures:
        typed = fields.get(_block(measure.key))
        if typed in (None, ""):
            continue
        value = _number(str(typed), measure)
        if value is None:
            errors[_block(measure.key)] = "Skriv ett antal mellan 0 och 1 000 000, bara siffror."
        else:
            found[measure.key] = value
    if errors:
        raise FieldErrors(errors)
    return found


def _block(about: str) -> str:
    """The field of a measure, or the reason's own."""
    return about if about == "reason" else f"m_{about}"


def _number(typed: str, measure: Measure) -> float | None:
    try:
        value = float(typed.strip().replace(" ", "").replace("\u00a0", "").replace(",", "."))
    except ValueError:
        return None
    whole = measure.decimal or value.is_integer()
    return value if whole and 0 <= value <= LARGEST else None
