"""Years that belong to something else in the same sentence: a revision, a survey, the dialogue behind the promise."""

import re

from bot.domain.agreement_text.patterns import group
from bot.domain.swedish import MONTHS

_OTHERS = group(r"""
    (?:under)?revider\w*
    uppdater\w*
    version(?:en)?
    (?:om|be)arbeta[dt]\w*
    ändra[dt]
    publicera[dt]s?
    fastställ[dt]\w*
    (?:medborgar|medarbetar|trygghets)?dialog(?:en|er|erna|möten?)?
    \w*(?:under|mål)sökning(?:en|ar|arna)?
    (?:\w*trygghets)?mätning(?:en|ar|arna)?
    \w*enkät(?:en|er|erna)?
    kartläggning(?:en|ar|arna)?
    \w*lägesbild(?:en|er|erna)?
    \w*statistik(?:en)?
    workshop(?:en|s|ar|par)?
    nya (?:samverkans)?överenskommelser
    följs upp
    utvärderas
    (?:uppföljning|utvärdering)(?:en|ar|arna)?
""")
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_WHEN = group(rf"""
    som
    var
    är
    har
    blev
    av
    öppen
    hölls
    hållits
    gjor\w+
    pågick
    genomför\w+
    ägde rum
    besvarad\w*
    under
    i
    på
    från
    för
    den
    vid
    mellan
    (?:vår|höst|sommar|vinter)(?:en|n)?
    åre[nt]
    år
    \d{{1,2}}
    {_MONTH}
""")
_YEAR = r"(?:19|20)\d\d(?:-\d\d-\d\d|-\d\d(?!\d))?"
_TO = r"\s?(?:[–—−/-]{1,2}|och|till(?: och med)?|t\.o\.m\.)\s?"
_SAID = re.compile(
    rf"\b{_OTHERS}\b[:,]?(?: \(?{_WHEN}\b)*[ :(]+{_YEAR}"
    rf"(?:{_TO}(?:(?:den|{_WHEN}) )*(?:{_YEAR}|\d\d\b))?",
    re.IGNORECASE,
)


def without_others(text: str) -> str:
    """As long as it was, so that what is found in it stands where it stood."""
    return _SAID.sub(lambda found: " " * len(found[0]), text)
