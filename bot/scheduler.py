"""The tick. It holds no state: all work is in the database and may be ticked at twice, late, or not at all."""

from collections.abc import Callable
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger
from slack_sdk.web.async_client import AsyncWebClient

from bot.services import upkeep
from handlers import profiles
from handlers.sending import Sender
from storage.database import Database

DEFAULTS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}  # or late ticks are dropped in silence


def start_scheduler(
    db: Database, client: AsyncWebClient, now: Callable[[], datetime], sender: Sender | None
) -> AsyncIOScheduler:
    """`sender` is None where another process sends."""

    async def wake_sender() -> None:
        if sender:
            sender.wake()

    async def each_minute() -> None:
        await db.write(upkeep.look_back, now())
        await db.write(upkeep.greet, now())
        await profiles.refresh(db, client, now())

    async def look_ahead() -> None:
        await db.write(upkeep.look_ahead, now())

    async def forget() -> None:
        await db.write(upkeep.forget, now())

    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=DEFAULTS)
    scheduler.add_job(wake_sender, IntervalTrigger(seconds=1, timezone=UTC))
    scheduler.add_job(each_minute, IntervalTrigger(minutes=1, timezone=UTC))
    scheduler.add_job(look_ahead, IntervalTrigger(minutes=10, timezone=UTC))
    scheduler.add_job(forget, IntervalTrigger(hours=1, timezone=UTC))
    scheduler.start()
    return scheduler
