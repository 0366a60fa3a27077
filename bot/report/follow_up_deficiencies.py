"""What the walks noted, and what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.domain import dated
from bot.domain.deficiencies import CATEGORIES
from bot.domain.follow_up import Followed, NotedDeficiency
from bot.domain.periods import Period
from bot.domain.public_text import DEFICIENCY
from bot.domain.swedish import sentence
from bot.domain.swedish_words import name
from bot.domain.words import DeficiencyState
from bot.report.parts import Heading, Part, Table, Text

HEADER = ("Brist", "Noterad", "Ansvarig", "Vad det blev av den")


def parts(activities: Iterable[Followed], period: Period) -> Iterator[Part]:
    """Nothing where there was none."""
    noted = sorted((one for each in activities for one in each.deficiencies), key=lambda one: one.noted_on)
    if noted:
        yield Heading("Brister från trygghetsvandringar", 2)
        yield Text(_summary(noted, period))
        rows = [(_what(one), dated.day(one.noted_on), one.owner, _became(one)) for one in noted]
        yield Table("Brister och vad det blev av dem", HEADER, rows, (4, 2, 2, 5))


def _summary(noted: Sequence[NotedDeficiency], period: Period) -> str:
    """Gives "4 brister noterades och 1 fanns kvar från tidigare: 1 är åtgärdad, 4 väntar på beslut."."""
    new = sum(one.noted_on in period for one in noted)
    said = [f"{new} {'brist' if new == 1 else 'brister'} noterades"] if new else []
    if old := len(noted) - new:
        said.append(f"{old} {'' if new else 'brist ' if old == 1 else 'brister '}fanns kvar från tidigare")
    states = Counter(one.state for one in noted)
    became_of = [(states[state], DEFICIENCY[state]) for state in reversed(DeficiencyState) if states[state]]
    return f"{' och '.join(said)}: {', '.join(f'{count} {words[count > 1]}' for count, words in became_of)}."


def _what(one: NotedDeficiency) -> str:
    what = CATEGORIES.get(one.category, one.category)
    return f"{what}: {one.spot}" if one.spot else what


def _became(one: NotedDeficiency) -> str:
    """Gives "Åtgärdad 12 juni 2026. Nya lampor.", "Nej, därför att häcken står på privat mark."."""
    if one.state is DeficiencyState.REFUSED:
        return _refused(one.decision)
    day = one.done_on if one.state is DeficiencyState.DONE else one.due_on
    when = {DeficiencyState.DONE: " ", DeficiencyState.ACCEPTED: " senast "}.get(one.state, "")
    state = "Väntar på beslut" if one.state is DeficiencyState.NOTED else sentence(name(one.state))
    text = f"{state}{f'{when}{dated.day(day)}' if day and when else ''}."
    return f"{text} {one.decision}" if one.decision else text


def _refused(why: str) -> str:
    if not why:
        return "Nej. Varför är inte noterat."
    return f"Nej, därför att {why}" if why[0].islower() else f"Nej. {why}"
