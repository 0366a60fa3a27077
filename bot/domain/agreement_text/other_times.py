"""Years that a text names without being in force in them."""

import re

from bot.domain.agreement_text.accounts import tells_what_was
from bot.domain.agreement_text.patterns import whole_words
from bot.domain.words import AgreementKind

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
_EARLIER = re.compile(r"\b(?:förra|föregående(?! uppsägning)|sedan (?:år )?(?:19|20)\d\d)\b", re.IGNORECASE)
# "Nya löften för 2026 är under framtagande" is told of another agreement.
_NOT_YET = re.compile(
    r"\bunder framtagande\b|\bta(?:s|r)? (?:\w+ )?fram (?:ett |de )?ny(?:tt|a)?\b|\bta(?:s|r) fram under\b"
    r"|\bny(?:tt|a)? \w*(?:löfte[nt]?|överenskommelse(?:r|n)?)\b[^.]{0,40}\b"
    r"(?:att|ska) (?:tas fram|(?:under)?tecknas|skrivas)\b"
    r"|\bförhoppningsvis\b|\bpåbörja\w* arbetet med\b",
    re.IGNORECASE,
)
_LASTS = r"(?: \w+){0,4}? (?:gäller|gällde|löper|sträcker)\b"
_OTHERS_TIME = {
    AgreementKind.CITIZEN_PROMISE: re.compile(
        rf"överenskommelse\w*(?:,? som .{{0,60}})?{_LASTS}|löfte\w*\b(?! och).*samverkansöverenskommelse\w* 20\d\d",
        re.IGNORECASE,
    ),
    AgreementKind.COLLABORATION: re.compile(rf"medborgarlöfte\w*(?:,? som .{{0,60}})?{_LASTS}", re.IGNORECASE),
}
_SIGNED_ONCE = re.compile(r"\b(?:(?:under)?tecknade|signerade)s?\b", re.IGNORECASE)


def is_of_another(text: str, kind: AgreementKind | None) -> bool:
    """A promise may tell how long the agreement behind it is in force, and the other way round."""
    other = _OTHERS_TIME.get(kind) if kind else None
    return bool(other and other.search(text))


def is_past_or_to_come(text: str) -> bool:
    return bool(_EARLIER.search(text) or _NOT_YET.search(text))


def tells_what_happened(text: str) -> bool:
    """ "Parterna undertecknade 2019 en överenskommelse"."""
    return bool(_SIGNED_ONCE.search(text)) or tells_what_was(text)
