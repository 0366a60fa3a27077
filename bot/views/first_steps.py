"""The first steps of a new installation, on Home and as a message, and the form for a municipality."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot.domain.errors import FieldErrors
from bot.domain.first_steps import FirstStep, FirstSteps, Setup, Stands
from bot.domain.municipality_names import MUNICIPALITY_NAMES
from bot.domain.swedish import joined, sort_key
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    escape,
    field,
    header,
    message,
    modal,
    option,
    plain,
    section,
    text_input,
)

TITLE = "Kom igång"
TITLES = {
    FirstStep.AGREEMENT: "1. Kommun och överenskommelse",
    FirstStep.PEOPLE: "2. Personer",
    FirstStep.PLAN: "3. Årets plan",
}
FIND_AGAIN = "Stegen försvinner från startsidan när de är klara. Skriv kom igång till mig så ser du dem igen."
NAMED = 3


@dataclass(frozen=True, slots=True)
class NewMunicipality:
    name: str
    police_area: str


def rows(steps: FirstSteps) -> list[Block]:
    """For Home."""
    shown = [block for step in FirstStep for block in _row(step, steps)]
    return [header(TITLE), *shown, context(FIND_AGAIN)]


def message_of(steps: FirstSteps) -> Message:
    said = [f"{TITLES[step]}: {_said(step, steps)}" for step in FirstStep]
    return message("\n".join([f"{TITLE} i tre steg", *said]), rows(steps))


def municipality_form() -> View:
    """The 290 by their first letters: a menu takes a hundred names in a row."""
    names = sorted(MUNICIPALITY_NAMES, key=sort_key)
    groups = [
        {"label": plain(letter), "options": [option(name, name) for name in group]}
        for letter, group in groupby(names, key=lambda name: name[0])
    ]
    menu: Block = {"type": "static_select", "placeholder": plain("Välj kommun"), "option_groups": groups}
    blocks = [
        field("name", "Kommun", menu),
        field(
            "police_area",
            "Lokalpolisområde",
            text_input(longest=60, placeholder="Gästrikland"),
            hint="Har området fler kommuner ser dess chef alla. Skriv namnet likadant varje gång.",
            optional=True,
        ),
    ]
    return modal("municipality", "Lägg till kommun", blocks, submit="Lägg till")


def read_municipality(fields: Mapping[str, Any]) -> NewMunicipality:
    """Raises FieldErrors."""
    name = fields.get("name") or ""
    if name not in MUNICIPALITY_NAMES:
        raise FieldErrors({"name": "Välj kommunen i listan."})
    return NewMunicipality(name, " ".join((fields.get("police_area") or "").split()))


def municipality_added(name: str) -> View:
    lines = [f"*{name} är tillagd.*", "Nu kan du bjuda in dem som ska vara med, och lägga in överenskommelsen."]
    return modal("receipt", "Sparat", [section(*lines), actions(_invite_button())])


def _row(step: FirstStep, steps: FirstSteps) -> list[Block]:
    return [section(f"*{TITLES[step]}*", _said(step, steps)), *_buttons(step, steps)]


def _said(step: FirstStep, steps: FirstSteps) -> str:
    stands = steps.stands(step)
    if stands is Stands.LEFT:
        return "Överhoppat."
    return f"Klart: {_done(step, steps.setup)}." if stands is Stands.DONE else _ahead(step, steps.setup)


def _done(step: FirstStep, setup: Setup) -> str:
    match step:
        case FirstStep.AGREEMENT:
            agreements = f"{setup.agreements} överenskommelser" if setup.agreements > 1 else "1 överenskommelse"
            return f"{agreements} för {_towns(setup.municipalities)}"
        case FirstStep.PEOPLE:
            return f"{setup.others} {'personer' if setup.others > 1 else 'person'} är med utom du"
        case FirstStep.PLAN:
            return "det finns planerade tillfällen"


def _ahead(step: FirstStep, setup: Setup) -> str:
    match step:
        case FirstStep.AGREEMENT if setup.municipalities:
            return f"Kommun: {_towns(setup.municipalities)}. Överenskommelsen är inte inlagd än."
        case FirstStep.AGREEMENT:
            return "Klistra in det undertecknade, skicka det hit som fil eller börja tomt med bara kommunen."
        case FirstStep.PEOPLE if setup.municipalities:
            return "Bjud in samordnare, handläggare och chefer. De får veta det av mig."
        case FirstStep.PEOPLE:
            return "Personer bjuds in till en kommun, så gör steg 1 först."
        case FirstStep.PLAN if setup.agreements:
            return "Fördela aktiviteterna över året, så påminner jag dem som ska vara med."
        case FirstStep.PLAN:
            return "Planen byggs av överenskommelsens aktiviteter, så gör steg 1 först."


def _buttons(step: FirstStep, steps: FirstSteps) -> list[Block]:
    title = TITLES[step]
    match steps.stands(step):
        case Stands.DONE:
            return []
        case Stands.LEFT:
            return [actions(button("Ta upp igen", "first_step_resume", step.value, about=title))]
        case Stands.OPEN:
            leave = button("Hoppa över", "first_step_leave", step.value, about=title)
            return [actions(*_doors(step, steps.setup), leave)]


def _doors(step: FirstStep, setup: Setup) -> Sequence[Block]:
    match step:
        case FirstStep.AGREEMENT:
            return [button("Klistra in texten", "agreement_paste", style="primary"), _municipality_button()]
        case FirstStep.PEOPLE:
            return [_invite_button()] if setup.municipalities else []
        case FirstStep.PLAN:
            return [button("Planera", "occurrence_list")] if setup.agreements else []


def _municipality_button() -> Block:
    return button("Lägg till kommun", "municipality_form")


def _invite_button() -> Block:
    return button("Bjud in någon", "invitation_search")


def _towns(names: Sequence[str]) -> str:
    left = len(names) - NAMED
    return joined([*map(escape, names[:NAMED]), *([f"{left} till"] if left > 0 else [])])
