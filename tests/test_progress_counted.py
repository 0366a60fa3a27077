"""Who asks how many vehicles there were is told that, with how the checks that counted them are going."""

import pytest
from sqlmodel import Session

from bot.domain.progress_counted import match, measures
from bot.domain.progress_question import ActivityTopic
from bot.domain.words import Role
from bot.sandbox.house import House
from bot.services import progress_overview
from bot.views import progress as views
from tests import progress_rows as rows
from tests.factories import acting, municipality, person, stockholm
from tests.progress_rows import MONDAY
from tests.seen import wrote

CHECKS, WALKS, TALKS = (
    ActivityTopic(1, "trafikkontroll", "Trygghet Trafikkontroller vid riskplatser"),
    ActivityTopic(2, "trygghetsvandring", "Trygghet Trygghetsvandringar"),
    ActivityTopic(3, "dialog", "Trygghet Samtal med unga om attityder"),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("fordon", "kontrollerats"), ("fordon",)),
        (("rattfyllerister", "tagit"), ("rattfylla",)),
        (("timmar",), ("timmar",)),
        (("minuter",), ()),
        (("snöskotrar",), ()),
    ],
)
def test_a_number_is_known_by_its_word(words: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert measures(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("fordon", "kontrollerats"), {1}),
        (("deltagare",), {2, 3}),
        (("deltagare", "vandringarna"), {2}),
        (("deltagare", "snöskotrar"), set()),
        (("kontrollerats",), set()),
    ],
)
def test_it_belongs_to_the_activities_that_count_it(words: tuple[str, ...], found: set[int]) -> None:
    assert match(words, (CHECKS, WALKS, TALKS)) == found


def asked(session: Session, text: str) -> list[str]:
    """By a chief of Hofors, where one check of four had 45 vehicles, and of Ockelbo, where none is reported."""
    cia = person(session, "UCIA", Role.CHIEF)
    for name in ("Hofors", "Ockelbo"):
        place = municipality(session, name)
        rows.grant(session, cia, Role.CHIEF, place)
        promise = rows.agreement(session, place)
        checks = rows.activity(session, promise, place, "trafikkontroll", "Kontroller", goal=4)
        rows.activity(session, promise, place, "motorburen_insats", "Epor", goal=2)
        if name == "Hofors":
            rows.report(session, rows.occasion(session, checks, stockholm(4, 18)), cia, measures={"fordon": 45})
    found = progress_overview.ask(session, acting(session, cia, MONDAY), text, MONDAY)
    return str(views.answer(found, MONDAY)["text"]).splitlines()


def test_the_number_stands_before_how_it_is_going(session: Session) -> None:
    assert asked(session, "hur många fordon har kontrollerats i Hofors?")[:2] == [
        "Hofors, trafikkontroller: ligger efter.",
        "Fordon: 45 i år.",
    ]


def test_what_nobody_reported_is_said_to_be_that(session: Session) -> None:
    assert asked(session, "hur många rattfyllerister har ni tagit i Ockelbo?")[1] == (
        "Misstänkt rattfylleri: inget rapporterat i år."
    )


async def test_of_several_municipalities_each_tells_its_own(full_house: House) -> None:
    said = await wrote(full_house, "cia", "hur många fordon har kontrollerats i år?")

    assert said.splitlines()[:4] == [
        "*Läget måndag 23 november*",
        "*Timrå, trafikkontroller (exempel):* Fordon: 986 i år",
        "[Visa]",
        "*Hofors, trafikkontroller (exempel):* Fordon: 439 i år",
    ]
