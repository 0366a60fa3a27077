"""Which activity is to be planned, where the words may mean several."""

from collections.abc import Sequence

from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    escape,
    message,
    modal,
    quote,
    section,
)
from bot.views.occurrences import choose
from storage.activities import Plannable

ACTION = "year_plan_form"
MOST_ASKED = 40
"""So many have room in a message."""
NOTHING = "Här finns inget att planera för ett helt år."


def which(found: Sequence[Plannable], text: str) -> View:
    return _window(found, _said(found, text))


def of_agreement(found: Sequence[Plannable]) -> View:
    """Of one agreement; there may be nothing but deliveries in it."""
    return _window(found, "Vilken aktivitet vill du planera först?" if found else NOTHING)


def opener(found: Sequence[Plannable], text: str) -> Message:
    """In a chat, where no window may open by itself."""
    said = _said(found, text)
    if len(found) == 1:
        said = f"Planera året: {escape(f'{found[0].title}, {found[0].municipality}')}"
        return message(said, [section(said), actions(button("Öppna planen", ACTION, found[0].id))])
    if 1 < len(found) <= MOST_ASKED:
        return message(said, [choose(found, ACTION, said)])
    return message(said, [section(said), _whole_plan()])


def _window(found: Sequence[Plannable], said: str) -> View:
    blocks = [choose(found, ACTION, said)] if found else [section(said), _whole_plan()]
    return modal("year_plan_which", "Planera året", blocks)


def _whole_plan() -> Block:
    return actions(button("Visa hela planen", "occurrence_list", "plan"))


def _said(found: Sequence[Plannable], text: str) -> str:
    if found:
        return "Flera aktiviteter passar. Vilken menar du?"
    return f"Jag hittar ingen aktivitet att planera som heter {escape(quote(text))}."
