"""What will be, and what stands in a subordinate clause."""

import re

from bot.domain.agreement_text.patterns import any_of, whole_words

WILL = whole_words(r"""
    ska
    skall
    kommer(?! (?:från|till|in|upp|fram)\b)
    lovar(?! ingenting| inget| inte)
    åtar sig
    förbinder sig
    avser
    planerar
    tänker
    har för avsikt
    siktar på
""")  # fmt: skip
# "Polisen ska" over a list.
OPENS = re.compile(
    r"(?::|\b(?:lovar|ska|skall|kommer|åtar sig)(?: (?:därför|också|även|bland annat|tillsammans))?(?: att)?)$",
    re.IGNORECASE,
)
NEAR = 200  # a clause is not longer than this
_SUBORDINATE = any_of(
    r"""
    som
    hur
    vad
    när
    där
    om
    vilk\w+
    innan
    eftersom
    därför att
    så att
    för att
    trots att
    även om
    att
    """,
    r"\b",
    r"\s+(?:[\w-]+\s+){0,5}$",
)
# "Fordon som står olovligt | flyttas": the clause with "som" has had its verb.
_RELATIVE = re.compile(
    r"som (?:har|är|står|vill|ligger|anmäls|saknar|behöver|bor|kan|får|\w+t|\w{3,}[ae]r) .*\w", re.IGNORECASE
)
# After these, "att" begins what is promised.
INTRODUCES = any_of(
    r"""
    innebär(?: bland annat| också| även)*(?: att)?
    betyder(?: till exempel| bland annat| också)* att
    (?:överens|enats) om att (?=\w+a )
    be(?:slutat|stämt) att
    (?:nytt|nyhet\w*|(?:medborgar)?löftet|löften|åtgärd\w*|aktivitet\w*|insats\w*)\b[^.]{0,40}\bär (?:därför )?att
    handlar (?:bland annat |också |även |om |om att )+
    lova[rt](?: bland annat| också| även| därför)*(?: att)?
    åtar sig(?: också| även)*(?: att)?
    (?:(?:sker|görs)(?: bland annat)? )?genom att
    omfattar
    innehåller
    """,
    r"\b",
    r"\s+",
)


def is_subordinate(before: str) -> bool:
    """Whether what follows `before` stands in a subordinate clause: "vägar som | polisen kontrollerar"."""
    near = before[-NEAR:]
    found = _SUBORDINATE.search(near)
    if not found or _RELATIVE.match(found[0]):
        return False
    return not found[0].lower().startswith("att") or not INTRODUCES.search(near + " ")


def main_clause_has(pattern: re.Pattern[str], text: str) -> bool:
    return any(not is_subordinate(text[: found.start()]) for found in pattern.finditer(text))
