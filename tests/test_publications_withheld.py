"""What was published is not shown any more once something on it is protected."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from bot.documents import take_out_files
from bot.domain.periods import Period
from bot.domain.words import PublicationForm, Role
from bot.sandbox.house import House
from bot.services import activities, publications_withheld, take_out
from storage import publications
from storage.models import AuditEvent, Publication
from tests import factories
from tests.databases import on_one_database
from tests.factories import NOW, acting, stockholm
from tests.house import OpenHouse, lived_in
from tests.seen import heard, pressed, seen, shown, submitted, typed
from tests.test_publications import asked, published

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
async def public(open_at: OpenHouse) -> House:
    house = await open_at(lived_in, public_pages=True)
    await house.settled()
    return house


async def protected(house: House) -> None:
    await typed(house, "dina", "/lofte plan")
    dina = house.person("dina")
    assert dina.modal
    await dina.press(dina.modal, "occurrence_plan", value="Synlig polis till fots")
    await house.settled()
    await pressed(house, "dina", "Gör skyddad")
    await dina.close()
    await house.settled()


async def test_the_page_is_gone_at_once_and_the_coordinator_publishes_it_anew(public: House) -> None:
    await published(public)
    _, before, _ = await asked(public)
    await protected(public)
    status, text, headers = await asked(public)

    assert await seen(public, "dina") == (
        "*Sidan för medborgarna i Timrå visas inte längre*\n"
        "Något på den har blivit skyddat. Där jag visade den står nu att den uppdateras.\n"
        "Ligger sidan som fil eller texterna på andra ställen? Ta bort dem där också.\n"
        "Den nya sidan säger varken tid eller plats för det som är skyddat. Du ser den innan den publiceras.\n"
        "[Publicera på nytt]"
    )
    assert (status, "Timrå centrum" in before, "Timrå centrum" in text) == (503, True, False)
    assert headers["Retry-After"] == "86400"
    assert "<h1>Sidan uppdateras</h1>" in text
    assert (
        "Behöver du svar nu? Frågor om löftet besvaras av trygghetssamordnaren hos Timrå kommun: kommunens växel."
        in text
    )
    said = await pressed(public, "dina", "Publicera på nytt")
    assert "Sidan för 2026 visas inte sedan i dag, måndag 23 november. Något på den har blivit skyddat." in said
    await pressed(public, "dina", "Publicera")
    status, text, _ = await asked(public)
    assert (status, "Timrå centrum" in text) == (200, False)


@on_one_database
async def test_nor_does_it_come_as_a_file_to_be_put_somewhere_else(public: House) -> None:
    await published(public)
    message = public.person("dina").last()
    await protected(public)

    assert await pressed(public, "dina", "Hämta filen", message) == (
        "Något på den sidan kan ha blivit skyddat sedan den publicerades, så du får den inte som fil. "
        "Publicera på nytt och hämta den sidan i stället."
    )
    assert [file for message in heard(public.person("dina")) for file in message.files] == []


@on_one_database
async def test_what_is_withheld_can_be_withdrawn_for_good(public: House) -> None:
    await published(public)
    await protected(public)
    await typed(public, "dina", "/lofte återkoppling Timrå")
    await pressed(public, "dina", "Avpublicera")
    await submitted(public, "dina")

    assert (await asked(public))[0] == 404
    assert "Avpublicerad. Ingen sida visas nu." in shown(public.person("dina").modal)


def test_it_is_written_down_who_protected_it_and_each_page_once(session: Session) -> None:
    hofors, timra = factories.municipality(session), factories.municipality(session, "Timrå")
    dina = factories.person(session, "dina", Role.COORDINATOR, place=hofors)
    activity = factories.activity(session, hofors)
    for place in (hofors, timra):
        publications.add(session, place.id, YEAR, PublicationForm.PAGE, "", [], dina.id, NOW)

    for _ in range(2):
        publications_withheld.withhold(session, dina.id, activity.id, NOW)

    rows = session.exec(select(Publication).order_by("id")).all()
    assert [(one.withdrawn_at, one.withdrawn_by_id) for one in rows] == [(NOW, None), (None, None)]
    [event] = session.exec(select(AuditEvent)).all()
    assert (event.action, event.subject_id, event.actor_id) == ("withhold", rows[0].id, dina.id)


def handed_out(session: Session, municipality_id: int, *, whole: bool) -> str:
    files = take_out_files.files(take_out.gather(session, municipality_id, NOW, whole=whole))
    return "".join(content.decode() for name, content in files if name.endswith(".json"))


def test_nor_what_was_published_while_somebody_was_protecting(session: Session) -> None:
    """Asked for a second before, and done a second after."""
    hofors = factories.municipality(session)
    dina = factories.person(session, "dina", Role.COORDINATOR, place=hofors)
    activity = factories.activity(session, hofors)
    publications.add(session, hofors.id, YEAR, PublicationForm.PAGE, "I centrum", [], dina.id, NOW)
    activities.set_protected(session, acting(session, dina), activity.id, True, NOW - timedelta(seconds=1))

    found = handed_out(session, hofors.id, whole=False)

    assert ("I centrum" in found, publications_withheld.NOT_HANDED_OUT in found) == (False, True)


@pytest.mark.parametrize(("whole", "told"), [(False, publications_withheld.NOT_HANDED_OUT), (True, "I centrum")])
def test_who_asks_for_records_is_not_told_it_either(session: Session, whole: bool, told: str) -> None:
    hofors = factories.municipality(session)
    dina = factories.person(session, "dina", Role.COORDINATOR, place=hofors)
    activity = factories.activity(session, hofors)
    publications.add(session, hofors.id, YEAR, PublicationForm.POST, "I centrum", [], dina.id, NOW)
    activities.set_protected(session, acting(session, dina), activity.id, True, NOW)
    publications.add(session, hofors.id, YEAR, PublicationForm.POST, "Nytt", [], dina.id, stockholm(24, 9))

    found = handed_out(session, hofors.id, whole=whole)

    assert told in found
    assert ("I centrum" in found, "Nytt" in found) == (whole, True)
