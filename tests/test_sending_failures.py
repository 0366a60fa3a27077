"""Where Slack, the network or we ourselves fail: nothing is lost, and nothing comes twice while Slack can be asked."""

from datetime import timedelta

import pytest

from bot.domain.words import MessageState
from bot.sandbox.faults import Fault
from handlers.sending import Limits
from storage import leases, marks
from storage.leases import Taken
from storage.marks import Mark
from storage.pace import Pace
from tests.post_office import PostOffice
from tests.sandbox_bot import ANNA, BO, START

POST = "chat.postMessage"
LEASE = Limits().lease


async def die_after_taking(office: PostOffice) -> list[Taken]:
    return await office.db.write(
        leases.take, now=START, real_now=START, owner="dead", limit=10, length=LEASE, at_pace=Pace(timedelta(0))
    )


async def test_a_message_whose_answer_was_lost_is_found_and_not_sent_again(office: PostOffice) -> None:
    office.faults.next(POST, Fault.ANSWER_LOST)
    await office.put("Hej")
    sender = office.sender()
    await sender.send_all()

    assert await office.later(sender, 5) == ["Hej"]
    assert [row.state for row in await office.rows()] == [MessageState.SENT]
    assert office.faults.calls[POST] == 1


async def test_an_answer_is_found_also_when_asking_fails_at_first(office: PostOffice) -> None:
    office.faults.next(POST, Fault.ANSWER_LOST)
    office.faults.next("conversations.history", Fault.RATE_LIMITED)
    office.faults.next("conversations.history", Fault.SERVER_ERROR)
    await office.put("Hej")
    sender = office.sender()
    for seconds in (0, 5, 1, 30):
        await office.later(sender, seconds)

    assert (office.seen(), office.faults.calls[POST]) == (["Hej"], 1)


@pytest.mark.parametrize("surely", [True, False])
async def test_an_older_update_that_was_not_taken_gives_way_to_a_newer(office: PostOffice, surely: bool) -> None:
    await office.put("Hur gick det?")
    await office.sender().send_all()
    await office.add(key="older", updates_id=1, payload={"text": "Flyttat"})
    [older] = await die_after_taking(office)
    await office.add(key="newer", updates_id=1, payload={"text": "Sparat"})
    back = Mark(older, MessageState.PENDING, START, not_before=START, surely=surely)
    await office.db.write(marks.mark, "dead", [back])
    await office.sender().send_all()

    assert [row.state for row in await office.rows()] == [MessageState.SENT, MessageState.DROPPED, MessageState.SENT]
    assert office.seen() == ["Sparat"]


@pytest.mark.parametrize("fault", [Fault.SERVER_ERROR, Fault.TIMEOUT])
async def test_what_slack_did_not_take_comes_at_the_next_try(office: PostOffice, fault: Fault) -> None:
    office.faults.next(POST, fault)
    await office.put("Hej")
    sender = office.sender()
    async with office.impatient():
        await sender.send_all()

    assert await office.later(sender, 4.9) == []
    assert await office.later(sender, 0.1) == ["Hej"]


async def test_the_waits_grow(office: PostOffice) -> None:
    office.faults.next(POST, Fault.SERVER_ERROR, times=3)
    await office.put("Hej")
    sender = office.sender()
    seen = [await office.later(sender, seconds) for seconds in (0, 5, 30, 119, 1)]

    assert seen == [[], [], [], [], ["Hej"]]


async def test_a_rate_limit_is_kept_and_is_no_attempt(office: PostOffice) -> None:
    office.faults.retry_after = 7
    office.faults.next(POST, Fault.RATE_LIMITED)
    await office.put("Hej")
    sender = office.sender()
    seen = [await office.later(sender, seconds) for seconds in (0, 6.9, 0.1)]

    assert seen == [[], [], ["Hej"]]
    assert office.faults.calls["conversations.history"] == 0


async def test_what_slack_refuses_is_failed_with_its_word_for_it(office: PostOffice) -> None:
    office.faults.refuse(ANNA, "user_not_found")
    await office.put("Hej")
    await office.put("Hej Bo", channel=BO)
    await office.sender().send_all()

    rows = await office.rows()
    assert [(row.state, row.error) for row in rows] == [
        (MessageState.FAILED, "user_not_found"),
        (MessageState.SENT, None),
    ]


async def test_a_token_that_does_not_hold_fails_no_message(office: PostOffice) -> None:
    office.faults.refuse(ANNA, "token_revoked")
    await office.put("Hej")
    sender = office.sender()
    await sender.send_all()
    office.faults.accept(ANNA)

    assert await office.later(sender, 5) == ["Hej"]


async def test_what_somebody_took_and_did_not_finish_is_sent_when_the_lease_is_over(office: PostOffice) -> None:
    await office.put("Hej")
    await die_after_taking(office)
    sender = office.sender()

    assert await office.later(sender, 60) == []
    assert await office.later(sender, 0.1) == ["Hej"]
    assert sender.post.counts["asked"] == 1


async def test_where_slack_may_not_be_asked_it_is_sent_rather_than_lost(office: PostOffice) -> None:
    await office.put("Hej")
    await die_after_taking(office)
    office.faults.refuse(office.slack.sandbox.workspace.im(ANNA).id, "missing_scope")
    sender = office.sender()

    assert await office.later(sender, 61) == ["Hej"]
    assert sender.post.counts["unanswered"] == 1


async def test_nothing_is_posted_that_could_outlive_its_lease(office: PostOffice) -> None:
    """Nor given up: when there is time again, it goes."""
    times = iter([START, START + LEASE * 3 / 4])
    sender = office.sender()
    sender.real_now = lambda: next(times, START + LEASE)
    await office.put("Hej")
    await sender.send_all()
    before = office.seen()
    sender.real_now = lambda: START + LEASE + timedelta(seconds=1)
    await sender.send_all()

    assert (before, office.seen(), office.faults.calls[POST]) == ([], ["Hej"], 1)
