"""What Slack itself checks before it sends a modal to the app."""

import re
from decimal import Decimal

from bot.sandbox.elements import Json, value_of
from bot.sandbox.workspace import View

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def check(view: View) -> dict[str, str]:
    """Sentences by block id; empty when the form may be sent."""
    inputs = [block for block in view.blocks if block["type"] == "input"]
    checked = {block["block_id"]: _check(block, view) for block in inputs}
    return {block_id: sentence for block_id, sentence in checked.items() if sentence}


def _check(block: Json, view: View) -> str | None:
    element = block["element"]
    value = value_of(view.values[block["block_id"]][element["action_id"]])
    if value in (None, "", []):
        chosen = element["type"].endswith("_select") or element["type"] == "radio_buttons"
        return None if block.get("optional") else "Välj ett alternativ." if chosen else "Fyll i det här fältet."
    if element["type"] == "number_input":
        return _check_number(element, value)
    if element["type"] == "email_text_input" and not _EMAIL.fullmatch(value):
        return "Ange en e-postadress."
    if element["type"] == "url_text_input" and not value.startswith(("http://", "https://")):
        return "Ange en länk som börjar med https://."
    if element["type"] == "plain_text_input":
        return _check_length(element, value)
    return None


def _check_number(element: Json, value: str) -> str | None:
    if not _NUMBER.fullmatch(value):
        return "Ange ett tal."
    if "." in value and not element["is_decimal_allowed"]:
        return "Ange ett heltal."
    lowest, highest = element.get("min_value"), element.get("max_value")
    if lowest is not None and Decimal(value) < Decimal(lowest):
        return f"Talet får inte vara lägre än {lowest}."
    if highest is not None and Decimal(value) > Decimal(highest):
        return f"Talet får inte vara högre än {highest}."
    return None


def _check_length(element: Json, value: str) -> str | None:
    shortest, longest = element.get("min_length", 0), element.get("max_length", 3000)
    if len(value) < shortest:
        return f"Skriv minst {shortest} tecken."
    if len(value) > longest:
        return f"Skriv högst {longest} tecken."
    return None
