"""How it is going, posted in a channel by somebody who may; who is told when Slack does not take it."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.errors import NotAllowed
from bot.domain.permissions import Action, Actor
from bot.domain.words import Purpose
from bot.services import progress_overview
from bot.views import progress_sharing as views
from bot.views.progress_found import Overview, Scope
from storage import outbox, progress_sharing, records


def shareable(session: Session, actor: Actor, scope: Scope, now: datetime) -> Overview:
    """Raises Gone and NotAllowed."""
    found = progress_overview.show(session, actor, scope, now)
    if Action.SHARE_PROGRESS not in found.may:
        raise NotAllowed("Bara chefer och samordnare delar läget i kanaler. Inget är delat.")
    return found


def share(session: Session, actor: Actor, scope: Scope, channel: str, now: datetime) -> None:
    """As it stands now. Raises Gone and NotAllowed."""
    found = shareable(session, actor, scope, now)
    said = views.post(found, actor.user_id, now)
    key = progress_sharing.key(actor.person_id, now)
    outbox.put(session, key=key, purpose=Purpose.POST, due_at=now, channel=channel, payload=said)
    records.audit(session, now, actor.person_id, "share", "agreement", found.agreement.id, channel=channel)


def refused(session: Session, message_id: int, error: str, now: datetime) -> None:
    """Whoever shared it is told, if that is what the message was. `error` is Slack's word."""
    if shared := progress_sharing.shared(session, message_id):
        notice = views.refused(shared.channel, error)
        key = f"{shared.key}:refused"
        outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=shared.by_id, payload=notice)
