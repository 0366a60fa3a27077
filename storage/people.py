"""Who is acting, and who else there is."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import and_, bindparam, or_, select, update
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from bot.domain.permissions import Actor
from bot.domain.words import Part, Role
from storage.models import FunctionHolder, Municipality, Person, RoleGrant
from storage.prepared import Prepared

# Prepared once: this stands first on the path of every report.
ACTOR = Prepared(
    select(
        col(Person.id), col(Person.external), col(RoleGrant.role), col(RoleGrant.municipality_id),
        col(RoleGrant.police_area_id),
    )
    .outerjoin(
        RoleGrant,
        and_(
            col(RoleGrant.person_id) == col(Person.id),
            col(RoleGrant.valid_from) <= bindparam("today"),
            or_(col(RoleGrant.valid_to).is_(None), col(RoleGrant.valid_to) >= bindparam("today")),
        ),
    )
    .where(
        col(Person.team_id) == bindparam("team"), col(Person.user_id) == bindparam("user"), col(Person.active)
    )
)  # fmt: skip
EVERYWHERE = Prepared(select(col(Municipality.id)))
IN_AREA = Prepared(select(col(Municipality.id)).where(col(Municipality.police_area_id) == bindparam("area")))
GRANTED_IN = or_(
    col(Municipality.id) == col(RoleGrant.municipality_id),
    col(Municipality.police_area_id) == col(RoleGrant.police_area_id),
)
"""The municipalities of a grant: its own, or all of its police area."""


LEARN_CONVERSATION = (
    update(Person)
    .where(col(Person.id) == bindparam("person"), col(Person.dm_channel).is_(None))
    .values(dm_channel=bindparam("conversation"))
)


def find_actor(session: Session, team_id: str, user_id: str, today: date) -> Actor | None:
    rows = ACTOR.all(session, team=team_id, user=user_id, today=today)
    if not rows:
        return None
    roles: dict[int, set[Role]] = {}
    for _, _, role, municipality_id, area_id in rows:
        for place in _places(session, municipality_id, area_id) if role else ():
            roles.setdefault(place, set()).add(role)
    person_id, external, *_ = rows[0]
    everywhere = {role for _, _, role, town, area in rows if role and town is None and area is None}
    return Actor(person_id, team_id, user_id, external, roles, everywhere)


def _places(session: Session, municipality_id: int | None, area_id: int | None) -> list[int]:
    """Asked apart: joined in, every report would look through all municipalities for the few who have an area."""
    if municipality_id is not None:
        return [municipality_id]
    rows = EVERYWHERE.all(session) if area_id is None else IN_AREA.all(session, area=area_id)
    return [row[0] for row in rows]


def by_slack_id(session: Session, team_id: str, user_id: str) -> Person | None:
    return session.exec(
        select_rows(Person).where(col(Person.team_id) == team_id, col(Person.user_id) == user_id)
    ).first()


def people(session: Session, ids: Sequence[int]) -> dict[int, Person]:
    found = session.exec(select_rows(Person).where(col(Person.id).in_(ids))).all()
    return {person.id: person for person in found}


def with_role(session: Session, role: Role, municipality_id: int, today: date) -> list[Person]:
    """The people who have the role in the municipality today, in the order they were added."""
    return with_role_in(session, role, [municipality_id], today)


def with_role_in(session: Session, role: Role, municipality_ids: Collection[int], today: date) -> list[Person]:
    """In any of them, each once."""
    statement = (
        select_rows(Person)
        .join(RoleGrant, col(RoleGrant.person_id) == col(Person.id))
        .join(Municipality, GRANTED_IN)
        .where(
            col(Municipality.id).in_(municipality_ids),
            col(RoleGrant.role) == role,
            col(Person.active),
            col(RoleGrant.valid_from) <= today,
            or_(col(RoleGrant.valid_to).is_(None), col(RoleGrant.valid_to) >= today),
        )
        .order_by(col(Person.id))
        .distinct()
    )
    return list(session.exec(statement).all())


def was_in(session: Session, person_id: int) -> list[int]:
    """The municipalities where the person has, or had, a role of its own."""
    theirs = select(col(RoleGrant.municipality_id)).where(col(RoleGrant.person_id) == person_id).distinct()
    found = session.connection().execute(theirs.order_by(col(RoleGrant.municipality_id))).scalars()
    return [place for place in found if place is not None]


def holders(
    session: Session, function: str, municipality_id: int, police_area_id: int | None, today: date
) -> list[tuple[Person, Part]]:
    """Who holds a function there today: the lead first, then substitutes."""
    statement = (
        select_rows(Person, col(FunctionHolder.part))
        .join(FunctionHolder, col(FunctionHolder.person_id) == col(Person.id))
        .where(
            FunctionHolder.function == function,
            or_(
                col(FunctionHolder.municipality_id) == municipality_id,
                and_(
                    col(FunctionHolder.police_area_id).is_not(None),
                    col(FunctionHolder.police_area_id) == police_area_id,
                ),
            ),
            col(Person.active),
            col(FunctionHolder.valid_from) <= today,
            or_(col(FunctionHolder.valid_to).is_(None), col(FunctionHolder.valid_to) >= today),
        )
        .order_by(col(FunctionHolder.part), col(FunctionHolder.id))
    )
    return [(person, part) for person, part in session.exec(statement).all()]


def holds(session: Session, person_id: int, functions: Collection[str], municipality_id: int, today: date) -> bool:
    """Whether the person holds one of the functions there today, as lead or substitute."""
    area = select(col(Municipality.police_area_id)).where(col(Municipality.id) == municipality_id).scalar_subquery()
    statement = select(col(FunctionHolder.id)).where(
        col(FunctionHolder.person_id) == person_id,
        col(FunctionHolder.function).in_(functions),
        or_(col(FunctionHolder.municipality_id) == municipality_id, col(FunctionHolder.police_area_id) == area),
        col(FunctionHolder.valid_from) <= today,
        or_(col(FunctionHolder.valid_to).is_(None), col(FunctionHolder.valid_to) >= today),
    )
    return session.connection().execute(statement.limit(1)).first() is not None


def learn_conversation(session: Session, person_id: int, conversation: str) -> None:
    """The bot's own with the person: what is sent by either name keeps its order from then on."""
    session.connection().execute(LEARN_CONVERSATION, {"person": person_id, "conversation": conversation})
