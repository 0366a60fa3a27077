"""The form for one activity of an agreement that somebody goes through."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.agreement_draft import ActivitySpot, AgreementDraft, find
from bot.domain.agreement_draft_edit import Number, WantedActivity, goal_of
from bot.domain.agreement_file import ActivityEntry, GoalEntry
from bot.domain.agreement_file_codecs import LONGEST_WHEN
from bot.domain.agreement_file_words import WindowLength
from bot.domain.errors import FieldErrors
from bot.domain.kinds import KINDS, kind
from bot.domain.new_activity import LONGEST_TITLE
from bot.domain.screening import refusal
from bot.domain.swedish import sentence, sort_key
from bot.domain.swedish_words import name
from bot.domain.words import Form, GoalOrigin, Per
from bot.views.blocks import (
    OPTION_LIMIT,
    Block,
    View,
    cut,
    escape,
    field,
    modal,
    number_input,
    option,
    section,
    select,
    text_input,
)
from bot.views.new_activity import FORMS, MOST, WINDOWS

Fields = Mapping[str, Any]
PERS = (Per.YEAR, Per.PERIOD, Per.HALF_YEAR, Per.TERTIAL, Per.QUARTER, Per.MONTH, Per.WEEK)
OFTEN = "Som det står i överenskommelsen. Jag föreslår det när året planeras."
NOBODY, NEW_AREA = "-", "-"
PROTECTED = "Skyddad: tid och plats visas bara för dem som ska vara med"


def change(draft: AgreementDraft, draft_id: int, spot: ActivitySpot) -> View:
    """Carries the version that it began with."""
    one = find(draft, spot)
    words = [section(f"I texten: ”{escape(one.words)}”")] if one.words else []
    private = f"{draft_id}:{spot.area}:{spot.activity}:{one.version}"
    blocks = [*words, *_fields(draft, one.entry)]
    return modal("agreement_activity", "Ändra aktivitet", blocks, submit="Klart", private=private)


def add(draft: AgreementDraft, draft_id: int) -> View:
    titles = [area.entry.title for area in draft.areas]
    places = [*((number, cut(title, OPTION_LIMIT)) for number, title in enumerate(titles[:99])), (NEW_AREA, "Ett nytt")]
    blocks = [
        field("area", "Fokusområde", select(places, initial=0 if titles else NEW_AREA)),
        field("new_area", "Vad heter det nya?", text_input(longest=LONGEST_TITLE), optional=True),
        *_fields(draft, None),
    ]
    return modal("agreement_activity_add", "Lägg till aktivitet", blocks, submit="Lägg till", private=str(draft_id))


def read(fields: Fields, draft: AgreementDraft) -> WantedActivity:
    """Raises FieldErrors."""
    title, form = _text(fields, "title"), Form(fields["form"])
    window, due_on = fields.get("window"), fields.get("due_on")
    return WantedActivity(
        title=title,
        kind=fields["kind"],
        form=form,
        lead=_lead(fields["lead"], draft),
        promised=_number(fields, "promised"),
        planned=_number(fields, "planned"),
        protected=bool(fields.get("protected")),
        window=WindowLength(window) if window else None,
        due_on=date.fromisoformat(due_on) if due_on else None,
        recurrence=_text(fields, "recurrence") or None,
    )


def read_area(fields: Fields, draft: AgreementDraft) -> str:
    """The title of the focus area that something is added to. Raises FieldErrors."""
    if fields["area"] != NEW_AREA:
        return draft.areas[int(fields["area"])].entry.title
    if not (fields.get("new_area") or "").strip():
        raise FieldErrors({"new_area": "Skriv vad det nya fokusområdet heter."})
    return _text(fields, "new_area")


def _fields(draft: AgreementDraft, entry: ActivityEntry | None) -> list[Block]:
    form = entry.form if entry else Form.DATED
    initial = cut(entry.title, LONGEST_TITLE) if entry else ""
    due: Block = {"type": "datepicker"}
    due |= {"initial_date": entry.due_on.isoformat()} if entry and entry.due_on else {}
    window = entry.window if entry else None
    return [
        field("title", "Vad ska göras?", text_input(initial, longest=LONGEST_TITLE)),
        field("kind", "Typ av aktivitet", _kinds(entry)),
        field("form", "När", select([(one.value, sentence(name(one))) for one in FORMS], initial=form.value)),
        field("recurrence", "Hur ofta?", _recurrence(entry), hint=OFTEN, optional=True),
        field("lead", "Vem leder?", _leads(draft, entry)),
        *_count("promised", "Utlovat antal", "Bara om antalet står i överenskommelsen.", entry, GoalOrigin.PROMISED),
        *_count("planned", "Planerat antal", "Det som ni själva har bestämt.", entry, GoalOrigin.PLANNED),
        field("protected", "Skydd", _protected(entry), optional=True),
        field("window", "Hur långt är varje tidsfönster?", select(WINDOWS, initial=window), optional=True),
        field("due_on", "Klart senast", due, hint=f"Bara för {name(Form.DELIVERABLE)}.", optional=True),
    ]


def _recurrence(entry: ActivityEntry | None) -> Block:
    said = entry.recurrence if entry and entry.recurrence else ""
    return text_input(cut(said, LONGEST_WHEN), longest=LONGEST_WHEN, placeholder="varje skollov")


def _kinds(entry: ActivityEntry | None) -> Block:
    options = [(key, sentence(kind(key).name)) for key in sorted(KINDS, key=lambda key: sort_key(kind(key).name))]
    return select(options, initial=entry.kind if entry else None)


def _leads(draft: AgreementDraft, entry: ActivityEntry | None) -> Block:
    """By their numbers: a name may be longer than the value of a choice."""
    names = [party.name for party in draft.frame.parties][:99]
    chosen = names.index(entry.lead) if entry and entry.lead in names else NOBODY
    return select([(NOBODY, "Inte bestämt"), *enumerate(names)], initial=chosen)


def _lead(value: str, draft: AgreementDraft) -> str | None:
    parties = draft.frame.parties
    return None if value == NOBODY or int(value) >= len(parties) else parties[int(value)].name


def _count(key: str, label: str, hint: str, entry: ActivityEntry | None, origin: GoalOrigin) -> Sequence[Block]:
    goal: GoalEntry | None = goal_of(entry, origin) if entry else None
    pers = select([(one.value, name(one)) for one in PERS], initial=goal.per if goal else Per.YEAR)
    count = number_input(goal.count if goal else None, smallest=1)
    return [field(key, label, count, hint=hint, optional=True), field(f"{key}_per", f"{label} gäller", pers)]


def _number(fields: Fields, key: str) -> Number | None:
    typed = fields.get(key)
    if not typed:
        return None
    if not (typed.isdecimal() and 1 <= int(typed) <= MOST):
        raise FieldErrors({key: f"Skriv ett antal mellan 1 och {MOST}, eller lämna tomt."})
    return int(typed), Per(fields[f"{key}_per"])


def _protected(entry: ActivityEntry | None) -> Block:
    box = option(PROTECTED, "yes")
    made: Block = {"type": "checkboxes", "options": [box]}
    return made | {"initial_options": [box]} if entry and entry.protected else made


def _text(fields: Fields, key: str) -> str:
    text = (fields.get(key) or "").strip()
    if why := refusal(text):
        raise FieldErrors({key: why})
    return text
