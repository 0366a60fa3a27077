"""Which activity is to be planned, where the words may mean several."""

from collections.abc import Sequence

from bot.views.blocks import Block, Message, View, actions, button, escape, message, modal, quote, section
from bot.views.occurrences import choose
from storage.activities import Plannable

ACTION = "year_plan_form"


def which(found: Sequence[Plannable], text: str) -> View:
    choice = choose(found, ACTION, "*Planera året:* välj aktivitet.") if found else _whole_plan()
    return modal("year_plan_which", "Planera året", [section(_said(found, text)), choice])


def of_agreement(found: Sequence[Plannable]) -> View:
    """Of one agreement; there may be nothing but deliveries in it."""
    said = "Vilken aktivitet vill du planera först?" if found else "Här finns inget att planera för ett helt år."
    choice = choose(found, ACTION, "*Planera året:* välj aktivitet.") if found else _whole_plan()
    return modal("year_plan_which", "Planera året", [section(said), choice])


def opener(found: Sequence[Plannable], text: str) -> Message:
    """In a chat, where no window may open by itself, and where there is no room for every activity."""
    said, more = _said(found, text), _whole_plan()
    if len(found) == 1:
        said = f"Planera året: {escape(f'{found[0].title}, {found[0].municipality}')}"
        more = actions(button("Öppna planen", ACTION, found[0].id))
    return message(said, [section(said), more])


def _whole_plan() -> Block:
    return actions(button("Visa hela planen", "occurrence_list", "plan"))


def _said(found: Sequence[Plannable], text: str) -> str:
    if found:
        return "Flera aktiviteter passar. Vilken menar du?"
    return f"Jag hittar ingen aktivitet att planera som heter {escape(quote(text))}."
