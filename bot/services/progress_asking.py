"""A chief asks whoever is responsible how it is going, and is answered by them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.domain.calendar import DAY, local_day
from bot.domain.errors import FieldErrors, Gone, NotAllowed
from bot.domain.good_times import awake_after, good_after
from bot.domain.permissions import Action, Actor
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import when_text
from bot.domain.words import DraftPurpose, Part, Purpose, Role
from bot.services import naming, occurrences, progress_overview
from bot.views import progress_asking as views
from bot.views.blocks import Message
from bot.views.progress_asking import AskedPeople, AskedQuestion, ChosenActivity
from bot.views.progress_found import Overview, Scope, scope_value
from storage import outbox, people, preferences, progress_asking, records
from storage.activities import Plannable
from storage.models import Person

KEPT = timedelta(days=14)
"""So long a question can be answered."""
ANSWERED = "Frågan är redan besvarad eller äldre än två veckor, så inget är skickat."


def askable(session: Session, actor: Actor, scope: Scope, now: datetime) -> Overview:
    """For the form. Raises Gone and NotAllowed."""
    found = progress_overview.show(session, actor, scope, now)
    if Action.ASK_RESPONSIBLE not in found.may:
        raise NotAllowed("Bara chefer och samordnare frågar den ansvariga härifrån. Ingen fråga är skickad.")
    if not found.activities:
        raise Gone("Det finns inga aktiviteter att fråga om här.")
    return found


def ask(
    session: Session, actor: Actor, scope: Scope, chosen: ChosenActivity, now: datetime
) -> tuple[AskedQuestion, Sequence[AskedPeople]]:  # fmt: skip
    """At a time that is good for each of those asked. Raises Gone, NotAllowed, and FieldErrors at "activity"."""
    found = askable(session, actor, scope, now)
    one = next((one for one in found.activities if one.frame.activity_id == chosen.activity_id), None)
    if one is None:
        raise Gone("Aktiviteten gäller inte längre. Ingen fråga är skickad.")
    _check_not_again(session, actor, chosen.activity_id, now)
    activity = occurrences.standing(session, chosen.activity_id)
    _check_may_know(session, actor, activity, now)
    to = _responsible(session, actor, activity, now)
    ids = [person.id for person in to]
    records.audit(session, now, actor.person_id, progress_asking.ASKED, progress_asking.SUBJECT, activity.id, to=ids)
    about = f"{activity.municipality}, {views.called(one, found)}"
    opened = scope_value(replace(found.scope, activities=(chosen.activity_id,)))
    asked = AskedQuestion(about, activity.protected, actor.person_id, actor.user_id, now, opened, chosen.question)
    return asked, _put(session, asked, one, to, now)


def waiting(session: Session, actor: Actor, draft_id: int, now: datetime) -> AskedQuestion:
    """That is the actor's to answer. Raises Gone."""
    kept = progress_asking.waiting(session, draft_id, actor.person_id, now)
    if kept is None:
        raise Gone(ANSWERED)
    return _read(kept)


def answer(session: Session, actor: Actor, draft_id: int, said: str, now: datetime) -> AskedPeople:
    """Whoever asked gets it with the question, outside their quiet hours. Raises Gone."""
    asked = waiting(session, actor, draft_id, now)
    records.take_draft(session, draft_id, actor.person_id, now)
    outbox.replace(session, _key(draft_id, "asked"), views.answered(asked, said), now)
    hours = preferences.manners_of(session, [asked.asker_id], local_day(now))[asked.asker_id]
    told = AskedPeople([asked.asker], awake_after(hours, now))
    reply = views.answer(asked, actor.user_id, said, told.at)
    _send(session, _key(draft_id, "answered"), Purpose.NOTICE, asked.asker_id, reply, told.at)
    records.audit(session, now, actor.person_id, "answer", progress_asking.SUBJECT, draft_id)
    return told


def _check_not_again(session: Session, actor: Actor, activity_id: int, now: datetime) -> None:
    last = progress_asking.last_asked(session, actor.person_id, activity_id)
    if last and now < last + DAY:
        told = f"Du frågade om det här {when_text(last, None, now)}. Ge den ansvariga tid att svara."
        raise FieldErrors({"activity": f"{told} Du kan fråga igen {when_text(last + DAY, None, now)}."})


def _check_may_know(session: Session, actor: Actor, activity: Plannable, now: datetime) -> None:
    if not naming.tells_lead(actor, activity, naming.parts(session, activity, now)):
        told = f"Det är skyddat, och vem som leder det visas bara för dem som följer upp i {activity.municipality}."
        raise FieldErrors({"activity": f"{told} Välj något annat."})


def _responsible(session: Session, actor: Actor, activity: Plannable, now: datetime) -> list[Person]:
    """Whoever leads it, else holds its function, else coordinates there. Raises FieldErrors."""
    found = next((some for some in _candidates(session, activity, now) if some), [])
    if not found:
        raise FieldErrors({"activity": "Ingen är ansvarig för det här, och kommunen har ingen samordnare att fråga."})
    others = [person for person in found if person.id != actor.person_id]
    if not others:
        raise FieldErrors({"activity": "Du är själv ansvarig för det här. Välj något annat."})
    return others


def _candidates(session: Session, activity: Plannable, now: datetime) -> Iterator[list[Person]]:
    today, place = local_day(now), activity.municipality_id
    parts = naming.parts(session, activity, now)
    leads = people.people(session, [person_id for person_id, part in parts.items() if part is Part.LEAD])
    yield _active(leads.values())
    if activity.function:
        held = people.holders(session, activity.function, place, activity.police_area_id, today)
        yield _active(person for person, _ in held[:1])
    yield people.with_role(session, Role.COORDINATOR, place, today)


def _active(found: Iterable[Person]) -> list[Person]:
    return [person for person in found if person.active]


def _put(
    session: Session, asked: AskedQuestion, one: ActivityProgress, to: Sequence[Person], now: datetime
) -> list[AskedPeople]:  # fmt: skip
    """One draft each: it is the person's right to answer, and is gone when they have."""
    hours = preferences.manners_of(session, [person.id for person in to], local_day(now))
    told: dict[datetime, list[str]] = {}
    for person in to:
        at = good_after(hours[person.id], now) or now
        draft_id = records.save_draft(session, person.id, DraftPurpose.QUESTION, _written(asked), at + KEPT)
        said = views.question(asked, one, draft_id, at)
        _send(session, _key(draft_id, "asked"), Purpose.QUESTION, person.id, said, at)
        told.setdefault(at, []).append(person.user_id)
    return [AskedPeople(users, at) for at, users in sorted(told.items())]


def _send(session: Session, key: str, purpose: Purpose, person_id: int, said: Message, at: datetime) -> None:
    outbox.put(session, key=key, purpose=purpose, due_at=at, person_id=person_id, payload=said)


def _key(draft_id: int, event: str) -> str:
    return f"progress_question:{draft_id}:{event}"


def _written(asked: AskedQuestion) -> dict[str, Any]:
    return asdict(asked) | {"asked_at": asked.asked_at.isoformat()}


def _read(kept: dict[str, Any]) -> AskedQuestion:
    return AskedQuestion(**kept | {"asked_at": datetime.fromisoformat(kept["asked_at"])})
