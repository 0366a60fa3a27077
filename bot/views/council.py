"""The standing item of a council in one message, most important first; and the question where."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.calendar import local_day
from bot.domain.council import CouncilPage
from bot.domain.duties import Owed
from bot.domain.swedish import file_stem
from bot.views import duties
from bot.views.blocks import Block, Message, actions, button, divider, escape, message, section, sections

LARGEST = 12_000  # characters of JSON; Slack stops at some 13 200
MOST_BLOCKS = 50
FEWER = (12, 8, 5, 3, 2, 1)
MOST_PLACES = 20
WHERE = "Vilken kommuns råd gäller det?"


@dataclass(frozen=True, slots=True)
class Item:
    """`late` are follow-ups that should have been handed over, for those who can say that they are."""

    municipality_id: int
    page: CouncilPage
    late: Sequence[Owed] = ()


@dataclass(frozen=True, slots=True)
class WhichCouncil:
    """Municipalities: ids and names."""

    choices: Sequence[tuple[int, str]]


def answer(found: Item | WhichCouncil) -> Message:
    return which(found) if isinstance(found, WhichCouncil) else item(found)


def item(found: Item) -> Message:
    """As much as Slack takes: long lists are cut, and say so."""
    made = message("", [])
    for most in FEWER:
        made = _message(found, most)
        if len(made["blocks"]) <= MOST_BLOCKS and len(json.dumps(made, ensure_ascii=False)) <= LARGEST:
            break
    return made


def which(asked: WhichCouncil) -> Message:
    buttons = [button(name, "council_show", place) for place, name in asked.choices[:MOST_PLACES]]
    left = len(asked.choices) - len(buttons)
    rest = [f"{left} till visas inte här. Skriv rådet och kommunens namn till mig."] if left > 0 else []
    return message("\n".join([WHERE, *rest]), [section(WHERE, *rest), actions(*buttons)])


def sent(found: Item) -> Message:
    said = escape(f"{found.page.title}. Här kommer det som Word.")
    return message(said, [section(said)])


def file_name(found: Item, now: datetime) -> str:
    """Gives "radet_timra_2026-11-23.docx"."""
    return f"radet_{file_stem(found.page.place)}_{local_day(now).isoformat()}.docx"


def _message(found: Item, most: int) -> Message:
    page = found.page
    head, foot = [escape(page.title), escape(page.lead)], escape(page.foot)
    said, shown = [*head], [section(f"*{head[0]}*", head[1])]
    for part in page.parts:
        rows = [(f"*{escape(row.label)}*", escape(row.said)) for row in part.rows[:most]]
        left = len(part.rows) - len(rows)
        more = [f"{left} till visas inte här. De står i Word-filen."] if left else []
        none = [] if rows else [part.none]
        title = f"{part.title}: {len(part.rows)}" if rows and part.counted else part.title
        said += [title, *(f"{what[1:-1]} {rest}" for what, rest in rows), *more, *none]
        shown += [divider(), *sections(f"*{title}*", *(f"• {what} {rest}" for what, rest in rows), *more, *none)]
    return message("\n".join([*said, foot]), [*shown, divider(), section(foot), actions(*_buttons(found))])


def _buttons(found: Item) -> list[Block]:
    word = button("Ladda ner Word", "council_word", found.municipality_id)
    return [word, *(button("Visa uppföljningen", "duty_show", duties.value(one)) for one in found.late[:1])]
