"""What a follow-up is gathered from: the sandbox's year in each municipality, and years made for one thing each."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlmodel import Session, col, select

from bot.domain.follow_up import Ahead, Feedback, Followed, FollowUp, Held
from bot.domain.periods import Period
from bot.domain.words import AgreementState, Form, OutcomeStatus
from bot.services.follow_up import gather
from storage.models import Municipality
from tests.seeded import START, told

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
AUTUMN = Period(date(2026, 9, 1), date(2026, 12, 31))
FORUMS = tuple(
    Held(date(2026, *day), None, OutcomeStatus.DONE, None, 1, "Högstadieskolan", "åk 9 attityder", planned=True)
    for day in ((2, 24), (5, 5), (9, 29))
)
SEEDED = {
    "Hofors": """\
Medborgarlöfte för Hofors 2026 (exempel)
 Trygghet
  Trafikkontroller: 10 av 12, 10 + 0 + 2
  Insatser mot problem med motorburna ungdomar: 4 av 6, 6 + 0 + 0
  Trygghetsvandringar: 1 av 2, 1 + 1 + 0
 Mot droger
  Riktade insatser mot vapen och narkotika: 3 av 4, 3 + 0 + 1
  Stöd till alkoholfria aktiviteter som andra ordnar: 7, 3 + 1 + 0
  Samtal med unga om attityder i trafiken: 1 av 2, 1 + 1 + 0""",
    "Kommunen i exemplet": """\
Medborgarlöfte för Kommunen i exemplet 2026 (exempel)
 Trygghet
  Berätta hur det är och rätta felaktiga påståenden: 1, 3 + 1 + 0
  Gemensam lägesbild: 10, 10 + 2 + 0
  Fler ute på de platser som lägesbilden pekar ut: 36 av 40, 37 + 4 + 0
 Narkotika bland unga
  Tidigt upptäcka unga, både killar och tjejer, som riskerar missbruk: 38, 10 + 2 + 0
 Trafiksäkerhet
  Insatser på platser där trafiken har pekats ut som ett problem: 2, 3 + 0 + 1""",
    "Ockelbo": """\
Medborgarlöfte för Ockelbo 2026 (exempel)
 En tryggare plats
  En bättre gemensam lägesbild som grund för insatser, till exempel i trafiken: 10 av 12, 10 + 2 + 0
 Mindre droger bland unga
  Möta unga på planerade forum om attityder och ANDT: 3 av 4, 3 + 1 + 0""",
    "Timrå": """\
Medborgarlöfte för Timrå 2026 (exempel)
 Våld i nära relationer
  Öka kunskapen hos invånarna om våld i nära relationer: 2 av 2, 3 + 1 + 0
  Nå fler fastighetsägare med Huskurage, till exempel bostadsrättsföreningar: 3, 3 + 1 + 0
 Trygghet
  Synlig polis till fots: 31 av 44, 39 + 4 + 0
  Bättre belysning längs gångvägarna i centrala Timrå: 1, 1 + 0 + 0
  Riktade insatser mot öppen droghandel: 5 av 6, 5 + 0 + 1
  Informationsträffar om alkohol och droger: 3 av 4, 3 + 1 + 0
  Trafikkontroller vid riskplatser: 20 av 24, 20 + 0 + 3
Samverkansöverenskommelse för Timrå 2025–2029 (exempel)
 Otrygghet
  Synlig polis till fots: 31 av 44, via Medborgarlöfte för Timrå 2026 (exempel)
 Unga, droger och alkohol
  Förebyggande arbete bland unga: 3, 3 + 1 + 0
  Fortsätta med ”Tillsammans mot nätdroger”: 3, 3 + 1 + 0
 Trafik
  Trafikkontroller vid riskplatser: 20 av 24, via Medborgarlöfte för Timrå 2026 (exempel)
 Samverkan
  Polisen deltar när rådet för trygghet och hälsa möts: 3 av 4, 3 + 1 + 0
  Ta fram en strategi för kommunikationen, med riktlinjer för vem som uttalar sig: 0, 0 + 0 + 0""",
}
"""Done of the goal, then what was held, is ahead, and is withheld."""


@pytest.fixture(scope="module")
def seeded() -> Iterator[Session]:
    with told() as session:
        yield session


def of_seed(session: Session, name: str, period: Period = YEAR) -> FollowUp:
    place = session.exec(select(Municipality.id).where(col(Municipality.name) == name)).one()
    return gather(session, [place], period, START, place=name)


def named(found: FollowUp, beginning: str) -> Followed:
    return next(one for one in found.activities() if one.progress.frame.title.startswith(beginning) and not one.via)


def told_of(found: FollowUp) -> Iterator[str]:
    for agreement in found.agreements:
        yield agreement.title
        for area in agreement.areas:
            yield f" {area.title}"
            yield from (f"  {line_of(one)}" for one in area.activities)


def line_of(one: Followed) -> str:
    tally = one.progress.tally
    goal = "" if tally.goal is None else f" av {tally.goal}"
    rest = f"via {one.via}" if one.via else f"{len(one.held)} + {len(one.ahead)} + {one.withheld}"
    return f"{one.progress.frame.title}: {tally.done}{goal}, {rest}"


@pytest.mark.parametrize("name", SEEDED)
def test_the_year_of_each_municipality(seeded: Session, name: str) -> None:
    assert "\n".join(told_of(of_seed(seeded, name))) == SEEDED[name]


@pytest.mark.parametrize("name", SEEDED)
def test_what_is_held_adds_up_to_what_is_done(seeded: Session, name: str) -> None:
    own = [one for one in of_seed(seeded, name).activities() if not one.via]

    assert [sum(held.count for held in one.held) for one in own] == [one.progress.tally.done for one in own]


def test_an_activity_whole(seeded: Session) -> None:
    forums = named(of_seed(seeded, "Ockelbo"), "Möta unga")

    assert (forums.lead, forums.parties) == ("Ockelbo kommun", ("Polisen i Gästrikland", "Skolan i Ockelbo"))
    assert forums.held == FORUMS
    assert forums.ahead == (Ahead(date(2026, 12, 1), None, "Högstadieskolan"),)


def test_an_agreement_whole(seeded: Session) -> None:
    promise, collaboration = of_seed(seeded, "Timrå").agreements

    assert promise.signed == ("Polisen i Medelpad", "Timrå kommun", "Timråbo")
    assert promise.partners == ("Socialtjänsten i Timrå",)
    assert (promise.spokesperson, promise.state, promise.example) == ("kommunikatör", AgreementState.CURRENT, True)
    assert collaboration.period == Period(date(2025, 4, 1), date(2029, 3, 31))


def test_how_fresh_it_is(seeded: Session) -> None:
    found = of_seed(seeded, "Timrå")

    assert (found.newest, found.missing, found.missing_since) == (date(2026, 11, 20), 2, date(2026, 11, 12))


def test_of_a_protected_activity_there_is_no_place_no_note_and_nothing_ahead(seeded: Session) -> None:
    checks = named(of_seed(seeded, "Timrå"), "Trafikkontroller")

    assert {(held.place, held.note) for held in checks.held} == {("", "")}
    assert (checks.ahead, checks.withheld, checks.progress.tally.next_start) == ((), 3, None)


def test_of_a_tertial_only_what_began_in_it_and_what_comes_after_it(seeded: Session) -> None:
    found = named(of_seed(seeded, "Ockelbo", AUTUMN), "Möta unga")

    assert (found.held, [one.day for one in found.ahead]) == (FORUMS[2:], [date(2026, 12, 1)])


def test_agreements_that_have_ended_are_followed_up_for_the_years_they_held(seeded: Session) -> None:
    found = of_seed(seeded, "Timrå", Period(date(2022, 1, 1), date(2022, 12, 31)))

    assert [(one.title, one.state) for one in found.agreements] == [
        ("Reviderat medborgarlöfte för Timrå 2021–2022", AgreementState.ENDED),
        ("Samverkansöverenskommelse för Timrå 2019–2023", AgreementState.ENDED),
    ]


def test_what_was_told_to_people(seeded: Session) -> None:
    assert of_seed(seeded, "Kommunen i exemplet").feedback == (
        Feedback(date(2026, 3, 31), "kommunikationsinsats", "Berätta hur det är och rätta felaktiga påståenden"),
    )


@settings(max_examples=20, deadline=None)
@given(st.sampled_from([*SEEDED]), st.dates(date(2019, 1, 1), date(2028, 1, 1)), st.integers(0, 800))
def test_of_any_days_what_is_held_adds_up_and_nothing_protected_is_told(
    seeded: Session, name: str, first: date, more: int
) -> None:
    for one in of_seed(seeded, name, Period(first, first + timedelta(days=more))).activities():
        tally, frame = one.progress.tally, one.progress.frame
        if not one.via and frame.form is not Form.DELIVERABLE:  # which is done or not, whenever it is asked about
            assert sum(held.count for held in one.held) == tally.done
        if frame.protected:
            assert (one.ahead, tally.next_start) == ((), None)
            assert {(held.place, held.note) for held in one.held} <= {("", "")}


def test_it_asks_the_database_a_few_times_however_much_there_is(seeded: Session) -> None:
    asked: list[str] = []
    event.listen(seeded.get_bind(), "before_cursor_execute", lambda *call: asked.append(call[2]))
    of_seed(seeded, "Hofors")

    assert len(asked) <= 20
