"""What the walk in Hofors in May noted, and what the municipality has said of it since."""

from collections.abc import Callable
from datetime import date, datetime, time

from bot.domain.calendar import at
from bot.domain.deficiencies import Handled, Noted
from bot.domain.words import DeficiencyState
from bot.sandbox.personas import DINA
from bot.sandbox.story import Scene, Stage
from bot.services import deficiencies

WALKS = "hofors_exempel/trygghetsvandringar"
MORNING = time(10)

TUNNEL = Noted("belysning", "gångtunneln vid stationen")
BUSHES = Noted("vaxtlighet", "gångvägen bakom biblioteket")
SHELTER = Noted("trasigt", "busskuren vid torget")
PASSAGE = Noted("trafik", "övergångsstället vid skolan")
IN_MAY = (TUNNEL, BUSHES, SHELTER, PASSAGE)


def scenes(year: int) -> list[Scene]:
    lamps = Handled(
        DeficiencyState.ACCEPTED, "gatuenheten", "Nya lampor sätts upp i hela tunneln.", due_on=date(year, 12, 11)
    )
    refused = Handled(
        DeficiencyState.REFUSED,
        "gatuenheten",
        "Bussen behöver komma fram, så det blir inget gupp. Hastigheten mäts i stället.",
    )
    cut = Handled(DeficiencyState.ACCEPTED, "parkenheten", "Buskarna klipps ner.", due_on=date(year, 6, 30))
    was_cut = Handled(DeficiencyState.DONE, cut.owner, cut.decision, due_on=cut.due_on, done_on=date(year, 6, 16))
    told = (
        (date(year, 5, 26), BUSHES, cut),
        (date(year, 5, 26), PASSAGE, refused),
        (date(year, 6, 17), BUSHES, was_cut),
        (date(year, 9, 8), TUNNEL, lamps),
    )
    return [Scene(at(day, MORNING), _handle(noted, handled)) for day, noted, handled in told]


def _handle(noted: Noted, handled: Handled) -> Callable[[Stage, datetime], object]:
    def act(stage: Stage, now: datetime) -> object:
        dina = stage.actor(DINA, now)
        listed = deficiencies.listing(stage.session, dina, stage.activity(WALKS)).found
        found = next(one for one in listed if one.noted == noted)
        return deficiencies.handle(stage.session, dina, found.id, handled, now)

    return act
