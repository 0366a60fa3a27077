"""Posts in channels: only what a coordinator has asked for, never who, never what is protected before it is over."""

from datetime import timedelta

from sqlmodel import Session, select

from bot.sandbox.house import House
from bot.sandbox.workspace import BOT, Message
from bot.services import channel_posts
from storage.models import ChannelPost
from tests.factories import stockholm
from tests.scenes import LEAD, WITH, agreed, planned, scene
from tests.seen import CHANNEL, heard, pressed, shown, submitted, typed, wrote

WEEKLY, REPORTED = "week", "reported"
NEXT_WALK = (stockholm(1, 18, month=12), stockholm(1, 20, month=12))
A_WEEK = timedelta(days=7)
CARE = "Jag skriver aldrig vem som har rapporterat eller inte. Skyddade tillfällen nämns först när de är över."


async def asked(house: House, *what: str, about: str = "Timrå, allt", channel: str = CHANNEL) -> str:
    await typed(house, "dina", "/lofte kanal", channel)
    receipt = await submitted(house, "dina", about=about, what=list(what))
    await house.person("dina").close()
    return receipt


def posted(house: House, channel: str = CHANNEL) -> list[Message]:
    return [one for one in house.person("anna").sees(channel) if one.user == BOT and one.ephemeral_to is None]


async def ticked(house: House, by: timedelta = timedelta(minutes=20)) -> None:
    """What the scheduler does every ten minutes."""
    await house.bot.db.write(channel_posts.plan, house.clock.now())
    await house.wind(by)


async def test_the_form_says_what_can_be_posted_and_what_never_is(house: House) -> None:
    assert (
        await typed(house, "dina", "/lofte kanal")
        == f"""\
{CARE}
Jag måste vara med i kanalen: skriv /invite @Löftet här om jag inte är det.
Vad gäller det:
Vad ska jag posta:"""
    )


async def test_the_channel_is_told_who_asked_for_what(house: House) -> None:
    receipt = await asked(house, WEEKLY, REPORTED)
    what = "veckans tillfällen på måndagar och när något är rapporterat"
    assert receipt.startswith(f"*Jag postar {what} i kanalen. Det gäller Timrå.*")
    assert [shown(one) for one in posted(house)] == [
        f"""\
<@U0DINA> har bett mig posta här: {what}. Det gäller Timrå.
{CARE}
[Sluta posta här]"""
    ]


async def test_the_week_is_posted_on_monday_morning(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD, "anna": WITH}, *NEXT_WALK, place="Timrå centrum")
    await asked(house, WEEKLY)
    await house.wind(A_WEEK)
    assert [shown(one) for one in posted(house)[1:]] == [
        """\
*Veckans tillfällen i Timrå, 30 november–6 december*
• I morgon, tisdag 1 december kl. 18–20: trygghetsvandring, Timrå centrum
Skyddade tillfällen visas inte här."""
    ]


async def test_a_week_with_nothing_in_it_is_not_posted(house: House) -> None:
    await asked(house, WEEKLY)
    await house.wind(A_WEEK)
    assert len(posted(house)) == 1


async def test_a_protected_one_is_left_out_of_the_week(house: House) -> None:
    starts, ends = NEXT_WALK
    await scene(house, "trafikkontroll", {"anna": LEAD}, starts, ends, place="E4 Sörberge")
    await asked(house, WEEKLY)
    await house.wind(A_WEEK)
    assert len(posted(house)) == 1


async def test_another_municipality_is_not_posted(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, *NEXT_WALK, town="Hofors")
    await asked(house, WEEKLY)
    await house.wind(A_WEEK)
    assert len(posted(house)) == 1


async def test_one_focus_area_can_be_chosen(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, *NEXT_WALK)
    receipt = await asked(house, WEEKLY, about="Timrå: Trygghet")
    assert "Det gäller Timrå (Trygghet)." in receipt
    await house.wind(A_WEEK)
    assert len(posted(house)) == 2


async def test_nobody_in_the_channel_is_called_for(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, *NEXT_WALK, place="<!here> torget")
    await asked(house, WEEKLY)
    await house.wind(A_WEEK)
    assert "&lt;!here&gt; torget" in posted(house)[-1].text
    assert "<!here>" not in posted(house)[-1].text


async def test_what_is_reported_is_posted_without_names_and_notes(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    await asked(house, REPORTED)
    await wrote(house, "anna", "fotpatrull 2 timmar 12 samtal lugnt")
    await ticked(house)
    assert [shown(one) for one in posted(house)[1:]] == [
        """\
*Rapporterat: fotpatrullering i dag, måndag 23 november, inte planerad, Timrå*
Timmar: 2 · Samtal: 12"""
    ]


async def test_a_report_is_posted_once(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    await asked(house, REPORTED)
    await wrote(house, "anna", "fotpatrull 2 timmar 12 samtal lugnt")
    for _ in range(3):
        await ticked(house)
    assert len(posted(house)) == 2


async def test_a_report_that_is_taken_back_in_time_is_not_posted(house: House) -> None:
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    await asked(house, REPORTED)
    await wrote(house, "anna", "fotpatrull 2 timmar 12 samtal lugnt")
    await house.bot.db.write(channel_posts.plan, house.clock.now())
    await pressed(house, "anna", "Ångra")
    await ticked(house)
    assert len(posted(house)) == 1


async def test_what_was_not_done_is_not_posted(house: House) -> None:
    walk = await agreed(house, "trygghetsvandring", {"bo": LEAD})
    await asked(house, REPORTED)
    await planned(house, walk, stockholm(23, 10), stockholm(23, 11))
    await house.wind(timedelta(hours=2))
    await pressed(house, "bo", "Blev inte av")
    await submitted(house, "bo", reason="weather")
    await ticked(house)
    assert len(posted(house)) == 1


async def test_of_a_protected_one_only_the_day_and_figures_are_posted_when_it_is_over(house: House) -> None:
    check = await agreed(house, "trafikkontroll", {"anna": LEAD}, place="E4 Sörberge")
    await asked(house, REPORTED)
    await planned(house, check, stockholm(23, 10), stockholm(23, 12))
    house.clock.wind_to(stockholm(23, 11))
    await wrote(house, "anna", "trafikkontroll 45 fordon 2 rattfylla")
    await ticked(house, timedelta(minutes=30))
    assert len(posted(house)) == 1
    await house.wind(timedelta(hours=1))
    assert [shown(one) for one in posted(house)[1:]] == [
        """\
*Rapporterat: trafikkontroll i dag, måndag 23 november, Timrå*
Fordon: 45 · Misstänkt rattfylleri: 2"""
    ]


async def test_a_coordinator_stops_it_in_the_channel(house: House) -> None:
    await scene(house, "trygghetsvandring", {"bo": LEAD}, *NEXT_WALK)
    await asked(house, WEEKLY)
    await pressed(house, "dina", "Sluta posta här", posted(house)[0])
    assert shown(posted(house)[0]) == (
        "<@U0DINA> har bett mig sluta posta här: veckans tillfällen på måndagar. Det gällde Timrå."
    )
    await house.wind(A_WEEK)
    assert len(posted(house)) == 1


async def test_others_cannot_stop_it(house: House) -> None:
    await asked(house, WEEKLY)
    said = await pressed(house, "anna", "Sluta posta här", posted(house)[0])
    assert said == "Bara samordnaren bestämmer vad jag postar i kanaler. Inget är ändrat."


async def test_what_is_posted_is_shown_in_the_form_and_stopped_there(house: House) -> None:
    await asked(house, WEEKLY)
    form = await typed(house, "dina", "/lofte kanal")
    assert "Veckans tillfällen på måndagar: Timrå. <@U0DINA> har bett om det.\n[Sluta posta här]" in form
    receipt = await pressed(house, "dina", "Sluta posta här")
    assert receipt == "*Jag postar inte längre veckans tillfällen på måndagar i kanalen.*"


async def test_asked_for_twice_it_is_posted_once(house: House) -> None:
    await asked(house, WEEKLY)
    await asked(house, WEEKLY)

    def count(session: Session) -> int:
        return len(session.exec(select(ChannelPost)).all())

    assert await house.bot.db.read(count) == 1


async def test_others_cannot_ask(house: House) -> None:
    said = await typed(house, "anna", "/lofte kanal")
    assert said.startswith("Bara samordnaren bestämmer vad jag postar i kanaler.")


async def test_it_is_asked_for_in_the_channel_itself(house: House) -> None:
    said = await wrote(house, "dina", "kanal")
    assert said.startswith("Skriv /lofte kanal i den kanal där jag ska posta.")


async def test_a_channel_without_the_bot_is_told_of_to_who_asked(house: House) -> None:
    house.sandbox.workspace.add_channel("utan-boten", ["U0DINA"])
    await asked(house, WEEKLY, channel="utan-boten")
    assert shown(heard(house.person("dina"))[-1]) == (
        "*Jag är inte med i kanalen, så jag postar inte där: veckans tillfällen på måndagar, Timrå.*\n"
        "Bjud in mig: skriv /invite @Löftet i kanalen. Skriv sedan /lofte kanal där en gång till."
    )
    await house.wind(A_WEEK + A_WEEK)
    assert len([one for one in heard(house.person("dina")) if "inte med i kanalen" in one.text]) == 1
