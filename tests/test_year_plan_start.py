"""Planning a year begins with what the agreement says of how often or when."""

from datetime import date

import pytest
from sqlmodel import Session

from bot.domain.periods import Period
from bot.domain.words import Form, GoalOrigin, Per
from bot.domain.year_plan_start import Agreed, YearStart, start
from bot.sandbox.house import House
from storage.models import Activity, Goal
from tests.factories import NOW
from tests.scenes import LEAD, agreed
from tests.seen import submitted, typed

YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))


def begun(words: str | None, form: Form = Form.DATED, *, per: Per | None = None, left: int | None = None) -> YearStart:
    return start(Agreed(words, form, YEAR, 0, per, left), NOW)


@pytest.mark.parametrize(
    "words",
    [
        "varje skollov", "alla helgfria torsdagar till 18 maj", "varje torsdag kl. 18–20", "sportlovet och höstlovet",
        "sport- och höstlov", "jul-, sport- och påsklov fredag kl. 19–22", "fredags- och lördagskvällar",
        "sista torsdagen varje månad, utom juli",
    ],
)  # fmt: skip
def test_what_is_a_rule_is_the_line(words: str) -> None:
    assert begun(words, per=Per.WEEK, left=52) == YearStart(line=words)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("minst tre gånger per år", 3), ("två kvällar i veckan", 104), ("varje termin", 2), ("varje månad", 12),
        ("veckovis", 52), ("månadsvis", 12), ("Månatligen", 12), ("tertialvis", 3), ("halvårsvis", 2),
    ],
)  # fmt: skip
def test_a_pace_is_a_number(words: str, count: int) -> None:
    assert begun(words).count == count
    assert begun(words, per=Per.YEAR, left=1).count == 1


def test_where_only_a_goal_is_known_the_number_is_what_is_left_of_it() -> None:
    assert begun(None, per=Per.YEAR, left=7) == YearStart(7)


@pytest.mark.parametrize("words", ["varje vecka under sommaren", "varannan vecka", "vecka 12 och 40", "vår och höst"])
def test_what_is_no_rule_is_asked_about_and_never_guessed(words: str) -> None:
    assert begun(words, per=Per.WEEK, left=52) == YearStart(asks=True)
    assert begun(words, per=Per.YEAR, left=2) == YearStart(2, asks=True)


def test_windows_need_no_day() -> None:
    assert begun("varje vecka", Form.WINDOW) == YearStart(line="varje vecka", stretch="week")
    assert begun("vecka 12 och 40", Form.WINDOW) == YearStart(line="vecka 12 och 40")


def test_what_goes_on_is_asked_about_as_often_as_is_agreed() -> None:
    assert begun("varje månad", Form.CONTINUOUS).stretch == "month"
    assert begun("en gång per kvartal", Form.CONTINUOUS).stretch == "quarter"


async def walks(house: House, words: str, count: int = 0) -> int:
    of = await agreed(house, "trygghetsvandring", {"bo": LEAD}, place="Timrå centrum")
    await house.bot.db.write(_say, of, words, count)
    return of


def _say(session: Session, of: int, words: str, count: int) -> None:
    row = session.get_one(Activity, of)
    row.recurrence = words
    session.add(row)
    if count:
        first, last = date(2026, 1, 1), date(2026, 12, 31)
        session.add(
            Goal(
                activity_id=of, origin=GoalOrigin.PROMISED, count=count, unit="vandringar", per=Per.WEEK,
                valid_from=first, valid_to=last,
            )
        )  # fmt: skip


async def test_the_form_is_filled_in_with_the_rule_and_needs_one_press(house: House) -> None:
    await walks(house, "tisdagar kl. 18–20 till 15 december")
    form = await typed(house, "dina", "/lofte planera trygga kvällar")
    assert form.startswith(
        "*Trygga kvällar, Timrå*\n"
        "I avtalet står: ”tisdagar kl. 18–20 till 15 december”.\n"
        "Inget antal är bestämt.\n"
        "Hur många planerar ni:\n"
        "Eller: när: tisdagar kl. 18–20 till 15 december\n"
    )
    assert "*November:* tis 24\n*December:* tis 1 · tis 8 · tis 15\n" in await submitted(house, "dina")


async def test_words_that_are_no_rule_stand_beside_the_empty_fields(house: House) -> None:
    await walks(house, "varje vecka under sommaren", 1)
    form = await typed(house, "dina", "/lofte planera trygga kvällar")
    assert form.startswith(
        "*Trygga kvällar, Timrå*\n"
        "I avtalet står: ”varje vecka under sommaren”. Det kan jag inte läsa som dagar. Skriv hur många, eller när.\n"
        "Utlovat: 1 vandring per vecka.\n"
        "Hur många planerar ni:\n"
        "Eller: när:\n"
    )
