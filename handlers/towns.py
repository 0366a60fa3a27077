"""Municipalities that are offered while somebody types, where there are more than a menu holds."""

from typing import Any

from sqlmodel import Session

from bot.domain.permissions import Action
from bot.services import towns
from bot.views.blocks import LONGEST_MENU, option
from handlers.actor import actor
from handlers.request import Request


def offered(session: Session, request: Request, *, action: Action) -> list[dict[str, Any]]:
    who = actor(session, request)
    found = towns.named_like(session, who, action, request.text)[:LONGEST_MENU]
    more = f":{request.value}" if request.value else ""
    return [option(name, f"{id_}{more}") for id_, name in found]
