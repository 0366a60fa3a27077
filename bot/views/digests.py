"""The list of a week, in one message: what a person is on, what a coordinator sees to, and how it is going."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.nation import Nation
from bot.domain.periods import Period, period_text
from bot.domain.swedish import joined, sentence
from bot.views import deficiencies, nation, occurrence_text, progress
from bot.views import mine as mine_views
from bot.views.absences import Instead, Replaced
from bot.views.blocks import Block, Message, actions, button, context, divider, escape, message, section, sections
from bot.views.mine import ELSEWHERE
from bot.views.occurrences import mentions
from bot.views.progress_found import Overview, SeveralAgreements
from bot.views.shared_questions import SharedQuestion, rows
from storage.digests import AskedToTake
from storage.mine import OpenHandover
from storage.occurrences import Listed, Staffed

LARGEST = 12_000  # characters of JSON; Slack stops at some 13 200
MOST_BLOCKS = 50
FEWER = (12, 8, 5, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Own:
    """`to_report` is the oldest first. `asked` is how something went, which the list asks instead of another message.

    By occurrence, `instead`: for whom the person is on it, or who is for them; `left`: what earlier walks left to do.
    """

    person_id: int
    week: Sequence[Staffed]
    to_report: Sequence[Listed]
    questions: Sequence[AskedToTake]
    asked: Sequence[SharedQuestion] = ()
    instead: Mapping[int, Instead | Replaced] = field(default_factory=dict)
    left: Mapping[int, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.week or self.to_report or self.questions or self.asked)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a coordinator sees to. `leads` are Slack users by occurrence; `protected` ones are only counted."""

    week: Sequence[Listed]
    leads: Mapping[int, Sequence[str]]
    protected: int
    missing: Sequence[Listed]
    handovers: Sequence[OpenHandover]
    unsent: int

    def __bool__(self) -> bool:
        return bool(self.week or self.protected or self.missing or self.handovers or self.unsent)


@dataclass(frozen=True, slots=True)
class Digest:
    week: Period
    own: Own
    desk: Desk | None
    standing: Sequence[Overview | Nation]

    def __bool__(self) -> bool:
        return bool(self.own or self.desk or self.standing)


@dataclass(frozen=True, slots=True)
class DigestPart:
    """The same twice: for those who read it, and for the notification."""

    said: Sequence[str]
    blocks: Sequence[Block]


def digest(found: Digest, now: datetime) -> Message:
    """As much as Slack takes: long lists are cut, and say so."""
    made = message("", [])
    for most in FEWER:
        made = _message(found, most, now)
        if len(made["blocks"]) <= MOST_BLOCKS and len(json.dumps(made, ensure_ascii=False)) <= LARGEST:
            break
    return made


def _message(found: Digest, most: int, now: datetime) -> Message:
    parts = [
        *([_own(found, most, now)] if found.own or not found else []),
        *([_desk(found.week, found.desk, most, now)] if found.desk else []),
        *_standing(found.standing, most, now),
    ]
    shown = [block for part in parts for block in [divider(), *part.blocks]][1:]
    return message("\n".join(line for part in parts for line in part.said), shown)


def _own(found: Digest, most: int, now: datetime) -> DigestPart:
    own, title = found.own, f"Din {period_text(found.week)}: {_own_counts(found.own)}"
    said = [title, *(one.alone["text"] for one in own.asked)]
    shown = [section(f"*{title}*"), *(block for one in own.asked for block in rows(one))]
    for one in own.week[:most]:
        said.append(sentence(_discreet(one.occurrence, occurrence_text.fact(one.occurrence, now))))
        shown += _ahead_row(one, own, now)
    shown += _more(len(own.week) - most)
    if own.to_report:
        shown.append(section("*Saknar rapport*"))
    for late in own.to_report[:most]:
        said.append(f"Saknar rapport: {_discreet(late, occurrence_text.full(late, now))}")
        shown.append(section(mine_views.to_report_text(late, now), accessory=mine_views.report_button(late, now)))
    shown += _more(len(own.to_report) - most)
    for asked in own.questions[:most]:
        said.append(_question(asked, now))
        shown.append(section(_question(asked, now), accessory=button("Svara", "digest_question", asked.handover_id)))
    return DigestPart(said, [*shown, actions(button("Mina tillfällen", "mine_show"))])


def _own_counts(own: Own) -> str:
    waiting = sum(one.is_open and not one.is_put_off for one in own.asked)
    counts = [
        (len(own.week), "tillfälle", "tillfällen"),
        (len(own.to_report), "rapport saknas", "rapporter saknas"),
        (len(own.questions) + waiting, "fråga till dig", "frågor till dig"),
    ]
    said = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)
    return said or ("inget mer att svara på nu" if own.asked else "inget mer som väntar")


def _ahead_row(one: Staffed, own: Own, now: datetime) -> Sequence[Block]:
    """All that a reminder would have said: who has the list the same morning gets none."""
    row = mine_views.coming_row(one, own.person_id, now, own.instead.get(one.occurrence.id))
    left = own.left.get(one.occurrence.id)
    return deficiencies.mentioned(message("", row), one.occurrence.activity_id, left)["blocks"] if left else row


def _question(asked: AskedToTake, now: datetime) -> str:
    return f"{mentions([asked.giver])[0]} frågar om du kan ta över: {_asked_about(asked.occurrence, now)}"


def _asked_about(one: Listed, now: datetime) -> str:
    """To those who are not on it: of a protected one nothing but its kind."""
    return escape(occurrence_text.what(one) if one.protected else occurrence_text.full(one, now))


def _desk(week: Period, desk: Desk, most: int, now: datetime) -> DigestPart:
    lists = (_ahead(week, desk, most, now), _missing(desk, most, now), _handovers(desk, most, now), _unsent(desk))
    said = [line.strip("*") for lines in lists for line in lines]
    return DigestPart(said, [block for lines in lists if lines for block in sections(*lines)])


def _ahead(week: Period, desk: Desk, most: int, now: datetime) -> list[str]:
    count = len(desk.week) + desk.protected
    what = f"{count} {'tillfälle' if count == 1 else 'tillfällen'}" if count else "inget planerat"
    title = f"*{sentence(period_text(week))} i dina kommuner: {what}*"
    lines = [_planned(one, desk, now) for one in desk.week[:most]]
    hidden = [f"Skyddade, visas bara för dem som ska vara med: {desk.protected}"] if desk.protected else []
    return [title, *lines, *_left(len(desk.week) - most), *hidden]


def _planned(one: Listed, desk: Desk, now: datetime) -> str:
    leads = joined(mentions(desk.leads.get(one.id, ()))) or "ingen ansvarig"
    return f"{escape(occurrence_text.fact(one, now))} ({leads})"


def _missing(desk: Desk, most: int, now: datetime) -> list[str]:
    if not desk.missing:
        return []
    lines = [escape(sentence(occurrence_text.noticed(one, now))) for one in desk.missing[:most]]
    return [f"*Saknar rapport: {len(desk.missing)}*", *lines, *_left(len(desk.missing) - most)]


def _handovers(desk: Desk, most: int, now: datetime) -> list[str]:
    if not desk.handovers:
        return []
    lines = [_handover(one, now) for one in desk.handovers[:most]]
    return [f"*Överlämningar utan svar: {len(desk.handovers)}*", *lines, *_left(len(desk.handovers) - most)]


def _handover(one: OpenHandover, now: datetime) -> str:
    giver, colleague = mentions((one.giver, one.colleague))
    what = _asked_about(one.occurrence, now)
    return f"{sentence(what)}: {giver} har frågat {colleague}, och är med tills svaret kommer."


def _unsent(desk: Desk) -> list[str]:
    if not desk.unsent:
        return []
    return [f"*Kom inte i väg: {desk.unsent}*", "Vilka meddelanden det är, och varför, står på min startsida."]


def _standing(standing: Sequence[Overview | Nation], most: int, now: datetime) -> list[DigestPart]:
    overviews = [one for one in standing if isinstance(one, Overview)]
    parts = [_part(nation.of_many(one, now)) for one in standing if isinstance(one, Nation)]
    if overviews:
        shown = _part(progress.several(SeveralAgreements(overviews[:most]), now))
        left = _left(len(overviews) - most)
        parts.append(DigestPart([*shown.said, *left], [*shown.blocks, *map(context, left)]))
    return parts


def _part(whole: Message) -> DigestPart:
    return DigestPart(whole["text"].splitlines(), whole["blocks"])


def _more(left: int) -> list[Block]:
    return [context(line) for line in _left(left)]


def _left(count: int) -> list[str]:
    return [f"{count} till visas inte här."] if count > 0 else []


def _discreet(occurrence: Listed, text: str) -> str:
    return escape(f"{occurrence_text.what(occurrence)}: {ELSEWHERE}" if occurrence.protected else text)
