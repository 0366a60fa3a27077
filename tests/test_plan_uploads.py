"""A plan sent to the bot as a file, and one that it sends, in the sandbox."""

from copy import copy
from dataclasses import replace

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.documents import plan_csv, plan_sheet
from bot.domain.agreement_extract import with_extract
from bot.domain.agreement_file import AgreementFile
from bot.domain.errors import UserError
from bot.sandbox.house import House
from bot.services import agreements, plan_files
from handlers import files
from tests.plans import plan, retitled, with_activities
from tests.seen import heard, pressed, seen, shown, typed, wrote

PROPOSED = """\
*Medborgarlöfte för Timrå 2027: ny plan med 2 aktiviteter*
Nya: Trygghetsvandringar, Trafikkontroller
Inget är sparat än.
[Spara planen] [Spara inte]"""
SAVED = """\
*Sparat: Medborgarlöfte för Timrå 2027: ny plan med 2 aktiviteter*
Nya: Trygghetsvandringar, Trafikkontroller"""


async def shared(house: House, key: str, name: str, content: bytes) -> str:
    person = house.person(key)
    await person.share(person.user.id, name, content)
    return await seen(house, key)


async def received(house: House, key: str) -> AgreementFile:
    """The plan in the newest file from the bot."""
    await house.settled()
    files = [file for message in heard(house.person(key)) for file in message.files]
    return plan_sheet.read(files[-1].content)


async def test_what_a_file_would_change_is_shown_before_it_is_saved(house: House) -> None:
    assert await shared(house, "dina", "plan.xlsx", plan_sheet.write(plan())) == PROPOSED
    assert await pressed(house, "dina", "Spara planen") == SAVED


async def test_pressed_twice_it_is_still_shown_as_saved(house: House) -> None:
    await shared(house, "dina", "plan.xlsx", plan_sheet.write(plan()))
    dina = house.person("dina")
    proposal = copy(heard(dina)[-1])
    for _ in range(2):
        await dina.press(proposal, "plan_file_save")
        await house.settled()
    assert shown(next(one for one in heard(dina) if one.ts == proposal.ts)) == SAVED


async def test_a_file_that_is_not_saved_changes_nothing(house: House) -> None:
    await shared(house, "dina", "plan.csv", plan_csv.write(plan()))

    assert await pressed(house, "dina", "Spara inte") == "Planen ur filen är inte sparad. Inget är ändrat."
    assert await shared(house, "dina", "plan.csv", plan_csv.write(plan())) == PROPOSED


async def test_the_same_file_again_changes_nothing_and_a_changed_one_says_what(house: House) -> None:
    await house.bot.db.write(agreements.add, plan(), house.clock.now())
    walks, checks = plan().activities
    again = await shared(house, "dina", "plan.xlsx", plan_sheet.write(plan()))
    new = replace(walks, key="nattvandringar", title="Nattvandringar", kind="nattvandring", goals=())
    changed = with_activities(retitled(plan(), "Trygga vandringar"), replace(walks, title="Trygga vandringar"), new)

    assert again == "*Medborgarlöfte för Timrå 2027: filen säger detsamma som planen*\nInget är ändrat."
    assert await shared(house, "dina", "plan.xlsx", plan_sheet.write(changed)) == (
        "*Medborgarlöfte för Timrå 2027: 1 ny, 1 ändrad*\n"
        "Nya: Nattvandringar\n"
        "Ändrade: Trygga vandringar (titel)\n"
        f"1 finns inte längre i filen – den lämnas: {checks.title}\n"
        "Inget är sparat än.\n"
        "[Spara planen] [Spara inte]"
    )


async def test_every_fault_is_named_by_row_and_column(house: House) -> None:
    content = (
        plan_csv.write(plan()).replace(b";trafikkontroll;", b";trafikontroll;").replace(b";Ja;Polisen", b";;Polisen")
    )

    assert await shared(house, "dina", "plan.csv", content) == (
        "Inget är inläst. Rätta det här i filen och läs in den igen:\n"
        "• Rad 37, Slag: ”trafikontroll” finns inte. Menade du trafikkontroll?\n"
        "• Rad 37, Skyddad: saknas."
    )


async def test_only_coordinators_send_plans(house: House) -> None:
    assert await shared(house, "anna", "plan.xlsx", plan_sheet.write(plan())) == (
        "Bara samordnaren lägger in planer, så inget är sparat. Säg gärna till samordnaren om du har ett förslag."
    )


async def test_a_coordinator_plans_nowhere_else(house: House) -> None:
    elsewhere = replace(plan(), municipalities=("Timrå", "Sundsvall"))

    assert await shared(house, "dina", "plan.xlsx", plan_sheet.write(elsewhere)) == (
        "Sundsvall finns inte i boten än. Be administratören lägga till kommunen. Inget är ändrat."
    )


@pytest.mark.parametrize(
    "address", ["https://drive.example/x", "https://slack.com.example/x", "http://files.slack.com/x", ""]
)
async def test_a_link_to_a_file_elsewhere_gets_no_token(address: str) -> None:
    with pytest.raises(UserError) as refused:
        await files.fetch({"url_private": address}, AsyncWebClient("token"))

    assert refused.value.sentence == files.NOT_IN_SLACK


async def test_words_out_of_a_file_mean_nothing_to_slack(house: House) -> None:
    content = plan_csv.write(plan()).replace(b";trafikkontroll;", b";<!channel>;")

    assert "”&lt;!channel&gt;” finns inte." in await shared(house, "dina", "plan.csv", content)


async def test_another_sort_of_file_is_answered(house: House) -> None:
    assert await shared(house, "dina", "bild.png", b"\x89PNG") == (
        "Jag kan inte läsa den sortens fil, så inget är sparat. "
        "Skicka planen som .xlsx eller .csv. Skriv mall till mig så får du en att fylla i. "
        "Texten till ett medborgarlöfte kan du skicka som .txt, .docx eller pdf."
    )


async def test_a_workbook_that_is_none_is_answered(house: House) -> None:
    assert await shared(house, "dina", "plan.xlsx", b"hej") == (
        "Inget är inläst. Rätta det här i filen och läs in den igen:\n"
        "• filen: går inte att öppna som xlsx. Spara den i Excel som ”Excel-arbetsbok (.xlsx)” och försök igen."
    )


async def test_a_plan_comes_as_a_file_without_protected_places_and_goes_back_unchanged(house: House) -> None:
    await house.bot.db.write(agreements.add, plan(), house.clock.now())

    await typed(house, "dina", "/lofte export")
    sent = await received(house, "dina")

    assert [one.place for one in sent.activities] == ["Timrå centrum", "(skyddad plats)"]
    assert await shared(house, "dina", "plan.xlsx", plan_sheet.write(sent)) == (
        "*Medborgarlöfte för Timrå 2027: filen säger detsamma som planen*\nInget är ändrat."
    )


async def test_a_template_comes_to_who_asks_for_it_in_a_line(house: House) -> None:
    await wrote(house, "dina", "mall")
    texts = [message.text for message in heard(house.person("dina"))]
    [file] = [file for message in heard(house.person("dina")) for file in message.files]

    assert file.name == "mall_handlingsplan.xlsx"
    assert "En mall kommer som fil i vårt direktmeddelande. Fyll i den och skicka tillbaka den hit." in texts


async def test_what_is_changed_while_a_proposal_waits_is_shown_before_it_is_saved(house: House) -> None:
    made = await house.bot.db.write(agreements.add, plan(), house.clock.now())
    given_out = await house.bot.db.read(plan_files.exported, made.id)
    changed = with_extract(given_out[0])
    await shared(house, "dina", "plan.xlsx", plan_sheet.write(retitled(changed, "Trygga vandringar")))
    await house.bot.db.write(plan_files.take_in, None, retitled(plan(), "Kvällar"), house.clock.now())

    assert await pressed(house, "dina", "Spara planen") == (
        "*Planen har ändrats sedan du såg förslaget. Så här blir det nu:*\n"
        "Medborgarlöfte för Timrå 2027: 2 lika\n"
        "Ändrat både i filen och här sedan filen gjordes, lämnas: Trygga vandringar (titel)\n"
        "Inget är sparat än.\n"
        "[Ta filens version] [Spara inte]"
    )
    assert await pressed(house, "dina", "Ta filens version") == (
        "*Sparat: Medborgarlöfte för Timrå 2027: 1 ändrad, 1 lika*\nÄndrade: Trygga vandringar (titel)"
    )
