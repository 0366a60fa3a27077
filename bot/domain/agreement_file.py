"""An agreement as a file: the format that import, export and the sandbox share.

A coordinator reads and writes it, so its words are Swedish. A fact that is not known is left out, and asked about under
`frågor`. Parties and activities are referred to by the name and the key that they have in the file.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any

from bot.domain import agreement_file_words as words
from bot.domain.agreement_file_codecs import (
    ANY_KEY,
    DAY,
    FLAG,
    FUNCTION,
    KIND,
    LONG_TEXT,
    OWN_KEY,
    PACKED,
    PARTY,
    REFERENCE,
    TEXT,
    WHEN,
    WHERE,
    Entry,
    FieldWord,
    choice,
    many,
    nested,
    number,
    read_entry,
    write_entry,
)
from bot.domain.agreement_file_problems import FileError, Problem, ValuePlace
from bot.domain.agreement_file_yaml import dump_yaml, load_example, load_yaml
from bot.domain.swedish import fold
from bot.domain.words import AgreementKind, Basis, FollowUpForm, Form, GoalOrigin, PartyKind, Per

__all__ = [
    "ActivityEntry",
    "AgreementFile",
    "ExtractPart",
    "FileError",
    "FocusAreaEntry",
    "FollowUpEntry",
    "GoalEntry",
    "PartyEntry",
    "PeriodEntry",
    "Problem",
    "dump_yaml",
    "load_example",
    "load_yaml",
    "read_agreement",
    "title_key",
    "write_agreement",
]

ASKED_FORMS = (Form.CONTINUOUS, Form.WHEN_NEEDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyEntry(Entry):
    """`signed` is false for those who take part without having signed."""

    name: Annotated[str, FieldWord("namn", TEXT)]
    kind: Annotated[PartyKind, FieldWord("typ", choice(words.PARTY_KINDS))]
    signed: Annotated[bool, FieldWord("undertecknar", FLAG)] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodEntry(Entry):
    """Both days belong to the period."""

    start: Annotated[date, FieldWord("från", DAY)]
    end: Annotated[date, FieldWord("till", DAY)]

    def faults(self) -> list[tuple[str, str]]:
        return [("till", "ligger före från.")] if self.end < self.start else []


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalEntry(Entry):
    """Promised in the agreement, or planned by somebody on a day. Without days of its own it holds the whole period."""

    count: Annotated[int, FieldWord("antal", number(1, 100_000))]
    unit: Annotated[str, FieldWord("enhet", TEXT)]
    per: Annotated[Per, FieldWord("per", choice(words.PERS))]
    origin: Annotated[GoalOrigin, FieldWord("ursprung", choice(words.ORIGINS))]
    valid_from: Annotated[date | None, FieldWord("från", DAY)] = None
    valid_to: Annotated[date | None, FieldWord("till", DAY)] = None
    decided_by: Annotated[str | None, FieldWord("beslutat_av", TEXT)] = None
    decided_on: Annotated[date | None, FieldWord("beslutat", DAY)] = None

    def faults(self) -> list[tuple[str, str]]:
        faults = []
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            faults.append(("till", "ligger före från."))
        if self.origin is GoalOrigin.PLANNED and not self.decided_by:
            faults.append(("beslutat_av", "saknas. Ett planerat antal har beslutats av någon."))
        if self.origin is GoalOrigin.PLANNED and not self.decided_on:
            faults.append(("beslutat", "saknas. Skriv dagen när antalet beslutades."))
        return faults


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEntry(Entry):
    """`protected` has no default, so that nobody shows a time and a place by leaving a line out.

    `recurrence` is what is agreed of how often or when, in words: "varje skollov".
    """

    key: Annotated[str, FieldWord("nyckel", OWN_KEY)]
    title: Annotated[str, FieldWord("titel", TEXT)]
    kind: Annotated[str, FieldWord("slag", KIND)]
    form: Annotated[Form, FieldWord("form", choice(words.FORMS))]
    window: Annotated[words.WindowLength | None, FieldWord("fönster", choice(words.WINDOWS))] = None
    cadence: Annotated[Per | None, FieldWord("takt", choice(words.PERS))] = None
    due_on: Annotated[date | None, FieldWord("senast", DAY)] = None
    recurrence: Annotated[str | None, FieldWord("när", WHEN)] = None
    protected: Annotated[bool, FieldWord("skyddad", FLAG)]
    lead: Annotated[str | None, FieldWord("leds_av", PARTY)] = None
    others: Annotated[tuple[str, ...], FieldWord("tillsammans_med", many(PARTY))] = ()
    function: Annotated[str | None, FieldWord("funktion", FUNCTION)] = None
    substitute_function: Annotated[str | None, FieldWord("ersättare", FUNCTION)] = None
    place: Annotated[str | None, FieldWord("plats", WHERE)] = None
    goals: Annotated[tuple[GoalEntry, ...], FieldWord("mål", many(nested(GoalEntry)))] = ()

    def faults(self) -> list[tuple[str, str]]:
        faults = []
        if (self.form is Form.WINDOW) is not (self.window is not None):
            faults.append(("fönster", "ska finnas när formen är fönster, och bara då."))
        if (self.form in ASKED_FORMS) is not (self.cadence is not None):
            faults.append(("takt", "ska finnas när formen är löpande eller vid behov, och bara då."))
        if self.due_on and self.form is not Form.DELIVERABLE:
            faults.append(("senast", "hör bara till formen leverans."))
        if self.lead and self.lead in self.others:
            faults.append(("tillsammans_med", f"nämner {self.lead}, som redan leder."))
        return faults


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusAreaEntry(Entry):
    """`via` lists activities of other agreements that are shown here and counted there: agreement key/activity key."""

    title: Annotated[str, FieldWord("titel", TEXT)]
    problem: Annotated[str | None, FieldWord("problem", LONG_TEXT)] = None
    cause: Annotated[str | None, FieldWord("orsak", LONG_TEXT)] = None
    goal: Annotated[str | None, FieldWord("mål", LONG_TEXT)] = None
    activities: Annotated[tuple[ActivityEntry, ...], FieldWord("aktiviteter", many(nested(ActivityEntry)))] = ()
    via: Annotated[tuple[str, ...], FieldWord("via", many(REFERENCE))] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpEntry(Entry):
    form: Annotated[FollowUpForm, FieldWord("form", choice(words.FOLLOW_UP_FORMS))]
    per: Annotated[Per, FieldWord("hur_ofta", choice(words.PERS))]
    owner: Annotated[str, FieldWord("ansvarig", TEXT)]
    recipients: Annotated[tuple[str, ...], FieldWord("mottagare", many(TEXT))]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractPart(Entry):
    number: Annotated[int, FieldWord("del", number(1, 10_000))]
    content: Annotated[str, FieldWord("innehåll", PACKED)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFile(Entry):
    """`parent` is the key of an agreement at hand, `parent_mentioned` names one that is not.

    `extract` is no fact, but the file as it was given out: see `bot.domain.agreement_extract`.
    """

    key: Annotated[str, FieldWord("nyckel", ANY_KEY)]
    kind: Annotated[AgreementKind, FieldWord("typ", choice(words.AGREEMENT_KINDS))]
    title: Annotated[str, FieldWord("titel", TEXT)]
    example: Annotated[bool, FieldWord("exempel", FLAG)] = False
    replaces: Annotated[str | None, FieldWord("ersätter", ANY_KEY)] = None
    municipalities: Annotated[tuple[str, ...], FieldWord("kommuner", many(TEXT))]
    police_area: Annotated[str | None, FieldWord("lokalpolisområde", TEXT)] = None
    parties: Annotated[tuple[PartyEntry, ...], FieldWord("parter", many(nested(PartyEntry)))]
    period: Annotated[PeriodEntry, FieldWord("period", nested(PeriodEntry))]
    signed_on: Annotated[date | None, FieldWord("undertecknat", DAY)] = None
    first_month: Annotated[int, FieldWord("årets_första_månad", number(1, 12))] = 1
    partly_counts: Annotated[bool, FieldWord("delvis_räknas", FLAG)] = False
    basis: Annotated[tuple[Basis, ...], FieldWord("grund", many(choice(words.BASES)))] = ()
    spokesperson: Annotated[str | None, FieldWord("talesperson", FUNCTION)] = None
    parent: Annotated[str | None, FieldWord("del_av", ANY_KEY)] = None
    parent_mentioned: Annotated[str | None, FieldWord("nämns_men_inte_inlagd", LONG_TEXT)] = None
    focus_areas: Annotated[tuple[FocusAreaEntry, ...], FieldWord("fokusområden", many(nested(FocusAreaEntry)))]
    follow_ups: Annotated[tuple[FollowUpEntry, ...], FieldWord("uppföljningar", many(nested(FollowUpEntry)))] = ()
    questions: Annotated[tuple[str, ...], FieldWord("frågor", many(LONG_TEXT))] = ()
    extract: Annotated[tuple[ExtractPart, ...], FieldWord("uttag", many(nested(ExtractPart)))] = field(
        default=(), compare=False
    )

    def faults(self) -> list[tuple[str, str]]:
        titles = Counter(title_key(area.title) for area in self.focus_areas)
        twice = [area.title for area in self.focus_areas if titles.pop(title_key(area.title), 1) > 1]
        return [("fokusområden", f"har två med titeln ”{title}”.") for title in twice]

    @property
    def activities(self) -> tuple[ActivityEntry, ...]:
        return tuple(activity for area in self.focus_areas for activity in area.activities)


def title_key(title: str) -> str:
    """Equal for titles that people take for the same: a focus area is known by its title."""
    return " ".join(fold(title).split())


def has_words(title: str, words: str) -> bool:
    """Each of them, in any order."""
    return all(word in title_key(title) for word in title_key(words).split())


def read_agreement(data: Mapping[str, Any]) -> AgreementFile:
    """Raises FileError with every problem of the file."""
    place = ValuePlace(parties=_party_names(data.get("parter")))
    agreement = read_entry(AgreementFile, data, place)
    if agreement is None or place.problems:
        raise FileError(place.problems)
    return agreement


def _party_names(parties: Any) -> frozenset[str]:
    """Found before the reading, since a faulty party should not make every activity that names it faulty too."""
    rows = parties if isinstance(parties, list) else []
    return frozenset(row["namn"] for row in rows if isinstance(row, Mapping) and isinstance(row.get("namn"), str))


def write_agreement(agreement: AgreementFile) -> dict[str, Any]:
    return write_entry(agreement)
