from collections.abc import Mapping

import pytest

from bot.domain.permissions import Actor
from bot.domain.swedish import fold
from bot.domain.words import Role
from bot.sandbox.block_check import check_message
from bot.views import help
from bot.views.blocks import Message
from handlers import COMMANDS


def actor(*roles: Role, external: bool = False) -> Actor:
    return Actor(1, "T1", "U1", external, {1: roles} if roles else {})


def shown(message: Message) -> str:
    text: str = message["blocks"][0]["text"]["text"]
    return text


def labels(message: Message) -> list[str]:
    return [button["text"]["text"] for button in message["blocks"][-1]["elements"]]


def test_an_officer_reads_three_things_and_what_never_to_write() -> None:
    assert shown(help.show(actor(Role.STAFF))) == (
        "*Rapportera:* skriv en rad till mig, som du skulle säga den:\n"
        "trafikkontroll 45 fordon 2 rattfylla\n"
        "Överallt i Slack går det också med `/lofte rapport trafikkontroll 45 fordon` (utan prickar).\n"
        "*Dina tillfällen och rapporter:* `/lofte` eller min startsida, och det som är äldre med `/lofte efterhand`\n"
        "*Hur det går:* `/lofte läget`, som diagram med `/lofte diagram`, i din måndagslista med "
        "`/lofte läget varje måndag`, året månad för månad med `/lofte årshjul`, brister med `/lofte brister`, "
        "vem som ansvarar med `/lofte vem ansvarar`\n"
        "*Punkten till rådets möte:* `/lofte rådet`\n"
        "*När jag hör av mig, när du är borta, och din kalender:* `/lofte inställningar` och `/lofte kalender`\n"
        "Skriv antal. Aldrig namn, personnummer, telefon eller registreringsnummer."
    )


def test_a_coordinator_reads_where_people_and_channels_are() -> None:
    people = "*Vilka som är med, och vad jag postar i kanaler:* `/lofte personer`, `/lofte bjud in` och `/lofte kanal`"
    assert people in shown(help.show(actor(Role.COORDINATOR)))
    assert people not in shown(help.show(actor(Role.STAFF)))


def test_help_tells_of_every_command() -> None:
    boss = Actor(1, "T1", "U1", False, {1: (Role.COORDINATOR,)}, everywhere=(Role.ADMINISTRATOR,))
    said = fold(shown(help.show(boss)))
    told = {"", "mina", "lage", "rapportera", "hjalp"}  # another word for one that is there, and help itself

    assert {word for word in COMMANDS if word not in told and f"/lofte {word}" not in said} == set()


def test_external_people_read_of_no_command() -> None:
    assert shown(help.show(actor(Role.STAFF, external=True))) == (
        "*Rapportera:* tryck på knappen i påminnelsen, eller skriv en rad till mig här:\n"
        "huskurage 3 föreningar\n"
        "*När jag hör av mig, när du är borta, och din kalender:* skriv inställningar eller kalender till mig här\n"
        "Skriv antal. Aldrig namn, personnummer eller adresser till privatpersoner."
    )


BUTTONS: Mapping[tuple[Role, ...], list[str]] = {
    (Role.STAFF,): ["Rapportera", "Mina tillfällen", "Läget"],
    (Role.COORDINATOR,): ["Rapportera", "Mina tillfällen", "Läget", "Planera"],
    (Role.CHIEF,): ["Läget", "Mina tillfällen"],
    (): ["Rapportera", "Mina tillfällen"],
}


@pytest.mark.parametrize("roles", BUTTONS)
def test_buttons_are_what_the_person_can_do(roles: tuple[Role, ...]) -> None:
    assert labels(help.show(actor(*roles))) == BUTTONS[roles]


def test_external_people_get_the_two_buttons_that_work_for_them() -> None:
    assert labels(help.show(actor(Role.COORDINATOR, external=True))) == ["Rapportera", "Mina tillfällen"]


def test_the_notification_says_what_it_is() -> None:
    text: str = help.show(actor(Role.STAFF))["text"]
    assert text.startswith("Det här kan du göra\nRapportera: skriv en rad")


def test_what_was_not_understood_is_given_back() -> None:
    message = help.not_understood("<hm>", actor(Role.STAFF))
    assert shown(message) == "*Jag förstod inte ”&lt;hm&gt;”, så inget är sparat.*\nDet här kan du göra:"


@pytest.mark.parametrize("text", ["tack!", "Tack så mycket för hjälpen", "ok", "👍", ":+1:", "okej tack"])
def test_who_only_says_thanks_is_let_be(text: str) -> None:
    said = shown(help.not_understood(text, actor(Role.STAFF)))
    assert said == "Inget är sparat. Skriv hjälp till mig, så visar jag vad du kan göra."


def test_who_greets_is_shown_what_there_is() -> None:
    assert help.not_understood("Hej!", actor(Role.CHIEF)) == help.show(actor(Role.CHIEF))


@pytest.mark.parametrize("text", ["hej, kan du flytta kontrollen?", "bra", "tack 45", "", "?"])
def test_whoever_says_more_is_helped(text: str) -> None:
    assert shown(help.not_understood(text, actor(Role.STAFF))).startswith("*Jag förstod inte")


def test_a_chief_who_asks_is_told_how_to_ask() -> None:
    message = help.not_understood("vem ansvarar i Timrå?", actor(Role.CHIEF))
    assert shown(message).splitlines()[1] == "Undrar du hur det går? Skriv till exempel: hur går det i år?"


@pytest.mark.parametrize("roles", BUTTONS)
def test_help_passes_the_block_check(roles: tuple[Role, ...]) -> None:
    for message in (help.show(actor(*roles)), help.not_understood("å" * 2000, actor(*roles))):
        assert check_message(message["text"], message["blocks"]) == []
