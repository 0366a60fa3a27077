"""The plan, and what people are told when something is planned, moved or cancelled."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from bot.domain.kinds import kind
from bot.domain.swedish import joined, sentence, sort_key
from bot.domain.swedish_words import name
from bot.domain.words import Form, Part
from bot.views import calendar_feeds, occurrence_text
from bot.views.blocks import (
    LONGEST_MENU,
    OPTION_LIMIT,
    Block,
    Message,
    View,
    actions,
    button,
    context,
    cut,
    divider,
    escape,
    message,
    modal,
    option,
    plain,
    section,
)
from storage.activities import Plannable
from storage.occurrences import Listed, Named, Staffed

HIDDEN = "Skyddad: tid och plats visas bara för dem som ska vara med."
WRITE_INSTEAD = "Skriv planera och aktivitetens namn till mig."
PROTECTED = f"{HIDDEN} Skriv dem inte i någon kanal."


def overview(
    upcoming: Sequence[Staffed], activities: Sequence[Plannable], now: datetime,
    *, hidden: Sequence[Staffed] = (), after: int | None = None,
) -> View:  # fmt: skip
    """Of `hidden` ones neither time nor place is shown, and so not in their order either. `after`: there are more."""
    rows = [block for one in upcoming for block in _row(one, now)] + [_hidden_row(one.occurrence) for one in hidden]
    nothing = [section("Inget är planerat framåt.")]
    more = [actions(button("Visa fler", "occurrence_list", after))] if after else []
    return modal("plan", "Planera", [*_new(activities), divider(), *(rows or nothing), *more])


def opener() -> Message:
    """In a chat, where no window may open by itself."""
    text = "Här planerar, flyttar och ställer du in tillfällen."
    return message(text, [section(text), actions(button("Öppna planen", "occurrence_list", "plan"))])


def only_coordinators(users: Sequence[str]) -> Message:
    who = f"Fråga {joined(mentions(users), 'eller')}." if users else "Ingen är samordnare hos dig än."
    own = "Dina egna tillfällen flyttar du och ställer in från påminnelsen."
    lines = ["Bara samordnaren planerar tillfällen, så inget är ändrat.", who, own]
    return message(" ".join(lines), [section(*lines)])


def planned(staffed: Staffed, now: datetime) -> View:
    asked = "De påminns före tillfället, och den som leder får frågan hur det gick." if staffed.named else ""
    fact = escape(occurrence_text.fact(staffed.occurrence, now))
    return _receipt(f"*Planerat. {fact}*", people_line(staffed.named), asked)


def moved_receipt(staffed: Staffed, actor_id: int, now: datetime) -> View:
    return _receipt(f"*Flyttat: {_full(staffed.occurrence, now)}*", told(staffed, actor_id))


def cancelled_receipt(staffed: Staffed, reason: str, actor_id: int, now: datetime) -> View:
    return _receipt(
        f"*Inställt: {_full(staffed.occurrence, now)}*",
        f"Anledning: {escape(reason)}. Inga fler påminnelser kommer.",
        told(staffed, actor_id),
    )


def moved(before: Listed, after: Listed, user_id: str, now: datetime) -> Message:
    """To the others who are named."""
    fact = f"Flyttat: {_full(after, now)}"
    old = escape(occurrence_text.when(before, now) + occurrence_text.where(before))
    rest = f"Förut: {old}. <@{user_id}> flyttade {_it(after)}."
    buttons = actions(
        button("Kan inte – lämna över", "handover_form", after.id),
        button("Flytta", "occurrence_move", after.id),
        calendar_feeds.one_button(after.id, occurrence_text.short(after, now)),
    )
    return discreet(after, f"{fact}. {rest}", [section(f"*{fact}*", rest), buttons])


def cancelled(occurrence: Listed, reason: str, user_id: str, now: datetime) -> Message:
    """To the others who are named."""
    fact = f"Inställt: {_full(occurrence, now)}"
    rest = f"Anledning: {escape(reason)}. <@{user_id}> ställde in {_it(occurrence)}. Inga fler påminnelser kommer."
    file = actions(calendar_feeds.one_button(occurrence.id, occurrence_text.short(occurrence, now)))
    return discreet(occurrence, f"{fact}. {rest}", [section(f"*{fact}*", rest), file])


def discreet(occurrence: Listed, text: str, blocks: Sequence[Block]) -> Message:
    """What a lock screen shows of a protected one says nothing."""
    if not occurrence.protected:
        return message(text, blocks)
    return message(occurrence_text.DISCREET, [*blocks, context(PROTECTED)])


def people_line(named: Iterable[Named]) -> str:
    """Gives "Leder: @anna · Medverkande: @bo och @dina"."""
    by_part = [(part, list(group)) for part, group in groupby(named, key=lambda person: person.part)]
    missing = [] if any(part is Part.LEAD for part, _ in by_part) else ["Ansvarig saknas"]
    said = [f"{sentence(name(part))}: {joined(mentions(one.user_id for one in group))}" for part, group in by_part]
    return " · ".join([*missing, *said])


def told(staffed: Staffed, actor_id: int) -> str:
    others = mentions(person.user_id for person in staffed.others(actor_id))
    return f"{joined(others)} får veta det." if others else ""


def mentions(users: Iterable[str]) -> list[str]:
    return [f"<@{user}>" for user in users]


def _full(occurrence: Listed, now: datetime) -> str:
    return escape(occurrence_text.full(occurrence, now))


def _it(occurrence: Listed) -> str:
    return kind(occurrence.kind).definite if occurrence.form in (Form.DATED, Form.WINDOW) else "det"


def _receipt(*lines: str) -> View:
    return modal("receipt", "Sparat", [section(*(line for line in lines if line))])


def _row(staffed: Staffed, now: datetime) -> list[Block]:
    occurrence = staffed.occurrence
    about = occurrence_text.full(occurrence, now)
    lines = [f"*{escape(occurrence_text.fact(occurrence, now))}*", people_line(staffed.named)]
    if occurrence.protected:
        lines.append(HIDDEN)
    return [
        section(*lines),
        actions(
            button("Flytta", "occurrence_move", occurrence.id, about=about),
            button("Ställ in", "occurrence_cancel", occurrence.id, about=about),
            button("Ändra ansvariga", "occurrence_people", occurrence.id, about=about),
        ),
    ]


def _hidden_row(occurrence: Listed) -> Block:
    what = sentence(occurrence_text.what(occurrence))
    return section(f"*{escape(f'{what}, {occurrence.municipality}')}*", HIDDEN)


def _new(activities: Sequence[Plannable]) -> list[Block]:
    return [
        choose(activities, "occurrence_plan", "*Planera nytt:* välj aktivitet."),
        actions(button("Årshjul", "year_wheel_show"), button("Skollov", "school_holiday_list")),
    ]


def _town_key(activity: Plannable) -> str:
    return sort_key(activity.municipality)


def _options(activities: Sequence[Plannable]) -> list[Block]:
    """What is renewed has the same title as before: then the years tell which is which."""
    titles = Counter(one.title for one in activities)
    return [option(f"{_years(one)}: {one.title}" if titles[one.title] > 1 else one.title, one.id) for one in activities]


def _years(activity: Plannable) -> str:
    first, last = activity.days.first.year, activity.days.last.year
    return str(first) if first == last else f"{first}–{last}"


def choose(activities: Sequence[Plannable], action: str, label: str) -> Block:
    """By municipality; Slack takes at most 100 groups with 100 options each."""
    if not activities:
        return section("Det finns ingen gällande överenskommelse att planera för än.")
    groups: list[dict[str, Any]] = [
        {"label": plain(cut(town, OPTION_LIMIT)), "options": _options(list(group)[:LONGEST_MENU])}
        for town, group in groupby(sorted(activities, key=_town_key), key=lambda one: one.municipality)
    ]
    if (left := len(groups) - LONGEST_MENU) > 0:
        label = f"{label}\n{left} kommuner till får inte plats i menyn. {WRITE_INSTEAD}"
    select: Block = {
        "type": "static_select",
        "action_id": action,
        "placeholder": plain("Välj aktivitet"),
        "option_groups": groups[:LONGEST_MENU],
    }
    return section(label, accessory=select)
