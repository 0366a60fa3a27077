"""A chart in the direct message with the bot: as Slack draws it, or a picture where Slack does not draw charts yet.

Both go through the outbox, so that whoever was told to look there finds it. Of a picture Slack cannot be asked whether
it arrived: it may come twice rather than not at all, and who waits is told when it is given up.
"""

from functools import partial

from sqlmodel import Session

from bot.domain.words import Purpose
from bot.report.chart import Chart
from bot.services import progress_chart
from bot.services.outbox import INSTEAD, Outgoing
from handlers.answers import Answer, Draw
from handlers.posting import Post
from handlers.processes import Stopped, apart
from handlers.request import Request
from handlers.results import Refused, Result, Sent, Uncertain
from storage import outbox, records
from storage.database import Database
from storage.leases import Taken

TRIES = 4


async def kept(answer: Answer, asked: Request, db: Database) -> Answer:
    """An answer that was only read for, and is still to be sent."""
    if isinstance(answer, Draw):
        await db.write(_put_once, answer, asked)
    return answer


def put(session: Session, answer: Draw, asked: Request) -> None:
    payload = answer.message | {INSTEAD: list(answer.instead)}
    key, channel = f"reply:{asked.key}", asked.user_id
    outbox.put(session, key=key, purpose=Purpose.REPLY, due_at=asked.now, channel=channel, payload=payload)


async def bring(message: Taken, outgoing: Outgoing, post: Post) -> Result:
    """One attempt to bring the picture to Slack. To draw it too slowly is one too, or it would be drawn for ever."""
    if message.attempts > TRIES:
        post.counts["failed"] += 1
        return Refused("given_up")
    try:
        made = await apart(partial(progress_chart.paint, outgoing.picture), heavy=True)
    except Stopped:
        return Uncertain("not_drawn")
    if not post.is_in_time(message):
        return Uncertain("not_drawn")
    return await post.counted(_uploaded(made, outgoing, post))


async def _uploaded(made: Chart, outgoing: Outgoing, post: Post) -> Sent:
    channel = await post.conversation(outgoing.channel)
    name, said = outgoing.picture["name"], outgoing.payload["text"]
    await post.client.files_upload_v2(
        channel=channel, filename=name, title=name, content=made.png, alt_txt=made.alt, initial_comment=said
    )
    return Sent(channel, None)


def _put_once(session: Session, answer: Draw, asked: Request) -> None:
    if records.first_time(session, asked.key, asked.now):
        put(session, answer, asked)
