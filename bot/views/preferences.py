"""A person's own settings: the form, what was filled in, and what is saved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.digest_policy import NEVER
from bot.domain.errors import FieldErrors
from bot.domain.kinds import KINDS, kind
from bot.domain.manners import Manners, Wants
from bot.domain.subscriptions import CADENCES
from bot.domain.swedish import WEEKDAYS, joined, sentence, sort_key
from bot.views import blocks, subscriptions
from bot.views.absences import days, planned_row
from bot.views.blocks import Block, Message, View, actions, button, field, message, modal, plain, section
from storage.absences import PlannedAbsence
from storage.subscriptions import Subscribed

Fields = Mapping[str, Any]
RED_DAYS = "Jag arbetar även röda dagar"
HOW = {Wants.DIRECT: "En påminnelse i taget", Wants.WEEKLY: "Allt i måndagens lista"}
HEARS = {**{per.value: sentence(said) for per, said in CADENCES.items()}, NEVER: "Aldrig"}
SHOWN_ABSENCES = SHOWN_SUBSCRIPTIONS = 20


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """`kinds` are keys of what the person is on, `absences` those that are not over, as of `today` where they are.

    `hears`: how often a chief is told how it is going; None for who is not. `subscribed`: what else they are told of.
    """

    manners: Manners
    kinds: Collection[str]
    absences: Sequence[PlannedAbsence]
    today: date
    hears: str | None = None
    subscribed: Sequence[Subscribed] = ()


@dataclass(frozen=True, slots=True)
class Leave:
    """`substitute` is a Slack user, chosen or not."""

    first: date
    last: date
    substitute: str | None


@dataclass(frozen=True, slots=True)
class ChosenSettings:
    manners: Manners
    leave: Leave | None
    hears: str | None = None


def opener() -> Message:
    """In a chat, where no window may open by itself."""
    text = "Här väljer du när och hur jag hör av mig, och säger till när du är borta."
    return message(text, [section(text), actions(open_button())])


def open_button() -> Block:
    return button("Mina inställningar", "preferences_form")


def form(settings: OwnSettings) -> View:
    shown = [*_hours(settings.manners), *_reminders(settings), *_standing(settings), *_away(settings)]
    return modal("preferences", "Mina inställningar", shown, submit="Spara")


def read_form(fields: Fields, before: Manners) -> ChosenSettings:
    """What the form does not ask stays as it was. Raises FieldErrors."""
    clocks = {name: time.fromisoformat(fields[name]) for name in ("quiet_from", "quiet_to", "work_from", "work_to")}
    manners = Manners(
        zone=before.zone,
        **clocks,
        workdays=frozenset(int(day) for day in fields["workdays"] or ()),
        works_red_days=bool(fields["works_red_days"]),
        muted=frozenset(fields["muted"]) if fields.get("muted") is not None else before.muted,
        wants=Wants(fields["wants"]),
        away=before.away,
    )
    return ChosenSettings(manners, _read_leave(fields), fields.get("hears"))


def saved(settings: OwnSettings) -> View:
    lines = [
        "*Dina inställningar är sparade.*",
        f"Tyst: {_span(settings.manners.quiet_from, settings.manners.quiet_to)}",
        f"Arbetstid: {_workdays(settings.manners)} {_span(settings.manners.work_from, settings.manners.work_to)}",
        f"Påminnelser: {_how(settings.manners)}",
        *([f"Läget: {HEARS[settings.hears].lower()}"] if settings.hears in HEARS else []),
        *(f"Borta: {days(one.away, settings.today)}. {_instead(one)}" for one in settings.absences[:SHOWN_ABSENCES]),
    ]
    return modal("preferences_saved", "Sparat", [section(*lines)])


def _hours(manners: Manners) -> list[Block]:
    workdays = [(day, sentence(WEEKDAYS[day])) for day in range(7)]
    red_days = _checkboxes([("yes", RED_DAYS)], ["yes"] if manners.works_red_days else [])
    quiet_hint = "Då skickar jag inget, utom om skyddade tillfällen."
    return [
        section("*När jag hör av mig*", f"Tiderna gäller i din tidszon i Slack, {_city(manners.zone)}."),
        field("quiet_from", "Tyst från", _clock(manners.quiet_from), hint=quiet_hint),
        field("quiet_to", "Tyst till", _clock(manners.quiet_to)),
        field("workdays", "Arbetsdagar", _checkboxes(workdays, manners.workdays)),
        field("work_from", "Arbetstiden börjar", _clock(manners.work_from)),
        field("work_to", "Arbetstiden slutar", _clock(manners.work_to)),
        field("works_red_days", "Röda dagar", red_days, optional=True),
    ]


def _reminders(settings: OwnSettings) -> list[Block]:
    manners = settings.manners
    hint = "I båda fallen frågar jag efteråt hur det gick."
    how = field("wants", "Hur vill du bli påmind?", blocks.radio(HOW.items(), initial=manners.wants), hint=hint)
    offered = sorted({*settings.kinds, *manners.muted} & KINDS.keys(), key=lambda key: sort_key(kind(key).name))
    if not offered:
        return [how]
    options = [blocks.option(sentence(kind(key).name), key) for key in offered]
    muted: Block = {"type": "multi_static_select", "options": options, "placeholder": plain("Välj aktiviteter")}
    if chosen := [one for one in options if one["value"] in manners.muted]:
        muted["initial_options"] = chosen
    hint = "Jag varken påminner dig eller frågar dig om dem. Rapporten ber jag någon annan om."
    return [how, field("muted", "Hör inte av dig om", muted, hint=hint, optional=True)]


def _standing(settings: OwnSettings) -> list[Block]:
    rows = [subscriptions.row(one) for one in settings.subscribed[:SHOWN_SUBSCRIPTIONS]]
    shown = [section("*Läget i din måndagslista*"), *rows] if rows else []
    if settings.hears is None:
        return shown
    known = settings.hears if settings.hears in HEARS else None
    how_often = blocks.radio(HEARS.items(), initial=known)
    hint = "Det kommer på periodens första måndag."
    return [*shown, field("hears", "Hur ofta vill du få läget?", how_often, hint=hint)]


def _away(settings: OwnSettings) -> list[Block]:
    substitute: Block = {"type": "users_select", "placeholder": plain("Välj kollega")}
    hint = "Får dina påminnelser då, och får veta det av mig. Skyddade tillfällen lämnar du över själv."
    return [
        section("*När du är borta*"),
        *(planned_row(one, settings.today) for one in settings.absences[:SHOWN_ABSENCES]),
        field("away_first", "Första dagen borta", {"type": "datepicker"}, optional=True),
        field("away_last", "Sista dagen borta", {"type": "datepicker"}, optional=True),
        field("substitute", "Ersättare", substitute, hint=hint, optional=True),
    ]


def _read_leave(fields: Fields) -> Leave | None:
    first, last, substitute = (fields.get(name) for name in ("away_first", "away_last", "substitute"))
    if not (first or last or substitute):
        return None
    if not first:
        raise FieldErrors({"away_first": "Välj också den första dagen du är borta."})
    if not last:
        raise FieldErrors({"away_last": "Välj också den sista dagen du är borta."})
    return Leave(date.fromisoformat(first), date.fromisoformat(last), substitute or None)


def _clock(at: time) -> Block:
    return {"type": "timepicker", "initial_time": f"{at:%H:%M}"}


def _checkboxes(options: Sequence[tuple[object, str]], ticked: Collection[object]) -> Block:
    rows = [(value in ticked, blocks.option(label, value)) for value, label in options]
    made: Block = {"type": "checkboxes", "options": [row for _, row in rows]}
    initial = [row for is_ticked, row in rows if is_ticked]
    return made | {"initial_options": initial} if initial else made


def _city(zone: ZoneInfo) -> str:
    """Gives "New York" for America/New_York."""
    return zone.key.rpartition("/")[2].replace("_", " ")


def _span(begins: time, ends: time) -> str:
    return f"kl. {_read_aloud(begins)}–{_read_aloud(ends)}"


def _read_aloud(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02}" if clock.minute else f"{clock.hour}"


def _workdays(manners: Manners) -> str:
    """Gives "måndag–fredag" for days in a row, "måndag, onsdag och lördag" otherwise."""
    worked = sorted(manners.workdays)
    in_a_row = len(worked) > 2 and worked[-1] - worked[0] == len(worked) - 1
    ends = (worked[0], worked[-1])
    said = "–".join(WEEKDAYS[day] for day in ends) if in_a_row else joined([WEEKDAYS[day] for day in worked])
    return f"{said}, även röda dagar," if manners.works_red_days else said


def _how(manners: Manners) -> str:
    names = [kind(key).name for key in sorted(manners.muted & KINDS.keys(), key=lambda key: sort_key(kind(key).name))]
    muted = f", men inget om {joined(names, 'eller')}" if names else ""
    return HOW[manners.wants].lower() + muted


def _instead(one: PlannedAbsence) -> str:
    return f"Ersättare: <@{one.substitute}>" if one.substitute else "Ingen ersättare"
