"""The way in over Socket Mode. What was received is finished and acknowledged before the socket closes."""

import asyncio

from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

PING_SECONDS = 2.0  # a cut line is noticed after four pings; at the SDK's own ten seconds it stays deaf for long


class SocketDoor:
    def __init__(self, app: AsyncApp, client: AsyncWebClient, app_token: str) -> None:
        self.app = app
        self._socket = SocketModeClient(app_token, web_client=client, ping_interval=PING_SECONDS)
        self._socket.proxy = client.proxy  # the SDK has taken one from the environment
        self._socket.socket_mode_request_listeners.append(self._answer)
        self._under_way = 0
        self._quiet = asyncio.Event()
        self._quiet.set()

    async def open(self) -> None:
        """Raises SlackApiError when Slack does not know the token: the SDK alone would ask again for ever."""
        self._socket.wss_uri = await self._socket.issue_new_wss_url()
        await self._socket.connect()  # type: ignore[no-untyped-call]

    async def is_open(self) -> bool:
        return await self._socket.is_connected()

    async def close(self) -> None:
        """Takes no more, finishes, acknowledges, closes. The SDK closes the socket first, and every ack is lost."""
        self._socket.auto_reconnect_enabled = self._socket.default_auto_reconnect_enabled = False
        if self._socket.message_receiver:
            self._socket.message_receiver.cancel()
        while not self._socket.message_queue.empty():
            await asyncio.sleep(0)
        await asyncio.sleep(0)  # what was just taken from the queue begins
        await self._quiet.wait()
        await self._socket.close()  # type: ignore[no-untyped-call]

    async def _answer(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        self._under_way += 1
        self._quiet.clear()
        try:
            await send_async_response(client, request, await run_async_bolt_app(self.app, request), 0.0)
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._quiet.set()
