"""Somebody asks who answers for something: told the people where they may see them, else the function."""

import pytest

from bot.sandbox.house import House
from tests.seen import typed, wrote

WALKS = """\
*Trygghetsvandringar, Hofors*
Leder: <@U0BO> · Ersättare: <@U0DINA>
Funktion: fältsekreterare, ersättare trygghetssamordnare."""
CHECKS = """\
*Trafikkontroller vid riskplatser, Timrå*
Leder: <@U0ANNA> · Ersättare: <@U0HUGO>
Funktion: områdespolis, ersättare kommunpolis."""
WITHHELD = """\
*Trafikkontroller vid riskplatser, Timrå*
Skyddad: vilka det är visas bara för dem som ska vara med.
Funktion: områdespolis, ersättare kommunpolis.
Fråga <@U0DINA>, som samordnar där."""
LEAD_ALONE = """\
*Trafikkontroller vid riskplatser, Timrå*
Leder: <@U0ANNA>
Skyddad: övriga visas bara för dem som ska vara med.
Funktion: områdespolis, ersättare kommunpolis."""
UNKNOWN = """\
Jag hittar ingen aktivitet som heter ”cykelkampanjen” i Timrå.
Skriv vem ansvarar i Timrå till mig, så visar jag allt som gäller där.
Fråga <@U0DINA>, som samordnar där."""
UNKNOWN_TO_DINA = """\
Jag hittar ingen aktivitet som heter ”cykelkampanjen”.
Skriv vem ansvarar och kommunens namn till mig, så visar jag allt som gäller där.
Du är själv samordnare där."""
OCKELBO = """\
*En bättre gemensam lägesbild som grund för insatser, till exempel i trafiken, Ockelbo*
Leder: <@U0HUGO>
Funktion: kommunpolis, ersättare säkerhetschef.
*Möta unga på planerade forum om attityder och ANDT, Ockelbo*
Leder: <@U0BO> · Ersättare: <@U0HUGO>
Funktion: fältsekreterare, ersättare kommunpolis.
Samordnar: <@U0DINA>."""
HUSKURAGE = """\
*Nå fler fastighetsägare med Huskurage, till exempel bostadsrättsföreningar, Timrå*
Leder: <@U0FINN> · Ersättare: <@U0DINA>
Funktion: bostadsbolagets kontaktperson, ersättare trygghetssamordnare."""
NOT_HERS = "Du kan inte se läget i Hofors. <@U0DINA> kan hjälpa dig."


async def test_each_is_told_what_they_may_see(full_house: House) -> None:
    said = {
        ("cia", "vem håller i vandringarna"): WALKS,
        ("cia", "vem ansvarar för trafikkontrollerna i Timrå?"): LEAD_ALONE,
        ("bo", "vem ansvarar för trafikkontrollerna i Timrå?"): WITHHELD,
        ("anna", "vem ansvarar för trafikkontrollerna i Timrå?"): CHECKS,
        ("dina", "Vem leder trafikkontrollerna i Timrå"): CHECKS,
        ("cia", "vem leder cykelkampanjen i Timrå?"): UNKNOWN,
        ("dina", "vem leder cykelkampanjen"): UNKNOWN_TO_DINA,
        ("cia", "vem ansvarar i Ockelbo?"): OCKELBO,
        ("finn", "vem har ansvar för huskurage?"): HUSKURAGE,
    }

    assert {(who, line): await wrote(full_house, who, line) for who, line in said} == said


@pytest.mark.parametrize("word", ["/lofte", "/trygg"])
async def test_the_line_works_after_the_command_too(full_house: House, word: str) -> None:
    assert await typed(full_house, "cia", f"{word} vem ansvarar för trygghetsvandringarna?") == WALKS


async def test_where_one_has_no_rights_the_answer_is_who_can_help(full_house: House) -> None:
    assert (await wrote(full_house, "eva", "vem ansvarar för vandringarna i Hofors?")).startswith(NOT_HERS)


async def test_of_everything_the_first_are_told_and_how_many_more_there_are(full_house: House) -> None:
    lines = (await wrote(full_house, "cia", "vem ansvarar?")).splitlines()

    assert lines[-2:] == [
        "16 till visas inte här. Fråga om en i taget, eller skriv kommunen också.",
        "Samordnar: <@U0DINA>.",
    ]
