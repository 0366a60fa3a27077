"""How it is going, of one agreement and of several."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.nation import Nation, Place, Standing, Totals
from bot.domain.periods import Period
from bot.domain.progress_compared import ComparedTimes
from bot.views import nation, progress, progress_details, progress_promised
from bot.views.progress_found import Overview, ProgressCompared, SeveralAgreements, WhichAgreement
from tests import longest as l
from tests.factories import NOW

WHOLE = Nation(Period(date(2026, 1, 1), date(2026, 12, 31)), [
    Place(number, name, Totals(99_999, 88_888, number, 7_777, 66_666, 5_555, 4_444), Standing.BEHIND)
    for number, name in enumerate(l.MUNICIPALITIES * 24)
], NOW.date())  # fmt: skip

REFUSED = f"Du kan inte se läget i {l.MUNICIPALITIES[0]}. <@U0DINA> kan hjälpa dig."
TIMES = ComparedTimes(
    Period(date(2026, 1, 1), date(2026, 11, 23)),
    Period(date(2025, 1, 1), date(2025, 11, 23)),
    cut_from=(Period(date(2026, 1, 1), date(2026, 12, 31)), Period(date(2025, 1, 1), date(2025, 12, 31))),
)


def _compared(found: Overview) -> Overview:
    figures = {one.frame.activity_id: one for one in found.activities}
    return replace(found, compared=ProgressCompared(TIMES, figures, figures), refused=REFUSED)


SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "nation.answer": lambda: [nation.answer(WHOLE, NOW)],
    "nation.of_many": lambda: [nation.of_many(one, NOW) for one in (WHOLE, Nation(WHOLE.period, []))],
    "progress.answer": lambda: [progress.answer(l.overview(*l.MUNICIPALITIES), NOW)],
    "progress_details.details": lambda: [
        progress_details.details(one, NOW) for one in (l.overview(*l.MUNICIPALITIES), l.all_behind(), l.narrowed(1))
    ],
    "progress_promised.promised": lambda: [
        progress_promised.promised(one) for one in (l.overview(*l.MUNICIPALITIES), l.all_behind(), l.narrowed(1))
    ],
    "progress_promised.of_several": lambda: [progress_promised.of_several(l.overviews(count)) for count in (12, 60)],
    "progress.overview": lambda: [
        progress.overview(one, NOW)
        for one in (
            l.overview(*l.MUNICIPALITIES),
            l.all_behind(),
            l.of_every_verdict(),
            *map(l.narrowed, (1, 2, 3, 40)),
            *map(_compared, (l.overview(*l.MUNICIPALITIES), l.all_behind())),
        )
    ],
    "progress.several": lambda: [
        progress.several(SeveralAgreements([_compared(one) for one in l.overviews(count)], refused=REFUSED), NOW)
        for count in (12, 60)
    ],
    "progress.which": lambda: [
        progress.answer(WhichAgreement(f"Jag förstod inte ”{l.LINE}”.", found, REFUSED), NOW)
        for found in ([], [l.agreement(*l.MUNICIPALITIES)] * 60)
    ],
}
