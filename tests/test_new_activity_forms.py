"""An activity made of a message can have windows, or a day when it is to be delivered."""

from datetime import date

import pytest
from sqlmodel import Session, col, select

from bot.domain.words import Form
from bot.sandbox.house import House
from storage.models import Activity
from tests.scenes import LEAD, agreed
from tests.seen import submitted, typed
from tests.test_shortcuts import taken

ASKED = "skriva rapport om nattvandring"


@pytest.fixture
async def begun(house: House) -> House:
    """The form is open."""
    await agreed(house, "fotpatrullering", {"anna": LEAD})
    await taken(house, "dina", ASKED, "activity_from_message")
    return house


async def newest(house: House) -> tuple[Form, str | None, date | None]:
    def made(session: Session) -> tuple[Form, str | None, date | None]:
        row = session.exec(select(Activity).order_by(col(Activity.id).desc())).first()
        assert row
        return row.form, row.window, row.due_on

    return await house.bot.db.read(made)


async def test_windows_have_a_length(begun: House) -> None:
    refused = await submitted(begun, "dina", kind="nattvandring", form="window")
    assert (
        "Hur långt är varje tidsfönster: ← Välj hur långt varje tidsfönster är, så vet jag när jag ska fråga."
        in refused
    )
    assert "[Ändra ansvariga] [Planera]" in await submitted(begun, "dina", window="week")
    assert await newest(begun) == (Form.WINDOW, "week", None)


async def test_what_is_delivered_has_a_day(begun: House) -> None:
    refused = await submitted(begun, "dina", kind="ovrigt", form="deliverable", due_on="2031-12-01")
    assert "Välj en dag från i dag till 31 december." in refused
    made = await submitted(begun, "dina", due_on="2026-12-01")
    assert "Ingen är ansvarig än, och det ska vara klart senast 1 december." in made
    assert await newest(begun) == (Form.DELIVERABLE, None, date(2026, 12, 1))


async def test_what_is_delivered_is_planned_until_its_day(begun: House) -> None:
    await submitted(begun, "dina", kind="ovrigt", form="deliverable", due_on="2026-12-01")
    planned = await typed(begun, "dina", "/lofte plan")
    assert "*Senast tisdag 1 december: skriva rapport om nattvandring, Timrå*" in planned


async def test_a_day_is_not_kept_for_what_has_dates(begun: House) -> None:
    await submitted(begun, "dina", kind="nattvandring", window="month", due_on="2026-12-01")
    assert await newest(begun) == (Form.DATED, None, None)
