"""An agreement file into rows, new or as a change of what is there, and from rows back to a file."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.agreement_difference import Difference, matched_areas
from bot.domain.agreement_file import AgreementFile, FocusAreaEntry, PartyEntry, PeriodEntry
from bot.domain.calendar import local_day
from bot.domain.errors import Gone, UserError
from bot.domain.words import Basis
from bot.services import agreement_mapping as mapping
from bot.services.activities import protection_changed
from storage import agreement_activities as activities
from storage import agreement_rows as rows
from storage import records
from storage.agreement_activities import StoredActivity, Values
from storage.models import Agreement, FocusArea, Municipality, Party, PoliceArea


def add(session: Session, file: AgreementFile, now: datetime, *, added_by: int | None = None) -> Agreement:
    """Places and parties that are not there yet are made. Raises UserError for a key that is taken or names nothing."""
    if rows.by_key(session, file.key):
        raise UserError(f"Överenskommelsen ”{file.key}” finns redan, så inget är ändrat.")
    agreement = Agreement(key=file.key, **mapping.agreement_values(file, now))
    _write(session, agreement, file, {}, [])
    records.audit(session, now, added_by, "add", "agreement", agreement.id)
    return agreement


def update(
    session: Session,
    before: AgreementFile,
    wanted: AgreementFile,
    changes: Difference,
    now: datetime,
    *,
    changed_by: int | None = None,
) -> None:
    """What the file says is put in; what it says nothing of stays. Raises Gone, and UserError as `add`."""
    agreement = rows.by_key(session, before.key)
    if agreement is None:
        raise Gone("Den överenskommelsen finns inte längre.")
    values = mapping.agreement_values(wanted, now)
    values["state"] = rows.state_on(local_day(now), wanted.period.start, wanted.period.end, agreement.state)
    for name, value in values.items():
        setattr(agreement, name, value)
    _write(session, agreement, wanted, matched_areas(before, wanted), activities.read(session, agreement.id))
    records.audit(
        session, now, changed_by, "update", "agreement", agreement.id,
        facts=len(changes.facts), new=len(changes.new), changed=len(changes.changed),
    )  # fmt: skip
    _follow_protection(session, before, wanted, agreement.id, now, changed_by)


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
        partly_counts=agreement.partly_counts,
        basis=tuple(Basis(word) for word in agreement.basis),
        spokesperson=agreement.spokesperson,
        parent=_key_of(session, agreement.parent_id),
        parent_mentioned=agreement.parent_mentioned,
        focus_areas=_focus_areas(session, agreement),
        follow_ups=tuple(mapping.follow_up(row) for row in rows.duties(session, agreement_id)),
        questions=tuple(agreement.questions),
    )


def check_references(session: Session, file: AgreementFile) -> None:
    """Raises UserError."""
    _id_of(session, file.parent)
    _id_of(session, file.replaces)


def _focus_areas(session: Session, agreement: Agreement) -> tuple[FocusAreaEntry, ...]:
    within: dict[int, list[StoredActivity]] = {}
    for one in activities.read(session, agreement.id):
        within.setdefault(one.values["focus_area_id"], []).append(one)
    areas = rows.focus_areas(session, agreement.id)
    return tuple(mapping.focus_area(agreement, row, within.get(row.id, ())) for row in areas)


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


def _write(
    session: Session,
    agreement: Agreement,
    file: AgreementFile,
    titles: Mapping[str, str],
    stored: Sequence[StoredActivity],
) -> None:  # fmt: skip
    """`titles` are those that focus areas have so far, by those in the file; `stored` is what is there."""
    agreement.parent_id, agreement.replaces_id = _id_of(session, file.parent), _id_of(session, file.replaces)
    session.add(agreement)
    session.flush()
    places, parties = _shared(session, agreement, file)
    rows.set_duties(session, agreement.id, [mapping.duty(agreement.id, entry) for entry in file.follow_ups])
    areas = _areas(session, agreement.id, file, titles)
    _put_activities(session, agreement, file, [area.id for area in areas], places[0].id, parties, stored)


def _shared(
    session: Session, agreement: Agreement, file: AgreementFile
) -> tuple[Sequence[Municipality], Mapping[str, Party]]:  # fmt: skip
    area = rows.ensure_police_area(session, file.police_area) if file.police_area else None
    places = [rows.ensure_municipality(session, name, area) for name in file.municipalities]
    parties = rows.ensure_parties(session, {one.name: one.kind for one in file.parties}, places[0], area)
    rows.link_municipalities(session, agreement.id, [place.id for place in places])
    rows.link_parties(session, agreement.id, {parties[one.name].id: one.signed for one in file.parties})
    return places, parties


def _areas(session: Session, agreement_id: int, file: AgreementFile, titles: Mapping[str, str]) -> list[FocusArea]:
    """In the order of the file; those that it does not name come after them."""
    there = {row.title: row for row in rows.focus_areas(session, agreement_id)}
    made = []
    for position, entry in enumerate(file.focus_areas):
        values = mapping.area_values(position, entry)
        row = there.pop(titles.get(entry.title, ""), None) or FocusArea(agreement_id=agreement_id, **values)
        for name, value in values.items():
            setattr(row, name, value)
        made.append(row)
    for position, row in enumerate(there.values(), len(made)):
        row.position = position
    session.add_all([*made, *there.values()])
    session.flush()
    return made


def _put_activities(
    session: Session,
    agreement: Agreement,
    file: AgreementFile,
    area_ids: Sequence[int],
    municipality_id: int,
    parties: Mapping[str, Party],
    stored: Sequence[StoredActivity],
) -> None:
    there = {one.values["key"]: one for one in stored}
    wanted: list[Values] = [
        mapping.activity_values(area_id, position, entry, parties)
        for area_id, area in zip(area_ids, file.focus_areas, strict=True)
        for position, entry in enumerate(area.activities)
    ]
    new = [{**values, "municipality_id": municipality_id} for values in wanted if values["key"] not in there]
    old = [(there[values["key"]], values) for values in wanted if values["key"] in there]
    activities.update_all(session, [{"row": was.id, **values} for was, values in old if was.values != values])
    activities.insert_all(session, new)
    _put_goals_and_parties(session, agreement, file, parties, there)


def _put_goals_and_parties(
    session: Session,
    agreement: Agreement,
    file: AgreementFile,
    parties: Mapping[str, Party],
    there: Mapping[str, StoredActivity],
) -> None:  # fmt: skip
    ids = activities.ids(session, agreement.id)
    for fresh in (True, False):
        entries = [one for one in file.activities if (one.key not in there) is fresh]
        others = {one.key: one.others for one in entries}
        goals = {one.key: [mapping.goal_values(goal, file.period) for goal in one.goals] for one in entries}
        if not fresh:
            others = {key: names for key, names in others.items() if {*names} != {*there[key].others}}
            goals = {key: values for key, values in goals.items() if values != list(there[key].goals)}
        by_id = {ids[key]: [parties[name].id for name in names] for key, names in others.items()}
        activities.set_others(session, by_id, fresh=fresh)
        activities.set_goals(session, {ids[key]: values for key, values in goals.items()}, fresh=fresh)


def _follow_protection(
    session: Session, before: AgreementFile, after: AgreementFile, agreement_id: int, now: datetime, by: int | None
) -> None:  # fmt: skip
    was = {one.key: one.protected for one in before.activities}
    changed = {one.key: one.protected for one in after.activities if was.get(one.key, one.protected) != one.protected}
    ids = activities.ids(session, agreement_id) if changed else {}
    for key, protected in changed.items():
        protection_changed(session, by, ids[key], protected, now)
