"""Work that goes on is asked about once: one message for all of a person's that are due the same morning."""

from datetime import datetime

from sqlmodel import Session, col, select

from bot.domain.report import Report
from bot.domain.words import Form
from bot.sandbox.house import House
from bot.sandbox.personas import FINN
from bot.services import outcomes, people
from storage.models import Occurrence, Outcome
from tests.factories import stockholm
from tests.scenes import LEAD, agreed, planned
from tests.seen import heard, pressed, shown, submitted

QUARTER = stockholm(1, 0, month=10), stockholm(1, 0, month=1, year=2027)
EXAMPLE = "Svara med en rad, till exempel: 2 timmar, 12 utskick"
DONE = "Rapporterad: Sprida Huskurage, kvartal 4. Rapport TIM-2026-0001."
ANSWERS = "[Rapportera] [Inget nytt] [Fråga mig senare]"


def question(title: str) -> str:
    return f"*{title}, Timrå: vad har ni gjort sedan torsdag 1 oktober?*\n{EXAMPLE}\n{ANSWERS}"


async def asked(house: House, *titles: str, form: Form = Form.CONTINUOUS, report_first: bool = False) -> None:
    """Finn, at the end of the quarter."""
    for title in titles:
        work = await agreed(house, "kampanj", {"finn": LEAD}, form=form, title=title)
        await planned(house, work, *QUARTER)
    if report_first:
        await house.bot.db.write(report, house.clock.now())
    house.clock.wind_to(stockholm(30, 9, month=12))
    await house.settled()


def report(session: Session, now: datetime) -> None:
    finn = people.actor(session, FINN.team_id, FINN.user_id, now)
    first = session.exec(select(Occurrence.id).order_by(col(Occurrence.id))).first()
    assert first
    outcomes.save(session, finn, outcomes.existing(session, first), Report(), now)


def told(house: House) -> list[str]:
    return [shown(message) for message in heard(house.person("finn"))]


async def test_one_message_asks_about_all(house: House) -> None:
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen")
    assert told(house) == [
        f"*2 frågor om det som pågår*\n{question('Sprida Huskurage')}\n{question('Lys upp gångvägen')}"
    ]


async def test_one_question_is_asked_alone(house: House) -> None:
    await asked(house, "Sprida Huskurage")
    assert told(house) == [question("Sprida Huskurage")]


async def test_what_is_answered_becomes_a_line_and_the_others_keep_their_buttons(house: House) -> None:
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen")
    await pressed(house, "finn", "Inget nytt")
    assert told(house) == [f"*1 fråga om det som pågår*\n{DONE}\n{question('Lys upp gångvägen')}"]


async def test_two_presses_of_a_button_give_one_report(house: House) -> None:
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen")
    await house.person("finn").press_label("Inget nytt")
    await pressed(house, "finn", "Inget nytt")
    assert told(house)[0].count("Rapport TIM-2026-0001") == 1


async def test_a_form_answers_one_of_them(house: House) -> None:
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen")
    await pressed(house, "finn", "Rapportera")
    await submitted(house, "finn", m_timmar="2")
    assert told(house) == [f"*1 fråga om det som pågår*\n{DONE}\n{question('Lys upp gångvägen')}"]


async def test_one_is_put_off_to_the_next_working_morning(house: House) -> None:
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen")
    await pressed(house, "finn", "Fråga mig senare")
    later = "*Jag frågar igen måndag 4 januari 2027 kl. 8 om Sprida Huskurage, kvartal 4, Timrå.*\n[Rapportera]"
    assert told(house) == [f"*1 fråga om det som pågår*\n{later}\n{question('Lys upp gångvägen')}"]


async def test_what_is_taken_back_has_its_buttons_again(house: House) -> None:
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen")
    before = told(house)
    await house.person("finn").press_label("Inget nytt")
    await house.settled()
    await house.bot.db.write(take_back, house.clock.now())
    await house.settled()
    assert told(house) == before


async def test_when_all_are_answered_nothing_is_left_to_press(house: House) -> None:
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen")
    await pressed(house, "finn", "Inget nytt")
    await pressed(house, "finn", "Inget nytt")
    second = DONE.replace("Sprida Huskurage", "Lys upp gångvägen").replace("0001", "0002")
    assert told(house) == [f"*Det som pågår: inget mer att svara på nu*\n{DONE}\n{second}"]


async def test_what_is_answered_before_is_not_asked(house: House) -> None:
    await asked(house, "Sprida Huskurage", "Lys upp gångvägen", report_first=True)
    assert told(house)[-1] == question("Lys upp gångvägen")


async def test_a_thirteenth_comes_in_a_second_message(house: House) -> None:
    await asked(house, *(f"Arbete {number}" for number in range(1, 14)))
    assert [one.splitlines()[0] for one in told(house)] == [
        "*12 frågor om det som pågår*",
        question("Arbete 13").splitlines()[0],
    ]


async def test_what_was_needed_is_asked_in_its_own_words(house: House) -> None:
    await asked(house, "Bemöta påståenden", "Tillfälligt stöd", form=Form.WHEN_NEEDED)
    assert told(house)[0].splitlines()[1:4] == [
        "*Bemöta påståenden, Timrå: har det behövts sedan torsdag 1 oktober?*",
        EXAMPLE,
        "[Ja, rapportera] [Behövdes inte] [Fråga mig senare]",
    ]


def take_back(session: Session, now: datetime) -> None:
    finn = people.actor(session, FINN.team_id, FINN.user_id, now)
    outcomes.undo(session, finn, session.exec(select(Outcome.id)).one(), now)
