"""An RRULE of ours in Swedish: "varannan fredag", "första och tredje måndagen varje månad"."""

from bot.domain.swedish import MONTHS, WEEKDAYS, joined

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = "MO,TU,WE,TH,FR"
_ORDINALS = {1: "första", 2: "andra", 3: "tredje", 4: "fjärde", 5: "femte", -1: "sista", -2: "näst sista"}


def rule_text(rule: str, red_days_off: bool = False) -> str:
    """Without how long it goes on: COUNT and UNTIL are for the caller."""
    parts = dict(part.split("=") for part in rule.split(";"))
    unit = parts["FREQ"]
    every = int(parts.get("INTERVAL", 1))
    if unit == "DAILY":
        return _every(every, "dag") if "BYDAY" not in parts else f"varje dag {_days(parts['BYDAY'])}"
    if unit == "WEEKLY":
        workdays = parts["BYDAY"] == WORKDAYS and red_days_off and every == 1
        return "vardagar" if workdays else _every(every, _days(parts["BYDAY"]))
    return _monthly(parts, every) if unit == "MONTHLY" else _yearly(parts, every)


def _every(interval: int, unit: str) -> str:
    if interval == 1:
        return f"varje {unit}"
    neuter = unit == "år"
    if interval == 2:
        return f"{'vartannat' if neuter else 'varannan'} {unit}"
    return f"{'vart' if neuter else 'var'} {interval}:e {unit}"


def _days(codes: str) -> str:
    return joined([WEEKDAYS[CODES.index(code)] for code in codes.split(",")])


def _monthly(parts: dict[str, str], interval: int) -> str:
    months = _every(interval, "månad")
    day = _day_of_month(parts)
    return f"{day} {months}" if day else months


def _day_of_month(parts: dict[str, str]) -> str:
    if "BYSETPOS" in parts:
        return f"{_numbers(parts['BYSETPOS'])} vardagen"
    if "BYMONTHDAY" in parts:
        numbers = parts["BYMONTHDAY"].split(",")
        if numbers[0].startswith("-"):
            return f"{_numbers(parts['BYMONTHDAY'])} dagen"
        return "den " + joined([f"{number}:{'a' if number in ('1', '2') else 'e'}" for number in numbers])
    return _nth(parts["BYDAY"].split(",")) if "BYDAY" in parts else ""


def _nth(codes: list[str]) -> str:
    numbers = list(dict.fromkeys(code[:-2] for code in codes))
    days = list(dict.fromkeys(code[-2:] for code in codes))
    return f"{_numbers(','.join(numbers))} {joined([WEEKDAYS[CODES.index(day)] + 'en' for day in days])}"


def _numbers(numbers: str) -> str:
    return joined([_ORDINALS[int(number)] for number in numbers.split(",")])


def _yearly(parts: dict[str, str], interval: int) -> str:
    if "BYWEEKNO" in parts:
        parity = "udda" if parts["BYWEEKNO"].startswith("1,") else "jämna"
        return f"varje {_days(parts['BYDAY'])} {parity} veckor"
    month = MONTHS[int(parts["BYMONTH"]) - 1]
    years = _every(interval, "år")
    if "BYDAY" in parts:
        return f"{_day_of_month(parts)} i {month} {years}"
    return f"{years} den {parts['BYMONTHDAY']} {month}"
