"""The messages in which a coordinator goes through an agreement before it is saved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import agreement_draft_file as rules
from bot.domain.agreement_draft import ActivitySpot, AgreementDraft, Choice, DraftActivity, DraftArea, PastCounts, Way
from bot.domain.agreement_file import FollowUpEntry
from bot.domain.calendar import local_day
from bot.domain.kinds import kind
from bot.domain.swedish import joined, number, sentence
from bot.domain.swedish_words import every, name
from bot.views.agreement_words import day, full_day, goals, period
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    confirm,
    divider,
    escape,
    message,
    section,
    sections,
)

PER_MESSAGE = 5
HEAD, END = "head", "end"
NOT_YET = "Inget är sparat än."
TITLES = {
    Way.NEW: "Förslag ur texten",
    Way.RENEWAL: "Förnya: förslag för nästa period",
    Way.REVISION: "Revidera: ändringar inom perioden",
}
HOW = {
    Way.NEW: "Gå igenom aktiviteterna nedan. Det som texten inte säger har jag lämnat tomt.",
    Way.RENEWAL: "Gå igenom aktiviteterna nedan. Bredvid var och en står vad som var utlovat, planerat och gjort.",
    Way.REVISION: "Allt gäller vidare om du inte ändrar det. Det som du hoppar över slutar gälla.",
}
TILL_THEN = "Till dess går förslaget inte att spara."
TWICE = "Är det samma sak: tryck på Spara inte, och ändra den som finns under avtal."
NO_ACTIVITIES = "Lägg till aktiviteter nedan, eller tryck på Spara inte och skicka en annan text."
MARKS = {
    Way.NEW: {Choice.TAKEN: "Tas med", Choice.SKIPPED: "Hoppas över"},
    Way.RENEWAL: {Choice.TAKEN: "Följer med", Choice.SKIPPED: "Lämnas"},
    Way.REVISION: {Choice.TAKEN: "Gäller vidare", Choice.SKIPPED: "Slutar gälla"},
}


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """`is_open`: it can still be changed; otherwise it has no buttons. `hindrances`: why it cannot be saved now.

    `there`: what holds already at that time.
    """

    draft_id: int
    draft: AgreementDraft
    expires_at: datetime
    is_open: bool = True
    hindrances: Sequence[str] = ()
    there: Sequence[str] = ()


def parts(shown: ShownDraft, now: datetime) -> dict[str, Message]:
    """Every message by its part, in their order."""
    found = {HEAD: head(shown, now)}
    for number_, area in enumerate(shown.draft.areas):
        for page in range(_pages(area)):
            found[f"area:{number_}:{page}"] = area_page(shown, number_, page)
    return found | {END: end(shown)}


def part_of(spot: ActivitySpot) -> str:
    return f"area:{spot.area}:{spot.activity // PER_MESSAGE}"


def head(shown: ShownDraft, now: datetime) -> Message:
    draft, today = shown.draft, local_day(now)
    title = f"{TITLES[draft.way]}: {draft.frame.title or rules.suggested_title(draft.frame)}"
    until = f"{NOT_YET} Förslaget finns kvar till {day(local_day(shown.expires_at), today)}."
    asked = [f"• {question}" for question in rules.open_questions(draft)]
    lines = [
        *_facts(draft, today),
        *(["Öppna frågor:", *asked] if asked else []),
        *([" ".join([*shown.hindrances, TILL_THEN])] if shown.hindrances else []),
        *([f"Finns redan för samma tid: {joined(shown.there)}. {TWICE}"] if shown.there else []),
        *([HOW[draft.way] if draft.activities else NO_ACTIVITIES, until] if shown.is_open else []),
    ]
    buttons = [actions(button("Svara och ändra uppgifter", "agreement_frame", shown.draft_id))] if shown.is_open else []
    return _told(title, lines, buttons)


def area_page(shown: ShownDraft, number_: int, page: int) -> Message:
    area = shown.draft.areas[number_]
    pages = _pages(area)
    title = f"Fokusområde: {area.entry.title}" + (f" ({page + 1} av {pages})" if pages > 1 else "")
    first = page * PER_MESSAGE
    rows = list(enumerate(area.activities[first : first + PER_MESSAGE], first))
    if not rows:
        return _told(title, ["Inga egna aktiviteter."], [])
    blocks = [section(f"*{escape(title)}*")]
    for position, one in rows:
        blocks += [
            divider(),
            section(*map(escape, _activity(one, shown.draft.way))),
            *_choices(shown, number_, position),
        ]
    said = [title, *(line for _, one in rows for line in _activity(one, shown.draft.way))]
    return message(escape("\n".join(said)), blocks)


def end(shown: ShownDraft) -> Message:
    counts = _counts(shown.draft)
    lines = [counts, f"{NOT_YET} Tryck på Spara när du har gått igenom allt."]
    return _told("Klar?", lines, [_last_buttons(shown)])


def over(why: str) -> Message:
    """In place of what was pressed too late."""
    return message(escape(why), [section(escape(why))])


def not_saved() -> Message:
    return over("Förslaget är inte sparat. Inget är ändrat.")


def _facts(draft: AgreementDraft, today: date) -> list[str]:
    frame = draft.frame
    facts = [
        ("Typ", name(frame.kind) if frame.kind else ""),
        ("Kommun", joined(frame.municipalities)),
        ("Parter", joined([party.name for party in frame.parties if party.signed])),
        ("Medverkar", joined([party.name for party in frame.parties if not party.signed])),
        ("Period", period(frame.first, frame.last)),
        ("Ändringen gäller från", day(frame.starts_on, today) if frame.starts_on else ""),
        ("Undertecknat", day(frame.signed_on, today) if frame.signed_on else ""),
        ("Bygger på", joined([name(one) for one in frame.basis])),
        ("Uppföljning", "; ".join(_follow_up(one) for one in frame.follow_ups)),
        ("Delvis genomförda", "räknas som gjorda" if frame.partly_counts else ""),
    ]
    may_lack = ["Medverkar", "Delvis genomförda", *([] if draft.way is Way.REVISION else ["Ändringen gäller från"])]
    return [f"{label}: {said or 'saknas'}" for label, said in facts if said or label not in may_lack]


def _follow_up(duty: FollowUpEntry) -> str:
    return f"{name(duty.form)} {every(duty.per)}, {duty.owner}, till {joined(duty.recipients)}"


def _activity(one: DraftActivity, way: Way) -> list[str]:
    entry = one.entry
    mark = MARKS[way].get(one.choice)
    due = f"klart senast {full_day(entry.due_on)}" if entry.due_on else ""
    said = [name_of(one), name(entry.form), due, entry.recurrence, *goals(entry.goals), _who(one)]
    facts = [*said, "skyddad" if entry.protected else ""]
    return [
        f"{mark}: {entry.title}" if mark else entry.title,
        sentence(" · ".join(filter(None, facts))),
        *([_past(one.past)] if one.past else []),
        *([f"I texten: ”{one.words}”"] if one.words else []),
    ]


def name_of(one: DraftActivity) -> str:
    return kind(one.entry.kind).name


def _who(one: DraftActivity) -> str:
    entry = one.entry
    with_ = joined(entry.others)
    if entry.lead:
        return f"leds av {entry.lead}" + (f" med {with_}" if with_ else "")
    return f"{with_}, ingen står som ledande" if with_ else "vem som leder står inte"


def _past(past: PastCounts) -> str:
    said = [("Utlovat", past.promised), ("Planerat", past.planned), ("Gjort", past.done)]
    return "Hittills: " + " · ".join(f"{label} {number(count)}" for label, count in said if count is not None)


def _choices(shown: ShownDraft, area: int, position: int) -> Iterator[Block]:
    if not shown.is_open:
        return
    one = shown.draft.areas[area].activities[position]
    value, about = f"{shown.draft_id}:{area}:{position}", one.entry.title
    take = button("Ta med", "agreement_take", value, about=about)
    skip = button("Hoppa över", "agreement_skip", value, about=about)
    change = button("Ändra", "agreement_change", value, about=about)
    shown_for = {Choice.OPEN: [take, skip], Choice.TAKEN: [skip], Choice.SKIPPED: [take]}
    yield actions(*shown_for[one.choice], change)


def _last_buttons(shown: ShownDraft) -> Block:
    draft_id = shown.draft_id
    sure = confirm("Kasta förslaget?", "Det som du har gått igenom finns inte kvar.", "Kasta förslaget", "Behåll det")
    undecided = shown.draft.count(Choice.OPEN)
    return actions(
        button("Spara", "agreement_save", draft_id, style="primary"),
        *([button("Ta med alla", "agreement_take_all", draft_id)] if undecided else []),
        button("Lägg till aktivitet", "agreement_add", draft_id),
        button("Spara inte", "agreement_drop", draft_id, confirm=sure),
    )


def _counts(draft: AgreementDraft) -> str:
    marks = MARKS[draft.way]
    said = [
        (marks[Choice.TAKEN], draft.count(Choice.TAKEN)),
        (marks[Choice.SKIPPED], draft.count(Choice.SKIPPED)),
        ("Inte valda", draft.count(Choice.OPEN)),
    ]
    return " · ".join(f"{label}: {number(count)}" for label, count in said)


def _pages(area: DraftArea) -> int:
    return max(-(-len(area.activities) // PER_MESSAGE), 1)


def _told(title: str, lines: Sequence[str], more: Sequence[Block]) -> Message:
    fact, *rest = map(escape, (title, *lines))
    return message("\n".join([fact, *rest]), [*sections(f"*{fact}*", *rest), *more])
