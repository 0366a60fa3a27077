"""Which kind of activity some words are about, and in what form it is done.

The words of an agreement are longer than those of a report ("insatser mot langning vid skolavslutningen"), so
`kind_words` holds patterns, beside the names and synonyms of `bot.domain.kinds`.
"""

import re
from functools import lru_cache

from bot.domain.agreement_text import kind_words, kind_words_less_plain
from bot.domain.agreement_text.patterns import any_of
from bot.domain.words import Form

OTHER = "ovrigt"


_ROWS = tuple(
    tuple((key, any_of(text)) for key, text in row.items())
    for row in (kind_words.PLAIN_ENOUGH, kind_words_less_plain.LESS_PLAIN, kind_words_less_plain.LEAST_PLAIN)
)
# Words for something that can be done, though they tell no kind.
_DOABLE = any_of(r"""
    \b\w*(?:insats|åtgärd|aktivitet)(?:er|en|erna)?\b
    möte
    (?<!handlings)plan(?:en)?\b
    strategi
    rutin
    övning
    avdela
    \bkontor\b
    tillfällig \w+
    nätverk
    samverkan
    samordn
    kartlägg
    inventer
    enkät
    undersökning
    märkning
    stöldmärk
    vakt(?:er)?\b
    projekt
    program
    \bstöd
    jour
    verksamhet
    mentor
    (?:sommar|ferie)jobb
    arbetsgrupp
    kontaktperson
    checklist
    hembesök
    extra (?:personal|poliser|patruller|resurser)
    drogtest
    oros+amtal
    närpolis
    områdespolis
    \bpass\b
    tillfälle
    \bråd(?:et)?\b
    \bvärdar\b
    avtal
    policy
    (?:fritids|ungdoms)gård
    \b(?:upp|om|ut)?bygg
    riktade?\b
    lägesbild
    närvaro
""")  # fmt: skip
# What it is for says nothing of what it is: "betongsuggor för att förhindra buskörning".
_PURPOSE = re.compile(r"\b(?:för att|så att|i syfte att|i anslutning till|för (?:ökad|minskad))\b", re.IGNORECASE)
# Nor does what it rests on: "utifrån en gemensam lägesbild".
_GROUNDS = re.compile(
    r"\b(?:utifrån|enligt|efter|genom|baserat på|med (?:utgångspunkt i|stöd av|hjälp av)|med) (?:[\w-]+ ){0,4}?"
    r"lägesbild\w*(?: som (?:grund|utgångspunkt|bas|stöd))?|\blägesbild\w*(?= (?:visar|pekar))",
    re.IGNORECASE,
)
# Nor who helps, who was heard, or where it is done: "i samråd med polisen", "vid trygghetsvandringar informera".
_COMPANY = re.compile(
    r"\b(?:i|efter|genom) (?:\w+ )?(?:dialog|samråd|samtal) med\b"
    r"|\b(?:tillsammans med|genom|via|inom) (?:\w+ ){0,3}?\w*(?:råd(?:et|en)?|föreningar(?:na)?)\b"
    r"|\bvid (?:\w+ )?\w+(?:vandringar|möten)(?:na)? (?=(?:ska |kommer )?\w+[ae]r?a?\b)",
    re.IGNORECASE,
)
_AIM_FIRST = re.compile(
    r"^(?:för att|i syfte att|för (?:ökad|minskad))\b.*?\b(?=(?:ska|skall|kommer|lovar)\b)", re.IGNORECASE
)
# Nor a clause at its side, or the next sentence: "… till fots, vilket ger tillfälle till dialog".
_ASIDE = re.compile(
    r",? (?:vilket|vilka|där|dit|då|när|eftersom|så att)\b|,? som\b(?! (?:stöd|en|ett)\b)|[.!?] (?=[A-ZÅÄÖ])"
)
_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form.WHEN_NEEDED, any_of(r"""
            (?:vid|efter|när) behov
            när det behövs
            vid misstanke
            där \w+ identifieras
            bemöt
        """)),
    (Form.DELIVERABLE, any_of(r"""
            \bta(?:s|r)? fram
            utarbeta
            upprätta
            inrätta
            \bbygg
            byt\w* ut
            installer
            anlägg
            \bsenast\b
            sätt\w* upp
            införa?\b
            kartlägg
            inventer
            klar(?:t|a)? (?:till|under|före|innan)
        """)),
    (Form.CONTINUOUS, any_of(r"""
            löpande
            kontinuerlig
            fortlöpande
            fortsätt
            fortsatt
            dagligen
            hela året
            förebyggande arbete
        """)),
    (Form.WINDOW, any_of(r"""
            \bvecka \d
            \bi (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b
        """)),
)  # fmt: skip
_CONTINUOUS_KINDS = frozenset({"lagesbild", "uppsokande_arbete"})


@lru_cache(1024)
def kind_of(text: str) -> str:
    """The key of a kind: the one that is named first, before what it is for."""
    for left_out in (_AIM_FIRST, _GROUNDS, _COMPANY):
        rest = left_out.sub(" ", text).strip()
        if len(rest) < len(text.strip()) and (kind := kind_of(rest)) != OTHER:
            return kind
    for beside in filter(None, (_ASIDE.search(text), _PURPOSE.search(text))):
        if (kind := kind_of(text[: beside.start()])) != OTHER:
            return kind
    return _named(text)


def _named(text: str) -> str:
    for row in _ROWS:
        found = [(match.start(), key) for key, pattern in row if (match := pattern.search(text))]
        if found:
            return min(found)[1]
    return OTHER


@lru_cache(1024)
def is_concrete(text: str) -> bool:
    """It names something that can be done and reported, not only wished for."""
    return kind_of(text) != OTHER or bool(_DOABLE.search(text))


def goal_of(text: str) -> str | None:
    """What it is for, in its own words: "för att höja trafiksäkerheten"."""
    purpose = _PURPOSE.search(text)
    return " ".join(text[purpose.start() :].split()).rstrip(".") if purpose else None


def form_of(text: str, kind: str, counted: bool) -> Form:
    """What has a count or a rhythm happens on occasions."""
    said = next((form for form, pattern in _FORMS if pattern.search(text)), None)
    if counted and said in (None, Form.DELIVERABLE):
        return Form.DATED
    return said or (Form.CONTINUOUS if kind in _CONTINUOUS_KINDS else Form.DATED)
