"""A coordinator publishes what citizens are told, and anybody reads it."""

from typing import Any

import aiohttp
import pytest
from sqlmodel import Session, col, select

from bot.domain.words import PublicationForm
from bot.sandbox.house import House
from storage.models import AuditEvent, Publication
from tests.databases import on_both_databases
from tests.house import OpenHouse, lived_in
from tests.seen import heard, pressed, seen, submitted, typed, wrote

CONTACT = {"function": "trygghetssamordnaren", "reach": "kommunens växel", "conformity": "full"}
PAGE = "/lofte/timra"


@pytest.fixture
async def public(open_at: OpenHouse) -> House:
    house = await open_at(lived_in, public_pages=True)
    await house.settled()
    return house


async def with_contact(house: House) -> None:
    await typed(house, "dina", "/lofte återkoppling Timrå")
    await pressed(house, "dina", "Kontakt och tillgänglighet")
    await submitted(house, "dina", **CONTACT)
    await house.person("dina").close()


async def published(house: House, about: str = "Timrå") -> str:
    await with_contact(house)
    await typed(house, "dina", f"/lofte återkoppling {about}")
    return await pressed(house, "dina", "Publicera")


async def asked(house: House, path: str = PAGE, **headers: str) -> tuple[int, str, Any]:
    async with aiohttp.ClientSession() as session, session.get(house.url + path, headers=headers) as answer:
        return answer.status, await answer.text(), answer.headers


def kept(session: Session) -> list[Publication]:
    return list(session.exec(select(Publication).order_by(col(Publication.id))))


async def test_dina_sees_what_would_be_published(public: House) -> None:
    assert (
        await typed(public, "dina", "/lofte återkoppling Timrå")
        == """\
*Återkoppling till medborgarna i Timrå, 2026*
Sidan visar 11 aktiviteter. Med ett utlovat antal: 0. Planerade antal visas inte.
Skyddade tillfällen som inte är över är inte med.
Nyaste rapport: fredag 20 november. Saknar rapport: 2.
Uttalar sig: kommunikatör, enligt det som skrevs under.
Kontakt och redogörelse för tillgänglighet saknas. De behövs innan du kan publicera.
Ingen sida är publicerad än.
[Förhandsgranska] [Publicera] [Texter] [Kontakt och tillgänglighet]"""
    )


async def test_nothing_is_published_before_somebody_is_named_to_turn_to(public: House) -> None:
    await typed(public, "dina", "/lofte återkoppling Timrå")

    assert await pressed(public, "dina", "Publicera") == (
        "Fyll i kontakt och tillgänglighet först: det måste stå på sidan. Välj Kontakt och tillgänglighet bredvid "
        "knappen Publicera. Inget är publicerat."
    )
    assert await public.bot.db.read(kept) == []


async def test_what_is_published_is_read_by_anybody(public: House) -> None:
    before, _, _ = await asked(public)
    said = await published(public)
    status, text, headers = await asked(public)

    assert (
        said
        == f"""\
*Publicerat: återkoppling i Timrå, 2026*
<@U0DINA> publicerade sidan för 2026 i dag, måndag 23 november.
Sidan finns på {public.url}/lofte/timra
Det som publicerats förut är sparat.
[Hämta filen] [Texter] [Kontakt och tillgänglighet | Avpublicera]"""
    )
    assert (before, status) == (404, 200)
    assert "<h1>Det här har vi lovat och gjort i Timrå, 2026</h1>" in text
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert (await asked(public, **{"If-None-Match": headers["ETag"]}))[0] == 304
    [row] = await public.bot.db.read(kept)
    assert row.content == text
    assert await public.bot.db.read(noted) == ["change public_contact", "publish publication"]


def noted(session: Session) -> list[str]:
    subjects = ("publication", "public_contact")
    rows = session.exec(select(AuditEvent).order_by(col(AuditEvent.id))).all()
    return [f"{one.action} {one.subject}" for one in rows if one.subject in subjects]


async def test_what_is_not_there_is_said_in_plain_words(public: House) -> None:
    for path in (PAGE, "/lofte/ingenstans", "/lofte/%C3%A5"):
        status, text, _ = await asked(public, path)
        assert status == 404
        assert "<h1>Sidan finns inte</h1>" in text


async def test_numbers_that_have_changed_are_shown_before_they_are_published(public: House) -> None:
    await with_contact(public)
    offered = public.person("dina")
    await typed(public, "dina", "/lofte återkoppling Timrå")
    message = offered.last()
    await wrote(public, "anna", "trafikkontroll 45 fordon")
    await pressed(public, "dina", "Publicera", message)

    assert (await seen(public, "dina")).startswith(
        "*Återkoppling till medborgarna i Timrå, 2026*\n"
        "Siffrorna har ändrats sedan du såg dem, så inget är publicerat. Så här är de nu.\n"
    )
    assert await public.bot.db.read(kept) == []


async def test_a_new_page_takes_the_place_of_the_old_and_both_are_kept(public: House) -> None:
    await published(public, "Timrå tertial 2")
    await published(public, "Timrå 2026")
    _, text, _ = await asked(public)

    assert "i Timrå, 2026</h1>" in text
    assert len(await public.bot.db.read(kept)) == 2


@on_both_databases
async def test_what_is_withdrawn_is_gone_at_once_and_kept(public: House) -> None:
    await published(public)
    assert await pressed(public, "dina", "Avpublicera") == (
        "Sidan för 2026 slutar visas genast. Den sparas, och det går att publicera en ny."
    )
    await submitted(public, "dina")
    await public.person("dina").close()
    [row] = await public.bot.db.read(kept)

    assert (await asked(public))[0] == 404
    assert (row.withdrawn_at, row.withdrawn_by_id) == (public.clock.now(), row.published_by_id)
    assert "Ingen sida visas. Den för 2026 avpublicerades i dag, måndag 23 november." in await typed(
        public, "dina", "/lofte återkoppling Timrå"
    )


async def test_the_preview_comes_as_a_file(public: House) -> None:
    await typed(public, "dina", "/lofte återkoppling Timrå")
    await pressed(public, "dina", "Förhandsgranska")
    [file] = [file for message in heard(public.person("dina")) for file in message.files]

    assert file.name == "aterkoppling-timra-2026-01-01--2026-12-31.html"
    assert "[funktionen saknas]" in file.content.decode()
    assert "[bedömningen saknas]" in file.content.decode()
    assert await public.bot.db.read(kept) == []


async def test_a_text_that_was_used_is_noted_as_told(public: House) -> None:
    await typed(public, "dina", "/lofte återkoppling Timrå")
    await pressed(public, "dina", "Texter")
    said = await pressed(public, "dina", "Inlägget är publicerat")
    [row] = await public.bot.db.read(kept)

    assert "Sparat: inlägg i sociala medier i dag. Det räknas som återkoppling i uppföljningen." in said
    assert row.form is PublicationForm.POST
    assert row.content.startswith("I Timrå har vi under 2026 gjort 31 fotpatrulleringar, ")


async def test_without_an_address_of_its_own_the_page_comes_as_a_file(full_house: House) -> None:
    said = await published(full_house)
    await pressed(full_house, "dina", "Hämta filen")
    [file] = [file for message in heard(full_house.person("dina")) for file in message.files]
    [row] = await full_house.bot.db.read(kept)

    assert "Hämta sidan som fil och lägg den på webben." in said
    assert file.content.decode() == row.content
    assert (await asked(full_house))[0] == 404


async def test_only_coordinators_publish(public: House) -> None:
    assert await wrote(public, "cia", "återkoppling Timrå") == (
        "Bara samordnaren i kommunen återkopplar till medborgarna. Inget är publicerat.\nDu skrev: ”återkoppling Timrå”"
    )
    assert await wrote(public, "dina", "återkoppling utegym") == (
        "Jag förstår inte vilken återkoppling du menar. Skriv kommun och tid, till exempel: återkoppling Timrå 2026\n"
        "Du skrev: ”återkoppling utegym”"
    )
