"""How well whole texts are read: those that somebody else invented for it, and the five published ones."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.domain.agreement_file import load_yaml, read_agreement
from bot.domain.agreement_text import Proposal, Topic, read_agreement_text
from bot.domain.agreement_text.proposal import Quantity
from tests.agreement_gold import accepted, gold, texts
from tests.agreement_score import Score, score, total

ROOT = Path(__file__).parent.parent
# All but the first were written without a look at the reader, and corrected it once each.
SETS = [
    "agreement_texts",
    "agreement_texts_held_out",
    "agreement_texts_third",
    "agreement_texts_fourth",
    "agreement_texts_fifth",
]
INVENTED = [path for folder in SETS for path in texts(folder)]
SOURCES = ROOT.parent / "shared" / "source_documents"
FACTS = {
    "hofors_medborgarlofte_2023-2024": "hofors_2023-2024",
    "kommun_medborgarlofte_2022": "kommunen_i_exemplet_2022",
    "ockelbo_medborgarlofte_2022-2024": "ockelbo_2022-2024",
    "timra_medborgarlofte_2021-2022": "timra_2021-2022",
    "timra_samverkansoverenskommelse_2019-2023": "timra_2019-2023",
}
published = pytest.mark.skipif(not SOURCES.exists(), reason="the published texts are not beside this checkout")


@cache
def proposal(path: Path) -> Proposal:
    return read_agreement_text(path.read_text(encoding="utf-8"))


def scored(path: Path) -> Score:
    wanted = [activity["text"] for activity in gold(path)["activities"]]
    return score([activity.text for activity in proposal(path).activities], wanted)


@pytest.mark.parametrize("folder", SETS)
def test_nearly_every_activity_of_the_invented_texts_is_found_and_hardly_any_invented(folder: str) -> None:
    score_of_all = total(scored(path) for path in texts(folder))

    assert score_of_all.precision >= 0.9
    assert score_of_all.recall >= 0.9


def test_most_kinds_and_quantities_are_read_right() -> None:
    """Some answers name others that are as good: a remark may be a dialogue or nothing in particular."""
    pairs = [
        (read, wanted)
        for path in INVENTED
        for wanted in gold(path)["activities"]
        for read in proposal(path).activities
        if read.text == wanted["text"]
    ]
    both = [
        read.kind in accepted(wanted, "kind") and told(read.quantity) in accepted(wanted, "quantity")
        for read, wanted in pairs
    ]

    assert sum(both) >= 0.9 * len(both)


def told(quantity: Quantity | None) -> dict[str, Any] | None:
    return {"count": quantity.count, "per": quantity.per.value} if quantity else None


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_no_municipality_and_no_day_is_invented(path: Path) -> None:
    facts, read = gold(path), proposal(path)
    wanted = facts["municipality"]
    names = set(wanted if isinstance(wanted, list) else [wanted] if wanted else [])

    assert set(read.municipalities) <= names
    for field in ("period_start", "period_end", "signed_on"):
        day: date | None = getattr(read, field)
        assert day is None or day.isoformat() in accepted(facts, field), field


@published
@pytest.mark.parametrize("name", FACTS)
def test_every_activity_of_a_published_text_is_found_and_none_invented(name: str) -> None:
    """The facts have their own titles, so only their number and kinds can be compared."""
    read = proposal(SOURCES / f"{name}.txt")
    facts = read_agreement(load_yaml((ROOT / "bot/sandbox/agreements" / f"{FACTS[name]}.yaml").read_text("utf-8")))

    assert len(read.activities) == len(facts.activities)
    assert (read.period_start, read.period_end) == (facts.period.start, facts.period.end)
    assert read.signed_on == facts.signed_on or Topic.SIGNED_ON in {question.about for question in read.questions}
    assert read.kind == facts.kind
    assert set(read.basis) == set(facts.basis)
    assert set(read.municipalities) == {each for each in facts.municipalities if not each.startswith("Kommunen")}
