"""Reminders: which messages people get, and when, by the clock of the workspace."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.calendar import local
from bot.domain.words import Form
from bot.sandbox.house import House
from tests.factories import stockholm
from tests.scenes import LEAD, SUBSTITUTE, WITH, Cast, agreed, planned, scene
from tests.seen import heard, shown

BUTTONS = "[Flytta] [Kan inte – lämna över] [Ställ in]"
ANSWERS = "[Rapportera] [Blev inte av] [Fråga mig senare]"
LAST_ANSWERS = "[Rapportera] [Blev inte av] [Jag var inte med]"


async def walk(house: House, cast: Cast | None = None) -> int:
    """Wednesday 2 December 18–20."""
    starts, ends = stockholm(2, 18, month=12), stockholm(2, 20, month=12)
    return await scene(house, "trygghetsvandring", cast or {"bo": LEAD}, starts, ends, place="Timrå centrum")


async def reminders(house: House, key: str, count: int) -> list[tuple[str, str]]:
    """The next ones: when each came, in Stockholm, and what was seen of it then."""
    found = []
    person = house.person(key)
    for _ in range(count):
        had = len(heard(person))
        await house.wind("reminder")
        new = heard(person)[had:]
        found += [(f"{local(house.clock.now()):%d/%m %H.%M}", shown(message)) for message in new]
    return found


async def test_a_walk_is_reminded_of_a_week_a_day_and_two_hours_before(house: House) -> None:
    await walk(house)
    assert await reminders(house, "bo", 3) == [
        ("25/11 17.00", f"*Onsdag 2 december kl. 18–20: trygghetsvandring, Timrå centrum*\nDu leder.\n{BUTTONS}"),
        (
            "01/12 17.00",
            f"*I morgon, onsdag 2 december kl. 18–20: trygghetsvandring, Timrå centrum*\nDu leder.\n{BUTTONS}",
        ),
        (
            "02/12 16.00",
            f"*I kväll, onsdag 2 december kl. 18–20: trygghetsvandring, Timrå centrum*\nDu leder.\n{BUTTONS}",
        ),
    ]


async def test_a_walk_is_asked_about_when_it_ends_and_next_morning(house: House) -> None:
    await walk(house)
    house.clock.wind_to(stockholm(2, 17, month=12))
    await house.settled()
    assert await reminders(house, "bo", 2) == [
        (
            "02/12 20.00",
            "*Hur gick trygghetsvandringen i kväll, onsdag 2 december kl. 18–20, Timrå centrum?*\n"
            f"Svara med en rad, till exempel: 2 timmar, 12 deltagare, lugnt\n{ANSWERS}",
        ),
        (
            "03/12 08.00",
            "*Rapporten från trygghetsvandringen i går, onsdag 2 december i Timrå saknas. Blev den av?*\n"
            + LAST_ANSWERS,
        ),
    ]


async def test_everyone_named_is_reminded_before(house: House) -> None:
    await walk(house, {"bo": LEAD, "anna": WITH, "dina": WITH, "hugo": SUBSTITUTE})
    await house.wind("reminder")
    assert [shown(heard(house.person(key))[-1]).splitlines()[1] for key in ("bo", "anna", "dina")] == [
        "Du leder, <@U0ANNA> och <@U0DINA> är med.",
        "Du är med, <@U0BO> leder.",
        "Du är med, <@U0BO> leder.",
    ]


async def test_winding_a_day_lets_each_come_at_its_own_time(house: House) -> None:
    await walk(house)
    house.clock.wind_to(stockholm(1, 16, month=12))
    await house.settled()
    await house.wind("day")
    times = [datetime.fromtimestamp(float(message.ts), UTC) for message in heard(house.person("bo"))]
    assert [f"{local(time):%d/%m %H.%M}" for time in times] == ["01/12 17.00", "02/12 16.00"]


async def test_after_a_long_sleep_only_the_later_question_comes(house: House) -> None:
    await walk(house)
    house.clock.wind_to(stockholm(3, 9, month=12))
    await house.settled()
    assert [shown(message).splitlines()[0] for message in heard(house.person("bo"))] == [
        "*Rapporten från trygghetsvandringen i går, onsdag 2 december i Timrå saknas. Blev den av?*"
    ]


async def test_a_substitute_hears_nothing_before_it_is_missed(house: House) -> None:
    await walk(house, {"bo": LEAD, "hugo": SUBSTITUTE})
    house.clock.wind_to(stockholm(3, 9, month=12))
    await house.settled()
    assert heard(house.person("hugo")) == []


async def test_only_who_leads_is_asked_after(house: House) -> None:
    await walk(house, {"bo": LEAD, "anna": WITH})
    house.clock.wind_to(stockholm(2, 17, month=12))
    await house.settled()
    before = [len(heard(house.person(key))) for key in ("bo", "anna")]
    await house.wind(timedelta(hours=3))
    assert [len(heard(house.person(key))) for key in ("bo", "anna")] == [before[0] + 1, before[1]]


async def test_what_ends_late_is_asked_about_next_morning_only(house: House) -> None:
    await scene(house, "nattvandring", {"bo": LEAD}, stockholm(23, 21), stockholm(24, 1))
    house.clock.wind_to(stockholm(23, 22))
    await house.settled()
    assert await reminders(house, "bo", 1) == [
        (
            "24/11 08.00",
            f"*Rapporten från nattvandringen i går, måndag 23 november i Timrå saknas. Blev den av?*\n{LAST_ANSWERS}",
        )
    ]


async def test_the_notification_says_what_the_message_says(house: House) -> None:
    await walk(house)
    await house.wind("reminder")
    message = heard(house.person("bo"))[0]
    assert message.text == "Onsdag 2 december kl. 18–20: trygghetsvandring, Timrå centrum\nDu leder."


async def test_nobody_reads_a_reminder_that_came_too_late(house: House) -> None:
    await walk(house)
    house.clock.wind(timedelta(days=20))
    await house.settled()
    assert [message.text for message in heard(house.person("bo"))] == []


async def test_a_window_is_asked_about_on_its_last_working_day(house: House) -> None:
    patrols = await agreed(house, "fotpatrullering", {"anna": LEAD}, form=Form.WINDOW)
    await planned(house, patrols, stockholm(23, 0), stockholm(30, 0))
    assert await reminders(house, "anna", 1) == [
        (
            "27/11 15.00",
            "*Hur gick fotpatrullen vecka 48, Timrå?*\nSvara med en rad, till exempel: 2 timmar, 12 samtal, lugnt\n"
            + ANSWERS,
        )
    ]


async def test_a_long_window_is_announced_when_it_opens(house: House) -> None:
    patrols = await agreed(house, "fotpatrullering", {"anna": LEAD}, form=Form.WINDOW)
    await planned(house, patrols, stockholm(1, 0, month=12), stockholm(1, 0, month=1, year=2027))
    assert await reminders(house, "anna", 1) == [
        ("01/12 08.00", f"*December: fotpatrullering, Timrå*\nDu leder.\n{BUTTONS}"),
    ]


@pytest.mark.parametrize(
    ("form", "question", "buttons"),
    [
        (
            Form.CONTINUOUS,
            "vad har ni gjort sedan torsdag 1 oktober?",
            "[Rapportera] [Inget nytt] [Fråga mig senare]",
        ),
        (
            Form.WHEN_NEEDED,
            "har det behövts sedan torsdag 1 oktober?",
            "[Ja, rapportera] [Behövdes inte] [Fråga mig senare]",
        ),
    ],
)
async def test_work_that_goes_on_is_asked_about_once_a_quarter(
    house: House, form: Form, question: str, buttons: str
) -> None:
    work = await agreed(house, "kampanj", {"finn": LEAD}, form=form, title="Sprida Huskurage")
    await planned(house, work, stockholm(1, 0, month=10), stockholm(1, 0, month=1, year=2027))
    example = "Svara med en rad, till exempel: 2 timmar, 12 utskick"
    assert await reminders(house, "finn", 1) == [
        ("30/12 09.00", f"*Sprida Huskurage, Timrå: {question}*\n{example}\n{buttons}"),
    ]


async def test_a_delivery_is_reminded_of_before_it_is_due_and_asked_about(house: House) -> None:
    strategy = await agreed(house, "ovrigt", {"dina": LEAD}, form=Form.DELIVERABLE, title="Kommunikationsstrategi")
    await planned(house, strategy, stockholm(23, 0), stockholm(31, 0, month=12))
    fact = "Kommunikationsstrategi, Timrå*\nDu ansvarar.\n[Flytta] [Kan inte – lämna över] [Ställ in]"
    assert await reminders(house, "dina", 3) == [
        ("30/11 08.00", f"*Senast onsdag 30 december: {fact}"),
        ("23/12 08.00", f"*Senast onsdag 30 december: {fact}"),
        (
            "30/12 15.00",
            "*Kommunikationsstrategi, Timrå: är det klart? Det skulle vara klart senast i dag, onsdag 30 december.*\n"
            "[Ja, klart] [Delvis eller inte än] [Fråga mig senare]",
        ),
    ]
