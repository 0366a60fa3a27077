"""Posts in channels: only where a coordinator has asked for them, and built when they are sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.domain.calendar import day_bounds, local_day
from bot.domain.channel_posts import LATE, WEEK, mondays
from bot.domain.errors import FieldErrors, Gone, NotAllowed, UserError
from bot.domain.good_times import good_after
from bot.domain.permissions import Action, Actor
from bot.domain.words import MessageState, Purpose, Role
from bot.views import channel_posts as views
from bot.views.blocks import Message
from bot.views.channel_posts import PostWish
from storage import access, channel_posts, occurrences, outbox, outcomes, people, preferences, records
from storage.channel_posts import WORTH_TELLING, AskedPost, Cause, PostableArea
from storage.models import ChannelPost, OutboxMessage

NOT_YOURS = "Bara samordnaren bestämmer vad jag postar i kanaler. Inget är ändrat."


@dataclass(frozen=True, slots=True)
class PostOffer:
    """What is posted in a channel already, and what the actor may choose among there."""

    asked: list[AskedPost]
    places: list[tuple[int, str]]
    areas: list[PostableArea]


def offer(session: Session, actor: Actor, channel: str, now: datetime) -> PostOffer:
    """Raises NotAllowed, and UserError outside channels."""
    places = actor.municipalities(Action.POST_IN_CHANNEL)
    if not places:
        raise NotAllowed(NOT_YOURS)
    if not channel.startswith(("C", "G")):
        raise UserError("Skriv /lofte kanal i den kanal där jag ska posta. Här är inget ändrat.")
    return PostOffer(
        channel_posts.in_channel(session, actor.team_id, channel),
        access.municipalities(session, places),
        channel_posts.areas(session, places, local_day(now)),
    )


def ask(session: Session, actor: Actor, channel: str, wish: PostWish, now: datetime) -> list[AskedPost]:
    """The channel is told who asked for what. Raises NotAllowed and FieldErrors."""
    area = _area(session, actor, wish.focus_area_id, now) if wish.focus_area_id else None
    place = area.municipality_id if area else wish.municipality_id
    if place is None or not actor.may(Action.POST_IN_CHANNEL, place):
        raise NotAllowed(NOT_YOURS)
    ids = [
        channel_posts.ask(
            session,
            ChannelPost(
                team_id=actor.team_id, channel=channel, municipality_id=place, focus_area_id=wish.focus_area_id,
                what=what, asked_by_id=actor.person_id, asked_at=now,
            ),
        )
        for what in wish.what
    ]  # fmt: skip
    asked = channel_posts.find(session, ids)
    for one in asked:
        records.audit(session, now, actor.person_id, "ask", "channel_post", one.id)
    key = f"{channel_posts.ANNOUNCED}:{'-'.join(map(str, ids))}:{now:%Y%m%d%H%M%S%f}"
    notice = views.announced(asked, actor.user_id)
    outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, channel=channel, payload=notice)
    plan(session, now)
    return asked


def stop(session: Session, actor: Actor, ids: list[int], now: datetime) -> list[AskedPost]:
    """What is planned is then not sent. Raises NotAllowed, or Gone when it has been stopped already."""
    found = channel_posts.find(session, ids)
    if not found:
        raise Gone("Jag postar redan inte det här längre, så inget är ändrat.")
    if not all(actor.may(Action.POST_IN_CHANNEL, one.municipality_id) for one in found):
        raise NotAllowed(NOT_YOURS)
    _stop(session, found, actor.person_id, now)
    return found


def closed(session: Session, message_id: int, error: str, now: datetime) -> None:
    """Slack will not let us post there: it ends, and those who asked for it are told once. `error` is Slack's word."""
    found = channel_posts.beside(session, message_id)
    _stop(session, found, None, now)
    for asked_by_id in {one.asked_by_id for one in found}:
        theirs = [one for one in found if one.asked_by_id == asked_by_id]
        key = f"channel_closed:{max(one.id for one in theirs)}:{now:%Y%m%d%H%M%S%f}"
        notice = views.closed(theirs, archived=error == "is_archived")
        outbox.put(session, key=key, purpose=Purpose.NOTICE, due_at=now, person_id=asked_by_id, payload=notice)


def plan(session: Session, now: datetime) -> None:
    """What is to be posted; may be done any number of times, by any number of processes."""
    _stop_orphans(session, now)
    weeks = [
        (Cause(one.id, one.asked_at, monday=monday), one.channel, due_at)
        for one in channel_posts.weekly(session)
        for monday, due_at in mondays(now)
    ]
    channel_posts.plan(session, [*weeks, *channel_posts.newly_reported(session, now)])


def build(session: Session, message: OutboxMessage, now: datetime) -> Message | MessageState:
    """As things are when it is sent; or what became of it when there is nothing to post (any more)."""
    if now > message.due_at + LATE:
        return MessageState.MISSED
    cause = channel_posts.cause(message.key)
    post = next(iter(channel_posts.find(session, [cause.post_id])), None)
    if post is None or post.asked_at != cause.asked_at:
        return MessageState.DROPPED
    said = _week(session, post, cause.monday, now) if cause.monday else _reported(session, cause.occurrence_id, now)
    return said or MessageState.DROPPED


def _stop(session: Session, found: Sequence[AskedPost], by: int | None, now: datetime) -> None:
    channel_posts.stop(session, [one.id for one in found])
    for one in found:
        records.audit(session, now, by, "stop", "channel_post", one.id)


def _stop_orphans(session: Session, now: datetime) -> None:
    """Nobody answers for a post any more when the one who asked for it may not: whoever coordinates there decides."""
    answers_for: dict[tuple[int, int], list[AskedPost]] = {}
    for one in channel_posts.everywhere(session):
        answers_for.setdefault((one.asked_by_id, one.municipality_id), []).append(one)
    for (asked_by_id, place), found in answers_for.items():
        asker = people.people(session, [asked_by_id])[asked_by_id]
        actor = people.find_actor(session, asker.team_id, asker.user_id, local_day(now))
        if actor is None or not actor.may(Action.POST_IN_CHANNEL, place):
            _stop(session, found, None, now)
            _tell_coordinators(session, found, place, now)


def _tell_coordinators(session: Session, found: Sequence[AskedPost], place: int, now: datetime) -> None:
    notice = views.orphaned(found)
    for one in people.with_role(session, Role.COORDINATOR, place, local_day(now)):
        key = f"channel_orphan:{max(post.id for post in found)}:{one.id}"
        outbox.put(
            session,
            key=key,
            purpose=Purpose.NOTICE,
            due_at=_good(session, one.id, now),
            person_id=one.id,
            payload=notice,
        )


def _good(session: Session, person_id: int, now: datetime) -> datetime:
    """It happens at midnight, when the day of a role has passed."""
    manners = preferences.manners_of(session, [person_id], local_day(now))[person_id]
    return good_after(manners, now) or now


def _week(session: Session, post: AskedPost, monday: date, now: datetime) -> Message | None:
    found = channel_posts.week(session, post, day_bounds(monday)[0], day_bounds(monday + WEEK)[0])
    return views.week(post, monday, found, now) if found else None


def _reported(session: Session, occurrence_id: int | None, now: datetime) -> Message | None:
    """Only what was done, and not before it is over."""
    occurrence = occurrences.find(session, occurrence_id) if occurrence_id else None
    saved = outcomes.of_occurrence(session, occurrence.id) if occurrence and occurrence.ends_at <= now else None
    if occurrence is None or saved is None:
        return None
    report = outcomes.report_of(session, saved)
    return views.reported(occurrence, report, now) if report.status in WORTH_TELLING else None


def _area(session: Session, actor: Actor, area_id: int, now: datetime) -> PostableArea:
    places = actor.municipalities(Action.POST_IN_CHANNEL)
    found = next((one for one in channel_posts.areas(session, places, local_day(now)) if one.id == area_id), None)
    if found is None:
        raise FieldErrors({"about": "Fokusområdet gäller inte längre. Välj ett annat."})
    return found
