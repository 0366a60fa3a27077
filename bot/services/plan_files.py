"""A plan as a file: read, compared with what is there, taken in all or nothing, and given out."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from pathlib import PurePath

from sqlmodel import Session

from bot.documents import plan_csv, plan_sheet
from bot.domain.agreement_difference import Difference, withheld
from bot.domain.agreement_extract import with_extract
from bot.domain.agreement_file import (
    AgreementFile,
    FileError,
    Problem,
    dump_yaml,
    has_words,
    load_yaml,
    read_agreement,
    write_agreement,
)
from bot.domain.calendar import local_day
from bot.domain.errors import NotAllowed, UserError
from bot.domain.permissions import Action, Actor
from bot.services import agreements
from bot.services.plan_comparison import Compared, compare, put_in
from storage import agreement_rows, plan_files
from storage.models import Agreement

SHEETS = (".xlsx", ".csv")
SUFFIXES = (*SHEETS, ".yaml", ".yml")
NOT_A_PLAN = "Jag kan inte läsa den sortens fil som plan. Skicka en .xlsx, .csv eller .yaml."
NOT_TEXT = "går inte att läsa som text i UTF-8."
ONLY_COORDINATORS = "Bara samordnaren i {place} lägger in planer där."
NEW_PLACE = "{place} finns inte i boten än. Be administratören lägga till kommunen."
UNCHANGED = "Inget är ändrat."
NOT_HERE = "Bara samordnaren lägger in planer, så inget är sparat. Säg gärna till samordnaren om du har ett förslag."
STAYS_PROTECTED = "Bara samordnaren tar bort skyddet från en aktivitet, här ”{title}”. Inget är ändrat."
ELSEWHERE = "Bara samordnaren där överenskommelsen ”{key}” gäller knyter en annan till den. Inget är ändrat."
NO_PLAN = "Det finns ingen plan att skicka som du samordnar. Be samordnaren om den."


def read_plan_file(name: str, content: bytes, told: Callable[[int], None] = lambda _rows: None) -> AgreementFile:
    """`told` hears how many rows of a workbook are read. Raises FileError, and UserError for another sort of file."""
    match PurePath(name).suffix.lower():
        case ".xlsx":
            return plan_sheet.read(content, told)
        case ".csv":
            return plan_csv.read(content)
        case ".yaml" | ".yml":
            return read_agreement(load_yaml(_text(content)))
    raise UserError(NOT_A_PLAN)


def written(suffix: str, file: AgreementFile | None) -> bytes:
    """`suffix` as in `SUFFIXES`; without a file a template, which YAML has none of.

    A file carries itself along as it is now, so that it is known later what was changed in it.
    """
    file = with_extract(file) if file else None
    if suffix == ".xlsx":
        return plan_sheet.write(file)
    if suffix == ".csv":
        return plan_csv.write(file)
    if file is None or suffix not in SUFFIXES:
        raise UserError("En plan skrivs som .xlsx, .csv eller .yaml, en mall som .xlsx eller .csv.")
    return dump_yaml(write_agreement(file)).encode()


def difference(session: Session, file: AgreementFile, now: datetime, *, file_counts: bool = False) -> Difference:
    return compare(session, file, now, file_counts=file_counts).difference


def take_in(
    session: Session, actor: Actor | None, file: AgreementFile, now: datetime, *, file_counts: bool = False
) -> Difference:
    """What was changed. Without an actor it is the command line. Raises NotAllowed and UserError.

    `file_counts`: also over what was changed here since the file was made.
    """
    if actor:
        check_may(session, actor, file, now)
    compared = compare(session, file, now, file_counts=file_counts)
    if actor:
        check_change(session, actor, compared)
    put_in(session, compared, now, actor)
    return compared.difference


def check_may(session: Session, actor: Actor, file: AgreementFile, now: datetime) -> None:
    """Coordinators in all of its municipalities, and administrators. Raises NotAllowed."""
    for why in hindrances(session, actor, file.key, file.municipalities, now):
        raise NotAllowed(f"{why} {UNCHANGED}")


def hindrances(
    session: Session, actor: Actor, key: str, municipalities: Collection[str], now: datetime
) -> Iterator[str]:
    """Why the agreement with the key, or of those municipalities, cannot be taken in; nothing when it can."""
    for name, place in plan_files.places(session, key, municipalities).items():
        if place is None and not plan_files.is_administrator(session, actor.person_id, local_day(now)):
            yield NEW_PLACE.format(place=name)
        if place is not None and not actor.may(Action.PLAN, place):
            yield ONLY_COORDINATORS.format(place=name)


def check_change(session: Session, actor: Actor, compared: Compared) -> None:
    """To belong to another agreement takes the right to plan somewhere there; to replace it, everywhere. NotAllowed."""
    before, after = compared.before, compared.wanted
    _check_keeps_protection(session, actor, before, after)
    ties = ((before and before.parent, after.parent, any), (before and before.replaces, after.replaces, all))
    for was, key, enough in ties:
        if key and key != was and not enough(_may_plan_at(session, actor, key)):
            raise NotAllowed(ELSEWHERE.format(key=key))


def _may_plan_at(session: Session, actor: Actor, key: str) -> list[bool]:
    """For each of the places that the agreement holds in."""
    return [bool(place and actor.may(Action.PLAN, place)) for place in plan_files.places(session, key, ()).values()]


def _check_keeps_protection(
    session: Session, actor: Actor, before: AgreementFile | None, after: AgreementFile
) -> None:  # fmt: skip
    """Time and place are opened only by who may see them. Raises NotAllowed."""
    protected = {one.key for one in before.activities if one.protected} if before else set()
    opened = [one.title for one in after.activities if one.key in protected and not one.protected]
    places = plan_files.places(session, after.key, after.municipalities).values()
    if opened and not all(place and actor.sees(place, protected=True) for place in places):
        raise NotAllowed(STAYS_PROTECTED.format(title=opened[0]))


def exported(session: Session, agreement_id: int) -> tuple[AgreementFile, int]:
    """Without the places of what is protected; how many those are. Raises Gone."""
    return withheld(agreements.read_back(session, agreement_id))


def exportable(session: Session, actor: Actor, about: str = "") -> Sequence[Agreement]:
    """The newest first; `about` are words of a title, or nothing. Raises NotAllowed where there is none."""
    places = actor.municipalities(Action.PLAN)
    every = plan_files.agreements_in(session, places) if places else []
    if not every:
        raise NotAllowed(NO_PLAN)
    return [one for one in every if has_words(one.title, about)] or every


def named(session: Session, key: str | None, municipality: str | None) -> list[int]:
    """Ids, for the command line. Raises UserError when there is none."""
    if key:
        found = agreement_rows.by_key(session, key)
        ids = [found.id] if found else []
    else:
        places = plan_files.places(session, "", [municipality or ""]).values()
        ids = [one.id for one in plan_files.agreements_in(session, [place for place in places if place])]
    if not ids:
        raise UserError(f"Det finns ingen plan för ”{key or municipality}”.")
    return ids


def one_of(allowed: Collection[int], agreement_id: int) -> int:
    """Raises NotAllowed."""
    if agreement_id not in allowed:
        raise NotAllowed(NO_PLAN)
    return agreement_id


def check_may_somewhere(session: Session, actor: Actor, now: datetime) -> None:
    """Raises NotAllowed."""
    if not actor.may_anywhere(Action.PLAN) and not plan_files.is_administrator(
        session, actor.person_id, local_day(now)
    ):
        raise NotAllowed(NOT_HERE)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError([Problem("", NOT_TEXT)]) from error
