"""What people can do to the reminders of two activities, in any order: for tests that try many."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sqlalchemy import and_
from sqlmodel import Session, col, select, update

from bot.domain.calendar import at
from bot.domain.errors import UserError
from bot.domain.manners import Manners, Wants
from bot.domain.permissions import Actor
from bot.domain.report import Report
from bot.domain.words import MessageState, Role
from bot.services import handovers, occurrences, outcomes, preferences, reminders
from bot.services.people import actor
from bot.views.preferences import ChosenSettings, Leave
from storage.models import Absence, Municipality, OutboxMessage, Outcome, Person, RoleGrant
from storage.occurrences import find
from tests.factories import NOW, TEAM

FIRST_DAY = date(2026, 11, 20)
CHOICES = (
    Manners(),
    Manners(muted=frozenset({"trygghetsvandring", "trafikkontroll"})),
    Manners(wants=Wants.WEEKLY),
    Manners(work_from=time(14), work_to=time(22), quiet_from=time(23), quiet_to=time(9), works_red_days=True),
    Manners(workdays=frozenset({1, 5, 6})),
)
USERS = ("UANNA", "UBO", "UHUGO", "UEVA", "UDINA")


@dataclass
class World:
    """What people can do here. What is refused changes nothing."""

    session: Session
    now: datetime = NOW
    made: list[int] = field(default_factory=list)

    def does(self, name: str, *values: object) -> None:
        try:
            getattr(self, name)(*values)
            self.session.commit()
        except UserError:
            self.session.rollback()

    def actor(self, user: str) -> Actor:
        return actor(self.session, TEAM, user, self.now)

    def one(self, index: int) -> int:
        return self.made[index % len(self.made)] if self.made else 0

    def plan(self, activity_id: int, day: int, hour: int, weeks: int) -> None:
        starts = [at(FIRST_DAY + timedelta(days=day, weeks=week), time(hour)) for week in range(weeks)]
        spans = [(start, start + timedelta(hours=2)) for start in starts]
        rows = occurrences.plan_series(self.session, self.actor("UDINA"), activity_id, spans, self.now)
        self.made += [row.id for row in rows]

    def move(self, index: int, day: int, hour: int) -> None:
        start = at(FIRST_DAY + timedelta(days=day), time(hour))
        end = start + timedelta(hours=2)
        occurrences.move(self.session, self.actor("UDINA"), self.one(index), start, end, self.now)

    def hand_over(self, index: int, giver: str, taker: str) -> None:
        asked = handovers.ask(self.session, self.actor(giver), self.one(index), taker, self.now)
        handovers.accept(self.session, self.actor(taker), asked.id, self.now)

    def cancel(self, index: int) -> None:
        occurrences.cancel(self.session, self.actor("UDINA"), self.one(index), "", self.now)

    def report(self, index: int) -> None:
        if listed := find(self.session, self.one(index)):
            outcomes.save(self.session, self.actor("UDINA"), listed, Report(), self.now)

    def undo(self, index: int) -> None:
        statement = select(Outcome.id).where(Outcome.occurrence_id == self.one(index), col(Outcome.current))
        if saved := self.session.exec(statement).first():
            outcomes.undo(self.session, self.actor("UDINA"), saved, self.now)

    def choose(self, user: str, choice: int) -> None:
        preferences.save(self.session, self.actor(user), ChosenSettings(CHOICES[choice], None), self.now)

    def go_away(self, user: str, day: int, days: int, substitute: str | None) -> None:
        first = FIRST_DAY + timedelta(days=day)
        own = preferences.of(self.session, self.actor(user), self.now)
        leave = Leave(first, first + timedelta(days=days), substitute)
        preferences.save(self.session, self.actor(user), ChosenSettings(own, leave), self.now)

    def come_back(self, user: str) -> None:
        statement = select(Absence.id).join(Person, col(Person.id) == Absence.person_id).where(Person.user_id == user)
        if absence := self.session.exec(statement).first():
            preferences.remove_absence(self.session, self.actor(user), absence, self.now)

    def coordinate(self, user: str, last: int | None) -> None:
        """Until that day; None is until further notice."""
        place = self.session.exec(select(Municipality.id)).one()
        until = None if last is None else FIRST_DAY + timedelta(days=last)
        self.session.add(
            RoleGrant(
                person_id=self.actor(user).person_id,
                role=Role.COORDINATOR,
                municipality_id=place,
                valid_from=FIRST_DAY,
                valid_to=until,
            )
        )
        self.session.flush()
        reminders.replan_places(self.session, [place], self.now)

    def wait(self, hours: int) -> None:
        """What is due meanwhile is sent."""
        self.now += timedelta(hours=hours)
        due = and_(col(OutboxMessage.state) == MessageState.PENDING, col(OutboxMessage.due_at) <= self.now)
        self.session.exec(update(OutboxMessage).where(due).values(state=MessageState.SENT, attempts=1))
