"""From the outbox to Slack when nothing goes wrong: what is due, once, in order, at Slack's pace."""

import asyncio
from datetime import timedelta

from bot.domain.words import MessageState, Purpose
from storage import records
from tests.post_office import PostOffice
from tests.sandbox_bot import ANNA, BO, START

SECOND = timedelta(seconds=1)


async def test_what_is_due_is_sent_once(office: PostOffice) -> None:
    await office.put("Hej")
    sender = office.sender()
    await sender.send_all()
    await sender.send_all()

    assert office.seen() == ["Hej"]


async def test_what_was_sent_can_be_found_again_in_slack(office: PostOffice) -> None:
    await office.put("Hej")
    await office.sender().send_all()

    [row], [message] = await office.rows(), office.slack.sandbox.person(ANNA).sees(ANNA)
    assert (row.state, row.slack_channel, row.slack_ts) == (MessageState.SENT, message.channel, message.ts)
    assert message.metadata == {"event_type": "lofte_message", "event_payload": {"id": row.id}}


async def test_what_is_not_due_waits_for_the_business_clock(office: PostOffice) -> None:
    await office.put("Sedan", due_at=START + timedelta(hours=1))
    sender = office.sender()
    await sender.send_all()
    before = office.seen()
    office.slack.sandbox.clock.wind(timedelta(hours=1))
    await sender.send_all()

    assert (before, office.seen()) == ([], ["Sedan"])


async def test_a_person_reads_in_the_order_in_which_things_became_due(office: PostOffice) -> None:
    for number in (3, 1, 2):
        await office.put(f"{number}", due_at=START - timedelta(hours=1) + number * SECOND)
    await office.sender().send_all()

    assert office.seen() == ["1", "2", "3"]


async def test_a_channel_gets_one_message_a_second(office: PostOffice) -> None:
    for text in ("1", "2", "3"):
        await office.put(text)
    await office.put("Hej", channel=BO)
    sender = office.sender(pace=SECOND)
    await sender.send_all()

    assert (office.seen(), office.seen(BO)) == (["1"], ["Hej"])
    assert await office.later(sender, 1) == ["1", "2"]
    assert await office.later(sender, 1) == ["1", "2", "3"]
    assert office.faults.calls["conversations.history"] == 0


async def test_two_senders_send_each_message_once(office: PostOffice) -> None:
    texts = [f"{number:02}" for number in range(60)]
    for text in texts:
        await office.put(text)
    await asyncio.gather(office.sender().send_all(), office.sender().send_all())

    assert sorted(office.seen()) == texts


async def test_an_update_replaces_the_message_that_it_is_about(office: PostOffice) -> None:
    await office.put("Hur gick det?")
    await office.sender().send_all()
    await office.add(key="update", updates_id=1, payload={"text": "Sparat"})
    await office.sender().send_all()

    assert office.seen() == ["Sparat"]


async def test_an_update_of_what_is_gone_comes_as_a_new_message(office: PostOffice) -> None:
    await office.put("Hur gick det?")
    await office.sender().send_all()
    workspace = office.slack.sandbox.workspace
    workspace.delete(office.slack.sandbox.person(ANNA).sees(ANNA)[0])
    await office.add(key="update", updates_id=1, payload={"text": "Sparat"})
    await office.sender().send_all()

    assert office.seen() == ["Sparat"]


async def test_what_was_said_is_forgotten_after_a_week_and_what_waits_is_not(office: PostOffice) -> None:
    await office.put("Hej")
    await office.sender().send_all()
    await office.put("Sedan", due_at=START + timedelta(hours=1))
    texts = []
    for days in (6, 8):
        await office.db.write(records.forget_old, START + timedelta(days=days))
        texts.append([(row.payload or {}).get("text") for row in await office.rows()])

    assert texts == [["Hej", "Sedan"], [None, "Sedan"]]


async def test_a_running_sender_is_woken(office: PostOffice) -> None:
    sender = office.sender()
    running = asyncio.create_task(sender.run())
    await office.put("Hej")
    sender.wake()
    await office.slack.sandbox.person(ANNA).until(office.seen)
    sender.stop()
    await running

    assert office.seen() == ["Hej"]


async def test_a_message_that_cannot_be_built_holds_up_nobody(office: PostOffice) -> None:
    await office.put("Hej")
    await office.add(key="broken", purpose=Purpose.REMINDER)
    await office.sender().send_all()

    assert office.seen() == ["Hej"]
    assert [row.state for row in await office.rows()] == [MessageState.SENT, MessageState.LEASED]
