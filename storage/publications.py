"""What citizens were told, what of it is served now, and whom they may turn to."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, or_, select, update
from sqlmodel import Session, col

from bot.domain.calendar import local_day
from bot.domain.periods import Period
from bot.domain.public_contact import FIELDS, Contact
from bot.domain.public_numbers import ToldNumbers
from bot.domain.words import PublicationForm
from storage import models
from storage.models import AgreementMunicipality, Municipality, Person, Publication


@dataclass(frozen=True, slots=True)
class Published:
    """`user_id` is who published it, as Slack knows them.

    What is taken away by nobody is withheld: something that it tells of was protected.
    """

    id: int
    municipality_id: int
    form: PublicationForm
    first: date
    last: date
    user_id: str
    at: datetime
    withdrawn_at: datetime | None
    withdrawn_by_id: int | None

    @property
    def about(self) -> Period:
        return Period(self.first, self.last)

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None

    @property
    def withheld(self) -> bool:
        return self.withdrawn_at is not None and self.withdrawn_by_id is None


@dataclass(frozen=True, slots=True)
class Withheld:
    """There is a page, and for now it is not shown; whom to turn to meanwhile."""

    contact: Contact | None


PUBLISHED: Select[*tuple[Any, ...]] = (
    select(
        col(Publication.id), col(Publication.municipality_id), col(Publication.form), col(Publication.first),
        col(Publication.last), col(Person.user_id), col(Publication.published_at), col(Publication.withdrawn_at),
        col(Publication.withdrawn_by_id),
    )
    .join(Person, col(Person.id) == col(Publication.published_by_id))
    .order_by(col(Publication.id).desc())
)  # fmt: skip
HERE = PUBLISHED.where(col(Publication.municipality_id) == bindparam("municipality"))
NEWEST_PAGE = HERE.where(col(Publication.form) == PublicationForm.PAGE).limit(1)
ONE = PUBLISHED.add_columns(col(Publication.content)).where(col(Publication.id) == bindparam("publication"))
SERVED = (
    PUBLISHED.add_columns(col(Publication.content))
    .join(Municipality, col(Municipality.id) == col(Publication.municipality_id))
    .where(col(Municipality.key) == bindparam("key"), col(Publication.form) == PublicationForm.PAGE)
    .limit(1)
)
_agreed_here = select(col(AgreementMunicipality.agreement_id)).where(
    col(AgreementMunicipality.municipality_id) == bindparam("municipality")
)
_sharing = select(col(AgreementMunicipality.municipality_id)).where(
    col(AgreementMunicipality.agreement_id).in_(_agreed_here)
)
TELLING_ALIKE = select(col(Municipality.id)).where(
    or_(col(Municipality.id) == bindparam("municipality"), col(Municipality.id).in_(_sharing))
)
_told_alike = col(Publication.municipality_id).in_(TELLING_ALIKE)
TOLD = (
    select(col(Publication.first), col(Publication.last), col(Publication.people))
    .where(_told_alike)
    .order_by(col(Publication.id))
)
TIMES_TOLD = select(func.count()).select_from(Publication).where(_told_alike)
KEY = select(col(Municipality.key)).where(col(Municipality.id) == bindparam("municipality"))


def served(session: Session, key: str) -> str | Withheld | None:
    """The newest page of the municipality with that key; None also when it has been withdrawn."""
    row = session.connection().execute(SERVED, {"key": key}).first()
    if row is None:
        return None
    *found, content = row
    newest = Published(*found)
    if newest.withheld:
        return Withheld(contact(session, newest.municipality_id))
    return str(content) if newest.stands else None


def newest_page(session: Session, municipality_id: int) -> Published | None:
    row = session.connection().execute(NEWEST_PAGE, {"municipality": municipality_id}).first()
    return Published(*row) if row else None


def find(session: Session, publication_id: int) -> tuple[Published, str] | None:
    """With its content."""
    row = session.connection().execute(ONE, {"publication": publication_id}).first()
    return (Published(*row[:-1]), row[-1]) if row else None


def telling_alike(session: Session, municipality_id: int) -> list[int]:
    """It, and the others that its agreements hold in: their pages tell of the same activities."""
    return list(session.connection().execute(TELLING_ALIKE, {"municipality": municipality_id}).scalars())


def times_told(session: Session, municipality_id: int) -> int:
    """How much `told` is made of, which only grows."""
    times: int = session.connection().execute(TIMES_TOLD, {"municipality": municipality_id}).scalar_one()
    return times


def told(session: Session, municipality_id: int) -> list[ToldNumbers]:
    """All of it, the oldest first, by all that tell alike; also what was withdrawn, for it has been read."""
    found: list[ToldNumbers] = []
    for first, last, people in session.connection().execute(TOLD, {"municipality": municipality_id}):
        numbers: dict[Period, dict[str, float]] = {}
        for key, value in people.items():
            name, *days = key.split(" ")
            about = Period(*map(date.fromisoformat, days)) if days else Period(first, last)
            numbers.setdefault(about, {})[name] = value
        found += [ToldNumbers(about, some) for about, some in numbers.items()]
    return found


def add(
    session: Session,
    municipality_id: int,
    period: Period,
    form: PublicationForm,
    content: str,
    told: Iterable[ToldNumbers],
    by: int,
    now: datetime,
) -> int:
    people = {key: value for one in told for key, value in _people(one, period)}
    row = Publication(
        municipality_id=municipality_id, first=period.first, last=period.last, form=form, content=content,
        people=people, published_by_id=by, published_at=now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row.id


def _people(one: ToldNumbers, period: Period) -> Iterator[tuple[str, float]]:
    """What is of another stretch of time than the page says of which."""
    days = "" if one.period == period else f" {one.period.first} {one.period.last}"
    return ((f"{name}{days}", value) for name, value in one.numbers.items())


def withdraw(session: Session, publication_id: int, by: int, now: datetime) -> bool:
    """Also what is withheld; False when somebody did before."""
    mine = update(Publication).where(col(Publication.id) == publication_id, col(Publication.withdrawn_by_id).is_(None))
    return session.connection().execute(mine.values(withdrawn_by_id=by, withdrawn_at=now)).rowcount == 1


def withhold(session: Session, publication_id: int, now: datetime) -> None:
    mine = update(Publication).where(col(Publication.id) == publication_id)
    session.connection().execute(mine.values(withdrawn_at=now))


def key_of(session: Session, municipality_id: int) -> str:
    key: str = session.connection().execute(KEY, {"municipality": municipality_id}).scalar_one()
    return key


def contact(session: Session, municipality_id: int) -> Contact | None:
    row = session.get(models.PublicContact, municipality_id, populate_existing=True)
    if row is None:
        return None
    return Contact(stated_on=local_day(row.changed_at), **{name: getattr(row, name) for name in FIELDS})


def save_contact(session: Session, municipality_id: int, wanted: Contact, by: int, now: datetime) -> None:
    values = {name: value for name, value in asdict(wanted).items() if name in FIELDS}
    row = models.PublicContact(municipality_id=municipality_id, changed_by_id=by, changed_at=now, **values)
    session.merge(row)
    session.flush()
