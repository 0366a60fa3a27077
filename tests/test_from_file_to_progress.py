"""Each of the five agreements the whole way: from its file to a planned year, a reminder, an answer, and how it goes.

The file and the plan go in by the services; everything after that is what people do and see in the chat.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest
from sqlmodel import Session

from bot.domain.calendar import at
from bot.domain.periods import Period
from bot.domain.recurrence import Span, spread
from bot.domain.words import Form, Per
from bot.sandbox import personas
from bot.sandbox.house import House
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.seed import read_example
from bot.sandbox.story_dates import hours, months, quarters, weeks, whole_days
from bot.sandbox.workspace import Message
from bot.services import agreements, occurrences, people
from storage import agreement_rows
from storage.models import Activity
from tests.seen import shown

YEAR = 2027
MEETING = at(date(YEAR, 1, 14), time(15))  # when the council has decided on the year's numbers
MOST_REMINDERS = 150


@dataclass(frozen=True)
class Path:
    """`files` go in after each other, and the last one's year is planned.

    The last of the `reminders` is the one that is answered, and becomes the receipt.
    """

    files: tuple[str, ...]
    who: str
    reminders: tuple[str, ...]
    answer: Callable[[SandboxPerson], Awaitable[None]]
    receipt: str
    asked: str
    progress: str


async def in_the_form(bo: SandboxPerson) -> None:
    await bo.press_label("Rapportera")
    await bo.fill("Deltagare", "17")
    await bo.fill("Brister", "5")
    await bo.submit()


async def in_a_line(anna: SandboxPerson) -> None:
    await anna.write(anna.dm.id, "2 timmar, 12 samtal, lugnt")


async def in_two_words(hugo: SandboxPerson) -> None:
    await hugo.write(hugo.dm.id, "lägesbild klar")


async def by_command(hugo: SandboxPerson) -> None:
    await hugo.command("trygghet-hofors", "/lofte rapport rådsmöte 12 deltagare 3 beslut")


async def from_another_organisation(finn: SandboxPerson) -> None:
    await finn.write(finn.dm.id, "huskurage 3 föreningar")


PATHS = [
    Path(
        files=("hofors_2023-2024", "hofors_exempel"),
        who="bo",
        reminders=(
            "*I morgon, onsdag 14 april kl. 18–20: trygghetsvandring, Hofors centrum*\nDu leder.\n"
            "[Flytta] [Kan inte – lämna över] [Ställ in]",
            "*Hur gick trygghetsvandringen i kväll, onsdag 14 april kl. 18–20, Hofors centrum?*\n"
            "Svara med en rad, till exempel: 2 timmar, 12 deltagare, lugnt\n"
            "[Rapportera] [Blev inte av] [Fråga mig senare]",
        ),
        answer=in_the_form,
        receipt="*Sparat: trygghetsvandring i kväll, onsdag 14 april kl. 18–20, Hofors centrum*\n"
        "Deltagare: 17 · Brister: 5\n1 av 2 planerade vandringar är gjorda i år, enligt plan.\n"
        "Rapport HOF-2027-0001. Finns kvar under Mina rapporter.\n[Ändra] [Ångra]",
        asked="har vi gjort vandringarna i Hofors?",
        progress="*Hofors, trygghetsvandringar (exempel): läget onsdag 14 april*\n"
        "*Enligt plan:* 1 gjord, 1 väntad till i dag, 2 planerade i år. Nästa: tisdag 5 oktober.\n"
        "Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.\n"
        "Nyaste rapport: i dag, onsdag 14 april. Inga rapporter saknas.\n"
        "[Visa detaljer] [Fråga ansvarig] [Dela i en kanal] [Visa diagram | Prenumerera]",
    ),
    Path(
        files=("kommunen_i_exemplet_2022", "kommunen_i_exemplet_exempel"),
        who="anna",
        reminders=(
            "*Hur gick fotpatrullen vecka 4, Resecentrum och skolgården, Kommunen i exemplet?*\n"
            "Svara med en rad, till exempel: 2 timmar, 12 samtal, lugnt\n"
            "[Rapportera] [Blev inte av] [Fråga mig senare]",
        ),
        answer=in_a_line,
        receipt="*Sparat: fotpatrullering vecka 4, Resecentrum och skolgården, Kommunen i exemplet*\n"
        "Timmar: 2 · Samtal: 12 · Anteckning: ”lugnt”\n1 av 40 planerade pass är gjorda i år, enligt plan.\n"
        "Rapport KOM-2027-0001. Finns kvar under Mina rapporter.\n[Ändra] [Ångra]",
        asked="läget Kommunen i exemplet",
        progress="*Kommunen i exemplet (exempel): läget fredag 29 januari*\n"
        "1 aktivitet går enligt plan, 4 går inte att bedöma.\n"
        "*Enligt plan:* fotpatrulleringar 1 av 40\n"
        "*Går inte att bedöma:* Berätta hur det är och rätta felaktiga påståenden · Gemensam lägesbild · "
        "Tidigt upptäcka unga, både killar och tjejer, som riskerar missbruk · Insatser på platser där "
        "trafiken har pekats ut som ett problem. Inget är rapporterat. Inget antal är bestämt.\n"
        "Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.\n"
        "Nyaste rapport: i dag, fredag 29 januari. Inga rapporter saknas.\n"
        "Nästa: måndag 1 februari.\n"
        "[Visa detaljer] [Fråga ansvarig] [Dela i en kanal] [Visa diagram | Prenumerera]",
    ),
    Path(
        files=("ockelbo_2022-2024", "ockelbo_exempel"),
        who="hugo",
        reminders=("*Är lägesbilden för januari i Ockelbo uppdaterad?*\n[Ja, klar] [Delvis] [Inte än]",),
        answer=in_two_words,
        receipt="*Sparat: En bättre gemensam lägesbild som grund för insatser, till exempel i trafiken, januari, "
        "Ockelbo*\n1 av 12 planerade uppdateringar är gjorda i år, enligt plan.\n"
        "Rapport OCK-2027-0001. Finns kvar under Mina rapporter.\n[Ändra] [Ångra]",
        asked="hur går det med Ockelbo?",
        progress="*Ockelbo (exempel): läget fredag 29 januari*\n"
        "1 aktivitet är inte påbörjad, 1 går enligt plan.\n"
        "*Inte påbörjat:* ungdomsforum 0 av 4\n"
        "*Enligt plan:* En bättre gemensam lägesbild som grund för insatser, till exempel i trafiken 1 av "
        "12\n"
        "Antalen planerades av rådet 14 januari. Medborgarlöftet anger inga antal.\n"
        "Nyaste rapport: i dag, fredag 29 januari. Inga rapporter saknas.\n"
        "Nästa: måndag 1 februari.\n"
        "[Visa detaljer] [Fråga ansvarig] [Dela i en kanal] [Visa diagram | Prenumerera]",
    ),
    Path(
        files=("timra_2019-2023", "timra_samverkan_exempel"),
        who="hugo",
        reminders=(
            "*I morgon, fredag 26 februari kl. 18–20: rådsmöte, Kommunhuset, Timrå*\nDu leder.\n"
            "[Flytta] [Kan inte – lämna över] [Ställ in]",
            "*Hur gick rådsmötet i kväll, fredag 26 februari kl. 18–20, Kommunhuset, Timrå?*\n"
            "Svara med en rad, till exempel: 2 timmar, 12 deltagare\n"
            "[Rapportera] [Blev inte av] [Fråga mig senare]",
        ),
        answer=by_command,
        receipt="*Sparat: rådsmöte i kväll, fredag 26 februari kl. 18–20, Kommunhuset, Timrå*\n"
        "Deltagare: 12 · Beslut: 3\n1 av 4 planerade möten är gjorda sedan 1 april, färre än väntat till i dag.\n"
        "Rapport TIM-2027-0001. Finns kvar under Mina rapporter.\n[Ändra] [Ångra]",
        asked="läget samverkan Timrå",
        progress="*Timrå, samverkansöverenskommelsen (exempel): läget fredag 26 februari*\n"
        "1 aktivitet ligger efter, 1 är inte påbörjad, 2 går inte att bedöma.\n"
        "*Ligger efter:* rådsmöten. 1 gjord, 3 väntade till i dag, 4 planerade april 2026–mars 2027.\n"
        "*Inte påbörjat:* Ta fram en strategi för kommunikationen, med riktlinjer för vem som uttalar sig\n"
        "*Går inte att bedöma:* Förebyggande arbete bland unga · Fortsätta med ”Tillsammans mot nätdroger”. "
        "Inget är rapporterat. Inget antal är bestämt.\n"
        "I samverkansöverenskommelsen är året april 2026–mars 2027.\n"
        "Antalen planerades av rådet 14 januari. Samverkansöverenskommelsen anger inga antal.\n"
        "Nyaste rapport: i dag, fredag 26 februari. Inga rapporter saknas.\n"
        "[Visa detaljer] [Fråga ansvarig] [Dela i en kanal] [Visa diagram | Prenumerera]",
    ),
    Path(
        files=("timra_2019-2023", "timra_2021-2022", "timra_samverkan_exempel", "timra_exempel"),
        who="finn",
        reminders=(
            "*Nå fler fastighetsägare med Huskurage, till exempel bostadsrättsföreningar, Timrå: "
            "vad har ni gjort sedan fredag 1 januari?*\n"
            "Svara med en rad, till exempel: 2 timmar, 12 deltagare\n"
            "[Rapportera] [Inget nytt] [Fråga mig senare]",
        ),
        answer=from_another_organisation,
        receipt="*Sparat: Nå fler fastighetsägare med Huskurage, till exempel bostadsrättsföreningar, kvartal 1, "
        "Timrå*\nFöreningar: 3\n"
        "Rapport TIM-2027-0001. Finns kvar under Mina rapporter.\n[Ändra] [Ångra]",
        asked="hur går det med Huskurage i Timrå?",
        progress="*Timrå, Nå fler fastighetsägare med Huskurage, till exempel bostadsrättsföreningar (exempel): "
        "läget onsdag 31 mars*\n"
        "*Går inte att bedöma:* Föreningar: 3 i år, senast i dag, onsdag 31 mars. Inget antal är bestämt. "
        "Nästa: i morgon, torsdag 1 april.\n"
        "Nyaste rapport: i dag, onsdag 31 mars. Inga rapporter saknas.\n"
        "[Visa detaljer] [Fråga ansvarig] [Dela i en kanal] [Prenumerera | Visa överenskommelsen]",
    ),
]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path.files[-1]))
async def test_an_agreement_goes_from_its_file_to_how_it_is_going(house: House, path: Path) -> None:
    who, chief = house.person(path.who), house.person("cia")
    house.clock.wind_to(MEETING)
    await house.bot.db.bulk(enter, path.files, MEETING)

    for reminder in path.reminders:
        message = await sent(house, who, reminder)
    await path.answer(who)
    await house.settled()
    assert shown(message) == path.receipt

    await chief.write(chief.dm.id, path.asked)
    await house.settled()
    assert shown(chief.sees(chief.dm.id)[-1]) == path.progress


def enter(session: Session, names: Sequence[str], now: datetime) -> None:
    for name in names:
        agreements.add(session, read_example(name, YEAR), now)
    dina = people.actor(session, personas.DINA.team_id, personas.DINA.user_id, now)
    for reference, activity in agreement_rows.by_reference(session).items():
        if reference.startswith(f"{names[-1]}/"):
            goals = agreement_rows.goals(session, activity.id)
            occurrences.plan_series(session, dina, activity.id, year_of(activity, goals[0].count if goals else 4), now)


def year_of(activity: Activity, count: int) -> Sequence[Span]:
    match activity.form:
        case Form.DATED:
            return [hours(day, 18, 2) for day in spread(count, MEETING.date() + timedelta(days=1), date(YEAR, 12, 31))]
        case Form.WINDOW:
            return [*weeks(YEAR, range(4, 4 + count)).values()]
        case Form.DELIVERABLE:
            return [whole_days(Period(MEETING.date(), activity.due_on))] if activity.due_on else []
        case _:
            return [*(months(YEAR) if activity.cadence is Per.MONTH else quarters(YEAR)).values()]


async def sent(house: House, who: SandboxPerson, reminder: str) -> Message:
    """Winds the clock from reminder to reminder, everybody's, until the person has got this one."""
    for _ in range(MOST_REMINDERS):
        for message in who.sees(who.dm.id):
            if shown(message) == reminder:
                return message
        await house.wind("reminder")
    raise AssertionError(f"never sent: {reminder}")
