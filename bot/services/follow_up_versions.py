"""The follow-up of a municipality and period: a draft is made anew when somebody asks, until it is settled.

What it says takes long to gather and needs no writer: `drafted` does so before, for `show` and `again` to keep.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.domain.calendar import local_day
from bot.domain.dated import stretch
from bot.domain.errors import Gone, NotAllowed, UserError
from bot.domain.follow_up import FollowUp, protecting, same
from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.domain.words import FollowUpState
from bot.report import follow_up_json
from bot.services.follow_up import gather
from bot.services.whom_to_ask import coordinators
from bot.views.follow_up import ShownFollowUp
from storage import access, places, records
from storage import follow_up as stored_activities
from storage import follow_up_versions as stored
from storage.follow_up_versions import Version

SUBJECT, SETTLED = "follow_up_version", "settled"
NOT_HERE = "Du kan inte se den uppföljningen. Samordnaren i kommunen kan lägga till dig."
NOT_SETTLED = "Uppföljningen för {about} är inte fastställd än. {who} gör den."
NOTHING = "Inget medborgarlöfte och ingen överenskommelse gällde i {about}, så det finns inget att följa upp."
NOT_BEGUN = "{about} har inte börjat än, så det finns inget att följa upp."
GONE = "Den uppföljningen finns inte längre. Skriv uppföljning till mig, så visar jag den som gäller."
NEWER = "Det finns ett nyare utkast med andra siffror, så inget är fastställt. Titta på det först: skriv uppföljning."
ALREADY = "Den här uppföljningen är redan fastställd, så inget är ändrat."
ONLY_COORDINATORS = "Bara samordnaren i kommunen fastställer en uppföljning. Inget är ändrat."


@dataclass(frozen=True, slots=True)
class FollowUpDraft:
    """The numbers of today. `latest` was the newest version when they were taken, and says the same unless `is_new`."""

    latest: Version | None
    follow_up: FollowUp
    content: str
    is_new: bool


def drafted(
    session: Session, actor: Actor, municipality_id: int, period: Period, now: datetime
) -> FollowUpDraft | None:
    """None for who is shown what was settled. Raises UserError."""
    latest = stored.latest(session, municipality_id, period)
    if _is_settled(latest) or not actor.may(Action.FOLLOW_UP, municipality_id):
        return None
    return _drafted(session, municipality_id, period, latest, now)


def drafted_again(session: Session, actor: Actor, version_id: int, now: datetime) -> FollowUpDraft:
    """Also after what was settled. Raises Gone, NotAllowed and UserError."""
    found = _to_renew(session, actor, version_id)
    latest = stored.latest(session, found.municipality_id, found.period)
    return _drafted(session, found.municipality_id, found.period, latest, now)


def show(
    session: Session,
    actor: Actor,
    municipality_id: int,
    period: Period,
    now: datetime,
    draft: FollowUpDraft | None = None,
) -> ShownFollowUp:
    """What was settled, until somebody begins a new draft. Raises UserError and NotAllowed."""
    if not actor.may(Action.FOLLOW_UP, municipality_id):
        return _shown(session, actor, _settled(session, actor, municipality_id, period, now))
    latest = stored.latest(session, municipality_id, period)
    if latest and _is_settled(latest):
        return _shown(session, actor, latest)
    return _kept(session, actor, municipality_id, period, draft, now)


def opened(session: Session, actor: Actor, version_id: int) -> ShownFollowUp:
    """As it was made. Raises Gone and NotAllowed."""
    found = stored.find(session, version_id)
    if found is None:
        raise Gone(GONE)
    of_staff = actor.may(Action.SEE_PROGRESS, found.municipality_id) and found.state is FollowUpState.SETTLED
    if not of_staff and not actor.may(Action.FOLLOW_UP, found.municipality_id):
        raise NotAllowed(NOT_HERE)
    return _shown(session, actor, found)


def settle(session: Session, actor: Actor, version_id: int, now: datetime) -> ShownFollowUp:
    """Exactly what was shown. Raises Gone and NotAllowed."""
    found = opened(session, actor, version_id).version
    if not actor.may(Action.SETTLE_FOLLOW_UP, found.municipality_id):
        raise NotAllowed(ONLY_COORDINATORS)
    latest = stored.latest(session, found.municipality_id, found.period)
    if latest is None or latest.id != found.id:
        raise Gone(NEWER)
    if not stored.settle(session, found.id, actor.person_id, now):
        raise Gone(ALREADY)
    records.audit(session, now, actor.person_id, SETTLED, SUBJECT, found.id, version=found.number)
    return opened(session, actor, version_id)


def again(
    session: Session, actor: Actor, version_id: int, now: datetime, draft: FollowUpDraft | None = None
) -> ShownFollowUp:
    """A draft after one that was settled, if anything has changed since. Raises Gone, NotAllowed and UserError."""
    found = _to_renew(session, actor, version_id)
    shown = _kept(session, actor, found.municipality_id, found.period, draft, now)
    return replace(shown, unchanged=_is_settled(shown.version))


def _to_renew(session: Session, actor: Actor, version_id: int) -> Version:
    found = stored.find(session, version_id)
    if found is None:
        raise Gone(GONE)
    if not actor.may(Action.FOLLOW_UP, found.municipality_id):
        raise NotAllowed(NOT_HERE)
    return found


def _is_settled(version: Version | None) -> bool:
    return version is not None and version.state is FollowUpState.SETTLED


def _settled(session: Session, actor: Actor, municipality_id: int, period: Period, now: datetime) -> Version:
    if not actor.may(Action.SEE_PROGRESS, municipality_id):
        raise NotAllowed(NOT_HERE)
    found = stored.settled(session, municipality_id, period)
    if found is None:
        about = f"{_place(session, municipality_id)} {stretch(period)}"
        raise NotAllowed(NOT_SETTLED.format(about=about, who=coordinators(session, [municipality_id], local_day(now))))
    return found


def _kept(
    session: Session, actor: Actor, municipality_id: int, period: Period, draft: FollowUpDraft | None, now: datetime
) -> ShownFollowUp:
    """The draft as the next version, or in the place of the one that says the same."""
    places.hold(session, municipality_id)  # two who ask at once make one version each, in order
    latest = stored.latest(session, municipality_id, period)
    if draft is None or draft.latest != latest:  # somebody made another meanwhile, perhaps with newer numbers
        draft = _drafted(session, municipality_id, period, latest, now)
    if draft.is_new:
        number = latest.number + 1 if latest else 1
        stored.add(session, municipality_id, period, number, draft.content, actor.person_id, now)
    elif latest and not _is_settled(latest):
        stored.renew(session, latest.id, draft.content, now)
    found = stored.latest(session, municipality_id, period)
    if found is None:
        raise Gone(GONE)
    return _shown(session, actor, found, draft)


def _drafted(
    session: Session, municipality_id: int, period: Period, latest: Version | None, now: datetime
) -> FollowUpDraft:  # fmt: skip
    made = gathered(session, [municipality_id], period, now, place=_place(session, municipality_id))
    is_new = latest is None or not same(follow_up_json.load(latest.content), made)
    return FollowUpDraft(latest, made, follow_up_json.dump(made), is_new)


def gathered(
    session: Session, municipality_ids: Collection[int], period: Period, now: datetime, *, place: str
) -> FollowUp:
    """Raises UserError where there is nothing to follow up."""
    about = f"{place} {stretch(period)}"
    if period.first > local_day(now):
        raise UserError(NOT_BEGUN.format(about=about))
    made = gather(session, municipality_ids, period, now, place=place)
    if not made.agreements:
        raise UserError(NOTHING.format(about=about))
    return made


def read(session: Session, found: Version) -> FollowUp:
    """As it was made, less what has become secret since."""
    return _without_secrets(session, follow_up_json.load(found.content))


def handed_out(session: Session, content: str) -> str:
    """The same of what is stored, which stays as it is to the letter where nothing has become secret."""
    kept = follow_up_json.load(content)
    shown = _without_secrets(session, kept)
    return content if shown == kept else follow_up_json.dump(shown)


def _without_secrets(session: Session, kept: FollowUp) -> FollowUp:
    activities = [one.progress.frame.activity_id for one in kept.activities()]
    return protecting(kept, stored_activities.protected(session, activities))


def _shown(session: Session, actor: Actor, found: Version, draft: FollowUpDraft | None = None) -> ShownFollowUp:
    return ShownFollowUp(
        version=found,
        follow_up=draft.follow_up if draft and draft.content == found.content else read(session, found),
        may_settle=actor.may(Action.SETTLE_FOLLOW_UP, found.municipality_id),
        may_renew=actor.may(Action.FOLLOW_UP, found.municipality_id),
    )


def _place(session: Session, municipality_id: int) -> str:
    return dict(access.municipalities(session, [municipality_id]))[municipality_id]
