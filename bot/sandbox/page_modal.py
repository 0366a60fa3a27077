"""The modal on a person's screen: one form, so that whatever is pressed in it takes along what was typed."""

from bot.report.html import Html, tag
from bot.sandbox.interactions import SandboxPerson
from bot.sandbox.page_frame import Memory, hidden, path
from bot.sandbox.render_blocks import blocks
from bot.sandbox.render_scene import Scene
from bot.sandbox.workspace import View


def modal(person: SandboxPerson, memory: Memory, back: str) -> Html | None:
    view = person.modal
    if view is None:
        return None
    offers = memory.offers.get(person.user.id, {})
    scene = Scene(person.workspace, person.user, "f", "h3", view.values, view.errors, offers)
    wrong = tag("p", view.errors[""], role="alert", class_="error") if "" in view.errors else Html("")
    inside = tag("div", wrong, blocks(view.blocks, scene), class_="inside")
    form = tag(
        "form",
        hidden(plats=f"fonster/{view.id}", tillbaka=back),
        _enter(view),
        _head(view),
        inside,
        _foot(view),
        method="post",
        action=path(person, "gor"),
        novalidate=True,
    )
    key = f"{view.id} {view.hash} {sorted(view.errors.items())}"
    dialog = tag("dialog", form, open=True, aria_modal="true", aria_labelledby="fonster-titel")
    return tag("div", dialog, id="fonster", class_="cover", data_key=key)


def _enter(view: View) -> Html:
    """What the Enter key presses is the first button of a form: this one, which nobody sees."""
    if "submit" not in view.body:
        return Html("")
    return tag("button", "", name="gor", value="skicka", tabindex=-1, aria_hidden="true", class_="unseen")


def _head(view: View) -> Html:
    cross = tag("button", "×", name="gor", value="stang-allt", aria_label="Stäng", class_="cross")
    return tag("div", tag("h2", view.body["title"]["text"], id="fonster-titel"), cross, class_="head")


def _foot(view: View) -> Html:
    close = view.body.get("close", {}).get("text", "Avbryt")
    submit = view.body.get("submit")
    sends = tag("button", submit["text"], name="gor", value="skicka", class_="button primary") if submit else Html("")
    return tag("div", tag("button", close, name="gor", value="stang", class_="button"), sends, class_="foot")
