"""From a typed line to the occurrence it is about: a clear candidate is taken, of several it asks, else one is made."""

import re
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.errors import Gone, Unclear
from bot.domain.kinds import kind
from bot.domain.periods import Period
from bot.domain.permissions import Actor
from bot.domain.reading import ReportReading, read_report
from bot.domain.reading.occasion import days, new_span
from bot.domain.report import LONGEST_NOTE, Report
from bot.domain.report_intent import Intent, intent, is_moved
from bot.domain.screening import HeldBack
from bot.domain.swedish import day_text, fold, joined
from bot.domain.when import Several
from bot.domain.words import DraftPurpose, OutcomeStatus
from bot.services import outcomes, unplanned
from bot.services import report_candidates as candidates
from bot.services.report_candidates import Candidates
from bot.views.outcomes import Receipt
from bot.views.report_questions import Again, Already, Cleaned, Perhaps, Question, Which
from storage import mine, receipts, records
from storage.mine import MyReport
from storage.reportable import Reportable

KEEP_LINE = timedelta(days=2)
FIGURE = re.compile(r"[0-9]+")
TWICE_WITHIN = timedelta(minutes=10)
MOVED = (
    "Raden säger att tillfället är flyttat, så inget är sparat. Flytta det gör du med knappen Flytta under Mina "
    "tillfällen: skriv mina."
)
NOTHING_PLANNED = (
    "Jag hittar inget planerat tillfälle som saknar din rapport, så inget är sparat. "
    "Gäller det ett som redan är rapporterat? Tryck på Ändra under Mina rapporter."
)


def report(session: Session, actor: Actor, line: str, now: datetime) -> Receipt | Question:
    """Of a line that is known to be a report. Raises Unclear when nothing fits."""
    return _report(session, actor, line, candidates.find(session, actor, line, now), now)


def try_report(session: Session, actor: Actor, line: str, now: datetime) -> Receipt | Question | None:
    """Of any line. What may be a report is asked about; None for what is none ("hej", "kan du ta vandringen?")."""
    found = candidates.find(session, actor, line, now)
    reading = found.reading
    if found.says_what and is_moved(line, reading):
        raise Unclear(MOVED)
    if not (found.says_what or reading.measures or reading.unclear or (reading.telling and found.begun)):
        return None
    meant = intent(line, reading, says_what=found.says_what)
    if meant is Intent.OTHER:
        return None
    if _is_word_of_done(found) or (meant is Intent.PERHAPS and (found.says_what or found.begun)):
        return Perhaps(_keep(session, actor, line, now), line)
    return _report(session, actor, line, found, now)


def offered(session: Session, actor: Actor, held: HeldBack, now: datetime, *, stays: bool) -> Cleaned | None:
    """Of a line that was held back what may be saved, if it is a report. `stays` as in `Cleaned`."""
    found = candidates.find(session, actor, held.cleaned, now)
    if intent(held.cleaned, found.reading, says_what=found.says_what) is not Intent.REPORT or not found.reading.telling:
        return None
    return Cleaned(_keep(session, actor, held.cleaned, now), held, stays)


def confirm(session: Session, actor: Actor, draft_id: int, now: datetime) -> Receipt | Question:
    """It was a report."""
    line, said_at = _take(session, actor, draft_id, now)
    found = _report(session, actor, line, candidates.find(session, actor, line, said_at), now)
    if isinstance(found, Receipt):
        return _answered(session, draft_id, found)
    receipts.asks_on(session, draft_id, found.draft_id)
    return found


def pick(session: Session, actor: Actor, draft_id: int, occurrence_id: int, now: datetime) -> Receipt:
    """The answer to a question: the line that was typed, for that occurrence."""
    line, said_at = _take(session, actor, draft_id, now)
    occurrence = outcomes.existing(session, occurrence_id)
    report = as_report(_read_for(line, occurrence.kind, said_at))
    return _answered(session, draft_id, outcomes.save(session, actor, occurrence, report, now))


def pick_unplanned(session: Session, actor: Actor, draft_id: int, activity_id: int, now: datetime) -> Receipt:
    line, said_at = _take(session, actor, draft_id, now)
    fitting = [one for one in candidates.mine(session, actor, now) if one.id == activity_id]
    if not fitting:
        raise Unclear("Aktiviteten är inte i gång längre, så jag har inte sparat något. Fråga samordnaren.")
    saved = _save_new(session, actor, fitting[0], _read_for(line, fitting[0].kind, said_at), now)
    return _answered(session, draft_id, saved)


def forget(session: Session, actor: Actor, draft_id: int, now: datetime) -> str:
    """Throws the kept line away and gives it back to be shown once more."""
    return _take(session, actor, draft_id, now)[0]


def as_report(reading: ReportReading) -> Report:
    """Raises Unclear for a number that belongs to nothing, and for a long note: asked about, never dropped or cut."""
    if isinstance(reading.around.when, Several):
        raise Unclear(
            f"Raden nämner flera dagar, ”{reading.unclear[0]}”, och en rapport gäller ett tillfälle. "
            "Skriv en rad för varje dag. Inget är sparat än."
        )
    if reading.unclear:
        said = joined([f"”{one}”" for one in reading.unclear])
        figure = next(iter(FIGURE.findall(reading.unclear[0])), "3")
        unit = "fordon" if reading.kind is None else kind(reading.kind).measures[0].unit
        raise Unclear(
            f"Jag förstår inte {said}. Skriv vad du räknade, till exempel ”{figure} {unit}”. Inget är sparat än."
        )
    all_of_it = reading.around.note or reading.note
    if len(all_of_it) > LONGEST_NOTE:
        raise Unclear(
            f"Anteckningen är {len(all_of_it)} tecken, och högst {LONGEST_NOTE} får plats. "
            "Korta den och skicka igen. Inget är sparat än."
        )
    return reading.report()


def _report(session: Session, actor: Actor, line: str, found: Candidates, now: datetime) -> Receipt | Question:
    if is_moved(line, found.reading):
        raise Unclear(MOVED)
    _refuse_ahead(found.reading, now)
    if clear := found.clear(now):
        return outcomes.save_own(session, actor, clear, as_report(found.reading), now)
    fitting = found.named or candidates.of_kind(session, actor, found.reading.kind, now)
    mine = candidates.at_its_place(found.reading, [one for one in fitting if one.mine] or fitting)
    another_day = found.of_another_day(local_day(now))
    dated = _days_of_new(found.reading, now)
    if len(mine) == 1 and found.is_told() and (already := _already(session, actor, line, found.reading, mine[0], now)):
        return already
    one_day = dated is not None and dated.first == dated.last
    if found.begun or (mine and another_day and not one_day) or (len(mine) > 1 and found.reading.kind):
        as_report(found.reading)
        begun = [one.occurrence for one in found.begun]
        return Which(_keep(session, actor, line, now), found.reading, begun, mine, another_day, dated)
    if len(mine) != 1:
        raise Unclear(_nothing_fits(found.reading))
    return _unplanned(session, actor, line, found.reading, mine[0], now)


def _unplanned(
    session: Session, actor: Actor, line: str, reading: ReportReading, activity: Reportable, now: datetime
) -> Receipt | Again | Already:
    """A line that was sent again because no answer came must not count twice, nor what is reported already."""
    report = as_report(reading)
    if report.status is OutcomeStatus.NOT_DONE:
        raise Unclear(NOTHING_PLANNED)
    lately = mine.reported_since(session, actor.person_id, activity.kind, now - TWICE_WITHIN)
    if same := next((one for one in lately if _is_same(one, report)), None):
        return Again(_keep(session, actor, line, now), activity.id, same.number)
    already = _already(session, actor, line, reading, activity, now)
    return already or _save_new(session, actor, activity, reading, now)


def _already(
    session: Session, actor: Actor, line: str, reading: ReportReading, activity: Reportable, now: datetime
) -> Already | None:
    """Whether it is about what has its report."""
    as_report(reading)
    known = candidates.already_reported(session, actor, activity.id, reading, now)
    opened = outcomes.opened(session, actor, known.id, now) if known else None
    if opened is None or opened.saved is None or opened.first is None:
        return None
    by = None if opened.first.user_id == actor.user_id else opened.first.user_id
    draft_id = _keep(session, actor, line, now)
    return Already(draft_id, activity.id, opened.occurrence, opened.saved.id, by, opened.report)


def _save_new(session: Session, actor: Actor, activity: Reportable, reading: ReportReading, now: datetime) -> Receipt:
    """With the line's own time and place, where it says them."""
    during = new_span(reading.around, kind(activity.kind).duration, now)
    said = reading.around.place
    place = said if said and fold(said) != fold(activity.municipality) else None
    return unplanned.save(session, actor, activity.id, as_report(reading), now, during, place)


def _is_word_of_done(found: Candidates) -> bool:
    """ "Klart" may be about anything, unless it answers what was asked."""
    reading = found.reading
    says_more = found.says_what or reading.measures or reading.unclear or reading.status is not OutcomeStatus.DONE
    return not says_more and found.asked_id is None


def _refuse_ahead(reading: ReportReading, now: datetime) -> None:
    """Raises Unclear for what has not been yet."""
    starts = reading.around.told().started_at
    if starts and starts > now:
        told = f"Raden säger {day_text(local_day(starts), local_day(now))}, och det har inte varit än."
        raise Unclear(f"{told} Rapportera när det är gjort. Inget är sparat än.")


def _days_of_new(reading: ReportReading, now: datetime) -> Period | None:
    return days(reading.around) if new_span(reading.around, timedelta(), now) else None


def _is_same(given: MyReport, report: Report) -> bool:
    return given.report.in_figures() == report.in_figures()


def _nothing_fits(reading: ReportReading) -> str:
    if reading.kind is None:
        return (
            "Jag ser inte vilken aktivitet du menar, så inget är sparat. "
            "Börja med vad det var, till exempel: trafikkontroll 45 fordon"
        )
    of_kind = kind(reading.kind)
    none = "inget" if of_kind.neuter else "ingen"
    return f"Jag hittar {none} {of_kind.name} som du är med på, så inget är sparat. Samordnaren kan lägga till dig."


def _keep(session: Session, actor: Actor, line: str, now: datetime) -> int:
    kept = {"line": line, "said_at": now.isoformat()}
    return records.save_draft(session, actor.person_id, DraftPurpose.REPORT_LINE, kept, now + KEEP_LINE)


def _take(session: Session, actor: Actor, draft_id: int, now: datetime) -> tuple[str, datetime]:
    """The line and when it was typed: "igår" means the day before that."""
    draft = records.take_draft(session, draft_id, actor.person_id, now)
    if draft is None:
        raise Gone("Frågan är redan besvarad eller för gammal. Skriv raden en gång till om den inte kom med.")
    return draft["line"], datetime.fromisoformat(draft["said_at"])


def _answered(session: Session, draft_id: int, saved: Receipt) -> Receipt:
    """The message that asked becomes the receipt, and follows the report from now on."""
    receipts.answered(session, draft_id, saved.occurrence.id)
    return saved


def _read_for(line: str, kind_key: str, said_at: datetime) -> ReportReading:
    """A line that names its kind is read as it stands; without one, as being about this kind."""
    reading = read_report(line, now=said_at)
    return reading if reading.kind else read_report(line, kind=kind_key, now=said_at)
