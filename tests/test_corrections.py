"""After a report was saved: adding to a colleague's, correcting, taking back; and where that is then seen."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from bot.domain.errors import Gone
from bot.sandbox.house import House
from bot.sandbox.personas import ANNA
from bot.services import outcomes, people
from storage.models import Outcome, OutcomeMeasure
from tests.factories import stockholm
from tests.scenes import LEAD, WITH, scene
from tests.seen import heard, pressed, shown, submitted, typed, wrote


@pytest.fixture
async def patrol(house: House) -> int:
    """Anna leads, Bo is with her."""
    cast = {"anna": LEAD, "bo": WITH}
    return await scene(house, "fotpatrullering", cast, stockholm(23, 6), stockholm(23, 8), place="Timrå centrum")


async def added(house: House, **fields: str) -> str:
    """Bo's list was on his screen when Anna reported."""
    await typed(house, "bo", "/lofte rapport")
    await wrote(house, "anna", "ute 2 timmar 14 samtal")
    await pressed(house, "bo", "Rapportera")
    await pressed(house, "bo", "Lägg till mitt")
    return await submitted(house, "bo", **fields)


async def hours(house: House) -> list[float]:
    """All that count."""

    def current(session: Session) -> list[float]:
        ofs = select(OutcomeMeasure.value).join(Outcome, col(Outcome.id) == col(OutcomeMeasure.outcome_id))
        return list(session.exec(ofs.where(col(Outcome.current), col(OutcomeMeasure.key) == "timmar")))

    return await house.bot.db.read(current)


@pytest.mark.usefixtures("patrol")
async def test_whoever_adds_begins_with_the_colleagues_numbers(house: House) -> None:
    await typed(house, "bo", "/lofte rapport")
    await wrote(house, "anna", "ute 2 timmar 14 samtal")
    await pressed(house, "bo", "Rapportera")
    assert (
        await pressed(house, "bo", "Lägg till mitt")
        == """\
*Fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå centrum*
Här är det <@U0ANNA> rapporterade. Ändra till det ni gjorde tillsammans, så räknas inget två gånger.
Hur gick det: Genomförd
Timmar: 2
Samtal: 14
Platser:
Orsak:
Anteckning:"""
    )


@pytest.mark.usefixtures("patrol")
async def test_what_was_added_is_a_new_version_and_counts_once(house: House) -> None:
    receipt = await added(house, m_timmar="3")
    assert receipt.splitlines()[1:] == [
        "Timmar: 3 · Samtal: 14",
        "1 pass i år. Inget antal är bestämt.",
        "Ändrat av <@U0BO> 23 november kl. 9.",
        "Rapport TIM-2026-0001. Finns kvar under Mina rapporter.",
    ]
    assert await hours(house) == [3.0]


@pytest.mark.usefixtures("patrol")
async def test_the_first_receipt_follows_and_says_who_added(house: House) -> None:
    await added(house, m_timmar="3")
    first = shown(heard(house.person("anna"))[0])
    assert first.splitlines() == [
        "*Ändrat: fotpatrullering i dag, måndag 23 november kl. 6–8, Timrå centrum*",
        "Timmar: 3 · Samtal: 14",
        "1 pass i år. Inget antal är bestämt.",
        "Ändrat av <@U0BO> 23 november kl. 9.",
        "Rapport TIM-2026-0001. Finns kvar under Mina rapporter.",
        "[Ändra] [Ångra]",
    ]


@pytest.mark.usefixtures("patrol")
async def test_the_first_reporter_may_still_change_it(house: House) -> None:
    await added(house, m_timmar="3")
    await pressed(house, "anna", "Ändra")
    assert "Timmar: 4 · Samtal: 14" in await submitted(house, "anna", m_timmar="4")


@pytest.mark.usefixtures("patrol")
async def test_a_reminder_tells_who_reported_and_who_changed_it(house: House) -> None:
    await wrote(house, "anna", "ute 2 timmar")
    await pressed(house, "anna", "Ångra")
    await house.wind(timedelta(hours=26))
    question = heard(house.person("anna"))[-1]
    await wrote(house, "anna", "ute 2 timmar")

    def corrected(session: Session) -> None:
        dina = people.actor(session, ANNA.team_id, "U0DINA", house.clock.now())
        newest = session.exec(select(Outcome).where(col(Outcome.current))).one()
        opened = outcomes.opened_report(session, dina, newest.id, house.clock.now())
        outcomes.change(session, dina, newest.id, opened.report, house.clock.now())

    await house.bot.db.write(corrected)
    await house.settled()
    lines = shown(question).splitlines()
    assert lines[0].startswith("*Sparat: fotpatrullering")
    assert "Ändrat av <@U0DINA> 24 november kl. 11." in lines


@pytest.mark.usefixtures("patrol")
async def test_a_corrected_report_stays_among_the_reporters_own(house: House) -> None:
    await added(house, m_timmar="3")
    assert "TIM-2026-0001" in await typed(house, "anna", "/lofte mina rapporter")


@pytest.mark.usefixtures("patrol")
async def test_the_receipt_of_a_line_says_that_its_report_was_taken_back(house: House) -> None:
    await typed(house, "bo", "/lofte rapport")
    await wrote(house, "anna", "ute 2 timmar")
    receipt = heard(house.person("anna"))[-1]

    def taken_back(session: Session) -> None:
        dina = people.actor(session, ANNA.team_id, "U0DINA", house.clock.now())
        outcomes.undo(session, dina, session.exec(select(Outcome.id)).one(), house.clock.now())

    await house.bot.db.write(taken_back)
    await house.settled()
    assert shown(receipt).startswith("Ångrat: rapporten om fotpatrullen")


@pytest.mark.usefixtures("patrol")
@pytest.mark.parametrize(("hours_later", "within", "said"), [(3, 2, "2 timmar"), (25, 24, "ett dygn")])
async def test_after_the_set_time_a_report_can_only_be_corrected(
    house: House, hours_later: int, within: int, said: str
) -> None:
    await wrote(house, "anna", "ute 2 timmar")
    later = house.clock.now() + timedelta(hours=hours_later)

    def too_late(session: Session) -> None:
        anna = people.actor(session, ANNA.team_id, ANNA.user_id, later)
        given = session.exec(select(Outcome.id)).one()
        outcomes.undo(session, anna, given, later, timedelta(hours=within))

    with pytest.raises(Gone, match=f"Rapporten är äldre än {said}, så den kan inte ångras."):
        await house.bot.db.write(too_late)


@pytest.mark.usefixtures("patrol")
async def test_a_line_about_what_a_colleague_has_reported_is_asked_about(house: House) -> None:
    await wrote(house, "anna", "ute 2 timmar")
    assert (
        await wrote(house, "bo", "ute 3 timmar")
        == """\
*<@U0ANNA> har redan rapporterat fotpatrullen i dag, måndag 23 november kl. 6–8, Timrå centrum*
Timmar: 2
Gäller din rad samma tillfälle? Inget av den är sparat än.
[Lägg till mitt] [En som inte var planerad] [Spara inte]"""
    )
    await pressed(house, "bo", "Lägg till mitt")
    await submitted(house, "bo", m_timmar="3")
    assert await hours(house) == [3.0]


@pytest.mark.usefixtures("patrol")
async def test_or_it_was_another_that_nobody_had_planned(house: House) -> None:
    await wrote(house, "anna", "ute 2 timmar")
    await wrote(house, "bo", "ute 3 timmar")
    assert "Rapport TIM-2026-0002" in await pressed(house, "bo", "En som inte var planerad")
    assert sorted(await hours(house)) == [2.0, 3.0]
