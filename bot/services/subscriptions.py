"""Who is told regularly how it is going, of what, and how often. It stands in their list of the week."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from bot.domain import digest_policy, progress_compared
from bot.domain.calendar import local_day
from bot.domain.digest_policy import MONTHLY, NEVER
from bot.domain.errors import Gone, NotAllowed, UserError
from bot.domain.nation import Nation
from bot.domain.periods import WEEK
from bot.domain.permissions import Actor
from bot.domain.subscriptions import PROGRESS, is_same, question_of, subject
from bot.domain.words import Per, Role
from bot.services import nation, progress_overview
from bot.views import subscriptions as views
from bot.views.progress_found import Overview, Scope, SeveralAgreements, WhichAgreement
from bot.views.subscriptions import SubscriptionReceipt
from storage import records, subscriptions
from storage.subscriptions import Subscribed

HOW_OFTEN = (
    "Hur ofta? Skriv till exempel: {wanted} varje måndag. Varje månad, kvartal, tertial, halvår och år går också."
)


NOT_COMPARED = (
    "En jämförelse mellan två tider står inte i måndagslistan, så inget är sparat. "
    "Du kan fråga om den när du vill: läget {question}"
)


def is_chief(actor: Actor) -> bool:
    return any(Role.CHIEF in roles for roles in actor.roles.values())


def cadence(session: Session, actor: Actor) -> str:
    """How often a chief is told how it is going in all that they are chief of."""
    return subscriptions.cadence(session, actor.person_id, PROGRESS) or MONTHLY


def mine(session: Session, actor: Actor) -> list[Subscribed]:
    """What the actor has asked for. How often a chief hears of everything is a setting of its own."""
    found = [one for one in subscriptions.of_person(session, actor.person_id) if one.cadence != NEVER]
    return [one for one in found if one.subject != PROGRESS or not is_chief(actor)]


def offered(session: Session, actor: Actor, scope: Scope, now: datetime) -> tuple[str, str | None]:
    """The question that stands for what the actor is looking at, and how often they hear of it. Raises as `show`."""
    found = progress_overview.show(session, actor, scope, now)
    question = views.asked_as(found)
    again = progress_overview.ask(session, actor, question, now)
    if not isinstance(again, Overview) or _ids(again) != _ids(found):
        question = views.asked_as(replace(found, scope=Scope(found.agreement.id)))
    kept = _kept(session, actor, question)
    return question, kept.cadence if kept else None


def subscribe(session: Session, actor: Actor, question: str, per: Per | None, now: datetime) -> SubscriptionReceipt:
    """Raises NotAllowed, and UserError when it is not understood."""
    if per is None:
        raise UserError(HOW_OFTEN.format(wanted=f"läget {question}".rstrip()))
    if progress_compared.find(question, local_day(now)).other:
        raise UserError(NOT_COMPARED.format(question=question))
    found = progress_overview.ask(session, actor, question, now)
    if isinstance(found, WhichAgreement):
        raise UserError(f"{found.sentence} Inget är sparat.")
    if isinstance(found, Overview) and not found.scope.activities and not found.scope.period:
        question = views.asked_as(found) if question else ""
    old = _kept(session, actor, question)
    about = old.subject if old else subject(question)
    subscriptions.subscribe(session, actor.person_id, about, per.value)
    made = next(one for one in subscriptions.of_person(session, actor.person_id) if one.subject == about)
    records.audit(session, now, actor.person_id, "subscribe", "subscription", made.id)
    return SubscriptionReceipt(made, _next_monday(made, local_day(now)))


def end(session: Session, actor: Actor, question: str, now: datetime) -> Subscribed | None:
    """None when the actor was not told of it."""
    kept = _kept(session, actor, question)
    if not question and is_chief(actor) and cadence(session, actor) != NEVER:
        kept = kept or Subscribed(actor.person_id, PROGRESS, MONTHLY)
    return _ended(session, actor, kept, now) if kept and kept.cadence != NEVER else None


def end_one(session: Session, actor: Actor, subscription_id: int, now: datetime) -> Subscribed:
    """Raises Gone."""
    kept = subscriptions.find(session, actor.person_id, subscription_id)
    if kept is None or kept.cadence == NEVER:
        raise Gone("Det står redan inte längre i din måndagslista, så inget är ändrat.")
    return _ended(session, actor, kept, now)


def _ended(session: Session, actor: Actor, kept: Subscribed, now: datetime) -> Subscribed:
    """A chief who has no row of their own is told each month, so theirs says never."""
    if kept.subject == PROGRESS and is_chief(actor):
        subscriptions.subscribe(session, actor.person_id, PROGRESS, NEVER)
    else:
        subscriptions.end(session, actor.person_id, kept.subject)
    records.audit(session, now, actor.person_id, "unsubscribe", "subscription", kept.id)
    return kept


def due(session: Session, actor: Actor, monday: date, now: datetime) -> list[Overview | Nation]:
    """What is to be told in the list of that week, each once. Nothing of what they may not see any more."""
    found: list[Overview | Nation] = [*_as_chief(session, actor, monday, now)]
    for one in mine(session, actor):
        if digest_policy.chief_hears(one.cadence, monday):
            found += _answers(session, actor, question_of(one.subject), now)
    return list({_about(one): one for one in found}.values())


def _about(one: Overview | Nation) -> Hashable:
    return one.period if isinstance(one, Nation) else (one.agreement.id, one.scope.period, *_ids(one))


def _as_chief(session: Session, actor: Actor, monday: date, now: datetime) -> Sequence[Overview | Nation]:
    """Of the municipalities that they are chiefs in."""
    led = {place: roles for place, roles in actor.roles.items() if Role.CHIEF in roles}
    if not led or not digest_policy.chief_hears(cadence(session, actor), monday):
        return []
    return nation.mine(session, replace(actor, roles=led), now)


def _answers(session: Session, actor: Actor, question: str, now: datetime) -> Iterator[Overview | Nation]:
    try:
        found = nation.ask(session, actor, question, now)
    except NotAllowed:  # rights have ended since: then nothing is said, not even that
        return
    if isinstance(found, SeveralAgreements):
        yield from found.overviews
    elif isinstance(found, Overview | Nation):
        yield found


def _kept(session: Session, actor: Actor, question: str) -> Subscribed | None:
    theirs = subscriptions.of_person(session, actor.person_id)
    return next((one for one in theirs if is_same(question_of(one.subject), question)), None)


def _ids(found: Overview) -> list[int]:
    return [one.frame.activity_id for one in found.activities]


def _next_monday(one: Subscribed, today: date) -> date:
    monday = digest_policy.monday_of(today) + WEEK
    while not digest_policy.chief_hears(one.cadence, monday):
        monday += WEEK
    return monday
