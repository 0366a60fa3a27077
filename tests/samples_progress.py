"""How it is going, of one agreement and of several."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.views import progress, progress_details
from bot.views.progress_found import Several
from bot.views.progress_found import Which as WhichAgreement
from tests import longest as l
from tests.factories import NOW

SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "progress.answer": lambda: [progress.answer(l.overview(*l.MUNICIPALITIES), NOW)],
    "progress_details.details": lambda: [
        progress_details.details(one, NOW) for one in (l.overview(*l.MUNICIPALITIES), l.all_behind(), l.narrowed(1))
    ],
    "progress.overview": lambda: [
        progress.overview(one, NOW)
        for one in (l.overview(*l.MUNICIPALITIES), l.all_behind(), *map(l.narrowed, (1, 2, 3, 40)))
    ],
    "progress.several": lambda: [progress.several(Several(l.overviews(count)), NOW) for count in (12, 60)],
    "progress.which": lambda: [
        progress.which(WhichAgreement(f"Jag förstod inte ”{l.LINE}”.", [l.agreement(*l.MUNICIPALITIES)] * 60))
    ],
}
