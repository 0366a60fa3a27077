"""A follow-up that is asked for in a line without the bot's own word: gathered before anything is written."""

import pytest
from sqlmodel import Session

from bot.domain.errors import NotAllowed
from bot.sandbox.personas import ANNA, CIA, Persona
from bot.services import report_line
from handlers import TABLES
from handlers.answers import Answer, Say
from handlers.request import Request
from handlers.routing import Router
from handlers.tables import Route
from tests.seeded import START, actor

AREA, TIMRA = "*Uppföljning: Gästrikland 2026 (exempel)*", "*Uppföljning: Timrå 2026 (exempel)*"


def routed(session: Session, who: Persona, line: str) -> tuple[Route, Request]:
    """As far as somebody has come who writes a line, before it is their turn to write."""
    router = Router(tables=TABLES, db=None, now=lambda: START)  # type: ignore[arg-type]
    route, asked = router.understood(Request("1", who.team_id, who.user_id, START, text=line))
    return route, asked._replace(found=route.first(session, asked) if route.first else None)


def head(answer: Answer) -> str:
    assert isinstance(answer, Say)
    shown: str = answer.message["blocks"][0]["text"]["text"]
    return shown.partition("\n")[0]


@pytest.mark.parametrize(
    ("line", "title", "report"),
    [
        ("uppföljning Gästrikland", AREA, "trygghetsvandring hofors 12 november 17 deltagare"),
        ("årsrapport Gästrikland", AREA, "trygghetsvandring hofors 12 november 17 deltagare"),
        ("följ upp Gästrikland 2026", AREA, "trygghetsvandring hofors 12 november 17 deltagare"),
        ("årsrapport Timrå 2026", TIMRA, "fotpatrull timrå 12 november 2 timmar"),
    ],
)
def test_nothing_is_gathered_while_others_wait_to_write(seeded: Session, line: str, title: str, report: str) -> None:
    """What is reported meanwhile is not in it."""
    route, asked = routed(seeded, CIA, line)
    report_line.report(seeded, actor(seeded, ANNA), report, START)
    answer = route.handler(seeded, asked)
    again, anew = routed(seeded, CIA, line)

    assert head(answer) == title
    assert answer != again.handler(seeded, anew)


@pytest.mark.parametrize("line", ["trafikkontroll 45 fordon", "följ upp bristerna i Hofors", "Timrå", "lugnt"])
def test_other_lines_gather_nothing(seeded: Session, line: str) -> None:
    assert routed(seeded, CIA, line)[1].found is None


@pytest.mark.parametrize("line", ["kvartalsrapport Timrå kvartal 3", "följ upp Timrå 2026"])
def test_a_year_or_a_quarter_is_no_number_to_report(seeded: Session, line: str) -> None:
    route, asked = routed(seeded, ANNA, line)

    with pytest.raises(NotAllowed, match="är inte fastställd än"):
        route.handler(seeded, asked)
