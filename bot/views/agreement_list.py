"""The agreements of a coordinator, and the ways to a new one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.agreement_difference import Difference
from bot.domain.agreement_draft import AgreementDraft, Choice
from bot.domain.agreement_draft_file import suggested_title
from bot.domain.calendar import local_day
from bot.domain.swedish import joined, sentence
from bot.domain.swedish_words import name
from bot.domain.words import AgreementState
from bot.views.agreement_words import day, period
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    divider,
    escape,
    field,
    message,
    modal,
    option,
    section,
    text_input,
)
from bot.views.plan_files import UNPLANNED, some
from storage.agreement_rows import state_on
from storage.agreements import AgreementRow

MOST_SHOWN, MOST_DRAFTS = 14, 3
PARTS = ("first", "second", "third")
LONGEST_PART = 3000
PASTED = (
    "Klistra in texten som den är publicerad. Jag föreslår kommun, parter, period och aktiviteter, och inget sparas "
    "förrän du har gått igenom det. Du kan också skicka mig en fil: .txt, .docx eller pdf."
)
IS_IT = "Är det här ett medborgarlöfte som du vill lägga in?"
READING = "Jag läser texten. Förslaget kommer i vårt direktmeddelande."
COMING = "Förslaget kommer i vårt direktmeddelande. Inget är ändrat än."
MENU = (("renew", "Förnya"), ("revise", "Revidera"), ("terminate", "Säg upp"))
KIN = "Hör till den nya när den börjar gälla, i stället för till den gamla"
CHANGEABLE = (AgreementState.CURRENT, AgreementState.DRAFT)


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """A draft that somebody has begun."""

    draft_id: int
    draft: AgreementDraft
    expires_at: datetime


def listing(found: Sequence[AgreementRow], drafts: Sequence[WaitingDraft], now: datetime) -> Message:
    shown = found[:MOST_SHOWN]
    rows = [section(f"*{escape(one.title)}*", escape(_about(one, now)), **_menu(one, now)) for one in shown]
    begun = [block for one in drafts[:MOST_DRAFTS] for block in _draft(one, now)]
    left = len(found) - len(shown)
    more = [context(f"{left} till visas inte här.")] if left > 0 else []
    nothing = [] if rows else [section("Inget medborgarlöfte och ingen överenskommelse är inlagd än.")]
    last = actions(button("Nytt från text", "agreement_paste"))
    said = ["Medborgarlöften och överenskommelser", *(f"{one.title}: {_about(one, now)}" for one in shown)]
    heading = section("*Medborgarlöften och överenskommelser*")
    return message(escape("\n".join(said)), [heading, *nothing, *rows, *more, *begun, divider(), last])


def paste() -> View:
    labels = ("Texten", "Fortsättningen, om den inte fick plats", "Resten")
    blocks = [
        field(key, label, text_input(lines=True, longest=LONGEST_PART), optional=key != PARTS[0])
        for key, label in zip(PARTS, labels, strict=True)
    ]
    return modal("agreement_paste", "Nytt från text", [section(PASTED), *blocks], submit="Läs texten")


def pasted(fields: Mapping[str, Any]) -> str:
    """In order. A part may begin in the middle of a sentence, but not of a word: each is a field of its own."""
    return "\n".join(filter(None, (fields.get(key) for key in PARTS)))


def reading() -> View:
    return modal("receipt", "Nytt från text", [section(READING)])


def is_it(draft_id: int) -> Message:
    """About a long text that somebody has written."""
    said = f"{IS_IT} Inget är sparat än."
    buttons = actions(
        button("Ja, läs texten", "agreement_text_read", draft_id, style="primary"),
        button("Nej", "agreement_text_leave", draft_id),
    )
    return message(said, [section(f"*{IS_IT}*", "Inget är sparat än."), buttons])


def left() -> Message:
    said = "Texten är inte läst, och inget är sparat. Var det en rapport? Skriv den kort, på en rad."
    return message(said, [section(said)])


def being_read() -> Message:
    return message(READING, [section(READING)])


def coming() -> Message:
    return message(COMING, [section(COMING)])


def saved(draft: AgreementDraft, agreement_id: int, cancelled: int, taken: Difference) -> Message:
    """In the place of the last question."""
    fact = escape(f"Sparat: {draft.frame.title}")
    off = [f"Inställda tillfällen som inte längre gäller: {cancelled}."] if cancelled else []
    late = [f"{UNPLANNED}: {escape(some(taken.unplanned))}. Byt dag med Revidera."] if taken.unplanned else []
    kin = [f"{KIN}: {escape(joined(list(taken.followers)))}."] if taken.followers else []
    lines = [_counted(draft), *off, *late, *kin, "Nästa steg: bestäm när det ska göras, och vilka som är med."]
    buttons = actions(button("Planera året", "year_plan_of", agreement_id))
    return message("\n".join([fact, *lines]), [section(f"*{fact}*", *lines), buttons])


def _counted(draft: AgreementDraft) -> str:
    taken, skipped = draft.count(Choice.TAKEN), draft.count(Choice.SKIPPED)
    return f"Aktiviteter: {taken}" + (f" · Inte med: {skipped}" if skipped else "")


def _about(one: AgreementRow, now: datetime) -> str:
    state = state_on(local_day(now), one.period_start, one.period_end, one.state)
    said = "börjar senare" if state is AgreementState.DRAFT else name(state)
    if one.terminated_on and state in CHANGEABLE:
        said = f"uppsagd, gäller till och med {day(one.terminated_on, local_day(now))}"
    where = joined(list(one.municipalities.values()))
    return sentence(f"{name(one.kind)} · {where} · {period(one.period_start, one.period_end)} · {said}")


def _menu(one: AgreementRow, now: datetime) -> dict[str, Block]:
    state = state_on(local_day(now), one.period_start, one.period_end, one.state)
    if state is AgreementState.REPLACED:
        return {}
    choices = MENU if state in CHANGEABLE and not one.terminated_on else MENU[:1]
    rows = [option(label, f"{what}:{one.id}") for what, label in choices]
    return {"accessory": {"type": "overflow", "action_id": "agreement_menu", "options": rows}}


def _draft(one: WaitingDraft, now: datetime) -> list[Block]:
    title = one.draft.frame.title or suggested_title(one.draft.frame)
    until = day(local_day(one.expires_at), local_day(now))
    show = button("Visa igen", "agreement_again", one.draft_id, about=title)
    return [section(f"*Påbörjat:* {escape(title)}", f"Inget är sparat än. Finns kvar till {until}.", accessory=show)]
