"""The rows that an agreement is made of: places and parties that agreements share, and what belongs to one of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import and_, bindparam
from sqlmodel import Session, col, delete, select

from bot.domain.swedish import fold
from bot.domain.words import AgreementState, PartyKind
from storage.models import (
    Activity,
    Agreement,
    AgreementMunicipality,
    AgreementParty,
    FocusArea,
    FollowUpDuty,
    Goal,
    Municipality,
    Party,
    PoliceArea,
)

PREFIX_LENGTH = 3
STOPPED = (AgreementState.TERMINATED, AgreementState.REPLACED)
# `state_on` for queries: not stopped, and not over on the day that is asked about.
STANDS = col(Agreement.state).not_in(STOPPED)
NOT_OVER = and_(STANDS, col(Agreement.period_end) >= bindparam("today"))
IN_FORCE = and_(NOT_OVER, col(Agreement.period_start) <= bindparam("today"))


def by_key(session: Session, key: str) -> Agreement | None:
    return session.exec(select(Agreement).where(Agreement.key == key)).first()


def by_reference(session: Session) -> dict[str, Activity]:
    """Every activity by agreement key/activity key, as the files refer to them."""
    statement = (
        select(Agreement.key, Activity)
        .join(FocusArea, col(FocusArea.agreement_id) == col(Agreement.id))
        .join(Activity, col(Activity.focus_area_id) == col(FocusArea.id))
    )
    return {f"{key}/{activity.key}": activity for key, activity in session.exec(statement)}


def ensure_police_area(session: Session, name: str) -> PoliceArea:
    found = session.exec(select(PoliceArea).where(PoliceArea.name == name)).first()
    if found is None:
        taken = session.exec(select(PoliceArea.key)).all()
        found = PoliceArea(key=_free(_keys(name), taken), name=name)
        session.add(found)
        session.flush()
    return found


def ensure_municipality(session: Session, name: str, area: PoliceArea | None) -> Municipality:
    """One that belongs to no police area yet is put in `area`; none is moved from another."""
    found = session.exec(select(Municipality).where(Municipality.name == name)).first()
    if found is None:
        taken = session.exec(select(Municipality)).all()
        key = _free(_keys(name), {one.key for one in taken})
        found = Municipality(key=key, name=name, prefix=_free(_prefixes(name), {one.prefix for one in taken}))
    if area and found.police_area_id is None:
        found.police_area_id = area.id
    session.add(found)
    session.flush()
    return found


def ensure_parties(
    session: Session, kinds: Mapping[str, PartyKind], municipality: Municipality, area: PoliceArea | None
) -> dict[str, Party]:
    """By name. A new one of the police belongs to the area, any other to the municipality."""
    known = {party.name: party for party in session.exec(select(Party).where(col(Party.name).in_(list(kinds))))}
    parties = {name: known.get(name) or _party(name, kind, municipality, area) for name, kind in kinds.items()}
    session.add_all(parties.values())
    session.flush()
    return parties


def _party(name: str, kind: PartyKind, municipality: Municipality, area: PoliceArea | None) -> Party:
    if kind is PartyKind.POLICE:
        return Party(name=name, kind=kind, police_area_id=area.id if area else None)
    return Party(name=name, kind=kind, municipality_id=municipality.id)


def state_on(day: date, first: date, last: date, decided: AgreementState = AgreementState.CURRENT) -> AgreementState:
    """Terminated and replaced are what somebody decided; the others follow from the period, whatever is stored."""
    if decided in STOPPED:
        return decided
    if day > last:
        return AgreementState.ENDED
    return AgreementState.CURRENT if day >= first else AgreementState.DRAFT


def municipalities(session: Session, agreement_id: int) -> list[Municipality]:
    statement = (
        select(Municipality)
        .join(AgreementMunicipality, col(AgreementMunicipality.municipality_id) == col(Municipality.id))
        .where(AgreementMunicipality.agreement_id == agreement_id)
    )
    return list(session.exec(statement.order_by(col(Municipality.id))))


def parties(session: Session, agreement_id: int) -> list[tuple[Party, bool]]:
    """With whether they signed."""
    statement = (
        select(Party, AgreementParty.signed)
        .join(AgreementParty, col(AgreementParty.party_id) == col(Party.id))
        .where(AgreementParty.agreement_id == agreement_id)
    )
    return list(session.exec(statement.order_by(col(Party.id))))


def focus_areas(session: Session, agreement_id: int) -> list[FocusArea]:
    statement = select(FocusArea).where(FocusArea.agreement_id == agreement_id)
    return list(session.exec(statement.order_by(col(FocusArea.position))))


def goals(session: Session, activity_id: int) -> list[Goal]:
    return list(session.exec(select(Goal).where(Goal.activity_id == activity_id).order_by(col(Goal.id))))


def duties(session: Session, agreement_id: int) -> list[FollowUpDuty]:
    statement = select(FollowUpDuty).where(FollowUpDuty.agreement_id == agreement_id)
    return list(session.exec(statement.order_by(col(FollowUpDuty.id))))


def link_municipalities(session: Session, agreement_id: int, ids: Collection[int]) -> None:
    """Those that are there stay."""
    there = {place.id for place in municipalities(session, agreement_id)}
    session.add_all(
        AgreementMunicipality(agreement_id=agreement_id, municipality_id=id_) for id_ in ids if id_ not in there
    )
    session.flush()


def link_parties(session: Session, agreement_id: int, signed: Mapping[int, bool]) -> None:
    """With whether they sign; those that are there stay."""
    there = session.exec(select(AgreementParty).where(AgreementParty.agreement_id == agreement_id)).all()
    known = {row.party_id: row for row in there}
    for party_id, signs in signed.items():
        row = known.get(party_id) or AgreementParty(agreement_id=agreement_id, party_id=party_id)
        row.signed = signs
        session.add(row)
    session.flush()


def unlink_parties(session: Session, agreement_id: int, but: Collection[str]) -> int:
    """All but those with these names; how many that were."""
    kept = select(col(Party.id)).where(col(Party.name).in_(but))
    gone = delete(AgreementParty).where(
        col(AgreementParty.agreement_id) == agreement_id, col(AgreementParty.party_id).not_in(kept)
    )
    return int(session.exec(gone).rowcount)


def set_duties(session: Session, agreement_id: int, wanted: Sequence[FollowUpDuty]) -> None:
    """These, no others."""
    for row in duties(session, agreement_id):
        session.delete(row)
    session.flush()
    session.add_all(wanted)
    session.flush()


def _free(candidates: Iterator[str], taken: Collection[str]) -> str:
    return next(candidate for candidate in candidates if candidate not in taken)


def _keys(name: str) -> Iterator[str]:
    """Gives "habo", "habo_2", …: Habo and Håbo are two municipalities."""
    key = fold(name).replace(" ", "_")
    yield key
    yield from (f"{key}_{number}" for number in range(2, 1000))


def _prefixes(name: str) -> Iterator[str]:
    """Gives "HAB", then "HAO" (another third letter), then "HA2", …"""
    letters = [letter for letter in fold(name).upper() if letter.isalpha()]
    two = "".join(letters[:2])
    yield "".join(letters[:PREFIX_LENGTH])
    yield from (two + letter for letter in letters[PREFIX_LENGTH:])
    yield from (f"{two}{number}" for number in range(2, 1000))
