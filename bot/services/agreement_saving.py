"""What somebody has gone through becomes an agreement that holds, in one transaction, or says what it lacks."""

from datetime import datetime

from sqlmodel import Session

from bot.domain import agreement_draft_file as rules
from bot.domain.agreement_draft import AgreementDraft, Choice, Way
from bot.domain.agreement_draft_of_file import fingerprint
from bot.domain.agreement_file import AgreementFile
from bot.domain.calendar import local_day
from bot.domain.errors import Gone, UserError
from bot.domain.permissions import Actor
from bot.domain.swedish import joined
from bot.services import agreement_drafts, agreement_ends, agreements, plan_files
from bot.views import agreement_list as views
from storage import agreement_drafts as stored
from storage import agreement_ends as ends
from storage import agreement_rows, records

UNDECIDED = "{count} är inte valda än: {titles}. Tryck på Ta med eller Hoppa över, eller på Ta med alla."
LACKS = "Det här behöver jag veta innan jag sparar: {what}. Tryck på Svara och ändra uppgifter."
NOTHING = "Ingen aktivitet är vald. Ta med minst en, eller lägg till en."
KEPT = "Inget är sparat än, och det du har gjort finns kvar."
MEANWHILE = (
    "Någon har ändrat planen sedan du började. Börja om med Revidera under avtal, så utgår du från hur den är nu."
)
NAMED = 3


def save(session: Session, actor: Actor, draft_id: int, now: datetime) -> None:
    """Raises Gone, NotAllowed, and UserError for what it lacks."""
    shown = agreement_drafts.opened(session, actor, draft_id, now, hold=True)
    draft = shown.draft
    _check(draft)
    base = _base(session, actor, draft)
    key = draft.of if draft.of and draft.way is Way.REVISION else _new_key(session, draft)
    file = rules.as_file(draft, base, key, local_day(now))
    taken = plan_files.take_in(session, actor, file, now)
    cancelled = taken.called_off + _end_old(session, actor, draft, now)
    row = agreement_rows.by_key(session, key)
    if row is None:
        raise LookupError(key)
    gone = _unlink_parties(session, row.id, draft)
    records.audit(session, now, actor.person_id, f"save_{draft.way}", "draft", draft_id, cancelled=cancelled, left=gone)
    agreement_drafts.close(session, actor, shown, views.saved(draft, row.id, cancelled, taken), now)


def _unlink_parties(session: Session, agreement_id: int, draft: AgreementDraft) -> int:
    """A file only adds parties, but who goes through an agreement has seen them all; what has ended keeps its own."""
    names = {party.name for party in draft.frame.parties}
    for one in agreements.read_back(session, agreement_id).activities:
        names.update([one.lead] if one.lead else [], one.others)
    return agreement_rows.unlink_parties(session, agreement_id, names)


def _check(draft: AgreementDraft) -> None:
    said = []
    if lacks := rules.missing(draft):
        said.append(LACKS.format(what=joined(lacks)))
    if undecided := [one.entry.title for one in draft.activities if one.choice is Choice.OPEN]:
        more = f" och {len(undecided) - NAMED} till" if len(undecided) > NAMED else ""
        said.append(UNDECIDED.format(count=len(undecided), titles=f"{', '.join(undecided[:NAMED])}{more}"))
    elif not draft.count(Choice.TAKEN):
        said.append(NOTHING)
    if said:
        raise UserError(" ".join([*said, KEPT]))


def _base(session: Session, actor: Actor, draft: AgreementDraft) -> AgreementFile | None:
    """What is renewed or revised, as it is now; nobody else changes it meanwhile."""
    if draft.of is None:
        return None
    row = agreement_rows.by_key(session, draft.of)
    if row is None:
        raise Gone(agreement_ends.GONE)
    allowed = agreement_ends.renewable if draft.way is Way.RENEWAL else agreement_ends.changeable
    found = allowed(session, actor, row.id, hold=True)
    base = agreements.read_back(session, found.id)
    if draft.way is Way.REVISION and fingerprint(base) != draft.seen:
        raise UserError(f"{MEANWHILE} {KEPT}")
    return base


def _new_key(session: Session, draft: AgreementDraft) -> str:
    return stored.free_key(session, f"{' '.join(draft.frame.municipalities)} {rules.years(draft.frame)}")


def _end_old(session: Session, actor: Actor, draft: AgreementDraft, now: datetime) -> int:
    """What the new one takes the place of holds to the day before; how many occurrences were called off."""
    row = agreement_rows.by_key(session, draft.of) if draft.of else None
    starts = draft.frame.starts_on if draft.way is Way.REVISION else draft.frame.first
    if row is None or starts is None or row.terminated_on or (draft.way is Way.RENEWAL and starts > row.period_end):
        return 0
    found = agreement_ends.changeable(session, actor, row.id)
    last = starts - rules.A_DAY
    left = {one.entry.key for one in draft.activities if one.choice is Choice.SKIPPED}
    known = ends.activities(session, row.id)
    ids = [id_ for id_, key in known.items() if draft.way is Way.RENEWAL or key in left]
    reason = "en ny överenskommelse har börjat gälla" if draft.way is Way.RENEWAL else "överenskommelsen är ändrad"
    cancelled = agreement_ends.end(session, actor, found, ids, last, reason, now)
    agreement_ends.day_has_come(session, now)
    return cancelled
