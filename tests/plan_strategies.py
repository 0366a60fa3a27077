"""Agreement files of every shape, with the texts that spreadsheets are known to spoil."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from bot.domain.agreement_file import (
    ActivityEntry,
    AgreementFile,
    FocusAreaEntry,
    FollowUpEntry,
    GoalEntry,
    PartyEntry,
    PeriodEntry,
    title_key,
)
from bot.domain.agreement_file_words import WindowLength
from bot.domain.functions import FUNCTIONS
from bot.domain.kinds import KINDS
from bot.domain.personal_data import find_personal_data
from bot.domain.words import AgreementKind, Basis, FollowUpForm, Form, GoalOrigin, PartyKind, Per

SPOILT = (
    "=1+1", "+46", "-5", "@SUM(A1)", "'=1", "''-x", "1,5", "2026-01-02", "007", "ja", "#N/A", "a;b", '”b";"c', "x\ny",
    "＝1", "Blad Plan", "TRUE", "1e5", "_x0041_",
)  # fmt: skip
LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))
TEXTS = (
    st.one_of(st.sampled_from(SPOILT), st.text(LETTERS, min_size=1, max_size=12))
    .map(str.strip)
    .filter(lambda text: text and not find_personal_data(text, place=True))
)
KEYS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}", fullmatch=True)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
MAYBE_TEXT = st.none() | TEXTS
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: PeriodEntry(start=min(days), end=max(days)))


def _distinct(texts: st.SearchStrategy[str], most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(texts, min_size=1, max_size=most, unique_by=title_key)


@st.composite
def _goals(draw: st.DrawFn) -> GoalEntry:
    origin = draw(st.sampled_from(GoalOrigin))
    days = sorted(draw(st.tuples(DAYS, DAYS)))
    planned = origin is GoalOrigin.PLANNED
    return GoalEntry(
        count=draw(st.integers(1, 100_000)),
        unit=draw(TEXTS),
        per=draw(st.sampled_from(Per)),
        origin=origin,
        valid_from=draw(st.sampled_from([None, days[0]])),
        valid_to=draw(st.sampled_from([None, days[1]])),
        decided_by=draw(TEXTS if planned else MAYBE_TEXT),
        decided_on=draw(DAYS if planned else st.none() | DAYS),
    )


@st.composite
def _activities(draw: st.DrawFn, key: str, parties: list[str]) -> ActivityEntry:
    form = draw(st.sampled_from(Form))
    asked = form in (Form.CONTINUOUS, Form.WHEN_NEEDED)
    lead = draw(st.sampled_from([None, *parties]))
    return ActivityEntry(
        key=key,
        title=draw(TEXTS),
        kind=draw(st.sampled_from(list(KINDS))),
        form=form,
        window=draw(st.sampled_from(WindowLength)) if form is Form.WINDOW else None,
        cadence=draw(st.sampled_from(Per)) if asked else None,
        due_on=draw(st.none() | DAYS) if form is Form.DELIVERABLE else None,
        protected=draw(st.booleans()),
        lead=lead,
        others=tuple(name for name in parties if name != lead and draw(st.booleans())),
        function=draw(st.none() | st.sampled_from(list(FUNCTIONS))),
        substitute_function=draw(st.none() | st.sampled_from(list(FUNCTIONS))),
        place=draw(MAYBE_TEXT),
        recurrence=draw(MAYBE_TEXT),
        goals=tuple(draw(st.lists(_goals(), max_size=3))),
    )


FOLLOW_UPS = st.builds(
    FollowUpEntry, form=st.sampled_from(FollowUpForm), per=st.sampled_from(Per), owner=TEXTS,
    recipients=st.lists(TEXTS, min_size=1, max_size=3).map(tuple),
)  # fmt: skip


@st.composite
def _areas(draw: st.DrawFn, names: list[str]) -> tuple[FocusAreaEntry, ...]:
    keys = iter(draw(st.lists(KEYS, min_size=6, max_size=6, unique=True)))

    def area(title: str) -> FocusAreaEntry:
        count = draw(st.integers(0, 2))
        return FocusAreaEntry(
            title=title,
            problem=draw(MAYBE_TEXT),
            cause=draw(MAYBE_TEXT),
            goal=draw(MAYBE_TEXT),
            via=tuple(draw(st.lists(st.tuples(KEYS, KEYS).map("/".join), max_size=2))),
            activities=tuple(draw(_activities(next(keys), names)) for _ in range(count)),
        )

    return tuple(area(title) for title in draw(_distinct(TEXTS, 3)))


@st.composite
def agreement_files(draw: st.DrawFn) -> AgreementFile:
    names = draw(_distinct(TEXTS, 3))
    functions: Any = st.none() | st.sampled_from(list(FUNCTIONS))
    return AgreementFile(
        key=draw(KEYS),
        kind=draw(st.sampled_from(AgreementKind)),
        title=draw(TEXTS),
        example=draw(st.booleans()),
        replaces=draw(st.none() | KEYS),
        municipalities=tuple(draw(_distinct(TEXTS, 2))),
        police_area=draw(MAYBE_TEXT),
        parties=tuple(
            PartyEntry(name=one, kind=draw(st.sampled_from(PartyKind)), signed=draw(st.booleans())) for one in names
        ),
        period=draw(PERIODS),
        signed_on=draw(st.none() | DAYS),
        first_month=draw(st.integers(1, 12)),
        basis=tuple(draw(st.lists(st.sampled_from(Basis), max_size=3))),
        spokesperson=draw(functions),
        partly_counts=draw(st.booleans()),
        parent=draw(st.none() | KEYS),
        parent_mentioned=draw(MAYBE_TEXT),
        focus_areas=draw(_areas(names)),
        follow_ups=tuple(draw(st.lists(FOLLOW_UPS, max_size=2))),
        questions=tuple(draw(st.lists(TEXTS, max_size=2))),
    )
