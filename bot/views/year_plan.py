"""The form to plan a year of an activity, and what was filled in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.domain.errors import FieldErrors
from bot.domain.kinds import unit_of
from bot.domain.periods import Period
from bot.domain.plan_line import STRETCHES, EachWindow, Hours, Line, ahead_of, read_line
from bot.domain.school_holidays import Habit, habit
from bot.domain.screening import refusal
from bot.domain.swedish import WEEKDAYS, number, sentence
from bot.domain.swedish_words import name
from bot.domain.words import Form
from bot.domain.year_plan_start import YearStart
from bot.views.activities import ChosenPeople, agreed, by_part, people_fields, read_form
from bot.views.blocks import (
    Block,
    View,
    actions,
    button,
    context,
    escape,
    field,
    modal,
    number_input,
    option,
    section,
    select,
    text_input,
)
from storage.activities import Plannable
from storage.models import Goal
from storage.occurrences import Named

Fields = Mapping[str, Any]
LONGEST_LINE = 200
ANY_DAY = "any"
ASKED = "Det kan jag inte läsa som dagar. Skriv hur många, eller när."
EACH = (Form.CONTINUOUS, Form.WHEN_NEEDED)
WEEKS = {"week": "vecka", "fortnight": "två veckor", "month": "månad"}
CADENCES = {"week": "vecka", "month": "månad", "quarter": "kvartal", "tertial": "tertial", "half_year": "halvår"}
SCHOOL = {
    Habit.AVOID: "Undvik skollov",
    Habit.PREFER: "Helst på skollov",
    Habit.EITHER: "Skollov spelar ingen roll",
}
KEPT = (
    "count", "line", "weekday", "starts", "ends", "stretch", "first", "last", "avoid", "school", "place",
    "lead", "others", "substitutes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class YearForm:
    """What the form begins with."""

    activity: Plannable
    within: Period
    goal: Goal | None
    already: int
    start: YearStart
    named: Sequence[Named]
    has_holidays: bool


@dataclass(frozen=True, slots=True)
class AskedYear:
    """What was wished. `raw` are the fields as they were, to show them again."""

    activity_id: int
    within: Period
    count: int | None
    line: Line | None
    clock: Hours | None
    weekday: int | None
    stretch: str
    avoid_red: bool
    school: Habit
    chosen: ChosenPeople
    place: str
    raw: Fields


def form(found: YearForm, filled: Fields | None = None) -> View:
    """`filled` is what somebody wrote before, and wants to change."""
    given = _first(found) if filled is None else filled
    activity = found.activity
    blocks = [
        section(f"*{escape(activity.title)}, {escape(activity.municipality)}*", *_known(found)),
        *(_often(given, activity.form) if activity.form in EACH else _how(given, activity.form)),
        field("first", "Från", _date(given, "first")),
        field("last", "Till", _date(given, "last")),
        *([] if activity.form in EACH else _taste(given, found)),
        *people_fields(read_form(given), may_lack_lead=True),
        field("place", "Plats", text_input(given.get("place") or "", longest=100), optional=True),
    ]
    return modal("year_plan", "Planera året", blocks, submit="Visa förslag", private=str(activity.id))


def read(fields: Fields, activity_id: int, now: datetime) -> AskedYear:
    """Raises FieldErrors."""
    within = Period(date.fromisoformat(fields["first"]), date.fromisoformat(fields["last"]))
    if within.last < within.first:
        raise FieldErrors({"last": "Sista dagen kan inte komma före den första. Välj en senare dag."})
    place, weekday = (fields.get("place") or "").strip(), fields.get("weekday")
    if why := refusal(place, place=True):
        raise FieldErrors({"place": why})
    return AskedYear(
        activity_id=activity_id,
        within=within,
        count=_count(fields),
        line=_line(fields, ahead_of(within, now)),
        clock=_clock(fields),
        weekday=int(weekday) if weekday and weekday != ANY_DAY else None,
        stretch=fields.get("stretch") or "month",
        avoid_red="red" in (fields.get("avoid") or ()),
        school=Habit(fields.get("school") or Habit.EITHER),
        chosen=read_form(fields),
        place=place,
        raw={key: fields[key] for key in KEPT if key in fields},
    )


def carried(asked: AskedYear, fingerprint: str) -> str:
    """All of it, for the next view."""
    return json.dumps({"activity": asked.activity_id, "seen": fingerprint, **asked.raw}, ensure_ascii=False)


def read_carried(private: str, now: datetime) -> tuple[AskedYear, str]:
    """And the fingerprint of what was seen."""
    fields: dict[str, Any] = json.loads(private)
    return read(fields, int(fields["activity"]), now), str(fields["seen"])


def _first(found: YearForm) -> Fields:
    activity, start, chosen = found.activity, found.start, by_part(found.named)
    return {
        "count": str(start.count) if start.count else "",
        "line": start.line,
        "stretch": _stretch(found),
        "first": found.within.first.isoformat(),
        "last": found.within.last.isoformat(),
        "avoid": ["red"],
        "school": habit(activity.kind).value,
        "place": activity.place,
        "lead": chosen.lead,
        "others": chosen.others,
        "substitutes": chosen.substitutes,
    }


def _stretch(found: YearForm) -> str:
    activity = found.activity
    offered = CADENCES if activity.form in EACH else WEEKS
    if found.start.stretch in offered:
        return found.start.stretch
    return activity.window or (activity.cadence.value if activity.cadence else "month")


def _known(found: YearForm) -> list[str]:
    goal, said = found.goal, agreed(found.activity)
    if said and found.start.asks and found.activity.form not in EACH:
        said = [f"{said[0]} {ASKED}"]
    if goal:
        unit = escape(unit_of(goal.count, goal.unit))
        said.append(f"{sentence(name(goal.origin))}: {number(goal.count)} {unit} {name(goal.per)}.")
    else:
        said.append("Inget antal är bestämt.")
    if found.already:
        said.append(f"Redan planerade i perioden: {number(found.already)}.")
    return said


def _how(given: Fields, form: Form) -> list[Block]:
    shown = given.get("count")
    count = number_input(int(shown) if shown else None, smallest=1)
    line = text_input(given.get("line") or "", longest=LONGEST_LINE, placeholder="varannan tisdag kl. 18–20 till maj")
    hint = "Till exempel alla helgfria torsdagar, varje skollov, eller 3 mars, 7 april. Gäller i stället för antalet."
    blocks = [
        field("count", "Hur många planerar ni?", count, hint="Jag sprider dem jämnt. Får vara tomt.", optional=True),
        field("line", "Eller: när?", line, hint=hint, optional=True),
    ]
    return [*blocks, *(_clocks(given) if form is Form.DATED else _often(given, form))]


def _clocks(given: Fields) -> list[Block]:
    days = [(ANY_DAY, "Vilken vardag som helst"), *((day, sentence(text)) for day, text in enumerate(WEEKDAYS))]
    hint = "Behövs inte om tiden står i texten ovanför."
    return [
        field("weekday", "Veckodag", select(days, initial=given.get("weekday") or ANY_DAY)),
        field("starts", "Börjar", _time(given, "starts"), hint=hint, optional=True),
        field("ends", "Slutar", _time(given, "ends"), optional=True),
    ]


def _often(given: Fields, form: Form) -> list[Block]:
    lengths, label = (CADENCES, "En gång per") if form in EACH else (WEEKS, "Varje tillfälle gäller en hel")
    return [field("stretch", label, select(lengths.items(), initial=given.get("stretch")))]


def _taste(given: Fields, found: YearForm) -> list[Block]:
    avoid = option("Undvik röda dagar och aftnar", "red")
    red: Block = {"type": "checkboxes", "options": [avoid]}
    red |= {"initial_options": [avoid]} if given.get("avoid") else {}
    school = select([(key.value, label) for key, label in SCHOOL.items()], initial=given.get("school"))
    fields = [field("avoid", "Röda dagar", red, optional=True), field("school", "Skollov", school)]
    if found.has_holidays:
        return fields
    town = escape(found.activity.municipality)
    return [*fields, context(f"Inga skollov är inlagda för {town}."), actions(button("Skollov", "school_holiday_list"))]


def _date(given: Fields, key: str) -> Block:
    return {"type": "datepicker"} | ({"initial_date": given[key]} if given.get(key) else {})


def _time(given: Fields, key: str) -> Block:
    picker = {"type": "timepicker", "timezone": "Europe/Stockholm"}
    return picker | ({"initial_time": given[key]} if given.get(key) else {})


def _count(fields: Fields) -> int | None:
    typed = fields.get("count")
    if typed and not typed.isdecimal():
        raise FieldErrors({"count": "Skriv ett helt antal, eller lämna tomt."})
    return int(typed) if typed else None


def _line(fields: Fields, now: datetime) -> Line | None:
    text = (fields.get("line") or "").strip()
    if "count" not in fields and "line" not in fields and "stretch" in fields:
        return EachWindow(STRETCHES[fields["stretch"]])
    return read_line(text, now) if text else None


def _clock(fields: Fields) -> Hours | None:
    begins, ends = fields.get("starts"), fields.get("ends")
    if not begins:
        return None
    return Hours(time.fromisoformat(begins), time.fromisoformat(ends) if ends else None)
