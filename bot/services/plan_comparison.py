"""A plan out of a file beside what is there: what would change, and the change itself."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session

from bot.domain import agreement_difference, agreement_merge
from bot.domain.agreement_difference import Difference, restored
from bot.domain.agreement_extract import extracted
from bot.domain.agreement_file import AgreementFile
from bot.domain.calendar import local_day
from bot.domain.periods import Period
from bot.domain.permissions import Actor
from bot.services import agreement_ends as ends
from bot.services import agreement_kin, agreements, deliveries
from storage import agreement_activities, agreement_ends, agreement_rows
from storage.occurrences import Staffed

OUTSIDE = "perioden är ändrad"


@dataclass(frozen=True, slots=True)
class Compared:
    """`before` is what is there, `wanted` what it becomes."""

    before: AgreementFile | None
    wanted: AgreementFile
    difference: Difference

    @property
    def fingerprint(self) -> str:
        """The same as long as saving would do the same."""
        return sha256(repr((self.before, self.wanted, self.difference)).encode()).hexdigest()


def compare(session: Session, file: AgreementFile, now: datetime, *, file_counts: bool = False) -> Compared:
    """Raises UserError for a plan that belongs to something that is not there.

    `file_counts`: what it says holds also over what was changed here since it was made.
    """
    agreements.check_references(session, file)
    found = agreement_rows.by_key(session, file.key)
    if found is None:
        new = agreement_difference.difference(None, file)
        followers = agreement_kin.followers(session, file.replaces, file.period.start) if file.replaces else ()
        unplanned = agreement_difference.unplanned(None, file, local_day(now))
        return Compared(None, restored(None, file), replace(new, followers=followers, unplanned=unplanned))
    before = agreements.read_back(session, found.id)
    reported = agreement_activities.with_reports(session, found.id)
    wanted, change = _change(before, file, reported, file_counts=file_counts)
    off = _left_out(session, found.id, before, wanted, now)
    unplanned = agreement_difference.unplanned(before, wanted, local_day(now))
    return Compared(before, wanted, replace(change, called_off=len(off), unplanned=unplanned))


def _change(
    before: AgreementFile, file: AgreementFile, reported: Collection[str], *, file_counts: bool
) -> tuple[AgreementFile, Difference]:
    """What it becomes. Of a file that tells what it was when it was given out, only what somebody has changed in it."""
    was = extracted(file)
    if was is None:
        wanted = restored(before, file)
        return wanted, agreement_difference.difference(before, wanted, reported)
    made = agreement_merge.merged(was, before, file, file_counts=file_counts)
    given = {one.key for one in was.activities}
    change = agreement_difference.difference(before, made.file, reported, given)
    return made.file, change if file_counts else replace(change, conflicts=made.conflicts)


def put_in(session: Session, compared: Compared, now: datetime, actor: Actor | None) -> None:
    by = actor.person_id if actor else None
    if compared.before is None:
        agreements.add(session, compared.wanted, now, added_by=by)
        agreement_kin.follow(session, compared.wanted.key)
        ends.day_has_come(session, now)
    elif not compared.difference.is_empty:
        agreements.update(session, compared.before, compared.wanted, compared.difference, now, changed_by=by)
        _call_off(session, compared.before, compared.wanted, now, actor)
    deliveries.plan(session, compared.before, compared.wanted, now, actor)


def _left_out(
    session: Session, agreement_id: int, before: AgreementFile, wanted: AgreementFile, now: datetime,
    *, hold: bool = False,
) -> Sequence[Staffed]:  # fmt: skip
    """Planned ahead, on days that a new period has not."""
    if wanted.period == before.period:
        return ()
    days = Period(wanted.period.start, wanted.period.end)
    return agreement_ends.outside(session, agreement_id, days, now, hold=hold)


def _call_off(
    session: Session, before: AgreementFile, wanted: AgreementFile, now: datetime, actor: Actor | None
) -> None:  # fmt: skip
    found = agreement_rows.by_key(session, wanted.key)
    if found and (off := _left_out(session, found.id, before, wanted, now, hold=True)):
        ends.call_off(session, actor, found.id, found.title, off, OUTSIDE, now)
