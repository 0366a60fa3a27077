"""Samples of what is said about people, first steps and calendars, with the longest data there is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from bot.domain.first_steps import FirstStep, FirstSteps, Setup
from bot.domain.words import Role
from bot.views import calendar_feeds, first_steps, home, invitations, people
from bot.views.calendar_feeds import Calendar, CalendarSettings
from bot.views.giving import Offered
from storage.members import Given, Member
from tests import longest as l
from tests import longest_own
from tests.factories import NOW

ADDRESS = f"https://{'kommun.' * 20}example/loftet/kalender/{'a' * 43}.ics"

MANY = [(number, f"{town} {number}") for number in range(290) for town in l.MUNICIPALITIES[:1]]
OFFERED = Offered([(1, l.AREA)] * 101, MANY, [(1, l.AREA)] * 101)
GIVEN = [Given("r1", role, place, None, NOW.date(), None) for role in Role for place in l.MUNICIPALITIES]
MEMBER = Member(l.ID, l.USER, GIVEN, (1, l.AREA))
SETUPS = (Setup(), Setup(l.MUNICIPALITIES), Setup(l.MUNICIPALITIES, 999), Setup(l.MUNICIPALITIES, 999, 999, 999))
STEPS = [FirstSteps(setup, left) for setup in SETUPS for left in ((), tuple(FirstStep))]

SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "calendar_feeds.address": lambda: [calendar_feeds.address(ADDRESS)],
    "calendar_feeds.all_told": lambda: [calendar_feeds.all_told(Calendar([], withheld)) for withheld in (0, 999)],
    "first_steps.message_of": lambda: [first_steps.message_of(one) for one in STEPS],
    "first_steps.municipality_added": lambda: [first_steps.municipality_added("Upplands Väsby")],
    "first_steps.municipality_form": lambda: [first_steps.municipality_form()],
    "home.view with first steps": lambda: [
        home.view(replace(longest_own.home(), first_steps=one), NOW) for one in STEPS
    ],
    "invitations.answered": lambda: [invitations.answered(MEMBER, l.USER, NOW)],
    "invitations.form": lambda: [
        invitations.form(known, l.USER, OFFERED, f"T0123456789:{l.USER}", NOW) for known in (None, MEMBER)
    ],
    "invitations.notice": lambda: [
        invitations.notice(MEMBER, l.USER, [Role.STAFF, Role.CHIEF], asked_at, NOW) for asked_at in (None, NOW)
    ],
    "invitations.opener": lambda: [invitations.opener()],
    "invitations.search": lambda: [
        invitations.search(user_id=user, said=said) for user, said in product(("", l.USER), ("", invitations.NO_SCOPE))
    ],
    "people.first_words": lambda: [people.first_words(invitations.NO_SCOPE)],
    "calendar_feeds.show": lambda: [
        calendar_feeds.show(CalendarSettings(made_at, as_busy), NOW, public=public)
        for made_at, as_busy, public in product((None, NOW), (False, True), (False, True))
    ],
}
