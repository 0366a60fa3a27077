"""What is asked about when somebody asks how it is going. What is not understood is left over, never guessed at."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.domain import progress_compared
from bot.domain.kinds import find_kind
from bot.domain.lexicon import ENDINGS, Lexicon
from bot.domain.periods import Period
from bot.domain.progress_compared import AskedTimes
from bot.domain.swedish import fold
from bot.domain.words import AgreementKind, PartyKind

WORD = re.compile(r"[\w-]+")
SHORTEST_STEM = 4

OPENINGS = (
    "laget", "hur gar", "hur gare", "hur gick", "hur blev", "hur ligger", "hur ser", "hur ar", "hur manga",
    "hur mycket", "har vi", "har ni", "vad har", "vad ar", "vad lovade", "vad lovar", "vad blev", "vad gjorde",
    "vad gjordes", "vad saknas i", "ligger vi", "nar ar nasta", "status", "lagesrapport", "jamfor", "varfor ligger",
    "skillnad mellan", "skillnaden mellan",
)  # fmt: skip
# A report may begin with these too ("har kontrollerat 45 fordon"), so they need their question mark.
OPENINGS_IF_ASKED = ("har", "ar", "nar")
_BEGINNINGS, _IF_ASKED = (tuple(f"{one} " for one in some) for some in (OPENINGS, OPENINGS_IF_ASKED))  # whole words
FILLER = {
    "aktivitet", "aktiviteten", "alla", "an", "annu", "ar", "aret", "av", "battre", "blev", "blivit", "bostadsbolaget",
    "bra", "dag", "de", "den", "det", "dig", "du", "e", "efter", "en", "ett", "farre", "fas", "finns", "fler", "flera",
    "fokusomrade", "fokusomradet", "for", "forra", "gang", "gar", "gare", "gatt", "genomforda", "genomfort", "gick",
    "gjorda", "gjorde", "gjordes", "gjort", "gjorts", "gor", "gora", "goras", "ha", "haft", "hallit", "har", "hela",
    "hittills", "hos", "hur", "i", "idag", "inom", "inte", "jamfor", "jamfort", "just", "klara", "klart", "kommun",
    "kommunen", "kvar", "lage", "lagesrapport", "laget", "landet", "lange", "ligga", "ligger", "lokalpolisomrade",
    "lokalpolisomradet", "lovade", "lovar", "lovat", "manga", "med", "mellan", "mer", "mera", "mig", "mindre", "mycket",
    "nagon", "nagot", "nagra", "nar", "nasta", "natt", "ni", "nu", "och", "oftare", "om", "oss", "pa", "planerade",
    "planerat", "polisen", "riket", "sa", "saknas", "samre", "se", "ser", "sig", "ska", "skillnad", "skillnaden", "som",
    "staller", "status", "steg", "sverige", "till", "ut", "vad", "var", "vara", "varfor", "vart", "vi", "vilka",
}  # fmt: skip
AGREEMENTS = {
    **dict.fromkeys(
        ("lofte", "loftet", "loften", "loftena", "medborgarlofte", "medborgarloftet"), AgreementKind.CITIZEN_PROMISE
    ),
    **dict.fromkeys(
        ("samverkan", "overenskommelse", "overenskommelsen", "samverkansoverenskommelse", "samverkansoverenskommelsen"),
        AgreementKind.COLLABORATION,
    ),
}
PARTIES = {
    "polisen": PartyKind.POLICE, "kommunen": PartyKind.MUNICIPALITY, "bostadsbolaget": PartyKind.HOUSING_COMPANY,
}  # fmt: skip
# Only with one of these is "kommunen" somebody whose part is asked about; "läget i kommunen" is the whole.
PROMISED = frozenset(("lovat", "lovade", "lovar"))
COUNTED = frozenset(("manga", "mycket"))
NATION = frozenset(("landet", "riket", "sverige"))
# They stand in titles ("insatser mot öppen droghandel"), but nobody asks about an activity by one of them.
JOINING = frozenset(("av", "bland", "genom", "hos", "med", "mot", "och", "om", "pa", "sedan", "under", "vid", "at"))
PROMISING = PROMISED | {"gjorde", "gjort", "gor"}


@dataclass(frozen=True, slots=True)
class ProgressQuestion:
    """`places` are names as given to `read`; `words`, as typed, are for focus areas, activities and kinds.

    `promised`: what was promised is asked about, not how it goes. `nation`: the whole country is. `counted`: how many.
    `why`: what is behind is asked about. `other` is the stretch of time that `period` is to be compared with.
    """

    places: tuple[str, ...] = ()
    kind: AgreementKind | None = None
    party: PartyKind | None = None
    period: Period | None = None
    other: Period | None = None
    words: tuple[str, ...] = ()
    promised: bool = False
    nation: bool = False
    counted: bool = False
    why: bool = False


@dataclass(frozen=True, slots=True)
class ActivityTopic:
    """An activity as it can be asked about: by its kind, or by words of its title and focus area."""

    activity_id: int
    kind: str
    text: str


def is_question(text: str) -> bool:
    folded = f"{' '.join(WORD.findall(fold(text)))} "
    return folded.startswith(_BEGINNINGS) or (text.rstrip().endswith("?") and folded.startswith(_IF_ASKED))


def read(text: str, places: Iterable[str], today: date | None = None) -> ProgressQuestion:
    """`places` are the names of municipalities and police areas that there are; `today` is for reading a period."""
    times = progress_compared.find(text, today) if today else AskedTimes(None, None, text)
    typed = WORD.findall(times.rest)
    found, rest = take_places(typed, list(places))
    said = {fold(word) for word in typed}
    folded, words = [fold(word) for word in rest], subject(rest)
    return ProgressQuestion(
        places=tuple(found),
        kind=next((AGREEMENTS[word] for word in folded if word in AGREEMENTS), None),
        party=_party(folded, promising=bool(said & PROMISING)),
        period=times.period,
        other=times.other,
        words=() if len(found) > 1 and words == ["mot"] else tuple(words),
        promised=bool(said & PROMISED),
        nation=bool(said & NATION),
        counted=bool(said & COUNTED),
        why="varfor" in said,
    )


def by_year(question: ProgressQuestion, text: str, today: date, first_month: int) -> ProgressQuestion:
    """The same with its times by years that begin in another month than the calendar's, by which it was read."""
    if first_month == 1:
        return question
    times = progress_compared.find(text, today, first_month)
    return replace(question, period=times.period, other=times.other)


def _party(folded: Iterable[str], *, promising: bool) -> PartyKind | None:
    """Whose part is asked about. What several do together is the whole."""
    named = {PARTIES[word] for word in folded if word in PARTIES}
    if len(named) > 1 or (named == {PartyKind.MUNICIPALITY} and not promising):
        return None
    return next(iter(named), None)


def subject(words: Iterable[str]) -> list[str]:
    """What is left when the words that every question has are taken away."""
    return [word for word in words if fold(word) not in FILLER and fold(word) not in AGREEMENTS]


def match(words: Sequence[str], topics: Collection[ActivityTopic]) -> set[int]:
    """The activities that all the words fit; none when a word fits nothing.

    Titles go before kinds ("huskurage" is one activity, though it means a kind in a report), but a kind's own name
    means everything of that kind.
    """
    if words and all(fold(word) in JOINING for word in words):
        return set()
    phrase = " ".join(words)
    kind = find_kind(phrase)
    of_kind = {topic.activity_id for topic in topics if kind and topic.kind == kind.key}
    titled = {topic.activity_id for topic in topics if all(_stands_in(word, topic.text) for word in words)}
    if kind and _stands_in(phrase, f"{kind.name} {kind.plural}"):
        return of_kind | titled
    return titled or of_kind or {topic.activity_id for topic in topics if all(_fits(word, topic) for word in words)}


def _fits(word: str, topic: ActivityTopic) -> bool:
    kind = find_kind(word)
    return _stands_in(word, topic.text) or (kind is not None and kind.key == topic.kind)


def _stands_in(word: str, text: str) -> bool:
    """Whether a word of the text begins with this one, endings apart."""
    stem = _stem(fold(word))
    names = WORD.findall(fold(text))
    return any(name.startswith(stem) if len(stem) >= SHORTEST_STEM else name == stem for name in names)


def _stem(word: str) -> str:
    """Without its longest ending: "kontrollerna" begins like "kontroller"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=4)
def _lexicon(names: Sequence[str]) -> Lexicon:
    return Lexicon((" ".join(WORD.findall(name)), name) for name in names)


def take_places(typed: Sequence[str], names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Names of several words first ("Kommunen i exemplet"), with their genitive, without dots or a letter wrong."""
    lexicon = _lexicon(tuple(names))
    longest = max((len(WORD.findall(name)) for name in names), default=0)
    found: list[str] = []
    rest = list(typed)
    for length in range(longest, 0, -1):
        for start in range(len(rest) - length, -1, -1):
            phrase = fold(" ".join(rest[start : start + length]))
            if phrase not in FILLER and (name := lexicon.find(phrase)):
                found.insert(0, name)
                del rest[start : start + length]
    return found, rest
