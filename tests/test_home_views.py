import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.kinds import KINDS, kind
from bot.domain.report import Report
from bot.domain.report_search import EARLIER, Search
from bot.domain.words import Form, OccurrenceState, OutcomeStatus, Part, Purpose, Reason
from bot.sandbox.block_check import check_message, check_view
from bot.views import home
from bot.views import mine as mine_views
from bot.views.blocks import View
from bot.views.home import HomeContents, HomeDesk
from bot.views.mine import Mine
from storage.mine import MyReport, OpenHandover, Unsent
from storage.models import AccessRequest
from storage.occurrences import Listed, Named, Staffed
from tests.factories import NOW, stockholm

WALK = Listed(
    id=7, starts_at=stockholm(24, 18), ends_at=stockholm(24, 20), label=None, place="biblioteket",
    state=OccurrenceState.PLANNED, sequence=0, planned=True, activity_id=1, title="Trygghetsvandringar",
    kind="trygghetsvandring", form=Form.DATED, protected=False, agreement_id=1, municipality_id=1,
    municipality="Hofors", prefix="HOF",
)  # fmt: skip
LONG = WALK._replace(
    municipality="Kommunen i exemplet",
    place="parkeringen bakom Centrumhuset vid gamla resecentrum, södra infarten",
    title="Sprida Huskurage till fler fastighetsägare, till exempel bostadsrättsföreningar", kind="informationsinsats",
    protected=True,
)  # fmt: skip
BO, ANNA = Named(1, "T1", "UBO", Part.LEAD), Named(2, "T1", "UANNA", Part.PARTICIPANT)
NOBODY = Mine(person_id=1, coming=[], to_report=[], plans=False)
EMPTY = HomeContents(NOBODY, [], [], Search(), HomeDesk([], [], []), [], [])


def texts(view: View) -> list[str]:
    return [block["text"]["text"] for block in view["blocks"] if "text" in block]


def buttons(blocks: Sequence[dict[str, Any]]) -> list[str]:
    return [one["text"]["text"] for block in blocks if block["type"] == "actions" for one in block["elements"]]


def reported(number: int, of: Listed = WALK) -> MyReport:
    figures = {measure.key: 1234.5 for measure in kind(of.kind).measures}
    return MyReport(
        number, f"HOF-2026-{number:04d}", of, Report(OutcomeStatus.PARTLY, Reason.WEATHER, 3, figures, "å" * 300)
    )


def crowded() -> HomeContents:
    asked = stockholm(2, 8, month=1)
    requests = [AccessRequest(id=one, team_id="T1", user_id=f"U0GRETA{one:04}", asked_at=asked) for one in range(9)]
    return HomeContents(
        mine=Mine(1, [Staffed(LONG._replace(id=one), [BO, ANNA]) for one in range(5)], [LONG] * 60, plans=True),
        reports=[reported(number, LONG) for number in range(10)],
        kinds=list(KINDS),
        search=Search(),
        desk=HomeDesk(requests, [OpenHandover(LONG, "U0000ANNA", "U00000BO", asked)] * 9, []),
        standing=[],
        coordinators=["U0000DINA"] * 4,
    )


def test_an_empty_home_says_so() -> None:
    assert texts(home.view(EMPTY, NOW)) == [
        "Mina tillfällen", "Inget är planerat för dig just nu.",
        "Att rapportera", "Ingen rapport saknas från dig.",
        "Mina rapporter", "Du har inte lämnat några rapporter än.",
    ]  # fmt: skip


def test_home_says_when_it_was_true_and_whom_to_ask() -> None:
    foot = home.view(replace(EMPTY, coordinators=["UDINA"]), NOW)["blocks"][-1]["elements"][0]["text"]
    assert foot == (
        "Visar hur det var i dag, fredag 20 november kl. 10. Skriv hjälp till mig så ser du vad du kan göra. "
        "Samordnare: <@UDINA>."
    )


def test_what_is_next_tells_who_leads() -> None:
    row = mine_views.coming_row(Staffed(WALK, [BO, ANNA]), BO.person_id, NOW)
    assert row[0]["text"]["text"] == (
        "*Tisdag 24 november kl. 18–20: trygghetsvandring, biblioteket, Hofors*\nDu leder, <@UANNA> är med."
    )


def test_who_takes_part_reads_who_leads() -> None:
    row = mine_views.coming_row(Staffed(WALK, [BO, ANNA]), ANNA.person_id, NOW)
    assert row[0]["text"]["text"].endswith("biblioteket, Hofors*\nDu är med, <@UBO> leder.")


def test_a_protected_one_says_what_not_to_do() -> None:
    row = mine_views.coming_row(Staffed(WALK._replace(protected=True), [BO]), BO.person_id, NOW)
    assert row[0]["text"]["text"].endswith("Du leder.\nSkyddad: skriv inte tid och plats i någon kanal.")


@pytest.mark.parametrize(
    ("occurrence", "offered"),
    [
        (WALK, ["Flytta", "Kan inte – lämna över", "Ställ in", "Kalenderfil"]),
        (WALK._replace(starts_at=NOW - timedelta(hours=1)), ["Rapportera", "Flytta", "Kan inte – lämna över"]),
        (WALK._replace(form=Form.CONTINUOUS, label="kvartal 1 2027"), ["Kan inte – lämna över"]),
    ],
)
def test_buttons_fit_what_can_be_done(occurrence: Listed, offered: list[str]) -> None:
    assert buttons(mine_views.coming_row(Staffed(occurrence, [BO]), BO.person_id, NOW)) == offered


def test_the_newest_unreported_stands_first() -> None:
    days = [WALK._replace(id=day, starts_at=stockholm(day, 18), ends_at=stockholm(day, 20)) for day in (5, 12)]
    view = home.view(replace(EMPTY, mine=replace(NOBODY, to_report=days)), NOW)
    assert [block["accessory"]["value"] for block in view["blocks"] if "accessory" in block] == ["12", "5"]


def test_a_report_shows_its_number_what_when_and_figures() -> None:
    row = mine_views.report_row(reported(42), NOW)
    assert row["text"]["text"].startswith(
        "*HOF-2026-0042* · trygghetsvandring tisdag 24 november kl. 18–20, biblioteket, Hofors\nDelvis · Orsak: väder"
    )


def test_a_choice_in_the_menus_is_read_back() -> None:
    search = Search("trygghetsvandring", EARLIER)
    view = home.view(replace(EMPTY, kinds=["trygghetsvandring"], search=search), NOW)
    menus = {
        one["block_id"]: one["accessory"]["initial_option"]["value"] for one in view["blocks"] if "block_id" in one
    }
    assert menus == {"home_kind:trygghetsvandring": "trygghetsvandring", "home_month:tidigare": "tidigare"}
    assert home.read_search(menus, NOW) == search


def test_another_forms_fields_are_no_search() -> None:
    assert home.read_search({"status": "done", "home_kind:alla": "x", "home_month:alla": None}, NOW) == Search()


def test_requests_can_be_answered_from_home() -> None:
    view = home.view(replace(EMPTY, desk=crowded().desk), NOW)
    assert texts(view)[:2] == ["Väntar på svar", "*<@U0GRETA0000> vill bli tillagd.* Frågade fredag 2 januari."]
    assert buttons(view["blocks"][:3]) == ["Lägg till", "Avslå"]


def test_what_did_not_get_away_says_to_whom_and_why() -> None:
    unsent = [
        Unsent("UBO", Purpose.REMINDER, "user_not_found"),
        Unsent("UBO", Purpose.REMINDER, "user_not_found"),
        Unsent("UANNA", Purpose.QUESTION, None),
    ]
    view = home.view(replace(EMPTY, desk=HomeDesk([], [], unsent)), NOW)
    assert texts(view)[0] == (
        "*Kom inte i väg: 2 påminnelser och 1 fråga*\n"
        "<@UBO>: kontot finns inte längre i Slack.\n<@UANNA>: det blev för sent."
    )


def test_a_crowded_home_is_cut_and_says_so() -> None:
    view = home.view(crowded(), NOW)
    size = len(json.dumps(view["blocks"], ensure_ascii=False, separators=(",", ":")))
    assert (len(view["blocks"]) <= 100, size <= 13_200, check_view(view)) == (True, True, [])
    notes = [block["elements"][0]["text"] for block in view["blocks"] if block["type"] == "context"]
    assert any(note.endswith("till visas inte här.") for note in notes)


@pytest.mark.parametrize("since", [None, stockholm(2, 8, month=1)])
def test_home_of_somebody_unknown_passes_the_block_check(since: Any) -> None:
    assert check_view(home.unknown(since, NOW)) == []


def test_somebody_unknown_can_ask_from_home() -> None:
    assert buttons(home.unknown(None, NOW)["blocks"]) == ["Lägg till mig"]


def test_long_lists_pass_the_block_check() -> None:
    found = crowded()
    for message in (mine_views.show(found.mine, NOW), mine_views.reports(found.reports, NOW)):
        assert check_message(message["text"], message["blocks"]) == []
