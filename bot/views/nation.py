"""How it is going in many municipalities, in one message: the verdict, the sums, and those that are furthest behind."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.domain.calendar import local_day
from bot.domain.nation import Nation, Place, Standing
from bot.domain.periods import period_text
from bot.domain.swedish import WEEKDAYS, day_text, number, range_text
from bot.views import blocks, progress
from bot.views.blocks import Block, Message
from bot.views.progress_found import Found

SHOW = "nation_show"
NAMED = 10
WORDS = {
    Standing.BEHIND: "ligger efter",
    Standing.UNSURE: "saknar rapporter och kan ligga efter",
    Standing.ON_TRACK: "går enligt plan",
    Standing.NOTHING_PLANNED: "har inget planerat",
}
DEVIATIONS = {
    "partly": ("delvis gjord", "delvis gjorda"),
    "not_done": ("blev inte av", "blev inte av"),
    "cancelled": ("ställdes in", "ställdes in"),
    "missing": ("saknar rapport", "saknar rapport"),
}
HOW = (
    "Räknat i tillfällen, av allt som är planerat i varje kommun. Väntade är de som skulle ha varit över före i dag. "
    "Skriv läget och kommunens namn, så ser du vad som var utlovat."
)


def answer(found: Found | Nation, now: datetime) -> Message:
    return of_many(found, now) if isinstance(found, Nation) else progress.answer(found, now)


def of_many(found: Nation, now: datetime) -> Message:
    today = local_day(now)
    title = f"{_counted(len(found.places), 'kommun', 'kommuner')}: {_as_of(found, today)}"
    verdict = f"{_verdict(found)}."
    sums = [_sums(found, today), _deviations(found.places)]
    worst = [one for one in found.places if one.standing in (Standing.BEHIND, Standing.UNSURE)][:NAMED]
    foot = [_rest(found, len(worst)), _freshness(found, today)]
    said = [f"{title}. {verdict}", *sums, *[f"{one.name}: {_figures(one)}" for one in worst], *foot, HOW]
    shown = [
        blocks.section(f"*{title}*\n{verdict}"),
        blocks.section(*[line for line in sums if line]),
        *_list(found, worst),
        blocks.section(*[line for line in foot if line]),
        blocks.context(HOW),
    ]
    return blocks.message(blocks.escape("\n".join(line for line in said if line)), shown)


def _list(found: Nation, worst: Iterable[Place]) -> list[Block]:
    rows = [
        blocks.section(
            f"*{blocks.escape(one.name)}:* {_figures(one)}",
            accessory=blocks.button("Visa", SHOW, one.municipality_id, about=one.name),
        )
        for one in worst
    ]
    title = "Längst efter" if found.of(Standing.BEHIND) else "Saknar rapporter"
    return [blocks.section(f"*{title}*"), *rows] if rows else []


def _verdict(found: Nation) -> str:
    counts = [(len(found.of(standing)), words) for standing, words in WORDS.items()]
    return ", ".join(f"{number(count)} {words}" for count, words in counts if count)


def _sums(found: Nation, today: date) -> str:
    done, expected, planned = (
        sum(getattr(one.totals, name) for one in found.places) for name in ("done", "expected", "planned")
    )
    awaited = f"{_counted(expected, 'väntad', 'väntade')} till i dag, " if today <= found.period.last else ""
    when = period_text(found.period, today)
    of_period = "i år" if when == str(today.year) else when
    return f"{_counted(done, 'gjord', 'gjorda')}, {awaited}{_counted(planned, 'planerad', 'planerade')} {of_period}."


def _figures(one: Place) -> str:
    done, expected, missing = one.totals.done, one.totals.expected, one.totals.missing
    unreported = f", {number(missing)} saknar rapport" if missing else ""
    return f"{_counted(done, 'gjord', 'gjorda')} av {number(expected)} väntade{unreported}."


def _deviations(places: Sequence[Place]) -> str:
    sums = {name: sum(getattr(one.totals, name) for one in places) for name in DEVIATIONS}
    text = ", ".join(_counted(sums[name], *words) for name, words in DEVIATIONS.items() if sums[name])
    return f"{text}." if text else ""


def _rest(found: Nation, named: int) -> str:
    left = len(found.of(Standing.BEHIND)) + len(found.of(Standing.UNSURE)) - named
    return f"{number(left)} till ligger efter eller saknar rapporter." if left else ""


def _freshness(found: Nation, today: date) -> str:
    if found.newest_report is None:
        return "Ingen rapport har kommit in än."
    return f"Nyaste rapport: {day_text(found.newest_report, today)}."


def _as_of(found: Nation, today: date) -> str:
    if found.period.last < today:
        return f"så gick det {period_text(found.period, today)}"
    return f"läget {WEEKDAYS[today.weekday()]} {range_text(today, today)}"


def _counted(count: int, single: str, many: str) -> str:
    return f"{number(count)} {single if count == 1 else many}"
