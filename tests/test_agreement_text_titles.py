"""Focus areas that say that they are one."""

import pytest

from bot.domain.agreement_draft_of_text import draft_of_text
from bot.domain.agreement_text import read_agreement_text

TEXT = """\
Medborgarlöfte 2027 för Sjöby kommun

{first}
- Polisen ska fotpatrullera i centrum varje vecka
- Kommunen genomför trygghetsvandringar fyra gånger per år

{second}
- Polisen genomför trafikkontroller vid skolor
"""


@pytest.mark.parametrize("label", ["Fokusområde {}: ", "Fokusområde {} – ", "Fokusområde: ", "Område {}: ", ""])
def test_a_title_is_read_without_its_number(label: str) -> None:
    text = TEXT.format(first=label.format(1) + "Trygghet i centrum", second=label.format(2) + "Trafik")

    found = read_agreement_text(text).focus_areas

    assert [(area.title, len(area.activities)) for area in found] == [("Trygghet i centrum", 2), ("Trafik", 1)]


def test_focus_areas_listed_together_are_no_activities() -> None:
    overview = "Fokusområden\n- Trygghet i centrum\n- Trafik\n\n"
    assert len(read_agreement_text(overview + TEXT.format(first="Trygghet", second="Trafik")).activities) == 3


def test_how_often_it_is_followed_up_is_asked_about_and_not_lost() -> None:
    text = TEXT.format(first="Trygghet", second="Trafik") + "\nUppföljning sker varje kvartal.\n"

    assert "Texten säger ”varje kvartal” om uppföljningen. Hur görs den, av vem och till vem?" in [
        question.text for question in draft_of_text(read_agreement_text(text)).questions
    ]
