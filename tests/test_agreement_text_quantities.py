"""How many times an agreement's text promises something, and what kind it means."""

import pytest

from bot.domain.agreement_text import Quantity
from bot.domain.agreement_text.kinds import form_of, goal_of, kind_of
from bot.domain.agreement_text.quantities import quantity_of
from bot.domain.kinds import KINDS
from bot.domain.words import Form, Per


@pytest.mark.parametrize(
    ("text", "count", "per"),
    [
        ("minst tre gånger per år", 3, Per.YEAR),
        ("en gång i veckan", 1, Per.WEEK),
        ("varje månad", 1, Per.MONTH),
        ("varje fredag och lördag", 2, Per.WEEK),
        ("en gång per termin", 2, Per.YEAR),
        ("två gånger per kvartal", 8, Per.YEAR),
        ("varannan månad", 6, Per.YEAR),
        ("en årlig trygghetsvandring", 1, Per.YEAR),
        ("sex trygghetsvandringar under perioden", 6, Per.PERIOD),
        ("minst 24 trafikkontroller under året", 24, Per.YEAR),
        ("4 ggr/år", 4, Per.YEAR),
        ("besöker byar med fler än hundra invånare två gånger per år", 2, Per.YEAR),
    ],
)
def test_a_number_is_counted_by_week_month_year_or_period(text: str, count: int, per: Per) -> None:
    assert quantity_of(text, None) == Quantity(count, per)


@pytest.mark.parametrize(
    "text",
    [
        "varje skollov",
        "alla helgfria torsdagar till 18 maj",
        "föreläsning i årskurs 8",
        "kontroller på väg 92",
        "inom tre dagar",
        "två upphöjda övergångsställen",
        "400 timmar i centrum",
        "regelbundna kontroller",
    ],
)
def test_another_number_is_no_quantity(text: str) -> None:
    assert quantity_of(text, None) is None


def test_a_number_without_a_time_is_for_the_whole_of_what_is_agreed() -> None:
    assert quantity_of("två trygghetsvandringar", 1) == Quantity(2, Per.YEAR)
    assert quantity_of("två trygghetsvandringar", 2) == Quantity(2, Per.PERIOD)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nykterhetskontroller vid färjan", "trafikkontroll"),
        ("Vi går en mörkervandring", "trygghetsvandring"),
        ("Polisen ska finnas till fots på torget", "fotpatrullering"),
        ("Föräldrar bjuds in till ett möte", "foraldramote"),
        ("insatser mot mopeder", "motorburen_insats"),
        ("kontroller av krogar", "riktad_insats"),
        ("fritidsgården hålls öppen", "alkoholfri_aktivitet"),
        ("byta belysning i parken", "fysisk_atgard"),
        ("betongsuggor på torget för att förhindra buskörning", "fysisk_atgard"),
        ("skriva om arbetet i kommunbladet", "kommunikationsinsats"),
        ("föreläsningar om droger", "informationsinsats"),
        ("låna ut reflexer", "ovrigt"),
    ],
)
def test_the_kind_is_told_by_the_words(text: str, kind: str) -> None:
    assert kind_of(text) == kind
    assert kind in KINDS


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("ta fram en strategi", Form.DELIVERABLE),
        ("insatser vid behov", Form.WHEN_NEEDED),
        ("löpande information", Form.CONTINUOUS),
        ("en kampanj vecka 47", Form.WINDOW),
        ("trygghetsvandringar", Form.DATED),
    ],
)
def test_the_form_is_told_by_the_words(text: str, form: Form) -> None:
    assert form_of(text, kind_of(text), counted=False) is form


def test_what_it_is_for_is_its_goal() -> None:
    assert goal_of("Trafikkontroller vid vägar för att höja trafiksäkerheten.") == "för att höja trafiksäkerheten"
    assert goal_of("Trafikkontroller vid vägar.") is None
