"""The sentences of a written follow-up. It is read years later, so days are named with their years."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.domain import dated, progress_basis, progress_deviations, progress_text
from bot.domain.calendar import local_day
from bot.domain.follow_up import Followed, FollowedAgreement, FollowUp
from bot.domain.progress import URGENT, Verdict
from bot.domain.standing import ActivityProgress
from bot.domain.swedish import joined, sentence, span_text
from bot.domain.swedish_words import name
from bot.domain.words import AgreementState
from bot.report import follow_up_cells as cells

HAPPENED = {
    AgreementState.ENDED: "har löpt ut",
    AgreementState.TERMINATED: "har sagts upp",
    AgreementState.REPLACED: "har ersatts",
}
NO_REPORTS = "Det finns inga rapporter, och ingen saknas."


def title(follow_up: FollowUp) -> str:
    """It stands on every page, so it says that the numbers are made up where all of them are."""
    agreements = follow_up.agreements
    example = " (exempel)" if agreements and all(one.example for one in agreements) else ""
    return f"Uppföljning {follow_up.place} {dated.stretch(follow_up.period)}{example}"


def status(settled_at: datetime | None) -> str:
    if settled_at is None:
        return "Utkast. Siffrorna är inte fastställda."
    return f"Fastställd {dated.day(local_day(settled_at))}. Siffrorna ändras inte mer."


def own(activities: Iterable[Followed]) -> list[ActivityProgress]:
    """What another agreement counts is left out."""
    return [one.progress for one in activities if not one.via]


def verdict(activities: Iterable[Followed], *, over: bool) -> str:
    return f"{sentence(progress_text.summary(own(activities), over=over))}."


def urgent(activities: Iterable[Followed], follow_up: FollowUp) -> list[str]:
    """Gives "Fotpatrullering: ligger efter. 31 av 44 planerade. 8 blev inte av (personal 6).", the worst first."""
    over = follow_up.over
    worrying = [one for one in own(activities) if one.verdict in URGENT]
    worrying.sort(key=lambda one: list(Verdict).index(one.verdict))
    return [_urgent(one, over=over) for one in worrying]


def _urgent(progress: ActivityProgress, *, over: bool) -> str:
    figures = progress_text.short(progress, with_origin=True)
    told = [
        f"{progress.frame.title}: {cells.verdict_of(progress, over=over)}",
        figures,
        progress_deviations.deviations(progress),
    ]
    return ". ".join(part.removesuffix(".") for part in told if part) + "."


def fresh(follow_up: FollowUp) -> str:
    """When the numbers were taken, the newest report among them, and how many are missing since when."""
    at = follow_up.made_at
    taken = f"Siffrorna är hämtade {dated.weekday(local_day(at))} {span_text(at)}."
    newest = f"Nyaste rapport: {dated.day(follow_up.newest)}." if follow_up.newest else "Det finns inga rapporter."
    if not follow_up.missing or follow_up.missing_since is None:
        return f"{taken} {newest} Inga rapporter saknas." if follow_up.newest else f"{taken} {NO_REPORTS}"
    oldest = "" if follow_up.missing == 1 else "den äldsta "
    return f"{taken} {newest} Saknar rapport: {follow_up.missing}, {oldest}från {dated.day(follow_up.missing_since)}."


def withheld(count: int) -> str:
    if count == 1:
        return "1 skyddat tillfälle som inte är över är räknat. Tid och plats visas inte."
    return f"{count} skyddade tillfällen som inte är över är räknade. Tid och plats visas inte."


def facts(agreement: FollowedAgreement) -> Iterator[tuple[str, str]]:
    """What the agreement is, as labels and values; what is not known is left out."""
    happened = HAPPENED.get(agreement.state)
    period = dated.days(agreement.period)
    yield "Typ", name(agreement.kind) + (" (ett exempel med påhittade siffror)" if agreement.example else "")
    yield "Gällde" if happened else "Gäller", period + (f", {happened}" if happened else "")
    if agreement.signed:
        on = f", {dated.day(agreement.signed_on)}" if agreement.signed_on else ""
        yield "Undertecknat av", f"{joined(agreement.signed)}{on}"
    if agreement.partners:
        yield "Medverkar utan att ha undertecknat", joined(agreement.partners)
    if agreement.basis:
        yield "Bygger på", joined([name(one) for one in agreement.basis])
    if agreement.spokesperson:
        yield "Uttalar sig", agreement.spokesperson


def deviations(activities: Iterable[Followed]) -> list[str]:
    told = [
        (one.progress.frame.title, progress_deviations.gone_otherwise(one.progress))
        for one in activities
        if not one.via
    ]
    return [f"{about}: {what}" for about, what in told if what]


def uncounted(activities: Iterable[Followed]) -> list[str]:
    """Of what is in the appendix and not in the number."""
    return [_uncounted(one, len(one.uncounted)) for one in activities if one.uncounted and not one.via]


def _uncounted(one: Followed, count: int) -> str:
    when = dated.days(one.progress.period)
    others = "1 tillfälle på en annan dag" if count == 1 else f"{count} tillfällen på andra dagar"
    return f"{one.progress.frame.title}: antalet räknas {when}. {others} finns bara i bilagan."


def origin(agreement: FollowedAgreement) -> str:
    return progress_basis.origin(_all_numbers(agreement), agreement.kind, dated.NEVER)


def _all_numbers(agreement: FollowedAgreement) -> Iterator[ActivityProgress]:
    for one in agreement.activities():
        if not one.via:
            yield from (progress for progress in (one.progress, one.planned) if progress)
