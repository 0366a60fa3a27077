"""One or more samples of everything that the bot can show, made of the longest data."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from itertools import product

from bot.domain.channel_posts import PostKind
from bot.domain.errors import Gone, NotKnown, PersonalData, Unavailable
from bot.domain.words import Part, Role
from bot.views import (
    activities,
    channel_posts,
    handovers,
    help,
    leaving,
    members,
    occurrence_forms,
    occurrences,
    people,
    unreachable,
)
from bot.views.blocks import escape
from bot.views.people import AskedAccess
from handlers import errors
from storage.channel_posts import AskedPost, PostableArea
from storage.leaving import Load
from storage.members import Given, Member
from tests import longest as l
from tests import (
    samples_agreements,
    samples_council,
    samples_digests,
    samples_follow_up,
    samples_own,
    samples_people,
    samples_plan_files,
    samples_progress,
    samples_progress_doing,
    samples_publications,
    samples_reports,
    samples_take_out,
    samples_year_plan,
)
from tests.factories import NOW
from tests.samples_occurrences import Shown

RESPONSIBLE = activities.Responsible(l.plannable()[0], l.named())
POSTS = [AskedPost(l.ID, what, "C1", 1, l.MUNICIPALITIES[0], 1, l.PLACE, 1, l.USER, NOW) for what in PostKind]
LOAD = Load(occurrences=999, activities=99, functions=9, handovers=99)
GIVEN = [
    Given(key, what, place, part, NOW.date() + timedelta(days=9), NOW.date() + timedelta(days=400))
    for place in l.MUNICIPALITIES
    for key, what, part in (("r1", Role.COORDINATOR, None), ("f2", "socialtjanst", Part.SUBSTITUTE))
]
MEMBER = Member(l.ID, l.USER, GIVEN)


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
            "C1", POSTS * 20, enumerate(l.MUNICIPALITIES), [PostableArea(l.ID, l.PLACE, 1, l.MUNICIPALITIES[0])] * 200
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
        people.asked(found, NOW)
        for found in (AskedAccess(), AskedAccess(known=True), AskedAccess(since=NOW), AskedAccess(coordinators=9))
    ],
    "people.declined_notice": lambda: [people.declined_notice(l.USER, NOW, NOW)],
    "people.declined_question": lambda: [people.declined_question(l.USER, l.USER)],
    "people.question": lambda: [people.question(l.USER, l.ID, external=True)],
    "people.has_left": lambda: [people.has_left("trafikkontroll <45> & 2", users) for users in ([], [l.USER] * 9)],
    "people.unknown": lambda: [people.unknown(l.TYPED), people.unknown("")],
    "people.welcome": lambda: [people.welcome()],
    **samples_agreements.SAMPLES,
    **samples_council.SAMPLES,
    **samples_digests.SAMPLES,
    **samples_follow_up.SAMPLES,
    **samples_own.SAMPLES,
    **samples_people.SAMPLES,
    **samples_plan_files.SAMPLES,
    **samples_progress.SAMPLES,
    **samples_progress_doing.SAMPLES,
    **samples_publications.SAMPLES,
    **samples_reports.SAMPLES,
    **samples_take_out.SAMPLES,
    **samples_year_plan.SAMPLES,
    "errors.in_modal": lambda: [errors.in_modal(errors.sentence(Gone("Borta."), {}))],
    "errors.sentence": lambda: [
        errors.sentence(error, {"text": escape(l.TYPED)})
        for error in (NotKnown(), Gone("Borta."), PersonalData("Ta bort det och skicka igen."), Unavailable())
    ],
}
