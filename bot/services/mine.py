"""What one person has ahead, has yet to report and has reported; and a coordinator's open questions."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.kinds import kind
from bot.domain.permissions import Action, Actor
from bot.domain.report_search import ANY, Search, span
from bot.domain.swedish import sort_key
from bot.domain.words import Form, Role
from bot.services import installation, progress_overview, stand_ins
from bot.services import occurrences as plans
from bot.services.stand_ins import Covered
from bot.views.home import HomeContents, HomeDesk
from bot.views.mine import LATEST, SHOWN, Mine
from bot.views.progress_found import Overview
from storage import access, occurrences, unanswered
from storage import mine as stored
from storage.mine import MyReport
from storage.occurrences import Listed, Staffed

UNSENT_SHOWN = timedelta(days=7)
FOLLOWS_UP = {Role.CHIEF, Role.COORDINATOR}


def show(session: Session, actor: Actor, now: datetime) -> Mine:
    """Also what they do instead of somebody who is away."""
    instead = stand_ins.covered(session, actor.person_id, now)
    own = stored.coming(session, actor.person_id, now, SHOWN)
    coming = together(own, [one for one, _ in instead if one.ends_at > now], next_at)[:SHOWN]
    return Mine(
        person_id=actor.person_id,
        coming=[Staffed(one, occurrences.named(session, one.id)) for one in coming],
        to_report=to_report(session, actor, instead, now),
        plans=actor.may_anywhere(Action.PLAN),
        instead=stand_ins.replaced(session, actor.person_id, own) | {one.id: why for one, why in instead},
    )


def to_report(session: Session, actor: Actor, instead: Sequence[Covered], now: datetime) -> list[Listed]:
    """What is over and lacks its report, the oldest first."""
    over = [one for one, _ in instead if one.ends_at <= now]
    asked = [one for one in over if not unanswered.was_not_there(session, one.id, actor.person_id)]
    return together(stored.to_report(session, actor.person_id, now), asked, lambda one: one.ends_at)


def together(own: Iterable[Listed], others: Iterable[Listed], at: Callable[[Listed], datetime]) -> list[Listed]:
    """Each once."""
    return sorted({one.id: one for one in (*own, *others)}.values(), key=lambda one: (at(one), one.id))


def next_at(one: Listed) -> datetime:
    """As `storage.occurrences.NEXT_AT`."""
    return one.starts_at if one.form is Form.DATED else one.ends_at


def reports(session: Session, actor: Actor, search: Search, now: datetime) -> list[MyReport]:
    """Those that the actor gave, the latest first."""
    since, until = span(search, local_day(now))
    kind_key = None if search.kind == ANY else search.kind
    return stored.reports(session, actor.person_id, since, until, kind=kind_key, limit=LATEST)


def home(session: Session, actor: Actor, search: Search, now: datetime) -> HomeContents:
    kinds = stored.kinds_reported(session, actor.person_id)
    return HomeContents(
        mine=show(session, actor, now),
        reports=reports(session, actor, search, now),
        kinds=sorted(kinds, key=lambda key: sort_key(kind(key).name)),
        search=search,
        desk=_desk(session, actor, now),
        standing=_standing(session, actor, now),
        coordinators=plans.coordinators(session, actor, now),
        first_steps=installation.first_steps_ahead(session, actor),
    )


def _desk(session: Session, actor: Actor, now: datetime) -> HomeDesk:
    requests = access.waiting(session) if actor.may_anywhere(Action.ADD_PEOPLE) else []
    places = [place for place in actor.municipalities(Action.PLAN) if actor.may(Action.SEE_PROTECTED, place)]
    if not places:
        return HomeDesk(requests, [], [])
    unsent = stored.unsent(session, places, now - UNSENT_SHOWN)
    return HomeDesk(requests, stored.open_handovers(session, places, now), unsent)


def _standing(session: Session, actor: Actor, now: datetime) -> list[Overview]:
    """For those who follow up; others find it by asking."""
    if not any(FOLLOWS_UP & set(roles) for roles in actor.roles.values()):
        return []
    return progress_overview.mine(session, actor, now)
