"""A plan out of a file beside what is there: what would change, and the change itself."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from sqlmodel import Session

from bot.domain import agreement_difference, agreement_merge
from bot.domain.agreement_difference import Difference, with_places
from bot.domain.agreement_extract import extracted
from bot.domain.agreement_file import AgreementFile
from bot.services import agreements
from storage import agreement_activities, agreement_rows


@dataclass(frozen=True, slots=True)
class Compared:
    """`before` is what is there, `wanted` what it becomes."""

    before: AgreementFile | None
    wanted: AgreementFile
    difference: Difference

    @property
    def fingerprint(self) -> str:
        """The same as long as saving would do the same."""
        return sha256(repr((self.before, self.wanted)).encode()).hexdigest()


def compare(session: Session, file: AgreementFile, *, file_counts: bool = False) -> Compared:
    """Raises UserError for a plan that belongs to something that is not there.

    `file_counts`: what it says holds also over what was changed here since it was made.
    """
    agreements.check_references(session, file)
    found = agreement_rows.by_key(session, file.key)
    if found is None:
        return Compared(None, with_places(None, file), agreement_difference.difference(None, file))
    before = agreements.read_back(session, found.id)
    was, reported = extracted(file), agreement_activities.with_reports(session, found.id)
    if was is None:
        wanted = with_places(before, file)
        return Compared(before, wanted, agreement_difference.difference(before, wanted, reported))
    made = agreement_merge.merged(was, before, file, file_counts=file_counts)
    given = {one.key for one in was.activities}
    change = agreement_difference.difference(before, made.file, reported, given)
    return Compared(before, made.file, change if file_counts else replace(change, conflicts=made.conflicts))


def put_in(session: Session, compared: Compared, now: datetime, by: int | None) -> None:
    if compared.before is None:
        agreements.add(session, compared.wanted, now, added_by=by)
    elif not compared.difference.is_empty:
        agreements.update(session, compared.before, compared.wanted, compared.difference, now, changed_by=by)
