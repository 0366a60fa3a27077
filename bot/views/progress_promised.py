"""What was promised, and only that: who asks for it is not told of numbers that somebody planned later."""

from bot.domain import progress_text as text
from bot.domain.standing import Frame
from bot.domain.swedish import number
from bot.domain.swedish_words import name
from bot.domain.words import GoalOrigin, PartyKind
from bot.views import blocks
from bot.views.blocks import Message
from bot.views.progress_found import Overview, scope_value
from bot.views.progress_parts import Section, fitting, where, written

SHOW = "progress_show"
LONGEST = 7_000  # characters: a message holds some 13 000
PARTIES = {
    PartyKind.POLICE: "polisen",
    PartyKind.MUNICIPALITY: "kommunen",
    PartyKind.HOUSING_COMPANY: "bostadsbolaget",
}


def promised(found: Overview) -> Message:
    by = f"har {PARTIES[found.party]} lovat" if found.party in PARTIES else "är lovat"
    title = f"{where(found.agreement)}: det här {by}"
    frames = [one.frame for one in found.activities if one.frame.activity_id not in found.shown]
    fit, more = fitting([f"{frame.focus_area}{_line(frame)}" for frame in frames], LONGEST)
    areas: dict[str, list[tuple[str, str]]] = {}
    for frame in frames[: len(fit)]:
        areas.setdefault(frame.focus_area, [(frame.focus_area, "")]).append(("", _line(frame)))
    said, shown = written(title, [(title, "")], [*areas.values(), [("", line) for line in more], _foot(found)])
    button = blocks.button("Visa läget", SHOW, scope_value(found.scope), about=title)
    return blocks.message(said, [*shown, blocks.actions(button)])


def _line(frame: Frame) -> str:
    """With the number, where one was promised."""
    if frame.origin is not GoalOrigin.PROMISED or frame.count is None or frame.per is None:
        return f"• {frame.title}"
    return f"• {frame.title}: {number(frame.count)} {frame.unit} {name(frame.per)}"


def _foot(found: Overview) -> Section:
    """Nobody is to think that a number was forgotten here."""
    known = [one.frame.origin is GoalOrigin.PROMISED for one in found.activities]
    agreement = text.DEFINITE[found.agreement.kind].capitalize()
    if not any(known):
        return [("", f"{agreement} anger inga antal.")]
    return [] if all(known) else [("", f"{agreement} anger inga antal för de andra.")]
