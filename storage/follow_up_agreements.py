"""What was agreed on in a place and period: the agreements, their parties and their focus areas."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.domain.calendar import DAY
from bot.domain.periods import Period
from bot.domain.words import AgreementKind, AgreementState
from storage.models import Agreement, AgreementMunicipality, AgreementParty, FocusArea, Municipality, Party
from storage.progress_frames import LAST_DAY


@dataclass(frozen=True, slots=True)
class HeldAgreement:
    """An agreement; `last` is the day it held to, also where it was terminated or another took its place."""

    id: int
    key: str
    title: str
    kind: AgreementKind
    state: AgreementState
    first: date
    last: date
    signed_on: date | None
    example: bool
    basis: list[str]
    spokesperson: str | None
    first_month: int


@dataclass(frozen=True, slots=True)
class HeldArea:
    id: int
    agreement_id: int
    title: str
    problem: str | None
    cause: str | None
    goal: str | None
    via: list[str]


_new = aliased(Agreement)
IN_PERIOD = (
    select(
        col(Agreement.id), col(Agreement.key), col(Agreement.title), col(Agreement.kind), col(Agreement.state),
        col(Agreement.period_start), LAST_DAY, col(Agreement.signed_on), col(Agreement.example),
        col(Agreement.basis), col(Agreement.spokesperson), col(Agreement.first_month), col(_new.period_start),
    )
    .outerjoin(_new, and_(col(_new.replaces_id) == col(Agreement.id), col(Agreement.state) == AgreementState.REPLACED))
    .where(
        col(Agreement.id).in_(
            select(col(AgreementMunicipality.agreement_id)).where(
                col(AgreementMunicipality.municipality_id).in_(bindparam("municipalities", expanding=True))
            )
        ),
        col(Agreement.period_start) <= bindparam("until"),
        bindparam("since") <= LAST_DAY,
        # What was taken back before it began has never held.
        or_(col(Agreement.terminated_on).is_(None), col(Agreement.terminated_on) >= col(Agreement.period_start)),
    )
    .order_by(col(Agreement.kind), col(Agreement.period_start), col(Agreement.id))
)  # fmt: skip
PARTIES = (
    select(col(AgreementParty.agreement_id), col(Party.name), col(AgreementParty.signed))
    .join(Party, col(Party.id) == col(AgreementParty.party_id))
    .where(col(AgreementParty.agreement_id).in_(bindparam("agreements", expanding=True)))
    .order_by(col(Party.id))
)
MUNICIPALITIES = (
    select(col(AgreementMunicipality.agreement_id), col(Municipality.name))
    .join(Municipality, col(Municipality.id) == col(AgreementMunicipality.municipality_id))
    .where(
        col(AgreementMunicipality.agreement_id).in_(bindparam("agreements", expanding=True)),
        col(Municipality.id).in_(bindparam("municipalities", expanding=True)),
    )
    .order_by(col(Municipality.id))
)
AREAS = (
    select(
        col(FocusArea.id), col(FocusArea.agreement_id), col(FocusArea.title), col(FocusArea.problem),
        col(FocusArea.cause), col(FocusArea.goal), col(FocusArea.via),
    )
    .where(col(FocusArea.agreement_id).in_(bindparam("agreements", expanding=True)))
    .order_by(col(FocusArea.position), col(FocusArea.id))
)  # fmt: skip


def in_period(session: Session, municipality_ids: Collection[int], period: Period) -> list[HeldAgreement]:
    """Those that held in some part of the period: promises first, then by when they began."""
    values = {"municipalities": list(municipality_ids), "since": period.first, "until": period.last}
    found: dict[int, HeldAgreement] = {}
    rows: Iterable[Any] = session.connection().execute(IN_PERIOD, values)
    for *facts, successor in rows:
        one = HeldAgreement(*facts)
        one = replace(one, last=min(one.last, successor - DAY)) if successor else one
        if one.last >= max(one.first, period.first):
            found[one.id] = one
    return list(found.values())


def parties(session: Session, agreement_ids: Collection[int]) -> dict[int, list[tuple[str, bool]]]:
    """By agreement: names, and whether they signed."""
    found: dict[int, list[tuple[str, bool]]] = {id_: [] for id_ in agreement_ids}
    for agreement_id, name, signed in session.connection().execute(PARTIES, {"agreements": list(agreement_ids)}):
        found[agreement_id].append((name, signed))
    return found


def municipalities(
    session: Session, agreement_ids: Collection[int], among: Collection[int]
) -> dict[int, tuple[str, ...]]:  # fmt: skip
    """By agreement: the names of those `among` its own that are asked about."""
    found: dict[int, tuple[str, ...]] = {}
    values = {"agreements": list(agreement_ids), "municipalities": list(among)}
    for agreement_id, name in session.connection().execute(MUNICIPALITIES, values):
        found[agreement_id] = (*found.get(agreement_id, ()), name)
    return found


def areas(session: Session, agreement_ids: Collection[int]) -> list[HeldArea]:
    rows: Iterable[Any] = session.connection().execute(AREAS, {"agreements": list(agreement_ids)})
    return [HeldArea(*row) for row in rows]
