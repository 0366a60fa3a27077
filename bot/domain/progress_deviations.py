"""What went otherwise than planned: what did not come off and why, and what nobody has told of."""

from bot.domain.not_done import why
from bot.domain.progress import Tally, Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import number
from bot.domain.words import Form


def deviations(progress: ActivityProgress) -> str:
    """Gives "8 blev inte av (personal 6, väder 2), 1 saknar rapport."; what nobody reported is kept apart."""
    tally = progress.tally
    parts = [
        (tally.not_done, f"blev inte av{why(tally)}"),
        (tally.cancelled, "ställdes in"),
        (tally.not_needed, _not_needed(tally)),
        (tally.unknown, "saknar uppgift"),
        (tally.missing_reports, "saknar rapport"),
    ]
    text = ", ".join(f"{count} {what}" for count, what in parts if count)
    return " ".join(part for part in (f"{text}." if text else "", _falls_short(progress)) if part)


def gone_otherwise(progress: ActivityProgress) -> str:
    """As `deviations`, but that nothing was new in what goes on all the time is none."""
    on_and_on = progress.frame.form is Form.CONTINUOUS
    return deviations(progress._replace(tally=progress.tally._replace(not_needed=0)) if on_and_on else progress)


def _falls_short(progress: ActivityProgress) -> str:
    """Why there is a risk where as much is done as was expected."""
    tally = progress.tally
    if progress.verdict is not Verdict.RISK or tally.form is Form.DELIVERABLE or tally.done < progress.expected:
        return ""
    return f"Med det som är inplanerat blir det {number(tally.done + tally.missing_reports + tally.ahead)}."


def _not_needed(tally: Tally) -> str:
    """As the receipt says it: of work that goes on there was only nothing new to tell."""
    if tally.form is not Form.CONTINUOUS:
        return "behövdes inte"
    return f"{'gång' if tally.not_needed == 1 else 'gånger'} inget nytt"
