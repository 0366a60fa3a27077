"""Changing one of several that were planned together: that one, it and those that follow, or all that are ahead."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.errors import FieldErrors, NotAllowed
from bot.domain.permissions import Action, Actor
from bot.domain.recurrence import Span
from bot.domain.series import SeriesScope, shifted
from bot.domain.spans import PAST
from bot.domain.words import Form, Part
from bot.services import conflicts, handovers, occurrences, reminders
from bot.services.activities import wanted
from bot.services.open_occurrences import changeable, shown, staffed
from bot.views import series as views
from bot.views.activities import ChosenPeople
from bot.views.series import SeriesChange
from bot.views.series_forms import ChangeableSeries
from storage import activities, people, records, series
from storage import reminders as stored_reminders
from storage.conflicts import Busy
from storage.occurrences import Named, Staffed

ONLY_COORDINATORS = (
    "Bara samordnaren ändrar flera tillfällen på en gång, eller vilka som ska vara med. Inget är ändrat."
)


def find(session: Session, actor: Actor, occurrence_id: int, now: datetime) -> ChangeableSeries:
    """For the forms. Only who plans there may change several. Raises NotAllowed or Gone."""
    found = changeable(session, actor, occurrence_id, now)
    if not _may_plan(actor, found):
        return ChangeableSeries(found, 1, 1)
    ahead = series.ahead(session, found.occurrence, now)
    following = [one for one in ahead if one.starts_at >= found.occurrence.starts_at]
    return ChangeableSeries(found, len(following), len(ahead))


def plan(session: Session, actor: Actor, activity_id: int, to: Span, place: str, now: datetime) -> SeriesChange:
    """One alone. Raises Gone, NotAllowed and FieldErrors."""
    made = occurrences.plan(session, actor, activity_id, *to, now, place=place)
    found = [staffed(session, made.id)]
    return SeriesChange(found, _conflicts(session, actor, found))


def move(
    session: Session, actor: Actor, occurrence_id: int, to: Span, place: str, scope: SeriesScope, now: datetime
) -> SeriesChange:
    """The others by as many days, and to the same time and place where those are new.

    Raises Gone, NotAllowed and FieldErrors.
    """
    if scope is SeriesScope.ONE:
        moved = [occurrences.move(session, actor, occurrence_id, *to, now, place=place)]
        return SeriesChange(moved, _conflicts(session, actor, moved))
    found, meant = _meant(session, actor, occurrence_id, scope, now)
    activity = occurrences.standing(session, found.occurrence.activity_id)
    where = None if place == (found.occurrence.place or "") else place
    moved = [
        occurrences.moved_to(session, actor, activity, one, span, where, now)
        for one, span in zip(meant, _spans(found, meant, to, now), strict=True)
    ]
    reminders.replan_activity(session, activity.id, now)
    for person, some in _by_person(zip(meant, moved, strict=True), actor):
        if pairs := [(old.occurrence, new.occurrence) for old, new in some if old is not new]:
            notice = views.moved(pairs, actor.user_id, now)
            occurrences.tell(session, [person], _cause("moved", found, now), notice, now)
    return SeriesChange(moved, _conflicts(session, actor, moved))


def cancel(
    session: Session, actor: Actor, occurrence_id: int, reason: str, scope: SeriesScope, now: datetime
) -> SeriesChange:
    """Raises Gone or NotAllowed."""
    if scope is SeriesScope.ONE:
        return SeriesChange([occurrences.cancel(session, actor, occurrence_id, reason, now)])
    found, meant = _meant(session, actor, occurrence_id, scope, now)
    for one in meant:
        occurrences.call_off(session, actor, one, reason, now)
    reminders.replan_activity(session, found.occurrence.activity_id, now)
    for person, some in _by_person(zip(meant, meant, strict=True), actor):
        notice = views.cancelled([one.occurrence for one, _ in some], reason, actor.user_id, now)
        occurrences.tell(session, [person], _cause("cancelled", found, now), notice, now)
    return SeriesChange(meant)


def change_people(
    session: Session, actor: Actor, occurrence_id: int, chosen: ChosenPeople, scope: SeriesScope, now: datetime
) -> SeriesChange:
    """These are on it, nobody else. Those who are new, and those who no longer are, are told.

    Raises Gone, NotAllowed and FieldErrors.
    """
    found, meant = _meant(session, actor, occurrence_id, scope, now)
    parts = wanted(session, actor, chosen)
    named = _named(session, parts)
    after = [Staffed(one.occurrence, named) for one in meant]
    for one in meant:
        activities.set_named(session, one.occurrence.id, parts)
        handovers.drop_changed(session, actor.person_id, one.occurrence, parts, now)
        stored_reminders.update_sent(session, one.occurrence.id, now, _cause("people", found, now))
        records.audit(session, now, actor.person_id, "change_people", "occurrence", one.occurrence.id)
    reminders.replan_activity(session, found.occurrence.activity_id, now)
    _tell_people(session, actor, meant, after, now)
    return SeriesChange(after, _conflicts(session, actor, after))


def _meant(
    session: Session, actor: Actor, occurrence_id: int, scope: SeriesScope, now: datetime
) -> tuple[Staffed, list[Staffed]]:
    """The one that was chosen, and all that are to change; nobody else changes them meanwhile."""
    found = changeable(session, actor, occurrence_id, now, hold=True)
    if not _may_plan(actor, found):
        raise NotAllowed(ONLY_COORDINATORS)
    if scope is SeriesScope.ONE:
        return found, [found]
    ahead = series.ahead(session, found.occurrence, now, hold=True)
    since = found.occurrence.starts_at if scope is SeriesScope.FOLLOWING else now.min.replace(tzinfo=now.tzinfo)
    return found, series.people(session, [one for one in ahead if one.starts_at >= since])


def _spans(found: Staffed, meant: Sequence[Staffed], to: Span, now: datetime) -> list[Span]:
    """Raises FieldErrors when one would be in the past."""
    form = found.occurrence.form
    spans = [shifted(_span(one), _span(found), to, form) for one in meant]
    if any((one.starts if form is Form.DATED else one.ends) <= now for one in spans):
        raise FieldErrors({"day" if form is Form.DATED else "first": PAST})
    return spans


def _span(one: Staffed) -> Span:
    return Span(one.occurrence.starts_at, one.occurrence.ends_at)


def _may_plan(actor: Actor, found: Staffed) -> bool:
    return actor.may(Action.PLAN, found.occurrence.municipality_id) and shown(actor, found)


def _named(session: Session, parts: Mapping[int, Part]) -> list[Named]:
    found = people.people(session, list(parts))
    return [Named(one, found[one].team_id, found[one].user_id, part) for one, part in parts.items()]


def _conflicts(session: Session, actor: Actor, changed: Sequence[Staffed]) -> list[Busy]:
    """Each with those who are on it now."""
    dated = [one for one in changed if one.occurrence.form is Form.DATED]
    named = {person.person_id: person for one in dated for person in one.named}
    own = {one.occurrence.id for one in dated}
    return conflicts.found(session, actor, [_span(one) for one in dated], list(named.values()), but=own)


def _by_person(
    pairs: Iterable[tuple[Staffed, Staffed]], actor: Actor
) -> list[tuple[Named, list[tuple[Staffed, Staffed]]]]:
    """What concerns each person but the actor: hand-overs may have made the occurrences differ."""
    found: dict[int, tuple[Named, list[tuple[Staffed, Staffed]]]] = {}
    for before, after in pairs:
        for person in before.others(actor.person_id):
            found.setdefault(person.person_id, (person, []))[1].append((before, after))
    return list(found.values())


def _tell_people(
    session: Session, actor: Actor, before: Sequence[Staffed], after: Sequence[Staffed], now: datetime
) -> None:
    for old, new, say in ((before, after, views.yours), (after, before, views.no_longer)):
        for person, some in _by_person(zip(new, old, strict=True), actor):
            changed = [one.occurrence for one, other in some if not other.has(person.person_id)]
            if changed:
                cause = f"{say.__name__}:{_cause('people', before[0], now)}"
                occurrences.tell(session, [person], cause, say(changed, actor.user_id, now), now)


def _cause(what: str, found: Staffed, now: datetime) -> str:
    return f"series:{what}:{found.occurrence.id}:{now:%Y%m%d%H%M%S%f}"
