"""A stated time against the year of a title, and years that are not the agreement's."""

from datetime import date

import pytest

from bot.domain.agreement_text import Proposal, Topic, read_agreement_text

Days = tuple[date | None, date | None]
FILLING = (
    "Bakgrund",
    "Många har svarat på frågor om hur de har det.",
    "Bilden delas av skolan.",
    "Trafiken är ett problem.",
    "Vi samarbetar brett.",
)
UNKNOWN = (None, None)


def read(*lines: str) -> Proposal:
    return read_agreement_text("\n\n".join([*lines, "Polisen ska genomföra trafikkontroller i tätorten."]))


def period(*lines: str) -> Days:
    found = read(*lines)
    return found.period_start, found.period_end


def is_asked(*lines: str) -> bool:
    return Topic.PERIOD in {question.about for question in read(*lines).questions}


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("Giltighetstid: 2018-11-28 - 2020-05-31", date(2018, 11, 28), date(2020, 5, 31)),
        ("2018-01-01--2019-12-31", date(2018, 1, 1), date(2019, 12, 31)),
        ("Gäller från november 2018 till och med maj 2020.", date(2018, 11, 1), date(2020, 5, 31)),
        ("Polisen lovar från november 2018 till och med maj 2020:", date(2018, 11, 1), date(2020, 5, 31)),
        ("Mellan den 1 september 2018 och den 31 augusti 2019 ska vi:", date(2018, 9, 1), date(2019, 8, 31)),
        ("Löftena ska gälla från 1 maj 2018 till och med 30 april 2019.", date(2018, 5, 1), date(2019, 4, 30)),
        ("För att minska oron lovar vi från maj 2018 till april 2019:", date(2018, 5, 1), date(2019, 4, 30)),
        ("Löftet gäller mellan 1 maj 2018 och 30 april 2019.", date(2018, 5, 1), date(2019, 4, 30)),
        ("Löftesperiod 180401-190331", date(2018, 4, 1), date(2019, 3, 31)),
        ("Löftet gäller 1/4 2018–31/3 2019.", date(2018, 4, 1), date(2019, 3, 31)),
        ("Löftet gäller 1/4–31/12 2018.", date(2018, 4, 1), date(2018, 12, 31)),
        ("Löftet gäller april–december 2018.", date(2018, 4, 1), date(2018, 12, 31)),
        ("Löftet gäller från april till och med mars 2019.", date(2018, 4, 1), date(2019, 3, 31)),
        ("Löftet gäller 1 april–30 november.", date(2018, 4, 1), date(2018, 11, 30)),
    ],
)
def test_a_stated_span_wins_over_the_year_of_the_title_wherever_it_stands(line: str, first: date, last: date) -> None:
    assert period("Medborgarlöfte Arvika 2018", line) == (first, last)
    assert period("Medborgarlöfte Arvika 2018", *FILLING, line) == (first, last)


def test_a_label_may_stand_on_the_line_above() -> None:
    assert period("Medborgarlöfte Arvika 2018", *FILLING, "Giltighetstid", "2018-04-01 - 2019-03-31") == (
        date(2018, 4, 1),
        date(2019, 3, 31),
    )


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Löftet gäller under hösten och våren 2016/2017.", (date(2016, 7, 1), date(2017, 6, 30))),
        ("Löftet gäller hösten 2016 och våren 2017.", (date(2016, 7, 1), date(2017, 6, 30))),
        ("Löftet gäller till årsskiftet 2018/2019.", (None, date(2018, 12, 31))),
        ("Löftet gäller från den 1 mars 2018 till årsskiftet 2018/19.", (date(2018, 3, 1), date(2018, 12, 31))),
        ("Följande löften har valts för 2019-2020:", (date(2019, 1, 1), date(2020, 12, 31))),
        ("Under åren 2018–2019 lovar polisen att:", (date(2018, 1, 1), date(2019, 12, 31))),
        ("Polisen och kommunen har enats om följande för 2018:", (date(2018, 1, 1), date(2018, 12, 31))),
    ],
)
def test_seasons_turns_of_the_year_and_lead_ins_are_read(line: str, days: Days) -> None:
    assert period("Medborgarlöfte Arvika", *FILLING, line) == days


@pytest.mark.parametrize(
    "line",
    [
        "Löftet gäller verksamhetsåret 2017/2018.",
        "För 2017/2018 lovar polisen att:",
        "Löftet gäller i två år.",
        "Löftet gäller i 18 månader.",
        "Löftet har förlängts till och med 2018.",
    ],
)
def test_what_is_longer_than_the_year_of_the_title_is_asked_about(line: str) -> None:
    assert period("Medborgarlöfte Arvika 2017", *FILLING, line) == UNKNOWN
    assert is_asked("Medborgarlöfte Arvika 2017", *FILLING, line)


@pytest.mark.parametrize(
    "line",
    [
        "Reviderad 2018",
        "Medborgardialog 2018",
        "Vi tecknar nya överenskommelser 2018.",
        "Under 2018 kommer nya överenskommelser att tas fram.",
        "Löftet bygger på en medborgardialog som hölls hösten 2017.",
        "Medborgarlöftet grundar sig på trygghetsundersökningen 2017.",
        "Dialogen pågick 1 oktober 2017–31 januari 2018.",
    ],
)
def test_years_of_revisions_surveys_and_what_is_to_come_are_not_the_period(line: str) -> None:
    assert period("Medborgarlöfte Arvika", line) == UNKNOWN
    assert period("Medborgarlöfte Arvika 2019", line) == (date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    "line",
    [
        "Från 1 maj 2018 till 31 oktober 2018 ska polisen ha cykelpatrull.",
        "Polisen lovar att mellan 1 juni 2018 och 31 december 2018 genomföra kontroller.",
    ],
)
def test_the_time_of_one_activity_is_not_that_of_the_whole(line: str) -> None:
    assert period("Medborgarlöfte Arvika 2018–2019", *FILLING, line) == (date(2018, 1, 1), date(2019, 12, 31))


def test_what_goes_on_until_further_notice_has_no_end_by_its_title() -> None:
    assert period("Medborgarlöfte Arvika 2018", "Löftet gäller från 2018 och tills vidare.") == (date(2018, 1, 1), None)


def test_the_agreement_that_a_promise_is_a_part_of_has_its_own_time() -> None:
    line = "Löftet är en del av samverkansöverenskommelsen 2017–2020."

    assert period("Medborgarlöfte Arvika 2018", *FILLING, line) == (date(2018, 1, 1), date(2018, 12, 31))


def test_a_span_that_ends_before_it_begins_is_asked_about() -> None:
    line = "Löftet gäller från 1 januari 2027 till och med 31 december 2026."

    assert period("Medborgarlöfte Arvika 2027–2028", *FILLING, line) == UNKNOWN
    assert is_asked("Medborgarlöfte Arvika 2027–2028", *FILLING, line)
