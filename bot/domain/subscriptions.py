"""Asking to be told regularly how it is going: "läget Timrå varje måndag", "sluta läget Timrå"."""

import re
from dataclasses import dataclass

from bot.domain.progress_question import is_question
from bot.domain.swedish import fold, sentence
from bot.domain.words import Per

PROGRESS = "progress"
"""What a chief subscribes to without having asked: how it is going in all that they are chief of."""
CADENCES = {
    Per.WEEK: "varje måndag",
    Per.MONTH: "varje månad",
    Per.QUARTER: "varje kvartal",
    Per.TERTIAL: "varje tertial",
    Per.HALF_YEAR: "varje halvår",
    Per.YEAR: "varje år",
}
LONGEST = 150
"""Signs of a question that are kept: more is no question."""

_MARKED = re.compile("varje|vart|varannan|sluta|prenumerera|dagligen")
"""Every line to the bot is looked at: those without any of these are let through at once."""
SAID = {
    "mandag": Per.WEEK, "vecka": Per.WEEK, "manad": Per.MONTH, "kvartal": Per.QUARTER, "tertial": Per.TERTIAL,
    "halvar": Per.HALF_YEAR, "ar": Per.YEAR,
}  # fmt: skip
EVERY = re.compile(r",?\s*\bvar(?:je|t)\s+(m[åa]ndag|vecka|m[åa]nad|kvartal|tertial|halv[åa]r|[åa]r)\b", re.IGNORECASE)
# None of them can be had: asked for, they are answered with those that can.
OTHER = re.compile(
    r",?\s*\b(?:varje\s+(?:dag|dygn|morgon|kv[äa]ll|vardag|(?:tis|ons|tors|fre|l[öo]r|s[öo]n)dag)"
    r"|var(?:annan|tannat|t?\s+(?:annat|tredje|fj[äa]rde))\s+\w+|dagligen)\b",
    re.IGNORECASE,
)
BEGIN = re.compile(r"^prenumerera(?:\s+p[åa])?\b", re.IGNORECASE)
END = re.compile(
    r"^(?:sluta(?:\s+med)?\s+(?=\S)(?!prenumer)"
    r"|(?:sluta\s+prenumerera|avprenumerera|(?:av)?sluta\s+(?:mina?\s+)?prenumeration(?:en|er|erna)?)\b(?:\s+p[åa]\b)?\s*)",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"^(?:l[äa]get|hur\s+(?:g[åa]r|gick|ligger|ser|[äa]r)\s+(?:det|vi|ni)(?:\s+till)?)\b(?:\s+(?:med|f[öo]r|i|om)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SubscriptionWish:
    """`question` is what is asked about how it is going, empty for all that the person may see.

    Without `cadence` nobody has said how often; `ends`: they no longer want to hear.
    """

    question: str
    cadence: Per | None = None
    ends: bool = False


def read(text: str) -> SubscriptionWish | None:
    """None for what is no such wish: a report may say "varje vecka" too."""
    said = text.strip()
    if not _MARKED.search(said.lower()):
        return None
    if ending := END.match(said):
        return SubscriptionWish(_question(EVERY.sub("", said[ending.end() :])), ends=True)
    every, begins = EVERY.search(said), BEGIN.match(said)
    if not begins and not ((every or OTHER.search(said)) and is_question(said)):
        return None
    rest = OTHER.sub("", EVERY.sub("", said[begins.end() :] if begins else said))
    return SubscriptionWish(_question(rest), SAID[fold(every[1])] if every else None)


def subject(question: str) -> str:
    """What it is kept as."""
    return f"{PROGRESS}:{question}" if question else PROGRESS


def question_of(kept: str) -> str:
    return kept.removeprefix(PROGRESS).removeprefix(":")


def is_same(question: str, other: str) -> bool:
    return fold(question) == fold(other)


def _question(text: str) -> str:
    return sentence(OPENING.sub("", text.strip()).strip(" ?.!,"))[:LONGEST]
