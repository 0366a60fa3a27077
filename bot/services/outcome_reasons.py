"""Why something was not done, or only partly: asked with the receipt of a line that did not say it."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.permissions import Actor
from bot.domain.words import Reason
from bot.services import outcomes
from bot.views.outcomes import Receipt


def give(session: Session, actor: Actor, outcome_id: int, reason: Reason, now: datetime) -> Receipt:
    """A new version. Raises as `outcomes.change` does."""
    report = outcomes.opened_report(session, actor, outcome_id, now).report
    return outcomes.change(session, actor, outcome_id, replace(report, reason=reason), now)
