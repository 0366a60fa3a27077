"""What a lease is worth: the one who has it decides what becomes of the message."""

from datetime import timedelta

from bot.domain.words import MessageState
from bot.services import sending
from bot.services.files_sent import INSTEAD
from storage import leases, marks
from storage.leases import Taken
from storage.marks import Mark
from storage.pace import Pace
from tests.post_office import PostOffice

LENGTH = timedelta(seconds=60)


async def taken(office: PostOffice, owner: str = "sender") -> Taken:
    now = office.real.now()
    [message] = await office.db.write(
        leases.take, now=now, real_now=now, owner=owner, limit=1, length=LENGTH, at_pace=Pace(timedelta(0))
    )
    return message


async def not_taken_by_slack(office: PostOffice, message: Taken) -> None:
    now = office.real.now()
    await office.db.write(marks.mark, "sender", [Mark(message, MessageState.PENDING, now, not_before=now, surely=True)])


async def test_who_has_the_lease_says_what_became_of_it(office: PostOffice) -> None:
    await office.put("Hej")
    await not_taken_by_slack(office, await taken(office))

    [row] = await office.rows()
    assert (row.state, row.attempts) == (MessageState.PENDING, 0)


async def test_what_comes_too_late_says_nothing_of_the_next_attempt(office: PostOffice) -> None:
    await office.put("Hej")
    first = await taken(office)
    office.real.wind(LENGTH + timedelta(seconds=1))
    await taken(office)
    await not_taken_by_slack(office, first)

    [row] = await office.rows()
    assert (row.state, row.attempts) == (MessageState.LEASED, 2)


async def test_a_refusal_that_comes_too_late_sends_nothing_in_its_place(office: PostOffice) -> None:
    await office.add(key="reply:1", payload={"text": "Diagram", INSTEAD: [{"text": "Så går det"}]})
    first = await taken(office)
    office.real.wind(LENGTH + timedelta(seconds=1))
    await taken(office, "another")
    refused = Mark(first, MessageState.FAILED, office.real.now(), error="invalid_blocks")
    await office.db.write(sending.finish, "sender", [refused], office.real.now())

    [row] = await office.rows()
    assert (row.state, row.owner) == (MessageState.LEASED, "another")
