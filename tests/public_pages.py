"""A small page for citizens, for tests: one promise with a number, and one without that is protected."""

from dataclasses import replace
from datetime import date

from bot.domain.follow_up import Ahead, FollowedAgreement, FollowUp, Held
from bot.domain.periods import Period
from bot.domain.progress import Verdict
from bot.domain.public_contact import Contact
from bot.domain.words import AgreementState, Conformity, GoalOrigin, OutcomeStatus
from tests.follow_ups import agreement, area, follow_up, followed, progress

CONTACT = Contact(
    authority="Timrå kommun",
    function="trygghetssamordnaren",
    reach="kommunens växel",
    stated_on=date(2026, 11, 2),
    conformity=Conformity.FULL,
)


def small() -> FollowUp:
    walks = followed(
        progress(
            "Trygghetsvandringar", "trygghetsvandring", goal=2, origin=GoalOrigin.PROMISED, done=1, expected=1,
            verdict=Verdict.ON_TRACK, measures={"deltagare": 17.0},
        ),
        held=(Held(date(2026, 5, 14), None, OutcomeStatus.DONE, None, 1, "Vivsta", "regn", True),),
        ahead=(Ahead(date(2026, 12, 1), None, "Centrum"),),
    )  # fmt: skip
    of_walks = walks.progress.frame._replace(unit="vandringar")
    walks = replace(walks, progress=walks.progress._replace(frame=of_walks))
    checks = followed(
        progress(goal=24, done=21, not_done=1, protected=True, measures={"fordon": 912.0, "rattfylla": 3.0}),
        withheld=2,
    )
    return follow_up(agreement(area(walks, checks)))


def before() -> tuple[FollowedAgreement, ...]:
    years = Period(date(2021, 1, 1), date(2022, 12, 31))
    done = followed(progress(goal=None, done=9))
    title = "Medborgarlöfte för Timrå 2021–2022"
    return (agreement(area(done), title=title, state=AgreementState.ENDED, period=years),)
