"""Slack's pace, for one process and for several: each channel, the whole workspace, and who goes first."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.words import MessageState, Purpose
from bot.sandbox.faults import Fault
from bot.sandbox.workspace import BOT
from handlers.posting import ALL_CHANNELS
from handlers.sending import Limits, Sender
from storage.pace import Pace
from tests.post_office import PostOffice
from tests.sandbox_bot import ANNA, BO, START

POST = "chat.postMessage"
SECOND = timedelta(seconds=1)
MANY = [f"C{number}" for number in range(30)]


def paced(office: PostOffice, per_second: float, burst: int) -> Sender:
    limits = Limits(Pace(SECOND, per_second, burst))
    return Sender(office.db, office.client, office.slack.sandbox.clock.now, real_now=office.real.now, limits=limits)


async def sent(office: PostOffice) -> int:
    return sum(row.state is MessageState.SENT for row in await office.rows())


@pytest.fixture
def channels(office: PostOffice) -> None:
    for name in MANY:
        office.slack.sandbox.workspace.add_channel(name, [BOT, ANNA])


async def put_in_each(office: PostOffice, count: int) -> None:
    ids = [channel.id for channel in office.slack.sandbox.workspace.channels.values() if channel.name in MANY]
    for channel in ids[:count]:
        await office.put(f"Till {channel}", channel=channel)


@pytest.mark.usefixtures("channels")
async def test_a_burst_is_spread_over_the_whole_workspace(office: PostOffice) -> None:
    await put_in_each(office, 20)
    first, second = paced(office, 2, 5), paced(office, 2, 5)
    await asyncio.gather(first.send_all(), second.send_all())
    counts = [await sent(office)]
    for _ in range(3):
        await office.later(first, 1)
        await second.send_all()
        counts.append(await sent(office))

    assert counts == [5, 7, 9, 11]


async def test_no_two_processes_post_to_a_channel_within_a_second(office: PostOffice) -> None:
    for text in ("1", "2"):
        await office.put(text)
    await office.sender(pace=SECOND).send_all()
    other = office.sender(pace=SECOND)

    assert await office.later(other, 0.9) == ["1"]
    assert await office.later(other, 0.1) == ["1", "2"]


async def test_what_answers_somebody_goes_before_all_that_is_due(office: PostOffice) -> None:
    await office.put("Påminnelse", channel=BO, due_at=START - timedelta(hours=1))
    await office.add(key="reply", purpose=Purpose.REPLY, payload={"text": "Sparat"})
    await paced(office, 1, 1).send_all()

    assert (office.seen(), office.seen(BO)) == (["Sparat"], [])


async def test_a_channel_that_is_limited_holds_up_no_other(office: PostOffice) -> None:
    office.faults.retry_after = 7
    office.faults.next(POST, Fault.RATE_LIMITED)
    await office.put("Till Anna 1", due_at=START - SECOND)
    await office.put("Till Anna 2")
    sender = office.sender()
    await sender.send_all()
    await office.put("Till Bo", channel=BO)
    await sender.send_all()

    assert (office.seen(), office.seen(BO)) == ([], ["Till Bo"])
    assert await office.later(sender, 6.9) == []
    assert await office.later(sender, 0.1) == ["Till Anna 1", "Till Anna 2"]


@pytest.mark.usefixtures("channels")
async def test_when_channel_after_channel_is_limited_all_wait(office: PostOffice) -> None:
    office.faults.retry_after = 7
    office.faults.next(POST, Fault.RATE_LIMITED, times=ALL_CHANNELS)
    await put_in_each(office, ALL_CHANNELS)
    sender = office.sender()
    await sender.send_all()
    await office.put("Hej")

    assert await office.later(sender, 6.9) == []
    assert office.faults.calls[POST] == ALL_CHANNELS
    assert await office.later(sender, 0.1) == ["Hej"]
    assert await sent(office) == ALL_CHANNELS + 1
