"""What reports usually hold: figures within reason, and what people add to them."""

from collections.abc import Mapping
from random import Random

from bot.domain.report import Report
from bot.domain.words import OutcomeStatus, Reason
from storage.models import Activity

Ranges = Mapping[str, tuple[int, int]]

# By kind; an activity that counts something else stands with its own key.
FIGURES: Mapping[str, Ranges] = {
    "huskurage": {"foreningar": (2, 5)},
    "trafikkontroll": {"fordon": (24, 70), "utandningsprov": (20, 60), "rattfylla": (0, 2), "fortkorning": (0, 6)},
    "trygghetsvandring": {"deltagare": (9, 18), "brister": (3, 7)},
    "fotpatrullering": {"timmar": (2, 2), "samtal": (5, 20)},
    "riktad_insats": {"timmar": (3, 5), "beslag": (0, 4), "narkotikabrott": (0, 3)},
    "dialog": {"deltagare": (18, 40)},
    "informationsinsats": {"deltagare": (20, 60)},
    "ungdomsforum": {"deltagare": (40, 75), "klasser": (2, 3)},
    "kampanj": {"utskick": (200, 900)},
    "motorburen_insats": {"timmar": (2, 4), "epa": (6, 18), "korforbud": (0, 3)},
    "alkoholfri_aktivitet": {"stodda": (2, 3), "deltagare": (40, 120)},
    "kommunikationsinsats": {"inlagg": (1, 4)},
    "lagesbild": {"timmar": (1, 2)},
    "uppsokande_arbete": {"timmar": (6, 12), "samtal": (20, 50)},
    "fysisk_atgard": {"platser": (12, 12)},
    "radsmote": {"deltagare": (8, 14), "beslut": (1, 4)},
}
NOTES: Mapping[str, tuple[str, ...]] = {
    "huskurage": ("",),
    "natdroger": ("många frågor", ""),
    "trafikkontroll": ("lugnt", "mycket trafik", "jämn ström hela timmen", ""),
    "trygghetsvandring": ("mörkt vid gångtunneln",),
    "fotpatrullering": ("lugnt", "många ute", "pratade med handlare", "bra stämning", ""),
    "riktad_insats": ("lugnare än förra gången", "flera på plats när vi kom", ""),
    "informationsinsats": ("föräldrar åk 8", "många frågor", ""),
    "ungdomsforum": ("åk 8 tobak och cannabis", "åk 9 attityder"),
    "motorburen_insats": ("samlades vid ishallen", ""),
    "radsmote": ("läget gicks igenom under den stående punkten",),
}
NO_NOTES = ("",)


def usual(activity: Activity, draw: Random) -> Report:
    """Something that was done. What was not found is left out, as people leave it out."""
    ranges = FIGURES.get(activity.key) or FIGURES.get(activity.kind, {})
    figures = {key: draw.randint(*limits) for key, limits in ranges.items()}
    note = draw.choice(NOTES.get(activity.key) or NOTES.get(activity.kind, NO_NOTES))
    return Report(measures={key: value for key, value in figures.items() if value}, note=note)


def not_done(reason: Reason, note: str = "") -> Report:
    return Report(OutcomeStatus.NOT_DONE, reason, note=note)


def not_needed() -> Report:
    """Also what an answer of nothing new is saved as."""
    return Report(OutcomeStatus.NOT_NEEDED)
