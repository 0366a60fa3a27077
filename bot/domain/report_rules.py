"""What a report may not say at once: a status against its reason and its numbers."""

from bot.domain.errors import FieldErrors
from bot.domain.kinds import Kind
from bot.domain.report import Report
from bot.domain.swedish_words import name
from bot.domain.words import OutcomeStatus

WITHOUT_NUMBERS = (OutcomeStatus.NOT_DONE, OutcomeStatus.NOT_NEEDED)


def check(report: Report, kind: Kind) -> None:
    """Raises FieldErrors at "reason", or at the key of a measure."""
    if report.lacks_reason:
        became = "blev delvis" if report.status is OutcomeStatus.PARTLY else "inte blev av"
        raise FieldErrors({"reason": f"Välj en orsak till att det {became}."})
    counted = [measure.key for measure in kind.measures if report.measures.get(measure.key)]
    if report.status in WITHOUT_NUMBERS and counted:
        said = name(report.status)
        raise FieldErrors(
            {counted[0]: f"Du valde ”{said}” men har skrivit ett antal. Ta bort antalet eller ändra valet."}
        )
