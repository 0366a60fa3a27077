"""A chart that Slack does not draw comes as a picture, whatever goes wrong on the way."""

import logging
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot.domain.words import MessageState, Purpose
from bot.sandbox.faults import Fault
from bot.sandbox.house import House
from bot.services.files_sent import INSTEAD, PICTURE
from bot.views.progress_chart import not_sent
from handlers.answers import Answer, Draw
from handlers.files_sent import TRIES
from handlers.posting import TIMEOUT
from handlers.request import Request
from handlers.routing import Router
from handlers.sending import Limits
from handlers.tables import reads
from storage.models import OutboxMessage
from tests.databases import on_one_database
from tests.post_office import PostOffice
from tests.sandbox_bot import ANNA, START
from tests.seen import heard, wrote

COMPLETED = "files.completeUploadExternal"
BLOCK = {"type": "data_visualization"}
DRAWN = {"name": "diagram.png", "title": "Timrå", "bars": [["Trafikkontroller", 20, 24, "20 av 24 planerade", 20]]}
PLAIN = {"text": "Så går det i Timrå"}
PICTURE_OF_IT = {"text": "", PICTURE: DRAWN, INSTEAD: [not_sent()]}
NOT_SENT = "Diagrammet kom inte fram. Inget annat är ändrat. Be om det igen om en minut."


@pytest.fixture
def office(office: PostOffice) -> PostOffice:
    office.faults.unknown_blocks.add("data_visualization")
    return office


async def put(office: PostOffice, payload: dict[str, Any], **more: Any) -> None:
    await office.add(key="reply:1", purpose=Purpose.REPLY, payload=payload, **more)


def pictures(office: PostOffice) -> list[str]:
    return [file.name for message in office.slack.sandbox.person(ANNA).sees(ANNA) for file in message.files]


async def test_what_it_says_comes_before_the_picture(office: PostOffice) -> None:
    await put(office, {"text": "Diagram", "blocks": [BLOCK], INSTEAD: [PLAIN, PICTURE_OF_IT]})

    await office.sender().send_all()

    assert (office.seen(), pictures(office)) == ([PLAIN["text"], ""], ["diagram.png"])
    rows = await office.rows()
    assert [(row.state, row.payload is None) for row in rows[1:]] == [(MessageState.SENT, True)] * 2


@on_one_database
async def test_that_slack_draws_no_charts_is_no_failure(office: PostOffice, caplog: pytest.LogCaptureFixture) -> None:
    await put(office, {"text": "Diagram", "blocks": [BLOCK], INSTEAD: [PLAIN]})
    sender = office.sender()

    with caplog.at_level(logging.INFO, "handlers.sending"):
        await sender.send_all()

    assert caplog.record_tuples == [("handlers.sending", logging.INFO, "sending 1: refused, invalid_blocks")]
    assert (office.seen(), sender.post.counts) == ([PLAIN["text"]], {"sent": 1, "failed": 0})


@on_one_database
async def test_that_slack_refuses_what_has_nothing_in_its_stead_is_one(
    office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    await put(office, {"text": "Diagram", "blocks": [BLOCK]})
    sender = office.sender()

    await sender.send_all()

    assert caplog.record_tuples == [("handlers.sending", logging.ERROR, "sending 1: refused, invalid_blocks")]
    assert (office.seen(), sender.post.counts) == ([], {"sent": 0, "failed": 1})


@on_one_database
async def test_a_picture_that_did_not_arrive_is_tried_again(office: PostOffice) -> None:
    await put(office, PICTURE_OF_IT)
    office.faults.next(COMPLETED, Fault.SERVER_ERROR)
    sender = office.sender()

    await sender.send_all()
    assert pictures(office) == []

    await office.later(sender, 60)
    assert (office.seen(), pictures(office), sender.post.counts["sent"]) == ([""], ["diagram.png"], 1)


@on_one_database
async def test_who_waits_for_a_picture_that_never_arrives_is_told(office: PostOffice) -> None:
    await put(office, PICTURE_OF_IT, attempts=TRIES, first_attempt_at=START)
    sender = office.sender()

    await sender.send_all()

    assert (office.seen(), pictures(office), sender.post.counts["failed"]) == ([NOT_SENT], [], 1)


@on_one_database
async def test_a_picture_that_was_drawn_too_slowly_has_been_tried(office: PostOffice) -> None:
    await put(office, PICTURE_OF_IT)
    sender = office.sender()
    sender.limits = Limits(lease=TIMEOUT)

    await sender.send_all()

    [row] = await office.rows()
    assert (row.state, row.attempts, row.error) == (MessageState.PENDING, 1, "not_made")


@on_one_database
async def test_a_chart_is_written_down_before_it_is_acknowledged_and_once(office: PostOffice) -> None:
    """However often Slack sends the command, and whatever becomes of the process that answered."""
    draw = Draw({"text": "Diagram"}, [PLAIN])
    asked = Request(key="command:1", team_id="T1", user_id=ANNA, now=START)

    def answer(_session: Session, _request: Request) -> Answer:
        return draw

    router = Router(tables=None, db=office.db, now=lambda: START)  # type: ignore[arg-type]
    for _ in range(2):
        assert await router.answer(reads(answer), asked) == draw

    [row] = await office.rows()
    assert (row.key, row.channel, row.payload) == ("reply:command:1", ANNA, {"text": "Diagram", INSTEAD: [PLAIN]})


@on_one_database
async def test_asked_for_in_a_chat_it_goes_through_the_outbox(full_house: House) -> None:
    await wrote(full_house, "eva", "diagram Timrå")
    message = heard(full_house.person("eva"))[-1]

    def sent(session: Session) -> str:
        return session.exec(select(OutboxMessage.key).where(col(OutboxMessage.slack_ts) == message.ts)).one()

    assert (await full_house.bot.db.read(sent)).startswith("reply:event:")
