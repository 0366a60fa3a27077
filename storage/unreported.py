"""What a person is named on that has begun and lacks a report."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam
from sqlmodel import Session, col

from bot.domain.words import Part
from storage.models import Activity, Occurrence, OccurrencePerson
from storage.occurrences import MINE, Listed
from storage.prepared import Prepared


class Begun(NamedTuple):
    """An occurrence of a person that has begun and lacks a report; what the person is on it."""

    occurrence: Listed
    part: Part


BEGUN = MINE.add_columns(col(OccurrencePerson.part)).where(col(Occurrence.starts_at) <= bindparam("now"))
BEGUN_OF_KIND = Prepared(BEGUN.where(col(Activity.kind) == bindparam("kind")))


def begun_of_kind(session: Session, person_id: int, kind: str, now: datetime) -> list[Begun]:
    """The person's own of that kind that lack a report and have begun, the latest first."""
    return _begun(BEGUN_OF_KIND.all(session, person=person_id, kind=kind, now=now))


def begun(session: Session, person_id: int, now: datetime) -> list[Begun]:
    """The person's own that lack a report and have begun, the latest first."""
    return _begun(session.connection().execute(BEGUN, {"person": person_id, "now": now}).all())


def _begun(rows: Iterable[Sequence[Any]]) -> list[Begun]:
    """Put in order here: there are few, and a database would copy each row to sort it."""
    found = [Begun(Listed(*listed), part) for *listed, part in rows]
    return sorted(found, key=lambda one: (-one.occurrence.ends_at.timestamp(), one.occurrence.id))
