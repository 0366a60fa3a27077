"""The workspace as a web server on this machine."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import web

from bot.sandbox.answers import post_to_url
from bot.sandbox.clock import Clock
from bot.sandbox.delivery import SLACKS_REDELIVERY, Delivery
from bot.sandbox.faults import Faults
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.short_lived import ApiError
from bot.sandbox.socket_mode import SocketMode
from bot.sandbox.web_api import WebApi
from bot.sandbox.workspace import Workspace

BOT_TOKEN = "xoxb-sandbox"
APP_TOKEN = "xapp-sandbox"
MAX_FILE_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True)
class Sandbox:
    """Everything behind one running workspace; the page and the tests get it from the app."""

    workspace: Workspace
    clock: Clock
    faults: Faults
    sockets: SocketMode
    delivery: Delivery

    def person(self, user_id: str) -> SandboxPerson:
        return SandboxPerson(self.workspace, self.delivery, self.workspace.users[user_id])


SANDBOX = web.AppKey("sandbox", Sandbox)


def create_sandbox(
    workspace: Workspace,
    clock: Clock,
    *,
    http_url: str | None = None,
    signing_secret: str = "",
    ack_seconds: float = 3.0,
    redelivery: Sequence[float] = SLACKS_REDELIVERY,
) -> web.Application:
    """With `http_url` the app is reached by signed posts to its /slack/events, else over Socket Mode."""
    faults, sockets = Faults(), SocketMode()
    delivery = Delivery(
        sockets,
        faults,
        http_url=http_url,
        signing_secret=signing_secret,
        ack_seconds=ack_seconds,
        redelivery=redelivery,
    )
    api = WebApi(workspace, sockets, faults, bot_token=BOT_TOKEN, app_token=APP_TOKEN)
    app = web.Application(client_max_size=MAX_FILE_BYTES)
    app[SANDBOX] = Sandbox(workspace, clock, faults, sockets, delivery)
    app.router.add_route("*", "/api/{method}", api.handle)
    app.router.add_get("/link", sockets.link)
    app.router.add_post("/response/{key}", _respond)
    app.router.add_post("/upload/{file}", _upload)
    app.router.add_get("/upload/{file}", _download)
    app.router.add_get("/private/{file}", _download_with_token)
    app.on_shutdown.append(_close)
    return app


@dataclass(frozen=True)
class Running:
    url: str
    sandbox: Sandbox
    runner: web.AppRunner

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    async def stop(self) -> None:
        await self.runner.cleanup()


async def start(app: web.Application, host: str = "127.0.0.1", port: int = 0) -> Running:
    """Port 0 is any free port. Raises OSError if the port is taken."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        await runner.cleanup()
        raise
    url = f"http://{host}:{runner.addresses[0][1]}"
    app[SANDBOX].workspace.url = url
    return Running(url, app[SANDBOX], runner)


async def _respond(request: web.Request) -> web.Response:
    workspace = request.app[SANDBOX].workspace
    try:
        link = workspace.response_urls.redeem(request.match_info["key"])
        post_to_url(workspace, link, await request.json())
    except ApiError as failure:
        status = 404 if failure.code.endswith("_url") else 400
        return web.json_response({"ok": False, "error": failure.code}, status=status)
    return web.Response(text="ok")


async def _upload(request: web.Request) -> web.Response:
    file = request.app[SANDBOX].workspace.files.get(request.match_info["file"])
    if file is None:
        raise web.HTTPNotFound
    file.content = await request.read()
    return web.Response(text=f"OK - {len(file.content)}")


async def _download(request: web.Request) -> web.Response:
    file = request.app[SANDBOX].workspace.files.get(request.match_info["file"])
    if file is None:
        raise web.HTTPNotFound
    headers = {"Content-Disposition": f'attachment; filename="{file.id}"'}
    return web.Response(body=file.content, content_type="application/octet-stream", headers=headers)


async def _download_with_token(request: web.Request) -> web.Response:
    """Slack shows who has no right to a file a page to sign in on, with 200."""
    if request.headers.get("Authorization") != f"Bearer {BOT_TOKEN}":
        return web.Response(text="<title>Sign in</title>", content_type="text/html")
    return await _download(request)


async def _close(app: web.Application) -> None:
    await app[SANDBOX].delivery.close()
    await app[SANDBOX].sockets.close()
