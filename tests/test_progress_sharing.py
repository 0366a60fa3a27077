"""How it is going, posted in a channel by a chief, as those in the channel see it."""

import pytest
from sqlmodel import Session, select

from bot.sandbox.house import House
from bot.sandbox.workspace import BOT, Message
from storage.models import AuditEvent
from tests.seen import CHANNEL, heard, pressed, shown, submitted, wrote

SHARED = "Delat av <@U0EVA> i dag, måndag 23 november kl. 9. Siffrorna är från då."


async def shared(house: House, question: str = "läget Timrå") -> str:
    await wrote(house, "eva", question)
    await pressed(house, "eva", "Dela i en kanal")
    return await submitted(house, "eva", channel=channel(house))


def channel(house: House) -> str:
    found = house.sandbox.workspace.find_channel(CHANNEL)
    assert found
    return found.id


def posted(house: House) -> list[Message]:
    return [one for one in house.person("anna").sees(CHANNEL) if one.user == BOT and one.ephemeral_to is None]


async def test_the_form_says_who_will_see_it(full_house: House) -> None:
    await wrote(full_house, "eva", "läget Timrå")
    assert (
        await pressed(full_house, "eva", "Dela i en kanal")
        == """\
*Timrå (exempel)*
Alla i kanalen ser siffrorna, och att du har delat dem. Av det som är skyddat visas bara antal.
I vilken kanal:"""
    )


async def test_the_channel_sees_what_the_chief_sees_who_shared_it_and_no_buttons(full_house: House) -> None:
    assert (
        await shared(full_house)
        == f"*Läget delas i <#{channel(full_house)}>.*\nKommer det inte fram säger jag till dig här i Slack."
    )
    answer = [block for block in heard(full_house.person("eva"))[-1].blocks if block["type"] == "section"]
    post = posted(full_house)[-1]
    assert [block["text"]["text"] for block in post.blocks[:-1]] == [block["text"]["text"] for block in answer]
    assert shown(post).endswith(f"Saknar rapport: 2, den äldsta från torsdag 12 november.\n{SHARED}")
    assert post.text.startswith("Timrå (exempel): 1 aktivitet ligger efter")
    assert post.text.endswith(SHARED)


async def test_the_next_time_of_what_is_protected_is_left_out_for_a_coordinator_too(full_house: House) -> None:
    seen_by_dina = await wrote(full_house, "dina", "läget riktade insatser Timrå")
    assert "visas bara" not in seen_by_dina
    await pressed(full_house, "dina", "Dela i en kanal")
    await submitted(full_house, "dina", channel=channel(full_house))
    assert "Nästa: visas bara för dem som ska vara med." in shown(posted(full_house)[-1])


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            "not_in_channel",
            "Jag är inte med i kanalen.*\nBjud in mig: skriv /invite @Löftet i kanalen. Dela sedan läget en gång till.",
        ),
        ("is_archived", "Kanalen är arkiverad.*\nVälj en annan kanal under Dela i en kanal."),
    ],
)
async def test_who_shared_it_is_told_why_it_did_not_arrive(full_house: House, error: str, told: str) -> None:
    full_house.sandbox.faults.refuse(channel(full_house), error)
    await shared(full_house)
    await full_house.person("eva").close()
    message = heard(full_house.person("eva"))[-1]
    assert shown(message) == f"*Läget kom inte fram i <#{channel(full_house)}>. {told}"
    assert posted(full_house) == []


async def test_that_it_was_shared_is_written_down(full_house: House) -> None:
    await shared(full_house)

    def events(session: Session) -> list[AuditEvent]:
        return list(session.exec(select(AuditEvent).where(AuditEvent.action == "share")))

    (event,) = await full_house.bot.db.read(events)
    assert (event.subject, event.detail) == ("agreement", {"channel": channel(full_house)})


async def test_a_direct_message_is_no_channel(full_house: House) -> None:
    await wrote(full_house, "eva", "läget Timrå")
    await pressed(full_house, "eva", "Dela i en kanal")
    form = await submitted(full_house, "eva", channel=full_house.person("eva").dm.id)
    assert form.endswith("← Välj en kanal. Ett direktmeddelande är ingen kanal.")
