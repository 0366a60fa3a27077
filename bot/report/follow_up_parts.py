"""A written follow-up, part by part, whether it becomes Word or a page."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.domain.follow_up import Followed, FollowedAgreement, FollowedArea, FollowUp
from bot.domain.measures import MeasureGroup
from bot.domain.swedish import joined
from bot.domain.words import Form
from bot.report import follow_up_cells as cells
from bot.report import follow_up_deficiencies as deficiencies
from bot.report import follow_up_tables as tables
from bot.report import follow_up_text as text
from bot.report.chart import Bar, bars
from bot.report.parts import Field, Heading, Part, Picture, Points, Text

MOST_BARS = 20  # more than that is no picture; a page of Word holds about thirty
NEXT = 6  # days ahead of each activity; the rest is counted
FOUND_IS = "Det som upptäcks är misstankar. Det räknas inte mot något antal och säger inte hur mycket som har hänt."
EFFECT_IS = "Andelar läggs inte ihop. De står i rapporterna från"
SUMS_ARE = (
    "Antalen är summor av de aktiviteter som har ett antal och räknas i tillfällen. "
    "Läget gäller alla aktiviteter, också de andra."
)
NO_EFFECT = "Ingen effekt är mätt under perioden, till exempel hur trygga människor känner sig."
JUDGEMENT = ("Vad har fungerat?", "Vad har inte fungerat?", "Vilken effekt har det haft?", "Vad ändrar vi?")
METHOD = (
    "De ansvariga rapporterar varje tillfälle i Slack, och samordnaren gör det åt dem som inte kan. "
    "Siffrorna är summor av rapporterna.",
    "Utlovat antal står i det som undertecknades. Planerat antal har någon bestämt senare. De redovisas var för sig. "
    "Gäller ett antal per år visas den del som hör till perioden.",
    "Gjort är det som har rapporterats som genomfört. Det som blev av delvis står bredvid, till exempel (+1 delvis), "
    "om det inte är bestämt att det räknas: (varav 1 delvis).",
    "Väntat är det som enligt planen skulle vara över när siffrorna hämtades.",
    "Det som ställdes in, inte blev av, inte behövdes eller saknar uppgift räknas inte som gjort. "
    "Det gör inte heller ett tillfälle utan rapport.",
    "Ligger efter: mindre är gjort än väntat, även om allt som saknar rapport är gjort. Riskerar att inte bli klar: "
    "rapporter som saknas avgör, eller för lite är kvar i planen. Går inte att bedöma: inget antal gäller tiden.",
    "Det som upptäcks och effekter räknas inte mot något antal.",
    "Det som rapporteras för en längre tid, till exempel ett kvartal, räknas där tiden börjar. "
    "En leverans räknas när den är klar.",
    "En aktivitet som hör till två överenskommelser räknas en gång.",
    "Skyddade tillfällen visas utan plats, och först när de är över.",
    "Uppgifter om enskilda personer är inte med.",
)


def parts(follow_up: FollowUp, settled_at: datetime | None, *, to_fill_in: bool) -> Iterator[Part]:
    """`settled_at`: None of a draft. `to_fill_in`: with empty fields for what only a person can judge."""
    yield Text(text.status(settled_at))
    yield from _summary(follow_up)
    yield from _side_by_side(follow_up)
    if not follow_up.agreements:
        yield Text(f"Ingen överenskommelse gällde i {follow_up.place} under perioden.")
    for agreement in follow_up.agreements:
        yield from _agreement(agreement, follow_up)
        if to_fill_in:
            yield from _judgement()
    yield from _feedback(follow_up)
    yield Heading("Så är uppföljningen gjord")
    yield Points(METHOD)
    yield from _occasions(follow_up.agreements)


def _summary(follow_up: FollowUp) -> Iterator[Part]:
    yield Heading("Sammanfattning")
    activities = list(follow_up.activities())
    yield Text(text.verdict(activities, over=follow_up.over))
    if urgent := text.urgent(activities, follow_up):
        yield Points(urgent)
    if follow_up.withheld:
        yield Text(text.withheld(follow_up.withheld))
    yield Text(text.fresh(follow_up))


def _side_by_side(follow_up: FollowUp) -> Iterator[Part]:
    if follow_up.places:
        yield Heading("Kommunerna sida vid sida")
        yield Text(SUMS_ARE)
        yield tables.side_by_side(follow_up)


def _agreement(agreement: FollowedAgreement, follow_up: FollowUp) -> Iterator[Part]:
    activities = list(agreement.activities())
    yield Heading(agreement.title)
    yield from (Text(value, label) for label, value in text.facts(agreement))
    if origin := text.origin(agreement):
        yield Text(origin)
    if not activities:
        yield Text("Inga aktiviteter är inlagda.")
    yield from _chart(activities, over=follow_up.over)
    for area in agreement.areas:
        yield from _area(area, follow_up)
    yield from _measures(activities)
    yield from deficiencies.parts(activities, follow_up.period)
    yield from _ahead(activities)


def _chart(activities: Iterable[Followed], *, over: bool) -> Iterator[Part]:
    """Only what has a number to be compared with."""
    rows = [
        Bar(one.frame.title, one.tally.done, one.tally.goal, cells.counted_with(one), None if over else one.expected)
        for one in text.own(activities)
        if one.tally.goal and one.tally.form is not Form.DELIVERABLE
    ]
    pages = -(-len(rows) // MOST_BARS)
    for number in range(1, pages + 1):
        some = rows[len(rows) * (number - 1) // pages : len(rows) * number // pages]
        title = "Gjort av utlovat eller planerat antal" + (f", del {number} av {pages}" if pages > 1 else "")
        yield Picture(bars(title, some), f"Diagram: {title[0].lower()}{title[1:]}. Samma siffror står i tabellerna.")


def _area(area: FollowedArea, follow_up: FollowUp) -> Iterator[Part]:
    yield Heading(area.title, 2)
    for label, value in (("Problem", area.problem), ("Orsak", area.cause), ("Mål", area.goal)):
        if value:
            yield Text(value, label)
    if not area.activities:
        yield Text("Inga aktiviteter är inlagda.")
        return
    yield tables.result(area, follow_up)
    yield from (Text(line) for line in text.uncounted(area.activities))
    if deviating := text.deviations(area.activities):
        yield Heading("Avvikelser", 3)
        yield Points(deviating)


def _measures(activities: Sequence[Followed]) -> Iterator[Part]:
    if not text.own(activities):
        return
    yield Heading("Siffror ur rapporterna", 2)
    if done := tables.measures(activities, MeasureGroup.DONE, "Gjort"):
        yield done
    if found := tables.measures(activities, MeasureGroup.FOUND, "Upptäckt"):
        yield Text(FOUND_IS)
        yield found
    effects = tables.measured_effects(activities)
    yield Text(f"{EFFECT_IS} {joined(effects)}." if effects else NO_EFFECT, "Effekt")


def _ahead(activities: Iterable[Followed]) -> Iterator[Part]:
    lines = [line for one in activities for line in _ahead_of(one)]
    if lines:
        yield Heading("Det som kommer", 2)
        yield Points(lines)


def _ahead_of(one: Followed) -> Iterator[str]:
    about, days = one.progress.frame.title, one.ahead[:NEXT]
    if days:
        told = [cells.when(day) + (f" ({day.place})" if day.place else "") for day in days]
        more = len(one.ahead) - len(days)
        yield f"{about}: {joined([*told, f'{more} till'] if more else told)}."
    if one.withheld:
        yield f"{about}: {text.withheld(one.withheld)}"


def _judgement() -> Iterator[Part]:
    yield Heading("Egen bedömning", 2)
    yield Text("Fylls i av samordnaren. Siffrorna ovan säger vad som är gjort, inte vad det har betytt.")
    yield from (Field(question) for question in JUDGEMENT)


def _feedback(follow_up: FollowUp) -> Iterator[Part]:
    yield Heading("Återkoppling till medborgarna")
    if follow_up.feedback:
        yield tables.feedback(follow_up.feedback)
    else:
        yield Text("Ingen återkoppling till medborgarna är noterad under perioden.")


def _occasions(agreements: Iterable[FollowedAgreement]) -> Iterator[Part]:
    found = [table for one in agreements if (table := tables.occasions(one))]
    if found:
        yield Heading("Bilaga: alla tillfällen med rapport")
        yield from found
