"""The published text of an agreement, read by rule: it proposes, asks, and never guesses."""

from bot.domain.agreement_text.mending import composed
from bot.domain.agreement_text.proposal import (
    Cadence,
    Proposal,
    ProposedActivity,
    ProposedArea,
    Quantity,
    Question,
    Source,
    Topic,
)

__all__ = [
    "Cadence",
    "Proposal",
    "ProposedActivity",
    "ProposedArea",
    "Quantity",
    "Question",
    "Source",
    "Topic",
    "composed",
    "read_agreement_text",
]


def read_agreement_text(text: str) -> Proposal:
    """See `reader`. `text` is composed (NFC), so that the spans of what is found fit it."""
    # Its patterns take longer to make ready than any text to read: no start pays for them that reads none.
    from bot.domain.agreement_text import reader

    return reader.read_agreement_text(text)
