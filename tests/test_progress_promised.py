"""Who asks what was promised is told that, and nothing that somebody planned later."""

from sqlmodel import Session

from bot.domain.words import GoalOrigin, PartyKind, Role
from bot.services import progress_overview
from bot.views import progress as views
from storage.models import Party
from tests import progress_rows as rows
from tests.factories import acting, municipality, person
from tests.progress_rows import MONDAY


def asked(session: Session, text: str) -> str:
    """By a chief, of a promise of 4 forums and, planned later, of 12 checks that the police lead."""
    place = municipality(session)
    promise = rows.agreement(session, place)
    rows.activity(session, promise, place, "ungdomsforum", "Forum", goal=4, origin=GoalOrigin.PROMISED)
    checks = rows.activity(session, promise, place, "trafikkontroll", "Kontroller", goal=12)
    rows.led_by(session, checks, Party(name="Polisen", kind=PartyKind.POLICE))
    cia = acting(session, person(session, "UCIA", Role.CHIEF), MONDAY)
    return str(views.answer(progress_overview.ask(session, cia, text, MONDAY), MONDAY)["text"])


def test_of_a_party_what_it_promised(session: Session) -> None:
    assert asked(session, "vad har polisen lovat i Hofors?") == (
        "Hofors: det här har polisen lovat.\nTrygghet\n• Kontroller\nMedborgarlöftet anger inga antal."
    )


def test_of_all_with_the_numbers_that_were_promised(session: Session) -> None:
    assert asked(session, "vad är lovat i Hofors?") == (
        "Hofors: det här är lovat.\n"
        "Trygghet\n• Forum: 4 gånger per år\n• Kontroller\n"
        "Medborgarlöftet anger inga antal för de andra."
    )


def test_what_was_done_is_how_it_goes(session: Session) -> None:
    assert asked(session, "vad har polisen gjort i Hofors?").startswith("Hofors, trafikkontroller: ligger efter.")


def test_whose_part_it_is_stands_in_the_headline(session: Session) -> None:
    place = municipality(session)
    promise, police = rows.agreement(session, place), Party(name="Polisen", kind=PartyKind.POLICE)
    for kind in ("trafikkontroll", "fotpatrullering", "ungdomsforum"):
        row = rows.activity(session, promise, place, kind, kind, goal=4)
        if kind != "ungdomsforum":
            rows.led_by(session, row, police)
    eva = acting(session, person(session, "UEVA", Role.CHIEF, place=place), MONDAY)

    found = progress_overview.ask(session, eva, "läget polisen Hofors", MONDAY)

    assert str(views.answer(found, MONDAY)["text"]).startswith("Hofors, polisen: 2 aktiviteter ligger efter.")


def test_of_several_municipalities_what_is_promised_in_each(session: Session) -> None:
    for name in ("Ockelbo", "Hofors"):
        place = municipality(session, name)
        promise = rows.agreement(session, place)
        rows.activity(session, promise, place, "ungdomsforum", "Forum", goal=4, origin=GoalOrigin.PROMISED)
        rows.activity(session, promise, place, "trafikkontroll", "Kontroller", goal=12)
    cia = acting(session, person(session, "UCIA", Role.CHIEF), MONDAY)

    assert views.answer(progress_overview.ask(session, cia, "vad har vi lovat?", MONDAY), MONDAY)["text"] == (
        "Det här är lovat.\nHofors: Forum: 4 gånger per år · Kontroller\nOckelbo: Forum: 4 gånger per år · Kontroller"
    )


def test_of_the_country_it_says_that_this_is_not_all_of_it(session: Session) -> None:
    for name in ("Ockelbo", "Hofors"):
        place = municipality(session, name)
        rows.activity(session, rows.agreement(session, place), place, "trafikkontroll", "Kontroller", goal=12)
    cia = acting(session, person(session, "UCIA", Role.CHIEF), MONDAY)

    def last(text: str) -> str:
        return str(views.answer(progress_overview.ask(session, cia, text, MONDAY), MONDAY)["text"]).splitlines()[-1]

    assert last("läget landet") == "Det här är de kommuner som du kan se läget i, inte hela landet."
    assert last("läget") == "Ingen rapport har kommit in än, och ingen saknas."
