"""Whom somebody stands in for: the same answer that decides who is reminded (`reminder_policy`)."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.kinds import kind
from bot.domain.reminder_policy import Facts, replaced_by, stands_in_for
from bot.services.reminders import LADDERS_END
from bot.services.reminders_wished import manners_of
from bot.views.absences import Instead, Replaced
from storage import absences, occurrences, people, stand_ins
from storage.occurrences import Listed

Covered = tuple[Listed, Instead]


def covered(session: Session, person_id: int, now: datetime) -> list[Covered]:
    """Everything that the person does for somebody who is away, over or ahead, and that lacks its report."""
    listed = stand_ins.candidates(session, person_id, now - LADDERS_END)
    found = of(session, person_id, listed)
    return [(one, found[one.id]) for one in listed if one.id in found]


def of(session: Session, person_id: int, listed: Sequence[Listed]) -> dict[int, Instead]:
    """By occurrence; only those that the person does for somebody else."""
    if not listed:
        return {}
    since = min(local_day(one.starts_at) for one in listed)
    parts = occurrences.parts(session, [one.id for one in listed])
    manners = manners_of(session, parts, {person_id}, since)
    found = {one.id: stands_in_for(_facts(one), parts[one.id], manners, person_id) for one in listed}
    away = absences.of_people(session, {absent for absent, _ in filter(None, found.values())}, since)
    days = {one.id: local_day(one.starts_at) for one in listed}
    return {
        id_: Instead(absence, part)
        for id_, (absent, part) in ((id_, who) for id_, who in found.items() if who)
        for absence in away
        if absence.person_id == absent and absence.away.covers(days[id_])
    }


def replaced(session: Session, person_id: int, own: Sequence[Listed]) -> dict[int, Replaced]:
    """By occurrence, of those that the person is on: who is there while they are away."""
    if not own:
        return {}
    since = min(local_day(one.starts_at) for one in own)
    parts = occurrences.parts(session, [one.id for one in own])
    manners = manners_of(session, parts, {person_id}, since)
    found = {one.id: replaced_by(_facts(one), parts[one.id], manners, person_id) for one in own}
    users = people.people(session, [by for _, by in filter(None, found.values()) if by])
    first = {one.id: _facts(one).days.first for one in own}
    return {
        id_: Replaced(away, who[0], users[who[1]].user_id if who[1] else None)
        for id_, who in found.items()
        if who
        for away in manners[person_id].away
        if away.covers(first[id_])
    }


def _facts(one: Listed) -> Facts:
    return Facts(one.form, kind(one.kind), one.starts_at, one.ends_at, one.protected)
