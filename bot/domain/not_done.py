"""Why things did not come off."""

from bot.domain.progress import Tally
from bot.domain.swedish_words import name


def why(tally: Tally) -> str:
    """Gives " (personal 6, väder 2)". One reason for all of them goes without its number; no reason is nothing."""
    told = tally.not_done_reasons
    if not told:
        return ""
    alone = len(told) == 1 and sum(told.values()) == tally.not_done
    return f" ({name(next(iter(told))) if alone else reasons(tally)})"


def reasons(tally: Tally) -> str:
    """Gives "personal 6, väder 2", the most common first."""
    found = sorted(tally.not_done_reasons.items(), key=lambda item: (-item[1], name(item[0])))
    return ", ".join(f"{name(reason)} {count}" for reason, count in found)
