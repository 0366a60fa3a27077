"""From an agreement file to rows, and from rows back to a file."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.agreement_file import (
    ActivityEntry,
    AgreementFile,
    FocusAreaEntry,
    FollowUpEntry,
    GoalEntry,
    PartyEntry,
    PeriodEntry,
)
from bot.domain.agreement_file_words import Window
from bot.domain.calendar import local_day
from bot.domain.errors import Gone, UserError
from bot.domain.words import Basis
from storage import agreement_rows as rows
from storage import records
from storage.models import (
    Activity,
    ActivityParty,
    Agreement,
    AgreementMunicipality,
    AgreementParty,
    FocusArea,
    FollowUpDuty,
    Goal,
    Party,
    PoliceArea,
)


def add(session: Session, file: AgreementFile, now: datetime, *, added_by: int | None = None) -> Agreement:
    """Places and parties that are not there yet are made. Raises UserError for a key that is taken or names nothing."""
    if rows.by_key(session, file.key):
        raise UserError(f"Överenskommelsen ”{file.key}” finns redan, så inget är ändrat.")
    agreement = _agreement(session, file, now)
    session.add(agreement)
    session.flush()
    area = rows.ensure_police_area(session, file.police_area) if file.police_area else None
    places = [rows.ensure_municipality(session, name, area) for name in file.municipalities]
    parties = rows.ensure_parties(session, {one.name: one.kind for one in file.parties}, places[0], area)
    signed = {one.name: one.signed for one in file.parties}
    session.add_all(AgreementMunicipality(agreement_id=agreement.id, municipality_id=place.id) for place in places)
    session.add_all(
        AgreementParty(agreement_id=agreement.id, party_id=party.id, signed=signed[name])
        for name, party in parties.items()
    )
    _add_focus_areas(session, agreement, file.focus_areas, places[0].id, parties)
    session.add_all(_duty(agreement.id, entry) for entry in file.follow_ups)
    session.flush()
    records.audit(session, now, added_by, "add", "agreement", agreement.id)
    return agreement


def read_back(session: Session, agreement_id: int) -> AgreementFile:
    """The file that would give these rows. Raises Gone."""
    agreement = session.get(Agreement, agreement_id)
    if agreement is None:
        raise Gone("Den överenskommelsen finns inte längre.")
    places = rows.municipalities(session, agreement_id)
    area = session.get(PoliceArea, places[0].police_area_id) if places[0].police_area_id else None
    return AgreementFile(
        key=agreement.key,
        kind=agreement.kind,
        title=agreement.title,
        example=agreement.example,
        replaces=_key_of(session, agreement.replaces_id),
        municipalities=tuple(place.name for place in places),
        police_area=area.name if area else None,
        parties=tuple(
            PartyEntry(name=party.name, kind=party.kind, signed=signed)
            for party, signed in rows.parties(session, agreement_id)
        ),
        period=PeriodEntry(start=agreement.period_start, end=agreement.period_end),
        signed_on=agreement.signed_on,
        first_month=agreement.first_month,
        basis=tuple(Basis(word) for word in agreement.basis),
        spokesperson=agreement.spokesperson,
        parent=_key_of(session, agreement.parent_id),
        parent_mentioned=agreement.parent_mentioned,
        focus_areas=tuple(_focus_area(session, agreement, row) for row in rows.focus_areas(session, agreement_id)),
        follow_ups=tuple(_follow_up(row) for row in rows.duties(session, agreement_id)),
        questions=tuple(agreement.questions),
    )


def _agreement(session: Session, file: AgreementFile, now: datetime) -> Agreement:
    return Agreement(
        key=file.key,
        kind=file.kind,
        state=rows.state_on(local_day(now), file.period.start, file.period.end),
        title=file.title,
        period_start=file.period.start,
        period_end=file.period.end,
        signed_on=file.signed_on,
        first_month=file.first_month,
        basis=list(file.basis),
        questions=list(file.questions),
        example=file.example,
        spokesperson=file.spokesperson,
        parent_id=_id_of(session, file.parent),
        parent_mentioned=file.parent_mentioned,
        replaces_id=_id_of(session, file.replaces),
    )


def _id_of(session: Session, key: str | None) -> int | None:
    if key is None:
        return None
    found = rows.by_key(session, key)
    if found is None:
        raise UserError(f"Överenskommelsen ”{key}” är inte inlagd än. Lägg in den först, så hittar jag den.")
    return found.id


def _key_of(session: Session, agreement_id: int | None) -> str | None:
    found = session.get(Agreement, agreement_id) if agreement_id else None
    return found.key if found else None


def _add_focus_areas(
    session: Session,
    agreement: Agreement,
    entries: Sequence[FocusAreaEntry],
    municipality_id: int,
    parties: Mapping[str, Party],
) -> None:
    areas = [_area(agreement.id, position, entry) for position, entry in enumerate(entries)]
    session.add_all(areas)
    session.flush()
    made = [
        (_activity(area.id, municipality_id, position, one, parties), one)
        for area, entry in zip(areas, entries, strict=True)
        for position, one in enumerate(entry.activities)
    ]
    session.add_all(row for row, _ in made)
    session.flush()
    for row, one in made:
        session.add_all(ActivityParty(activity_id=row.id, party_id=parties[name].id) for name in one.others)
        session.add_all(_goal(row.id, goal, agreement) for goal in one.goals)


def _area(agreement_id: int, position: int, entry: FocusAreaEntry) -> FocusArea:
    return FocusArea(
        agreement_id=agreement_id,
        position=position,
        title=entry.title,
        problem=entry.problem,
        cause=entry.cause,
        goal=entry.goal,
        via=list(entry.via),
    )


def _activity(
    focus_area_id: int, municipality_id: int, position: int, entry: ActivityEntry, parties: Mapping[str, Party]
) -> Activity:
    return Activity(
        focus_area_id=focus_area_id,
        municipality_id=municipality_id,
        position=position,
        key=entry.key,
        title=entry.title,
        kind=entry.kind,
        form=entry.form,
        window=entry.window,
        cadence=entry.cadence,
        due_on=entry.due_on,
        protected=entry.protected,
        lead_party_id=parties[entry.lead].id if entry.lead else None,
        function=entry.function,
        substitute_function=entry.substitute_function,
        place=entry.place,
    )


def _goal(activity_id: int, entry: GoalEntry, agreement: Agreement) -> Goal:
    return Goal(
        activity_id=activity_id,
        origin=entry.origin,
        count=entry.count,
        unit=entry.unit,
        per=entry.per,
        valid_from=entry.valid_from or agreement.period_start,
        valid_to=entry.valid_to or agreement.period_end,
        decided_by=entry.decided_by,
        decided_on=entry.decided_on,
    )


def _duty(agreement_id: int, entry: FollowUpEntry) -> FollowUpDuty:
    return FollowUpDuty(
        agreement_id=agreement_id, form=entry.form, per=entry.per, owner=entry.owner, recipients=list(entry.recipients)
    )


def _focus_area(session: Session, agreement: Agreement, row: FocusArea) -> FocusAreaEntry:
    entries = tuple(_activity_entry(session, agreement, one) for one in rows.activities(session, row.id))
    return FocusAreaEntry(
        title=row.title, problem=row.problem, cause=row.cause, goal=row.goal, via=tuple(row.via), activities=entries
    )


def _activity_entry(session: Session, agreement: Agreement, row: Activity) -> ActivityEntry:
    lead = session.get(Party, row.lead_party_id) if row.lead_party_id else None
    return ActivityEntry(
        key=row.key,
        title=row.title,
        kind=row.kind,
        form=row.form,
        window=Window(row.window) if row.window else None,
        cadence=row.cadence,
        due_on=row.due_on,
        protected=row.protected,
        lead=lead.name if lead else None,
        others=tuple(party.name for party in rows.other_parties(session, row.id)),
        function=row.function,
        substitute_function=row.substitute_function,
        place=row.place,
        goals=tuple(_goal_entry(agreement, goal) for goal in rows.goals(session, row.id)),
    )


def _goal_entry(agreement: Agreement, row: Goal) -> GoalEntry:
    """Days that are those of the whole agreement are left out, as in the file they came from."""
    return GoalEntry(
        count=row.count,
        unit=row.unit,
        per=row.per,
        origin=row.origin,
        valid_from=None if row.valid_from == agreement.period_start else row.valid_from,
        valid_to=None if row.valid_to == agreement.period_end else row.valid_to,
        decided_by=row.decided_by,
        decided_on=row.decided_on,
    )


def _follow_up(row: FollowUpDuty) -> FollowUpEntry:
    return FollowUpEntry(form=row.form, per=row.per, owner=row.owner, recipients=tuple(row.recipients))
