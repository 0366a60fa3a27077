"""To a coordinator: the law's two years run out. And the form that says when the plan was followed up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.calendar import local_day
from bot.domain.digest_policy import STATUTE_FROM, LegalDuty
from bot.domain.swedish import day_text, sentence
from bot.views.blocks import Message, View, actions, button, escape, field, message, modal, section

LAW = "Lagen (2023:196) kräver att lägesbilden uppdateras och åtgärdsplanen följs upp minst vartannat år."
WHAT_TO_DO = {
    LegalDuty.PICTURE: "När den är uppdaterad: rapportera den, så räknar jag om.",
    LegalDuty.FOLLOW_UP: "När den är uppföljd: ange dagen här, så räknar jag om.",
}
BOTH = "Rapportera lägesbilden, och ange här när planen är uppföljd, så räknar jag om."


@dataclass(frozen=True, slots=True)
class Warned:
    """`due` is counted from the same day, `since`; `done`: it was reported or said that it was done then."""

    municipality_id: int
    municipality: str
    due: Sequence[LegalDuty]
    since: date
    deadline: date
    done: bool


def warning(found: Warned, now: datetime) -> Message:
    today = local_day(now)
    by = f"senast {day_text(found.deadline, today)}"
    fact = f"{sentence(_must(found))} {by}"
    if found.deadline <= today:
        fact = f"Två år har gått: {_should_have(found)} {by}"
    to_do = BOTH if len(found.due) > 1 else WHAT_TO_DO[found.due[0]]
    fact, *lines = (escape(line) for line in (fact, LAW, _counted(found, today), to_do))
    say = [button("Ange när planen följdes upp", "statute_form", found.municipality_id)]
    plan = [button("Planera", "occurrence_list")]
    buttons = [*(say if LegalDuty.FOLLOW_UP in found.due else []), *(plan if LegalDuty.PICTURE in found.due else [])]
    return message("\n".join([fact, *lines]), [section(f"*{fact}*", *lines), actions(*buttons)])


def form(municipality_id: int, municipality: str, now: datetime) -> View:
    today = {"type": "datepicker", "initial_date": local_day(now).isoformat()}
    about = section(f"*Uppföljning av åtgärdsplanen i {escape(municipality)}*", "Jag räknar två år från den dagen.")
    fields = [about, field("on", "När följdes den upp?", today)]
    return modal("statute", "Ange uppföljning", fields, submit="Spara", private=str(municipality_id))


def read(fields: Mapping[str, Any]) -> date:
    return date.fromisoformat(fields["on"])


def receipt(found: Warned, now: datetime) -> View:
    today = local_day(now)
    fact = f"Sparat: åtgärdsplanen i {found.municipality} följdes upp {day_text(found.since, today)}."
    rest = f"Den ska följas upp igen senast {day_text(found.deadline, today)}. Jag påminner två månader före."
    return modal("receipt", "Sparat", [section(f"*{escape(fact)}*", rest)])


def _must(found: Warned) -> str:
    return _both_or_one(found, "ska uppdateras", "ska följas upp", "följas upp")


def _should_have(found: Warned) -> str:
    return _both_or_one(found, "skulle ha uppdaterats", "skulle ha följts upp", "följts upp")


def _both_or_one(found: Warned, picture: str, plan: str, plan_too: str) -> str:
    where = f"i {found.municipality}"
    if len(found.due) > 1:
        return f"lägesbilden {where} {picture} och åtgärdsplanen {plan_too}"
    return f"lägesbilden {where} {picture}" if found.due[0] is LegalDuty.PICTURE else f"åtgärdsplanen {where} {plan}"


def _counted(found: Warned, today: date) -> str:
    since = day_text(found.since, today)
    if found.done and found.since != STATUTE_FROM:
        return f"Senast gjort: {since}."
    began = "den äldsta överenskommelsen som gäller började"
    why = "när lagen började gälla" if found.since == STATUTE_FROM else f"när {began}"
    return f"Jag vet inte om det är gjort. Räknat från {since}, {why}."
