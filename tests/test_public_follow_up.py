"""What citizens may see of a follow-up, and what not."""

from datetime import date

import pytest

from bot.domain.follow_up import Ahead, Followed, FollowUp, Held
from bot.domain.periods import Period
from bot.domain.progress import Verdict
from bot.domain.public_follow_up import PublicActivity
from bot.domain.public_numbers import ToldNumbers
from bot.domain.public_rules import public
from bot.domain.public_text import ahead, done, found, notes, promised, via
from bot.domain.words import AgreementState, Form, GoalOrigin, OutcomeStatus
from tests.follow_ups import agreement, area, follow_up, followed, progress, timra


def shown(one: Followed, *, told: tuple[ToldNumbers, ...] = (), threshold: int = 5) -> PublicActivity:
    return next(public(follow_up(agreement(area(one))), threshold=threshold, told=told).activities)


def what_was_promised(one: Followed) -> str:
    return promised(shown(one), public(follow_up(agreement(area(one))), threshold=5).current[0])


def test_a_planned_number_is_never_shown() -> None:
    told = public(timra(), threshold=5)

    assert "44" not in repr(told)
    assert what_was_promised(followed(progress(goal=24))) == (
        "Att det ska göras. Hur mycket eller hur ofta står inte i medborgarlöftet."
    )


def test_nor_is_it_judged_for_citizens() -> None:
    behind = progress(goal=44, verdict=Verdict.BEHIND, expected=40, done=31)

    assert shown(followed(behind)).verdict is None


def test_a_promised_number_is() -> None:
    of = progress(goal=24, origin=GoalOrigin.PROMISED, done=21, verdict=Verdict.BEHIND)

    assert what_was_promised(followed(of)) == "24 kontroller per år."
    assert shown(followed(of)).verdict is Verdict.BEHIND


def test_of_a_part_of_the_year_the_share_is_told() -> None:
    whole = progress(goal=24, origin=GoalOrigin.PROMISED)
    part = whole._replace(tally=whole.tally._replace(goal=8))

    assert what_was_promised(followed(part)) == "24 kontroller per år (8 för tiden här)."


@pytest.mark.parametrize(
    ("count", "told"), [(0.0, "0"), (1.0, "färre än 5"), (4.0, "färre än 5"), (5.0, "5"), (1200.0, "1\u00a0200")]
)
def test_few_offences_are_not_told_exactly(count: float, told: str) -> None:
    one = shown(followed(progress(measures={"rattfylla": count})))

    assert found(one).startswith(f"Misstänkt rattfylleri: {told}. ")


def test_what_was_done_before_the_number_holds_is_told_apart() -> None:
    september = Period(date(2026, 9, 1), date(2026, 12, 31))
    days = (date(2026, 3, 5), date(2026, 5, 14), date(2026, 10, 6))
    held = tuple(Held(day, None, OutcomeStatus.DONE, None, 1, "", "", True) for day in days)
    one = followed(progress(kind="trygghetsvandring", goal=8, done=1)._replace(period=september), held=held)

    assert done(shown(one), over=False) == [
        "1 vandring.",
        "När: 6 oktober 2026.",
        "Antalet räknas 1 september–31 december 2026. Det har gjorts 2 gånger till, på andra dagar.",
    ]


def test_nor_are_few_people_in_what_was_done() -> None:
    few = progress(kind="dialog", measures={"deltagare": 3.0, "timmar": 2.0})

    assert done(shown(followed(few)), over=False)[0] == "Deltagare: färre än 5 · Timmar: 2"


def test_the_setting_decides_what_is_few() -> None:
    one = followed(progress(measures={"rattfylla": 9.0}))

    assert shown(one, threshold=10).found[0].text == "färre än 10"


def test_what_would_give_a_small_number_away_is_not_told() -> None:
    """Two tertials are published, and this year has one number more than they have together."""
    first, second = Period(date(2026, 1, 1), date(2026, 4, 30)), Period(date(2026, 5, 1), date(2026, 8, 31))
    told = (ToldNumbers(first, {"1:rattfylla": 7.0}), ToldNumbers(second, {"1:rattfylla": 9.0}))
    one = followed(progress(measures={"rattfylla": 17.0}))

    assert shown(one, told=told).found[0].text == "visas inte"
    assert shown(one, told=told[:1]).found[0].text == "17"


def test_a_number_that_was_told_stands_until_it_is_quite_another() -> None:
    made = follow_up(agreement(area(followed(progress(measures={"rattfylla": 13.0})))))
    again = public(made, threshold=5, told=(ToldNumbers(made.period, {"1:rattfylla": 12.0}),))

    assert next(again.activities).found[0].text == "12"
    assert (again.people, again.unchanged) == ({"1:rattfylla": 12.0}, 1)


def test_no_number_of_people_stands_twice() -> None:
    """The checks are shown in the collaboration agreement too: there they are not told again."""
    told = public(timra(), threshold=5)
    titles = [one.title for one in told.activities]

    assert len(titles) == len({*titles})
    assert via(told.current[1]) == ["Visas under Medborgarlöfte för Timrå 2026: Trafikkontroller vid riskplatser."]


def test_the_place_of_what_was_protected_is_not_told() -> None:
    held = Held(date(2026, 11, 20), None, OutcomeStatus.DONE, None, 1, "E4 Sörberge", "lugnt", True)
    one = followed(progress(protected=True, done=1), held=(held,))

    assert "Sörberge" not in repr(shown(one))
    assert done(shown(one), over=False) == ["1 kontroll.", "När: 20 november 2026."]


def test_of_what_is_protected_and_ahead_there_is_no_day() -> None:
    """Also where somebody marked it after the numbers were gathered."""
    one = followed(progress(protected=True), withheld=2, ahead=(Ahead(date(2026, 12, 3), None, "E4"),))

    assert ahead(shown(one), closed=False) == ["Fler är planerade. När och var berättar vi inte i förväg."]


def test_how_many_they_are_is_told_for_the_whole_page() -> None:
    few = public(follow_up(agreement(area(followed(withheld=2)))), threshold=5)
    many = public(follow_up(agreement(area(followed(withheld=7)))), threshold=5)

    assert notes(few)[-1] == "Planerade tillfällen som vi inte berättar om i förväg: färre än 5."
    assert notes(many)[-1] == "Planerade tillfällen som vi inte berättar om i förväg: 7."


def test_notes_are_never_shown() -> None:
    assert "regn" not in repr(public(timra(), threshold=5))


def test_where_deficiencies_were_noted_is_not_told_and_what_became_of_them_is() -> None:
    walks = next(one for one in public(timra(), threshold=5).activities if one.title == "Trygghetsvandringar")

    assert "gångtunneln" not in repr(walks)
    assert done(walks, over=False) == [
        "2 vandringar.",
        "Deltagare: 34",
        "4 brister noterades: 1 är åtgärdad, 1 åtgärdas inte, 1 ska åtgärdas, 1 väntar på beslut.",
        "När: 14 maj 2026 (Vivsta) och 3 september 2026 (Centrum).",
    ]


def test_of_much_only_the_latest_day_is_named() -> None:
    held = tuple(
        Held(date(2026, 3, day), None, OutcomeStatus.DONE, None, 1, "Centrum", "", True) for day in range(1, 7)
    )

    assert done(shown(followed(progress(done=6), held=held)), over=False)[-1] == "Senast: 6 mars 2026 (Centrum)."


def test_what_did_not_take_place_has_no_day() -> None:
    assert shown(timra_patrols()).held == ()


def timra_patrols() -> Followed:
    return next(one for one in timra().activities() if one.progress.frame.title == "Fotpatrullering i centrum")


def test_why_things_did_not_happen_is_told() -> None:
    assert shown(timra_patrols()).deviations == "8 blev inte av (personal 6, väder 2), 1 saknar rapport."


def test_of_what_is_finished_no_more_days_are_awaited() -> None:
    reached = progress(goal=2, origin=GoalOrigin.PROMISED, done=2, verdict=Verdict.FINISHED)

    assert ahead(shown(followed(reached)), closed=False) == []
    assert ahead(shown(followed()), closed=False) == ["Inget datum är bestämt än."]


def test_nothing_new_in_what_goes_on_is_no_deviation() -> None:
    on = followed(progress(form=Form.CONTINUOUS, goal=None, not_needed=2))

    assert shown(on).deviations == ""
    assert ahead(shown(on), closed=False) == ["Arbetet fortsätter."]


def test_what_is_over_stands_apart_from_what_holds() -> None:
    told = public(ended(), threshold=5, earlier=(agreement(title="Medborgarlöfte 2021–2022"),))

    assert [one.title for one in told.current] == ["Medborgarlöfte för Timrå 2026"]
    assert [one.title for one in told.closed] == ["Medborgarlöfte för Timrå 2025"]
    assert [one.title for one in told.earlier] == ["Medborgarlöfte 2021–2022"]


def ended() -> FollowUp:
    over = Period(date(2025, 1, 1), date(2026, 6, 30))
    was = agreement(title="Medborgarlöfte för Timrå 2025", state=AgreementState.TERMINATED, period=over)
    return follow_up(agreement(area(followed())), was)


@pytest.mark.parametrize(
    ("verdict", "days", "told"),
    [
        (Verdict.NOT_STARTED, (), ["Inget datum är bestämt än."]),
        (Verdict.NOT_STARTED, (Ahead(date(2026, 12, 15), None, ""),), ["Det ska bli klart senast 15 december 2026."]),
        (Verdict.BEHIND, (), []),
        (Verdict.FINISHED, (), []),
    ],
)
def test_of_what_is_to_be_delivered_the_day_is_told(
    verdict: Verdict, days: tuple[Ahead, ...], told: list[str]
) -> None:  # fmt: skip
    strategy = followed(progress("Strategi", goal=None, form=Form.DELIVERABLE, verdict=verdict), ahead=days)

    assert ahead(shown(strategy), closed=False) == told
