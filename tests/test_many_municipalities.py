"""Who follows more municipalities than Slack has room for is told how many are left out, and what to write instead."""

from contextlib import contextmanager
from datetime import date

from bot.domain.periods import Period
from bot.domain.permissions import Actor
from bot.domain.words import Role
from bot.services import agreement_drafts
from bot.views import follow_up, publications, school_holidays
from storage.models import Municipality
from tests import factories

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
ALL = [(number, f"Kommun {number}") for number in range(1, 291)]


def test_of_follow_ups() -> None:
    told = follow_up.which(follow_up.Which(ALL, YEAR))

    assert len(told["blocks"][1]["elements"][0]["options"]) == 100
    assert told["text"].endswith("\n190 till visas inte här. Skriv uppföljning och kommunens namn till mig.")


def test_of_pages_for_citizens() -> None:
    told = publications.which(publications.Which(ALL, YEAR))

    assert len(told["blocks"][1]["elements"]) == 20
    assert told["text"].endswith("\n270 till visas inte här. Skriv återkoppling och kommunens namn till mig.")


def test_where_there_is_room_nothing_is_said_of_it() -> None:
    assert follow_up.which(follow_up.Which(ALL[:2], YEAR))["text"] == "Vilken kommuns uppföljning vill du se, för 2026?"


def test_of_school_holidays() -> None:
    town = school_holidays.form(school_holidays.Listing([], ALL))["blocks"][0]

    assert len(town["element"]["options"]) == 100
    assert town["hint"]["text"] == "190 kommuner till får inte plats här. Be samordnaren i kommunen lägga in loven."


def test_of_an_agreements_municipality_which_is_written_instead() -> None:
    with contextmanager(factories.memory)() as session:
        places = [Municipality(key=f"k{number}", name=name, prefix=f"K{number}") for number, name in ALL[:101]]
        session.add_all(places)
        session.flush()
        few, many = ({one.id: {Role.COORDINATOR} for one in places[:count]} for count in (100, 101))

        assert len(agreement_drafts.towns(session, Actor(1, "T", "U", external=False, roles=few)) or ()) == 100
        assert agreement_drafts.towns(session, Actor(1, "T", "U", external=False, roles=many)) is None
