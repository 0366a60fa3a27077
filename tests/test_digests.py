"""The list of a week: one message on the first morning that a person works, with what there is to say to them."""

from datetime import date, datetime

from sqlmodel import Session, select

from bot.domain.subscriptions import PROGRESS
from bot.domain.words import Form
from bot.sandbox.house import House
from bot.sandbox.personas import BO, EVA
from bot.services import handovers, people
from storage.models import Absence, Person, Subscription
from tests.factories import stockholm
from tests.mondays import BUTTONS, on_monday, told, walk
from tests.scenes import LEAD, WITH, agreed, planned, scene
from tests.seen import heard, pressed

WALK = "I morgon, tisdag 1 december kl. 18–20: trygghetsvandring, Timrå centrum"


async def test_a_person_gets_their_week(house: House) -> None:
    await walk(house)
    await on_monday(house)
    assert told(house, "bo") == [f"*Din vecka 49: 1 tillfälle*\n*{WALK}*\nDu leder.\n{BUTTONS}\n[Mina tillfällen]"]


async def test_it_says_the_same_to_the_lock_screen(house: House) -> None:
    await walk(house)
    await on_monday(house)
    assert heard(house.person("bo"))[-1].text == f"Din vecka 49: 1 tillfälle\n{WALK}"


async def test_what_lacks_a_report_stands_in_it(house: House) -> None:
    await scene(house, "fotpatrullering", {"anna": LEAD, "bo": WITH}, stockholm(27, 19), stockholm(27, 21))
    await on_monday(house)
    assert told(house, "bo") == [
        "*Din vecka 49: 1 rapport saknas*\n*Saknar rapport*\n"
        "Fotpatrullering fredag 27 november kl. 19–21, Timrå\n[Rapportera]\n[Mina tillfällen]"
    ]


async def test_who_has_nothing_to_hear_hears_nothing(house: House) -> None:
    await walk(house)
    await on_monday(house)
    assert (told(house, "anna"), told(house, "eva")) == ([], [])


async def test_a_protected_one_tells_the_lock_screen_nothing(house: House) -> None:
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(2, 20, month=12), stockholm(2, 21, month=12))
    await on_monday(house)
    assert heard(house.person("anna"))[-1].text == (
        "Din vecka 49: 1 tillfälle\nTrafikkontroll: skyddad, tid och plats står bara i meddelandet"
    )


async def test_a_quarter_belongs_to_the_week_in_which_it_ends(house: House) -> None:
    work = await agreed(house, "kampanj", {"finn": LEAD}, form=Form.CONTINUOUS, title="Sprida Huskurage")
    await planned(house, work, stockholm(1, 0, month=10), stockholm(1, 0, month=1, year=2027))
    await on_monday(house)
    assert told(house, "finn") == []


async def test_a_colleague_who_has_not_answered_is_asked_again(house: House) -> None:
    question = (
        "<@U0BO> frågar om du kan ta över: trygghetsvandring i morgon, tisdag 1 december kl. 18–20, Timrå centrum"
    )
    await house.bot.db.write(ask_hugo, await walk(house), house.clock.now())
    await on_monday(house)
    assert told(house, "hugo") == [f"*Din vecka 49: 1 fråga till dig*\n{question}\n[Svara]\n[Mina tillfällen]"]
    assert "[Ja, jag tar den] [Nej, jag kan inte]" in await pressed(house, "hugo", "Svara")


async def test_a_coordinator_gets_the_week_of_their_municipalities(house: House) -> None:
    occurrence_id = await walk(house)
    await scene(house, "trafikkontroll", {"anna": LEAD}, stockholm(2, 20, month=12), stockholm(2, 21, month=12))
    await scene(house, "fotpatrullering", {"anna": LEAD}, stockholm(27, 12), stockholm(27, 14))
    await house.bot.db.write(ask_hugo, occurrence_id, house.clock.now())
    await on_monday(house)
    assert told(house, "dina")[0] == (
        f"*Vecka 49 i dina kommuner: 2 tillfällen*\n{WALK} (<@U0BO>)\n"
        "Skyddade, visas bara för dem som ska vara med: 1\n"
        "*Saknar rapport: 1*\nFotpatrullering fredag 27 november kl. 12–14, Timrå\n"
        "*Överlämningar utan svar: 1*\n"
        "Trygghetsvandring i morgon, tisdag 1 december kl. 18–20, Timrå centrum: "
        "<@U0BO> har frågat <@U0HUGO>, och är med tills svaret kommer."
    )


async def test_who_is_both_gets_one_message(house: House) -> None:
    await walk(house, {"dina": LEAD})
    await on_monday(house)
    assert told(house, "dina") == [
        f"*Din vecka 49: 1 tillfälle*\n*{WALK}*\nDu leder.\n{BUTTONS}\n[Mina tillfällen]\n"
        f"*Vecka 49 i dina kommuner: 1 tillfälle*\n{WALK} (<@U0DINA>)"
    ]


async def test_who_is_away_all_week_gets_none(house: House) -> None:
    await house.bot.db.write(away, BO.user_id, date(2026, 11, 30), date(2026, 12, 6))
    await walk(house)
    await on_monday(house)
    assert [one for one in told(house, "bo") if "Din vecka" in one] == []


async def test_in_the_evening_it_is_too_late(house: House) -> None:
    await walk(house)
    await on_monday(house, stockholm(30, 18, 1))
    assert [one for one in told(house, "bo") if "Din vecka" in one] == []


async def test_a_chief_hears_on_the_first_monday_of_the_month(full_house: House) -> None:
    await on_monday(full_house)
    assert told(full_house, "eva") == []


async def test_a_chief_hears_as_often_as_they_asked_for(full_house: House) -> None:
    await full_house.bot.db.write(subscribe, EVA.user_id, "week")
    await on_monday(full_house)
    assert [one.splitlines()[0] for one in told(full_house, "eva")] == ["*Läget måndag 30 november*"]


def ask_hugo(session: Session, occurrence_id: int, now: datetime) -> None:
    bo = people.actor(session, BO.team_id, BO.user_id, now)
    handovers.ask(session, bo, occurrence_id, "U0HUGO", now)


def away(session: Session, user_id: str, first: date, last: date) -> None:
    session.add(Absence(person_id=_id(session, user_id), starts_on=first, ends_on=last))


def subscribe(session: Session, user_id: str, cadence: str) -> None:
    person_id = _id(session, user_id)
    session.add(Subscription(person_id=person_id, subject=PROGRESS, cadence=cadence))


def _id(session: Session, user_id: str) -> int:
    return session.exec(select(Person.id).where(Person.user_id == user_id)).one()
