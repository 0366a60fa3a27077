"""When and how often something is done: whoever says that has more than a wish."""

from bot.domain.agreement_text.patterns import whole_words
from bot.domain.agreement_text.rhythm import NUMBER

_TIMES = r"(?:gång(?:er)?|tillfällen?|kväll(?:ar)?|dag(?:ar)?|eftermiddag(?:ar)?|natt|nätter|helger|pass|timm(?:e|ar))"
_SPAN = r"(?:dygn|dag(?:ar)?|veck(?:a|or)|månad(?:er)?|timm(?:e|ar))"
TIMED = whole_words(rf"""
    (?:varje|alla|varannan|var \w+e) (?:\w+ )?\w*(?:dag(?:ar)?|kväll(?:ar)?|natt|nätter|vecka|helg(?:er)?|månad|termin)
    \w+dag(?:ar|skvällar|seftermiddagar|snätter)
    \w+dag(?:,| och| till|–| samt) \w+dag(?:skväll)?
    varje (?:kvartal|tertial|halvår|läsår|år|lov|skollov|sommar|vinter|vår|höst)
    (?:första|andra|tredje|sista) \w+dagen (?:i )?(?:varje )?månad(?:en)?
    {NUMBER} {_TIMES} (?:i|per|om|under|varje|mellan)
    (?:en|ett|två|tre|fyra|fem) (?:per|i) (?:vecka|månad|kvartal|termin|år)\w*
    (?:under |på |inför )?(?:midsommar|påsk|jul|valborgsmässo|nyårs)\w*(?:afton|helg|lov)\w*
    senast
    inom \w+ {_SPAN}
    (?:före|innan) (?:sommaren|vintern|hösten|våren|jul|mörkertiden|skolstarten|årsskiftet|årets slut|\w+terminens \w+)
""")  # fmt: skip


def is_timed(text: str) -> bool:
    """It says when it will be done, how often, or within which time."""
    return bool(TIMED.search(text))
