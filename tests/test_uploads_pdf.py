"""A promise sent as PDF, in the sandbox."""

from datetime import UTC, datetime, timedelta

from bot.sandbox.faults import Fault
from bot.sandbox.house import House
from tests.agreement_talk import TEXT, messages
from tests.document_files import pdf_file


async def test_a_pdf_is_gone_through_as_a_text_is(house: House) -> None:
    dina = house.person("dina")
    lines = [line.replace("•", "-") for line in TEXT.splitlines()]
    await dina.share(dina.user.id, "löfte.pdf", pdf_file(*lines))

    reading, head, *areas, _ = await messages(house, "dina")
    assert reading == "Jag läser löfte.pdf. Inget är sparat än."
    assert head.startswith("*Förslag ur texten: Medborgarlöfte för Timrå 2027–2028*")
    assert [area.partition("\n")[0] for area in areas] == ["*Fokusområde: Trygghet i centrum*", "*Fokusområde: Unga*"]


async def test_a_pdf_without_text_is_asked_for_as_text(house: House) -> None:
    dina = house.person("dina")
    await dina.share(dina.user.id, "löfte.pdf", pdf_file())

    assert (await messages(house, "dina"))[-1] == (
        "löfte.pdf är inskannad: den har bilder men ingen text. Klistra in texten i stället."
    )


async def test_it_is_said_first_that_it_is_read_also_when_slack_wants_that_later(house: House) -> None:
    house.sandbox.faults.next("chat.postMessage", Fault.RATE_LIMITED)
    dina = house.person("dina")
    await dina.share(dina.user.id, "löfte.pdf", pdf_file(*TEXT.splitlines()))
    await house.settled()
    house.bot.sender.real_now = lambda: datetime.now(UTC) + timedelta(minutes=2)

    assert (await messages(house, "dina"))[0] == "Jag läser löfte.pdf. Inget är sparat än."
