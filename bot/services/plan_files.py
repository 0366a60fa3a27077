"""A plan as a file: read, compared with what is there, taken in all or nothing, and given out."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Any

from sqlmodel import Session

from bot.documents import plan_csv, plan_sheet
from bot.domain import agreement_difference
from bot.domain.agreement_difference import Difference, with_places, withheld
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
from bot.domain.errors import Gone, NotAllowed, UserError
from bot.domain.permissions import Action, Actor
from bot.domain.words import DraftPurpose
from bot.services import agreements
from storage import agreement_activities, agreement_rows, plan_files, records
from storage.models import Agreement

SHEETS = (".xlsx", ".csv")
SUFFIXES = (*SHEETS, ".yaml", ".yml")
KEEP = timedelta(days=1)
NOT_A_PLAN = "Jag kan inte läsa den sortens fil som plan. Skicka en .xlsx, .csv eller .yaml."
NOT_TEXT = "går inte att läsa som text i UTF-8."
OVER = "Förslaget gäller inte längre, så inget är ändrat. Skicka filen igen."
ONLY_COORDINATORS = "Bara samordnaren i {place} lägger in planer där, så inget är ändrat."
NEW_PLACE = "{place} finns inte i boten än. Administratören lägger in den första planen där. Inget är ändrat."
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
    """`suffix` as in `SUFFIXES`; without a file a template, which YAML has none of."""
    if suffix == ".xlsx":
        return plan_sheet.write(file)
    if suffix == ".csv":
        return plan_csv.write(file)
    if file is None or suffix not in SUFFIXES:
        raise UserError("En plan skrivs som .xlsx, .csv eller .yaml, en mall som .xlsx eller .csv.")
    return dump_yaml(write_agreement(file)).encode()


def difference(session: Session, file: AgreementFile) -> Difference:
    return _compared(session, file)[1]


def take_in(session: Session, actor: Actor | None, file: AgreementFile, now: datetime) -> Difference:
    """What was changed. Without an actor it is the command line. Raises NotAllowed and UserError."""
    if actor:
        check_may(session, actor, file, now)
    before, made = _compared(session, file)
    if actor:
        _check_change(session, actor, before, file)
    by = actor.person_id if actor else None
    if before is None:
        agreements.add(session, with_places(None, file), now, added_by=by)
    elif not made.is_empty:
        agreements.update(session, before, with_places(before, file), made, now, changed_by=by)
    return made


def _compared(session: Session, file: AgreementFile) -> tuple[AgreementFile | None, Difference]:
    """With what is there. Raises UserError for a plan that belongs to something that is not."""
    agreements.check_references(session, file)
    found = agreement_rows.by_key(session, file.key)
    if found is None:
        return None, agreement_difference.difference(None, file)
    before = agreements.read_back(session, found.id)
    reported = agreement_activities.with_reports(session, found.id)
    return before, agreement_difference.difference(before, with_places(before, file), reported)


def check_may(session: Session, actor: Actor, file: AgreementFile, now: datetime) -> None:
    """Coordinators in all of its municipalities, and administrators. Raises NotAllowed."""
    for name, place in plan_files.places(session, file.key, file.municipalities).items():
        if place is None and not plan_files.is_administrator(session, actor.person_id, local_day(now)):
            raise NotAllowed(NEW_PLACE.format(place=name))
        if place is not None and not actor.may(Action.PLAN, place):
            raise NotAllowed(ONLY_COORDINATORS.format(place=name))


def _check_change(session: Session, actor: Actor, before: AgreementFile | None, after: AgreementFile) -> None:
    """To belong to another agreement takes the right to plan somewhere there; to replace it, everywhere. NotAllowed."""
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


def proposal(session: Session, actor: Actor, file: AgreementFile, now: datetime) -> Difference:
    """Nothing is changed. Raises NotAllowed and UserError."""
    check_may(session, actor, file, now)
    before, found = _compared(session, file)
    _check_change(session, actor, before, file)
    return found


def kept(file: AgreementFile) -> Mapping[str, Any]:
    """As a draft holds it."""
    made: Mapping[str, Any] = json.loads(json.dumps(write_agreement(file), default=str))
    return made


def keep(session: Session, actor: Actor, kept: Mapping[str, Any], now: datetime) -> int:
    """Until it is decided, or for a day."""
    return records.save_draft(session, actor.person_id, DraftPurpose.AGREEMENT, {"plan": kept}, now + KEEP)


def require_proposed(session: Session, actor: Actor, draft_id: int, now: datetime) -> None:
    """Raises Gone."""
    if not records.has_draft(session, draft_id, actor.person_id, now):
        raise Gone(OVER)


def take_in_proposed(session: Session, actor: Actor, draft_id: int, now: datetime) -> Difference:
    """Raises Gone, NotAllowed and UserError."""
    return take_in(session, actor, read_agreement(_kept(session, actor, draft_id, now)), now)


def forget_proposed(session: Session, actor: Actor, draft_id: int, now: datetime) -> None:
    """Raises Gone."""
    _kept(session, actor, draft_id, now)


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


def _kept(session: Session, actor: Actor, draft_id: int, now: datetime) -> Mapping[str, Any]:
    payload = records.take_draft(session, draft_id, actor.person_id, now)
    if payload is None or "plan" not in payload:
        raise Gone(OVER)
    plan: Mapping[str, Any] = payload["plan"]
    return plan


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError([Problem("", NOT_TEXT)]) from error
