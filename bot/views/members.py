"""The people of some municipalities, and the form for what one of them may do and is responsible as."""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import groupby

from bot.domain.calendar import local_day
from bot.domain.functions import FUNCTIONS
from bot.domain.swedish import day_text, joined, sentence
from bot.domain.swedish_words import name
from bot.domain.words import Part, Role
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    context,
    divider,
    escape,
    message,
    modal,
    section,
)
from bot.views.giving import Offered, fields
from bot.views.people import mention
from storage.members import Given, Member

MOST = 20  # of what one person has; Slack takes 100 blocks


def listing(members: Sequence[Member], after: int | None, now: datetime) -> View:
    """`after`: there are more."""
    rows = [block for one in members for block in _row(one, now)]
    nothing = [section("Ingen är tillagd i dina kommuner än.")]
    more = [actions(button("Visa fler", "members_list", after))] if after else []
    invite = actions(button("Bjud in någon", "invitation_search"))
    return modal("members", "Personer", [invite, *(rows or nothing), *more])


def opener() -> Message:
    """In a chat, where no window may open by itself."""
    text = "Här ser du vilka som är med, ändrar vad de får göra och lämnar över när någon slutar."
    return message(text, [section(text), actions(button("Visa personerna", "members_list", "all"))])


def form(member: Member, may_end: Collection[str], offered: Offered, now: datetime) -> View:
    rows = [_given_row(one, one.key in may_end, now) for one in member.given[:MOST]]
    left = len(member.given) - MOST
    more = [context(f"{left} till visas inte här.")] if left > 0 else []
    who = section(f"*{mention(member.user_id)}*", *_for_whom(member))
    blocks = [who, *rows, *more, divider(), *fields(offered, member.party, now)]
    return modal("members_give", "Ändra person", blocks, submit="Lägg till", private=str(member.person_id))


def receipt(member: Member, now: datetime) -> View:
    return modal("receipt", "Sparat", [section(f"*{mention(member.user_id)}*", *described(member, now))])


def described(member: Member, now: datetime) -> list[str]:
    return [*_for_whom(member), summary(member.given, now)]


def summary(given: Sequence[Given], now: datetime) -> str:
    """Gives "Handläggare och områdespolis i Hofors och Timrå · kommunpolis i Timrå (till och med 3 december)"."""
    places = [
        (what, joined([escape(one.place) for one in group]), when)
        for (what, when), group in groupby(given, key=lambda one: (_what(one), _limits(one, now)))
    ]
    said = [
        f"{joined([what for what, _, _ in group])} i {where}{f' ({when})' if when else ''}"
        for (where, when), group in groupby(places, key=lambda one: one[1:])
    ]
    return sentence(" · ".join(said)) if said else "Ingen behörighet just nu"


def _for_whom(member: Member) -> list[str]:
    return [escape(member.party[1])] if member.party else []


def _row(member: Member, now: datetime) -> list[Block]:
    who = mention(member.user_id)
    return [
        section(f"*{who}*", *described(member, now)),
        actions(button("Ändra", "members_form", member.person_id), button("Lämnar", "leaving_form", member.person_id)),
    ]


def _given_row(given: Given, may_end: bool, now: datetime) -> Block:
    limits = _limits(given, now)
    text = f"{sentence(_what(given))} i {escape(given.place)}{f' ({limits})' if limits else ''}"
    if not may_end:
        return section(text)
    about = f"{_what(given)} i {given.place}"
    sure = confirm("Avsluta från i dag?", sentence(about), "Avsluta från i dag", "Behåll")
    return section(text, accessory=button("Avsluta", "members_end", given.key, confirm=sure, about=about))


def _what(given: Given) -> str:
    if isinstance(given.what, Role):
        return name(given.what)
    return FUNCTIONS[given.what].name + (" (ersättare)" if given.part is Part.SUBSTITUTE else "")


def _limits(given: Given, now: datetime) -> str:
    today = local_day(now)
    first = f"från och med {day_text(given.first, today)}" if given.first > today else ""
    last = f"till och med {day_text(given.last, today)}" if given.last else ""
    return " ".join(one for one in (first, last) if one)
