"""Clock times: "14", "14.30", "1430", "halv åtta", "kvart över tre", "fem i halv sju", "18–20"."""

import re
from dataclasses import dataclass

from bot.domain.when.model import Impossible

HOUR = 60
HALF_DAY = 12 * HOUR
DAY = 24 * HOUR
# Nobody plans to work longer than this at a stretch: what would be longer is a slip ("20-18.30").
LONGEST = 14 * HOUR
NOON = 12 * HOUR
LATEST_SPOKEN = 13 * HOUR - 1
FIRST_CLEAR = 8 * HOUR  # "kl 8" is in the morning, "kl 7" can be either; so are all until 13
# Minutes from midnight: what is meant when only the part is said, and what a clock time in it can be.
MEANT = {
    "morgon": (6 * HOUR, 9 * HOUR),
    "formiddag": (9 * HOUR, 12 * HOUR),
    "eftermiddag": (13 * HOUR, 17 * HOUR),
    "dagtid": (8 * HOUR, 17 * HOUR),
    "kvall": (18 * HOUR, 22 * HOUR),
    "natt": (22 * HOUR, 30 * HOUR),
}
_WITHIN = {
    "morgon": (3 * HOUR, 12 * HOUR),
    "formiddag": (6 * HOUR, 13 * HOUR),
    "eftermiddag": (12 * HOUR, 19 * HOUR),
    "dagtid": (7 * HOUR, 19 * HOUR),
    "kvall": (16 * HOUR, DAY + 1),
    "natt": (20 * HOUR, 32 * HOUR),
}
# "kl 14 i 2 timmar" is no fourteen to two.
_NO_LENGTH = r"(?!\d|[,.]\d| och en halv| ?(?:halv|timme|minut|dag|veck|manad|ar\b))"
_SPOKEN = rf"(?:\d{{1,2}}|kvart) (?:minut )?(?:i|over) (?:halv )?(?:\d{{1,2}}|en){_NO_LENGTH}|halv (?:\d{{1,2}}|en)"
TIME = rf"(?:{_SPOKEN}|\d{{1,2}}[.:]\d\d|\d{{4}}|\d{{1,2}}|en|midnatt|lunch)"
_PIECES = re.compile(
    r"(?:(?:(?P<minutes>\d{1,2}|kvart) (?:minut )?(?P<side>i|over) )?(?P<half>halv )?(?P<hour>\d{1,2}|en))"
)
_FIGURES = re.compile(r"(\d\d)(\d\d)|(\d{1,2})[.:](\d\d)")


@dataclass(frozen=True, slots=True)
class Time:
    """Minutes after midnight. `sure` when it cannot be twelve hours later."""

    minutes: int
    sure: bool


@dataclass(frozen=True, slots=True)
class SaidHours:
    start: Time
    end: Time | None = None

    def options(self, part: str = "") -> list[tuple[int, int | None]]:
        """The (start, end) in minutes that can be meant; more than 24 hours is the next day. Raises Impossible."""
        starts = _in_part(self.start, part) if part else _alone(self.start)
        if self.end is None:
            return [(start, None) for start in starts]
        by_24_hours = not part and (self.start.minutes > NOON or self.end.minutes > LATEST_SPOKEN)
        if by_24_hours:
            starts = [self.start.minutes]
        found = [(start, _end(start, self.end, by_24_hours)) for start in starts]
        # "7-12" is in the morning: of 19 to midnight nobody says so.
        found = [(start, end) for start, end in found if end - start <= LONGEST and (start == starts[0] or end < DAY)]
        if not found:
            raise Impossible("Sluttiden ligger före starttiden.")
        return [*found]


def time_said(text: str) -> Time:
    """Raises Impossible for "25.00"."""
    if text in ("midnatt", "lunch"):
        return Time(DAY if text == "midnatt" else 12 * HOUR, sure=True)
    figures = _FIGURES.fullmatch(text)
    if figures:
        hour, minute = (int(part) for part in figures.groups() if part)
        # Who writes 7.30 writes by the 24 hour clock; in the small hours that is still worth a question.
        return _checked(hour, minute, sure=hour >= 6 or text.startswith("0"))
    pieces = _PIECES.fullmatch(text)
    if not pieces:
        raise Impossible("Klockslaget går inte att läsa.")
    return _spoken(pieces)


def _spoken(pieces: re.Match[str]) -> Time:
    hour = 1 if pieces["hour"] == "en" else int(pieces["hour"])
    if not pieces["side"] and not pieces["half"]:
        return _checked(hour, 0, sure=hour > 12 or pieces["hour"].startswith("0"))
    minutes = 15 if pieces["minutes"] == "kvart" else int(pieces["minutes"] or 0)
    _checked(hour, minutes)
    shift = (-minutes if pieces["side"] == "i" else minutes) - (30 if pieces["half"] else 0)
    total = (hour * HOUR + shift) % DAY
    if hour <= 12 and total < HOUR:
        total += HALF_DAY  # "halv ett" is at lunch; at night one says so
    return Time(total, sure=hour > 12)


def _checked(hour: int, minute: int, sure: bool = False) -> Time:
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise Impossible(f"Klockan kan inte vara {hour}.{minute:02}.")
    return Time(hour * HOUR + minute, sure)


def _alone(time: Time) -> list[int]:
    if time.sure or time.minutes >= FIRST_CLEAR:
        return [time.minutes]
    return [time.minutes, time.minutes + HALF_DAY]


def _in_part(time: Time, part: str) -> list[int]:
    lowest, highest = _WITHIN[part]
    shifts = (0, DAY) if time.sure else (0, HALF_DAY, DAY)
    found = [time.minutes + shift for shift in shifts if lowest <= time.minutes + shift < highest]
    if not found:
        raise Impossible("Klockslaget och tiden på dygnet går inte ihop.")
    return found[:1]


def _end(start: int, end: Time, by_24_hours: bool) -> int:
    """The first such time after the start; by the 24 hour clock "22-6" ends at six in the morning."""
    step = DAY if end.sure or by_24_hours else HALF_DAY
    minutes = end.minutes
    while minutes <= start:
        minutes += step
    return minutes
