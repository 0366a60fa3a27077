"""A long text is read outside any transaction: SQLite has one writer, and reports wait for it."""

import pytest
from sqlmodel import Session

from bot.domain.errors import Gone
from bot.domain.permissions import Actor
from bot.domain.words import Role
from bot.services import agreement_drafts, agreement_text
from handlers import agreements
from handlers.answers import Replace, Show, Work
from handlers.request import Request
from tests import factories
from tests.agreement_talk import TEXT
from tests.factories import NOW


@pytest.fixture
def dina(session: Session) -> Actor:
    town = factories.municipality(session, "Timrå")
    return factories.acting(session, factories.person(session, "UDINA", Role.COORDINATOR, place=town))


def asked(value: str = "", **fields: str) -> Request:
    return Request("view:V1", factories.TEAM, "UDINA", NOW, value=value, fields=fields)


def work(answer: object) -> Work:
    assert isinstance(answer, Work)
    return answer


def test_a_pasted_text_is_kept_and_read_after_the_transaction(session: Session, dina: Actor) -> None:
    reading = work(agreements.read_pasted(session, asked(first=TEXT)))
    assert isinstance(reading.meanwhile, Show)
    assert agreement_drafts.waiting(session, dina, NOW) == []

    reading.save(session, reading.make())
    assert len(agreement_drafts.waiting(session, dina, NOW)) == 1


def test_a_text_that_was_written_is_begun_on_once_however_often_it_is_pressed(session: Session, dina: Actor) -> None:
    draft_id = agreement_text.keep(session, dina, TEXT, NOW)
    first, second = (work(agreements.read_text(session, asked(str(draft_id)))) for _ in range(2))
    assert isinstance(first.meanwhile, Replace)
    read = first.make()
    first.save(session, read)

    with pytest.raises(Gone):
        second.save(session, read)
    assert len(agreement_drafts.waiting(session, dina, NOW)) == 1


@pytest.mark.usefixtures("dina")
def test_a_text_that_takes_long_is_read_in_a_process_of_its_own(session: Session) -> None:
    answers = [agreements.read_pasted(session, asked(first=text)) for text in (TEXT, TEXT * 100)]

    assert [work(one).heavy for one in answers] == [False, True]
