"""All of a municipality's data, for a request to see public records: who may take it out, and what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.documents import take_out_files
from bot.domain import progress_question, take_out_cells
from bot.domain.errors import NotAllowed, UserError
from bot.domain.permissions import Action, Actor
from bot.domain.swedish import fold
from bot.domain.take_out import TakeOut, WithheldRows
from bot.services import follow_up_versions, publications_withheld
from storage import access, agreements, records, take_out
from storage.database import snapshot

NOT_YOU = "Bara samordnaren och administratören tar ut alla uppgifter om en kommun. Be någon av dem."
NOT_WHOLE = "Bara samordnaren tar ut det som är skyddat. Be samordnaren i kommunen."
NO_SUCH = "Det finns ingen kommun som heter ”{name}” i boten. Skriv namnet som det står i överenskommelsen."


@dataclass(frozen=True, slots=True)
class ReadyTakeOut:
    """`offers_protected`: more can be asked for, of what is protected and over."""

    municipality_id: int
    name: str
    withheld: WithheldRows
    offers_protected: bool


def places(session: Session, actor: Actor, text: str) -> Sequence[tuple[int, str]]:
    """Ids and names of those that are meant: all that the person may when the text names none. Raises NotAllowed."""
    names = agreements.places(session)
    asked = progress_question.read(text, names)
    may = set(actor.municipalities(Action.TAKE_OUT))
    meant = {id_ for name in asked.places for id_ in names[name]} & may if asked.places else may
    if not meant:
        raise NotAllowed(NOT_YOU)
    if asked.words and not asked.places:
        raise UserError(NO_SUCH.format(name=" ".join(asked.words)))
    return access.municipalities(session, meant)


def prepare(
    session: Session, actor: Actor, municipality_id: int, now: datetime, *, whole: bool = False
) -> ReadyTakeOut:
    """Writes down that it is taken out. `whole`: what is protected and over too. Raises NotAllowed."""
    if not actor.may(Action.TAKE_OUT, municipality_id):
        raise NotAllowed(NOT_YOU)
    sees = actor.sees(municipality_id, protected=True)
    if whole and not sees:
        raise NotAllowed(NOT_WHOLE)
    note(session, actor.person_id, municipality_id, now, whole=whole)
    [(_, name)] = access.municipalities(session, [municipality_id])
    withheld = replace(take_out.withheld(session, municipality_id, now), whole=whole)
    return ReadyTakeOut(municipality_id, name, withheld, sees and not whole and withheld.over > 0)


def note(session: Session, by: int | None, municipality_id: int, now: datetime, *, whole: bool) -> None:
    records.audit(session, now, by, "take_out", "municipality", municipality_id, whole=whole)


def named(session: Session, name: str) -> int:
    """For the command line. Raises UserError."""
    found = {fold(known): ids for known, ids in agreements.places(session).items() if len(ids) == 1}
    try:
        [municipality_id] = found[fold(name.strip())]
    except KeyError as error:
        raise UserError(NO_SUCH.format(name=name)) from error
    return municipality_id


def gather(session: Session, municipality_id: int, now: datetime, *, whole: bool = False) -> TakeOut:
    rows, names = take_out.rows(session, municipality_id, now), take_out.names(session)
    for one in rows["follow_up_version"] if not whole else ():
        one["content"] = follow_up_versions.handed_out(session, one["content"])
    if not whole:
        publications_withheld.hand_out(session, municipality_id, rows["publication"])
    withheld = replace(take_out.withheld(session, municipality_id, now), whole=whole)
    return take_out_cells.made(rows, names, withheld, now)


def packed(database_url: str, municipality_id: int, now: datetime, *, whole: bool = False) -> bytes:
    """As one zip. It takes seconds, so it is for a process of its own, with a connection of its own."""
    with snapshot(database_url) as session:
        found = gather(session, municipality_id, now, whole=whole)
    return take_out_files.packed(found)
