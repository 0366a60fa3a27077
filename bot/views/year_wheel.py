"""The wheel of the year: a line a month, and a month's own days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate, groupby

from bot.domain.calendar import DAY, local_day
from bot.domain.swedish import MONTHS, WEEKDAYS, joined, number, range_text, sentence, span_text
from bot.domain.words import Form
from bot.domain.year_wheel import WheelStanding, counted, standing
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    escape,
    message,
    modal,
    sections,
    select,
    towns,
)
from storage.year_wheel import WheelOccurrence

SHOW, MONTH, PLAN = "year_wheel_show", "year_wheel_month", "year_plan_form"
CHANGES = {"occurrence_move": "Flytta ett tillfälle", "occurrence_cancel": "Ställ in ett tillfälle"}
MOST_NAMED = 20
MOST_DAYS = 31
MOST_CHANGED = 20
LONGEST = 6000
"""So much room is left for the menus."""
# Of one, of several.
CALLED = {
    WheelStanding.DONE: ("gjord", "gjorda"),
    WheelStanding.PARTLY: ("delvis", "delvis"),
    WheelStanding.NOT_DONE: ("blev inte av", "blev inte av"),
    WheelStanding.NOT_NEEDED: ("behövdes inte", "behövdes inte"),
    WheelStanding.UNKNOWN: ("uppgift saknas", "uppgift saknas"),
    WheelStanding.MISSING: ("saknar rapport", "saknar rapport"),
    WheelStanding.AHEAD: ("planerad", "planerade"),
    WheelStanding.CANCELLED: ("inställd", "inställda"),
}


@dataclass(frozen=True, slots=True)
class Unplanned:
    """`left` of the goal are not planned; None where no number says how many there should be.

    `activity_id` for who may plan it.
    """

    activity_id: int | None
    title: str
    planned: int
    left: int | None


@dataclass(frozen=True, slots=True)
class Wheel:
    municipality_id: int
    municipality: str
    year: int
    turns: Sequence[WheelOccurrence]
    unplanned: Sequence[Unplanned]
    sees_protected: bool
    may_plan: bool


@dataclass(frozen=True, slots=True)
class WhichYear:
    """Several municipalities may be meant, each (id, name)."""

    municipalities: Sequence[tuple[int, str]]
    year: int


def wheel(found: Wheel, now: datetime) -> Message:
    title = f"Årshjul {found.year}, {found.municipality}"
    lines = [f"*{sentence(MONTHS[number - 1])}:* {_summed(found, number, now)}" for number in range(1, 13)]
    lines += [*_hidden(found, now), *_unplanned(found)]
    text = "\n".join([title, *(line.replace("*", "") for line in lines)])
    return message(text, [*sections(f"*{escape(title)}*", *lines), *_to_plan(found), *_menu(found)])


def month(found: Wheel, number: int, now: datetime) -> Message:
    title = f"{sentence(MONTHS[number - 1])} {found.year}, {found.municipality}"
    turns = sorted(_of_month(found, number, now), key=lambda one: one.activity_id)
    by_activity = (list(some) for _, some in groupby(turns, key=lambda one: one.activity_id))
    lines = _room_for([_days(some, now) for some in by_activity]) or ["Inget att visa."]
    text = "\n".join([title, *lines]).replace("*", "")
    back = button("Visa hela året", SHOW, f"{found.municipality_id}:{found.year}")
    last = actions(*_changes(found, turns, now), back)
    beside = [*_hidden(found, now), *_cut(found, turns, now)]
    return message(text, [*sections(f"*{escape(title)}*", *lines), *map(context, beside), last])


def _changes(found: Wheel, turns: Sequence[WheelOccurrence], now: datetime) -> list[Block]:
    """From a day that is far ahead there is no other way to its forms than through all the days before it."""
    some = _ahead(found, turns, now)[:MOST_CHANGED]
    rows = [(one.id, f"{_when(one)} {_stands(one, now)}".strip() + f": {one.title}") for one in some]
    return [select(rows, placeholder=said) | {"action_id": action} for action, said in CHANGES.items() if rows]


def _cut(found: Wheel, turns: Sequence[WheelOccurrence], now: datetime) -> list[str]:
    many = len(_ahead(found, turns, now))
    return [f"I menyerna står {MOST_CHANGED} av {number(many)} tillfällen."] if many > MOST_CHANGED else []


def _ahead(found: Wheel, turns: Sequence[WheelOccurrence], now: datetime) -> list[WheelOccurrence]:
    ahead = [one for one in turns if found.may_plan and _standing(one, now) is WheelStanding.AHEAD]
    return sorted(ahead, key=lambda one: one.starts_at)


def which(found: WhichYear) -> Message:
    text = "Vilken kommuns årshjul vill du se?"
    menu = towns(found.municipalities, SHOW, carries=str(found.year))
    return message(text, [*sections(f"*{text}*"), actions(menu)])


def in_modal(shown: Message) -> View:
    return modal("year_wheel", "Årshjul", shown["blocks"])


def read_value(value: str) -> tuple[int, ...]:
    """Municipality, year and month, as far as the button carries them."""
    return tuple(int(part) for part in value.split(":") if part)


def _of_month(found: Wheel, month: int, now: datetime) -> list[WheelOccurrence]:
    """Not even the month of what is protected and ahead is for everybody."""
    in_month = [one for one in found.turns if _due(one, found.year).month == month]
    return [one for one in in_month if not _is_hidden(found, one, now)]


def _days(some: Sequence[WheelOccurrence], now: datetime) -> str:
    """Of one activity: "*Trygga kvällar:* tis 6 gjord · tor 26 kl. 18–20"."""
    said = [f"{_when(one)} {_stands(one, now)}".strip() for one in some[:MOST_DAYS]]
    left = len(some) - MOST_DAYS
    return f"*{escape(some[0].title)}:* {' · '.join([*said, *([f'{left} till'] if left > 0 else [])])}"


def _room_for(lines: Sequence[str]) -> list[str]:
    """As many as a message holds."""
    lengths = accumulate(len(line) + 1 for line in lines)
    shown = [line for line, length in zip(lines, lengths, strict=True) if length <= LONGEST]
    left = len(lines) - len(shown)
    return [*shown, *([f"Och {left} till."] if left else [])]


def _due(one: WheelOccurrence, year: int) -> date:
    """A window stands where it is to be done at the latest."""
    first, last = local_day(one.starts_at), local_day(one.ends_at) - DAY
    return first if one.form is Form.DATED or not one.planned else min(max(first, last), date(year, 12, 31))


def _hidden(found: Wheel, now: datetime) -> list[str]:
    many = sum(_is_hidden(found, one, now) and one.stands for one in found.turns)
    return [f"Skyddade och planerade under året: {number(many)}. Dag och tid visas när de är över."] if many else []


def _summed(found: Wheel, month: int, now: datetime) -> str:
    many = counted(_standing(one, now) for one in _of_month(found, month, now))
    return " · ".join(f"{number(count)} {CALLED[one][count > 1]}" for one, count in many) or "inget planerat"


def _standing(one: WheelOccurrence, now: datetime) -> WheelStanding:
    return standing(one.state, one.status, one.ends_at, now)


def _unplanned(found: Wheel) -> list[str]:
    if not found.unplanned:
        return []
    named = [_lacks(one) for one in found.unplanned[:MOST_NAMED]]
    left = len(found.unplanned) - MOST_NAMED
    return [f"*Inte planerat än:* {joined([*named, *([f'{left} till'] if left > 0 else [])])}."]


def _lacks(one: Unplanned) -> str:
    title = escape(one.title)
    if one.left is None:
        return f"{title} (inget antal är bestämt)"
    return f"{title} ({number(one.planned)} av {number(one.planned + one.left)})"


def _to_plan(found: Wheel) -> list[Block]:
    """What is not planned yet, one choice away."""
    rows = [(one.activity_id, one.title) for one in found.unplanned if one.activity_id]
    return [actions(select(rows, placeholder="Planera det som saknas") | {"action_id": PLAN})] if rows else []


def _menu(found: Wheel) -> list[Block]:
    where = f"{found.municipality_id}:{found.year}"
    months = [(f"{where}:{month}", f"{sentence(name)} {found.year}") for month, name in enumerate(MONTHS, 1)]
    menu = select(months, placeholder="Visa en månad") | {"action_id": MONTH}
    years = [button(str(year), SHOW, f"{found.municipality_id}:{year}") for year in (found.year - 1, found.year + 1)]
    return [actions(menu, *years)]


def _is_hidden(found: Wheel, one: WheelOccurrence, now: datetime) -> bool:
    return one.protected and not found.sees_protected and one.ends_at > now


def _when(one: WheelOccurrence) -> str:
    first, last = local_day(one.starts_at), local_day(one.ends_at) - DAY
    if one.form is Form.DATED or not one.planned:
        return f"{WEEKDAYS[first.weekday()][:3]} {first.day}"
    return one.label or range_text(first, max(first, last))


def _stands(one: WheelOccurrence, now: datetime) -> str:
    stands = _standing(one, now)
    if stands is not WheelStanding.AHEAD:
        return CALLED[stands][0]
    return span_text(one.starts_at, one.ends_at) if one.form is Form.DATED else ""
