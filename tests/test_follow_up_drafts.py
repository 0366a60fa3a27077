"""Drafts of a follow-up that somebody asks for day after day, or at the same time as somebody else."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain.words import FollowUpState
from bot.sandbox.personas import ANNA, DINA, EVA, Persona
from bot.services import follow_up_asked, follow_up_versions, report_line
from bot.services.follow_up_asked import MeantFollowUp
from bot.views.follow_up import ShownFollowUp
from tests.seeded import START, actor

TOMORROW = START + timedelta(days=1)


def gathered(session: Session, who: Persona) -> MeantFollowUp:
    """As far as somebody has come who asks, before anything is kept."""
    return follow_up_asked.meant(session, actor(session, who), "Timrå", START)


def asked(session: Session, who: Persona, now: datetime = START, found: MeantFollowUp | None = None) -> ShownFollowUp:
    shown = follow_up_asked.ask(session, actor(session, who, now), "Timrå", now, found)
    assert isinstance(shown, ShownFollowUp)
    return shown


def report(session: Session) -> None:
    report_line.report(session, actor(session, ANNA), "fotpatrull timrå 12 november 2 timmar", START)


def test_day_after_day_it_is_one_version_until_something_happens(seeded: Session) -> None:
    """Though the part of last year that this one is compared with is longer each day."""
    first, second = asked(seeded, DINA), asked(seeded, DINA, TOMORROW)

    assert (second.version.id, second.version.number) == (first.version.id, 1)
    periods = {one.before.period.last for one in second.follow_up.activities() if one.before}
    assert TOMORROW.date().replace(year=2025) in periods


def test_what_was_gathered_is_kept(seeded: Session) -> None:
    found = gathered(seeded, DINA)
    report(seeded)
    shown = asked(seeded, DINA, found=found)

    assert found.draft
    assert (shown.follow_up, shown.version.number) == (found.draft.follow_up, 1)


def test_older_numbers_are_not_kept_after_newer_ones(seeded: Session) -> None:
    found = gathered(seeded, DINA)
    report(seeded)
    newer = asked(seeded, EVA)
    shown = asked(seeded, DINA, found=found)

    assert (shown.version.id, shown.follow_up) == (newer.version.id, newer.follow_up)


def test_what_is_settled_meanwhile_is_shown(seeded: Session) -> None:
    found = gathered(seeded, EVA)
    follow_up_versions.settle(seeded, actor(seeded, DINA), asked(seeded, DINA).version.id, START)
    shown = asked(seeded, EVA, found=found)

    assert (shown.version.number, shown.version.state) == (1, FollowUpState.SETTLED)


def test_a_new_draft_of_what_has_changed_since_it_was_settled(seeded: Session) -> None:
    settled = follow_up_versions.settle(seeded, actor(seeded, DINA), asked(seeded, DINA).version.id, START)
    report(seeded)
    found = follow_up_versions.drafted_again(seeded, actor(seeded, DINA), settled.version.id, START)
    shown = follow_up_versions.again(seeded, actor(seeded, DINA), settled.version.id, START, found)

    assert (shown.version.number, shown.version.state) == (2, FollowUpState.DRAFT)
    assert shown.follow_up == found.follow_up
