"""Between the entries of an agreement file and rows: one function each way."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.agreement_file import (
    ActivityEntry,
    AgreementFile,
    FocusAreaEntry,
    FollowUpEntry,
    GoalEntry,
    PeriodEntry,
)
from bot.domain.agreement_file_words import WindowLength
from bot.domain.calendar import local_day
from storage.agreement_activities import StoredActivity, Values
from storage.agreement_rows import state_on
from storage.models import Agreement, FocusArea, FollowUpDuty, Party


def agreement_values(file: AgreementFile, now: datetime) -> Values:
    """What a file says of the agreement itself, without its key and what it refers to."""
    return {
        "kind": file.kind,
        "state": state_on(local_day(now), file.period.start, file.period.end),
        "title": file.title,
        "period_start": file.period.start,
        "period_end": file.period.end,
        "signed_on": file.signed_on,
        "first_month": file.first_month,
        "partly_counts": file.partly_counts,
        "basis": list(file.basis),
        "questions": list(file.questions),
        "example": file.example,
        "spokesperson": file.spokesperson,
        "parent_mentioned": file.parent_mentioned,
    }


def area_values(position: int, entry: FocusAreaEntry) -> Values:
    return {
        "position": position,
        "title": entry.title,
        "problem": entry.problem,
        "cause": entry.cause,
        "goal": entry.goal,
        "via": list(entry.via),
    }


def activity_values(
    focus_area_id: int, position: int, entry: ActivityEntry, parties: Mapping[str, Party]
) -> Values:  # fmt: skip
    return {
        "focus_area_id": focus_area_id,
        "position": position,
        "key": entry.key,
        "title": entry.title,
        "kind": entry.kind,
        "form": entry.form,
        "window": entry.window,
        "cadence": entry.cadence,
        "due_on": entry.due_on,
        "protected": entry.protected,
        "lead_party_id": parties[entry.lead].id if entry.lead else None,
        "function": entry.function,
        "substitute_function": entry.substitute_function,
        "place": entry.place,
        "recurrence": entry.recurrence,
    }


def goal_values(entry: GoalEntry, period: PeriodEntry) -> Values:
    return {
        "origin": entry.origin,
        "count": entry.count,
        "unit": entry.unit,
        "per": entry.per,
        "valid_from": entry.valid_from or period.start,
        "valid_to": entry.valid_to or period.end,
        "decided_by": entry.decided_by,
        "decided_on": entry.decided_on,
    }


def duty(agreement_id: int, entry: FollowUpEntry) -> FollowUpDuty:
    return FollowUpDuty(
        agreement_id=agreement_id, form=entry.form, per=entry.per, owner=entry.owner, recipients=list(entry.recipients)
    )


def focus_area(agreement: Agreement, row: FocusArea, activities: Sequence[StoredActivity]) -> FocusAreaEntry:
    entries = tuple(activity(agreement, one) for one in activities)
    return FocusAreaEntry(
        title=row.title, problem=row.problem, cause=row.cause, goal=row.goal, via=tuple(row.via), activities=entries
    )


def activity(agreement: Agreement, stored: StoredActivity) -> ActivityEntry:
    values: Mapping[str, Any] = stored.values
    return ActivityEntry(
        key=values["key"],
        title=values["title"],
        kind=values["kind"],
        form=values["form"],
        window=WindowLength(values["window"]) if values["window"] else None,
        cadence=values["cadence"],
        due_on=values["due_on"],
        protected=values["protected"],
        lead=stored.lead,
        others=tuple(stored.others),
        function=values["function"],
        substitute_function=values["substitute_function"],
        place=values["place"],
        recurrence=values["recurrence"],
        goals=tuple(_goal(agreement, goal) for goal in stored.goals),
    )


def _goal(agreement: Agreement, values: Values) -> GoalEntry:
    """Days that are those of the whole agreement are left out, as in the file they came from."""
    return GoalEntry(
        count=values["count"],
        unit=values["unit"],
        per=values["per"],
        origin=values["origin"],
        valid_from=None if values["valid_from"] == agreement.period_start else values["valid_from"],
        valid_to=None if values["valid_to"] == agreement.period_end else values["valid_to"],
        decided_by=values["decided_by"],
        decided_on=values["decided_on"],
    )


def follow_up(row: FollowUpDuty) -> FollowUpEntry:
    return FollowUpEntry(form=row.form, per=row.per, owner=row.owner, recipients=tuple(row.recipients))
