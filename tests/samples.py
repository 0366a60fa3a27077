"""One or more samples of everything that the bot can show, made of the longest data."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import partial
from itertools import product
from typing import Any

from bot.domain.channel_posts import PostKind
from bot.domain.errors import Gone, NotKnown, PersonalData, Unavailable
from bot.domain.words import OccurrenceState, Part, Role, Step
from bot.views import (
    activities,
    calendar_feeds,
    channel_posts,
    handovers,
    help,
    leaving,
    members,
    mine,
    occurrence_forms,
    occurrences,
    outcome_form,
    outcomes,
    people,
    reminder_answers,
    reminder_message,
    reminder_questions,
    reminders,
    report_forms,
    unreachable,
)
from bot.views.blocks import escape
from bot.views.people import Asked
from bot.views.report_forms import Start
from handlers import errors
from storage.channel_posts import Area, Post
from storage.leaving import Held, Load
from storage.members import Given, Member
from storage.occurrences import Listed
from tests import longest as l
from tests import (
    longest_own,
    samples_agreements,
    samples_digests,
    samples_own,
    samples_people,
    samples_plan_files,
    samples_progress,
    samples_reports,
    samples_year_plan,
)
from tests.factories import NOW

Shown = dict[str, Any]
OfOccurrence = Callable[[Listed], Iterable[Shown]]

RESPONSIBLE = activities.Responsible(l.plannable()[0], l.named())
POSTS = [Post(l.ID, what, "C1", 1, l.MUNICIPALITIES[0], 1, l.PLACE, 1, l.USER, NOW) for what in PostKind]
LOAD = Load(occurrences=999, activities=99, functions=9, handovers=99)
HELD = [Held("socialtjanst", place) for place in l.MUNICIPALITIES]
GIVEN = [
    Given(key, what, place, part, NOW.date() + timedelta(days=9), NOW.date() + timedelta(days=400))
    for place in l.MUNICIPALITIES
    for key, what, part in (("r1", Role.COORDINATOR, None), ("f2", "socialtjanst", Part.SUBSTITUTE))
]
MEMBER = Member(l.ID, l.USER, GIVEN)


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
OTHERS: Mapping[str, Callable[[], Iterable[Shown]]] = {
    "activities.form": lambda: [activities.form(RESPONSIBLE)],
    "activities.no_longer": lambda: [activities.no_longer(RESPONSIBLE.activity, l.USER)],
    "activities.receipt": lambda: [activities.receipt(RESPONSIBLE)],
    "activities.yours": lambda: [activities.yours(RESPONSIBLE.activity, l.USER)],
    "handovers.taken_back": lambda: [handovers.taken_back(l.USER)],
    "help.not_understood": lambda: [help.not_understood(l.TYPED, l.actor(*Role))],
    "help.show": lambda: [
        help.show(l.actor(*roles, external=external))
        for roles, external in product(([role] for role in Role), (False, True))
    ],
    "channel_posts.announced": lambda: [channel_posts.announced(POSTS, l.USER)],
    "channel_posts.closed": lambda: [channel_posts.closed(POSTS, archived=archived) for archived in (False, True)],
    "channel_posts.form": lambda: [
        channel_posts.form(
            "C1", POSTS * 20, enumerate(l.MUNICIPALITIES), [Area(l.ID, l.PLACE, 1, l.MUNICIPALITIES[0])] * 200
        )
    ],
    "channel_posts.orphaned": lambda: [channel_posts.orphaned(POSTS)],
    "channel_posts.receipt": lambda: [channel_posts.receipt(POSTS)],
    "channel_posts.stopped": lambda: [channel_posts.stopped(POSTS, l.USER)],
    "channel_posts.stopped_receipt": lambda: [channel_posts.stopped_receipt(POSTS)],
    "channel_posts.week": lambda: [
        channel_posts.week(POSTS[0], NOW.date(), [one for one in l.of_every_form() if not one.protected] * 10, NOW)
    ],
    "leaving.account_gone": lambda: [leaving.account_gone(l.USER, l.ID)],
    "leaving.nobody_takes_over": lambda: [leaving.nobody_takes_over(l.USER, l.ID)],
    "leaving.form": lambda: [
        leaving.form(leaving.Leaver(l.ID, l.USER, load), NOW) for load in (LOAD, Load(0, 0, 0, 0))
    ],
    "leaving.receipt": lambda: [
        leaving.receipt(leaving.Left(l.USER, to, NOW.date(), 999, LOAD), NOW) for to in (None, l.USER)
    ],
    "members.form": lambda: [members.form(MEMBER, {"r1"}, samples_people.OFFERED, NOW)],
    "members.listing": lambda: [members.listing([MEMBER] * 20, 20, NOW), members.listing([], None, NOW)],
    "members.opener": lambda: [members.opener()],
    "members.receipt": lambda: [members.receipt(MEMBER, NOW)],
    "occurrence_forms.plan": lambda: [occurrence_forms.plan(one, l.named()) for one in l.plannable()[:1]],
    "unreachable.unreachable": lambda: [unreachable.unreachable(l.USER, code) for code in ("user_not_found", "new")],
    "occurrences.only_coordinators": lambda: [occurrences.only_coordinators([l.USER] * 12)],
    "occurrences.opener": lambda: [occurrences.opener()],
    "occurrences.overview": lambda: [
        occurrences.overview(([l.staffed(one) for one in l.of_every_form()] * 3)[:10], l.plannable(), NOW, after=10)
    ],
    "people.about": lambda: [people.about()],
    "people.asked": lambda: [
        people.asked(found, NOW) for found in (Asked(), Asked(known=True), Asked(since=NOW), Asked(coordinators=9))
    ],
    "people.declined_notice": lambda: [people.declined_notice(l.USER, NOW, NOW)],
    "people.declined_question": lambda: [people.declined_question(l.USER, l.USER)],
    "people.question": lambda: [people.question(l.USER, l.ID, external=True)],
    "people.has_left": lambda: [people.has_left("trafikkontroll <45> & 2", users) for users in ([], [l.USER] * 9)],
    "people.unknown": lambda: [people.unknown(l.TYPED), people.unknown("")],
    "people.welcome": lambda: [people.welcome()],
    **samples_agreements.SAMPLES,
    **samples_digests.SAMPLES,
    **samples_own.SAMPLES,
    **samples_people.SAMPLES,
    **samples_plan_files.SAMPLES,
    **samples_progress.SAMPLES,
    **samples_reports.SAMPLES,
    **samples_year_plan.SAMPLES,
    "errors.in_modal": lambda: [errors.in_modal(errors.sentence(Gone("Borta."), {}))],
    "errors.sentence": lambda: [
        errors.sentence(error, {"text": escape(l.TYPED)})
        for error in (NotKnown(), Gone("Borta."), PersonalData("Ta bort det och skicka igen."), Unavailable())
    ],
}
