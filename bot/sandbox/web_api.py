"""The Web API: every method behind one address, with Slack's encodings, tokens, errors and scripted faults."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.sandbox import web_api_chat, web_api_files, web_api_people, web_api_views
from bot.sandbox.elements import Json
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.short_lived import ApiError
from bot.sandbox.socket_mode import SocketMode
from bot.sandbox.workspace import Workspace

Method = Callable[[Workspace, Json], Json]

METHODS: dict[str, Method] = {
    **web_api_chat.METHODS,
    **web_api_files.METHODS,
    **web_api_people.METHODS,
    **web_api_views.METHODS,
}


class WebApi:
    def __init__(
        self, workspace: Workspace, sockets: SocketMode, faults: Faults, *, bot_token: str, app_token: str
    ) -> None:
        self.workspace = workspace
        self.sockets = sockets
        self.faults = faults
        self.bot_token = bot_token
        self.app_token = app_token

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """POST or GET /api/{method}"""
        method = request.match_info["method"]
        fault = self.faults.of_call(method)
        if fault is Fault.TIMEOUT:
            await asyncio.sleep(self.faults.hang_seconds)
        if fault is Fault.RATE_LIMITED:
            return self._rate_limited()
        if fault is Fault.MISSING_SCOPE:
            return web.json_response(_failed(ApiError("missing_scope")))
        if fault in (Fault.SERVER_ERROR, Fault.TIMEOUT):
            return web.json_response({"ok": False, "error": "internal_error"}, status=500)
        answer = self._answer(method, request, await _arguments(request))
        if fault is Fault.ANSWER_LOST and request.transport:
            request.transport.close()
        return answer

    def _answer(self, method: str, request: web.Request, args: Json) -> web.Response:
        try:
            self._authorize(method, request, args)
            self._refuse(args)
            if method == "chat.postMessage" and self.faults.too_fast(str(args.get("channel"))):
                return self._rate_limited()
            return web.json_response({"ok": True, **self._call(method, args)})
        except ApiError as failure:
            return web.json_response(_failed(failure))

    def _call(self, method: str, args: Json) -> Json:
        if method == "apps.connections.open":
            root = self.workspace.url.replace("http", "ws", 1)
            return {"url": f"{root}/link?ticket={self.sockets.new_ticket()}"}
        if method not in METHODS:
            raise ApiError("unknown_method")
        try:
            return METHODS[method](self.workspace, args)
        except KeyError as missing:
            raise ApiError("invalid_arguments", f"[ERROR] missing required field: {missing.args[0]}") from missing

    def _authorize(self, method: str, request: web.Request, args: Json) -> None:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or args.get("token")
        if not token:
            raise ApiError("not_authed")
        if token != (self.app_token if method == "apps.connections.open" else self.bot_token):
            raise ApiError("invalid_auth")

    def _refuse(self, args: Json) -> None:
        ids = [str(args.get(key)) for key in ("channel", "user", "users", "user_id", "channel_id")]
        channel = self.workspace.channels.get(ids[0])
        if code := self.faults.refusal(*ids, *(channel.members if channel and channel.is_im else ())):
            raise ApiError(code)
        if any(block.get("type") in self.faults.unknown_blocks for block in args.get("blocks") or ()):
            raise ApiError("invalid_blocks")

    def _rate_limited(self) -> web.Response:
        headers = {"Retry-After": str(self.faults.retry_after)}
        return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)


async def _arguments(request: web.Request) -> Json:
    body = await request.text() if request.content_type == "application/json" else ""
    fields = {**request.query, **await request.post()}
    return {key: _nested(value) for key, value in fields.items()} | (json.loads(body) if body else {})


def _nested(value: Any) -> Any:
    """In forms and queries, lists and objects travel as JSON text."""
    if not isinstance(value, str) or not value.startswith(("[", "{")):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value


def _failed(failure: ApiError) -> Json:
    answer: Json = {"ok": False, "error": failure.code}
    if failure.messages:
        answer |= {"errors": [*failure.messages], "response_metadata": {"messages": [*failure.messages]}}
    return answer
