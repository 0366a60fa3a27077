"""A person's own calendar: the address, what stands there, and the files."""

from datetime import timedelta
from typing import Any

import aiohttp
import pytest
import vobject  # type: ignore[import-untyped]
from sqlmodel import Session, select

from bot.sandbox.house import House
from storage.models import Absence, CalendarFeed, OutboxMessage, Person, ProcessedEvent
from tests.factories import stockholm
from tests.house import OpenHouse, furnished
from tests.scenes import LEAD, SUBSTITUTE, WITH, scene
from tests.seen import pressed, seen, submitted, typed, wrote

OUTSIDE = "https://lofte.example"
Answer = tuple[int, str, Any]


@pytest.fixture
async def public(open_at: OpenHouse) -> House:
    """Bo leads a walk tomorrow and Anna is with him; she has a traffic check on Wednesday night."""
    house = await open_at(furnished, http=True, public_url=OUTSIDE)
    cast = {"bo": LEAD, "anna": WITH, "hugo": SUBSTITUTE}
    await scene(house, "trygghetsvandring", cast, stockholm(24, 18), stockholm(24, 20), place="Timrå centrum")
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(25, 22), stockholm(26, 1), place="E4 Sörberge")
    return house


async def address(house: House, key: str, button: str = "Skapa adress") -> str:
    """The path of a new one."""
    await typed(house, key, "/lofte kalender")
    said = await pressed(house, key, button)
    return said.split("`")[1].removeprefix(OUTSIDE)


async def asked(house: House, path: str, **headers: str) -> Answer:
    async with aiohttp.ClientSession() as session, session.get(house.bot.url + path, headers=headers) as answer:
        return answer.status, await answer.text(), answer.headers


async def events(house: House, path: str) -> list[Any]:
    _, text, _ = await asked(house, path)
    return list(vobject.readOne(text).contents.get("vevent", []))


async def test_the_address_reads_what_one_is_named_on(public: House) -> None:
    [walk] = await events(public, await address(public, "bo"))

    assert (walk.summary.value, walk.location.value) == ("Trygghetsvandring", "Timrå centrum, Timrå")
    assert (walk.dtstart.value, walk.dtend.value) == (stockholm(24, 18), stockholm(24, 20))
    assert walk.description.value.startswith("Du leder.\n")


async def test_a_substitute_has_nothing_in_it(public: House) -> None:
    assert await events(public, await address(public, "hugo")) == []


async def test_what_one_does_for_somebody_who_is_away_is_in_it(public: House) -> None:
    await public.bot.db.write(bo_is_away)
    [walk] = await events(public, await address(public, "hugo"))

    assert walk.description.value.startswith("Du är ersättare.\n")


def bo_is_away(session: Session) -> None:
    bo = session.exec(select(Person.id).where(Person.user_id == "U0BO")).one()
    session.add(Absence(person_id=bo, starts_on=stockholm(24, 8).date(), ends_on=stockholm(24, 8).date()))


async def test_protected_ones_are_left_out_and_counted(public: House) -> None:
    status, text, _ = await asked(public, await address(public, "anna"))

    assert (status, text.count("BEGIN:VEVENT"), "Sörberge" in text) == (200, 1, False)
    assert "Skyddade som inte visas här: 1." in text.replace("\r\n ", "")


async def test_protected_ones_stand_as_busy_where_one_asks_for_it(public: House) -> None:
    path = await address(public, "anna")
    await typed(public, "anna", "/lofte kalender")
    await pressed(public, "anna", "Visa skyddade som Upptaget")
    _, text, _ = await asked(public, path)
    busy = list(vobject.readOne(text).vevent_list)[1]

    assert (busy.summary.value, busy.dtstart.value) == ("Upptaget", stockholm(25, 22))
    assert not any(word in text.lower() for word in ("trafik", "sörberge", "tim-"))
    assert set(busy.contents) & {"location", "description"} == set()


async def test_a_move_has_the_same_id_and_a_higher_number(public: House) -> None:
    path = await address(public, "bo")
    [before] = await events(public, path)
    await moved(public)
    [after] = await events(public, path)

    assert (after.uid.value, after.sequence.value) == (before.uid.value, "1")
    assert after.dtstart.value == stockholm(25, 18)
    assert after.last_modified.value == public.clock.now()


async def moved(house: House) -> None:
    await typed(house, "bo", "/lofte")
    await pressed(house, "bo", "Flytta")
    await submitted(house, "bo", day="2026-11-25")
    await house.person("bo").close()


async def test_what_is_cancelled_stays_to_be_seen_for_two_months(public: House) -> None:
    path = await address(public, "bo")
    await typed(public, "bo", "/lofte")
    await pressed(public, "bo", "Ställ in")
    await submitted(public, "bo", reason="weather")
    [walk] = await events(public, path)
    public.clock.wind_to(stockholm(24, 20) + timedelta(days=59))
    later = await events(public, path)
    public.clock.wind_to(stockholm(24, 20) + timedelta(days=60))

    assert (walk.status.value, walk.summary.value, walk.sequence.value) == (
        "CANCELLED",
        "Inställt: Trygghetsvandring",
        "1",
    )
    assert (len(later), await events(public, path)) == (1, [])


async def test_what_the_program_has_already_is_not_sent_again(public: House) -> None:
    path = await address(public, "bo")
    _, _, headers = await asked(public, path)
    same, text, _ = await asked(public, path, **{"If-None-Match": headers["ETag"]})
    await moved(public)
    changed, _, _ = await asked(public, path, **{"If-None-Match": headers["ETag"]})

    assert (same, text, changed) == (304, "", 200)
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert (headers["Cache-Control"], headers["X-Robots-Tag"]) == ("private, no-cache", "noindex, nofollow")


async def test_a_new_address_ends_the_old_one(public: House) -> None:
    old = await address(public, "bo")
    new = await address(public, "bo", "Ny adress")

    assert [(await asked(public, path))[0] for path in (old, new)] == [404, 200]


async def test_nothing_tells_why_an_address_is_not_found(public: House) -> None:
    closed = await address(public, "bo")
    await typed(public, "bo", "/lofte kalender")
    await pressed(public, "bo", "Stäng adressen")
    left = await address(public, "anna")
    await public.bot.db.write(leave, "U0ANNA")
    answers = [await asked(public, path) for path in (closed, left, "/kalender/hej.ics", "/kalender/%C3%A5.ics")]

    assert {(status, text) for status, text, _ in answers} == {(404, "")}


def leave(session: Session, user: str) -> None:
    session.exec(select(Person).where(Person.user_id == user)).one().active = False


async def test_an_address_is_read_only_so_often(public: House) -> None:
    path = await address(public, "bo")
    other = await address(public, "anna")
    statuses = [(await asked(public, path))[0] for _ in range(32)]

    assert (set(statuses[:31]), statuses[31]) == ({200}, 429)
    assert (await asked(public, other))[0] == 200


async def test_the_secret_is_kept_nowhere(public: House) -> None:
    secret = (await address(public, "bo")).removeprefix("/kalender/").removesuffix(".ics")

    def kept(session: Session) -> str:
        tables = (CalendarFeed, OutboxMessage, ProcessedEvent)
        return repr([row for table in tables for row in session.exec(select(table)).all()])

    assert len(secret) == 43
    assert secret not in await public.bot.db.read(kept)


async def test_without_a_public_address_files_are_offered(house: House) -> None:
    assert (
        await typed(house, "bo", "/lofte kalender")
        == """\
*Din kalender*
Jag har ingen adress på webben, så din kalender kan inte hämta tillfällena själv. Du får dem som en fil.
En fil ändras inte av sig själv. Ta en ny när något har flyttats eller ställts in.
Skyddade tillfällen visas inte.
[Alla som kalenderfil] [Visa skyddade som Upptaget]"""
    )


async def test_with_one_an_address_is_offered(public: House) -> None:
    said = await wrote(public, "bo", "kalender")

    assert said.endswith("[Skapa adress] [Alla som kalenderfil] [Visa skyddade som Upptaget]")


async def test_everything_comes_as_a_file(public: House) -> None:
    await typed(public, "bo", "/lofte kalender")
    await pressed(public, "bo", "Alla som kalenderfil")

    assert sent_files(public, "bo") == {"mina-tillfallen.ics": ["Trygghetsvandring"]}


async def test_each_planned_one_comes_as_a_file(public: House) -> None:
    await typed(public, "bo", "/lofte")
    await pressed(public, "bo", "Kalenderfil")

    assert sent_files(public, "bo") == {"trygghetsvandring-2026-11-24.ics": ["Trygghetsvandring"]}


async def test_of_a_cancelled_one_the_file_says_so(public: House) -> None:
    await typed(public, "bo", "/lofte")
    await pressed(public, "bo", "Ställ in")
    await submitted(public, "bo", reason="weather")
    await pressed(public, "anna", "Kalenderfil")

    assert sent_files(public, "anna") == {"trygghetsvandring-2026-11-24.ics": ["Inställt: Trygghetsvandring"]}


async def test_of_a_protected_one_the_file_says_only_that_one_is_busy(public: House) -> None:
    anna = public.person("anna")
    await typed(public, "anna", "/lofte")
    newest = anna.last()
    assert newest
    last = [one for one in newest.blocks if "Kalenderfil" in str(one)][-1]
    await anna.press(newest, "calendar_one", last["block_id"])
    await seen(public, "anna")

    assert sent_files(public, "anna") == {"upptaget-2026-11-25.ics": ["Upptaget"]}


def sent_files(house: House, key: str) -> dict[str, list[str]]:
    """What the entries of each file in the direct message are called, by its name."""
    person = house.person(key)
    found = [file for message in person.sees(person.user.id) for file in message.files]
    return {
        file.name: [event.summary.value for event in vobject.readOne(file.content.decode()).vevent_list]
        for file in found
    }
