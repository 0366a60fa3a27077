"""A chart or a file in the direct message with the bot. Where Slack draws no charts yet, a chart is a picture.

They go through the outbox, so that whoever was told to look there finds them. Of a file Slack cannot be asked whether
it arrived: it may come twice rather than not at all, and who waits is told when it is given up.
"""

from sqlmodel import Session

from bot.domain.errors import NotKnown, UserError
from bot.domain.words import MessageState, Purpose
from bot.services.files_sent import INSTEAD, Made, Upload
from bot.services.outbox import Ended, Outgoing
from handlers.answers import Answer, Bring, Draw
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
    if isinstance(answer, Draw | Bring):
        await db.write(_put_once, answer, asked)
    return answer


def put(session: Session, answer: Draw | Bring, asked: Request) -> None:
    if isinstance(answer, Draw):
        key, payload = f"reply:{asked.key}", answer.message | {INSTEAD: list(answer.instead)}
    else:
        key, payload = f"file:{asked.key}", answer.file
    outbox.put(session, key=key, purpose=Purpose.REPLY, due_at=asked.now, channel=asked.user_id, payload=payload)


async def bring(message: Taken, outgoing: Outgoing, upload: Upload, post: Post) -> Result:
    """One attempt to bring the file to Slack. To make it too slowly is one too, or it would be made for ever."""
    if message.attempts > TRIES:
        return _given_up(post)
    try:
        made = await apart(upload.make, heavy=upload.heavy)
    except Stopped:
        return Uncertain("not_made")
    if not post.is_in_time(message):
        return Uncertain("not_made")
    return await post.counted(_uploaded(made, outgoing, upload.name, post))


def not_built(message: Taken, why: BaseException, post: Post) -> Result | Ended:
    """An attempt too: what it is made of cannot be read, is not there any more, or is not for the person any more.

    Who has left is told nothing.
    """
    if isinstance(why, NotKnown):
        return Ended(MessageState.DROPPED)
    if isinstance(why, UserError) or message.attempts > TRIES:
        return _given_up(post)
    return Uncertain("not_built")


def _given_up(post: Post) -> Refused:
    post.counts["failed"] += 1
    return Refused("given_up")


async def _uploaded(made: Made, outgoing: Outgoing, name: str, post: Post) -> Sent:
    channel = await post.conversation(outgoing.channel)
    alt, said = made.alt or None, outgoing.payload["text"] or None  # what is empty is not sent at all
    await post.client.files_upload_v2(
        channel=channel, filename=name, title=name, content=made.content, alt_txt=alt, initial_comment=said
    )
    return Sent(channel, None)


def _put_once(session: Session, answer: Draw | Bring, asked: Request) -> None:
    if records.first_time(session, asked.key, asked.now):
        put(session, answer, asked)
