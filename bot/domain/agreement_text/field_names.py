"""Names of columns and fields, as they stand alone in a cell or on a line: "Aktivitet", "Ansvarig", "Effektmål"."""

from bot.domain.agreement_text.patterns import any_of

_NAME = any_of(
    r"""
    (?:huvud)?aktivitet(?:er)?
    åtgärd(?:er)?
    insats(?:er)?
    löfte(?:n)?
    vad(?: (?:vi gör|ska göras|görs))?
    ansvar(?:ig|iga)?(?: part)?
    vem(?: gör(?: det)?| ansvarar)?
    part(?:er)?
    aktör(?:er)?
    utförare
    när
    tid(?:plan|punkt)?
    frekvens
    hur ofta
    omfattning
    antal
    (?:effekt|del|inriktnings|process)?mål(?:grupp|bild|sättning)?
    effekt(?:er)?
    metod(?:er)?
    mått
    indikator(?:er)?
    plats
    var
    (?:fokus)?område
    problem(?:bild)?
    orsak(?:er)?
    nuläge
    syfte
    resurser
    uppföljning
    status
    """,
    r"(?:vår )?",
    r"[:?]?",
)


def is_field_name(text: str) -> bool:
    """The text is nothing but such a name."""
    return bool(_NAME.fullmatch(text.strip()))
