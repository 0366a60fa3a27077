"""Texts in an agreement file: no longer than messages hold, and nothing about private persons."""

import pytest

from bot.domain.agreement_file import FileError, load_yaml, read_agreement
from tests.plans import TEXT


def fault(was: str, becomes: str) -> str:
    with pytest.raises(FileError) as refused:
        read_agreement(load_yaml(TEXT.replace(was, becomes, 1)))
    [problem] = refused.value.problems
    return str(problem)


@pytest.mark.parametrize(
    ("was", "longest"), [("Medborgarlöfte för Timrå 2027", 300), ("Trygghetsvandringar", 300), ("Timrå centrum", 100)]
)
def test_a_text_that_no_message_holds_is_refused(was: str, longest: int) -> None:
    assert fault(was, "x" * (longest + 1)).endswith(f"är {longest + 1} tecken lång, och högst {longest} får plats.")
    read_agreement(load_yaml(TEXT.replace(was, "x" * longest, 1)))


def test_what_seems_about_a_private_person_is_refused_without_being_repeated() -> None:
    assert fault("Trygghetsvandringar", "Ring 070-174 06 05") == (
        "fokusområden[1].aktiviteter[1].titel: ser ut att innehålla ett telefonnummer. Skriv den utan."
    )


@pytest.mark.parametrize("was", ["Timrå centrum", "Trygghetsvandringar"])
def test_a_street_with_a_number_is_a_place(was: str) -> None:
    read_agreement(load_yaml(TEXT.replace(was, "Köpmangatan 14", 1)))
