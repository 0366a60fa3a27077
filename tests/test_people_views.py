import pytest

from bot.domain.errors import NotKnown
from bot.domain.functions import FUNCTIONS
from bot.domain.words import Part, Role
from bot.sandbox.block_check import check_message, check_view
from bot.views import people
from bot.views.blocks import Message
from bot.views.people import Added, Asked, Membership
from tests.factories import NOW, stockholm

ADDED = Added("UGRETA", "UDINA", Role.STAFF, "Örnsköldsvik", stockholm(19, 8), "kommunpolis", Part.SUBSTITUTE)
EVERY: list[Message] = [
    people.unknown("å" * 1500),
    people.about(),
    people.asked(Asked(known=True), NOW),
    people.asked(Asked(since=stockholm(2, 8, month=1)), NOW),
    people.asked(Asked(coordinators=2), NOW),
    people.asked(Asked(), NOW),
    people.question("UGRETA", 7, external=True),
    people.added_question(ADDED),
    people.declined_question("UGRETA", "UDINA"),
    people.added_notice(ADDED, NOW),
    people.declined_notice("UDINA", stockholm(2, 8, month=1), NOW),
]


def shown(message: Message) -> str:
    text: str = message["blocks"][0]["text"]["text"]
    return text


def test_somebody_unknown_gets_the_line_back() -> None:
    assert shown(people.unknown("trafikkontroll 45 fordon")) == (
        "*Jag känner inte igen dig än, så jag har inte sparat något.*\n"
        "Du skrev: ”trafikkontroll 45 fordon”. Kopiera raden om du vill ha den kvar.\n"
        "Samordnaren lägger till dem som ska vara med. Vill du att jag frågar?\n"
        "Samordnaren ser då ditt namn i Slack, men inte det du skrev."
    )


def test_the_sentence_is_that_of_the_error() -> None:
    assert people.unknown("")["text"].startswith(NotKnown().sentence)


def test_somebody_unknown_has_a_way_in() -> None:
    buttons = people.unknown("")["blocks"][1]["elements"]
    assert [(one["text"]["text"], one["action_id"]) for one in buttons] == [
        ("Lägg till mig", "people_ask"),
        ("Vad är det här?", "people_about"),
    ]


def test_what_was_written_is_escaped() -> None:
    assert "”&lt;!channel&gt;”" in shown(people.unknown("<!channel>"))


def test_the_question_names_who_asks() -> None:
    assert shown(people.question("UGRETA", 7, external=False)) == (
        "*<@UGRETA> vill bli tillagd.*\n"
        "Personen kan sedan få påminnelser och rapportera. Inget visas innan du lägger till."
    )


def test_who_waits_reads_since_when() -> None:
    assert shown(people.asked(Asked(since=stockholm(19, 8)), NOW)) == (
        "Du bad om att bli tillagd i går, torsdag 19 november. Samordnaren har inte svarat än. "
        "Du får svaret här av mig."
    )


def test_the_receipt_says_what_was_given() -> None:
    assert people.added_receipt(ADDED)["blocks"][0]["text"]["text"] == (
        "*<@UGRETA> är tillagd som handläggare i Örnsköldsvik, kommunpolis (ersättare).*\n"
        "<@UGRETA> får veta det av mig."
    )


def test_the_form_is_read_back() -> None:
    fields = {"role": "chief", "municipality": "12", "function": None}
    assert people.read_form(fields) == Membership(Role.CHIEF, 12)


def test_the_only_municipality_is_chosen_already() -> None:
    form = people.form("UGRETA", 7, [(3, "Hofors")])
    assert form["blocks"][2]["element"]["initial_option"]["value"] == "3"


def test_every_function_can_be_chosen() -> None:
    options = people.form("UGRETA", 7, [(3, "Hofors")])["blocks"][3]["element"]["options"]
    assert {one["value"] for one in options} == set(FUNCTIONS)


@pytest.mark.parametrize("message", EVERY)
def test_messages_pass_the_block_check(message: Message) -> None:
    assert check_message(message["text"], message["blocks"]) == []


def test_forms_pass_the_block_check() -> None:
    places = [(number, f"Kommun {number}") for number in range(290)]
    for view in (people.form("UGRETA", 7, places), people.added_receipt(ADDED)):
        assert check_view(view) == []
