"""To a coordinator, in good time: an agreement ends, a council meets."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain import progress_basis
from bot.domain import progress_text as text
from bot.domain.calendar import local_day
from bot.domain.duties import Duty
from bot.domain.progress import Verdict
from bot.domain.swedish import day_text, joined
from bot.domain.swedish_words import name
from bot.views import occurrence_text, progress
from bot.views.blocks import Block, Message, actions, button, escape, message, section
from bot.views.progress_found import Overview, scope_value
from storage.occurrences import Listed

NAMED = 5
SETTLED = (Verdict.FINISHED, Verdict.ON_TRACK, Verdict.NOT_NEEDED)


def ending(found: Overview, now: datetime) -> Message:
    today = local_day(now)
    what = f"{text.DEFINITE[found.agreement.kind]} i {joined(list(found.agreement.municipalities.values()))}"
    lines = [
        f"Gäller till {day_text(found.agreement.period_end, today)}.",
        f"Så står det nu: {text.summary(found.activities)}.",
        *_left(found),
        progress_basis.freshness(found.activities, today),
    ]
    show = button("Visa läget", progress.SHOW, scope_value(found.scope))
    return _message(f"Dags för slutrapport och förnyelse: {what}", lines, show)


def meeting(occurrence: Listed, standing: Sequence[Overview], agreed: Sequence[Duty], now: datetime) -> Message:
    """`agreed` is what is to be told there, as agreements say."""
    fact = occurrence_text.fact(occurrence, now)
    if not standing:
        none = _message(f"{fact}. Förbered den stående punkten", ["Inget medborgarlöfte gäller där just nu."])
        return _discreet(occurrence, none)
    going = [f"{progress.headline(one)}: {text.summary(one.activities, noun=False)}." for one in standing[:NAMED]]
    lines = [*map(_asked_for, agreed), "Så går det just nu:", *going]
    read = button("Läs underlaget", "council_show", occurrence.municipality_id)
    word = button("Ladda ner Word", "council_word", occurrence.municipality_id)
    ready = f"{fact}. Underlaget till den stående punkten är klart att läsa"
    return _discreet(occurrence, _message(ready, lines, read, word))


def _asked_for(duty: Duty) -> str:
    """Gives "Samverkansöverenskommelsen säger: muntlig uppföljning varje möte, av Rådet för trygghet och hälsa."."""
    says = text.DEFINITE[duty.agreement].capitalize()
    return f"{says} säger: {name(duty.form)} uppföljning varje möte, av {duty.owner}."


def _left(found: Overview) -> list[str]:
    """What there is still time to do something about."""
    open_ = [one.frame for one in found.activities if one.verdict not in SETTLED]
    names = [text.called(one, [other.frame for other in found.activities]) for one in open_]
    shown = [*names[:NAMED], *([f"{len(names) - NAMED} till"] if len(names) > NAMED else [])]
    return [f"Kvar att få på plats: {joined(shown)}."] if shown else []


def _message(fact: str, lines: Sequence[str], *buttons: Block) -> Message:
    fact, *said = (escape(line) for line in (fact, *lines))
    shown = [section(f"*{fact}*", *said)]
    return message("\n".join([fact, *said]), [*shown, actions(*buttons)] if buttons else shown)


def _discreet(occurrence: Listed, made: Message) -> Message:
    return made | {"text": occurrence_text.DISCREET} if occurrence.protected else made
