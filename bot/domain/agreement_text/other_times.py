"""Years that a text names without being in force in them."""

import re

from bot.domain.agreement_text.accounts import tells_what_was
from bot.domain.agreement_text.patterns import whole_words

# Years of statistics, of an earlier agreement, of decisions and of the page itself.
OTHER_TIME = whole_words(r"""
    förra
    föregående(?! uppsägning)
    tidigare
    förr
    sedan
    resultat
    under \d{4} (?:genomför|gjord|anmäl)\w*
    jämfört
    anmäl\w+
    (?:brotts)?statistik\w*
    uppföljning\w*
    utvärder\w*
    första löftet
    ersätter
    enkät\w*
    lägesbild\w*
    \w*mätning\w*
    budget\w*
    minska
    sjunka
    senast
    publicerad
    uppdaterad
    skr(?:ev|evs|iver) under
    undertecknad\w*
    signerad\w*
    diarie\w*
    dnr
    press\w*
    nyhet\w*
    webb\w*
    har
    hade
    lovade
    mättes
    fullmäktige
    beslut\w*
""")  # fmt: skip
EARLIER = re.compile(r"\b(?:förra|föregående(?! uppsägning)|sedan (?:år )?(?:19|20)\d\d)\b", re.IGNORECASE)
# "Nya löften för 2026 är under framtagande" is told of another agreement.
NOT_YET = re.compile(
    r"\bunder framtagande\b|\bta(?:s|r)? (?:\w+ )?fram (?:ett |de )?ny(?:tt|a)?\b|\bta(?:s|r) fram under\b"
    r"|\bförhoppningsvis\b|\bpåbörja\w* arbetet med\b",
    re.IGNORECASE,
)
_SIGNED_ONCE = re.compile(r"\b(?:(?:under)?tecknade|signerade)s?\b", re.IGNORECASE)


def tells_what_happened(text: str) -> bool:
    """ "Parterna undertecknade 2019 en överenskommelse"."""
    return bool(_SIGNED_ONCE.search(text)) or tells_what_was(text)
