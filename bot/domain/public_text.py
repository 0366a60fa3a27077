"""The sentences that citizens read: we promised, this is done, this comes next."""

from collections.abc import Iterable, Sequence

from bot.domain import dated, progress_delivered, progress_text
from bot.domain.follow_up import Ahead
from bot.domain.kinds import kind, unit_of
from bot.domain.periods import Period
from bot.domain.progress import Verdict
from bot.domain.progress_text import DEFINITE
from bot.domain.public_follow_up import UNTOLD, Figure, PublicActivity, PublicAgreement, PublicFollowUp
from bot.domain.swedish import joined, number, sentence
from bot.domain.swedish_words import name
from bot.domain.words import AgreementKind, AgreementState, DeficiencyState, Form, Per

NAMED = 4  # days; of more than so many only the nearest is named
NOTHING_YET, NOTHING = "Inget är rapporterat än.", "Inget är rapporterat."
NOT_TOLD = "Fler är planerade. När och var berättar vi inte i förväg."
NO_DAY = "Inget datum är bestämt än."
NO_PART_OF_IT = "Det räknas inte in i löftet. Brotten är misstankar, inga domar."
GOES_ON = {Form.CONTINUOUS: "Arbetet fortsätter.", Form.WHEN_NEEDED: "Vi gör det när det behövs."}
DEFICIENCY = {
    DeficiencyState.NOTED: ("väntar på beslut", "väntar på beslut"),
    DeficiencyState.ACCEPTED: ("ska åtgärdas", "ska åtgärdas"),
    DeficiencyState.REFUSED: ("åtgärdas inte", "åtgärdas inte"),
    DeficiencyState.DONE: ("är åtgärdad", "är åtgärdade"),
}
BECAME = {
    AgreementState.ENDED: "har avslutats",
    AgreementState.TERMINATED: "har sagts upp",
    AgreementState.REPLACED: "har ersatts av ett nytt",
}


def promised(one: PublicActivity, agreement: PublicAgreement) -> str:
    """Gives "24 kontroller per år (8 för tiden här)"."""
    if one.form is Form.DELIVERABLE:
        return "Att det skulle bli klart." if agreement.over else "Att det ska bli klart."
    if one.promise is None:
        return _without_number(one, agreement)
    often = "" if one.promise.per is Per.PERIOD else f" {name(one.promise.per)}"
    here = f" ({number(one.promise.here)} för tiden här)" if one.promise.here != one.promise.count else ""
    unit = unit_of(one.promise.count, one.promise.unit)
    return f"{number(one.promise.count)} {unit}{often}{here}."


def _without_number(one: PublicActivity, agreement: PublicAgreement) -> str:
    """It was promised all the same."""
    will, stands = ("skulle", "stod") if agreement.over else ("ska", "står")
    needed = " när det behövs" if one.form is Form.WHEN_NEEDED else ""
    needed = " när det behövdes" if needed and agreement.over else needed
    return f"Att det {will} göras{needed}. Hur mycket eller hur ofta {stands} inte i {DEFINITE[agreement.kind]}."


def done(one: PublicActivity, *, over: bool) -> list[str]:
    """What came of it, then what stands in the reports beside the count."""
    lines = [_count(one), *deficiencies(one)]
    if figures := figures_text(one.figures):
        lines.insert(1, figures)
    if one.held and one.form is not Form.CONTINUOUS:
        lines.append(_days("När", one.held) if len(one.held) <= NAMED else _days("Senast", one.held[-1:]))
    told = list(filter(None, lines)) or [NOTHING if over else NOTHING_YET]
    return [*told, *_uncounted(one)]


def _uncounted(one: PublicActivity) -> list[str]:
    """A number may hold from the middle of a year."""
    if not one.uncounted:
        return []
    others = "1 gång till, på en annan dag" if one.uncounted == 1 else f"{one.uncounted} gånger till, på andra dagar"
    return [f"Antalet räknas {dated.days(one.counted)}. Det har gjorts {others}."]


def deficiencies(one: PublicActivity) -> list[str]:
    """Gives "12 brister noterades: 8 är åtgärdade, 4 ska åtgärdas.", if any were."""
    every = sum(count for _, count in one.deficiencies)
    parts = [f"{count} {DEFICIENCY[state][count > 1]}" for state, count in reversed(one.deficiencies)]
    return [f"{every} {'brist' if every == 1 else 'brister'} noterades: {', '.join(parts)}."] if every else []


def found(one: PublicActivity) -> str:
    """What was found is told apart: it is no part of what was promised."""
    return f"{figures_text(one.found)}. {NO_PART_OF_IT}" if one.found else ""


def ahead(one: PublicActivity, *, closed: bool) -> list[str]:
    """Of what goes on, or is done when it is needed, that; else the next days."""
    if one.form is Form.DELIVERABLE and not closed:
        return _to_deliver(one)
    if closed or one.form not in (Form.DATED, Form.WINDOW):
        return [GOES_ON[one.form]] if one.form in GOES_ON and not closed else []
    lines = [_days("Närmast", one.ahead[:NAMED])] if one.ahead else []
    if one.more:
        lines.append(NOT_TOLD)
    return lines or ([] if one.verdict is Verdict.FINISHED else [NO_DAY])


def _to_deliver(one: PublicActivity) -> list[str]:
    """Of what is late the day is no news."""
    if one.more or one.verdict not in (Verdict.NOT_STARTED, Verdict.ON_TRACK):
        return []
    return [f"Det ska bli klart senast {dated.day(one.ahead[0].day)}." if one.ahead else NO_DAY]


def brief(one: PublicActivity, *, over: bool) -> str:
    """The count and the verdict, for a table; what the reports hold stands with the activity."""
    told = _count(one) or _figures(one) or (NOTHING if over else NOTHING_YET)
    judged = state(one, over=over) if one.form is not Form.DELIVERABLE else ""
    return f"{told} {judged}.".removesuffix(" .")


def state(one: PublicActivity, *, over: bool) -> str:
    """In one or a few words; empty where no promise says how it should be judged."""
    return progress_text.heading(one.verdict, over=over) if one.verdict else ""


def signed(agreement: PublicAgreement, *, closed: bool = False) -> str:
    """Gives "Gäller 2026–2027. Har skrivits under av Polisen i Medelpad och Timrå kommun."."""
    holds, by = ("Gällde", "Skrevs under av") if closed else ("Gäller", "Har skrivits under av")
    signed_by = f" {by} {joined(agreement.signed)}." if agreement.signed else ""
    return f"{holds} {_years(agreement.period)}.{signed_by}"


def via(agreement: PublicAgreement) -> list[str]:
    """Gives "Visas under Medborgarlöfte för Timrå 2026: Trafikkontroller och Fotpatrullering."."""
    titles: dict[str, list[str]] = {}
    for title, other in agreement.via:
        titles.setdefault(other, []).append(title)
    return [f"Visas under {other}: {joined(some)}." for other, some in titles.items()]


def ended(agreement: PublicAgreement) -> str:
    became = BECAME.get(agreement.state, "gäller inte längre")
    if agreement.kind is AgreementKind.COLLABORATION:
        became = became.replace("ett nytt", "en ny")
    return f"{sentence(DEFINITE[agreement.kind])} {became}."


def speaker(found: PublicFollowUp) -> str:
    """Who may speak for it, as the agreements say; empty where none does."""
    return joined(list(dict.fromkeys(one.spokesperson for one in found.current if one.spokesperson)))


def fresh(found: PublicFollowUp) -> str:
    newest = (
        f"Den nyaste rapporten är från {dated.day(found.newest)}." if found.newest else "Inga rapporter har kommit in."
    )
    return f"Siffrorna togs fram {dated.day(found.made_on)}. {newest}"


def notes(found: PublicFollowUp) -> list[str]:
    """What the numbers are, how fresh, and what is left out."""
    lines = [
        fresh(found),
        "Siffrorna kommer från korta rapporter som de som gör arbetet lämnar efter varje tillfälle.",
        "Bara det som är gjort räknas. Det som gjordes delvis står för sig.",
        "Bara antal som står i det som skrevs under visas som löften.",
    ]
    if found.threshold > 1:
        lines.append(
            f"Tal om människor som är större än 0 och mindre än {found.threshold} skrivs ”färre än {found.threshold}”, "
            "så att ingen ska kunna pekas ut. Av samma skäl summerar vi dem inte."
        )
        lines.append(
            "Ett tal om människor som vi har visat förut ändrar vi först när det är minst "
            f"{found.threshold} fler eller färre, så att inte heller skillnaden pekar ut någon."
        )
    if any(figure.text == UNTOLD for one in found.activities for figure in (*one.figures, *one.found)):
        lines.append(f"”{sentence(UNTOLD)}” står där ett tal skulle avslöja ett annat som är för litet.")
    if found.missing:
        lines.insert(1, f"Rapporter som saknas: {number(found.missing)}. Allt som är gjort syns kanske inte än.")
    if found.withheld:
        lines.append(f"Planerade tillfällen som vi inte berättar om i förväg: {found.withheld}.")
    return lines


def figures_text(figures: Iterable[Figure]) -> str:
    """Gives "Fordon: 945 · Timmar: 42"."""
    return " · ".join(f"{one.label}: {one.text}" for one in figures)


def over(found: PublicFollowUp) -> bool:
    return found.period.last < found.made_on


def _count(one: PublicActivity) -> str:
    if one.form is Form.DELIVERABLE:
        return _delivered(one)
    partly = f"{number(one.partly)} delvis" if one.partly else ""
    if one.done and not (one.form is Form.CONTINUOUS and one.figures):
        return ", och ".join(filter(None, (f"{one.done} {_unit(one)}", partly))) + "."
    return f"{sentence(partly)}." if partly else ""


def _delivered(one: PublicActivity) -> str:
    return progress_delivered.came_to(one.verdict, ended=one.ended, partly=one.partly > 0) if one.verdict else ""


def _figures(one: PublicActivity) -> str:
    return f"{figures_text(one.figures)}." if one.figures else ""


def _unit(one: PublicActivity) -> str:
    unit = one.promise.unit if one.promise else kind(one.kind).goal_unit
    return unit_of(1, unit) if one.done == "1" else unit


def _days(what: str, days: Sequence[Ahead]) -> str:
    """A place that they share is named once."""
    places = {one.place for one in days}
    shared = places.pop() if len(places) == 1 else ""
    shown = [one.label or dated.day(one.day) for one in days]
    if places:
        shown = [f"{day} ({one.place})" if one.place else day for day, one in zip(shown, days, strict=True)]
    return f"{what}: {joined(shown)}{f' ({shared})' if shared else ''}."


def _years(period: Period) -> str:
    """Gives "2021–2022" rather than "januari 2021–december 2022"."""
    first, last = period.first, period.last
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return f"{first.year}–{last.year}" if whole and first.year != last.year else dated.stretch(period)
