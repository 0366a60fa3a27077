"""Whoever owes a follow-up is told when its period is over and before it is due, until somebody says it is done."""

from datetime import date

import pytest
from sqlmodel import Session, select

from bot.domain.errors import NotAllowed
from bot.domain.periods import Period
from bot.domain.words import FollowUpForm, Per
from bot.sandbox.house import House
from bot.sandbox.personas import ANNA
from bot.services import duties, people
from storage.models import Agreement, AuditEvent, FollowUpDuty, Municipality
from tests.dates_told import in_force, told
from tests.factories import stockholm
from tests.scenes import LEAD, scene
from tests.seen import heard, pressed, shown, wrote

MEETING = """\
*Torsdag 17 december kl. 13–15: rådsmöte, Timrå. Underlaget till den stående punkten är klart att läsa*
Medborgarlöftet säger: skriftlig uppföljning varje möte, av Kommunpolisen.
Så går det just nu:
Timrå: 1 går inte att bedöma.
[Läs underlaget] [Ladda ner Word]"""
NEW_YEAR = stockholm(4, 13, month=1, year=2027)  # the first working Monday: after lunch, as it has its own list
FACT = (
    "*Timrå: den skriftliga uppföljningen för tertial 3 2026 ska lämnas till kommunstyrelsen och polisen senast söndag"
)
OWNER = "Så står det i medborgarlöftet. Ansvarig: {}."
READY = "Utkastet är klart att läsa. Tryck på Klar när uppföljningen är lämnad, så påminner jag inte mer."
BUTTONS = "[Öppna utkastet] [Ladda ner Word] [Klar] [Påminn mig senare]"
WHOLE = f"{FACT} 28 februari*\n{OWNER.format('Timrå kommun')}\n{READY}\n{BUTTONS}"


async def owed(house: House, owner: str = "Timrå kommun", per: Per = Per.TERTIAL) -> None:
    """In Timrå, by a promise that was entered on the first of September."""
    await in_force(house, date(2026, 1, 1), date(2027, 12, 31))
    await house.bot.db.write(_owed, owner, per)


def _owed(session: Session, owner: str, per: Per) -> None:
    agreement_id = session.exec(select(Agreement.id)).one()
    duty = FollowUpDuty(
        agreement_id=agreement_id, form=FollowUpForm.WRITTEN, per=per, owner=owner,
        recipients=["kommunstyrelsen", "polisen"],
    )  # fmt: skip
    entered = AuditEvent(at=stockholm(1, 9, month=9), action="add", subject="agreement", subject_id=agreement_id)
    session.add_all((duty, entered))


def terminate(session: Session, last: date) -> None:
    session.exec(select(Agreement)).one().terminated_on = last


async def test_a_coordinator_is_told_when_the_period_is_over_and_two_weeks_before_it_is_due(house: House) -> None:
    await owed(house)
    assert await told(house, NEW_YEAR) == [WHOLE]
    assert await told(house, stockholm(15, 13, month=2, year=2027)) == [WHOLE]
    assert await told(house, stockholm(22, 13, month=2, year=2027)) == []


async def test_the_draft_is_at_hand(house: House) -> None:
    await owed(house)
    await told(house, NEW_YEAR)
    assert (await pressed(house, "dina", "Öppna utkastet")).splitlines()[:2] == [
        "*Uppföljning: Timrå tertial 3 2026*",
        "Utkast, version 1. Siffrorna är från i dag, måndag 4 januari.",
    ]
    first = next(one for one in heard(house.person("dina")) if shown(one) == WHOLE)
    await pressed(house, "dina", "Ladda ner Word", first)
    assert [file.name for one in heard(house.person("dina")) for file in one.files] == [
        "uppfoljning_timra_tertial_3_2026.docx"
    ]


async def test_whoever_holds_the_function_that_owes_it_is_told_instead(house: House) -> None:
    await owed(house, "Kommunpolisen i Timrå")
    rest = "Samordnaren har utkastet. Tryck på Klar när uppföljningen är lämnad, så påminner jag inte mer."
    assert await told(house, NEW_YEAR, "hugo") == [
        f"{FACT} 28 februari*\n{OWNER.format('Kommunpolisen i Timrå')}\n{rest}\n[Klar] [Påminn mig senare]"
    ]
    assert [one.text for one in heard(house.person("dina")) if "uppföljning" in one.text] == []


async def test_when_it_is_done_nobody_is_reminded_any_more(house: House) -> None:
    await owed(house, "kommunpolisen och trygghetssamordnaren")
    await told(house, NEW_YEAR)
    done = (
        "*Klar: den skriftliga uppföljningen för tertial 3 2026 i Timrå är lämnad*\n"
        "Markerad av <@U0DINA> i dag, måndag 4 januari. Ingen påminns mer om den."
    )
    assert await pressed(house, "dina", "Klar") == done
    assert shown(house.person("hugo").last()) == done
    assert await told(house, stockholm(15, 13, month=2, year=2027)) == []
    assert "Uppföljningen för tertial 3 2026:* Lämnad 4 januari." in await wrote(house, "dina", "rådet Timrå")


async def test_later_is_in_a_week(house: House) -> None:
    await owed(house)
    await told(house, NEW_YEAR)
    again = "Jag påminner dig igen måndag 11 januari kl. 8."
    buttons = "[Öppna utkastet] [Ladda ner Word] [Klar]"
    assert await pressed(house, "dina", "Påminn mig senare") == (
        f"{FACT} 28 februari*\n{OWNER.format('Timrå kommun')}\n{again}\n{buttons}"
    )
    assert await told(house, stockholm(11, 9, month=1, year=2027)) == [WHOLE]


async def test_of_an_agreement_that_is_terminated_the_last_period_ends_with_it(house: House) -> None:
    await owed(house)
    await house.bot.db.write(terminate, date(2026, 11, 30))
    assert [one.splitlines()[0] for one in await told(house, stockholm(1, 9, month=12))] == [
        "*Timrå: den skriftliga uppföljningen för september–november 2026 ska lämnas till kommunstyrelsen och polisen "
        "senast söndag 31 januari 2027*"
    ]
    assert await told(house, NEW_YEAR) == []


async def test_who_has_nothing_to_do_with_it_cannot_say_that_it_is_done(house: House) -> None:
    await owed(house)
    await told(house, NEW_YEAR)
    tertial = Period(date(2026, 9, 1), date(2026, 12, 31))

    def try_(session: Session) -> None:
        anna = people.actor(session, ANNA.team_id, ANNA.user_id, NEW_YEAR)
        place = session.exec(select(Municipality.id).where(Municipality.name == "Timrå")).one()
        duties.deliver(session, anna, place, tertial, NEW_YEAR)

    with pytest.raises(NotAllowed):
        await house.bot.db.write(try_)


async def test_the_page_is_at_hand_before_the_council_meets(house: House) -> None:
    await owed(house, "Kommunpolisen", Per.MEETING)
    await scene(house, "radsmote", {"anna": LEAD}, stockholm(17, 13, month=12), stockholm(17, 15, month=12))
    before = len(heard(house.person("hugo")))
    assert await told(house, stockholm(3, 9, month=12)) == [MEETING]
    assert [shown(one) for one in heard(house.person("hugo"))[before:]] == [MEETING]
    assert (await pressed(house, "hugo", "Läs underlaget")).splitlines()[0] == (
        "*Timrå: underlag till rådets möte torsdag 17 december*"
    )
