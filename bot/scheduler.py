"""The tick. It holds no state: all work is in the database and may be ticked at twice, late, or not at all."""

from collections.abc import Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from slack_sdk.web.async_client import AsyncWebClient

from bot.services import channel_posts, dates, digests, handovers, welcome
from handlers import profiles
from handlers.sending import Sender
from storage import records
from storage.database import Database

DEFAULTS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}  # or late ticks are dropped in silence


def start_scheduler(
    db: Database, client: AsyncWebClient, now: Callable[[], datetime], sender: Sender | None
) -> AsyncIOScheduler:
    """`sender` is None where another process sends."""

    async def wake_sender() -> None:
        if sender:
            sender.wake()

    async def forget_old() -> None:
        await db.write(records.forget_old, now())

    async def end_unanswered() -> None:
        await db.write(handovers.end_unanswered, now())

    async def meet_people() -> None:
        if untold := await db.read(welcome.untold, now()):
            await db.write(welcome.prepare, untold)
        await profiles.refresh(db, client, now())

    async def write_ahead() -> None:
        await db.write(digests.plan, now())
        await db.write(dates.plan, now())
        await db.write(channel_posts.plan, now())

    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=DEFAULTS)
    scheduler.add_job(wake_sender, IntervalTrigger(seconds=1, timezone=UTC))
    scheduler.add_job(forget_old, IntervalTrigger(hours=1, timezone=UTC))
    scheduler.add_job(end_unanswered, IntervalTrigger(minutes=1, timezone=UTC))
    scheduler.add_job(meet_people, IntervalTrigger(minutes=1, timezone=UTC))
    scheduler.add_job(write_ahead, IntervalTrigger(minutes=10, timezone=UTC))
    scheduler.start()
    return scheduler
