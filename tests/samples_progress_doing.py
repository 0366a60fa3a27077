"""What is done with the answer: questions to the responsible, posts in channels."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import product
from typing import Any

from bot.domain.progress import Verdict
from bot.domain.progress_chart import rows
from bot.domain.words import Form
from bot.views import progress, progress_asking, progress_chart, progress_sharing, subscriptions, who_leads
from bot.views.progress_asking import AskedPeople, AskedQuestion
from bot.views.subscriptions import SubscriptionReceipt
from bot.views.who_leads import Led, WhoLeads
from tests import longest as l
from tests import longest_own as own
from tests.factories import NOW
from tests.samples_progress import REFUSED

SAID = l.TYPED[: progress_asking.LONGEST_ANSWER]
LATER = NOW + timedelta(days=3)


def questions() -> Iterator[AskedQuestion]:
    for protected, text in product((False, True), ("", l.TYPED[: progress_asking.LONGEST_QUESTION])):
        about = f"{l.MUNICIPALITIES[0]}, {l.progress(Form.DATED, Verdict.BEHIND, 1).frame.title}"
        yield AskedQuestion(about, protected, 1, l.USER, NOW, "1:0:1", text)


SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "progress_asking.form": lambda: [progress_asking.form(l.overview(*l.MUNICIPALITIES))],
    "progress_asking.asked": lambda: [
        progress_asking.asked(one, [AskedPeople([l.USER] * 4, NOW), AskedPeople([l.USER], LATER)], NOW)
        for one in questions()
    ],
    "progress_asking.question": lambda: [
        progress_asking.question(one, behind, l.ID, LATER)
        for one in questions()
        for behind in l.all_behind().activities[:1]
    ],
    "progress_asking.answer_form": lambda: [progress_asking.answer_form(one, l.ID, LATER) for one in questions()],
    "progress_asking.answer": lambda: [progress_asking.answer(one, l.USER, SAID, LATER) for one in questions()],
    "progress_asking.answered": lambda: [progress_asking.answered(one, SAID) for one in questions()],
    "progress_asking.sent": lambda: [progress_asking.sent(AskedPeople([l.USER], at), NOW) for at in (NOW, LATER)],
    "progress_sharing.form": lambda: [progress_sharing.form(l.overview(*l.MUNICIPALITIES))],
    "progress_sharing.post": lambda: [
        progress_sharing.post(one, l.USER, NOW)
        for one in (l.overview(*l.MUNICIPALITIES), l.all_behind(), l.narrowed(1))
    ],
    "progress_sharing.receipt": lambda: [progress_sharing.receipt("C1")],
    "progress_sharing.refused": lambda: [
        progress_sharing.refused("C1", error) for error in ("is_archived", "not_in_channel", "restricted_action")
    ],
    "progress_chart.within": lambda: [
        progress_chart.within(progress.overview(one, NOW), one, rows(one.activities, NOW.date()))
        for one in (l.all_behind(), l.of_every_verdict())
    ],
    "progress_chart.message": lambda: [
        progress_chart.message(one, rows(one.activities, NOW.date()), NOW)
        for one in (l.overview(*l.MUNICIPALITIES), l.all_behind(), l.narrowed(1))
    ],
    "progress_chart.not_sent": lambda: [progress_chart.not_sent()],
    "subscriptions.ended": lambda: [subscriptions.ended(own.subscribed())],
    "subscriptions.form": lambda: [
        subscriptions.form(subscriptions.asked_as(one), chosen)
        for one, chosen in ((l.overview(*l.MUNICIPALITIES), None), (l.narrowed(1), "week"), (l.narrowed(3), "year"))
    ],
    "subscriptions.not_there": lambda: [
        subscriptions.not_there(l.TYPED, [own.subscribed()] * some) for some in (0, 30)
    ],
    "subscriptions.receipt": lambda: [
        subscriptions.receipt(SubscriptionReceipt(own.subscribed(), LATER.date()), NOW.date())
    ],
    "subscriptions.receipt_view": lambda: [
        subscriptions.receipt_view(SubscriptionReceipt(own.subscribed(), LATER.date()), NOW.date())
    ],
    "who_leads.answer": lambda: [
        who_leads.answer(WhoLeads(l.TYPED, l.MUNICIPALITIES, led, 999, [l.USER] * 99, False, False, "U0CIA", REFUSED))
        for named in (None, l.named(), [])
        for led in ([], [Led(one, named, lead_only=True) for one in l.plannable()[:8]])
    ],
}
