from pathlib import Path

import pytest

from bot.domain.agreement_file import load_example, read_agreement
from bot.domain.functions import FUNCTIONS
from bot.sandbox.personas import FINN, GRETA, PERSONAS

EXAMPLES = sorted((Path(__file__).parent.parent / "bot" / "sandbox" / "agreements").glob("*_exempel.yaml"))
HELD = {
    (position.function, place)
    for persona in PERSONAS
    for position in persona.positions
    for place in position.municipalities
}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_activity_of_an_example_has_a_persona(path: Path) -> None:
    agreement = read_agreement(load_example(path.read_text(encoding="utf-8"), 2026))
    [place] = agreement.municipalities
    asked = [one for one in agreement.activities if one.function]
    assert asked
    assert [one.key for one in asked if not HELD & {(one.function, place), (one.substitute_function, place)}] == []


def test_each_persona_is_somebody_of_their_own() -> None:
    assert len({persona.key for persona in PERSONAS}) == len({persona.user_id for persona in PERSONAS}) == len(PERSONAS)


def test_each_function_of_a_persona_exists() -> None:
    assert {function for function, _ in HELD} <= FUNCTIONS.keys()


def test_one_persona_is_of_another_organisation() -> None:
    assert [persona for persona in PERSONAS if persona.external] == [FINN]


def test_one_persona_is_not_known_to_the_bot() -> None:
    assert [persona for persona in PERSONAS if not persona.known] == [GRETA]
