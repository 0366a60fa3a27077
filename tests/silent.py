"""A line to PostgreSQL that can go silent: nothing is refused and nothing breaks, but nothing comes through."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import make_url

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Line:
    def __init__(self, url: str) -> None:
        self._server = make_url(url)
        self._open = asyncio.Event()
        self.speak()
        self._taken: list[asyncio.Future[None]] = []
        self.url = ""

    def speak(self) -> None:
        self._open.set()

    def silence(self) -> None:
        self._open.clear()

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._taken.append(asyncio.ensure_future(self._connect(reader, writer)))

    async def hang_up(self) -> None:
        for one in self._taken:
            one.cancel()
        await asyncio.gather(*self._taken, return_exceptions=True)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answers, questions = await self._call()
        await asyncio.gather(self._carry(reader, questions), self._carry(answers, writer))

    async def _call(self) -> Streams:
        folder = self._server.query.get("host")
        port = self._server.port or 5432
        if isinstance(folder, str):
            return await asyncio.open_unix_connection(f"{folder}/.s.PGSQL.{port}")
        return await asyncio.open_connection(self._server.host, port)

    async def _carry(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            while said := await source.read(65536):
                await self._open.wait()
                target.write(said)
        finally:
            target.close()


@asynccontextmanager
async def line(url: str) -> AsyncIterator[Line]:
    """To the same database; its `url` leads through the line."""
    made = Line(url)
    server = await asyncio.start_server(made.take, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    made.url = make_url(url).set(host="127.0.0.1", port=port, query={}).render_as_string(hide_password=False)
    async with server:
        yield made
        await made.hang_up()
