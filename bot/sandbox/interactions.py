"""What a person does in the workspace. The page and the tests both go through here: to the bot they are the same."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from bot.sandbox import answers, forms, payloads, view_stack
from bot.sandbox.delivery import Delivery, NotAcked
from bot.sandbox.elements import Json, NotThere, entered, find_element, find_input, find_label, is_stateful
from bot.sandbox.mentions import escaped
from bot.sandbox.workspace import BOT, PATIENCE, SLACKBOT, Channel, File, Message, User, View, Workspace

T = TypeVar("T")
Place = Message | View


class SandboxPerson:
    def __init__(self, workspace: Workspace, delivery: Delivery, user: User) -> None:
        self.workspace = workspace
        self.delivery = delivery
        self.user = user
        self.offered: list[Json] = []
        """The options that the app gave at the latest `suggest`."""

    @property
    def dm(self) -> Channel:
        return self.workspace.im(self.user.id)

    @property
    def home(self) -> View | None:
        return self.workspace.homes.get(self.user.id)

    @property
    def modal(self) -> View | None:
        stack = self.workspace.modals.get(self.user.id)
        return stack[-1] if stack else None

    @property
    def modal_errors(self) -> dict[str, str]:
        """By block id; "" is about the whole modal."""
        return self.modal.errors if self.modal else {}

    def sees(self, channel: str) -> list[Message]:
        """`channel` is an id or a name, here and below; a person's id means their direct message with the bot."""
        return self.workspace.visible(self.user.id, self._channel(channel).id)

    def last(self) -> Message | None:
        """The newest message that this person can see anywhere."""
        seen = (message for channel in self.workspace.channels for message in self.sees(channel))
        return max(seen, key=lambda message: message.ts, default=None)

    async def until(self, condition: Callable[[], T | None], seconds: float = PATIENCE) -> T:
        """Waits for what the bot does after its ack. Raises TimeoutError."""
        return await self.workspace.until(condition, seconds)

    async def command(self, channel: str, line: str) -> None:
        """Types a line that begins with a slash."""
        place = self._channel(channel)
        name, _, text = line.strip().partition(" ")
        if self.user.external or name not in self.workspace.commands:
            self._told(place.id, f"`{name}` is not a valid command")
            return
        payload = payloads.command(self.workspace, self.user, place, name, escaped(self.workspace, text.strip()))
        try:
            ack = await self.delivery.send("slash_commands", payload)
        except NotAcked as failure:
            self._told(place.id, f'{name} failed with the error "{failure.code}"')
        else:
            answers.show_command_ack(self.workspace, self.user, place, line, ack)

    async def write(
        self, channel: str, text: str, thread_ts: str | None = None, files: Sequence[File] = ()
    ) -> Message:  # fmt: skip
        """A message: the bot hears those in its direct message, and those that mention it."""
        place = self._channel(channel)
        said = escaped(self.workspace, text)
        message = self.workspace.post(place.id, self.user.id, said, thread_ts=thread_ts, files=list(files))
        if place.is_im:
            await self.delivery.event(payloads.dm_event(self.workspace, self.user, message))
        elif f"<@{BOT}>" in message.text and BOT in place.members:
            await self.delivery.event(payloads.mention_event(self.workspace, self.user, message))
        return message

    async def share(self, channel: str, name: str, content: bytes, text: str = "") -> Message:
        """A file, with a line beside it or not."""
        place = self._channel(channel)
        file = File(self.workspace.new_id("F"), name, name, content, [place.id], self.user.id)
        self.workspace.files[file.id] = file
        return await self.write(place.id, text, files=[file])

    async def open_home(self) -> None:
        await self.delivery.event(payloads.home_opened_event(self.workspace, self.user))

    async def change(self, **profile: Any) -> None:
        """The person moves (`tz`), or the account is deactivated (`deleted`): Slack tells the app."""
        for name, value in profile.items():
            setattr(self.user, name, value)
        await self.delivery.event(payloads.user_change_event(self.workspace, self.user))

    async def press(self, place: Place, action_id: str, block_id: str | None = None, value: Any = None) -> None:
        """A button, menu, picker or box. `value` is an option's value or text, an id, a date …, or a list of these."""
        block, element = find_element(place.blocks, action_id, block_id)
        entry = entered(element, value, self.offered)
        if is_stateful(element):
            self._remember(place, block, element, entry)
        payload = payloads.block_actions(self.workspace, self.user, place, block, element, entry)
        try:
            await self.delivery.send("interactive", payload)
        except NotAcked as failure:
            self._tell_in(place, f"Det gick inte ({failure.code}). Försök igen.")

    async def press_label(self, label: str, in_: Place | str | None = None) -> None:
        """The newest button or overflow choice that reads so; waits for it. `in_`: a place, a channel or "home"."""
        place, action_id, block_id, value = await self.until(lambda: self._labelled(label, in_))
        await self.press(place, action_id, block_id, value)

    async def suggest(self, place: Place, action_id: str, query: str) -> list[Json]:
        """Types into an external select; gives the options that the app offers, none if it does not answer."""
        block, element = find_element(place.blocks, action_id)
        payload = payloads.suggestion(self.workspace, self.user, place, block, element, query)
        try:
            ack = await self.delivery.send("interactive", payload)
        except NotAcked:
            ack = {}
        groups = ack.get("option_groups", ())
        self.offered = [*ack.get("options", ()), *(option for group in groups for option in group["options"])]
        return self.offered

    async def fill(self, field: str, value: Any) -> None:
        """A field of the open modal, by label, block id or action id; waits for the modal. `value` as in `press`."""
        view = await self.until(lambda: self.modal)
        block, element = find_input(view.blocks, field)
        if block["type"] != "input" or block.get("dispatch_action"):
            await self.press(view, element["action_id"], block["block_id"], value)
        else:
            self._remember(view, block, element, entered(element, value, self.offered))

    async def submit(self) -> None:
        """Slack checks the fields first; the app hears only of a form that passes."""
        view = await self.until(lambda: self.modal)
        view.errors = forms.check(view)
        if not view.errors:
            await self._send_submission(view)
        self.workspace.touch()

    async def close(self, *, all_views: bool = False) -> None:
        """The button *Avbryt*; `all_views` is the cross, which closes the whole stack."""
        view = self.modal
        if view is None:
            raise NotThere("no open modal")
        cleared = all_views or bool(view.body.get("clear_on_close"))
        for closed in view_stack.close(self.workspace, view, everything=cleared):
            if closed.body.get("notify_on_close"):
                payload = payloads.view_closed(self.workspace, self.user, closed, is_cleared=cleared)
                await self._send_quietly(payload)

    async def global_shortcut(self, callback_id: str) -> None:
        await self._send_quietly(payloads.shortcut(self.workspace, self.user, callback_id))

    async def message_shortcut(self, message: Message, callback_id: str) -> None:
        await self._send_quietly(payloads.message_action(self.workspace, self.user, message, callback_id))

    async def _send_submission(self, view: View) -> None:
        try:
            ack = await self.delivery.send("interactive", payloads.view_submission(self.workspace, self.user, view))
        except NotAcked:
            view.errors = {"": answers.TROUBLE}
        else:
            answers.show_submission_ack(self.workspace, view, ack)

    async def _send_quietly(self, payload: Json) -> None:
        """Slack shows nothing when these are not acknowledged."""
        try:
            await self.delivery.send("interactive", payload)
        except NotAcked:
            return

    def _labelled(self, label: str, in_: Place | str | None) -> tuple[Place, str, str, str | None] | None:
        for place in self._places(in_):
            if found := find_label(place.blocks, label):
                block, element, value = found
                return place, element["action_id"], block["block_id"], value
        return None

    def _places(self, in_: Place | str | None) -> list[Place]:
        """Where to look, the nearest first: an open modal covers everything else."""
        if isinstance(in_, Message | View):
            return [in_]
        home: list[Place] = [self.home] if self.home else []
        if in_ == "home":
            return home
        if in_ is not None:
            return [*reversed(self.sees(in_))]
        if self.modal:
            return [self.modal]
        seen = [message for channel in self.workspace.channels for message in self.sees(channel)]
        return [*sorted(seen, key=lambda message: message.ts, reverse=True), *home]

    def _remember(self, place: Place, block: Json, element: Json, entry: Json) -> None:
        values = place.values if isinstance(place, View) else place.values.setdefault(self.user.id, {})
        values.setdefault(block["block_id"], {})[element["action_id"]] = entry
        self.workspace.touch()

    def _tell_in(self, place: Place, text: str) -> None:
        if isinstance(place, View):
            place.errors = {"": text}
            self.workspace.touch()
        else:
            self._told(place.channel, text)

    def _told(self, channel: str, text: str) -> None:
        self.workspace.post(channel, SLACKBOT, text, ephemeral_to=self.user.id)

    def _channel(self, ref: str) -> Channel:
        channel = self.workspace.find_channel(ref)
        if channel is None:
            raise NotThere(f"no channel {ref!r}")
        return channel
