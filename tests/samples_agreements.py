"""Samples of agreements that somebody goes through, as long as they get."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from bot.domain.agreement_difference import Difference
from bot.domain.agreement_draft import (
    LONGEST_WORDS,
    ActivitySpot,
    AgreementDraft,
    Choice,
    DraftActivity,
    DraftArea,
    DraftFrame,
    PastCounts,
    Way,
)
from bot.domain.agreement_file import ActivityEntry, FocusAreaEntry, FollowUpEntry, GoalEntry, PartyEntry
from bot.domain.agreement_text import Question, Topic
from bot.domain.new_activity import LONGEST_TITLE
from bot.domain.words import (
    AgreementKind,
    AgreementState,
    Basis,
    FollowUpForm,
    Form,
    GoalOrigin,
    PartyKind,
    Per,
)
from bot.views import agreement_activity_form, agreement_ends, agreement_frame_form, agreement_list, agreement_review
from bot.views.agreement_ends import LONGEST_DETAIL, Ending, WantedEnd
from bot.views.agreement_list import WaitingDraft
from bot.views.agreement_review import ShownDraft
from storage.agreements import AgreementRow
from tests import longest as l
from tests.factories import NOW

TITLE = f"<Nykterhet> & fart {'Å' * LONGEST_TITLE}"[:LONGEST_TITLE]
WORDS = f"”Vi & <alla> {'öppnar ' * LONGEST_WORDS}"[:LONGEST_WORDS]
PARTIES = tuple(PartyEntry(name=f"{number} {l.PLACE}", kind=PartyKind.OTHER, signed=number < 9) for number in range(12))
GOALS = tuple(
    GoalEntry(count=100_000, unit="stödda aktiviteter", per=Per.PERIOD, origin=origin) for origin in GoalOrigin
)
ENTRY = ActivityEntry(
    key="en", title=TITLE, kind="alkoholfri_aktivitet", form=Form.DELIVERABLE, protected=True, goals=GOALS,
    lead=PARTIES[0].name, others=tuple(party.name for party in PARTIES[1:4]), due_on=date(2027, 12, 31),
)  # fmt: skip
DUTY = FollowUpEntry(form=FollowUpForm.WRITTEN, per=Per.HALF_YEAR, owner=f"{TITLE}{TITLE}", recipients=(TITLE, l.PLACE))
QUESTIONS = tuple(Question(topic, f"{topic} {WORDS}") for topic in Topic)
FRAME = DraftFrame(
    title=f"{TITLE}{l.PLACE}"[:150], kind=AgreementKind.COLLABORATION, municipalities=l.MUNICIPALITIES, parties=PARTIES,
    first=date(2027, 12, 31), last=date(2030, 12, 30), signed_on=date(2027, 12, 31), basis=tuple(Basis),
    follow_ups=(DUTY, DUTY), starts_on=date(2027, 12, 31),
)  # fmt: skip
ENDING = WantedEnd(date(2027, 12, 31), "other", f"annat: {'<&' * (LONGEST_DETAIL // 2)}")


def drafts() -> list[AgreementDraft]:
    areas = tuple(
        DraftArea(entry=FocusAreaEntry(title=TITLE), activities=(_activity(choice),) * count)
        for choice, count in zip(Choice, (7, 5, 6), strict=True)
    )
    full = [AgreementDraft(way=way, frame=FRAME, areas=areas, questions=QUESTIONS) for way in Way]
    empty = AgreementDraft(way=Way.NEW, frame=DraftFrame(), questions=QUESTIONS)
    return [*full, empty, replace(full[0], frame=replace(FRAME, follow_ups=()))]


def _activity(choice: Choice) -> DraftActivity:
    return DraftActivity(entry=ENTRY, words=WORDS, choice=choice, past=PastCounts(100_000, 100_000, 100_000))


def shown() -> list[ShownDraft]:
    later = NOW + timedelta(days=14)
    beside = {"hindrances": [f"{town} finns inte i boten än." for town in l.MUNICIPALITIES], "there": [TITLE] * 3}
    return [
        ShownDraft(l.ID, draft, later, is_open=is_open, **beside) for draft, is_open in product(drafts(), (True, False))
    ]


def rows() -> list[AgreementRow]:
    towns = dict(enumerate(l.MUNICIPALITIES))
    years = [(date(2020, 1, 1), date(2020, 12, 31)), (date(2026, 1, 1), date(2029, 12, 31)), (FRAME.first, FRAME.last)]
    return [
        AgreementRow(towns, l.ID, "key", TITLE, AgreementKind.COLLABORATION, state, first, last, 1, False)
        for (first, last), state in product(years, AgreementState)
        if first and last
    ] * 3


def _pages() -> Iterable[dict[str, Any]]:
    for one in shown():
        for area in range(len(one.draft.areas)):
            yield agreement_review.area_page(one, area, 0)
    nothing = replace(drafts()[0], areas=(DraftArea(entry=FocusAreaEntry(title=TITLE)),))
    yield agreement_review.area_page(ShownDraft(l.ID, nothing, NOW), 0, 0)


SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "agreement_activity_form.add": lambda: [agreement_activity_form.add(one, l.ID) for one in drafts()],
    "agreement_activity_form.change": lambda: [
        agreement_activity_form.change(one, l.ID, ActivitySpot(0, 0)) for one in drafts() if one.areas
    ],
    "agreement_ends.called_off": lambda: [
        agreement_ends.called_off(TITLE, 999, ENDING.said, user) for user in (l.USER, None)
    ],
    "agreement_ends.form": lambda: [agreement_ends.form(Ending(rows()[0], ahead), NOW) for ahead in (0, 1, 999)],
    "agreement_ends.receipt": lambda: [agreement_ends.receipt(rows()[0], ENDING, 999, NOW)],
    "agreement_frame_form.frame": lambda: [
        agreement_frame_form.frame(one, l.ID, towns) for one, towns in product(drafts(), (None, l.MUNICIPALITIES))
    ],
    "agreement_list.being_read": lambda: [agreement_list.being_read()],
    "agreement_list.coming": lambda: [agreement_list.coming()],
    "agreement_list.is_it": lambda: [agreement_list.is_it(l.ID)],
    "agreement_list.left": lambda: [agreement_list.left()],
    "agreement_list.listing": lambda: [
        agreement_list.listing(rows(), [WaitingDraft(l.ID, one, NOW) for one in drafts()], NOW),
        agreement_list.listing([], [], NOW),
    ],
    "agreement_list.paste": lambda: [agreement_list.paste()],
    "agreement_list.reading": lambda: [agreement_list.reading()],
    "agreement_list.saved": lambda: [
        agreement_list.saved(one, l.ID, count, Difference(TITLE, True, followers=some, unplanned=some * 99))
        for one in drafts()
        for count, some in ((0, ()), (999, (TITLE,)))
    ],
    "agreement_review.area_page": _pages,
    "agreement_review.end": lambda: [agreement_review.end(one) for one in shown()],
    "agreement_review.head": lambda: [agreement_review.head(one, NOW) for one in shown()],
    "agreement_review.not_saved": lambda: [agreement_review.not_saved()],
    "agreement_review.over": lambda: [agreement_review.over(WORDS)],
}
