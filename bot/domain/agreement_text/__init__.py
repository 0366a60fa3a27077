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
from bot.domain.agreement_text.reader import read_agreement_text

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
