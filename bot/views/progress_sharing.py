"""The answer in a channel: what is posted there, the form where the channel is chosen, and what came of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.errors import FieldErrors
from bot.domain.swedish import when_text
from bot.views import blocks, progress
from bot.views.blocks import Block, Message, View, context, escape, field, modal, plain, section
from bot.views.people import mention
from bot.views.progress_found import Overview, scope_value

INVITE = "Jag måste vara med i den: skriv /invite @Löftet där om jag inte är det."
NOT_THERE = ("not_in_channel", "channel_not_found")


def form(found: Overview) -> View:
    channel: Block = {
        "type": "conversations_select",
        "placeholder": plain("Välj kanal"),
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    shown = [
        section(
            f"*{escape(progress.headline(found))}*",
            "Alla i kanalen ser siffrorna, och att du har delat dem. Av det som är skyddat visas bara antal.",
        ),
        field("channel", "I vilken kanal?", channel, hint=INVITE),
    ]
    return modal("progress_share", "Dela i en kanal", shown, submit="Dela", private=scope_value(found.scope))


def read_form(fields: Mapping[str, Any]) -> str:
    """Slack's id of the channel. Raises FieldErrors."""
    channel = str(fields["channel"])
    if not channel.startswith(("C", "G")):
        raise FieldErrors({"channel": "Välj en kanal. Ett direktmeddelande är ingen kanal."})
    return channel


def post(found: Overview, by: str, now: datetime) -> Message:
    """As it stands, without buttons: others may not press them. What is protected has no next time here."""
    protected = frozenset(one.frame.activity_id for one in found.activities if one.frame.protected)
    made = progress.overview(replace(found, hidden=protected), now)
    shared = f"Delat av {mention(by)} {when_text(now, None, now)}. Siffrorna är från då."
    kept = [block for block in made["blocks"] if block["type"] != "actions"]
    return blocks.message("\n".join([made["text"], shared]), [*kept, context(shared)])


def receipt(channel: str) -> View:
    lines = [f"*Läget delas i <#{channel}>.*", "Kommer det inte fram säger jag till dig här i Slack."]
    return modal("receipt", "Delas", [section(*lines)])


def refused(channel: str, error: str) -> Message:
    """To whoever shared it. `error` is Slack's word."""
    if error == "is_archived":
        why, again = "Kanalen är arkiverad.", "Välj en annan kanal under Dela i en kanal."
    elif error in NOT_THERE:
        why = "Jag är inte med i kanalen."
        again = "Bjud in mig: skriv /invite @Löftet i kanalen. Dela sedan läget en gång till."
    else:
        why, again = f"Slack tog inte emot det (kod {error}).", "Be den som sköter Slack hos er att titta på kanalen."
    fact = f"Läget kom inte fram i <#{channel}>. {why}"
    return blocks.message(f"{fact} {again}", [section(f"*{fact}*", again)])
