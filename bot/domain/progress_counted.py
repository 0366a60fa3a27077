"""How many vehicles? A question about a number that reports hold, which belongs to the activities that ask for it."""

from collections.abc import Collection, Sequence

from bot.domain import progress_question
from bot.domain.kinds import kind
from bot.domain.progress_question import ActivityTopic
from bot.domain.reading.units import IN_HOURS, OCCURRENCES, units
from bot.domain.swedish import fold

# What is done with what is counted says nothing about which number is meant.
VERBS = {
    "beslagtagits", "delats", "deltagit", "fatt", "hittat", "hittats", "kom", "kommit", "kontrollerat", "kontrollerats",
    "natt", "natts", "noterats", "stoppat", "stoppats", "stotts", "tagit", "tagits", "talat", "upptackt", "upptackts",
}  # fmt: skip
NO_MEASURES = {OCCURRENCES, *IN_HOURS} - {"timmar"}


def measures(words: Sequence[str]) -> tuple[str, ...]:
    """Keys, in the order of the words that name them."""
    return tuple(key for word in words if (key := _measure(word)))


def match(words: Sequence[str], topics: Collection[ActivityTopic]) -> set[int]:
    """The activities that count what the words name, and that fit the words beside; none when nothing is named."""
    named = set(measures(words))
    beside = [word for word in words if not _measure(word) and fold(word) not in VERBS]
    fitting = progress_question.match(beside, topics) if beside else {topic.activity_id for topic in topics}
    counting = {one.activity_id for one in topics if named & {measure.key for measure in kind(one.kind).measures}}
    return counting & fitting


def _measure(word: str) -> str | None:
    key = None if fold(word) in VERBS else units(None).lexicon.find(fold(word))
    return None if key in NO_MEASURES else key
