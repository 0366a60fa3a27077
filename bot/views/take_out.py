"""What is said when all of a municipality's data is taken out."""

from collections.abc import Sequence

from bot.domain.take_out import WithheldRows
from bot.domain.take_out_explained import ASSESSED
from bot.views.blocks import BUTTON_LIMIT, Message, actions, button, cut, escape, message, section

OFFERED = 10


def sent(name: str, municipality_id: int, withheld: WithheldRows, *, offers_protected: bool) -> Message:
    fact = f"Alla uppgifter om {escape(name)} kommer som en zip-fil i vårt direktmeddelande"
    lines = [*map(escape, withheld.lines()), ASSESSED]
    blocks = [section(f"*{fact}*", *lines)]
    if offers_protected:
        blocks.append(actions(button("Skicka med skyddade som är över", "take_out_protected", municipality_id)))
    return message("\n".join([f"{fact}.", *lines]), blocks)


def which(places: Sequence[tuple[int, str]]) -> Message:
    text = "Vilken kommuns uppgifter ska lämnas ut?"
    buttons = [button(cut(name, BUTTON_LIMIT), "take_out", id_) for id_, name in places[:OFFERED]]
    left = len(places) - OFFERED
    more = [f"Och {left} till: skriv lämna ut och kommunens namn till mig."] if left > 0 else []
    return message("\n".join([text, *more]), [section(f"*{text}*", *more), actions(*buttons)])
