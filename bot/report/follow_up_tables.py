"""The tables of a written follow-up."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.domain import dated
from bot.domain.follow_up import Feedback, Followed, FollowedAgreement, FollowedArea, FollowUp
from bot.domain.kinds import kind
from bot.domain.measures import Measure, MeasureGroup
from bot.domain.swedish import number, sentence
from bot.domain.words import Form, GoalOrigin
from bot.report import follow_up_cells as cells
from bot.report import follow_up_text as text
from bot.report.parts import Table

BEFORE = "Perioden före"


def side_by_side(follow_up: FollowUp) -> Table:
    """Of several municipalities, one a row."""
    header = ("Kommun", "Utlovat", "Planerat", "Gjort", "Väntat", "Saknar rapport", "Läge")
    rows = [
        (one.name, *map(cells.or_none, (one.promised, one.planned)), *map(number, figures), sentence(one.state))
        for one in follow_up.places
        for figures in [(one.done, one.expected, one.missing)]
    ]
    return Table("Kommunerna sida vid sida", header, rows, (3, 2, 2, 2, 2, 2, 5))


def result(area: FollowedArea, follow_up: FollowUp) -> Table:
    """What was promised beside what came of it; promised and planned apart.

    With all its columns no word is broken on paper, such as "bostadsrättsföreningar" or "Utandningsprov".
    """
    before = _before_header(area.activities)
    rows = [_result(one, follow_up, before=bool(before)) for one in area.activities]
    header = ("Aktivitet", "Utlovat", "Planerat", "Gjort", *before, "Bedömning", "Vem")
    widths = (375, 191, 224, 258, *[184] * len(before), 244, 243)
    return Table(f"Utlovat och gjort: {area.title}", header, rows, widths)


def _result(one: Followed, follow_up: FollowUp, *, before: bool) -> Sequence[str]:
    numbers = (cells.goal(one, GoalOrigin.PROMISED), cells.goal(one, GoalOrigin.PLANNED), cells.done(one.progress))
    compared = [cells.before(one)] if before else []
    return one.progress.frame.title, *numbers, *compared, cells.judged(one, follow_up), cells.who(one)


def _before_header(activities: Iterable[Followed]) -> Sequence[str]:
    """The period's name, where it is the same for all; no column where there is nothing to compare with.

    What is to be delivered is done or not, and its days are its own.
    """
    compared = [one.before for one in activities if one.before]
    counted = [one for one in compared if one.frame.form is not Form.DELIVERABLE]
    periods = {one.period for one in counted or compared}
    return [f"Gjort {dated.stretch(one)}" for one in periods] if len(periods) < 2 else [BEFORE]


def measures(activities: Iterable[Followed], group: MeasureGroup, caption: str) -> Table | None:
    """Sums by kind. None where no report holds such a number."""
    rows = [
        (sentence(kind(key).plural), measure.label, number(total))
        for key, sums in _sums(activities).items()
        for measure, total in sums.items()
        if measure.group is group
    ]
    return Table(caption, ("Slag av aktivitet", "Mått", "Antal"), rows, (5, 4, 2)) if rows else None


def _sums(activities: Iterable[Followed]) -> dict[str, dict[Measure, float]]:
    """By kind, in the order that the agreement names them; only what is more than nothing."""
    found: dict[str, dict[Measure, float]] = {}
    for progress in text.own(activities):
        sums = found.setdefault(progress.frame.kind, {})
        for measure in kind(progress.frame.kind).measures:
            if value := progress.measures.get(measure.key):
                sums[measure] = sums.get(measure, 0) + value
    return found


def measured_effects(activities: Iterable[Followed]) -> list[str]:
    """The kinds of activity whose reports say how safe people feel."""
    felt = MeasureGroup.EFFECT
    return [kind(key).plural for key, sums in _sums(activities).items() if any(one.group is felt for one in sums)]


def feedback(told: Sequence[Feedback]) -> Table:
    rows = [(sentence(one.channel), dated.day(one.day), one.about) for one in told]
    return Table("Vad som har berättats, hur och när", ("Kanal eller insats", "Dag", "Om vad"), rows, (3, 3, 6))


def occasions(agreement: FollowedAgreement) -> Table | None:
    """Everything that is over and has its report, day by day."""
    rows = [row for _, _, row in sorted(_occasions(agreement))]
    header = ("Dag", "Aktivitet", "Plats", "Hur det gick", "Anteckning")
    return Table(f"Tillfällen: {agreement.title}", header, rows, (4, 6, 5, 5, 6)) if rows else None


def _occasions(agreement: FollowedAgreement) -> Iterator[tuple[date, str, Sequence[str]]]:
    for one in agreement.activities():
        for held in one.held:
            about = one.progress.frame.title
            turned_out = cells.turned_out(held, one.progress)
            yield held.day, about, (cells.when(held), about, held.place, turned_out, held.note)
