"""The follow-up as a message: a year with a little of everything, as a draft and settled."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.periods import Period
from bot.domain.words import FollowUpState
from bot.sandbox.workspace import Message
from bot.views import follow_up as views
from bot.views.follow_up import Format, ShownFollowUp
from storage.follow_up_versions import Version
from tests import follow_ups
from tests.follow_ups import NEXT_YEAR, NOVEMBER, YEAR, followed
from tests.seen import shown

DRAFT = """\
*Uppföljning: Timrå 2026*
Utkast, version 2. Siffrorna är från i dag, måndag 23 november. Perioden går till 31 december 2026.
1 aktivitet ligger efter, 2 går enligt plan, 1 går inte att bedöma, 1 är klar.
*Utlovat:* informationsinsatser 3 av 4 (+1 delvis)
*Planerat:* fotpatrulleringar 31 av 44 · trafikkontroller 21 av 24 · trygghetsvandringar 2 av 2 · \
informationsinsatser 3 av 6 (+1 delvis)
*Utan antal:* Sprida Huskurage (Föreningar: 11)
*Avvikelser:* fotpatrulleringar 8 blev inte av (personal 6, väder 2)
Ingen rapport har kommit in än. Saknar rapport: 1, från torsdag 12 november.
*Rapporter saknas:* fotpatrulleringar 1
*Mätbart mål saknas:* Sprida Huskurage
[Ladda ner Word] [Fastställ] [Ladda ner webbsida | Ladda ner tabell | Ladda ner data]"""
BEFORE = NOVEMBER - timedelta(days=3)
VERSION = Version(7, 1, "Timrå", YEAR, 2, FollowUpState.DRAFT, "", "U0EVA", NOVEMBER, None, None)
SETTLED = replace(VERSION, state=FollowUpState.SETTLED, settled_by="U0DINA", settled_at=NOVEMBER)
MADE = ShownFollowUp(VERSION, follow_ups.timra(), may_settle=True, may_renew=True)


def lines(found: ShownFollowUp, now: datetime = NOVEMBER) -> list[str]:
    made = views.shown(found, now)
    return shown(Message("1", "D1", "UBOT", made["text"], made["blocks"])).splitlines()


def test_a_draft_whole() -> None:
    assert "\n".join(lines(MADE)) == DRAFT


def test_what_was_done_is_told_also_where_the_plan_has_nothing_in_the_period() -> None:
    one = follow_ups.progress(done=1)
    spared = one._replace(tally=one.tally._replace(goal=0))
    found = follow_ups.follow_up(follow_ups.agreement(follow_ups.area(followed(spared))))

    assert "*Planerat:* trafikkontroller (1 gjord)" in lines(replace(MADE, follow_up=found))


def test_the_text_says_the_same() -> None:
    said = views.shown(MADE, NOVEMBER)["text"].splitlines()

    assert said == [line.replace("*", "") for line in DRAFT.splitlines()[:-1]]


@pytest.mark.parametrize(
    ("found", "state", "button"),
    [
        (
            replace(MADE, version=replace(SETTLED, made_at=BEFORE), follow_up=replace(MADE.follow_up, made_at=BEFORE)),
            "Fastställd i dag, måndag 23 november av <@U0DINA>, version 2. "
            "Siffrorna är från fredag 20 november. De ändras inte mer.",
            " [Gör ett nytt utkast]",
        ),
        (
            replace(MADE, version=SETTLED),
            "Fastställd i dag, måndag 23 november av <@U0DINA>, version 2. Siffrorna är från samma dag. "
            "De ändras inte mer.",
            " [Gör ett nytt utkast]",
        ),
        (
            replace(MADE, version=SETTLED, unchanged=True),
            "Fastställd i dag, måndag 23 november av <@U0DINA>, version 2. Siffrorna är från samma dag. "
            "Inget har ändrats sedan dess.",
            "",
        ),
        (replace(MADE, may_settle=False), DRAFT.splitlines()[1], ""),
        (
            replace(MADE, follow_up=replace(MADE.follow_up, made_at=NEXT_YEAR)),
            "Utkast, version 2. Siffrorna är från torsdag 14 januari 2027.",
            " [Fastställ]",
        ),
    ],
)
def test_what_is_said_of_the_version_and_what_may_be_done_with_it(
    found: ShownFollowUp, state: str, button: str
) -> None:
    _, said, *_, buttons = lines(found)

    assert said == state
    assert buttons == f"[Ladda ner Word]{button} [Ladda ner webbsida | Ladda ner tabell | Ladda ner data]"


def test_a_stretch_of_time_that_nobody_asked_for_is_said_to_be_so() -> None:
    assert lines(replace(MADE, assumed=True))[2] == (
        "Du skrev ingen tid, så jag tog den här. Vill du ha en annan, skriv till exempel: uppföljning tertial 2"
    )


def test_settling_what_is_not_over_is_asked_about() -> None:
    asked = [element.get("confirm") for element in views.shown(MADE, NOVEMBER)["blocks"][-1]["elements"]][1]

    assert asked["text"]["text"] == (
        "Siffrorna fryses som de står här. Rapporter som kommer senare ändrar dem inte. "
        "Tiden är inte slut förrän 31 december 2026."
    )


def test_a_file_is_named_after_the_place_and_the_time() -> None:
    found = replace(MADE.follow_up, place="Kommunen i exemplet", period=Period(YEAR.first.replace(month=9), YEAR.last))

    assert views.file_name(found, Format.CSV) == "uppfoljning_kommunen_i_exemplet_tertial_3_2026.csv"


def test_what_a_button_carries_is_read_back() -> None:
    assert views.read_value(views.value(7, YEAR)) == (7, YEAR)
