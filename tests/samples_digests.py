"""Samples of the longest weeks: of somebody who is on everything, coordinates everywhere and is a chief too."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from typing import Any

from bot.domain.calendar import DAY
from bot.domain.digest_policy import STATUTE_FROM, LegalDuty
from bot.domain.periods import Period
from bot.domain.words import Form, Step
from bot.views import dates, reminder_questions, shared_questions, statute
from bot.views import digests as digest_views
from bot.views.digests import Desk, Digest, Own
from bot.views.shared_questions import SharedQuestion
from bot.views.statute import Warned
from storage.digests import AskedToTake
from storage.mine import OpenHandover
from storage.shared_questions import MOST, MOST_IN_LIST, OF_A_MORNING
from tests import longest as l
from tests.factories import NOW
from tests.samples_council import owed
from tests.samples_progress import WHOLE

MONDAY = date(2026, 11, 23)


def weeks() -> Iterator[Digest]:
    """Whole, and each part alone."""
    week, none = Period(MONDAY, MONDAY + 6 * DAY), Own(1, [], [], [])
    yield Digest(week, own(), desk(), l.overviews(12))
    yield Digest(week, own(), None, [])
    yield Digest(week, none, desk(), [])
    yield Digest(week, none, None, l.overviews(60))
    yield Digest(week, none, None, [WHOLE, *l.overviews(12)])
    yield Digest(week, none, None, [])


def own() -> Own:
    ahead = [*l.of_every_form()]
    longest = l.occurrence(kind="fotpatrullering", form=Form.DATED)
    alone = [reminder_questions.question(step, longest, l.named(), NOW) for step in OF_A_MORNING]
    asked = [*map(SharedQuestion, alone), *questions()[0]][:MOST_IN_LIST]
    return Own(
        1,
        [l.staffed(one) for one in ahead * 2],
        ahead * 3,
        [AskedToTake(l.ID, one, l.USER) for one in ahead],
        asked,
        left={l.ID: 99},
    )


def desk() -> Desk:
    ahead = [one for one in l.of_every_form() if not one.protected]
    leads = {l.ID: [l.USER] * 4}
    handovers = [OpenHandover(one, l.USER, l.USER, NOW) for one in l.of_every_form()]
    return Desk(ahead * 4, leads, 99, ahead * 4, handovers, 99)


def questions(count: int = MOST) -> list[list[SharedQuestion]]:
    """As many as go into a message: all open, all answered."""
    forms = product(range(count // 2), (Form.CONTINUOUS, Form.WHEN_NEEDED))
    asked = [l.occurrence(kind="fotpatrullering", form=form, label=l.LABEL, place=None) for _, form in forms]
    alone = [reminder_questions.question(Step.AFTER, one, l.named(), NOW) for one in asked]
    return [[SharedQuestion(one, is_open=is_open) for one in alone] for is_open in (True, False)]


def warned() -> Iterator[Warned]:
    """Both duties and each alone; ahead and too late; from when the law began and from later."""
    dues = ([*LegalDuty], [LegalDuty.PICTURE], [LegalDuty.FOLLOW_UP])
    for due, since, days, done in product(dues, (STATUTE_FROM, NOW.date()), (-1, 1), (False, True)):
        yield Warned(l.ID, l.MUNICIPALITIES[0], due, since, NOW.date() + timedelta(days=days), done)


SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "dates.ending": lambda: [dates.ending(one, NOW) for one in (l.overview(*l.MUNICIPALITIES), l.all_behind())],
    "dates.meeting": lambda: [
        dates.meeting(one, standing, agreed, NOW)
        for one in l.of_every_form()
        for standing, agreed in (([], []), (l.overviews(12), owed()[0].duties))
    ],
    "digests.digest": lambda: [digest_views.digest(one, NOW) for one in weeks()],
    "statute.form": lambda: [statute.form(l.ID, l.MUNICIPALITIES[0], NOW)],
    "statute.receipt": lambda: [statute.receipt(one, NOW) for one in warned()],
    "statute.warning": lambda: [statute.warning(one, NOW) for one in warned()],
    "shared_questions.together": lambda: [shared_questions.together(one) for one in questions()],
}
