"""Words that leave the time open, or have no day in any calendar: the bot asks back."""

import re

from bot.domain.when.grammar import Rule, rule
from bot.domain.when.model import Unsure
from bot.domain.when.said import Said

_SOME_TIME = (
    "snart", "senare", "snarast.*", "sa (?:snart|fort).*", "inom .*", "om en stund", "framover", "nar .*",
    "lite .*", "nagon .*", "nan .*", "nagra .*", "nasta ganger", "vid (?:tillfalle|behov)", "ut ar.*",
    "i (?:framtiden|dagarna|veckor)", "(?:om|for|i) (?:nagra|nagon|ett par|en par|par|flera) .*",
    "en (?:dag|helg|vecka|<WD>|<PART>)(?: .*)?", "en av dagarna", "varje termin",
    "regelbundet", "lopande", "ibland", "ofta", "da och da", "emellanat",
)  # fmt: skip
_SOME_TIME_AGO = ("harom[a-z]+(?: .*)?", "nyligen", "tidigare", "forr")
_NEAR_SOMETHING = (
    "(?:fore|efter|innan|tidigast|senast) .*", "(?:i |pa )?(?:borjan|slutet|mitten) (?:av|pa|i).*", "mitt i .*",
    "(?:sent|tidigt|sen|tidig) .*",
)  # fmt: skip
_SEASONS = (
    r"i (?:sommar|host|vinter|var|somras|hostas|vintras|varas)(?! \d)",
    "(?:till |under |hela |nasta |pa )*(?:sommaren|hosten|vintern|varen|sommar|host|vinter)",
    "(?:till |under |hela |pa |i )*(?:(?:sommar|sport|jul|pask)?lovet|(?:host|var)?terminen|mellandagarna)",
    "(?:till |pa |vid )*(?:skol|termins)(?:avslutning(?:en)?|start(?:en)?)",
)
_ONE_OF_SEVERAL = (
    r"(?:\d:e|sista) (?:vecka|helg) .*",
    r"varje [2-9]:e <WD>(?! (?:i )?manad)",
    "eller(?: .*)?",
    "nasta <WD> och .*",
)


def _ask(_found: re.Match[str], _said: Said) -> None:
    raise Unsure


RULES: tuple[Rule, ...] = (
    rule("|".join((*_SOME_TIME, *_SOME_TIME_AGO, *_NEAR_SOMETHING, *_SEASONS, *_ONE_OF_SEVERAL)), _ask),
)
