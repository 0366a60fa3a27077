"""The Home tab: mine, to report and reported; for some also how it is going, and who waits for an answer."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.calendar import local_day
from bot.domain.first_steps import FirstSteps
from bot.domain.kinds import KINDS, kind
from bot.domain.periods import period_text
from bot.domain.report_search import ANY, EARLIER, Search, month_key, months
from bot.domain.swedish import day_text, joined, sentence, when_text
from bot.domain.words import Purpose
from bot.views import arrears, blocks, calendar_feeds, first_steps, occurrence_text, people, preferences, progress
from bot.views import mine as mine_views
from bot.views.blocks import Block, View, actions, context, escape, header, section
from bot.views.mine import Mine
from bot.views.occurrences import mentions
from bot.views.progress_found import Overview, SeveralAgreements
from bot.views.unreachable import why_not
from storage.mine import MyReport, OpenHandover, Unsent
from storage.models import AccessRequest

LARGEST = 13_000  # characters of JSON: Slack's own limit is undocumented, about 13 200
MOST_BLOCKS = 100
TO_REPORT = 20
FEWER = (TO_REPORT, 14, 10, 7, 5, 3, 2, 1)
ON_DESK = 5
NOUNS = {
    Purpose.REMINDER: ("påminnelse", "påminnelser"),
    Purpose.QUESTION: ("fråga", "frågor"),
    Purpose.NOTICE: ("meddelande", "meddelanden"),
}


@dataclass(frozen=True, slots=True)
class HomeDesk:
    """What waits for an answer and what did not get away, for those who see to it."""

    requests: Sequence[AccessRequest]
    handovers: Sequence[OpenHandover]
    unsent: Sequence[Unsent]


@dataclass(frozen=True, slots=True)
class HomeContents:
    """`kinds` are those that the person has reported; `coordinators` are Slack users to ask.

    `first_steps` are those of a new installation, for whoever is to take them.
    """

    mine: Mine
    reports: Sequence[MyReport]
    kinds: Sequence[str]
    search: Search
    desk: HomeDesk
    standing: Sequence[Overview]
    coordinators: Sequence[str]
    first_steps: FirstSteps | None = None


def view(found: HomeContents, now: datetime) -> View:
    """As much as Slack takes: long lists are cut, and say so."""
    shown: list[Block] = []
    for most in FEWER:
        shown = _blocks(found, most, now)
        if len(shown) <= MOST_BLOCKS and _size(shown) <= LARGEST:
            break
    return blocks.home(shown)


def unknown(since: datetime | None, now: datetime) -> View:
    """`since`: when they asked to be added, if they have."""
    rows = [header("Medborgarlöften"), section(*people.ABOUT)]
    if since:
        return blocks.home([*rows, section(people.waiting(since, now))])
    invitation = (
        "Jag känner inte igen dig än. Samordnaren lägger till dem som ska vara med. Vill du att jag frågar?",
        "Samordnaren ser då ditt namn i Slack.",
    )
    return blocks.home([*rows, section(*invitation), actions(people.ask_button())])


def read_search(fields: Mapping[str, Any], now: datetime) -> Search:
    """From the two menus. What is not theirs (another form's fields) gives a search for everything."""
    chosen = {block.partition(":")[0]: str(value) for block, value in fields.items()}
    kind_key, month = chosen.get("home_kind", ANY), chosen.get("home_month", ANY)
    known = {value for value, _ in _months(local_day(now))}
    return Search(kind_key if kind_key in KINDS else ANY, month if month in known else ANY)


def _blocks(found: HomeContents, most: int, now: datetime) -> list[Block]:
    mine = [*_coming(found.mine, most, now), *_to_report(found.mine, most, now)]
    standing = _standing(found.standing, most, now)
    busy = found.mine.coming or found.mine.to_report
    first = [*mine, *standing] if busy else [*standing, *mine]
    begin = first_steps.rows(found.first_steps) if found.first_steps else []
    return [*begin, *_desk(found.desk, most, now), *first, *_reports(found, most, now), *_foot(found, now)]


def _coming(mine: Mine, most: int, now: datetime) -> list[Block]:
    rows = [row for one in mine.coming[:most] for row in mine_views.coming_of(mine, one, now)]
    plan = [actions(blocks.button("Planera", "occurrence_list"))] if mine.plans else []
    return [header("Mina tillfällen"), *(rows or [section("Inget är planerat för dig just nu.")]), *plan]


def _to_report(mine: Mine, most: int, now: datetime) -> list[Block]:
    missing = list(reversed(mine.to_report))
    rows = [
        section(mine_views.to_report_text(one, now), accessory=mine_views.report_button(one, now))
        for one in missing[:most]
    ]
    title = header("Att rapportera")
    all_of_them = [actions(arrears.opener())] if len(missing) > most else []
    return [title, *(rows or [section(arrears.NONE)]), *_more(missing, most, ""), *all_of_them]


def _reports(found: HomeContents, most: int, now: datetime) -> list[Block]:
    title = header("Mina rapporter")
    if not found.kinds:
        return [title, section(mine_views.NO_REPORTS)]
    rows = [mine_views.report_row(one, now) for one in found.reports[: max(most // 2, 1)]]
    full = len(found.reports) == mine_views.LATEST
    latest = [context(f"De {len(rows)} senaste. Välj aktivitet eller månad för att hitta andra.")] if full else []
    return [title, *_menus(found, now), *(rows or [section("Inga rapporter passar sökningen.")]), *latest]


def _menus(found: HomeContents, now: datetime) -> list[Block]:
    """Their block ids hold the choice: Slack would otherwise keep showing an old one when Home is published anew."""
    search = found.search
    keys = dict.fromkeys([*found.kinds, *([] if search.kind == ANY else [search.kind])])
    kinds = [(ANY, "Alla aktiviteter"), *((key, sentence(kind(key).plural)) for key in keys)]
    return [
        _menu("Aktivitet", f"home_kind:{search.kind}", blocks.select(kinds, initial=search.kind)),
        _menu("Månad", f"home_month:{search.month}", blocks.select(_months(local_day(now)), initial=search.month)),
    ]


def _months(today: date) -> list[tuple[str, str]]:
    named = [(month_key(one), sentence(period_text(one, today))) for one in months(today)]
    return [(ANY, "Alla månader"), *named, (EARLIER, "Tidigare")]


def _menu(label: str, block_id: str, select: Block) -> Block:
    return section(f"{label}:", accessory=select | {"action_id": "home_search"}) | {"block_id": block_id}


def _standing(found: Sequence[Overview], most: int, now: datetime) -> list[Block]:
    if not found:
        return []
    rows: list[Block] = progress.several(SeveralAgreements(found[:most]), now)["blocks"][1:]
    return [header("Så går det"), *rows, *_more(found, most, "Skriv läget till mig.")]


def _desk(desk: HomeDesk, most: int, now: datetime) -> list[Block]:
    shown = min(most, ON_DESK)
    rows = [row for one in desk.requests[:shown] for row in _request(one, now)]
    rows += _more(desk.requests, shown, "Svara på de här först.")
    rows += [section(_handover(one, now)) for one in desk.handovers[:shown]]
    rows += _more(desk.handovers, shown, "")
    waiting = [header("Väntar på svar"), *rows] if rows else []
    return [*waiting, *_unsent(desk.unsent, shown)]


def _unsent(unsent: Sequence[Unsent], shown: int) -> list[Block]:
    """Who was not told what, and why: they have to be told in some other way."""
    if not unsent:
        return []
    kinds = Counter(NOUNS[one.purpose] for one in unsent)
    what = joined([f"{count} {one if count == 1 else many}" for (one, many), count in kinds.items()])
    whom = list(dict.fromkeys(f"{mentions([one.user_id])[0]}: {_why(one)}." for one in unsent))
    return [section(f"*Kom inte i väg: {what}*", *whom[:shown]), *_more(whom, shown, "")]


def _why(one: Unsent) -> str:
    return why_not(one.error) if one.error else "det blev för sent"


def _request(request: AccessRequest, now: datetime) -> list[Block]:
    since = day_text(local_day(request.asked_at), local_day(now))
    asked = f"*{people.mention(request.user_id)} vill bli tillagd.* Frågade {since}."
    return [section(asked), actions(*people.decision_buttons(request.id))]


def _handover(one: OpenHandover, now: datetime) -> str:
    what = escape(sentence(occurrence_text.full(one.occurrence, now)))
    since = day_text(local_day(one.asked_at), local_day(now))
    giver, colleague = mentions((one.giver, one.colleague))
    return f"*{what}*\n{giver} frågade {since} om {colleague} kan ta över, och är med tills {colleague} har sagt ja."


def _more(rows: Sequence[object], shown: int, advice: str) -> list[Block]:
    left = len(rows) - shown
    return [context(f"{left} till visas inte här. {advice}".strip())] if left > 0 else []


def _foot(found: HomeContents, now: datetime) -> list[Block]:
    ask = f" Samordnare: {joined(mentions(found.coordinators))}." if found.coordinators else ""
    seen = f"Visar hur det var {when_text(now, None, now)}. Skriv hjälp till mig så ser du vad du kan göra.{ask}"
    return [actions(preferences.open_button(), calendar_feeds.open_button()), context(seen)]


def _size(shown: Sequence[Block]) -> int:
    return len(json.dumps(shown, ensure_ascii=False, separators=(",", ":")))
