"""What an agreement says of how often or when, from its text to the draft and on to the next agreement."""

from dataclasses import replace
from datetime import date

from bot.domain.agreement_draft import ActivitySpot, AgreementDraft, find, with_all_taken
from bot.domain.agreement_draft_edit import WantedActivity, edited
from bot.domain.agreement_draft_file import as_file
from bot.domain.agreement_draft_of_file import renewed, revised
from bot.domain.agreement_draft_of_text import draft_of_text
from bot.domain.agreement_text import read_agreement_text
from bot.domain.words import Form
from bot.sandbox.house import House
from tests.agreement_talk import share_text
from tests.plans import plan
from tests.seen import pressed

TODAY = date(2026, 11, 20)
TEXT = """\
Medborgarlöfte för Sjöby kommun 2027

Polisen och Sjöby kommun lovar att:
• hålla fritidsgården öppen för unga varje skollov
• låta värdar gå i centrum alla helgfria torsdagar till 18 maj
• ordna trygghetsvandringar
"""
PASTED = """\
Medborgarlöfte för Timrå 2027

Polisen och Timrå kommun har kommit överens om ett medborgarlöfte som gäller 2027.

Unga
Vi lovar att:
• hålla fritidsgården öppen för unga varje skollov
"""
FIRST = ActivitySpot(0, 0)


def said(draft: AgreementDraft) -> list[str | None]:
    return [one.entry.recurrence for one in draft.activities]


def test_the_words_of_the_text_come_with_the_proposal() -> None:
    assert said(draft_of_text(read_agreement_text(TEXT))) == [
        "varje skollov", "alla helgfria torsdagar till 18 maj", None,
    ]  # fmt: skip


def test_they_are_never_longer_than_their_field() -> None:
    read = read_agreement_text(TEXT.replace("18 maj", f"18 maj under {'mycketlångadagar ' * 5}"))
    words = said(draft_of_text(read))[1] or ""
    assert (len(words) <= 100, words[-1]) == (True, "…")


def test_they_are_corrected_and_taken_away_in_the_form() -> None:
    wanted = WantedActivity(
        "Öppen fritidsgård", "ovrigt", Form.DATED, None, None, None, False, recurrence="varje sportlov"
    )
    draft = draft_of_text(read_agreement_text(TEXT))
    for now_said in ("varje sportlov", None):
        entry = edited(find(draft, FIRST).entry, replace(wanted, recurrence=now_said), TODAY)
        assert entry.recurrence == now_said


def test_they_go_on_in_a_renewal_and_in_a_revision() -> None:
    words = ["vår och höst", "varje fredag kl. 22–01"]
    for draft in (renewed(plan(), {}), revised(plan(), {}, date(2027, 3, 1))):
        made = as_file(with_all_taken(draft), plan(), "timra_2028", TODAY)
        assert [one.recurrence for one in made.activities] == words


async def test_from_a_text_to_a_year_that_is_filled_in(house: House) -> None:
    """There is one activity to plan, so nobody has to choose."""
    proposed = await share_text(house, "dina", PASTED)
    assert "Alkoholfri aktivitet · tillfällen · varje skollov · " in proposed[1]
    await pressed(house, "dina", "Ta med alla")
    await pressed(house, "dina", "Spara")

    assert (await pressed(house, "dina", "Planera året")).startswith(
        "*Hålla fritidsgården öppen för unga varje skollov, Timrå*\n"
        "I avtalet står: ”varje skollov”.\n"
        "Inget antal är bestämt.\n"
        "Hur många planerar ni:\n"
        "Eller: när: varje skollov\n"
    )
