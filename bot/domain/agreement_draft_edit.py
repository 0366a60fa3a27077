"""What a coordinator writes in a form about a draft, put into it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.agreement_draft import AgreementDraft, DraftActivity
from bot.domain.agreement_draft_file import DECIDED_BY
from bot.domain.agreement_draft_of_text import new_entry
from bot.domain.agreement_file import ActivityEntry, GoalEntry, PartyEntry
from bot.domain.agreement_file_words import WindowLength
from bot.domain.kinds import kind
from bot.domain.party_names import party_kind
from bot.domain.words import Form, GoalOrigin, Per

Number = tuple[int, Per]


@dataclass(frozen=True, slots=True)
class WantedActivity:
    """An activity as it was written; without a number nobody has promised, or planned, one."""

    title: str
    kind: str
    form: Form
    lead: str | None
    promised: Number | None
    planned: Number | None
    protected: bool
    window: WindowLength | None = None
    due_on: date | None = None
    recurrence: str | None = None


def made(wanted: WantedActivity, today: date) -> ActivityEntry:
    return edited(new_entry(wanted.title, wanted.kind, wanted.form), wanted, today)


def edited(entry: ActivityEntry, wanted: WantedActivity, today: date) -> ActivityEntry:
    """What the form does not ask for stays, as far as it fits the form of the activity."""
    fresh = new_entry(wanted.title, wanted.kind, wanted.form)
    same_form = entry.form is wanted.form
    return replace(
        entry,
        title=wanted.title,
        kind=wanted.kind,
        form=wanted.form,
        window=wanted.window or fresh.window if wanted.form is Form.WINDOW else None,
        cadence=entry.cadence if same_form else fresh.cadence,
        due_on=wanted.due_on if wanted.form is Form.DELIVERABLE else None,
        recurrence=wanted.recurrence,
        protected=wanted.protected,
        lead=wanted.lead,
        others=tuple(name for name in entry.others if name != wanted.lead),
        goals=tuple(_goals(entry, wanted, today)),
    )


def parties_of(lines: Iterable[str], before: Iterable[PartyEntry]) -> tuple[PartyEntry, ...]:
    """A name a line; those that were there are what they were."""
    known = {party.name: party for party in before}
    names = dict.fromkeys(line.strip(" •-\t") for line in lines)
    return tuple(known.get(name) or PartyEntry(name=name, kind=party_kind(name)) for name in names if name)


def renamed(before: Sequence[PartyEntry], after: Sequence[PartyEntry]) -> dict[str, str]:
    """Names that were written over, line by line: who leads something leads it by the new name."""
    if len(before) != len(after):
        return {}
    old, new = [party.name for party in before], [party.name for party in after]
    return {was: now for was, now in zip(old, new, strict=True) if was not in new and now not in old}


def with_known_parties(draft: AgreementDraft, names: Mapping[str, str] | None = None) -> AgreementDraft:
    """Every party by its new name, if it has got one; nothing is led by who is no party."""
    new = names or {}
    parties = tuple(replace(party, name=new.get(party.name, party.name)) for party in draft.frame.parties)
    frame = replace(draft.frame, parties=tuple({party.name: party for party in parties}.values()))
    there = {party.name for party in parties}
    areas = tuple(
        replace(area, activities=tuple(_with_names(one, new, there) for one in area.activities)) for area in draft.areas
    )
    return replace(draft, frame=frame, areas=areas)


def _with_names(one: DraftActivity, new: Mapping[str, str], there: set[str]) -> DraftActivity:
    entry = one.entry
    lead = new.get(entry.lead, entry.lead) if entry.lead else None
    others = (new.get(name, name) for name in entry.others)
    lead = lead if lead in there else None
    kept = tuple(dict.fromkeys(name for name in others if name in there and name != lead))
    return replace(one, entry=replace(entry, lead=lead, others=kept))


def _goals(entry: ActivityEntry, wanted: WantedActivity, today: date) -> Iterable[GoalEntry]:
    """A number that is as it was stays as it was decided."""
    for origin, number in ((GoalOrigin.PROMISED, wanted.promised), (GoalOrigin.PLANNED, wanted.planned)):
        before = goal_of(entry, origin)
        if number and before and (before.count, before.per) == number and entry.kind == wanted.kind:
            yield before
        elif number:
            yield _goal(origin, number, wanted.kind, today)


def goal_of(entry: ActivityEntry, origin: GoalOrigin) -> GoalEntry | None:
    """The latest."""
    return next((goal for goal in reversed(entry.goals) if goal.origin is origin), None)


def _goal(origin: GoalOrigin, number: Number, kind_key: str, today: date) -> GoalEntry:
    count, per = number
    goal = GoalEntry(count=count, unit=kind(kind_key).goal_unit, per=per, origin=origin)
    return replace(goal, decided_by=DECIDED_BY, decided_on=today) if origin is GoalOrigin.PLANNED else goal
