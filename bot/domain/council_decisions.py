"""What a council has to decide: derived from how it is going, each with its reason, the weightiest first."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from dateutil.relativedelta import relativedelta

from bot.domain import progress_delivered, progress_text
from bot.domain.council import OPEN, CouncilFacts, CouncilRow, brief, counted, named, noted, why_not
from bot.domain.follow_up import NotedDeficiency
from bot.domain.progress import Tally, Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import day_text, number, range_text, sentence
from bot.domain.words import AgreementState, DeficiencyState, Form, GoalOrigin

ENDS_SOON = relativedelta(months=6)
MOST = 5  # named in one row
LAGS = (Verdict.BEHIND, Verdict.RISK)
NO_GOAL_FOR = (Form.DELIVERABLE, Form.WHEN_NEEDED)
"""What is delivered is done or not, and nobody knows how often something will be needed."""


def decisions(facts: CouncilFacts) -> list[CouncilRow]:
    rules: Sequence[Callable[[CouncilFacts], Iterable[CouncilRow]]] = (
        _lagging, _unanswered, _deliverables, _late, _ending, _deficiencies, _law, _without_goal, _next_meeting,
    )  # fmt: skip
    return [row for rule in rules for row in rule(facts)]


def _lagging(facts: CouncilFacts) -> Iterator[CouncilRow]:
    """Where what is planned ahead would not be enough either."""
    for called, one in _standing(facts):
        tally = one.tally
        if one.verdict in LAGS and tally.form is not Form.DELIVERABLE and tally.goal and not _reaches(tally):
            promised = tally.goal_origin is GoalOrigin.PROMISED
            choice = "eller förklara varför löftet inte hålls" if promised else "eller ändra antalet"
            parts = [
                f"{sentence(progress_text.SINGLE_AND_MANY[one.verdict][0])}:",
                progress_text.figures(one, facts.today),
                _left(tally),
                why_not(one),
            ]
            yield CouncilRow(f"{called}: planera fler {choice}?", " ".join(part for part in parts if part))


def _reaches(tally: Tally) -> bool:
    return tally.done + tally.missing_reports + tally.ahead >= (tally.goal or 0)


def _left(tally: Tally) -> str:
    if not tally.ahead:
        return "Inget mer är planerat."
    return f"{number(tally.ahead)} till är {'planerad' if tally.ahead == 1 else 'planerade'}, och det räcker inte."


def _unanswered(facts: CouncilFacts) -> Iterator[CouncilRow]:
    """Everybody has been asked, and nobody is any more."""
    asked = "Ansvarig, ersättare och samordnare är tillfrågade."
    if len(facts.unanswered) == 1:
        yield CouncilRow(f"{sentence(facts.unanswered[0])}: blev den av?", f"Rapporten saknas. {asked}")
    elif facts.unanswered:
        yield CouncilRow(
            f"{len(facts.unanswered)} rapporter saknas: hur gick det?", f"{_list(facts.unanswered)}. {asked}"
        )


def _deliverables(facts: CouncilFacts) -> Iterator[CouncilRow]:
    leads = {one.progress.frame.activity_id: one.lead for one in counted(facts.stretch)}
    for called, one in _standing(facts):
        if one.frame.form is not Form.DELIVERABLE or one.verdict is Verdict.FINISHED:
            continue
        state = progress_delivered.CAME_TO.get(one.verdict, "")
        dated = bool(one.tally.planned_total)
        if not leads[one.frame.activity_id]:
            when = "" if dated else ", och när ska det vara klart"
            yield CouncilRow(f"{called}: vem ansvarar{when}?", f"{state} Ingen ansvarig är bestämd.")
        elif one.verdict in LAGS:
            yield CouncilRow(f"{called}: när blir det klart?", state)


def _late(facts: CouncilFacts) -> Iterator[CouncilRow]:
    for one in facts.late:
        by = f"Skulle ha lämnats till {one.recipients} senast {day_text(one.due_on, facts.today)}."
        yield CouncilRow(f"Uppföljningen för {one.when}: när lämnas den?", by)


def _ending(facts: CouncilFacts) -> Iterator[CouncilRow]:
    for one in facts.stretch.agreements:
        ends = one.period.last
        is_soon = one.state is AgreementState.CURRENT and ends <= facts.today + ENDS_SOON
        if is_soon and one.id not in facts.renewed:
            what = sentence(progress_text.DEFINITE[one.kind])
            yield CouncilRow(f"{what}: förnya eller avsluta?", f"Gäller till {day_text(ends, facts.today)}.")


def _deficiencies(facts: CouncilFacts) -> Iterator[CouncilRow]:
    found = noted(facts)
    waiting = [one for one in found if one.state in OPEN]
    late = [one for one in waiting if one.due_on and one.due_on < facts.today]
    nobodys = [one for one in waiting if not one.owner and one not in late]
    refused = [one for one in found if one.state is DeficiencyState.REFUSED and not one.owner]
    if late:
        what = "är försenad" if len(late) == 1 else "är försenade"
        yield CouncilRow(
            f"{_count(late)} {what}: vem åtgärdar, och när?", f"{_list([_due(one, facts) for one in late])}."
        )
    if nobodys:
        yield CouncilRow(f"{_count(nobodys)} saknar ansvarig: vem åtgärdar?", f"{_list(map(brief, nobodys))}.")
    if refused:
        yield CouncilRow(f"{_count(refused)} åtgärdas inte: står det fast?", f"{_list(map(_why_not, refused))}.")


def _due(one: NotedDeficiency, facts: CouncilFacts) -> str:
    by = f"senast {range_text(one.due_on, one.due_on, facts.today)}, " if one.due_on else ""
    return f"{brief(one)} ({by}{one.owner or 'ingen ansvarig'})"


def _why_not(one: NotedDeficiency) -> str:
    return f"{brief(one)} ({one.decision})" if one.decision else brief(one)


def _count(rows: Sequence[NotedDeficiency]) -> str:
    return "1 brist" if len(rows) == 1 else f"{len(rows)} brister"


def _law(facts: CouncilFacts) -> Iterator[CouncilRow]:
    for what, by in facts.law:
        yield CouncilRow(
            f"{what}: vem gör det, och när?", f"Lagen (2023:196) kräver det senast {day_text(by, facts.today)}."
        )


def _without_goal(facts: CouncilFacts) -> Iterator[CouncilRow]:
    found = [
        called for called, one in _standing(facts) if one.frame.goal_count is None and one.frame.form not in NO_GOAL_FOR
    ]
    if len(found) == 1:
        yield CouncilRow(f"{found[0]}: vilket antal ska gälla?", "Saknar mätbart mål, så det går inte att bedöma.")
    elif found:
        yield CouncilRow(f"Vilka antal ska gälla för {len(found)} aktiviteter?", f"Saknar mätbart mål: {_list(found)}.")


def _next_meeting(facts: CouncilFacts) -> Iterator[CouncilRow]:
    if facts.next_on is None:
        yield CouncilRow("Nästa möte: när träffas rådet?", "Inget möte är planerat.")


def _standing(facts: CouncilFacts) -> Iterator[tuple[str, ActivityProgress]]:
    own = list(counted(facts.stretch))
    names = named(own)
    for one in own:
        activity_id = one.progress.frame.activity_id
        if activity_id in facts.standing:
            yield names[activity_id], facts.standing[activity_id]


def _list(rows: Iterable[str]) -> str:
    said = list(rows)
    more = [f"{len(said) - MOST} till"] if len(said) > MOST else []
    return sentence(" · ".join([*said[:MOST], *more]))
