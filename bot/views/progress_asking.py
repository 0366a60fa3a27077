"""Asking the responsible person how it is going, and the answer to whoever asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain import progress_text as text
from bot.domain.calendar import local_day
from bot.domain.progress import Verdict
from bot.domain.progress_deviations import deviations
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import day_text, joined, sentence, when_text
from bot.domain.swedish_words import name
from bot.views import blocks
from bot.views.blocks import Block, Message, View, actions, button, escape, field, modal, section, verbatim
from bot.views.occurrence_forms import read_text
from bot.views.occurrence_text import DISCREET
from bot.views.people import mention
from bot.views.progress_found import Overview, scope_value

LONGEST_QUESTION, LONGEST_ANSWER = 300, 500
URGENT = [*Verdict]
HINT = "Inga personuppgifter, och inget om tid och plats för det som är skyddat."


@dataclass(frozen=True, slots=True)
class ChosenActivity:
    activity_id: int
    question: str


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """`about` is "Timrå, fotpatrulleringar"; `asker` a Slack user; `scope` what the answer to them can be opened by.

    `text` may be empty: then it is only how it is going.
    """

    about: str
    protected: bool
    asker_id: int
    asker: str
    asked_at: datetime
    scope: str
    text: str


@dataclass(frozen=True, slots=True)
class AskedPeople:
    """Slack users, and when they get it."""

    users: Sequence[str]
    at: datetime


def urgent_first(found: Overview) -> list[ActivityProgress]:
    return sorted(found.activities, key=lambda one: (URGENT.index(one.verdict), -one.tally.missing_reports))


def form(found: Overview) -> View:
    """The worst is chosen."""
    ordered = urgent_first(found)
    options = [(one.frame.activity_id, f"{sentence(called(one, found))} ({name(one.verdict)})") for one in ordered]
    activity = blocks.select(options, initial=ordered[0].frame.activity_id)
    question = blocks.text_input(lines=True, longest=LONGEST_QUESTION)
    shown = [
        section("Den ansvariga får din fråga med siffrorna och skälen, och kan svara dig direkt."),
        field("activity", "Vad gäller det?", activity),
        field("question", "En mening till den ansvariga", question, hint=HINT, optional=True),
    ]
    return modal("progress_question", "Fråga ansvarig", shown, submit="Fråga", private=scope_value(found.scope))


def read_form(fields: Mapping[str, Any]) -> ChosenActivity:
    """Raises FieldErrors."""
    return ChosenActivity(int(fields["activity"]), read_text(fields, "question"))


def asked(question: AskedQuestion, told: Sequence[AskedPeople], now: datetime) -> View:
    """The receipt: who was asked."""
    lines = [
        f"*Frågan är ställd: {escape(question.about)}*",
        *(_gets(some, "den", now) for some in told),
        "Svaret kommer till dig i ett direktmeddelande från mig.",
    ]
    return modal("receipt", "Frågan är ställd", [section(*lines)])


def question(asked: AskedQuestion, one: ActivityProgress, draft_id: int, read_at: datetime) -> Message:
    """To the responsible person. Of a protected one neither time nor place is named."""
    today, read_on = local_day(asked.asked_at), local_day(read_at)
    fact = f"{mention(asked.asker)} frågar hur det går: {escape(asked.about)}"
    ahead = "" if asked.protected else text.next_time(one, (), read_on)
    parts = [f"{name(one.verdict)}.", text.figures(one, today), deviations(one), ahead]
    standing = f"Läget {day_text(today, read_on)}: {escape(' '.join(part for part in parts if part))}"
    buttons = [button("Svara", "progress_answer_form", draft_id, style="primary")]
    if one.tally.missing_reports:
        buttons.append(button("Rapportera", "arrears_show"))
    shown = [section(f"*{fact}*", standing), *_quoted(asked.asker, asked.text), actions(*buttons)]
    said = [fact, standing, *([f"{mention(asked.asker)} skriver: ”{escape(asked.text)}”"] if asked.text else [])]
    return blocks.message(DISCREET if asked.protected else "\n".join(said), shown)


def answer_form(asked: AskedQuestion, draft_id: int, now: datetime) -> View:
    shown = [
        section(f"*{mention(asked.asker)} frågade {_day(asked, now)}, hur det går: {escape(asked.about)}*"),
        *([verbatim(f"”{asked.text}”")] if asked.text else []),
        field("answer", "Ditt svar", blocks.text_input(lines=True, longest=LONGEST_ANSWER), hint=HINT),
    ]
    return modal("progress_answer", "Svara", shown, submit="Skicka svaret", private=str(draft_id))


def read_answer(fields: Mapping[str, Any]) -> str:
    """Raises FieldErrors."""
    return read_text(fields, "answer")


def answer(asked: AskedQuestion, by: str, said: str, now: datetime) -> Message:
    """To whoever asked, with the question."""
    fact = f"{mention(by)} svarar: {escape(asked.about)}"
    before = f"Du frågade {_day(asked, now)}"
    before += f": ”{escape(asked.text)}”" if asked.text else ", hur det går."
    opened = button("Visa läget", "progress_show", asked.scope, about=asked.about)
    shown = [section(f"*{fact}*"), verbatim(f"”{said}”"), section(before), actions(opened)]
    whole = "\n".join([fact, f"”{escape(said)}”", before])
    return blocks.message(DISCREET if asked.protected else whole, shown)


def answered(asked: AskedQuestion, said: str) -> Message:
    """What the question becomes for whoever answered it."""
    fact = f"Du har svarat {mention(asked.asker)}: {escape(asked.about)}"
    whole = f"{fact}\n”{escape(said)}”"
    return blocks.message(DISCREET if asked.protected else whole, [section(f"*{fact}*"), verbatim(f"”{said}”")])


def sent(told: AskedPeople, now: datetime) -> View:
    return modal("receipt", "Svaret är skickat", [section(f"*{_gets(told, 'ditt svar', now)}*")])


def called(one: ActivityProgress, found: Overview) -> str:
    return text.called(one.frame, [other.frame for other in found.activities])


def _quoted(asker: str, said: str) -> list[Block]:
    return [section(f"{mention(asker)} skriver:"), verbatim(f"”{said}”")] if said else []


def _day(asked: AskedQuestion, now: datetime) -> str:
    return day_text(local_day(asked.asked_at), local_day(now))


def _gets(told: AskedPeople, what: str, now: datetime) -> str:
    when = "nu" if told.at <= now else when_text(told.at, None, now)
    return f"{joined([mention(user) for user in told.users])} får {what} {when}."
