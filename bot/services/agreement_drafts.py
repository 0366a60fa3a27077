"""Going through an agreement before it is saved: begun, changed piece by piece, and shown in the person's messages."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.domain import agreement_draft as drafts
from bot.domain.agreement_draft import ActivitySpot, AgreementDraft, Choice, DraftFrame, Way
from bot.domain.agreement_draft_edit import WantedActivity, edited, made, renamed, with_known_parties
from bot.domain.agreement_file import has_words
from bot.domain.calendar import local_day
from bot.domain.errors import FieldErrors, Gone
from bot.domain.municipality_names import MUNICIPALITY_NAMES
from bot.domain.party_names import placed
from bot.domain.periods import Period
from bot.domain.permissions import Action, Actor
from bot.domain.swedish import joined
from bot.domain.words import DraftPurpose
from bot.services import plan_files
from bot.views import agreement_review as views
from bot.views.agreement_list import WaitingDraft
from bot.views.agreement_review import ShownDraft
from bot.views.blocks import LONGEST_MENU, Message
from storage import access, agreements, records
from storage import agreement_drafts as stored
from storage.agreement_rows import STOPPED
from storage.agreements import AgreementRow

KEEP = timedelta(days=14)
OVER = "Förslaget gäller inte längre, så inget är ändrat. Börja om under avtal när du vill."
MOST_NAMED = 3
CHANGED = "Det här ändrades medan du skrev. Stäng och öppna igen, så ser du hur det är nu. Inget är ändrat."


@dataclass(frozen=True, slots=True)
class DraftRef:
    """What a button carries: a draft, and an activity in it."""

    draft_id: int
    spot: ActivitySpot
    version: int = 0


def begin(session: Session, actor: Actor, draft: AgreementDraft, now: datetime) -> int:
    """The person gets it in messages, to go through."""
    payload = {stored.REVIEW: drafts.dumped(draft)}
    draft_id = records.save_draft(session, actor.person_id, DraftPurpose.AGREEMENT, payload, now + KEEP)
    shown = _shown(session, actor, draft_id, draft, now)
    _say(session, actor, shown, views.parts(shown, now), "begun", now)
    return draft_id


def listed(session: Session, actor: Actor, now: datetime, about: str = "") -> Sequence[AgreementRow]:
    """Wherever the actor plans; `about` are words of a title or a municipality, or nothing. Raises NotAllowed."""
    plan_files.check_may_somewhere(session, actor, now)
    every = agreements.in_places(session, actor.municipalities(Action.PLAN))
    return [one for one in every if has_words(_with_places(one), about)] or every


def _with_places(one: AgreementRow) -> str:
    return f"{one.title} {joined(list(one.municipalities.values()))}"


def waiting(session: Session, actor: Actor, now: datetime) -> list[WaitingDraft]:
    found = stored.of_person(session, actor.person_id, now)
    return [WaitingDraft(one.id, drafts.loaded(one.payload), one.expires_at) for one in found]


def again(session: Session, actor: Actor, draft_id: int, now: datetime) -> int:
    """The same in new messages; the old ones no longer hold. Raises Gone."""
    shown = opened(session, actor, draft_id, now, hold=True)
    stored.forget(session, draft_id)
    return begin(session, actor, shown.draft, now)


def opened(session: Session, actor: Actor, draft_id: int, now: datetime, *, hold: bool = False) -> ShownDraft:
    """With `hold`, nobody else changes it until this transaction ends. Raises Gone."""
    kept = stored.find(session, draft_id, actor.person_id, now, hold=hold)
    if kept is None:
        raise Gone(OVER)
    return ShownDraft(draft_id, drafts.loaded(kept.payload), kept.expires_at)


def choose(session: Session, actor: Actor, ref: DraftRef, choice: Choice, now: datetime) -> None:
    """Raises Gone."""
    before = opened(session, actor, ref.draft_id, now, hold=True)
    after = drafts.with_activity(before.draft, ref.spot, lambda one: drafts.chosen(one, choice))
    _keep(session, actor, before, after, [views.part_of(ref.spot)], now)


def take_all(session: Session, actor: Actor, draft_id: int, now: datetime) -> None:
    """Raises Gone."""
    before = opened(session, actor, draft_id, now, hold=True)
    _keep(session, actor, before, drafts.with_all_taken(before.draft), None, now)


def change(session: Session, actor: Actor, ref: DraftRef, wanted: WantedActivity, now: datetime) -> None:
    """Raises Gone, and FieldErrors when it was changed since the form was opened."""
    before = opened(session, actor, ref.draft_id, now, hold=True)
    if drafts.find(before.draft, ref.spot).version != ref.version:
        raise FieldErrors({"title": CHANGED})
    today = local_day(now)
    after = drafts.with_activity(
        before.draft, ref.spot, lambda one: drafts.rewritten(one, edited(one.entry, wanted, today))
    )
    _keep(session, actor, before, after, [views.part_of(ref.spot)], now)


def add(session: Session, actor: Actor, draft_id: int, area: str, wanted: WantedActivity, now: datetime) -> None:
    """Raises Gone."""
    before = opened(session, actor, draft_id, now, hold=True)
    after, number = drafts.with_added(before.draft, area, made(wanted, local_day(now)))
    added = ActivitySpot(number, len(after.areas[number].activities) - 1)
    _keep(session, actor, before, after, [views.part_of(ActivitySpot(number, 0)), views.part_of(added)], now)


def change_frame(
    session: Session, actor: Actor, draft_id: int, version: int, frame: DraftFrame, now: datetime
) -> None:  # fmt: skip
    """Raises Gone, and FieldErrors when it was changed since the form was opened."""
    before = opened(session, actor, draft_id, now, hold=True)
    if before.draft.frame.version != version:
        raise FieldErrors({"title": CHANGED})
    names = renamed(before.draft.frame.parties, frame.parties)
    after = with_known_parties(drafts.with_frame(before.draft, frame), names)
    _keep(session, actor, before, with_local_parties(session, after), None, now)


def towns(session: Session, actor: Actor) -> Sequence[str] | None:
    """Those to choose among; None: any that there is, or too many for a menu, so that it is written."""
    if actor.may_everywhere(Action.PLAN):
        return None
    there = [name for _, name in access.municipalities(session, actor.municipalities(Action.PLAN))]
    return there if len(there) <= LONGEST_MENU else None


def known_towns(session: Session, actor: Actor) -> Collection[str]:
    here = [name for _, name in access.municipalities(session, actor.municipalities(Action.PLAN))]
    return {*MUNICIPALITY_NAMES, *here}


def drop(session: Session, actor: Actor, draft_id: int, now: datetime) -> None:
    """Nothing of it is kept. Raises Gone."""
    shown = opened(session, actor, draft_id, now, hold=True)
    close(session, actor, shown, views.not_saved(), now)


def close(session: Session, actor: Actor, shown: ShownDraft, last: Message, now: datetime) -> None:
    """Its messages stay to be read, without buttons; the last one tells what became of it."""
    settled = ShownDraft(shown.draft_id, shown.draft, shown.expires_at, is_open=False)
    _say(session, actor, settled, views.parts(settled, now) | {views.END: last}, "closed", now)
    stored.forget(session, shown.draft_id)


def _keep(
    session: Session,
    actor: Actor,
    before: ShownDraft,
    after: AgreementDraft,
    parts: Collection[str] | None,
    now: datetime,
) -> None:
    """Another 14 days. `parts` are those that look otherwise, None for all of them; the last one always does."""
    shown = _shown(session, actor, before.draft_id, after, now)
    stored.keep(session, before.draft_id, drafts.dumped(after), shown.expires_at)
    every = views.parts(shown, now)
    changed = {part: said for part, said in every.items() if parts is None or part in parts or part == views.END}
    _say(session, actor, shown, changed, f"v{after.version}", now)


def _say(
    session: Session, actor: Actor, shown: ShownDraft, parts: Mapping[str, Message], cause: str, now: datetime
) -> None:  # fmt: skip
    for part, said in parts.items():
        stored.say(session, shown.draft_id, part, actor.person_id, said, now, cause)


def _shown(session: Session, actor: Actor, draft_id: int, draft: AgreementDraft, now: datetime) -> ShownDraft:
    """Whoever has gone through all of it is not to hear at the end that it cannot be saved, or was there before."""
    hindrances = list(plan_files.hindrances(session, actor, "", draft.frame.municipalities, now))
    return ShownDraft(draft_id, draft, now + KEEP, hindrances=hindrances, there=_there(session, actor, draft))


def _there(session: Session, actor: Actor, draft: AgreementDraft) -> list[str]:
    """What it would be reminded of twice beside: others of the kind, in the same place and at the same time."""
    frame = draft.frame
    if draft.way is Way.REVISION or frame.first is None or frame.last is None or frame.first > frame.last:
        return []
    days, names = Period(frame.first, frame.last), {*frame.municipalities}
    every = agreements.in_places(session, actor.municipalities(Action.PLAN))
    found = (one for one in every if one.kind is frame.kind and one.key != draft.of and one.period.meets(days))
    there = [one.title for one in found if one.state not in STOPPED and names & {*one.municipalities.values()}]
    return there[:MOST_NAMED]


def with_local_parties(session: Session, draft: AgreementDraft) -> AgreementDraft:
    """With names of its own for "Polisen" and the like, where it is known which municipality it is about."""
    if len(draft.frame.municipalities) != 1:
        return draft
    [town] = draft.frame.municipalities
    return with_known_parties(draft, placed(draft.frame.parties, town, stored.known_parties(session, town)))
