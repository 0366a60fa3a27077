"""Texts for citizens, where a coordinator copies them and says which have been used."""

from collections.abc import Mapping

from bot.domain.swedish import number, sentence
from bot.domain.swedish_words import name
from bot.domain.words import PublicationForm
from bot.views.blocks import Block, View, actions, button, cut, escape, modal, section
from bot.views.publications import Offer, about

CHANGED = "Siffrorna har ändrats sedan du såg dem, så inget är sparat. Så här är texterna nu."
CODE, CODE_LIMIT = "```", 2800
TEXT_LABELS = {
    PublicationForm.ARTICLE: "Artikeln är publicerad",
    PublicationForm.POST: "Inlägget är publicerat",
    PublicationForm.PRESS_RELEASE: "Pressmeddelandet är skickat",
}


def show(
    found: Offer,
    written: Mapping[PublicationForm, str],
    *,
    told: PublicationForm | None = None,
    changed: bool = False,
) -> View:
    """Ready to be copied; a press says that one of them has been used."""
    what_to_do = CHANGED if changed else "Kopiera den text du behöver. Säg till när den är publicerad."
    blocks = [section(f"*{escape(about(found))}*", what_to_do)]
    for form, text in written.items():
        blocks.append(section(f"*{sentence(name(form))}*", f"{number(len(text))} tecken"))
        blocks += [section(f"{CODE}{escape(part)}{CODE}") for part in _parts(text)]
        blocks.append(_tell(found, form, told))
    return modal("publication_texts", "Texter", blocks[:100])


def _tell(found: Offer, form: PublicationForm, told: PublicationForm | None) -> Block:
    if form is told:
        return section(f"Sparat: {name(form)} i dag. Det räknas som återkoppling i uppföljningen.")
    return actions(button(TEXT_LABELS[form], "publication_told", f"{form.value}:{found.ref}"))


def _parts(text: str) -> list[str]:
    """Where paragraphs end, as long as a block holds; escaped signs take five at most."""
    parts = [""]
    for line in text.split("\n"):
        if len(escape(f"{parts[-1]}\n{line}")) > CODE_LIMIT:
            parts.append("")
        parts[-1] = f"{parts[-1]}\n{line}" if parts[-1] else cut(line, CODE_LIMIT // 5)
    return [part.strip("\n") for part in parts if part.strip()]
