"""What a text becomes as a draft: days to be ready by, numbers of a season, and what cannot be saved."""

from datetime import date

import pytest
from sqlmodel import Session, select

from bot.domain.agreement_draft_of_text import draft_of_text
from bot.domain.agreement_file import ActivityEntry
from bot.domain.agreement_text import read_agreement_text
from bot.domain.permissions import Actor
from bot.domain.words import Form, GoalOrigin, Per, Role
from bot.services import agreement_drafts, agreement_saving, agreement_text
from bot.views import agreement_review as views
from storage.models import OutboxMessage
from tests.agreement_talk import TEXT
from tests.factories import NOW, acting, municipality, person

FRAME = "Medborgarlöfte för Grums kommun {years}\n\nPolisen och Grums kommun lovar att:\n• {promise}\n"


@pytest.fixture
def dina(session: Session) -> Actor:
    return acting(session, person(session, "UDINA", Role.COORDINATOR, place=municipality(session, "Timrå")))


def entry_of(promise: str, years: str = "2027") -> ActivityEntry:
    [one] = draft_of_text(read_agreement_text(FRAME.format(years=years, promise=promise))).activities
    return one.entry


def proposed(session: Session, dina: Actor, text: str) -> str:
    draft_id = agreement_text.begin(session, dina, agreement_text.read(text), NOW)
    key = f"agreement:{draft_id}:{views.HEAD}:"
    [head] = session.exec(select(OutboxMessage).where(OutboxMessage.key == key))
    said: str = (head.payload or {})["text"]
    return said


@pytest.mark.parametrize(
    ("promise", "years", "due"),
    [
        ("kommunen tar fram en plan för belysningen senast den 30 september 2027", "2027–2028", date(2027, 9, 30)),
        ("kommunen tar fram en plan för belysningen senast i juni 2028", "2027–2028", date(2028, 6, 30)),
        ("kommunen tar fram en plan för belysningen senast 30 september", "2027", date(2027, 9, 30)),
        ("kommunen tar fram en plan för belysningen senast 30 september", "2027–2028", None),
    ],
)
def test_what_is_to_be_ready_has_its_day(promise: str, years: str, due: date | None) -> None:
    found = entry_of(promise, years)
    assert (found.form, found.due_on) == (Form.DELIVERABLE, due)


@pytest.mark.parametrize(
    ("promise", "goals"),
    [
        ("gå trygghetsvandring minst två gånger per år under sommaren", [(2, Per.YEAR, GoalOrigin.PROMISED)]),
        ("fotpatrullera i centrum två gånger i veckan", [(2, Per.WEEK, GoalOrigin.PROMISED)]),
        ("fotpatrullera i centrum två gånger i veckan under sommaren", []),
    ],
)
def test_a_week_of_the_summer_is_no_number_of_the_year(
    promise: str, goals: list[tuple[int, Per, GoalOrigin]]
) -> None:  # fmt: skip
    assert [(goal.count, goal.per, goal.origin) for goal in entry_of(promise).goals] == goals


def test_it_is_told_at_once_that_a_place_is_not_there(session: Session, dina: Actor) -> None:
    head = proposed(session, dina, FRAME.format(years="2027", promise="gå trygghetsvandring två gånger per år"))
    assert "Grums finns inte i boten än. Be administratören lägga till kommunen. Till dess går" in head


def test_a_text_without_activities_asks_for_them(session: Session, dina: Actor) -> None:
    head = proposed(session, dina, "Hej! Vi ses på torsdag och fikar.")
    assert "Lägg till aktiviteter nedan, eller tryck på Spara inte och skicka en annan text." in head


def test_what_holds_already_is_not_taken_in_again_unknowingly(session: Session, dina: Actor) -> None:
    assert "Finns redan" not in proposed(session, dina, TEXT)
    [draft] = agreement_drafts.waiting(session, dina, NOW)
    agreement_drafts.take_all(session, dina, draft.draft_id, NOW)
    agreement_saving.save(session, dina, draft.draft_id, NOW)

    assert (
        "Finns redan för samma tid: Medborgarlöfte för Timrå 2027–2028. "
        "Är det samma sak: tryck på Spara inte, och ändra den som finns under avtal."
    ) in proposed(session, dina, TEXT)
