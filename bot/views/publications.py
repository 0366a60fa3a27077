"""What a coordinator sees before and after citizens are told how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import dated
from bot.domain.calendar import local_day
from bot.domain.periods import Period
from bot.domain.public_contact import Contact
from bot.domain.public_follow_up import PublicFollowUp
from bot.domain.public_text import speaker
from bot.domain.swedish import day_text, file_stem, number
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    cut,
    escape,
    message,
    modal,
    option,
    section,
    sections,
)
from storage.publications import Published

MENU = (("contact", "Kontakt och tillgänglighet"), ("withdraw", "Avpublicera"))
CHANGED = "Siffrorna har ändrats sedan du såg dem, så inget är publicerat. Så här är de nu."
NO_SPEAKER = "Det som skrevs under säger inte vem som uttalar sig. Bestäm det innan du publicerar."
WITHHELD = "Något på den har blivit skyddat. Där jag visade den står nu att den uppdateras."
ELSEWHERE = "Ligger sidan som fil eller texterna på andra ställen? Ta bort dem där också."
AGAIN = "Den nya sidan säger varken tid eller plats för det som är skyddat. Du ser den innan den publiceras."
NO_CONTACT = "Kontakt och redogörelse för tillgänglighet saknas. De behövs innan du kan publicera."
PROTECTED = "Skyddade tillfällen som inte är över är inte med."
LONGEST_NAME, MOST_PLACES = 150, 20


@dataclass(frozen=True, slots=True)
class Ref:
    """What a button is about; `seen` is a mark of the numbers that were shown beside it."""

    municipality_id: int
    period: Period
    seen: str = ""

    def __str__(self) -> str:
        return f"{self.municipality_id}:{self.period.first}:{self.period.last}:{self.seen}"


@dataclass(frozen=True, slots=True)
class Offer:
    """`page` is the newest that was published, if any; `address` is where the bot serves it, empty if it does not."""

    ref: Ref
    found: PublicFollowUp
    contact: Contact | None
    page: Published | None
    address: str


@dataclass(frozen=True, slots=True)
class WhichPage:
    """Several municipalities may be meant, each (id, name)."""

    places: Sequence[tuple[int, str]]
    period: Period


def file_name(found: Offer) -> str:
    """In ASCII, as files are named."""
    place = file_stem(found.found.place, "-")
    return f"aterkoppling-{place}-{found.ref.period.first}--{found.ref.period.last}.html"


def read_value(value: str) -> Ref:
    municipality_id, first, last, *seen = value.split(":")
    return Ref(int(municipality_id), Period(date.fromisoformat(first), date.fromisoformat(last)), "".join(seen))


def which(found: WhichPage) -> Message:
    text = f"Vilken kommun gäller återkopplingen för {dated.stretch(found.period)}?"
    buttons = [
        button(cut(place, 75), "publication_show", Ref(municipality_id, found.period))
        for municipality_id, place in found.places[:MOST_PLACES]
    ]
    left = len(found.places) - len(buttons)
    more = [f"{left} till visas inte här. Skriv återkoppling och kommunens namn till mig."] if left else []
    return message("\n".join([text, *more]), [section(f"*{text}*", *more), actions(*buttons)])


def offer(found: Offer, now: datetime, *, changed: bool = False) -> Message:
    title = f"Återkoppling till medborgarna i {about(found)}"
    lines = [*([CHANGED] if changed else []), *_content(found), *_who(found), _state(found, now)]
    return _told(title, lines, _buttons(found))


def published(found: Offer, now: datetime) -> Message:
    served = f"Sidan finns på {found.address}" if found.address else "Hämta sidan som fil och lägg den på webben."
    lines = [_state(found, now), served, "Det som publicerats förut är sparat."]
    page = found.page.id if found.page else ""
    buttons = [button("Hämta filen", "publication_file", page), button("Texter", "publication_texts", found.ref)]
    return _told(f"Publicerat: återkoppling i {about(found)}", lines, actions(*buttons, _menu(found)))


def preview_sent(found: Offer) -> Message:
    return _plain(
        f"Sidan om {about(found)} kommer som fil i vårt direktmeddelande. Öppna den i en webbläsare.",
        "Inget är publicerat.",
    )


def withheld(page: Published, place: str) -> Message:
    fact = escape(f"Sidan för medborgarna i {cut(place, LONGEST_NAME)} visas inte längre")
    lines = [WITHHELD, ELSEWHERE, AGAIN]
    again = button("Publicera på nytt", "publication_show", Ref(page.municipality_id, page.about))
    return message("\n".join([fact, *lines]), [section(f"*{fact}*", *lines), actions(again)])


def file_sent(found: Published) -> Message:
    period = dated.stretch(found.about)
    return _plain(f"Sidan för {period} kommer som fil i vårt direktmeddelande, så som den publicerades.")


def withdraw_form(found: Published, ref: Ref) -> View:
    """`ref` is what the message beneath is about."""
    period = dated.stretch(found.about)
    shown = [section(f"Sidan för {period} slutar visas genast. Den sparas, och det går att publicera en ny.")]
    private = f"{found.id}:{ref}"
    return modal("publication_withdraw", "Avpublicera sidan", shown, submit="Avpublicera", private=private)


def withdrawn() -> View:
    lines = ("Avpublicerad. Ingen sida visas nu.", "Skriv återkoppling till mig när du vill publicera en ny.")
    return modal("publication_withdraw", "Avpublicerad", [section(*lines)])


def nothing_to_withdraw() -> View:
    return modal("publication_withdraw", "Avpublicera sidan", [section("Ingen sida visas, så inget är ändrat.")])


def _content(found: Offer) -> list[str]:
    public = found.found
    shown = list(public.activities)
    with_number = sum(one.promise is not None for one in shown)
    lines = [
        f"Sidan visar {_counted(len(shown), 'aktivitet', 'aktiviteter')}. Med ett utlovat antal: {with_number}. "
        "Planerade antal visas inte.",
    ]
    if public.small:
        lines.append(f"Tal som skrivs ”färre än {public.threshold}”: {public.small}.")
    if public.unchanged:
        lines.append(
            f"Tal om människor som står kvar från en tidigare sida: {public.unchanged}. "
            f"De ändras när skillnaden är minst {public.threshold}."
        )
    return [*lines, *([PROTECTED] if public.withheld else [])]


def _who(found: Offer) -> list[str]:
    public, contact = found.found, found.contact
    newest = (
        f"Nyaste rapport: {day_text(public.newest, public.made_on)}." if public.newest else "Det finns inga rapporter."
    )
    missing = f"Saknar rapport: {public.missing}." if public.missing else "Inga rapporter saknas."
    who = speaker(public)
    return [
        f"{newest} {missing}",
        f"Uttalar sig: {escape(who)}, enligt det som skrevs under." if who else NO_SPEAKER,
        f"Kontakt: {escape(contact.function)} hos {escape(contact.authority)}." if contact else NO_CONTACT,
    ]


def _state(found: Offer, now: datetime) -> str:
    page, today = found.page, local_day(now)
    if page is None:
        return "Ingen sida är publicerad än."
    period = dated.stretch(page.about)
    if page.withdrawn_at:
        when = day_text(local_day(page.withdrawn_at), today)
        if page.withheld:
            return f"Sidan för {period} visas inte sedan {when}. {WITHHELD}"
        return f"Ingen sida visas. Den för {period} avpublicerades {when}."
    return f"<@{page.user_id}> publicerade sidan för {period} {day_text(local_day(page.at), today)}."


def _buttons(found: Offer) -> Block:
    sure = confirm(
        "Publicera sidan?", "Den ersätter det som visas nu, och alla kan läsa den.", "Publicera sidan", "Vänta"
    )
    return actions(
        button("Förhandsgranska", "publication_preview", found.ref),
        button("Publicera", "publication_publish", found.ref, style="primary", confirm=sure),
        button("Texter", "publication_texts", found.ref),
        _menu(found),
    )


def _menu(found: Offer) -> Block:
    is_there = found.page is not None and (found.page.stands or found.page.withheld)
    choices = MENU if is_there else MENU[:1]
    rows = [option(label, f"{what}:{found.ref}") for what, label in choices]
    return {"type": "overflow", "action_id": "publication_menu", "options": rows}


def about(found: Offer) -> str:
    """Gives "Timrå, 2026"."""
    return f"{cut(found.found.place, LONGEST_NAME)}, {dated.stretch(found.ref.period)}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many}"


def _told(title: str, lines: Sequence[str], buttons: Block) -> Message:
    heading = escape(title)
    return message("\n".join([heading, *lines]), [*sections(f"*{heading}*", *lines), buttons])


def _plain(*lines: str) -> Message:
    return message("\n".join(lines), [section(*map(escape, lines))])
