"""The process that is measured: one Bolt app behind Socket Mode and HTTP at once.

python -m tests.benchmarks.server {bot,empty,default} API_PORT PORT [DATABASE_URL]
"""

import asyncio
import logging
import re
import sys
from contextlib import closing, suppress
from datetime import UTC, datetime

from aiohttp import web
from pydantic import SecretStr
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import create_app, only_serve, open_session
from bot.settings import Settings
from storage.database import Database
from tests.benchmarks.slack import SECRET

BOT_TOKEN, APP_TOKEN = "xoxb-bench", "xapp-bench"


async def main(name: str, api_port: int, port: int, database_url: str) -> None:
    api = f"http://127.0.0.1:{api_port}/"
    if name == "bot":
        await serve_bot(api, port, database_url)
    else:
        await serve(empty_app(api, at_once=name == "empty"), port)


async def serve_bot(api: str, port: int, database_url: str) -> None:
    settings = Settings(slack_bot_token=SecretStr(BOT_TOKEN), slack_signing_secret=SecretStr(SECRET), slack_api_url=api)
    with closing(Database(database_url)) as db:
        async with open_session(settings) as session:
            built = await create_app(settings, db, lambda: datetime.now(UTC), session)
            only_serve()
            await serve(built.app, port, built.client)


def empty_app(api: str, *, at_once: bool) -> AsyncApp:
    """Takes every command and does nothing. Not `at_once` is Bolt's default: it looks for the ack every 10 ms."""
    client = AsyncWebClient(BOT_TOKEN, base_url=api)
    app = AsyncApp(client=client, signing_secret=SECRET, process_before_response=at_once)

    @app.command(re.compile(".*"))
    async def take(ack: AsyncAck) -> None:
        await ack()

    return app


async def serve(app: AsyncApp, port: int, client: AsyncWebClient | None = None) -> None:
    async def receive(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    site = web.Application()
    site.router.add_post("/slack/events", receive)
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    handler = AsyncSocketModeHandler(app, APP_TOKEN, web_client=client)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        await asyncio.Event().wait()
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
        await runner.cleanup()


if __name__ == "__main__":
    logging.basicConfig(level=logging.ERROR)
    with suppress(KeyboardInterrupt):
        asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), "".join(sys.argv[4:])))
