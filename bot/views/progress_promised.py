"""What was promised, and only that: who asks for it is not told of numbers that somebody planned later."""

from collections.abc import Sequence

from bot.domain import progress_text as text
from bot.domain.kinds import unit_of
from bot.domain.standing import Frame
from bot.domain.swedish import number
from bot.domain.swedish_words import name
from bot.domain.words import AgreementKind, GoalOrigin, PartyKind
from bot.views import blocks
from bot.views.blocks import Message
from bot.views.progress_found import Overview, scope_value
from bot.views.progress_parts import Section, fitting, row, where, written

SHOW = "progress_show"
MOST = 20
NOTHING = "inga aktiviteter är inlagda"
LONGEST = 7_000  # characters: a message holds some 13 000
LONGEST_OF_ALL = 5_000  # of several, where the names of the places are as long
PARTIES = {
    PartyKind.POLICE: "polisen",
    PartyKind.MUNICIPALITY: "kommunen",
    PartyKind.HOUSING_COMPANY: "bostadsbolaget",
}


def promised(found: Overview) -> Message:
    title = f"{where(found.agreement)}: det här {_by(found)}"
    frames = _own(found)
    fit, more = fitting([f"{frame.focus_area}{_line(frame)}" for frame in frames], LONGEST)
    areas: dict[str, list[tuple[str, str]]] = {}
    for frame in frames[: len(fit)]:
        areas.setdefault(frame.focus_area, [(frame.focus_area, "")]).append(("", _line(frame)))
    said, shown = written(title, [(title, "")], [*areas.values(), [("", line) for line in more], _foot(found)])
    return blocks.message(said, [*shown, blocks.actions(_opens(found, title))])


def of_several(found: Sequence[Overview]) -> Message:
    """A paragraph for each agreement, with a button to how it goes."""
    title = f"Det här {_by(found[0])}"
    some = found[:MOST]
    lines = [
        (_named(one), row([_told(frame) for frame in _own(one)], LONGEST_OF_ALL // len(some)) or NOTHING)
        for one in some
    ]
    left = len(found) - len(some)
    rest = [f"{left} till visas inte här. Skriv vad är lovat och kommunens namn till mig."] if left else []
    rows = [
        blocks.section(f"*{blocks.escape(about)}:* {blocks.escape(said)}", accessory=_opens(one, about))
        for one, (about, said) in zip(some, lines, strict=True)
    ]
    said = "\n".join([f"{title}.", *[f"{about}: {told}" for about, told in lines], *rest])
    return blocks.message(
        blocks.escape(said), [blocks.section(f"*{title}*"), *rows, *[blocks.context(line) for line in rest]]
    )


def _by(found: Overview) -> str:
    return f"har {PARTIES[found.party]} lovat" if found.party in PARTIES else "är lovat"


def _own(found: Overview) -> list[Frame]:
    return [one.frame for one in found.activities if one.frame.activity_id not in found.shown]


def _named(found: Overview) -> str:
    of = found.agreement
    return where(of) + (f", {text.DEFINITE[of.kind]}" if of.kind is AgreementKind.COLLABORATION else "")


def _opens(found: Overview, about: str) -> blocks.Block:
    return blocks.button("Visa läget", SHOW, scope_value(found.scope), about=about)


def _line(frame: Frame) -> str:
    return f"• {_told(frame)}"


def _told(frame: Frame) -> str:
    """With the number, where one was promised."""
    if frame.origin is not GoalOrigin.PROMISED or frame.goal_count is None or frame.per is None:
        return frame.title
    return f"{frame.title}: {number(frame.goal_count)} {unit_of(frame.goal_count, frame.unit or '')} {name(frame.per)}"


def _foot(found: Overview) -> Section:
    """Nobody is to think that a number was forgotten here."""
    known = [one.frame.origin is GoalOrigin.PROMISED for one in found.activities]
    agreement = text.DEFINITE[found.agreement.kind].capitalize()
    if not any(known):
        return [("", f"{agreement} anger inga antal.")]
    return [] if all(known) else [("", f"{agreement} anger inga antal för de andra.")]
