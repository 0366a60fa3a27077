"""What a typed line may be about: the person's own that has begun and lacks a report, and activities by title."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.kinds import kind
from bot.domain.permissions import Action, Actor
from bot.domain.reading import NOTHING, ReportReading, read_report
from bot.domain.reading.occasion import at_place, days, is_at, is_at_clock, is_elsewhere, is_of_days, is_unsure, may_be
from bot.domain.report_title import is_bare, names, naming_words, without
from bot.domain.words import Part
from storage import asked, reportable, reported, unreported
from storage.occurrences import Listed
from storage.reportable import Reportable
from storage.unreported import Begun

LOOK_BACK = timedelta(days=14)
JUST_OVER = timedelta(hours=12)
LONG_AGO = timedelta(hours=36)


class Candidates(NamedTuple):
    """`named` are the activities whose title the line gives; `asked_id` is the occurrence just asked about."""

    reading: ReportReading
    begun: Sequence[Begun]
    named: Sequence[Reportable]
    says_what: bool
    asked_id: int | None = None

    def clear(self, now: datetime) -> Listed | None:
        """The likely one, unless the line says that it was somewhere else, or where another one was."""
        around, one = self.reading.around, self._likely(now)
        if one is None or not around.place:
            return one
        elsewhere = is_elsewhere(around, one.place, one.municipality, one.title)
        return None if elsewhere or self._is_at_another(one) else one

    def _is_at_another(self, likely: Listed) -> bool:
        around, places = self.reading.around, [one.occurrence.place for one in self.begun]
        return not is_at(around, likely.place) and any(is_at(around, place) for place in places)

    def _likely(self, now: datetime) -> Listed | None:
        """The only one; or the one that is going on or just over, when every other is long past.

        What is a fortnight old, or is led by somebody else whom the person stands in for, is asked about.
        """
        all_own = [one.occurrence for one in self.begun if one.part is not Part.SUBSTITUTE]
        own = self._told([one for one in all_own if one.ends_at > now - LOOK_BACK])
        if len(own) == 1:
            return own[0]
        if answered := next((one for one in own if one.id == self.asked_id), None):
            return answered
        recent = [one for one in own if one.ends_at > now - LONG_AGO]
        return recent[0] if len(recent) == 1 and recent[0].ends_at > now - JUST_OVER else None

    def is_told(self) -> bool:
        """The line says when, and nothing that lacks its report was then."""
        around, own = self.reading.around, [one.occurrence for one in self.begun]
        return days(around) is not None and not any(is_of_days(around, one.starts_at, one.ends_at) for one in own)

    def of_another_day(self, today: date) -> bool:
        said = days(self.reading.around)
        return is_unsure(self.reading.around) or (said is not None and not said.first == said.last == today)

    def _told(self, own: list[Listed]) -> Sequence[Listed]:
        """Those of the day that the line says; of several, those at its hours or its place."""
        around = self.reading.around
        if around is NOTHING:
            return own
        own = [one for one in own if is_of_days(around, one.starts_at, one.ends_at)]
        own = [one for one in own if is_at_clock(around, one.starts_at, one.ends_at)] or own
        return at_place(around, own, lambda one: f"{one.place or ''} {one.municipality} {one.title}")


def find(
    session: Session, actor: Actor, line: str, now: datetime, said_at: datetime | None = None
) -> Candidates:  # fmt: skip
    """Without a kind, the title of an activity is as good; without that, what waits for a report tells.

    `said_at`: when the line was written, if that is not now.
    """
    said_at = said_at or now
    reading = read_report(line, now=said_at)
    if reading.kind:
        return Candidates(reading, unreported.begun_of_kind(session, actor.person_id, reading.kind, now), [], True)
    begun = _counting(reading, unreported.begun(session, actor.person_id, now))
    asked_id = asked.latest(session, actor.person_id, now - JUST_OVER, now) if begun else None
    named = _named(line, reading, mine(session, actor, now))
    if named:
        ids = {one.id for one in named}
        begun = [one for one in begun if one.occurrence.activity_id in ids]
        reading = _read_without(line, named, said_at)
    elif begun:
        meant = next((one for one in begun if one.occurrence.id == asked_id), begun[0])
        reading = read_report(line, kind=meant.occurrence.kind, now=said_at)
    return Candidates(reading, begun, named, bool(named), asked_id)


def already_reported(
    session: Session, actor: Actor, activity_id: int, reading: ReportReading, now: datetime
) -> Listed | None:  # fmt: skip
    """What is reported of the activity, if the line can be about the same."""
    since = now - (LONG_AGO if reading.around.when is None else LOOK_BACK)
    known = reported.of_activity(session, actor.person_id, activity_id, since, now)
    return next((one for one in known if may_be(reading.around, one.starts_at, one.ends_at)), None)


def mine(session: Session, actor: Actor, now: datetime) -> list[Reportable]:
    """Activities that the person may report on."""
    return reportable.activities(session, actor.person_id, actor.municipalities(Action.REPORT), local_day(now))


def of_kind(session: Session, actor: Actor, kind_key: str | None, now: datetime) -> list[Reportable]:
    return [one for one in mine(session, actor, now) if one.kind == kind_key] if kind_key else []


def _counting(reading: ReportReading, begun: Sequence[Begun]) -> Sequence[Begun]:
    """Those whose kind counts what the line counts; all of them where that chooses none."""
    counted = {*reading.measures}
    return [one for one in begun if counted <= _measured(one.occurrence.kind)] or begun if counted else begun


def _measured(kind_key: str) -> set[str]:
    return {measure.key for measure in kind(kind_key).measures}


def _named(line: str, reading: ReportReading, activities: Sequence[Reportable]) -> list[Reportable]:
    """A title alone, or a word that only it has beside a figure or how it went."""
    titles = [one.title for one in activities]
    told = reading.telling or bool(reading.unclear)
    return [
        one for one in activities if is_bare(line, one.title) or (told and names(line, naming_words(one.title, titles)))
    ]


def at_its_place(reading: ReportReading, activities: Sequence[Reportable]) -> Sequence[Reportable]:
    return at_place(reading.around, activities, lambda one: f"{one.municipality} {one.title}")


def _read_without(line: str, named: Sequence[Reportable], now: datetime) -> ReportReading:
    """The title is not part of the note."""
    kinds = {one.kind for one in named}
    rest = without(line, [one.title for one in named])
    return read_report(rest, kind=kinds.pop() if len(kinds) == 1 else None, now=now)
