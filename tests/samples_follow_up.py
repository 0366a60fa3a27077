"""Samples of the follow-up as a message, of sixty activities with long titles, as a draft and settled."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.domain.follow_up import FollowUp
from bot.domain.follow_up_places import FollowedPlace
from bot.domain.words import FollowUpState
from bot.views import follow_up, follow_up_area, follow_up_sent
from bot.views.follow_up import Format, ShownFollowUp, WhichFollowUp
from bot.views.follow_up_area import AreaFollowUp
from storage.follow_up_versions import Version
from tests import follow_ups
from tests import longest as l
from tests.factories import NOW
from tests.follow_ups import YEAR

REFUSED = f"Du kan inte se uppföljningen i {', '.join(l.MUNICIPALITIES)}. <@{l.USER}> och <@{l.USER}> kan hjälpa dig."


def shown() -> list[ShownFollowUp]:
    activities = [follow_ups.followed(one, lead=lead) for one in l.activities() * 4 for lead in ("", "Polisen")]
    area = follow_ups.area(*activities, title=l.AREA)
    agreements = [follow_ups.agreement(area, title=l.TITLE, example=True)] * 2
    whole = follow_ups.follow_up(*agreements, place=l.MUNICIPALITIES[0], missing=999)
    draft = Version(
        l.ID, l.ID, l.MUNICIPALITIES[0], YEAR, 999, FollowUpState.DRAFT, "", l.USER, NOW, None, None
    )  # fmt: skip
    settled = replace(draft, state=FollowUpState.SETTLED, settled_by=l.USER, settled_at=NOW)
    made = ShownFollowUp(draft, whole, may_settle=True, may_renew=True, assumed=True)
    frozen = replace(made, version=settled, assumed=False)
    empty = replace(made, follow_up=follow_ups.follow_up(follow_ups.agreement()))
    part = replace(made, refused=REFUSED)
    fewer = replace(frozen, may_settle=False, may_renew=False)
    return [made, part, frozen, replace(frozen, unchanged=True), fewer, empty]


def area() -> FollowUp:
    places = [
        FollowedPlace(f"{name} och {number}", 99_999, 88_888, 77_777, 66_666, 5_555, l.LINE)
        for number, name in enumerate(l.MUNICIPALITIES * 20)
    ]
    return replace(shown()[0].follow_up, place=l.MUNICIPALITIES[0], places=tuple(places))


TOWNS = [(l.ID - number, name) for number, name in enumerate(l.MUNICIPALITIES * 20)]
SAMPLES: Mapping[str, Callable[[], Iterable[dict[str, Any]]]] = {
    "follow_up.shown": lambda: [follow_up.shown(one, NOW) for one in shown()],
    "follow_up.sent": lambda: [follow_up.sent(one.follow_up, form) for one in shown()[:1] for form in Format],
    "follow_up_area.shown": lambda: [follow_up_area.shown(AreaFollowUp(area(), TOWNS), NOW)],
    "follow_up.which": lambda: [follow_up.which(WhichFollowUp(TOWNS, YEAR, said)) for said in ("", REFUSED)],
    "follow_up_sent.not_sent": lambda: [follow_up_sent.not_sent(area())],
}
