"""A person's own calendar: what stands in it, and what is said of its address and its files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain import spans
from bot.domain.calendar import DAY, local_day
from bot.domain.calendar_entry import CalendarEntry
from bot.domain.swedish import day_text, sentence
from bot.domain.words import Form, OccurrenceState, Part
from bot.views import occurrence_text
from bot.views.blocks import Block, Message, actions, button, confirm, escape, message, section
from storage.calendar_feeds import CalendarOccurrence
from storage.occurrences import Listed

NAME = "Löftet: mina tillfällen"
BUSY = "Upptaget"
ON_ITS_LAST_DAY = (*occurrence_text.QUESTION_LIKE, Form.DELIVERABLE)
PARTS = {Part.PARTICIPANT: "Du är med.", Part.SUBSTITUTE: "Du är ersättare."}
CHANGE_IT = "Flytta, lämna över eller ställ in: skriv mina till Löftet i Slack."
SECRET = "Adressen är hemlig och bara din: den som har den kan läsa dina tillfällen."
NOT_BY_ITSELF = "En fil ändras inte av sig själv. Ta en ny när något har flyttats eller ställts in."
HOW = (
    "Outlook: Lägg till kalender, Prenumerera från webben.",
    "Google Kalender, i en dator: Andra kalendrar, Från webbadress.",
    "iPhone och Mac: lägg till en kalenderprenumeration.",
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """`withheld` are how many protected ones are left out."""

    entries: Sequence[CalendarEntry]
    withheld: int


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """`made_at`: when the address was made, if there is one; `as_busy`: protected ones stand there as "Upptaget"."""

    made_at: datetime | None
    as_busy: bool


def entry(dated: CalendarOccurrence, uid: str, unnoted: datetime) -> CalendarEntry:
    """`unnoted`: when it was changed, where nobody has noted that."""
    one = dated.occurrence
    where = [*([one.place] if one.place else []), one.municipality]
    part = [PARTS.get(dated.part, f"Du {occurrence_text.leads(one)}.")] if dated.part else []
    bare = _bare(dated, uid, unnoted, _summary(one))
    return replace(
        bare,
        place=", ".join(dict.fromkeys(where)),
        description="" if bare.cancelled else "\n".join([*part, CHANGE_IT]),
    )


def busy_entry(dated: CalendarOccurrence, uid: str, unnoted: datetime) -> CalendarEntry:
    """Of a protected one: that something is on, and nothing of what or where."""
    return replace(_bare(dated, uid, unnoted, BUSY), private=True)


def about(calendar: Calendar) -> str:
    """What a calendar program shows of the whole."""
    if not calendar.withheld:
        return "Tillfällen som du ska vara med på."
    return f"Tillfällen som du ska vara med på. Skyddade som inte visas här: {calendar.withheld}."


def show(settings: CalendarSettings, now: datetime, *, public: bool) -> Message:
    """`public`: calendar programs reach the bot, so that there can be an address."""
    if not public:
        return _shown(settings, [NO_ADDRESS, NOT_BY_ITSELF], [_file_button()])
    if settings.made_at is None:
        return _shown(settings, [INVITATION, SECRET], [_make_button("Skapa adress"), _file_button()])
    since = day_text(local_day(settings.made_at), local_day(now))
    lines = [f"Du har en kalenderadress sedan {since}.", "Den visas bara när den skapas.", SECRET]
    return _shown(settings, lines, [_renew_button(), _close_button(), _file_button()])


NO_ADDRESS = "Jag har ingen adress på webben, så din kalender kan inte hämta tillfällena själv. Du får dem som en fil."
INVITATION = (
    "Dina tillfällen kan stå i Outlook, Google Kalender eller i telefonen. Kalendern hämtar dem från en adress som "
    "jag ger dig, eller så får du dem som en fil."
)


def address(url: str) -> Message:
    """Only to be shown, never stored. A lock screen does not get it."""
    lines = [*HOW, "Det kan dröja några timmar innan kalendern hämtar det som har ändrats.", SECRET]
    last = "Adressen visas bara nu. En adress som du har haft förut gäller inte längre."
    shown = [section("*Din kalenderadress*"), section(f"`{url}`"), section(*lines, last)]
    return message("Din kalenderadress är klar. Den står i meddelandet.", shown)


def all_told(calendar: Calendar) -> Message:
    """Before the file with everything."""
    hidden = [f"Skyddade som inte står i filen: {calendar.withheld}."] if calendar.withheld else []
    lines = ["Dina tillfällen kommer här som en kalenderfil. Öppna den, så läggs de in.", *hidden, NOT_BY_ITSELF]
    return message(" ".join(lines), [section(*lines)])


def one_told(occurrence: Listed, now: datetime) -> Message:
    """Before the file with one."""
    what = escape(sentence(occurrence_text.noticed(occurrence, now)))
    quiet = ["Skyddad: i filen står bara Upptaget, inte vad eller var."] if occurrence.protected else []
    lines = [f"{what}. Kalenderfilen kommer här.", *quiet, NOT_BY_ITSELF]
    return message(" ".join(lines), [section(*lines)])


def file_name(occurrence: Listed) -> str:
    """Gives "trygghetsvandring-2026-11-24.ics"."""
    what = "upptaget" if occurrence.protected else occurrence.kind.replace("_", "-")
    return f"{what}-{local_day(occurrence.starts_at)}.ics"


def open_button() -> Block:
    return button("Min kalender", "calendar_show")


def one_button(occurrence_id: int, about: str) -> Block:
    return button("Kalenderfil", "calendar_one", occurrence_id, about=about)


def _shown(settings: CalendarSettings, lines: Sequence[str], buttons: Sequence[Block]) -> Message:
    how = "står som Upptaget, utan vad och var" if settings.as_busy else "visas inte"
    said = ["Din kalender", *lines, f"Skyddade tillfällen {how}."]
    shown = section(f"*{said[0]}*", *said[1:])
    return message("\n".join(said), [shown, actions(*buttons, _busy_button(settings))])


def _busy_button(settings: CalendarSettings) -> Block:
    if settings.as_busy:
        return button("Visa inte skyddade", "calendar_busy", "no")
    return button("Visa skyddade som Upptaget", "calendar_busy", "yes")


def _make_button(label: str, sure: Block | None = None) -> Block:
    return button(label, "calendar_renew", confirm=sure)


def _renew_button() -> Block:
    lost = "Den gamla adressen slutar gälla. Kalendrar som läser den får inget mer."
    return _make_button("Ny adress", confirm("Ta en ny adress?", lost, "Ta en ny", "Behåll den gamla"))


def _close_button() -> Block:
    lost = "Kalendrar som läser adressen får inget mer."
    sure = confirm("Stäng adressen?", lost, "Stäng den", "Behåll den")
    return button("Stäng adressen", "calendar_close", confirm=sure)


def _file_button() -> Block:
    return button("Alla som kalenderfil", "calendar_all")


def _bare(dated: CalendarOccurrence, uid: str, unnoted: datetime, summary: str) -> CalendarEntry:
    """When it is and whether it stands; what and where is for the caller to say."""
    one = dated.occurrence
    starts, ends = _span(one)
    return CalendarEntry(
        uid=uid,
        sequence=_sequence(one),
        changed_at=dated.changed_at or unnoted,
        starts=starts,
        ends=ends,
        summary=summary,
        cancelled=one.state is OccurrenceState.CANCELLED,
        engages=one.form is Form.DATED,
    )


def _span(one: Listed) -> tuple[date | datetime, date | datetime]:
    """Whole days for what has no clock time; what is asked for at the end, or due, on its last day."""
    if one.form is Form.DATED:
        return one.starts_at, one.ends_at
    days = spans.days(one.form, one.starts_at, one.ends_at)
    return (days.last if one.form in ON_ITS_LAST_DAY else days.first), days.last + DAY


def _sequence(one: Listed) -> int:
    """To cancel is a change too, and programs keep what they have unless the number is higher."""
    return one.sequence + (one.state is OccurrenceState.CANCELLED)


def _summary(one: Listed) -> str:
    what = sentence(occurrence_text.what(one))
    if one.form in ON_ITS_LAST_DAY:
        what = f"Senast i dag: {one.title}" + (f", {one.label}" if one.label else "")
    elif one.form is Form.WINDOW and one.label:
        what = f"{what}, {one.label}"
    return f"Inställt: {what}" if one.state is OccurrenceState.CANCELLED else what
