"""To whoever owes a follow-up: what, of which period, to whom and by when, with the draft at hand."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain import progress_text
from bot.domain.calendar import local_day
from bot.domain.duties import Owed
from bot.domain.periods import Period
from bot.domain.swedish import day_text, joined, when_text
from bot.views import follow_up
from bot.views.blocks import Block, Message, actions, button, confirm, escape, message, section
from bot.views.occurrences import mentions

READY = "Utkastet är klart att läsa."
NOT_OPEN = "Samordnaren har utkastet."
ENDS = "Tryck på Klar när uppföljningen är lämnad, så påminner jag inte mer."
OPEN = "Öppna en för att läsa utkastet, markera den som klar eller bli påmind senare."
MOST = 20
SURE = "Alla som har fått påminnelsen ser det, och ingen påminns mer om den."


def reminder(found: Owed, now: datetime, *, may_open: bool) -> Message:
    lines = [_by_what(found), f"{READY if may_open else NOT_OPEN} {ENDS}"]
    return _message(found, lines, [*(_draft(found) if may_open else []), _done(found), _later(found)], now)


def several(found: Sequence[Owed], now: datetime) -> Message:
    """Of the same morning; each is opened by itself."""
    today = local_day(now)
    fact, shown = f"{len(found)} uppföljningar ska lämnas", found[:MOST]
    rows = [section(escape(_fact(one, today)), accessory=_open(one)) for one in shown]
    left = len(found) - len(shown)
    more = [f"{left} till visas inte här. Skriv uppföljning och kommunens namn till mig."] if left else []
    lines = [fact, *(_fact(one, today) for one in shown), *more, OPEN]
    return message(escape("\n".join(lines)), [section(f"*{fact}*"), *rows, section(*more, OPEN)])


def put_off(found: Owed, again: datetime, now: datetime, *, may_open: bool) -> Message:
    lines = [_by_what(found), f"Jag påminner dig igen {when_text(again, None, now)}."]
    return _message(found, lines, [*(_draft(found) if may_open else []), _done(found)], now)


def delivered(found: Owed, user_id: str, now: datetime) -> Message:
    fact = escape(f"Klar: den {found.form} uppföljningen för {found.when} i {found.municipality} är lämnad")
    today = local_day(now)
    by = f"Markerad av {mentions([user_id])[0]} {day_text(today, today)}. Ingen påminns mer om den."
    return message(f"{fact}\n{by}", [section(f"*{fact}*", by)])


def value(found: Owed) -> str:
    return follow_up.value(found.municipality_id, found.period)


def read_key(key: str) -> tuple[int, Period]:
    """Of what begins with "duty:" and the value."""
    return follow_up.read_value(":".join(key.split(":")[1:4]))


def _open(found: Owed) -> Block:
    return button("Öppna", "duty_show", value(found), about=f"{found.municipality} {found.when}")


def _message(found: Owed, lines: list[str], buttons: list[Block], now: datetime) -> Message:
    fact, *said = (escape(line) for line in (_fact(found, local_day(now)), *lines))
    return message("\n".join([fact, *said]), [section(f"*{fact}*", *said), actions(*buttons)])


def _fact(found: Owed, today: date) -> str:
    what = f"{found.municipality}: den {found.form} uppföljningen för {found.when}"
    must = "skulle ha lämnats" if found.is_late(today) else "ska lämnas"
    return f"{what} {must} till {found.recipients} senast {day_text(found.due_on, today)}"


def _by_what(found: Owed) -> str:
    says = joined(list(dict.fromkeys(progress_text.DEFINITE[duty.agreement] for duty in found.duties)))
    owners = joined(list(dict.fromkeys(duty.owner for duty in found.duties)))
    return f"Så står det i {says}. Ansvarig: {owners}."


def _draft(found: Owed) -> list[Block]:
    shown = button("Öppna utkastet", follow_up.SHOW, value(found), about=found.when)
    return [shown, button("Ladda ner Word", "duty_word", value(found), about=found.when)]


def _done(found: Owed) -> Block:
    sure = confirm("Är uppföljningen lämnad?", SURE, "Markera som lämnad", "Inte än")
    return button("Klar", "duty_deliver", value(found), confirm=sure, about=found.when)


def _later(found: Owed) -> Block:
    return button("Påminn mig senare", "duty_later", value(found), about=found.when)
