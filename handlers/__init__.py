"""The complete list of what the bot reacts to."""

from collections.abc import Callable
from datetime import datetime

from slack_bolt.async_app import AsyncApp

from handlers import home, mine, outcomes, people
from handlers.routing import Router, Tables, changes, reads
from storage.database import Database

COMMANDS = {
    "": reads(mine.show),
    "rapport": changes(outcomes.report),
    "rapportera": changes(outcomes.report),
    "hjalp": reads(people.help_),
}
ACTIONS = {
    "outcome_form": reads(outcomes.form),
    "outcome_pick": changes(outcomes.pick),
    "outcome_undo": changes(outcomes.undo),
}
VIEWS = {
    "outcome": changes(outcomes.submit),
}
TABLES = Tables(
    commands=COMMANDS,
    line=changes(outcomes.line),
    actions=ACTIONS,
    views=VIEWS,
    home=reads(home.show),
)


def register(app: AsyncApp, db: Database, now: Callable[[], datetime]) -> Router:
    router = Router(TABLES, db, now)
    router.register(app)
    return router
