"""Where a web page lost the break between two blocks: "Tryggt i centrumVi lovar", "Det gör vi så här:Polisen går"."""

import re
from collections.abc import Iterator

# A sentence goes on with one of these more often than a name like "SafeZone" holds it.
_BEGINNINGS = r"(?:Vi|Det|Den|De|Du|I|På|Polisen|Kommunen|Under|För|Med|Här|Hur|Vad|Så|Ett|En|Alla|Varje|Löfte|Mål)\b"
_GLUED = re.compile(
    rf"(?<=[a-zåäö])(?={_BEGINNINGS})"
    r"|(?<![\w@./-])[a-zåäö]{3,}(?P<word>)(?=[A-ZÅÄÖ][a-zåäö]{2})"
    r"|\b(?P<twice>[A-ZÅÄÖ][a-zåäö]{3,})(?P<name>)(?=(?P=twice))"
    r"|(?<=[a-zåäö]{2}[:?])(?=[A-ZÅÄÖ][a-zåäö])"
    r"|(?<=[a-zåäö]{2}\.)(?=[A-ZÅÄÖ][^.:]{0,40}:)"
)


def glued(text: str) -> Iterator[int]:
    """The places between two signs where a line should end."""
    return (found.end() for found in _GLUED.finditer(text))
