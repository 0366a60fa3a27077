"""Samples of what is said when a municipality's data is taken out."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Any

from bot.domain.take_out import WithheldRows
from bot.views import take_out
from tests import longest as l

MUCH = WithheldRows(999, 99, 9, 9999, 99, tuple((place, 99) for place in l.MUNICIPALITIES[:3]), whole=True)

SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "take_out.sent": lambda: [
        take_out.sent(l.MUNICIPALITIES[0], l.ID, left, offers_protected=offers)
        for left, offers in product((WithheldRows(), MUCH), (True, False))
    ],
    "take_out.which": lambda: [take_out.which(list(enumerate(l.MUNICIPALITIES * 4))[:count]) for count in (2, 30)],
}
