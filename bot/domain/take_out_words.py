"""What the record of who did what is called in Swedish. What is not here stands as it is stored."""

from collections.abc import Mapping
from typing import Any

from bot.domain.channel_posts import PostKind
from bot.domain.swedish_words import name
from bot.domain.words import DeficiencyState

SUBJECTS: Mapping[str, str] = {
    "municipality": "kommun",
    "agreement": "överenskommelse",
    "activity": "aktivitet",
    "occurrence": "tillfälle",
    "handover": "överlämning",
    "outcome": "rapport",
    "deficiency": "brist",
    "channel_post": "inlägg i kanal",
    "public_contact": "kontakt på sidan",
    "progress": "läget för aktivitet",
    "publication": "publicering",
    "follow_up_version": "uppföljning",
}
POSTS: Mapping[PostKind, str] = {
    PostKind.WEEK: "veckan som kommer",
    PostKind.REPORTED: "det som är rapporterat",
}
ACTIONS: Mapping[str, str] = {
    "was_not_there": "var inte med",
    "accepted": "tackade ja",
    "add": "lade in",
    "add_school_holidays": "lade in skollov",
    "ask": "frågade",
    "ask_again": "frågade igen",
    "cancel": "ställde in",
    "change": "ändrade",
    "change_people": "ändrade personer",
    "create": "lade till",
    "decide_goal": "beslutade antal",
    "declined": "tackade nej",
    "follow_up_delivered": "lämnade uppföljning",
    "handle": "ändrade",
    "move": "flyttade",
    "plan": "planerade",
    "protect": "skyddade",
    "publish": "publicerade",
    "remove_school_holiday": "tog bort skollov",
    "settle": "fastställde",
    "settled": "fastställde",
    "share": "delade",
    "stop": "avslutade",
    "take_out": "tog ut uppgifter",
    "terminate": "sade upp",
    "undo": "ångrade",
    "does_not_know": "visste inte",
    "unprotect": "tog bort skyddet",
    "update": "ändrade",
    "withdraw": "drog tillbaka",
    "withdrawn": "återtog",
    "withhold": "slutade visa",
}
DETAILS: Mapping[str, str] = {
    "cancelled": "inställda",
    "changed": "ändrade",
    "count": "antal",
    "facts": "uppgifter",
    "new": "nya",
    "occurrences": "tillfällen",
    "reason": "skäl",
    "first": "från och med",
    "last": "till och med",
    "channel": "kanal",
    "to": "till",
    "version": "version",
    "sequence": "flyttning",
    "state": "läge",
    "whole": "också skyddat som är över",
}
VALUES: Mapping[Any, str] = {
    **{state.value: name(state) for state in DeficiencyState},
    "new": "ersätts av något nytt",
    "other": "annat",
    "party": "en part drar sig ur",
    "reached": "målen är nådda",
}
