"""People's calendars, as programs outside read them: with a secret address, seldom, and only what has changed."""

import asyncio
import hashlib
from collections.abc import Callable
from datetime import datetime

from aiohttp.web import Request, Response

from bot.documents.calendar_file import calendar_file
from bot.domain.bounds import Bounds
from bot.services import calendar_feeds as feeds
from bot.views import calendar_feeds as views
from bot.views.calendar_feeds import Calendar
from storage.database import Database

WINDOW = 600.0  # seconds
EACH = 30  # for one address: programs ask every quarter of an hour at most
GUESSES = 600  # for all that have not been found: a guess needs 2 ** 256
FORMAT = 1  # raised when what is made of the same entries looks different
HEADERS = {
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Calendars:
    """Unknown, revoked and misspelt addresses are all the same: not found. Nobody can use up what others may ask."""

    def __init__(self, db: Database, now: Callable[[], datetime]) -> None:
        self._db = db
        self._now = now
        self._bounds = Bounds(WINDOW)
        self._found: set[str] = set()

    async def answer(self, request: Request) -> Response:
        secret = request.match_info["secret"]
        address = feeds.hashed(secret)
        if not self._allows(address):
            return Response(status=429, headers={**HEADERS, "Retry-After": f"{WINDOW:.0f}"})
        found = await self._db.read(feeds.read, secret, self._now())
        if found is None:
            self._found.discard(address)
            return Response(status=404, headers=HEADERS)
        self._found.add(address)
        return await _file(found, request)

    def _allows(self, address: str) -> bool:
        now = asyncio.get_running_loop().time()
        if address in self._found:
            return self._bounds.allows(address, EACH, now)
        return self._bounds.allows("", GUESSES, now)


async def _file(found: Calendar, request: Request) -> Response:
    """What the program has already is not made again: writing 200 entries takes a fifth of a second."""
    tag = hashlib.sha256(repr((FORMAT, found)).encode()).hexdigest()
    headers = {**HEADERS, "ETag": f'"{tag}"'}
    if any(known.value in (tag, "*") for known in request.if_none_match or ()):
        return Response(status=304, headers=headers)
    body = await asyncio.to_thread(calendar_file, views.NAME, found.entries, about=views.about(found))
    return Response(body=body, content_type="text/calendar", charset="utf-8", headers=headers)
