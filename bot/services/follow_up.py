"""Gathers a follow-up: everything that is written about how it went in a place and period, as one value.

Who may read it is for the callers to ask. What no reader may see is not in it, see `follow_up_turns`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.dated import stretch
from bot.domain.follow_up import Feedback, Followed, FollowUp
from bot.domain.kinds import kind
from bot.domain.periods import Period, before, instants
from bot.domain.standing import ActivityProgress, when_ended
from bot.domain.swedish_words import name
from bot.domain.words import AgreementState, OutcomeStatus
from bot.services import progress, progress_so_far
from bot.services.follow_up_agreements import function_name, of_rows
from bot.services.follow_up_places import side_by_side
from bot.services.follow_up_turns import ahead, day_of, held, is_ahead, is_withheld, noted, told_at
from storage import deficiencies, follow_up_agreements
from storage import follow_up as stored
from storage.deficiencies import FoundDeficiency
from storage.follow_up import Doers, FollowedOccurrence
from storage.follow_up_agreements import HeldAgreement

LOOK_AHEAD = timedelta(days=122)  # a tertial: what comes next is asked for also when the period itself is over
TELLING = "kommunikationsinsats"  # what tells citizens how it goes; to inform about drugs, say, is the work itself
T = TypeVar("T", FollowedOccurrence, FoundDeficiency)

NOBODY = Doers(None, None, ())

Figures = Mapping[int, ActivityProgress]
"""By activity."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What was done in the period, and what it is judged by."""

    period: Period
    now: datetime
    figures: Figures
    planned: Figures
    before: Figures
    doers: Mapping[int, Doers]
    turns: Mapping[int, Sequence[FollowedOccurrence]]
    measured: Mapping[int | None, float]
    noted: Mapping[int, Sequence[FoundDeficiency]]


def gather(
    session: Session, municipality_ids: Collection[int], period: Period, now: datetime, *, place: str
) -> FollowUp:
    """Every agreement that held in some part of the period; as many statements whatever there is in them."""
    agreed = follow_up_agreements.in_period(session, municipality_ids, period)
    work = _work(session, agreed, period, now)
    followed = {id_: _followed(work, one) for id_, one in work.figures.items()}
    own = list(work.figures.values())
    made = FollowUp(
        place=place,
        period=period,
        made_at=now,
        agreements=tuple(of_rows(session, agreed, followed, now)),
        feedback=tuple(_feedback(session, municipality_ids, work)),
        newest=max((one.tally.newest_report for one in own if one.tally.newest_report), default=None),
        missing=sum(one.tally.missing_reports for one in own),
        missing_since=min((one.missing_since for one in own if one.missing_since), default=None),
    )
    return side_by_side(session, made, municipality_ids) if len(municipality_ids) > 1 else made


def _work(session: Session, agreed: Sequence[HeldAgreement], period: Period, now: datetime) -> _Work:
    figures = _figures(session, agreed, period, now)
    since, until = instants(Period(period.first, period.last + LOOK_AHEAD))
    turns = stored.turns(session, list(figures), since, until)
    return _Work(
        period=period,
        now=now,
        figures=figures,
        planned=_planned(session, agreed, period, now),
        before=_before(session, agreed, period, now),
        doers=stored.doers(session, list(figures)),
        turns=_by_activity(turns),
        measured=_measured(session, figures, turns),
        noted=_by_activity(deficiencies.followed(session, list(figures), period)),
    )


def _figures(session: Session, agreed: Sequence[HeldAgreement], within: Period, now: datetime) -> Figures:
    ended = {one.id for one in agreed if one.last < local_day(now) and one.last <= within.last}
    return {
        one.frame.activity_id: _shown(when_ended(one) if id_ in ended else one)
        for period, ids in _held_in(agreed, within).items()
        for id_, some in progress.of_agreements(session, ids, now, within=period).items()
        for one in some
    }


def _planned(session: Session, agreed: Iterable[HeldAgreement], within: Period, now: datetime) -> Figures:
    return {
        id_: _shown(one)
        for period, ids in _held_in(agreed, within).items()
        for id_, one in progress.planned_beside(session, ids, now, period).items()
    }


def _held_in(agreed: Iterable[HeldAgreement], within: Period) -> dict[Period, list[int]]:
    """Where another took the place of an agreement, it is judged as far as it held."""
    found: dict[Period, list[int]] = {}
    for one in agreed:
        replaced = one.state is AgreementState.REPLACED
        period = Period(within.first, min(one.last, within.last)) if replaced else within
        found.setdefault(period, []).append(one.id)
    return found


def _before(session: Session, agreed: Iterable[HeldAgreement], period: Period, now: datetime) -> Figures:
    """The stretch just before, as far as this one has come."""
    return {
        one.frame.activity_id: _shown(one)
        for earlier, ids in _held_in(agreed, before(period)).items()
        for some in progress_so_far.just_before(session, ids, period, earlier, now).values()
        for one in some
    }


def _shown(one: ActivityProgress) -> ActivityProgress:
    """When protected work is next is for nobody who reads a report."""
    return one._replace(tally=one.tally._replace(next_start=None)) if one.frame.protected else one


def _by_activity(rows: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for row in rows:
        found.setdefault(row.activity_id, []).append(row)
    return found


def _measured(session: Session, figures: Figures, turns: Sequence[FollowedOccurrence]) -> dict[int | None, float]:
    """By report, where the goal is a number that reports hold."""
    keys = {id_: key for id_, one in figures.items() if (key := kind(one.frame.kind).goal_measure)}
    found: dict[int | None, float] = {}
    for key in set(keys.values()):
        reports = [one.outcome_id for one in turns if one.outcome_id and keys.get(one.activity_id) == key]
        values = stored.values(session, reports, key)
        found |= {report: values.get(report, 0.0) for report in reports}
    return found


def _followed(work: _Work, one: ActivityProgress) -> Followed:
    id_ = one.frame.activity_id
    doers, turns = work.doers.get(id_, NOBODY), work.turns.get(id_, ())
    return Followed(
        progress=one,
        planned=work.planned.get(id_),
        before=work.before.get(id_),
        lead=doers.lead or function_name(doers.function),
        parties=doers.parties,
        held=tuple(held(turn, status, work.measured.get(turn.outcome_id)) for turn, status in _reported(work, id_)),
        ahead=tuple(ahead(turn) for turn in turns if is_ahead(turn, work.now)),
        withheld=sum(is_withheld(turn, work.now) for turn in turns),
        deficiencies=tuple(noted(row, protected=one.frame.protected) for row in work.noted.get(id_, ())),
    )


def _reported(work: _Work, activity_id: int) -> Iterator[tuple[FollowedOccurrence, OutcomeStatus]]:
    """What is counted in the period and may be told."""
    for turn in work.turns.get(activity_id, ()):
        if turn.status and day_of(turn) in work.period and not is_withheld(turn, work.now):
            yield turn, turn.status


def _feedback(session: Session, municipality_ids: Collection[int], work: _Work) -> list[Feedback]:
    """What was published in the period or about it, and what the reports say was told to people."""
    published = [
        Feedback(local_day(one.published_at), name(one.form), f"Uppföljning {stretch(one.about)}")
        for one in stored.published(session, municipality_ids, work.period)
    ]
    told = [
        Feedback(local_day(told_at(turn)), kind(one.frame.kind).name, one.frame.title)
        for id_, one in work.figures.items()
        if one.frame.kind == TELLING
        for turn, status in _reported(work, id_)
        if status is OutcomeStatus.DONE
    ]
    return sorted([*published, *told], key=lambda one: one.day)
