"""An activity made of a message: the form, and what comes next."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.agreement_file_words import WindowLength
from bot.domain.errors import FieldErrors
from bot.domain.kinds import KINDS, find_kind, kind
from bot.domain.new_activity import LONGEST_TITLE, New
from bot.domain.screening import refusal
from bot.domain.swedish import range_text, sentence, sort_key
from bot.domain.swedish_words import name
from bot.domain.words import Form
from bot.views.blocks import (
    Block,
    View,
    actions,
    button,
    cut,
    escape,
    field,
    modal,
    number_input,
    section,
    select,
    text_input,
)
from storage.activities import Plannable
from storage.channel_posts import PostableArea

FORMS = (Form.DATED, Form.WINDOW, Form.CONTINUOUS, Form.WHEN_NEEDED, Form.DELIVERABLE)
PLANNED = (Form.DATED, Form.WINDOW, Form.DELIVERABLE)
WINDOWS = ((WindowLength.WEEK, "En vecka"), (WindowLength.FORTNIGHT, "Två veckor"), (WindowLength.MONTH, "En månad"))
LABEL = 75
MOST = 1000


def form(areas: Sequence[PostableArea], text: str) -> View:
    """`text` names nobody: it was looked through before."""
    if not areas:
        told = "Inget medborgarlöfte och ingen överenskommelse gäller nu, så det finns inget att lägga den under."
        return modal("receipt", "Skapa aktivitet", [section(told)])
    places = [(f"{one.id}:{one.municipality_id}", cut(f"{one.municipality}: {one.title}", LABEL)) for one in areas]
    title = text_input(cut(text, LONGEST_TITLE), longest=LONGEST_TITLE)
    fields = [
        field("title", "Vad ska göras?", title, hint="Inga namn och inget annat som pekar ut en enskild."),
        field("area", "Fokusområde", select(places, initial=places[0][0] if len(places) == 1 else None)),
        field("kind", "Typ av aktivitet", _kinds(text)),
        field("form", "När", select([(one.value, sentence(name(one))) for one in FORMS], initial=Form.DATED.value)),
        field(
            "window",
            "Hur långt är varje tidsfönster?",
            select(WINDOWS),
            hint=f"Bara för {name(Form.WINDOW)}.",
            optional=True,
        ),
        field(
            "due_on", "Klart senast", {"type": "datepicker"}, hint=f"Bara för {name(Form.DELIVERABLE)}.", optional=True
        ),
        field("count", "Planerat antal per år", number_input(smallest=1), optional=True),
    ]
    return modal("activity_new", "Skapa aktivitet", fields, submit="Skapa")


def read(fields: Mapping[str, Any]) -> New:
    """Raises FieldErrors."""
    title, count = (fields["title"] or "").strip(), fields.get("count")
    if why := refusal(title):
        raise FieldErrors({"title": why})
    if count and not (count.isdecimal() and 1 <= int(count) <= MOST):
        raise FieldErrors({"count": f"Skriv ett antal mellan 1 och {MOST}, eller lämna tomt."})
    area, _, municipality = fields["area"].partition(":")
    asked, wanted = int(count) if count else None, Form(fields["form"])
    window, due_on = _read_window(fields, wanted), _read_due(fields, wanted)
    return New(int(area), int(municipality), title, fields["kind"], wanted, asked, window, due_on)


def receipt(made: Plannable, due_on: date | None = None) -> View:
    """`due_on`: it is planned, to be done by then."""
    planned = f"det ska vara klart senast {range_text(due_on, due_on)}" if due_on else "inget är planerat"
    lines = [
        f"*{escape(made.title)}, {escape(made.municipality)}*",
        f"Ingen är ansvarig än, och {planned}. Välj vad du vill göra nu, eller gör det senare under Planera.",
    ]
    people = button("Ändra ansvariga", "activity_people", made.id)
    plan = [button("Planera", "occurrence_plan", made.id)] if made.form in PLANNED and not due_on else []
    return modal("receipt", "Aktiviteten är skapad", [section(*lines), actions(people, *plan)])


def _read_window(fields: Mapping[str, Any], form: Form) -> WindowLength | None:
    if form is not Form.WINDOW:
        return None
    if not fields.get("window"):
        raise FieldErrors({"window": "Välj hur långt varje tidsfönster är, så vet jag när jag ska fråga."})
    return WindowLength(fields["window"])


def _read_due(fields: Mapping[str, Any], form: Form) -> date | None:
    if form is not Form.DELIVERABLE:
        return None
    if not fields.get("due_on"):
        raise FieldErrors({"due_on": "Välj vilken dag det ska vara klart."})
    return date.fromisoformat(fields["due_on"])


def _kinds(text: str) -> Block:
    """The kind that the text begins with is chosen."""
    said = find_kind(text.partition(" ")[0]) if text else None
    options = [(key, sentence(kind(key).name)) for key in sorted(KINDS, key=lambda key: sort_key(kind(key).name))]
    return select(options, initial=said.key if said else None)
