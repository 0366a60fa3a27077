"""What was published for citizens, as anybody may read it: the newest page of each municipality, nothing else."""

import asyncio
import base64
import hashlib
import re

from aiohttp.web import Request, Response

from bot.report.html import page, tag
from bot.report.public_page import updating
from storage import publications
from storage.database import Database
from storage.publications import Withheld

AT_ONCE = 2  # readers of the database: citizens never hold up those who report
A_DAY = "86400"  # seconds
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
HEADERS = {
    "Cache-Control": "public, no-cache",  # asked for again each time: what is withdrawn is gone at once
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
NOT_FOUND = "Sidan finns inte"


class Pages:
    """Unknown, withdrawn and not yet published are all the same: not found. What is withheld will be back."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def answer(self, request: Request) -> Response:
        async with self._turns:
            content = await self._db.read(publications.served, request.match_info["key"])
        if content is None:
            return _html(_not_found(), status=404)
        if isinstance(content, Withheld):
            return _html(updating(content.contact), status=503, **{"Retry-After": A_DAY})
        tag_ = hashlib.sha256(content.encode()).hexdigest()
        if any(known.value in (tag_, "*") for known in request.if_none_match or ()):
            return Response(status=304, headers={**HEADERS, "ETag": f'"{tag_}"'})
        return _html(content, ETag=f'"{tag_}"')


def _html(content: str, *, status: int = 200, **headers: str) -> Response:
    return Response(
        text=content,
        status=status,
        content_type="text/html",
        charset="utf-8",
        headers={**HEADERS, "Content-Security-Policy": _policy(content), **headers},
    )


def _policy(content: str) -> str:
    """No script, nothing from elsewhere, and only the page's own style."""
    hashes = [hashlib.sha256(style.encode()).digest() for style in STYLE.findall(content)]
    styles = " ".join(f"'sha256-{base64.b64encode(one).decode()}'" for one in hashes) or "'none'"
    return (
        f"default-src 'none'; style-src {styles}; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def _not_found() -> str:
    lines = ("Här finns ingen sida om medborgarlöften.", "Kontrollera adressen, eller sök på kommunens webbplats.")
    return page(NOT_FOUND, tag("h1", NOT_FOUND), *(tag("p", line) for line in lines))
