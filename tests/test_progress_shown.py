"""What other agreements do, in the answer about the one that they belong to, counted once."""

from datetime import date
from uuid import uuid4

from sqlmodel import Session

from bot.domain.words import AgreementKind, AgreementState, Role
from bot.services import progress_overview
from bot.views import progress as views
from bot.views.progress_found import Overview, Scope, SeveralAgreements, read_scope
from storage.models import Activity, Agreement, FocusArea, Municipality
from tests import progress_rows as rows
from tests.factories import acting, municipality, person
from tests.progress_rows import MONDAY

COLLABORATION = AgreementKind.COLLABORATION


def family(session: Session, place: Municipality) -> tuple[Agreement, Agreement, Activity]:
    """An agreement with council meetings, its promise, and the checks that this promises."""
    whole, promise = rows.agreement(session, place, COLLABORATION), rows.agreement(session, place)
    promise.parent_id = whole.id
    rows.activity(session, whole, place, "radsmote", "Rådet")
    checks = rows.activity(session, promise, place, "trafikkontroll", "kontroller", goal=12)
    session.flush()
    return whole, promise, checks


def asked(session: Session, place: Municipality, text: str) -> Overview:
    eva = acting(session, person(session, uuid4().hex, Role.CHIEF, place=place), MONDAY)
    found = progress_overview.ask(session, eva, text, MONDAY)
    assert isinstance(found, Overview)
    return found


def titles(found: Overview) -> list[tuple[str, str]]:
    return [(one.frame.focus_area, one.frame.title) for one in found.activities]


def test_the_activities_of_a_promise_show_in_the_agreement_that_it_belongs_to(session: Session) -> None:
    place = municipality(session)
    family(session, place)

    found = asked(session, place, "läget samverkan")

    assert titles(found) == [("Trygghet", "Rådet"), ("Trygghet", "kontroller")]
    assert "1 av aktiviteterna visas från medborgarlöftet, och räknas där." in views.overview(found, MONDAY)["text"]


def test_a_year_that_is_not_the_calendars_is_named(session: Session) -> None:
    place = municipality(session)
    whole, _, _ = family(session, place)
    year = "I samverkansöverenskommelsen är året april 2026–mars 2027."
    assert year not in views.overview(asked(session, place, "läget samverkan"), MONDAY)["text"]

    whole.first_month = 4
    session.flush()
    assert year in views.overview(asked(session, place, "läget samverkan"), MONDAY)["text"]
    assert year not in views.overview(asked(session, place, "läget samverkan i år"), MONDAY)["text"]


def test_one_that_is_referred_to_stands_under_the_title_that_refers_to_it_and_once(session: Session) -> None:
    place = municipality(session)
    whole, promise, checks = family(session, place)
    session.add(FocusArea(agreement_id=whole.id, position=2, title="Trafik", via=[f"{promise.key}/{checks.key}"]))
    session.flush()

    assert titles(asked(session, place, "läget samverkan")) == [("Trygghet", "Rådet"), ("Trafik", "kontroller")]


def test_the_promise_shows_its_own_alone(session: Session) -> None:
    place = municipality(session)
    family(session, place)

    assert titles(asked(session, place, "läget")) == [("Trygghet", "kontroller")]


def test_a_promise_that_was_terminated_is_not_shown(session: Session) -> None:
    place = municipality(session)
    _, promise, _ = family(session, place)
    promise.state = AgreementState.TERMINATED

    assert titles(asked(session, place, "läget samverkan")) == [("Trygghet", "Rådet")]


def test_a_list_with_both_counts_each_once(session: Session) -> None:
    place, other = municipality(session), municipality(session, "Ockelbo")
    whole, promise, _ = family(session, place)
    promise.kind = COLLABORATION
    rows.agreement(session, other, COLLABORATION)
    eva = person(session, "UEVA", Role.CHIEF, place=place)
    rows.grant(session, eva, Role.CHIEF, other)

    found = progress_overview.ask(session, acting(session, eva, MONDAY), "läget samverkan", MONDAY)

    assert isinstance(found, SeveralAgreements)
    counts = {one.agreement.id: len(one.activities) for one in found.overviews}
    assert (counts[whole.id], counts[promise.id]) == (1, 1)


def test_a_line_of_a_list_opens_what_has_all_that_it_counts(session: Session) -> None:
    place, other = municipality(session), municipality(session, "Ockelbo")
    whole, _, _ = family(session, place)
    rows.agreement(session, other)
    eva = person(session, "UEVA", Role.CHIEF, place=place)
    rows.grant(session, eva, Role.CHIEF, other)

    found = progress_overview.ask(session, acting(session, eva, MONDAY), "läget", MONDAY)
    line, *_ = [block for block in views.answer(found, MONDAY)["blocks"] if "accessory" in block]

    assert line["text"]["text"] == "*Hofors:* 1 ligger efter, 1 går inte att bedöma"
    assert read_scope(line["accessory"]["value"]) == Scope(whole.id)


def test_what_a_revision_ended_is_not_judged_any_more(session: Session) -> None:
    place = municipality(session)
    _, _, checks = family(session, place)
    checks.ended_on = rows.MONDAY.date().replace(day=1)

    assert titles(asked(session, place, "läget")) == []
    assert titles(asked(session, place, "läget 2026")) == [("Trygghet", "kontroller")]


def test_what_was_terminated_is_judged_to_its_last_day(session: Session) -> None:
    place = municipality(session)
    _, promise, _ = family(session, place)
    promise.terminated_on, promise.state = date(2026, 6, 30), AgreementState.TERMINATED

    found = asked(session, place, "läget löftet 2026")

    assert [(one.period.last, one.tally.goal) for one in found.activities] == [(date(2026, 6, 30), 6)]
    assert "Löftet gällde till 30 juni 2026." in views.overview(found, MONDAY)["text"]
