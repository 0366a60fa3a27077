"""A file that somebody shares in the direct message with the bot: fetched and read when the event is acknowledged.

The guarantee: before the acknowledgement it is written down that the person is told, in a while, that nothing came of
it. What comes of it takes that back in its own transaction. So no file is lost in silence when a process ends.
"""

import html
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial
from pathlib import PurePath
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from sqlmodel import Session

from bot.domain.agreement_file import AgreementFile
from bot.domain.agreement_text import Proposal
from bot.domain.errors import NotKnown, Unavailable, UserError
from bot.domain.words import Purpose
from bot.services import agreement_text, plan_files, plan_proposals
from bot.services.plan_proposals import ShownPlan
from bot.views import plan_files as views
from bot.views.blocks import Message
from handlers import delivery, errors, files
from handlers.actor import actor
from handlers.processes import apart
from handlers.request import Request
from storage import outbox, people, records
from storage.database import Database

TEXTS = (".txt", ".docx", ".pdf")
TOLD_AFTER = timedelta(minutes=5)  # reading ends before that, done or given up
HEAVY = 60_000  # bytes: a workbook of some five hundred rows, half a second of work
ONE_AT_A_TIME = "Skicka en fil i taget, så att jag kan svara på var och en. Inget är sparat."
NOT_KNOWN = (
    "Jag kan inte läsa den sortens fil, så inget är sparat. "
    "Skicka planen som .xlsx eller .csv. Skriv mall till mig så får du en att fylla i. "
    "Texten till ett medborgarlöfte kan du skicka som .txt, .docx eller pdf."
)


async def accepted(request: Request, shared: Sequence[Mapping[str, Any]], db: Database) -> bool:
    """Whether there is something to read. Before the acknowledgement. Raises Unavailable."""
    try:
        return await db.write(_first_time, request, shared)
    except UserError as error:
        await db.write(_say, request, "failed", _said(error))
        return False


async def read(request: Request, file: Mapping[str, Any], db: Database, client: AsyncWebClient) -> None:
    try:
        content = await files.fetch(file, client)
        take = _text if _suffix(file) in TEXTS else _plan
        await take(_name(file), content, request, db)
    except Exception as error:  # whatever it is, the person hears of it
        await _failed(_said(error), request, db, client)


async def _plan(name: str, content: bytes, request: Request, db: Database) -> None:
    read = partial(plan_files.read_plan_file, name, content)
    plan = await apart(read, heavy=len(content) > HEAVY)
    found = await db.read(_compared, request, plan)
    kept = await apart(partial(plan_proposals.as_kept, plan), heavy=False)
    await db.bulk(_propose, request, found, kept)


async def _text(name: str, content: bytes, request: Request, db: Database) -> None:
    read = partial(agreement_text.read_file, name, content)
    found = await apart(read, heavy=len(content) > files.HEAVY_TEXT)
    await db.write(_go_through, request, found)


def _said(error: Exception) -> Message:
    """What is wrong with a file is told in its own words, which must not mean anything to Slack."""
    if isinstance(error, UserError) and not isinstance(error, NotKnown):
        return views.refused(error.sentence)
    return errors.sentence(error, {})


async def _failed(said: Message, request: Request, db: Database, client: AsyncWebClient) -> None:
    """Through the outbox, so that it comes after what was said before."""
    try:
        await db.write(_say, request, "failed", said)
    except Unavailable:
        await delivery.direct(said, request.user_id, client)


def _first_time(session: Session, request: Request, shared: Sequence[Mapping[str, Any]]) -> bool:
    """Says that it is being read. Raises UserError, and NotAllowed for who coordinates nowhere."""
    if not records.first_time(session, request.key, request.now):
        return False
    who = actor(session, request)
    if len(shared) > 1:
        raise UserError(ONE_AT_A_TIME)
    if _suffix(shared[0]) not in (*plan_files.SHEETS, *TEXTS):
        raise UserError(NOT_KNOWN)
    plan_files.check_may_somewhere(session, who, request.now)
    # What is read is proposed to the person, and must not overtake that it is being read.
    people.learn_conversation(session, who.person_id, request.channel)
    name = _name(shared[0])
    _say(session, request, "reading", views.reading(name))
    _put(session, request, "stopped", views.stopped(name), TOLD_AFTER)
    return True


def _compared(session: Session, request: Request, plan: AgreementFile) -> ShownPlan:
    who = actor(session, request)
    return plan_proposals.show(session, who, plan, request.now)


def _propose(session: Session, request: Request, found: ShownPlan, kept: Mapping[str, Any]) -> None:
    who = actor(session, request)
    leaves = found.difference.leaves_all
    draft = None if leaves else plan_proposals.keep(session, who, kept, found.fingerprint, request.now)
    _say(session, request, "read", views.proposed(found.difference, draft))


def _go_through(session: Session, request: Request, read: Proposal) -> None:
    if records.first_time(session, _key(request, "read"), request.now):
        outbox.drop(session, _key(request, "stopped"))
        who = actor(session, request)
        agreement_text.begin(session, who, read, request.now)


def _say(session: Session, request: Request, step: str, said: Message) -> None:
    if records.first_time(session, _key(request, step), request.now):
        outbox.drop(session, _key(request, "stopped"))
        _put(session, request, step, said)


def _put(session: Session, request: Request, step: str, said: Message, after: timedelta = timedelta()) -> None:
    due, key = request.now + after, _key(request, step)
    outbox.put(session, key=key, purpose=Purpose.REPLY, due_at=due, channel=request.channel, payload=said)


def _key(request: Request, step: str) -> str:
    return f"upload:{request.key}:{step}"


def _name(file: Mapping[str, Any]) -> str:
    return html.unescape(str(file.get("name") or file.get("title") or ""))


def _suffix(file: Mapping[str, Any]) -> str:
    return PurePath(_name(file)).suffix.lower()
