"""What is said about a plan as a file: what it would change, what was saved, what is sent."""

from collections.abc import Iterable, Sequence

from bot.domain.agreement_difference import ChangedActivity, Difference
from bot.domain.swedish import joined
from bot.views.blocks import BUTTON_LIMIT, Message, actions, button, cut, escape, message, section, sections
from storage.models import Agreement

NAMED = 8
OFFERED = 10
LONGEST = 300  # signs of what a file says: a cell of it holds thousands
NOT_YET = "Inget är sparat än."
UNPLANNED = "Planeras inte, för att dagen har varit eller ligger utanför perioden"


def reading(name: str) -> Message:
    return _plain(f"Jag läser {cut(escape(name), LONGEST)}. {NOT_YET}")


def stopped(name: str) -> Message:
    return _plain(f"Jag blev avbruten när jag läste {cut(escape(name), LONGEST)}. {NOT_YET} Skicka filen igen.")


def refused(sentence: str) -> Message:
    """With words out of the file in it, and as many lines as there are faults."""
    lines = [cut(escape(line), LONGEST) for line in sentence.split("\n")]
    return message("\n".join(lines), sections(*lines))


def proposed(found: Difference, draft: int | None) -> Message:
    """Without a draft there is nothing to save."""
    if draft is None:
        return _told(
            [f"{cut(found.title, LONGEST)}: filen säger detsamma som planen", "Inget är ändrat.", *_absent(found)]
        )
    return _asking([*summary(found), NOT_YET], found, draft)


def changed_meanwhile(found: Difference, draft: int) -> Message:
    """Instead of what was shown and is not what would be saved any more."""
    first, *more = summary(found)
    return _asking(
        ["Planen har ändrats sedan du såg förslaget. Så här blir det nu:", first, *more, NOT_YET], found, draft
    )


def _asking(lines: Sequence[str], found: Difference, draft: int) -> Message:
    save = [button("Spara planen", "plan_file_save", draft, style="primary")] if not found.is_empty else []
    whole = [button("Ta filens version", "plan_file_save_all", draft)] if found.conflicts else []
    told = _told(lines)
    buttons = actions(*save, *whole, button("Spara inte", "plan_file_forget", draft))
    return {**told, "blocks": [*told["blocks"], buttons]}


def saving() -> Message:
    return _plain("Jag sparar planen nu. Är den stor tar det några sekunder.")


def saved(found: Difference) -> Message:
    first, *more = summary(found)
    return _told([f"Sparat: {first}", *more])


def forgotten() -> Message:
    return _plain("Planen ur filen är inte sparad. Inget är ändrat.")


def sent(title: str, hidden: int) -> Message:
    lines = [f"Planen ”{title}” kommer som fil i vårt direktmeddelande.", "Ändra i den och skicka tillbaka den hit."]
    if hidden:
        lines.append(f"Skyddade platser och tider som inte står i filen: {hidden}. De är kvar i boten.")
    return _plain(*(cut(escape(line), LONGEST) for line in lines))


def template_sent() -> Message:
    return _plain("En mall kommer som fil i vårt direktmeddelande. Fyll i den och skicka tillbaka den hit.")


def which(agreements: Sequence[Agreement]) -> Message:
    text = "Vilken plan vill du ha?"
    buttons = [button(cut(one.title, BUTTON_LIMIT), "plan_file_export", one.id) for one in agreements[:OFFERED]]
    left = len(agreements) - OFFERED
    more = [f"Och {left} till: skriv export och en del av titeln till mig."] if left > 0 else []
    return message("\n".join([text, *more]), [section(f"*{text}*", *more), actions(*buttons)])


def summary(found: Difference) -> list[str]:
    """As plain text, what matters most first."""
    lines = [f"{cut(found.title, LONGEST)}: {_counts(found)}"]
    if found.facts:
        lines.append(f"Ändras om överenskommelsen: {some(found.facts)}")
    if found.new:
        lines.append(f"Nya: {some(found.new)}")
    if found.changed:
        lines.append(f"Ändrade: {some(map(_changed, found.changed))}")
    if found.called_off:
        lines.append(
            f"Tillfällen som ställs in, för att de ligger utanför den nya perioden: {_number(found.called_off)}"
        )
    if found.unplanned:
        lines.append(f"{UNPLANNED}: {some(found.unplanned)}")
    if found.conflicts:
        lines.append(f"Ändrat både i filen och här sedan filen gjordes, lämnas: {some(map(_changed, found.conflicts))}")
    if found.followers:
        lines.append(f"Hör hit när den börjar gälla, i stället för till den som ersätts: {some(found.followers)}")
    return [*lines, *_absent(found)]


def _changed(one: ChangedActivity) -> str:
    return f"{one.title} ({joined(one.words)})"


def _counts(found: Difference) -> str:
    if found.is_new:
        return (
            f"ny plan med {_number(len(found.new))} aktiviteter" if len(found.new) != 1 else "ny plan med 1 aktivitet"
        )
    counts = [
        _counted(len(found.new), "ny", "nya"),
        _counted(len(found.changed), "ändrad", "ändrade"),
        _counted(found.same, "lika", "lika"),
    ]
    return ", ".join(filter(None, counts)) or "inga aktiviteter"


def _absent(found: Difference) -> list[str]:
    if not found.absent:
        return []
    named = (f"{one.title} (har rapporter)" if one.reported else one.title for one in found.absent)
    are = (
        "finns inte längre i filen och lämnas som de är"
        if len(found.absent) > 1
        else "finns inte längre i filen – den lämnas"
    )
    return [f"{_number(len(found.absent))} {are}: {some(named)}"]


def _counted(count: int, one: str, many: str) -> str:
    return f"{_number(count)} {one if count == 1 else many}" if count else ""


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u00a0")


def some(titles: Iterable[str]) -> str:
    every = list(titles)
    left = len(every) - NAMED
    return ", ".join(cut(one, LONGEST) for one in every[:NAMED]) + (f" och {_number(left)} till" if left > 0 else "")


def _told(lines: Sequence[str]) -> Message:
    fact, *more = map(escape, lines)
    return message("\n".join([fact, *more]), sections(f"*{fact}*", *more))


def _plain(*lines: str) -> Message:
    return message("\n".join(lines), [section(*lines)])
