"""The text of an agreement before there is a draft of it: read, or kept while somebody is asked what it is."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.domain.agreement_draft_of_text import draft_of_text
from bot.domain.agreement_text import Proposal, composed, read_agreement_text
from bot.domain.contact_lines import without_contacts
from bot.domain.errors import Gone
from bot.domain.permissions import Actor
from bot.domain.words import DraftPurpose
from bot.services import agreement_drafts, plan_files
from storage import agreement_drafts as stored
from storage import records

KEEP = timedelta(days=1)
OVER = "Texten finns inte kvar här, så inget är ändrat. Klistra in den igen, under avtal."


def read(text: str) -> Proposal:
    """Some tenths of a second for a long text. Whom to reach is left out before anything is read."""
    return read_agreement_text(without_contacts(composed(text)))


def read_file(name: str, content: bytes) -> Proposal:
    """Raises UserError for one that has no text."""
    from bot.documents.texts import text_of  # brings in what reads Word and PDF, which few ever need

    return read(text_of(name, content))


def keep(session: Session, actor: Actor, text: str, now: datetime) -> int:
    """For a day, while somebody is asked what it is. Without whom to reach."""
    payload = {stored.TEXT: without_contacts(composed(text))}
    return records.save_draft(session, actor.person_id, DraftPurpose.AGREEMENT, payload, now + KEEP)


def kept(session: Session, actor: Actor, draft_id: int, now: datetime) -> str:
    """It is kept still. Raises Gone."""
    return _text(records.read_draft(session, draft_id, actor.person_id, now))


def take(session: Session, actor: Actor, draft_id: int, now: datetime) -> str:
    """It is not kept any longer. Raises Gone."""
    return _text(records.take_draft(session, draft_id, actor.person_id, now))


def begin(session: Session, actor: Actor, proposal: Proposal, now: datetime) -> int:
    """Raises NotAllowed."""
    plan_files.check_may_somewhere(session, actor, now)
    draft = agreement_drafts.with_local_parties(session, draft_of_text(proposal))
    return agreement_drafts.begin(session, actor, draft, now)


def _text(payload: Mapping[str, Any] | None) -> str:
    if payload is None or stored.TEXT not in payload:
        raise Gone(OVER)
    text: str = payload[stored.TEXT]
    return text
