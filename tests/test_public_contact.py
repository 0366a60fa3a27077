"""Whom citizens may turn to: a function of an authority, never a person."""

from datetime import date

import pytest

from bot.domain.errors import FieldErrors
from bot.domain.public_contact import SUPERVISOR, Contact
from bot.domain.words import Conformity
from bot.views.public_contact import NOTHING_SAID, PERSON, YET_SOMETHING, read
from tests.factories import NOW

FILLED = {
    "authority": "Timrå kommun", "function": "trygghetssamordnaren", "reach": "kommunens växel", "conformity": "full",
}  # fmt: skip


def test_what_is_left_out_is_what_is_usual() -> None:
    assert read(FILLED, NOW) == Contact(
        authority="Timrå kommun",
        function="trygghetssamordnaren",
        reach="kommunens växel",
        stated_on=date(2026, 11, 20),
        conformity=Conformity.FULL,
        shortcomings="",
        tested="",
        supervisor=SUPERVISOR,
    )


@pytest.mark.parametrize("reach", ["trygghet@kommun.example", "0000-00 00 00", "https://kommun.example/kontakt"])
def test_an_authority_may_be_reached_any_way(reach: str) -> None:
    assert read(FILLED | {"reach": reach}, NOW).reach == reach


@pytest.mark.parametrize("reach", ["eva.ek@kommun.example", "Skriv till åsa.öberg2@kommun.example"])
def test_but_not_at_a_persons_address(reach: str) -> None:
    with pytest.raises(FieldErrors) as refused:
        read(FILLED | {"reach": reach}, NOW)
    assert refused.value.fields == {"reach": PERSON}


def test_other_fields_hold_no_data_about_anybody() -> None:
    with pytest.raises(FieldErrors) as refused:
        read(FILLED | {"shortcomings": "Ring 070-000 00 00"}, NOW)
    assert refused.value.fields["shortcomings"].startswith("Texten ser ut att innehålla ett telefonnummer.")


@pytest.mark.parametrize(
    ("conformity", "shortcomings", "fault"),
    [("full", "kartan saknar text", YET_SOMETHING), ("partly", "", NOTHING_SAID), ("not", "", NOTHING_SAID)],
)
def test_the_judgement_and_the_shortcomings_say_the_same(conformity: str, shortcomings: str, fault: str) -> None:
    with pytest.raises(FieldErrors) as refused:
        read(FILLED | {"conformity": conformity, "shortcomings": shortcomings}, NOW)
    assert refused.value.fields == {"shortcomings": fault}


def test_what_ends_with_a_full_stop_stands_inside_a_sentence() -> None:
    said = {"reach": "kommunens växel.", "tested": "test med skärmläsare. ", "conformity": "partly"}
    found = read(FILLED | said | {"shortcomings": "Kartan saknar text."}, NOW)

    assert (found.reach, found.tested, found.shortcomings) == (
        "kommunens växel", "test med skärmläsare", "Kartan saknar text",
    )  # fmt: skip
