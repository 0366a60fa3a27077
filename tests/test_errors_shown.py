"""Where a person reads what went wrong, and what is written in the log of it."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import ClientResponseError, RequestInfo, ServerDisconnectedError
from multidict import CIMultiDict, CIMultiDictProxy
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session
from yarl import URL

from bot.domain.errors import Gone, NotAllowed, Unavailable
from bot.domain.words import Purpose
from bot.sandbox.house import House
from bot.views.blocks import actions, button, message, section
from handlers import errors
from handlers.answers import Answer, Open, Replace
from handlers.delivery import AfterAck
from handlers.request import Request
from handlers.units import reply
from storage import outbox
from storage.models import OutboxMessage
from tests.factories import NOW, stockholm
from tests.scenes import LEAD, scene
from tests.seen import heard, pressed, shown, typed, wrote
from tests.test_mine_and_vanished import GONE, forget
from tests.test_server import rename
from tests.test_when_things_fail import without_code

SECRET = "https://hooks.slack.com/actions/T0/1/hemligt"
NOT_FETCHED = "Jag kunde inte hämta det just nu. Du skrev: ”{}”. Kopiera raden och skicka den igen om en minut. (kod …)"


async def test_an_error_in_a_modal_is_shown_on_top_of_it(house: House) -> None:
    walk = await scene(house, "trygghetsvandring", {"bo": LEAD}, stockholm(24, 18), stockholm(24, 20))
    await typed(house, "dina", "/lofte plan")
    dina = house.person("dina")
    below = dina.modal
    await house.bot.db.write(forget, walk)
    await dina.press_label("Flytta", below)
    top = await dina.until(lambda: dina.modal if dina.modal is not below else None)
    assert (top.body["title"]["text"], shown(top)) == ("Det gick inte", GONE)
    assert heard(dina) == []


async def test_a_button_that_no_longer_means_anything_says_so(house: House) -> None:
    old = message("Hej", [section("Hej"), actions(button("Gammal", "old_button"))])
    now = house.clock.now()
    await house.bot.db.write(outbox.put, key="old", purpose=Purpose.NOTICE, due_at=now, channel="U0ANNA", payload=old)
    await house.settled()
    said = "Knappen gäller inte längre. Skriv hjälp till mig så ser du vad jag kan."
    assert await pressed(house, "anna", "Gammal") == said


@pytest.mark.parametrize("how", [typed, wrote])
async def test_who_only_asked_hears_that_it_could_not_be_fetched(house: House, how: Callable[..., Any]) -> None:
    await house.bot.db.write(rename, "agreement", "agreement_gone")
    before = "/lofte " if how is typed else ""
    await how(house, "hugo", f"{before}läget timrå")
    hugo = house.person("hugo")
    await hugo.until(lambda: [*heard(hugo), *hugo.sees("trygghet-timra")])
    assert without_code(shown(hugo.last())) == NOT_FETCHED.format("läget timrå")


def test_the_log_tells_where_and_never_what(caplog: pytest.LogCaptureFixture) -> None:
    failed = IntegrityError("INSERT INTO outcome", {"note": "Kalle"}, Exception("Failing row contains (Kalle)"))
    try:
        raise failed
    except IntegrityError as error:
        errors.sentence(error, {})
    assert "IntegrityError" in caplog.text
    assert "test_errors_shown.py" in caplog.text
    assert "Failing row" not in caplog.text


def of_slack(status: int) -> ClientResponseError:
    asked = RequestInfo(URL(SECRET), "POST", CIMultiDictProxy(CIMultiDict()), URL(SECRET))
    return ClientResponseError(asked, (), status=status, message=SECRET)


@pytest.mark.parametrize(
    "error", [of_slack(404), ServerDisconnectedError(SECRET), Unavailable(SECRET), Gone(SECRET), NotAllowed(SECRET)]
)
async def test_what_fails_after_the_ack_is_logged_by_its_type(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails() -> None:
        raise error

    after = AfterAck()
    with caplog.at_level(logging.WARNING):
        after.run(fails())
        await after.finished()
    assert [record.getMessage() for record in caplog.records] == [f"after ack: {type(error).__name__}"]


ASKED = Request("event:1", "T1", "U1", NOW, channel="D1", origin="event")


def answers(answer: Answer) -> Callable[[Session, Request], Answer]:
    return lambda _session, _request: answer


def test_a_line_may_be_answered_by_what_replaces_a_message(session: Session) -> None:
    reply(session, answers(Replace({"text": "Hej"})), ASKED)
    assert session.get_one(OutboxMessage, 1).payload == {"text": "Hej"}


def test_a_line_can_not_be_answered_by_a_window(session: Session) -> None:
    with pytest.raises(TypeError):
        reply(session, answers(Open({"type": "modal"})), ASKED)
