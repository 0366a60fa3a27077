"""How one value of a take-out is written where it is text."""

from datetime import date, datetime

from bot.domain.swedish import NO_BREAK_SPACE, number
from bot.domain.take_out import Value

MANY = "; "


def written(value: Value) -> str:
    """Gives "2026-11-20 20:00:05", "ja", "2,5"; nothing for what is not there."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nej"
        case float():
            return number(value).replace(NO_BREAK_SPACE, "")
        case datetime():
            return value.replace(tzinfo=None).isoformat(" ", "seconds").removesuffix(":00")
        case date():
            return value.isoformat()
        case tuple():
            return MANY.join(value)
    return str(value)
