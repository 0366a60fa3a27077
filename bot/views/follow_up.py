"""The follow-up of a municipality and period as a message: the main figures, what it lacks, and its files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate

from bot.domain import progress_basis
from bot.domain import progress_text as text
from bot.domain.calendar import local_day
from bot.domain.follow_up import Followed, FollowUp
from bot.domain.periods import Period, period_text
from bot.domain.progress import Verdict
from bot.domain.progress_deviations import gone_otherwise
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import day_text, file_stem, range_text, sentence
from bot.domain.swedish_words import name
from bot.domain.words import FollowUpState, Form, GoalOrigin
from bot.views import blocks
from bot.views.blocks import Block, Message, button
from storage.follow_up_versions import Version

SHOW, WORD, FILE = "follow_up_show", "follow_up_word", "follow_up_file"
SETTLE, AGAIN = "follow_up_settle", "follow_up_again"
LONGEST_ROW = 900  # characters: six such rows and the rest fit in a message
YEAR_ALWAYS = date.min


class Format(StrEnum):
    DOCX = "docx"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


CALLED = {Format.DOCX: "Word-fil", Format.HTML: "webbsida", Format.CSV: "tabell", Format.JSON: "data"}
OTHERS = {Format.HTML: "Ladda ner webbsida", Format.CSV: "Ladda ner tabell", Format.JSON: "Ladda ner data"}


@dataclass(frozen=True, slots=True)
class ShownFollowUp:
    """`assumed`: nobody said which stretch of time. `unchanged`: a new draft was asked for, and nothing has changed.

    `refused`, a sentence, is what was asked about too and this reader may not see.
    """

    version: Version
    follow_up: FollowUp
    may_settle: bool
    may_renew: bool
    assumed: bool = False
    unchanged: bool = False
    refused: str = ""


@dataclass(frozen=True, slots=True)
class WhichFollowUp:
    """Several municipalities may be meant, each (id, name). `refused` as in `ShownFollowUp`."""

    municipalities: Sequence[tuple[int, str]]
    period: Period
    refused: str = ""


def shown(found: ShownFollowUp, now: datetime) -> Message:
    title = f"*{blocks.escape(f'Uppföljning: {about(found.follow_up)}')}*"
    # What is refused holds mentions, so it is not escaped.
    lines = [_state(found, local_day(now)), *map(_marked, _lines(found, local_day(now))), found.refused]
    said = "\n".join([title, *filter(None, lines)])
    return blocks.message(said.replace("*", ""), [*blocks.sections(title, *filter(None, lines)), _buttons(found)])


def which(found: WhichFollowUp) -> Message:
    ask = f"Vilken kommuns uppföljning för {_period(found.period)} vill du se?"
    menu = blocks.towns(found.municipalities, SHOW, carries=carried(found.period))
    refused = [found.refused] if found.refused else []  # with mentions, so it is not escaped
    said = [blocks.section(f"*{ask}*"), *map(blocks.section, refused)]
    return blocks.message("\n".join([ask, *refused]), [*said, blocks.actions(menu)])


def sent(follow_up: FollowUp, form: Format) -> Message:
    said = blocks.escape(f"Uppföljningen för {about(follow_up)} kommer som {CALLED[form]} i vårt direktmeddelande.")
    return blocks.message(said, [blocks.section(said)])


def file_name(follow_up: FollowUp, form: Format) -> str:
    """Gives "uppfoljning_timra_2026.docx"."""
    return f"{file_stem(f'uppfoljning {follow_up.place} {_period(follow_up.period)}')}.{form}"


def value(municipality_id: int, period: Period) -> str:
    """What a button that opens a follow-up carries."""
    return f"{municipality_id}:{carried(period)}"


def carried(period: Period) -> str:
    return f"{period.first}:{period.last}"


def read_value(carried: str) -> tuple[int, Period]:
    municipality_id, first, last = carried.split(":")
    return int(municipality_id), Period(date.fromisoformat(first), date.fromisoformat(last))


def about(follow_up: FollowUp) -> str:
    """Where and when: "Timrå 2026"."""
    example = " (exempel)" if all(one.example for one in follow_up.agreements) else ""
    return f"{follow_up.place} {_period(follow_up.period)}{example}"


def _lines(found: ShownFollowUp, today: date) -> list[tuple[str, str]]:
    """Each with what stands in bold before it."""
    own = [one for one in found.follow_up.activities() if not one.via]
    figures = [one.progress for one in own]
    over = found.follow_up.over
    return [
        ("", _assumed(found)),
        ("", f"{sentence(text.summary(figures, over=over))}."),
        ("Utlovat:", _against_goal(figures, GoalOrigin.PROMISED) or "inga antal är utlovade."),
        ("Planerat:", _against_goal([one.planned or one.progress for one in own], GoalOrigin.PLANNED)),
        ("Utan antal:", _row(f"{_called(one, figures)}{text.in_brackets(one)}" for one in _unmeasured(figures))),
        ("Leveranser:", _deliverables(figures, over=over)),
        ("Avvikelser:", _deviations(figures)),
        ("", progress_basis.freshness(figures, today, over=over)),
        *_lacks(own, figures),
    ]


def _marked(line: tuple[str, str]) -> str:
    label, said = line
    return f"{f'*{label}* ' if label else ''}{blocks.escape(said)}" if said else ""


def _state(found: ShownFollowUp, today: date) -> str:
    """With the one who settled it as a mention."""
    version, made = found.version, local_day(found.follow_up.made_at)
    if version.settled_at is None:
        going_on = "" if found.follow_up.over else f" Perioden går till {_day(found.follow_up.period.last)}."
        return f"Utkast, version {version.number}. Siffrorna är från {day_text(made, today)}.{going_on}"
    settled = local_day(version.settled_at)
    taken = "samma dag" if made == settled else day_text(made, today)
    fact = f"Fastställd {day_text(settled, today)} av <@{version.settled_by}>, version {version.number}."
    frozen = "Inget har ändrats sedan dess." if found.unchanged else "De ändras inte mer."
    return f"{fact} Siffrorna är från {taken}. {frozen}"


def _assumed(found: ShownFollowUp) -> str:
    if not found.assumed:
        return ""
    return "Du skrev ingen tid, så jag tog den här. Vill du ha en annan, skriv till exempel: uppföljning tertial 2"


def _against_goal(figures: Sequence[ActivityProgress], origin: GoalOrigin) -> str:
    """What the plan has in the period, and what was done though it has nothing there."""
    some = [one for one in figures if one.tally.goal_origin is origin and (one.tally.goal or one.tally.done)]
    compared = [(one, text.short(one, with_origin=False)) for one in some]
    return _row(f"{_called(one, figures)} {figure}" for one, figure in compared if figure)


def _unmeasured(figures: Iterable[ActivityProgress]) -> list[ActivityProgress]:
    """Where nobody has said how much; what is delivered is done or not."""
    return [one for one in figures if one.tally.goal is None and one.frame.form is not Form.DELIVERABLE]


def _deliverables(figures: Sequence[ActivityProgress], *, over: bool) -> str:
    some = [one for one in figures if one.frame.form is Form.DELIVERABLE]
    return _row(f"{_called(one, figures)} ({_came_to(one, over=over)})" for one in some)


def _came_to(one: ActivityProgress, *, over: bool) -> str:
    in_past = one.ended or (over and one.verdict is Verdict.NOT_STARTED)
    return text.in_words(one.verdict, over=True)[0] if in_past else name(one.verdict)


def _deviations(figures: Sequence[ActivityProgress]) -> str:
    """What lacks its report is no deviation yet, and that nothing was new in what goes on is none."""
    reported = (one._replace(tally=one.tally._replace(missing_reports=0)) for one in figures)
    told = [(one, gone_otherwise(one).rstrip(".")) for one in reported]
    return _row(f"{_called(one, figures)} {said}" for one, said in told if said)


def _lacks(own: Iterable[Followed], figures: Sequence[ActivityProgress]) -> list[tuple[str, str]]:
    """What somebody can still do something about before it is written."""
    unreported = [one for one in figures if one.tally.missing_reports]
    nobody = [one.progress for one in own if not one.lead]
    return [
        ("Rapporter saknas:", _row(f"{_called(one, figures)} {one.tally.missing_reports}" for one in unreported)),
        ("Mätbart mål saknas:", _row(_called(one, figures) for one in _unmeasured(figures))),
        ("Ansvarig saknas:", _row(_called(one, figures) for one in nobody)),
    ]


def _buttons(found: ShownFollowUp) -> Block:
    version, where = found.version, about(found.follow_up)
    settled = version.state is FollowUpState.SETTLED
    shown = [button("Ladda ner Word", WORD, version.id, about=where)]
    if found.may_settle and not settled:
        shown.append(button("Fastställ", SETTLE, version.id, confirm=_sure(found), about=where))
    if found.may_renew and settled and not found.unchanged:
        shown.append(button("Gör ett nytt utkast", AGAIN, version.id, about=where))
    rows = [blocks.option(label, f"{form}:{version.id}") for form, label in OTHERS.items()]
    return blocks.actions(*shown, {"type": "overflow", "action_id": FILE, "options": rows})


def _sure(found: ShownFollowUp) -> Block:
    going_on = "" if found.follow_up.over else f" Tiden är inte slut förrän {_day(found.follow_up.period.last)}."
    said = f"Siffrorna fryses som de står här. Rapporter som kommer senare ändrar dem inte.{going_on}"
    return blocks.confirm("Ska uppföljningen fastställas?", said, "Fastställ", "Vänta")


def _called(one: ActivityProgress, figures: Iterable[ActivityProgress]) -> str:
    return text.called(one.frame, [other.frame for other in figures])


def _row(parts: Iterable[str]) -> str:
    every = list(parts)
    fit = sum(length <= LONGEST_ROW for length in accumulate(len(blocks.escape(part)) for part in every))
    left = len(every) - fit
    return " · ".join([*every[:fit], *([f"{left} till"] if left else [])])


def _period(period: Period) -> str:
    return period_text(period, YEAR_ALWAYS)


def _day(day: date) -> str:
    return f"{range_text(day, day)} {day.year}"
