"""What safety walks noted: kept with the report, told before the next walk, and settled by the coordinator."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from bot.domain import progress_question
from bot.domain.deficiencies import Handled
from bot.domain.errors import Gone, NotAllowed, Unclear
from bot.domain.kinds import kind
from bot.domain.permissions import Action, Actor
from bot.domain.report import Report
from bot.views import deficiencies as views
from bot.views.blocks import Message
from bot.views.deficiencies import DeficiencyList
from storage import activities, agreements, deficiencies, records
from storage.deficiencies import DeficienciesLeft, FoundDeficiency
from storage.occurrences import Listed


def with_noted(session: Session, report: Report, occurrence: Listed) -> Report:
    """As it was given: of a walk also what it noted."""
    if not kind(occurrence.kind).deficiencies:
        return report
    return replace(report, deficiencies=deficiencies.noted_at(session, occurrence.id))


def mentioned(session: Session, said: Message, occurrence: Listed) -> Message:
    """A walk's reminder beforehand, with what earlier ones left."""
    if not kind(occurrence.kind).deficiencies:
        return said
    count = deficiencies.count_not_done(session, occurrence.activity_id)
    return views.mentioned(said, occurrence.activity_id, count) if count else said


def left_from(session: Session, walks: Iterable[Listed]) -> dict[int, int]:
    """By occurrence, how many earlier ones left, where there are any."""
    noting = [one for one in walks if kind(one.kind).deficiencies]
    counts = {one.id: deficiencies.count_not_done(session, one.activity_id) for one in noting}
    return {occurrence_id: count for occurrence_id, count in counts.items() if count}


def overview(session: Session, actor: Actor, text: str) -> list[DeficienciesLeft]:
    """What is not done where the actor follows how it is going, or in what `text` names of it.

    Raises NotAllowed and Unclear.
    """
    names = agreements.places(session)
    named, _ = progress_question.take_places(progress_question.WORD.findall(text), list(names))
    if text and not named:
        raise Unclear("Jag hittar ingen sådan kommun. Skriv brister till mig, så visar jag alla som du kan se.")
    there = {one for name in named for one in names[name]}
    seen = [one for one in actor.municipalities(Action.SEE_PROGRESS) if one in there or not named]
    if named and not seen:
        raise NotAllowed("Du kan inte se bristerna där. Samordnaren kan lägga till dig.")
    return deficiencies.not_done_in(session, seen)


def listing(session: Session, actor: Actor, activity_id: int) -> DeficiencyList:
    """For those who are responsible and those who work in the municipality. Raises Gone or NotAllowed."""
    activity = activities.plannable(session, activity_id)
    if activity is None:
        raise Gone("Aktiviteten finns inte längre.")
    place = activity.municipality_id
    responsible = {person_id for person_id, _ in activities.people(session, activity_id)}
    concerned = responsible | activities.ever_named(session, activity_id)
    if not (actor.may(Action.SEE_PROGRESS, place) or actor.person_id in concerned):
        raise NotAllowed("Du är inte med på vandringarna. Samordnaren kan lägga till dig.")
    found = deficiencies.of_activity(session, activity_id)
    return DeficiencyList(activity.title, found, handles=actor.may(Action.PLAN, place))


def to_handle(session: Session, actor: Actor, deficiency_id: int) -> FoundDeficiency:
    """Raises Gone or NotAllowed."""
    found = deficiencies.find(session, deficiency_id)
    if found is None:
        raise Gone("Bristen finns inte längre: rapporten som noterade den är ändrad eller ångrad.")
    if not actor.may(Action.PLAN, found.municipality_id):
        raise NotAllowed("Bara samordnaren ändrar brister. Inget är ändrat.")
    return found


def handle(session: Session, actor: Actor, deficiency_id: int, handled: Handled, now: datetime) -> FoundDeficiency:
    """Raises Gone or NotAllowed."""
    found = to_handle(session, actor, deficiency_id)
    deficiencies.handle(session, found.id, handled)
    records.audit(session, now, actor.person_id, "handle", "deficiency", found.id, state=handled.state)
    return replace(found, handled=handled)
