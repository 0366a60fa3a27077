"""What a plan as a file asks the database for, beside the agreement itself."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import or_
from sqlmodel import Session, col, select

from bot.domain.words import Role
from storage.agreement_rows import STANDS
from storage.models import Agreement, AgreementMunicipality, Municipality, RoleGrant


def places(session: Session, key: str, names: Collection[str]) -> dict[str, int | None]:
    """Ids by name: of the municipalities named, and of those that the agreement with the key has already."""
    has = (
        select(AgreementMunicipality.municipality_id)
        .join(Agreement, col(Agreement.id) == col(AgreementMunicipality.agreement_id))
        .where(Agreement.key == key)
    )
    found = select(Municipality.name, Municipality.id).where(
        or_(col(Municipality.name).in_(names), col(Municipality.id).in_(has))
    )
    return {**dict.fromkeys(names), **dict(session.exec(found).all())}


def is_administrator(session: Session, person_id: int, today: date) -> bool:
    """Everywhere, also where no municipality is known yet."""
    statement = select(RoleGrant.id).where(
        RoleGrant.person_id == person_id,
        RoleGrant.role == Role.ADMINISTRATOR,
        col(RoleGrant.municipality_id).is_(None),
        col(RoleGrant.police_area_id).is_(None),
        RoleGrant.valid_from <= today,
        or_(col(RoleGrant.valid_to).is_(None), col(RoleGrant.valid_to) >= today),
    )
    return session.exec(statement).first() is not None


def agreements_in(session: Session, municipality_ids: Collection[int]) -> Sequence[Agreement]:
    """Those that hold or will, the newest first."""
    within = select(AgreementMunicipality.agreement_id).where(
        col(AgreementMunicipality.municipality_id).in_(municipality_ids)
    )
    statement = select(Agreement).where(col(Agreement.id).in_(within), STANDS)
    return session.exec(statement.order_by(col(Agreement.period_end).desc(), col(Agreement.id))).all()
