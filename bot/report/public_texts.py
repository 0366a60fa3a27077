"""Texts for citizens, ready to be copied: an article, a post and a press release."""

from collections.abc import Iterator

from bot.domain import dated
from bot.domain import public_text as text
from bot.domain.kinds import kind
from bot.domain.public_contact import Contact
from bot.domain.public_follow_up import PublicActivity, PublicAgreement, PublicFollowUp
from bot.domain.swedish import joined, number, sentence
from bot.domain.words import Form
from bot.report.public_page import EXAMPLE

LONGEST_POST = 400
MOST_NAMED = 3
NOBODY_SPEAKS = "Det som skrevs under säger inte vem som uttalar sig."


def article(found: PublicFollowUp, address: str = "") -> str:
    """`address` is of the page, if it has one."""
    more = [f"Läs mer: {address}"] if address else []
    return "\n\n".join([headline(found), *_example(found), _lead(found), *_body(found), text.fresh(found), *more])


def post(found: PublicFollowUp, address: str = "") -> str:
    """At most 400 signs, of which the first sentence says it all."""
    parts = [
        first_sentence(found),
        *_more(found),
        *([EXAMPLE] if found.example else []),
        *_next(found),
        text.fresh(found),
    ]
    parts += [f"Läs mer: {address}"] if address else []
    while len(" ".join(parts)) > LONGEST_POST and len(parts) > 1:
        parts.pop(-2 if address and len(parts) > 2 else -1)
    return " ".join(parts)[:LONGEST_POST]


def press_release(found: PublicFollowUp, contact: Contact, address: str = "") -> str:
    who = text.speaker(found)
    ends = [
        f"Uttalar sig om löftet: {who}." if who else NOBODY_SPEAKS,
        f"Kontakt: {contact.function} hos {contact.authority}, {contact.reach}.",
    ]
    begins = f"Pressmeddelande {dated.day(found.made_on)}"
    return "\n\n".join([begins, article(found, address), *ends])


def headline(found: PublicFollowUp) -> str:
    went = "Så gick det" if text.over(found) else "Så går det"
    return f"{went} med det vi har lovat i {found.place}, {dated.stretch(found.period)}"


def first_sentence(found: PublicFollowUp) -> str:
    """What was done of what was promised, else what was done."""
    when = f"under {dated.stretch(found.period)}"
    if told := [_counted(one) for one in _largest(found)]:
        return f"I {found.place} har vi {when} gjort {joined(told)}."
    return f"Inget är rapporterat än av det vi har lovat i {found.place} {when}."


def _largest(found: PublicFollowUp) -> list[PublicActivity]:
    """The largest parts of the promise, however they went; without promised numbers, what there is most of."""
    done = [one for one in found.activities if one.done]
    kept = [(one.promise.here, one) for one in done if one.promise]
    counted = [(_count(one), one) for one in done if one.form in (Form.DATED, Form.WINDOW) and _in_times(one)]
    ranked = sorted(kept or counted, key=lambda pair: pair[0], reverse=True)
    return [one for _, one in ranked[:MOST_NAMED]]


def _in_times(one: PublicActivity) -> bool:
    return kind(one.kind).goal_measure is None


def _count(one: PublicActivity) -> int:
    return int("".join(filter(str.isdigit, one.done)) or 0)


def _counted(one: PublicActivity) -> str:
    """Gives "1 av 2 utlovade vandringar", "21 trafikkontroller"."""
    if one.promise:
        return f"{one.done} av {number(one.promise.here)} utlovade {one.promise.unit}"
    of_kind = kind(one.kind)
    return f"{one.done} {of_kind.name if one.done == '1' else of_kind.plural}"


def _more(found: PublicFollowUp) -> list[str]:
    """How many more activities something was done in."""
    named = len(_largest(found))
    more = sum(bool(one.done) for one in found.activities) - named
    if not named or more < 1:
        return []
    return [f"Vi har också arbetat med {more} {'annan aktivitet' if more == 1 else 'andra aktiviteter'}."]


def _lead(found: PublicFollowUp) -> str:
    return f"{first_sentence(found)} Det bygger på korta rapporter från dem som gör arbetet."


def _body(found: PublicFollowUp) -> Iterator[str]:
    for agreement in (*found.current, *found.closed):
        for area in agreement.areas:
            lines = [_line(one, agreement, over=agreement.over or text.over(found)) for one in area.activities]
            yield "\n".join([area.title, *lines])


def _line(one: PublicActivity, agreement: PublicAgreement, *, over: bool) -> str:
    """What was promised is only said where a number was, or something is to be done once."""
    promised = f" Vi lovade: {text.promised(one, agreement)}" if one.promise else ""
    became = "".join(f" {line}" for line in text.deficiencies(one))
    why = f" {sentence(one.deviations)}" if one.deviations else ""
    label = "Läget" if one.form is Form.DELIVERABLE else "Gjort"
    return f"– {one.title}.{promised} {label}: {text.brief(one, over=over)}{became}{why}"


def _next(found: PublicFollowUp) -> list[str]:
    """The nearest day that may be told."""
    days = [(one.ahead[0], one) for one in found.activities if one.ahead and one.form is Form.DATED]
    days = [pair for pair in days if pair[0].day >= found.made_on]
    if not days:
        return []
    nearest, one = min(days, key=lambda pair: pair[0].day)
    return [f"Närmast: {kind(one.kind).name} {dated.day(nearest.day)}."]


def _example(found: PublicFollowUp) -> list[str]:
    return [EXAMPLE] if found.example else []
