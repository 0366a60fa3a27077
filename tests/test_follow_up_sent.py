"""The files of a follow-up come, whatever goes wrong between the press of the button and Slack."""

from collections.abc import Mapping
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from sqlmodel import Session, delete, update

from bot.domain.words import FollowUpState, MessageState, Role
from bot.report import follow_up_json
from bot.sandbox.faults import Fault
from handlers import TABLES
from handlers.answers import Bring
from handlers.files_sent import TRIES
from handlers.request import Request
from handlers.routing import Router
from storage.models import FollowUpVersion, OutboxMessage, Person, RoleGrant
from tests.databases import on_one_database
from tests.factories import TEAM, municipality, person
from tests.follow_ups import YEAR, timra
from tests.post_office import PostOffice
from tests.sandbox_bot import ANNA, START

COMPLETED = "files.completeUploadExternal"
NAME = "uppfoljning_timra_2026"
NOT_SENT = "Uppföljningen för Timrå 2026 kom inte fram. Inget annat är ändrat. Be om den igen om en minut."


class Listening(AsyncWebClient):
    """Keeps what is asked of Slack."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.asked: list[Mapping[str, Any]] = []

    async def api_call(self, api_method: str, **given: Any) -> AsyncSlackResponse:
        self.asked.append(given.get("params") or {})
        return await super().api_call(api_method, **given)


def settled(session: Session) -> None:
    """Timrå's, and Anna coordinates there."""
    timra_ = municipality(session, "Timrå")
    anna = person(session, ANNA, Role.COORDINATOR, place=timra_)
    session.add(
        FollowUpVersion(
            municipality_id=timra_.id, first=YEAR.first, last=YEAR.last, version=1, state=FollowUpState.SETTLED,
            content=follow_up_json.dump(timra()), made_by_id=anna.id, made_at=START, settled_by_id=anna.id,
            settled_at=START,
        )
    )  # fmt: skip
    session.flush()


@pytest.fixture
async def office(office: PostOffice) -> PostOffice:
    await office.db.write(settled)
    return office


async def pressed(office: PostOffice, form: str = "csv") -> None:
    """As far as the acknowledgement."""
    router = Router(TABLES, office.db, lambda: START)
    asked = Request("action:1", TEAM, ANNA, START, value=f"{form}:1")
    assert isinstance(await router.answer(TABLES.actions["follow_up_file"], asked), Bring)


def files(office: PostOffice) -> dict[str, bytes]:
    seen = office.slack.sandbox.person(ANNA).sees(ANNA)
    return {file.name: file.content for message in seen for file in message.files}


@on_one_database
async def test_it_is_written_down_before_it_is_acknowledged_and_once(office: PostOffice) -> None:
    """However often Slack sends the press, and whatever becomes of the process that answered."""
    for _ in range(2):
        await pressed(office)

    [row] = await office.rows()
    assert (row.key, row.channel) == ("file:action:1", ANNA)
    assert row.payload
    assert row.payload["file"] == {"version": 1, "form": "csv", "person": 1}


async def test_another_process_makes_it_when_it_is_sent(office: PostOffice) -> None:
    await pressed(office)

    await office.sender().send_all()

    [row] = await office.rows()
    assert ([*files(office)], office.seen(), row.state) == ([f"{NAME}.csv"], [""], MessageState.SENT)


@on_one_database
async def test_with_charts_it_is_made_in_a_process_of_its_own(office: PostOffice) -> None:
    await pressed(office, "docx")

    await office.sender().send_all()

    assert files(office)[f"{NAME}.docx"].startswith(b"PK")


@on_one_database
async def test_nothing_empty_is_said_of_it(office: PostOffice) -> None:
    """A file has no picture to describe, and what there was to say was said when it was asked for."""
    office.client = client = Listening(token=office.client.token, base_url=office.client.base_url)
    await pressed(office)

    await office.sender().send_all()

    assert [*files(office)] == [f"{NAME}.csv"]
    assert [key for asked in client.asked for key, value in asked.items() if value == ""] == []


@on_one_database
async def test_what_did_not_arrive_is_tried_again(office: PostOffice) -> None:
    await pressed(office)
    office.faults.next(COMPLETED, Fault.SERVER_ERROR)
    sender = office.sender()
    await sender.send_all()
    assert files(office) == {}

    await office.later(sender, 60)
    assert [*files(office)] == [f"{NAME}.csv"]


@on_one_database
async def test_who_waits_for_what_never_arrives_is_told(office: PostOffice) -> None:
    await pressed(office)
    await office.db.write(_tried)

    await office.sender().send_all()

    assert (office.seen(), files(office)) == ([NOT_SENT], {})


@on_one_database
async def test_what_cannot_be_read_is_given_up_and_told(office: PostOffice, caplog: pytest.LogCaptureFixture) -> None:
    await pressed(office)
    await office.db.write(_unreadable)
    sender = office.sender()

    await sender.send_all()
    assert (office.seen(), sender.post.counts["failed"]) == ([], 0)

    for _ in range(TRIES):
        await office.later(sender, 3600)
    assert (office.seen(), sender.post.counts["failed"]) == ([NOT_SENT], 1)
    assert "sending 1: refused, given_up" in caplog.messages


@on_one_database
async def test_what_is_gone_is_given_up_at_once(office: PostOffice) -> None:
    await pressed(office)
    await office.db.write(_gone)

    await office.sender().send_all()

    row, _ = await office.rows()
    assert (office.seen(), row.state) == ([NOT_SENT], MessageState.FAILED)


@on_one_database
async def test_who_may_not_see_it_any_more_does_not_get_it(office: PostOffice) -> None:
    await pressed(office)
    await office.db.write(_without_roles)

    await office.sender().send_all()

    assert (office.seen(), files(office)) == ([NOT_SENT], {})


@on_one_database
async def test_who_has_left_gets_nothing(office: PostOffice) -> None:
    await pressed(office)
    await office.db.write(_left)

    await office.sender().send_all()

    [row] = await office.rows()
    assert (office.seen(), row.state) == ([], MessageState.DROPPED)


def _without_roles(session: Session) -> None:
    session.exec(delete(RoleGrant))


def _left(session: Session) -> None:
    session.exec(update(Person).values(active=False))


def _unreadable(session: Session) -> None:
    session.exec(update(FollowUpVersion).values(content="{}"))


def _gone(session: Session) -> None:
    session.exec(delete(FollowUpVersion))


def _tried(session: Session) -> None:
    session.exec(update(OutboxMessage).values(attempts=TRIES, first_attempt_at=START))
