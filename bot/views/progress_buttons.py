"""What can be done with the answer: the likeliest as buttons, the rest behind the menu beside them."""

from dataclasses import replace
from enum import StrEnum

from bot.domain.permissions import Action
from bot.domain.progress_chart import is_drawn
from bot.domain.words import AgreementKind
from bot.views import blocks
from bot.views.blocks import Block
from bot.views.progress_found import Overview, Scope, scope_value

DETAILS, ASK, SHARE, MORE = "progress_details", "progress_question_form", "progress_share_form", "progress_more"
LONGEST_VALUE = 150  # characters that Slack takes of a choice


class More(StrEnum):
    """What the menu holds."""

    CHART = "chart"
    SUBSCRIBE = "subscribe"
    SHOW = "show"


def buttons(found: Overview, about: str, *, over: bool) -> Block:
    """`over`: nobody answers for it any more."""
    scope = scope_value(found.scope)
    shown = [blocks.button("Visa detaljer", DETAILS, scope, about=about)]
    if Action.ASK_RESPONSIBLE in found.may and found.activities and not over:
        shown.append(blocks.button("Fråga ansvarig", ASK, scope, about=about))
    if Action.SHARE_PROGRESS in found.may:
        shown.append(blocks.button("Dela i en kanal", SHARE, scope, about=about))
    return blocks.actions(*shown, *_menu(found, over=over))


def _menu(found: Overview, *, over: bool) -> list[Block]:
    options = []
    if any(map(is_drawn, found.activities)):
        options.append(blocks.option("Visa diagram", _value(More.CHART, found.scope)))
    if not over:
        options.append(blocks.option("Prenumerera", _value(More.SUBSCRIBE, found.scope)))
    if found.beside:
        other = found.beside.kind is AgreementKind.COLLABORATION
        label = "Visa överenskommelsen" if other else "Visa medborgarlöftet"
        options.append(blocks.option(label, _value(More.SHOW, Scope(found.beside.id))))
    return [{"type": "overflow", "action_id": MORE, "options": options}] if options else []


def _value(what: More, scope: Scope) -> str:
    """Of the whole agreement, where the activities asked about are too many to name."""
    value = f"{what}:{scope_value(scope)}"
    return value if len(value) <= LONGEST_VALUE else f"{what}:{scope_value(replace(scope, activities=()))}"
