"""A plan belongs to the agreement that it carries out, unless it calls itself a promise."""

import pytest

from bot.domain.agreement_text import read_agreement_text
from bot.domain.words import AgreementKind


@pytest.mark.parametrize(
    "text",
    [
        "Åtgärdsplan till samverkansöverenskommelsen mellan polisen och Arvika kommun\nVi lovar. Löftet följs upp.",
        "Aktivitetsplan utifrån överenskommelsen 2019\nVårt löfte till dig. Löftet följs upp varje år.",
        "Handlingsplan 2019\nPolisen och Arvika kommun\nPlanen hör till överenskommelsen. Löften väljs varje år.",
        "Bilaga 1 till överenskommelse om samverkan\nDet första löftet. Det andra löftet.",
        "Åtgärdsplan för Arvika\nPlanen är en bilaga till överenskommelsen. Medborgarlöften kan tas fram senare.",
    ],
)
def test_a_plan_under_an_agreement_is_of_its_kind(text: str) -> None:
    assert read_agreement_text(text).kind is AgreementKind.COLLABORATION


@pytest.mark.parametrize(
    "text",
    [
        "Medborgarlöfte – handlingsplan till överenskommelsen om samverkan",
        "Åtgärdsplan 2020\nPlanen utgör vårt medborgarlöfte och hör till överenskommelsen.",
        "Medborgarlöfte 2019\nLöftet ingår i handlingsplanen som hör till överenskommelsen.",
        "Handlingsplan 2020\nPolisen lovar mer. Detta är ett löfte.",
    ],
)
def test_a_plan_may_call_itself_a_promise(text: str) -> None:
    assert read_agreement_text(text).kind is AgreementKind.CITIZEN_PROMISE
