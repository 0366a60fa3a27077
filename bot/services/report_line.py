"""From a typed line to the occurrence it is about: a clear candidate is taken, of several it asks, else one is made."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import Gone, PersonalData, Unclear
from bot.domain.kinds import kind
from bot.domain.permissions import Action, Actor
from bot.domain.report import LONGEST_NOTE, Report
from bot.domain.report_text import ReportReading, read_report
from bot.domain.screening import refusal
from bot.domain.swedish import fold, joined
from bot.domain.words import DraftPurpose
from bot.services import outcomes
from bot.views.outcomes import Receipt, Which
from storage import occurrences, records, reportable
from storage.occurrences import Listed
from storage.reportable import Reportable

LOOK_BACK = timedelta(days=14)
JUST_OVER = timedelta(hours=12)
LONG_AGO = timedelta(hours=36)
KEEP_LINE = timedelta(days=2)
SHORTEST_WORD = 4  # of a title: shorter ones ("och", "mot") are in every title


def report(session: Session, actor: Actor, line: str, now: datetime) -> Receipt | Which:
    """Raises Unclear when nothing fits, PersonalData when the line seems to point at a private person."""
    screen(line)
    reading = read_report(line)
    begun = _begun(session, actor, reading.kind, now)
    if reading.kind is None:
        # "huskurage 3 föreningar": the title of an activity is as good as its kind.
        fitting = [one for one in _mine(session, actor, now) if _is_named(one.title, line)]
        if fitting:
            reading = read_report(_without_title(line, fitting), kind=fitting[0].kind)
            begun = [one for one in begun if one.activity_id in {activity.id for activity in fitting}]
        elif begun:
            reading = read_report(line, kind=begun[0].kind)
    else:
        fitting = []
    if clear := _clear(begun, now):
        return outcomes.save_own(session, actor, clear, as_report(reading), now)
    if begun:
        return _ask(session, actor, line, reading, begun, fitting, now)
    return _unplanned(session, actor, line, reading, fitting or _of_kind(session, actor, reading, now), now)


def is_report(line: str) -> bool:
    """Whether the line names a kind of activity; without one, only what waits for a report can tell."""
    return read_report(line).kind is not None


def try_report(session: Session, actor: Actor, line: str, now: datetime) -> Receipt | Which | None:
    """A line without a kind is a report if it holds a number or names an activity. None for anything else ("hej")."""
    reading = read_report(line)
    named = any(_is_named(one.title, line) for one in _mine(session, actor, now))
    if not (reading.measures or reading.unclear or named):
        return None
    return report(session, actor, line, now)


def likely(session: Session, actor: Actor, now: datetime) -> list[Listed]:
    """What the person has yet to report: what is over, the latest first, then what goes on, the soonest over first."""
    begun = occurrences.begun(session, actor.person_id, now, now - LOOK_BACK)
    over = [one for one in begun if one.ends_at <= now]
    return over + sorted((one for one in begun if one.ends_at > now), key=lambda one: one.ends_at)


def pick(session: Session, actor: Actor, draft_id: int, occurrence_id: int, now: datetime) -> Receipt:
    """The answer to a question: the line that was typed, for that occurrence."""
    line = _take(session, actor, draft_id, now)
    occurrence = outcomes.existing(session, occurrence_id)
    return outcomes.save(session, actor, occurrence, as_report(_read_for(line, occurrence.kind)), now)


def pick_unplanned(session: Session, actor: Actor, draft_id: int, activity_id: int, now: datetime) -> Receipt:
    line = _take(session, actor, draft_id, now)
    fitting = [one for one in _mine(session, actor, now) if one.id == activity_id]
    if not fitting:
        raise Unclear("Aktiviteten är inte i gång längre, så jag har inte sparat något. Fråga samordnaren.")
    report = as_report(_read_for(line, fitting[0].kind))
    return outcomes.save_unplanned(session, actor, activity_id, report, now)


def forget(session: Session, actor: Actor, draft_id: int, now: datetime) -> str:
    """Throws the kept line away and gives it back to be shown once more."""
    return _take(session, actor, draft_id, now)


def as_report(reading: ReportReading) -> Report:
    """Raises Unclear for a number that belongs to nothing, and for a long note: asked about, never dropped or cut."""
    if reading.unclear:
        said = joined([f"”{one}”" for one in reading.unclear])
        figure = reading.unclear[0].partition(" ")[0]
        unit = "fordon" if reading.kind is None else kind(reading.kind).measures[0].unit
        raise Unclear(
            f"Jag förstår inte {said}. Skriv vad du räknade, till exempel ”{figure} {unit}”. Inget är sparat än."
        )
    if len(reading.note) > LONGEST_NOTE:
        raise Unclear(
            f"Anteckningen är {len(reading.note)} tecken, och högst {LONGEST_NOTE} får plats. "
            "Korta den och skicka igen. Inget är sparat än."
        )
    return Report(reading.status, reading.reason, reading.count, reading.measures, reading.note)


def screen(line: str) -> None:
    """Before it is saved anywhere. It stands in the person's own message too, so they are asked to remove that."""
    if why := refusal(line):
        raise PersonalData(f"{why} Ta också bort ditt eget meddelande om det står kvar.")


def _begun(session: Session, actor: Actor, kind_key: str | None, now: datetime) -> list[Listed]:
    since = now - LOOK_BACK
    if kind_key is None:
        return occurrences.begun(session, actor.person_id, now, since)
    return occurrences.begun_of_kind(session, actor.person_id, kind_key, now, since)


def _clear(begun: Sequence[Listed], now: datetime) -> Listed | None:
    """The only one; or the one that is going on or just over, when every other is long past."""
    if len(begun) == 1:
        return begun[0]
    recent = [one for one in begun if one.ends_at > now - LONG_AGO]
    return recent[0] if len(recent) == 1 and recent[0].ends_at > now - JUST_OVER else None


def _unplanned(
    session: Session, actor: Actor, line: str, reading: ReportReading, fitting: Sequence[Reportable], now: datetime
) -> Receipt | Which:
    mine = [one for one in fitting if one.mine] or fitting
    if len(mine) == 1:
        report = as_report(_read_for(line, mine[0].kind) if reading.kind is None else reading)
        return outcomes.save_unplanned(session, actor, mine[0].id, report, now)
    if mine and reading.kind:
        return _ask(session, actor, line, reading, [], mine, now)
    raise Unclear(_nothing_fits(reading))


def _nothing_fits(reading: ReportReading) -> str:
    if reading.kind is None:
        return (
            "Jag ser inte vilken aktivitet du menar, så inget är sparat. "
            "Börja med vad det var, till exempel: trafikkontroll 45 fordon"
        )
    of_kind = kind(reading.kind)
    none = "inget" if of_kind.neuter else "ingen"
    return f"Jag hittar {none} {of_kind.name} som du är med på, så inget är sparat. Samordnaren kan lägga till dig."


def _ask(
    session: Session, actor: Actor, line: str, reading: ReportReading, begun: Sequence[Listed],
    fitting: Sequence[Reportable], now: datetime,
) -> Which:  # fmt: skip
    """With an unplanned one of the same kind as the last answer."""
    as_report(reading)
    unplanned = fitting or (_of_kind(session, actor, reading, now) if reading.kind else [])
    draft_id = records.save_draft(session, actor.person_id, DraftPurpose.REPORT_LINE, {"line": line}, now + KEEP_LINE)
    return Which(draft_id, reading, begun, [one for one in unplanned if one.mine] or unplanned)


def _take(session: Session, actor: Actor, draft_id: int, now: datetime) -> str:
    draft = records.take_draft(session, draft_id, actor.person_id, now)
    if draft is None:
        raise Gone("Frågan är redan besvarad eller för gammal. Skriv raden en gång till om den inte kom med.")
    line: str = draft["line"]
    return line


def _read_for(line: str, kind_key: str) -> ReportReading:
    """A line that names its kind is read as it stands; without one, as being about this kind."""
    reading = read_report(line)
    return reading if reading.kind else read_report(line, kind=kind_key)


def _mine(session: Session, actor: Actor, now: datetime) -> list[Reportable]:
    return reportable.activities(session, actor.person_id, actor.municipalities(Action.REPORT), local_day(now))


def _of_kind(session: Session, actor: Actor, reading: ReportReading, now: datetime) -> list[Reportable]:
    return [one for one in _mine(session, actor, now) if one.kind == reading.kind]


def _is_named(title: str, line: str) -> bool:
    return bool(_title_words(title) & set(fold(line).split()))


def _title_words(title: str) -> set[str]:
    return {word for word in fold(title).replace(",", " ").split() if len(word) >= SHORTEST_WORD}


def _without_title(line: str, fitting: Sequence[Reportable]) -> str:
    """A word that chose the activity is not part of the note."""
    words = set().union(*(_title_words(one.title) for one in fitting))
    return " ".join(word for word in line.split() if fold(word) not in words)
