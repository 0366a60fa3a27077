"""What was read out of a text, as a draft to go through. What the text does not say is left open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.agreement_draft import LONGEST_WORDS, AgreementDraft, DraftActivity, DraftArea, DraftFrame, Way
from bot.domain.agreement_draft_file import suggested_title
from bot.domain.agreement_file import ActivityEntry, FocusAreaEntry, GoalEntry, PartyEntry, title_key
from bot.domain.agreement_file_codecs import LONGEST_WHEN
from bot.domain.agreement_file_words import WindowLength
from bot.domain.agreement_text import Proposal, ProposedActivity, ProposedArea, Question, Topic
from bot.domain.agreement_text.dates import dates
from bot.domain.kinds import kind
from bot.domain.new_activity import LONGEST_TITLE
from bot.domain.party_names import meant, parties_named
from bot.domain.swedish import MONTHS, sentence
from bot.domain.words import Form, GoalOrigin, Per

ASKED_FORMS = (Form.CONTINUOUS, Form.WHEN_NEEDED)
WHO_SHALL = re.compile(
    r"^(?:vi|parterna|(?:polisen|kommunen|\w+ kommun)(?: och (?:polisen|kommunen|\w+ kommun))?)"
    r" (?:ska|skall|kommer|lovar|vill|avser)(?: (?:att|också|även|tillsammans|gemensamt))* (?=\w+a\b)",
    re.IGNORECASE,
)
PART_OF_A_YEAR = re.compile(
    rf"\b(?:vår|sommar|höst|vinter)|lov(?:et|en)?\b|termin|\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE
)
AT_THE_LATEST = re.compile(r"\bsenast(?: (?:den|under|i))? $", re.IGNORECASE)
NO_AREA = "Aktiviteter"
"""The focus area of what stands under no title in the text."""


def draft_of_text(read: Proposal) -> AgreementDraft:
    parties = _parties(read)
    frame = DraftFrame(
        kind=read.kind,
        municipalities=read.municipalities,
        parties=parties,
        first=read.period_start,
        last=read.period_end,
        signed_on=read.signed_on,
        basis=read.basis,
    )
    areas = tuple(_area(area, parties, frame) for area in _together(read.focus_areas) if area.activities)
    complete = read.kind and read.municipalities and read.period_start and read.period_end
    frame = replace(frame, title=suggested_title(frame)) if complete else frame
    return AgreementDraft(way=Way.NEW, frame=frame, areas=areas, questions=(*read.questions, *_half_said(read)))


def shortened(words: str, longest: int) -> str:
    """At the end of a word, and seen to be."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= longest else f"{one_line[: longest - 1].rpartition(' ')[0].rstrip(' ,;:–-')}…"


def new_entry(title: str, kind_key: str, form: Form, *, protected: bool | None = None) -> ActivityEntry:
    """What goes on is asked about each quarter, windows are months, until somebody says otherwise."""
    return ActivityEntry(
        key="",
        title=title,
        kind=kind_key,
        form=form,
        window=WindowLength.MONTH if form is Form.WINDOW else None,
        cadence=Per.QUARTER if form in ASKED_FORMS else None,
        protected=kind(kind_key).protected if protected is None else protected,
    )


def _parties(read: Proposal) -> tuple[PartyEntry, ...]:
    """Those who have agreed, and those who are to take part without having signed."""
    signed = parties_named(read.parties)
    actors = [name for one in read.activities for name in one.actors if meant(name, signed) is None]
    return (*signed, *(replace(party, signed=False) for party in parties_named(actors)))


def _half_said(read: Proposal) -> Iterator[Question]:
    """A follow-up is how often, how, by whom and to whom: of it the text gives the first."""
    if read.cadence:
        said = f"Texten säger ”{read.cadence.words}” om uppföljningen. Hur görs den, av vem och till vem?"
        yield Question(Topic.CADENCE, said)


def _together(areas: Sequence[ProposedArea]) -> list[ProposedArea]:
    """A focus area is known by its title: the parts of one that comes back are one."""
    found: dict[str, ProposedArea] = {}
    for area in areas:
        before = found.get(title_key(area.title), ProposedArea(area.title, ()))
        found[title_key(area.title)] = replace(before, activities=(*before.activities, *area.activities))
    return list(found.values())


def _area(area: ProposedArea, parties: Sequence[PartyEntry], frame: DraftFrame) -> DraftArea:
    entry = FocusAreaEntry(title=shortened(area.title or NO_AREA, LONGEST_TITLE))
    return DraftArea(entry=entry, activities=tuple(_activity(one, parties, frame) for one in area.activities))


def _activity(read: ProposedActivity, parties: Sequence[PartyEntry], frame: DraftFrame) -> DraftActivity:
    entry = replace(new_entry(_title(read.text), read.kind, read.form), due_on=_due(read, frame))
    who = tuple(dict.fromkeys(filter(None, (meant(actor, parties) for actor in read.actors))))
    leading = [party.name for party in parties if party.signed and party.name in who]
    lead = leading[0] if len(leading) == 1 else None
    others = tuple(name for name in who if name != lead)
    when = shortened(read.recurrence, LONGEST_WHEN) if read.recurrence else None
    led = replace(entry, lead=lead, others=others, goals=_goals(read), recurrence=when)
    return DraftActivity(entry=led, words=shortened(read.text, LONGEST_WORDS))


def _due(read: ProposedActivity, frame: DraftFrame) -> date | None:
    """Of "senast den 30 juni" the year is that of the agreement, when it has only one."""
    if read.form is not Form.DELIVERABLE:
        return None
    said = [one for one in dates(read.text) if AT_THE_LATEST.search(read.text[: one.start])]
    if frame.first and frame.last and frame.first.year == frame.last.year:
        said = [one.in_year(frame.first.year) for one in said]
    days = [one.days.last for one in said if one.days]
    return days[0] if len(days) == 1 else None


def _goals(read: ProposedActivity) -> tuple[GoalEntry, ...]:
    """Twice a week in the summer is not 104 a year, and the text does not say how many it is."""
    quantity, in_season = read.quantity, PART_OF_A_YEAR.search(read.recurrence or "")
    if quantity is None or (in_season and quantity.per in (Per.WEEK, Per.MONTH)):
        return ()
    unit = kind(read.kind).goal_unit
    return (GoalEntry(count=quantity.count, unit=unit, per=quantity.per, origin=GoalOrigin.PROMISED),)


def _title(words: str) -> str:
    """What is to be done, without "Vi ska" before it."""
    said = " ".join(words.split()).strip(" .;:,–-•")
    return sentence(shortened(WHO_SHALL.sub("", said), LONGEST_TITLE))
