"""The follow-up of a police area: its municipalities side by side, in the message and in each file."""

import csv
import json

from bot.domain.follow_up_places import Agreed, FollowedPlace, side_by_side
from bot.domain.progress import Verdict
from bot.domain.words import Form, GoalOrigin
from bot.report.follow_up_page import page
from bot.report.follow_up_parts import parts
from bot.report.parts import Heading, Table
from bot.sandbox.house import House
from tests.follow_ups import agreement, area, follow_up, followed, progress
from tests.seen import heard, pressed, wrote

CHECKS = progress(done=21, expected=20)
TALKS = progress("Samtal", "dialog", goal=4, origin=GoalOrigin.PROMISED, done=1, expected=3, verdict=Verdict.BEHIND)
STAYS = progress("Alkoholfritt", "alkoholfri_aktivitet", goal=9, done=5, expected=8, missing_reports=2)
ONCE = progress("Belysning", "fysisk_atgard", goal=1, form=Form.DELIVERABLE, done=1, verdict=Verdict.FINISHED)
HOFORS = FollowedPlace("Hofors", 4, 24, 22, 23, 2, "1 ligger efter, 2 går enligt plan, 1 är klar")
OCKELBO = FollowedPlace("Ockelbo", None, None, 0, 0, 0, "inget gällde")


def test_what_is_counted_in_times_is_summed_and_all_is_judged() -> None:
    agreed: Agreed = {("Hofors",): [(one, None) for one in (CHECKS, TALKS, STAYS, ONCE)]}

    assert side_by_side(agreed, ["Ockelbo", "Hofors"], over=False) == (HOFORS, OCKELBO)


def test_what_several_agreed_on_together_is_counted_once() -> None:
    agreed: Agreed = {("Hofors", "Ockelbo"): [(CHECKS, None)]}

    (both,) = side_by_side(agreed, ["Hofors", "Ockelbo"], over=False)

    assert (both.name, both.planned, both.done) == ("Hofors och Ockelbo", 24, 21)


def test_the_paper_has_a_row_for_each_before_the_agreements() -> None:
    made = follow_up(agreement(area(followed(CHECKS))), place="Gästrikland", places=(HOFORS, OCKELBO))

    some = list(parts(made, None, to_fill_in=False))
    table = next(one for one in some if isinstance(one, Table))
    headings = [one.text for one in some if isinstance(one, Heading)]

    assert headings[:3] == ["Sammanfattning", "Kommunerna sida vid sida", "Medborgarlöfte för Timrå 2026"]
    assert table.header == ("Kommun", "Utlovat", "Planerat", "Gjort", "Väntat", "Saknar rapport", "Läge")
    assert list(table.rows) == [
        ("Hofors", "4", "24", "22", "23", "2", "1 ligger efter, 2 går enligt plan, 1 är klar"),
        ("Ockelbo", "inget antal", "inget antal", "0", "0", "0", "Inget gällde"),
    ]
    assert "Kommunerna sida vid sida" in page(made)


SHOWN = """\
*Uppföljning: Gästrikland 2026 (exempel)*
*Hofors:* 19 gjorda, 21 väntade, 26 planerade. 1 ligger efter, 4 går enligt plan, 1 går inte att bedöma.
*Ockelbo:* 13 gjorda, 13 väntade, 16 planerade. 2 går enligt plan.
Siffrorna är från i dag, måndag 23 november. Varje kommun fastställer sin egen uppföljning. Välj en kommun för att \
se den.
Nyaste rapport: fredag 30 oktober (för 3 veckor sedan). Inga rapporter saknas.
[Ladda ner Word] [Välj kommun] [Ladda ner webbsida | Ladda ner tabell | Ladda ner data]"""


async def test_a_chief_of_the_area_has_it_in_the_message_and_in_the_files(full_house: House) -> None:
    assert await wrote(full_house, "cia", "uppföljning Gästrikland 2026") == SHOWN

    await pressed(full_house, "cia", "Ladda ner tabell")
    await pressed(full_house, "cia", "Ladda ner data")
    await full_house.settled()
    sent = {file.name: file.content for message in heard(full_house.person("cia")) for file in message.files}
    table = sent["uppfoljning_gastrikland_2026.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(table.splitlines(), delimiter=";"))

    assert [(row["Kommun"], row["Planerat antal"], row["Gjort"]) for row in rows if row["Slag"] == "summa"] == [
        ("Hofors", "26", "19"),
        ("Ockelbo", "16", "13"),
    ]
    assert {row["Kommun"] for row in rows} == {"Hofors", "Ockelbo"}
    assert [one["name"] for one in json.loads(sent["uppfoljning_gastrikland_2026.json"])["places"]] == [
        "Hofors",
        "Ockelbo",
    ]


async def test_who_may_not_see_the_area_is_told_so(full_house: House) -> None:
    told = await wrote(full_house, "eva", "uppföljning Gästrikland 2026")

    assert told.startswith("Du kan inte se uppföljningen i Gästrikland. <@U0DINA> kan hjälpa dig.\n")
