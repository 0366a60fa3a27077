"""Who is responsible for an activity; what is planned already follows."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlmodel import Session

from bot.domain import spans
from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors, NotAllowed
from bot.domain.new_activity import New
from bot.domain.permissions import Action, Actor
from bot.domain.responsible import adjusted
from bot.domain.swedish import range_text
from bot.domain.words import Part, Purpose
from bot.services import handovers, naming, occurrences, publications_withheld, reminders
from bot.services.open_occurrences import staffed
from bot.services.people import picked
from bot.views import activities as views
from bot.views.activities import ChosenPeople, Responsible
from storage import activities, channel_posts, outbox, people, records
from storage import reminders as stored_reminders
from storage.activities import Plannable
from storage.channel_posts import PostableArea
from storage.occurrences import Named

ONLY_COORDINATORS = "Bara samordnaren lägger till aktiviteter, så inget är ändrat."


def responsible(session: Session, actor: Actor, activity_id: int, now: datetime) -> Responsible:
    """For the form. Raises Gone or NotAllowed."""
    activity = occurrences.plannable(session, actor, activity_id)
    return Responsible(activity, naming.to_be_named(session, activity, now))


def change_people(session: Session, actor: Actor, activity_id: int, chosen: ChosenPeople, now: datetime) -> Responsible:
    """Those who are new, and those who no longer are, are told. Raises Gone, NotAllowed and FieldErrors."""
    activity = occurrences.plannable(session, actor, activity_id)
    before = naming.parts(session, activity, now)
    new = wanted(session, actor, chosen)
    activities.set_people(session, activity_id, new)
    moved = _follow(session, actor, activity_id, before, new, now)
    reminders.replan_activity(session, activity_id, now)
    records.audit(session, now, actor.person_id, "change_people", "activity", activity_id, occurrences=moved)
    _tell(session, actor, activity, before.keys() - new.keys(), new.keys() - before.keys(), now)
    found = people.people(session, list(new))
    named = [Named(id_, found[id_].team_id, found[id_].user_id, part) for id_, part in new.items()]
    return Responsible(activity, named)


def areas(session: Session, actor: Actor, now: datetime) -> list[PostableArea]:
    """Where the actor may add activities. Raises NotAllowed for who may nowhere."""
    places = actor.municipalities(Action.PLAN)
    if not places:
        raise NotAllowed(f"{ONLY_COORDINATORS} Säg gärna till samordnaren om du har ett förslag.")
    return channel_posts.areas(session, places, local_day(now))


def create(session: Session, actor: Actor, wish: New, now: datetime) -> Plannable:
    """Nobody is responsible for it yet, and nothing is planned but what is to be delivered, from today to its last day.

    Raises NotAllowed, and FieldErrors for its last day.
    """
    if (wish.area_id, wish.municipality_id) not in {
        (one.id, one.municipality_id) for one in areas(session, actor, now)
    }:
        raise NotAllowed(ONLY_COORDINATORS)
    made = activities.add(session, wish)
    records.audit(session, now, actor.person_id, "create", "activity", made)
    activity = occurrences.plannable(session, actor, made)
    if wish.due_on and not max(activity.period_start, local_day(now)) <= wish.due_on <= activity.period_end:
        last = range_text(activity.period_end, activity.period_end, local_day(now))
        raise FieldErrors({"due_on": f"Välj en dag från i dag till {last}."})
    if wish.due_on:
        occurrences.plan(session, actor, made, *spans.of_days(local_day(now), wish.due_on, now), now)
    if wish.count:
        activities.add_planned_goal(session, activity, wish.count, local_day(now))
    return activity


def set_protected(session: Session, actor: Actor, activity_id: int, protected: bool, now: datetime) -> Responsible:
    """Whatever its kind says. Messages that were sent about it follow. Raises Gone and NotAllowed."""
    before = occurrences.plannable(session, actor, activity_id)
    if before.protected is not protected:
        activities.set_protected(session, activity_id, protected)
        protection_changed(session, actor.person_id, activity_id, protected, now)
    return responsible(session, actor, activity_id, now)


def protection_changed(session: Session, by: int | None, activity_id: int, protected: bool, now: datetime) -> None:
    """Who decided that time and place may, or may no longer, be seen is written down, and what was told follows."""
    action = "protect" if protected else "unprotect"
    records.audit(session, now, by, action, "activity", activity_id)
    if protected:
        publications_withheld.withhold(session, by, activity_id, now)
    for occurrence_id in activities.named_ahead(session, activity_id, now):
        stored_reminders.update_sent(session, occurrence_id, now, f"{action}:{now:%Y%m%d%H%M%S%f}")
    reminders.replan_activity(session, activity_id, now)


def wanted(session: Session, actor: Actor, chosen: ChosenPeople) -> dict[int, Part]:
    """Parts by person id. Raises FieldErrors."""
    parts: dict[int, Part] = {}
    for field, part, users in chosen.by_field():
        for user in users:
            person = picked(session, actor, user)
            if person is None:
                raise FieldErrors({field: "Jag känner inte den personen än. Välj någon annan."})
            if person.id in parts:
                raise FieldErrors({field: "Välj varje person bara en gång."})
            parts[person.id] = part
    return parts


def _follow(
    session: Session,
    actor: Actor,
    activity_id: int,
    before: Mapping[int, Part],
    wanted: Mapping[int, Part],
    now: datetime,
) -> int:
    """What is planned and not over; gives how many changed."""
    changed = 0
    for occurrence_id, named in activities.named_ahead(session, activity_id, now).items():
        after = adjusted(named, before, wanted)
        if after != named:
            changed += 1
            activities.set_named(session, occurrence_id, after)
            found = staffed(session, occurrence_id).occurrence
            handovers.drop_changed(session, actor.person_id, found, after, now)
            stored_reminders.update_sent(session, occurrence_id, now, f"people:{now:%Y%m%d%H%M%S%f}")
    return changed


def _tell(
    session: Session, actor: Actor, activity: Plannable, gone: Iterable[int], new: Iterable[int], now: datetime
) -> None:  # fmt: skip
    for notice, ids in ((views.no_longer(activity, actor.user_id), gone), (views.yours(activity, actor.user_id), new)):
        for person_id in sorted(set(ids) - {actor.person_id}):
            key = f"people:{activity.id}:{person_id}:{now:%Y%m%d%H%M%S%f}"
            outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=person_id, payload=notice)
