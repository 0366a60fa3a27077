"""Fills an empty database: ten agreements, the people of the sandbox, the last year of what is over, and this year."""

from datetime import date, datetime, time, timedelta
from importlib.resources import files

from sqlmodel import Session, col, select

from bot.domain.agreement_file import AgreementFile, load_example, read_agreement
from bot.domain.calendar import at, local_day
from bot.domain.words import MessageState
from bot.sandbox import story_deficiencies, story_follow_ups, story_others, story_past, story_timra
from bot.sandbox.cast import add_people
from bot.sandbox.personas import DINA
from bot.sandbox.story import tell
from bot.services import agreements, people
from storage import outbox
from storage.models import OutboxMessage

# Each after what it replaces and belongs to.
ORIGINALS = ("hofors_2023-2024", "kommunen_i_exemplet_2022", "ockelbo_2022-2024", "timra_2019-2023", "timra_2021-2022")
EXAMPLES = (
    "hofors_exempel", "kommunen_i_exemplet_exempel", "ockelbo_exempel", "timra_samverkan_exempel", "timra_exempel",
)  # fmt: skip
COUNCIL_MONTH, COUNCIL_DAY, COUNCIL_ENDS = 1, 14, time(15)
STILL_ASKED = timedelta(hours=1)


def seed(session: Session, start: datetime) -> None:
    """`start` is what `bot.sandbox.demo.demo_start` gave. The year was planned at the council's meeting in January."""
    year = local_day(start).year
    planned_at = at(date(year, COUNCIL_MONTH, COUNCIL_DAY), COUNCIL_ENDS)
    originals = [read_example(name, year) for name in ORIGINALS]
    for file in (*originals, *(read_example(name, year) for name in EXAMPLES)):
        agreements.add(session, file, planned_at)
    add_people(session, planned_at)
    dina = people.actor(session, DINA.team_id, DINA.user_id, planned_at)
    story_past.enter(session, originals, dina.person_id)
    courses = [*story_timra.courses(year), *story_others.courses(year)]
    told = (story_timra, story_others, story_deficiencies, story_follow_ups)
    scenes = [scene for part in told for scene in part.scenes(year)]
    tell(session, courses, scenes, planned_at=planned_at, until=start)
    _end_messages(session, start - STILL_ASKED)


def read_example(name: str, year: int) -> AgreementFile:
    text = files("bot.sandbox").joinpath("agreements", f"{name}.yaml").read_text(encoding="utf-8")
    return read_agreement(load_example(text, year))


def _end_messages(session: Session, before: datetime) -> None:
    """Nobody needs what was due before that day: it was answered, or asked again since."""
    waiting = select(OutboxMessage.id).where(
        OutboxMessage.state == MessageState.PENDING, col(OutboxMessage.due_at) < before
    )
    outbox.mark_ended(session, session.exec(waiting).all(), MessageState.DROPPED)
