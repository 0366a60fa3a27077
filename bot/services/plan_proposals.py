"""What a plan out of a file would change, shown and kept until somebody decides."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.domain.agreement_difference import Difference
from bot.domain.agreement_file import AgreementFile, read_agreement, write_agreement
from bot.domain.errors import Gone
from bot.domain.permissions import Actor
from bot.domain.words import DraftPurpose
from bot.services import plan_files
from bot.services.plan_comparison import Compared, compare, put_in
from storage import records

KEEP = timedelta(days=1)
OVER = "Förslaget gäller inte längre, så inget är ändrat. Skicka filen igen."


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """What saving would do, and by what that is known again when it comes to it."""

    difference: Difference
    fingerprint: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """With a draft in `asked_again` nothing was saved: something else would have been than what was shown."""

    difference: Difference
    asked_again: int | None = None


def show(session: Session, actor: Actor, file: AgreementFile, now: datetime) -> ShownPlan:
    """Nothing is changed. Raises NotAllowed and UserError."""
    compared = _allowed(session, actor, file, now)
    return ShownPlan(compared.difference, compared.fingerprint)


def as_kept(file: AgreementFile) -> Mapping[str, Any]:
    """As a draft holds it."""
    made: Mapping[str, Any] = json.loads(json.dumps(write_agreement(file), default=str))
    return made


def keep(session: Session, actor: Actor, kept: Mapping[str, Any], fingerprint: str, now: datetime) -> int:
    """Until it is decided, or for a day."""
    payload = {"plan": kept, "shown": fingerprint}
    return records.save_draft(session, actor.person_id, DraftPurpose.AGREEMENT, payload, now + KEEP)


def require(session: Session, actor: Actor, draft_id: int, now: datetime) -> None:
    """Raises Gone."""
    if not records.has_draft(session, draft_id, actor.person_id, now):
        raise Gone(OVER)


def take_in(session: Session, actor: Actor, draft_id: int, now: datetime, *, file_counts: bool = False) -> TakenIn:
    """What was shown, or nothing. Raises Gone, NotAllowed and UserError."""
    kept, fingerprint = _kept(session, actor, draft_id, now)
    file = read_agreement(kept)
    compared = _allowed(session, actor, file, now)
    if compared.fingerprint != fingerprint:
        return TakenIn(compared.difference, keep(session, actor, kept, compared.fingerprint, now))
    if file_counts:
        compared = _allowed(session, actor, file, now, file_counts=True)
    put_in(session, compared, now, actor)
    return TakenIn(compared.difference)


def forget(session: Session, actor: Actor, draft_id: int, now: datetime) -> None:
    """Raises Gone."""
    _kept(session, actor, draft_id, now)


def _allowed(
    session: Session, actor: Actor, file: AgreementFile, now: datetime, *, file_counts: bool = False
) -> Compared:  # fmt: skip
    plan_files.check_may(session, actor, file, now)
    compared = compare(session, file, now, file_counts=file_counts)
    plan_files.check_change(session, actor, compared)
    return compared


def _kept(session: Session, actor: Actor, draft_id: int, now: datetime) -> tuple[Mapping[str, Any], str]:
    payload = records.take_draft(session, draft_id, actor.person_id, now)
    if payload is None or "plan" not in payload:
        raise Gone(OVER)
    return payload["plan"], payload["shown"]
