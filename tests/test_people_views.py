import pytest

from bot.domain.errors import NotKnown
from bot.sandbox.block_check import check_message
from bot.views import people
from bot.views.blocks import Message
from bot.views.people import AskedAccess
from tests.factories import NOW, stockholm

EVERY: list[Message] = [
    people.unknown("å" * 1500),
    people.about(),
    people.asked(AskedAccess(known=True), NOW),
    people.asked(AskedAccess(since=stockholm(2, 8, month=1)), NOW),
    people.asked(AskedAccess(coordinators=2), NOW),
    people.asked(AskedAccess(), NOW),
    people.question("UGRETA", 7, external=True),
    people.declined_question("UGRETA", "UDINA"),
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
    assert shown(people.asked(AskedAccess(since=stockholm(19, 8)), NOW)) == (
        "Du bad om att bli tillagd i går, torsdag 19 november. Samordnaren har inte svarat än. "
        "Du får svaret här av mig."
    )


@pytest.mark.parametrize("message", EVERY)
def test_messages_pass_the_block_check(message: Message) -> None:
    assert check_message(message["text"], message["blocks"]) == []
