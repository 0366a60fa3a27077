"""What came of something that was to be delivered."""

from bot.domain.progress import Verdict

CAME_TO = {
    Verdict.BEHIND: "Inte klar, och tiden har gått ut.",
    Verdict.RISK: "Tiden har gått ut, och rapporten saknas.",
    Verdict.NOT_STARTED: "Inte påbörjad.",
    Verdict.ON_TRACK: "Delvis klar.",
    Verdict.FINISHED: "Klar.",
}
NOT_DONE = "Blev inte klar under avtalstiden."
PARTLY_DONE = "Blev bara delvis klar under avtalstiden."


def came_to(verdict: Verdict, *, ended: bool, partly: bool) -> str:
    """Once its agreement has `ended` nothing more does."""
    if ended and verdict is Verdict.BEHIND:
        return PARTLY_DONE if partly else NOT_DONE
    return CAME_TO.get(verdict, "")
