"""Whole messages as a chief reads them."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from bot.domain.periods import Period
from bot.domain.words import AgreementKind, Form, GoalOrigin, Role
from bot.sandbox.block_check import check_message
from bot.services import progress_overview
from bot.views import progress as views
from bot.views import progress_details
from bot.views.blocks import Block, Message
from bot.views.progress_found import Scope, read_scope, scope_value
from tests import progress_rows as rows
from tests.factories import acting, municipality, person, stockholm
from tests.progress_rows import MONDAY

AUTUMN = Period(date(2026, 9, 1), date(2026, 12, 31))


def asked(session: Session, text: str = "") -> Message:
    """By a chief with rights everywhere."""
    chief = acting(session, person(session, "UCIA", Role.CHIEF), MONDAY)
    made = views.answer(progress_overview.ask(session, chief, text, MONDAY), MONDAY)
    assert check_message(made["text"], made["blocks"]) == []
    return made


def shown(message: Message) -> str:
    return "\n".join(block["text"]["text"] for block in message["blocks"] if block["type"] == "section")


def buttons(message: Message) -> list[tuple[str, str, str]]:
    found = [element for block in message["blocks"] if block["type"] == "actions" for element in block["elements"]]
    found += [block["accessory"] for block in message["blocks"] if "accessory" in block]
    return [row for one in found for row in _rows(one)]


def _rows(element: Block) -> list[tuple[str, str, str]]:
    """A menu has a row for each choice."""
    action = element["action_id"].partition("#")[0]
    return [(one["text"]["text"], action, one["value"]) for one in element.get("options", [element])]


def test_a_chief_is_answered_in_one_message(session: Session) -> None:
    rows.timra(session)

    message = asked(session, "hur går det med Timrå?")

    assert shown(message) == (
        "*Timrå: läget måndag 23 november*\n"
        "1 aktivitet ligger efter, 3 går enligt plan, 1 går inte att bedöma.\n"
        "*Ligger efter:* fotpatrulleringar. 31 gjorda, 40 väntade till i dag, 44 planerade i år. "
        "8 blev inte av (personal 6, väder 2), 1 saknar rapport. Nästa: onsdag 25 november.\n"
        "*Enligt plan:* trafikkontroller 21 av 24 · informationsinsatser 3 av 4 · riktade insatser 5 av 6\n"
        "*Går inte att bedöma:* Huskurage (Föreningar: 11). Inget antal är bestämt.\n"
        "Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.\n"
        "Nyaste rapport: fredag 20 november. Saknar rapport: 1, från torsdag 12 november."
    )
    assert buttons(message) == [
        ("Visa detaljer", "progress_details", "1:0"),
        ("Fråga ansvarig", "progress_question_form", "1:0"),
        ("Dela i en kanal", "progress_share_form", "1:0"),
        ("Visa diagram", "progress_more", "chart:1:0"),
        ("Prenumerera", "progress_more", "subscribe:1:0"),
    ]


def test_a_notification_begins_with_the_verdict(session: Session) -> None:
    rows.timra(session)

    assert asked(session, "läget Timrå")["text"] == (
        "Timrå: 1 aktivitet ligger efter, 3 går enligt plan, 1 går inte att bedöma.\n"
        "Ligger efter: fotpatrulleringar. 31 gjorda, 40 väntade till i dag, 44 planerade i år. "
        "8 blev inte av (personal 6, väder 2), 1 saknar rapport. Nästa: onsdag 25 november.\n"
        "Enligt plan: trafikkontroller 21 av 24 · informationsinsatser 3 av 4 · riktade insatser 5 av 6\n"
        "Går inte att bedöma: Huskurage (Föreningar: 11). Inget antal är bestämt.\n"
        "Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.\n"
        "Nyaste rapport: fredag 20 november. Saknar rapport: 1, från torsdag 12 november."
    )


def test_what_was_asked_for_by_name_is_told_in_full(session: Session) -> None:
    rows.timra(session)

    assert shown(asked(session, "har vi haft informationsträffarna i Timrå?")) == (
        "*Timrå, informationsinsatser: läget måndag 23 november*\n"
        "*Enligt plan:* 3 gjorda, 3 väntade till i dag, 4 planerade i år. Nästa: tisdag 8 december.\n"
        "Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.\n"
        "Nyaste rapport: söndag 4 januari (för 10 månader sedan). Inga rapporter saknas."
    )


def test_details_name_each_activity_under_its_focus_area(session: Session) -> None:
    place = municipality(session)
    promise = rows.agreement(session, place)
    walks = rows.activity(session, promise, place, "trygghetsvandring", "Vandra i centrum", goal=2)
    anna = person(session, "UANNA", Role.STAFF, place=place)
    numbers = {"deltagare": 17.0, "brister": 5.0}
    rows.report(session, rows.occasion(session, walks, stockholm(4, 18, month=5)), anna, measures=numbers)
    rows.ahead(session, walks, [stockholm(24, 18)])
    found = progress_overview.show(session, acting(session, anna, MONDAY), Scope(promise.id), MONDAY)

    assert shown(progress_details.details(found, MONDAY)) == (
        "*Hofors: läget måndag 23 november i detalj*\n"
        "*Trygghet*\n"
        "• Vandra i centrum: enligt plan. 1 gjord, 1 väntad till i dag, 2 planerade i år. "
        "Nästa: i morgon, tisdag 24 november. I siffror: Deltagare: 17. Upptäckt: Brister: 5.\n"
        "Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.\n"
        "Nyaste rapport: måndag 4 maj (för 6 månader sedan). Inga rapporter saknas."
    )


def test_in_detail_a_delivery_reads_on_after_its_title(session: Session) -> None:
    place = municipality(session)
    promise = rows.agreement(session, place)
    rows.activity(session, promise, place, "ovrigt", "Strategin", form=Form.DELIVERABLE)
    eva = acting(session, person(session, "UEVA", Role.CHIEF, place=place), MONDAY)

    found = progress_overview.details(session, eva, Scope(promise.id), MONDAY)

    assert "• Strategin: inte påbörjad." in shown(progress_details.details(found, MONDAY)).splitlines()


def test_promised_and_planned_numbers_are_told_apart(session: Session) -> None:
    place = municipality(session)
    promise = rows.agreement(session, place)
    rows.activity(session, promise, place, "ungdomsforum", "Forum", goal=4, origin=GoalOrigin.PROMISED)
    rows.activity(session, promise, place, "dialog", "Samtal", goal=2)

    lines = shown(asked(session, "läget Hofors")).splitlines()

    assert lines[2] == "*Ligger efter:* ungdomsforum. 0 gjorda, 3 väntade till i dag, 4 utlovade i år."
    assert lines[3] == "Dialoger. 0 gjorda, 1 väntad till i dag, 2 planerade i år."
    assert lines[4] == "De utlovade antalen står i medborgarlöftet. De andra planerades av rådet 14 januari."
    assert lines[5] == "Ingen rapport har kommit in än, och ingen saknas."


def test_without_any_goal_nothing_is_judged(session: Session) -> None:
    place = municipality(session)
    promise = rows.agreement(session, place)
    rows.activity(session, promise, place, "lagesbild", "Lägesbild", form=Form.CONTINUOUS)

    assert shown(asked(session, "läget Hofors")) == (
        "*Hofors: läget måndag 23 november*\n"
        "1 aktivitet går inte att bedöma.\n"
        "*Går inte att bedöma:* Lägesbild. Inget är rapporterat. Inget antal är bestämt.\n"
        "Ingen rapport har kommit in än, och ingen saknas."
    )


def test_an_ended_promise_says_until_when_it_held(session: Session) -> None:
    place = municipality(session)
    promise = rows.agreement(session, place, years=(2023, 2024))
    walks = rows.activity(session, promise, place, "trygghetsvandring", "Vandra", goal=2)
    rows.report(session, rows.occasion(session, walks, stockholm(4, 18, month=5, year=2023)), person(session, "UANNA"))

    assert shown(asked(session, "läget Hofors 2023")) == (
        "*Hofors: så gick det 2023*\n"
        "1 aktivitet blev inte klar.\n"
        "*Blev inte klart:* trygghetsvandringar. 1 gjord, 2 planerade 2023.\n"
        "Löftet gällde till 31 december 2024.\n"
        "Antalen planerades av rådet 14 januari 2023. Medborgarlöftet anger inga antal.\n"
        "Nyaste rapport: torsdag 4 maj 2023 (för 3 år sedan). Inga rapporter saknas."
    )


def test_several_municipalities_are_listed_with_the_worst_first(session: Session) -> None:
    calm = municipality(session, "Ockelbo")
    rows.activity(session, rows.agreement(session, calm), calm, "lagesbild", "Lägesbild", form=Form.CONTINUOUS)
    rows.timra(session)

    message = asked(session, "hur går det?")

    assert shown(message) == (
        "*Läget måndag 23 november*\n"
        "*Timrå:* 1 ligger efter, 3 går enligt plan, 1 går inte att bedöma\n"
        "*Ockelbo:* 1 går inte att bedöma"
    )
    assert message["text"].endswith("Nyaste rapport: fredag 20 november. Saknar rapport: 1, från torsdag 12 november.")
    assert buttons(message) == [("Visa", "progress_show", "2:0"), ("Visa", "progress_show", "1:0")]


def test_an_example_is_marked(session: Session) -> None:
    place = municipality(session)
    rows.agreement(session, place).example = True

    assert shown(asked(session)).startswith("*Hofors (exempel): läget måndag 23 november*")


def test_the_other_agreement_of_the_place_has_a_button(session: Session) -> None:
    place = municipality(session)
    rows.agreement(session, place)
    rows.agreement(session, place, AgreementKind.COLLABORATION)

    assert buttons(asked(session, "läget"))[-1] == ("Visa överenskommelsen", "progress_more", "show:2:0")


def test_what_is_not_understood_is_asked_about(session: Session) -> None:
    rows.timra(session)

    message = asked(session, "läget snöröjning")

    assert shown(message) == "Jag hittar inget som heter ”snöröjning”. Vad vill du se läget för?"
    assert buttons(message) == [("Timrå 2026", "progress_show", "1:0")]


def test_a_long_list_says_what_it_leaves_out(session: Session) -> None:
    for number in range(23):
        rows.agreement(session, municipality(session, f"{number:02} kommun"))

    message = asked(session)

    assert len(message["blocks"]) == 22
    assert message["text"].endswith("3 till visas inte här. Skriv läget och kommunens namn till mig.")


@pytest.mark.parametrize("scope", [Scope(7), Scope(7, AUTUMN), Scope(7, None, (3, 4)), Scope(7, AUTUMN, (3,))])
def test_a_button_carries_what_it_asks_about(scope: Scope) -> None:
    assert read_scope(scope_value(scope)) == scope


def test_a_button_may_carry_an_agreement_alone() -> None:
    assert read_scope("7") == Scope(7)


def test_what_was_called_off_stands_apart_from_what_lacks_a_report(session: Session) -> None:
    place = municipality(session)
    walks = rows.activity(session, rows.agreement(session, place), place, "trygghetsvandring", "Vandra", goal=3)
    rows.cancelled(session, walks, stockholm(3, 18))
    rows.ahead(session, walks, [stockholm(4, 18), stockholm(5, 18), MONDAY + timedelta(days=9)])

    assert shown(asked(session)).splitlines()[2] == (
        "*Risk:* trygghetsvandringar. 0 gjorda, 2 väntade till i dag, 3 planerade i år. "
        "1 ställdes in, 2 saknar rapport. Nästa: onsdag 2 december."
    )
