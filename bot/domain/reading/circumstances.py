"""Where, when and with whom it was."""

from datetime import datetime
from typing import NamedTuple

from bot.domain.calendar import day_bounds, to_utc
from bot.domain.reading.line import Line
from bot.domain.reading.note import note
from bot.domain.reading.parties import may_tell_parties, parties
from bot.domain.reading.place import take_place
from bot.domain.reading.time import Reading, Several, When, take_time
from bot.domain.told import Told


class Circumstances(NamedTuple):
    """As it was written; `when` is what the words of `time` mean. One that is not sure stays in the reading's note.

    `company` is how the parties are spoken of ("tillsammans med fältarna"). `note` says all of it and the rest.
    """

    place: str = ""
    time: str = ""
    when: Reading | Several | None = None
    parties: tuple[str, ...] = ()
    company: str = ""
    note: str = ""

    def told(self) -> Told:
        """What a report keeps of it."""
        when = self.when
        if not isinstance(when, When):
            return Told(self.place, parties=self.parties)
        if isinstance(when.start, datetime):
            end = to_utc(when.end) if isinstance(when.end, datetime) else None
            return Told(self.place, to_utc(when.start), end, self.parties, part_of_day=bool(end and when.part))
        starts, ends = day_bounds(when.start)[0], day_bounds(when.end or when.start)[1]
        return Told(self.place, starts, ends, self.parties)


class Taken(NamedTuple):
    """Which words of the line say it. `time` may hold one that is not sure, and is left in the line."""

    when: Reading | Several | None
    time: range
    place: range
    parties: tuple[str, ...]
    company: list[range]


NOTHING = Circumstances()
NOWHERE = range(0)


def take_circumstances(line: Line, signs: str, now: datetime | None) -> Taken | None:
    """Takes the words from the line, before its numbers are read: "vid väg 83", "18-20", "med 2 från kommunen"."""
    when, time = (take_time(line, signs, now) if now else None) or (None, NOWHERE)
    place = take_place(line, signs) or NOWHERE
    named, company = parties(line, signs) if any(map(may_tell_parties, line.words())) else ((), [])
    for places in company:
        line.take(places)
    return Taken(when, time, place, named, company) if when or place or named else None


def in_words(line: Line, taken: Taken | None) -> Circumstances:
    """When all the rest is read: gives the words back to the line, for the note that says all."""
    if taken is None:
        return NOTHING
    place, company = line.slice(taken.place), ", ".join(line.slice(places) for places in taken.company)
    time = line.slice(taken.time) if isinstance(taken.when, When) else ""
    for places in (taken.time, taken.place, *taken.company):
        line.give_back(places)
    return Circumstances(place, time, taken.when, taken.parties, company, note(line))
