"""The standing item of a council: one page about what came of the promises since it last met.

What is decided there comes first, and says why; then what was done, what was not and why, what the walks' deficiencies
came to, and what is ahead until the council meets again.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain import progress_basis, progress_deviations, progress_text
from bot.domain.deficiencies import CATEGORIES
from bot.domain.duties import Owed
from bot.domain.follow_up import Ahead, Followed, FollowUp, Held, NotedDeficiency
from bot.domain.progress import Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import day_text, fold, joined, number, range_text, sentence
from bot.domain.words import DeficiencyState, Form, OutcomeStatus

KIND = "radsmote"
MOST_NAMED = 4
FILLER = {"i", "for", "till", "kommun", "kommunen", "kommuns", "underlag", "underlaget", "mote", "motet"}
OPEN = (DeficiencyState.NOTED, DeficiencyState.ACCEPTED)
WITHHELD = "Tid och plats visas bara för dem som ska vara med."


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """`stretch` is what was done since the council met, and what is ahead, shown up to `until`.

    `standing` is how each activity is going in its own year, by id. `met_on` is None where it has not met: then
    `counted_from` tells what the first day is that of. `withheld` are protected ones ahead. `unanswered` are reports
    that nobody is asked for any more. `law` is what the law asks for soon, with its day. `renewed` are agreements that
    something follows on.
    """

    today: date
    stretch: FollowUp
    standing: Mapping[int, ActivityProgress]
    met_on: date | None
    counted_from: str
    next_on: date | None
    until: date
    withheld: int = 0
    unanswered: Sequence[str] = ()
    late: Sequence[Owed] = ()
    delivered: Sequence[tuple[str, date]] = ()
    law: Sequence[tuple[str, date]] = ()
    renewed: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class CouncilRow:
    """`what` stands in bold, `said` after it."""

    what: str
    said: str

    @property
    def label(self) -> str:
        return self.what if self.what.endswith("?") else f"{self.what}:"


@dataclass(frozen=True, slots=True)
class CouncilPart:
    """`none` is said where there are no rows; of what is `counted` the title says how many."""

    title: str
    rows: Sequence[CouncilRow]
    none: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class CouncilPage:
    """`title` and `lead` say which stretch it is about, `foot` how fresh the numbers are.

    The first part is what is to be decided.
    """

    place: str
    title: str
    lead: str
    parts: Sequence[CouncilPart]
    foot: str
    example: bool = False


def place_in(text: str) -> str:
    """The place that somebody asks for the page of, if they name one."""
    return " ".join(word for word in text.strip(" ?!.").split() if fold(word) not in FILLER)


def page(facts: CouncilFacts, decisions: Sequence[CouncilRow]) -> CouncilPage:
    own = list(counted(facts.stretch))
    parts = (
        CouncilPart("Att besluta", decisions, "Inget behöver beslutas.", counted=True),
        CouncilPart("Gjort", [*_done(own, facts.today), *_delivered(facts)], "Inget är rapporterat som gjort."),
        CouncilPart("Avvikelser", [*_deviations(own)], "Inga."),
        CouncilPart(
            "Brister från trygghetsvandringar", [*_deficiencies(facts)], "Inga väntar, och inga nya är noterade."
        ),
        CouncilPart(_ahead_title(facts), [*_ahead(own, facts), *_withheld(facts)], "Inget är planerat."),
    )
    foot = progress_basis.freshness([one.progress for one in own], facts.today)
    return CouncilPage(facts.stretch.place, _title(facts), _lead(facts), parts, foot)


def counted(stretch: FollowUp) -> Iterator[Followed]:
    """Each activity once, where it is counted."""
    return (one for one in stretch.activities() if not one.via)


def named(own: Sequence[Followed]) -> dict[int, str]:
    """What each activity is called among the others, by id."""
    frames = [one.progress.frame for one in own]
    return {frame.activity_id: sentence(progress_text.called(frame, frames)) for frame in frames}


def brief(noted: NotedDeficiency) -> str:
    """Gives "belysning: gångtunneln vid stationen"; of a protected walk the place is not told."""
    category = CATEGORIES[noted.category].lower()
    return f"{category}: {noted.spot}" if noted.spot else category


def noted(facts: CouncilFacts) -> list[NotedDeficiency]:
    return [row for one in counted(facts.stretch) for row in one.deficiencies]


def why_not(progress: ActivityProgress) -> str:
    """What was not done, without what it will come to: that is another question."""
    return progress_deviations.deviations(progress._replace(verdict=Verdict.CANNOT_ASSESS))


def _title(facts: CouncilFacts) -> str:
    agreements = facts.stretch.agreements
    example = " (exempel)" if agreements and all(one.example for one in agreements) else ""
    meeting = f" {day_text(facts.next_on, facts.today)}" if facts.next_on else ""
    return f"{facts.stretch.place}{example}: underlag till rådets möte{meeting}"


def _lead(facts: CouncilFacts) -> str:
    first = facts.stretch.period.first
    since = range_text(first, first, facts.today)
    if facts.met_on:
        return f"Sedan {since}, då rådet träffades senast."
    return f"Sedan {since}, då {facts.counted_from}. Rådet har inte träffats här än."


def _ahead_title(facts: CouncilFacts) -> str:
    if facts.next_on:
        return "Framåt till nästa möte"
    return f"Framåt till {range_text(facts.until, facts.until, facts.today)}"


def _done(own: Sequence[Followed], today: date) -> Iterator[CouncilRow]:
    """Not that the council met."""
    names = named(own)
    for one in own:
        held = [each for each in one.held if each.status is OutcomeStatus.DONE]
        frame = one.progress.frame
        if frame.kind != KIND and (held or one.progress.tally.partly):
            yield CouncilRow(names[frame.activity_id], _how_much(one, held, today))


def _how_much(one: Followed, held: Sequence[Held], today: date) -> str:
    """Of what goes on, its numbers tell more than how often it was reported."""
    count = sum(each.count for each in held)
    made = f"{number(count)} {'gjord' if count == 1 else 'gjorda'}"
    if one.progress.frame.form in (Form.CONTINUOUS, Form.WHEN_NEEDED):
        made = progress_text.done(one.progress)
    elif one.progress.frame.form is Form.DELIVERABLE and held:
        made = "klar"
    elif one.progress.tally.partly:
        made += progress_text.partly(one.progress)
    days = _days([(each.label, each.day) for each in held], today)
    return f"{sentence(made)} ({days})." if days else f"{sentence(made)}."


def _days(when: Sequence[tuple[str | None, date]], today: date) -> str:
    """Each by itself while they are few, else from the first to the last."""
    if len(when) > MOST_NAMED:
        days = [day for _, day in when]
        return range_text(min(days), max(days), today)
    return joined([label or range_text(day, day, today) for label, day in sorted(when, key=lambda one: one[1])])


def _delivered(facts: CouncilFacts) -> Iterator[CouncilRow]:
    for when, on in facts.delivered:
        yield CouncilRow(f"Uppföljningen för {when}", f"Lämnad {range_text(on, on, facts.today)}.")


def _deviations(own: Sequence[Followed]) -> Iterator[CouncilRow]:
    names = named(own)
    for one in own:
        if text := why_not(one.progress):
            yield CouncilRow(names[one.progress.frame.activity_id], sentence(text))


def _deficiencies(facts: CouncilFacts) -> Iterator[CouncilRow]:
    """What was noted or done since, and what still waits; what is refused says why."""
    found, first = noted(facts), facts.stretch.period.first
    new = [one for one in found if one.noted_on >= first]
    done = [one for one in found if one.state is DeficiencyState.DONE]
    waiting = [one for one in found if one.state in OPEN]
    if new:
        yield CouncilRow("Noterade", f"{len(new)}.")
    if done:
        which = joined([brief(one) for one in done[:MOST_NAMED]])
        yield CouncilRow("Åtgärdade", f"{len(done)} ({which}{_more(done)}).")
    if waiting:
        oldest = min(one.noted_on for one in waiting)
        yield CouncilRow("Inte klara", f"{len(waiting)}, den äldsta från {day_text(oldest, facts.today)}.")
    for one in found:
        if one.state is DeficiencyState.REFUSED:
            yield CouncilRow(
                "Åtgärdas inte", f"{sentence(brief(one))}. Skäl: {one.decision.rstrip('.') or 'inget angivet'}."
            )


def _ahead(own: Sequence[Followed], facts: CouncilFacts) -> Iterator[CouncilRow]:
    names = named(own)
    for one in (each for each in own if each.progress.frame.kind != KIND):
        if ahead := [each for each in one.ahead if each.day <= facts.until]:
            yield CouncilRow(names[one.progress.frame.activity_id], f"{_planned(ahead, facts.today)}.")


def _planned(ahead: Sequence[Ahead], today: date) -> str:
    days = _days([(one.label, one.day) for one in ahead], today)
    return days if len(ahead) <= MOST_NAMED else f"{len(ahead)} tillfällen, {days}"


def _withheld(facts: CouncilFacts) -> Iterator[CouncilRow]:
    if facts.withheld:
        times = "tillfälle" if facts.withheld == 1 else "tillfällen"
        yield CouncilRow("Skyddade", f"{facts.withheld} {times}. {WITHHELD}")


def _more(rows: Sequence[object]) -> str:
    return f" och {len(rows) - MOST_NAMED} till" if len(rows) > MOST_NAMED else ""
