"""Samples of all that is said about one occurrence: the tests try each with those that are protected, too."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import partial
from itertools import product
from typing import Any

from bot.domain.words import OccurrenceState, Step
from bot.views import (
    calendar_feeds,
    channel_posts,
    handovers,
    leaving,
    mine,
    occurrence_forms,
    occurrences,
    outcome_form,
    outcomes,
    reminder_answers,
    reminder_message,
    reminder_questions,
    reminders,
    report_forms,
)
from bot.views.blocks import escape
from bot.views.report_forms import Start
from storage.leaving import HeldFunction
from storage.occurrences import Listed
from tests import longest as l
from tests import (
    longest_own,
    samples_year_plan,
)
from tests.factories import NOW

Shown = dict[str, Any]
OfOccurrence = Callable[[Listed], Iterable[Shown]]

HELD = [HeldFunction("socialtjanst", place) for place in l.MUNICIPALITIES]


def _reminders(one: Listed) -> Iterable[Shown]:
    again = NOW + timedelta(days=4)
    for step, who in product(Step, (1, 3)):
        yield reminders.reminder(step, one, l.named(), who, NOW)
        yield reminders.reminder(step, one, l.named(), who, NOW, again=again)


def _settled(one: Listed) -> Iterable[Shown]:
    receipt, settled = l.receipt(one), partial(reminders.settled, people=l.named(), now=NOW)
    for by, concerned, newest in product((1, 2), (True, False), (True, False)):
        yield settled(one, person_id=1, saved=receipt, by=l.saved(one, by=by), concerned=concerned, newest=newest)
    yield settled(one, person_id=1, saved=receipt, by=l.closed(one), concerned=True)
    yield settled(one, person_id=1, saved=None, by=None, concerned=True)
    yield settled(one, person_id=99, saved=None, by=None, concerned=False)
    yield settled(l.changed(one, state=OccurrenceState.CANCELLED), person_id=1, saved=None, by=None, concerned=True)


# What is sent of itself: somebody's phone shows it when nobody asked.
SENT: Mapping[str, OfOccurrence] = {
    "handovers.accepted": lambda one: [handovers.accepted(one, l.USER, NOW)],
    "handovers.changed_hands": lambda one: [handovers.changed_hands(one, l.USER, l.USER, NOW)],
    "handovers.declined": lambda one: [handovers.declined(one, l.USER, NOW)],
    "handovers.outdated": lambda one: [handovers.outdated(one, "Tillfället har flyttats eller ställts in.")],
    "handovers.question": lambda one: [handovers.question(one, l.ID, l.USER, l.NOTE[:150], NOW)],
    "handovers.refused": lambda one: [handovers.refused(one, l.USER, NOW)],
    "handovers.taken": lambda one: [handovers.taken(l.staffed(one), NOW)],
    "handovers.unanswered": lambda one: [handovers.unanswered(one, l.USER, NOW)],
    "handovers.withdrawn": lambda one: [handovers.withdrawn(one, l.USER, NOW)],
    "leaving.yours_now": lambda one: [
        leaving.yours_now(
            l.USER, leaving.chosen_by(l.USER), NOW.date(), [one] * 40, [one.title] * 40, HELD, NOW, unreported=9
        )
    ],
    "occurrences.cancelled": lambda one: [occurrences.cancelled(one, l.REASON, l.USER, NOW)],
    "occurrences.discreet": lambda one: [occurrences.discreet(one, escape(l.PLACE), [])],
    **samples_year_plan.SENT,
    "occurrences.moved": lambda one: [occurrences.moved(one, one, l.USER, NOW)],
    "reminders.reminder": _reminders,
    "reminders.settled": _settled,
    "reminder_answers.answered": lambda one: [
        reminder_answers.answered(one, "Jag var inte med", step, users, NOW)
        for step, users in product((Step.SUBSTITUTE, Step.COORDINATOR), ([l.USER] * 4, []))
    ],
    "reminder_answers.asked_again": lambda one: [
        reminder_answers.asked_again(one, l.named(), NOW + timedelta(days=4), NOW)
    ],
    "reminder_answers.closed": lambda one: [reminder_answers.closed(l.receipt(one), NOW)],
    "reminder_answers.snooze_choice": lambda one: [
        reminder_answers.snooze_choice(one, NOW + timedelta(days=days), NOW) for days in (1, 3)
    ],
    "reminder_answers.snoozed": lambda one: [reminder_answers.snoozed(one, NOW + timedelta(days=4), NOW)],
    "reminder_message.told": lambda one: [reminder_message.told(one, escape(l.PLACE))],
    "reminder_questions.question": lambda one: [
        reminder_questions.question(step, one, l.named(), NOW) for step in Step
    ],
}
# What answers somebody who did something.
ANSWERS: Mapping[str, OfOccurrence] = {
    "calendar_feeds.one_told": lambda one: [calendar_feeds.one_told(one, NOW)],
    "channel_posts.reported": lambda one: [channel_posts.reported(one, l.report(one.kind), NOW)],
    "mine.show": lambda one: [mine.show(longest_own.only(one), NOW)],
    "mine.reports": lambda one: [mine.reports([longest_own.my_report(one)], NOW)],
    "outcomes.receipt": lambda one: [outcomes.receipt(each, NOW) for each in (l.receipt(one), l.unexplained(one))],
    "outcomes.undone": lambda one: [outcomes.undone(one, NOW)],
    "report_forms.to_report": lambda one: [report_forms.to_report(Start([one], []), NOW)],
}
FORMS: Mapping[str, OfOccurrence] = {
    "handovers.form": lambda one: [handovers.form(one, NOW)],
    "handovers.waiting": lambda one: [handovers.waiting(one, l.ID, l.USER, NOW)],
    "occurrence_forms.cancel": lambda one: [
        occurrence_forms.cancel(among, 1, NOW) for among in samples_year_plan.among(one)
    ],
    "occurrence_forms.move": lambda one: [
        occurrence_forms.move(among, 1, NOW) for among in samples_year_plan.among(one)
    ],
    "occurrences.cancelled_receipt": lambda one: [occurrences.cancelled_receipt(l.staffed(one), l.REASON, 1, NOW)],
    **samples_year_plan.FORMS,
    "occurrences.moved_receipt": lambda one: [occurrences.moved_receipt(l.staffed(one), 1, NOW)],
    "occurrences.planned": lambda one: [occurrences.planned(l.staffed(one), NOW)],
    "outcome_form.form": lambda one: [
        outcome_form.form(one, l.report(one.kind), NOW, private=f"o{l.ID}", title=title, notice=escape(l.NOTE))
        for title in (outcome_form.REPORT, outcome_form.CHANGE)
    ],
    "outcome_form.adding": lambda one: [
        outcome_form.adding(one, l.report(one.kind), l.saved(one, by=1), NOW, private=f"a{l.ID}")
    ],
    "outcome_form.form_of": lambda one: [outcome_form.form_of(l.TITLE, one.kind, l.report(one.kind), f"u{l.ID}")],
    "outcome_form.not_done": lambda one: [outcome_form.not_done(one, NOW)],
    "outcome_form.saved": lambda one: [outcome_form.saved(l.PLACE, outcomes.receipt_lines(l.receipt(one)))],
    "reminder_answers.snoozed_receipt": lambda one: [reminder_answers.snoozed_receipt(one, NOW, NOW)],
    "reminder_answers.time_form": lambda one: [reminder_answers.time_form(one, NOW, NOW)],
    "outcomes.already": lambda one: [
        outcomes.already(one, l.saved(one, by=1), l.saved(one, by=2), l.report(one.kind), NOW, may_change=may)
        for may in (False, True)
    ],
}
