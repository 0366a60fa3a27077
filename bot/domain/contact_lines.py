"""Who to reach about an agreement stands in its text, and is nothing that we keep."""

import re

from bot.domain.personal_data import cleaned, find_personal_data

_CONTACT = re.compile(
    r"^[\W_]*(?:(?:press)?kontakt(?:personer|person|uppgifter|information)?\s*(?::|[\W_]*$)"
    r"|kontakta gärna\b|(?:för )?(?:mera?|ytterligare) (?:information|upplysningar)\b|frågor besvaras\b|upplysningar:)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^\s*(?:[•▪*-]|\d+[.)])\s")


def without_contacts(text: str) -> str:
    """Without the paragraphs that say whom to reach, and without numbers and addresses anywhere else."""
    kept, in_contact = [], False
    for line in text.split("\n"):
        goes_on = in_contact and line.strip() and not _ITEM.match(line)
        in_contact = bool(goes_on or _CONTACT.match(line))
        kept.append("" if in_contact else line)
    left = "\n".join(kept)
    return cleaned(left, find_personal_data(left))
