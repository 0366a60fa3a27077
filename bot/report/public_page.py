"""The page for citizens: one file, in plain Swedish, that says what was promised, what is done and what comes next."""

from collections.abc import Iterable, Iterator, Sequence

from bot.domain import dated
from bot.domain import public_text as text
from bot.domain.public_contact import Contact
from bot.domain.public_follow_up import PublicActivity, PublicAgreement, PublicArea, PublicFollowUp
from bot.domain.swedish import joined
from bot.domain.words import Form
from bot.report import statement
from bot.report.html import Html, join, table, tag
from bot.report.html import page as whole_page

ABOUT, CONTACT = "om-siffrorna", "kontakt"
UPDATING = "Sidan uppdateras"
AGAIN = "Sidan om vad vi har lovat och gjort visas inte just nu. Kom tillbaka om några dagar."
EXAMPLE = "Det här är ett exempel. Siffrorna är påhittade."


def page(found: PublicFollowUp, contact: Contact) -> str:
    title = f"Det här har vi lovat och gjort i {found.place}, {dated.stretch(found.period)}"
    main = [
        tag("h1", title),
        *([tag("p", tag("strong", EXAMPLE))] if found.example else []),
        tag("p", _lead(found)),
        _contents(found),
        *(_agreement(one, found, f"lofte-{number}") for number, one in enumerate(found.current, 1)),
        *_closed(found),
        _about(found),
        _contact(contact),
        statement.statement(contact),
    ]
    foot = tag("p", f"{contact.authority}. {text.fresh(found)}")
    return whole_page(title, *main, foot=foot, about=_lead(found))


def updating(contact: Contact | None) -> str:
    """What stands in the page's place while it is not shown."""
    ask = [tag("p", f"Behöver du svar nu? {_turn_to(contact)}")] if contact else []
    return whole_page(UPDATING, tag("h1", UPDATING), tag("p", AGAIN), *ask)


def _lead(found: PublicFollowUp) -> str:
    signed = list(dict.fromkeys(name for one in found.agreements for name in one.signed))
    who = joined(signed) or "vi som har skrivit under"
    return f"Här ser du vad {who} har lovat, vad som är gjort och vad som kommer härnäst."


def _contents(found: PublicFollowUp) -> Html:
    links = [(f"lofte-{number}", one.title) for number, one in enumerate(found.current, 1)]
    if found.closed or found.earlier:
        links.append(("avslutade", "Avslutade löften"))
    links += [(ABOUT, "Om siffrorna"), (CONTACT, "Kontakt"), (statement.ID, statement.TITLE)]
    rows = (tag("li", tag("a", name, href=f"#{id_}")) for id_, name in links)
    return tag("nav", tag("ul", *rows), aria_label="På den här sidan")


def _agreement(one: PublicAgreement, found: PublicFollowUp, id_: str) -> Html:
    head = tag("h2", one.title, id=id_)
    return join([head, *_frame(one), _overview(one, over=text.over(found)), *_areas(one, found, level=3, closed=False)])


def _closed(found: PublicFollowUp) -> Iterator[Html]:
    """Of those that were over before the period there are only the counts."""
    if not (found.closed or found.earlier):
        return
    yield tag("h2", "Avslutade löften", id="avslutade")
    yield tag("p", "De här gäller inte längre. De står kvar så att du kan se vad som lovades och vad som blev av.")
    for one in (*found.closed, *found.earlier):
        yield join([tag("h3", one.title), tag("p", f"{text.signed(one, closed=True)} {text.ended(one)}")])
        if one in found.closed:
            yield from _areas(one, found, level=4, closed=True)
        else:
            yield _overview(one, over=True)


def _frame(one: PublicAgreement) -> Iterator[Html]:
    yield tag("p", text.signed(one))
    if one.partners:
        yield tag("p", f"Med i arbetet är också {joined(one.partners)}.")


def _overview(one: PublicAgreement, *, over: bool) -> Html:
    rows = [(act.title, text.promised(act, one), text.brief(act, over=over)) for act in one.activities]
    elsewhere = [tag("p", line) for line in text.via(one)]
    if not rows:
        return join(elsewhere or [tag("p", "Inga aktiviteter är inlagda än.")])
    shown = table(f"I korthet: {one.title}", ("Aktivitet", "Vi lovade", "Det här har vi gjort"), rows)
    return join([shown, *elsewhere])


def _areas(one: PublicAgreement, found: PublicFollowUp, *, level: int, closed: bool) -> Iterator[Html]:
    for area in one.areas:
        yield tag(f"h{level}", area.title)
        yield from _aims(area)
        for activity in area.activities:
            yield tag(f"h{level + 1}", activity.title)
            yield _activity(activity, one, over=closed or text.over(found), closed=closed)


def _aims(area: PublicArea) -> Iterator[Html]:
    if area.problem:
        yield tag("p", tag("strong", "Problemet: "), area.problem)
    if area.goal:
        yield tag("p", tag("strong", "Målet: "), area.goal)


def _activity(one: PublicActivity, agreement: PublicAgreement, *, over: bool, closed: bool) -> Html:
    state = text.state(one, over=over)
    rows = [
        ("Vi lovade", [text.promised(one, agreement)]),
        ("Läget", [f"{state}."] if state and one.form is not Form.DELIVERABLE else []),
        ("Det här har vi gjort", text.done(one, over=over)),
        ("Det här har vi upptäckt", [text.found(one)] if one.found else []),
        ("Det som inte blev som tänkt", [one.deviations] if one.deviations else []),
        ("Det här kommer härnäst", text.ahead(one, closed=closed)),
        ("Vi som gjorde det" if closed else "Vi som gör det", [f"{joined(one.parties)}."] if one.parties else []),
    ]
    return tag("dl", *(part for name, lines in rows if lines for part in _term(name, lines)))


def _term(name: str, lines: Sequence[str]) -> Iterable[Html]:
    return (tag("dt", name), *(tag("dd", line) for line in lines))


def _about(found: PublicFollowUp) -> Html:
    return join([tag("h2", "Om siffrorna", id=ABOUT), tag("ul", *(tag("li", line) for line in text.notes(found)))])


def _contact(contact: Contact) -> Html:
    return join([tag("h2", "Kontakt", id=CONTACT), tag("p", _turn_to(contact))])


def _turn_to(contact: Contact) -> str:
    return f"Frågor om löftet besvaras av {contact.function} hos {contact.authority}: {contact.reach}."
