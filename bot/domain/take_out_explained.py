"""What a take-out says of itself: what is in it, what is not and why, and what its columns and keys are called."""

from collections.abc import Iterator

from bot.domain.calendar import local_day
from bot.domain.swedish import day_text, span_text
from bot.domain.take_out import Sheet, TakeOut
from bot.domain.take_out_tables import LEFT_OUT

ASSESSED = "Sekretess prövas vid varje begäran. Läs igenom innan något lämnas ut."
PEOPLE = (
    "Av personer finns bara Slack-id, behörighet och funktion: av dem framgår vem som svarade för vad. Namn, telefon "
    "och e-post finns inte i boten, och inga uppgifter om invånare."
)
TIMES = (
    "Klockslag är svensk tid. I JSON står också avståndet till UTC. Har en rapport bara sagt en del av dagen, till "
    "exempel i morse, slutar tiden en sekund före hel timme."
)
FORMATS = (
    "En fil per format med samma uppgifter: .txt att läsa från början till slut, .xlsx för egna analyser, .json för "
    "program, csv/ med en fil per tabell (semikolon, UTF-8). Publicerade sidor "
    "och fastställda uppföljningar ligger också i egna filer, som de var."
)
GUARD = (
    "I CSV står en apostrof före text som ett kalkylprogram annars skulle räkna ut. En cell i xlsx rymmer 32 000 "
    "tecken: längre text är kortad där, och det syns."
)
KEYS = "Inom parentes efter varje rubrik står nyckeln i JSON, och efter varje tabell dess nyckel och csv-fil."


def lines(found: TakeOut) -> list[str]:
    """What everyone has to know, in any format."""
    today = local_day(found.made_at)
    when = f"{day_text(today, today).removeprefix('i dag, ')} {today.year} {span_text(found.made_at)}"
    return [f"Uppgifter om {found.municipality} ur Löftet, uttagna {when}.", ASSESSED, *found.withheld.lines(), PEOPLE]


def guide(found: TakeOut) -> Iterator[str]:
    """A line each, and empty ones between paragraphs."""
    for paragraph in (*lines(found), TIMES, FORMATS, GUARD):
        yield from (paragraph, "")
    yield from ("TABELLER", KEYS, "")
    for filled in found.sheets:
        yield from _table(filled.sheet, len(filled.rows))
    yield from ("DET HÄR ÄR INTE MED", "")
    yield from (f"{table}: {reason}." for table, reason in LEFT_OUT.items())


def _table(sheet: Sheet, rows: int) -> Iterator[str]:
    yield f"{sheet.title} ({sheet.key}), {rows} {'rad' if rows == 1 else 'rader'}"
    yield sheet.about
    yield "Kolumner: " + ", ".join(f"{column.header} ({column.key})" for column in sheet.columns)
    yield ""
