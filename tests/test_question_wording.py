"""How questions afterwards name what they ask about."""

from bot.domain.words import Form, Step
from bot.views.reminder_questions import question
from tests import longest as l
from tests.factories import stockholm

NOW = stockholm(26, 8)
WALK = l.occurrence(
    kind="trygghetsvandring",
    form=Form.DATED,
    starts_at=stockholm(24, 18),
    ends_at=stockholm(24, 20),
    place="Hofors centrum, samling vid biblioteket",
    municipality="Hofors",
    planned=True,
)
PICTURE = WALK._replace(
    form=Form.CONTINUOUS, kind="lagesbild", title="Gemensam lägesbild", place=None, label="november"
)


def test_where_to_gather_is_left_out_when_it_is_over() -> None:
    asked = question(Step.SUBSTITUTE, WALK, [], NOW)["text"].splitlines()[0]
    assert asked == "Vet du hur trygghetsvandringen gick tisdag 24 november kl. 18–20, Hofors centrum?"


def test_a_title_is_set_apart_in_a_sentence() -> None:
    asked = question(Step.SUBSTITUTE, PICTURE, [], NOW)["text"].splitlines()[0]
    assert asked == "Vet du hur det gick med ”Gemensam lägesbild”, Hofors, november?"
