"""The numbers that reports hold: what each is called, counted in, and how people write it.

A measure means the same in every kind that asks for it. Never individuals: counts only.
"""

from dataclasses import dataclass
from enum import StrEnum


class MeasureGroup(StrEnum):
    """Kept apart everywhere: only DONE counts towards a goal."""

    DONE = "done"
    FOUND = "found"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True)
class Measure:
    """`label` is shown as "Fordon: 45"; offences are suspicions. Synonyms are accepted as input, never shown."""

    key: str
    label: str
    unit: str
    group: MeasureGroup
    synonyms: tuple[str, ...]
    decimal: bool = False


def _done(key: str, label: str, unit: str, *synonyms: str, decimal: bool = False) -> Measure:
    return Measure(key, label, unit, MeasureGroup.DONE, synonyms, decimal)


def _found(key: str, label: str, unit: str, *synonyms: str) -> Measure:
    return Measure(key, label, unit, MeasureGroup.FOUND, synonyms)


HOURS = _done("timmar", "Timmar", "timmar", "timme", "timma", "tim", "h", decimal=True)
VEHICLES = _done(
    "fordon", "Fordon", "fordon",
    "bil", "bilar", "fordonskontroller", "förare", "bilister", "personbilar", "stoppade", "stoppade bilar",
    "kontrollerade",
)  # fmt: skip
BREATH_TESTS = _done(
    "utandningsprov", "Utandningsprov", "prov",
    "prov", "blås", "blåsprov", "blåstest", "blåsningar", "blåsta", "alkotest", "alkoholtest", "sållningsprov",
)  # fmt: skip
SPEED_CHECKS = _done("hastighetsmatningar", "Hastighetsmätningar", "mätningar", "mätning", "fartmätningar")
TALKS = _done("samtal", "Samtal", "samtal", "kontakter", "pratstunder")
ATTENDANCE = _done(
    "deltagare", "Deltagare", "deltagare",
    "personer", "pers", "besökare", "åhörare", "närvarande", "boende", "elever", "ungdomar", "ungar", "barn",
    "föräldrar", "vårdnadshavare", "vuxna", "nattvandrare", "ledamöter", "deltog", "närvarade", "unga", "delt",
    "medborgare", "invånare", "lärare", "seniorer",
    "pensionärer", "hyresgäster", "grannar",
)  # fmt: skip
PLACES = _done("platser", "Platser", "platser", "plats", "ställen", "ställe")
ASSOCIATIONS = _done(
    "foreningar", "Föreningar", "föreningar", "förening", "bostadsrättsföreningar", "brf:er", "brf", "fastighetsägare"
)
MAILINGS = _done("utskick", "Utskick", "utskick", "flygblad", "broschyrer", "foldrar", "brev", "affischer")
SCHOOLS = _done("skolor", "Skolor", "skolor", "skola")
CLASSES = _done("klasser", "Klasser", "klasser", "skolklasser")
REACHED = _done(
    "nadda", "Nådda personer", "personer", "nådde", "nådda", "visningar", "läsare", "personer nådda", "nådda personer"
)
POSTS = _done("inlagg", "Inlägg", "inlägg", "publiceringar", "artiklar", "pressmeddelanden")
REPLIES = _done("svar", "Enkätsvar", "svar", "svar", "enkäter", "enkät")
AREAS = _done("omraden", "Nya områden", "områden", "område", "nya områden", "grannsamverkansområden")
START_MEETINGS = _done("startmoten", "Startmöten", "möten", "startmöte", "uppstartsmöten", "möten", "möte")
HOUSEHOLDS = _done("hushall", "Hushåll", "hushåll", "hushållen")
DECISIONS = _done("beslut", "Beslut", "beslut", "besluten")
SUPPORTED = _done("stodda", "Stödda aktiviteter", "aktiviteter", "aktiviteter", "aktivitet", "stödda")

DRINK_DRIVING = _found(
    "rattfylla", "Misstänkt rattfylleri", "st",
    "rattfylla", "rattfyllor", "rattfyllan", "rattfylleri", "rattfyllerist", "rattfyllerister", "rattfull", "rattfulla",
    "rattonyktra", "onyktra", "onykter", "rattis", "rattisar", "fyllekörare", "rattfyllerier",
)  # fmt: skip
DRUG_DRIVING = _found(
    "drograttfylla", "Misstänkt drograttfylleri", "st",
    "drograttfylla", "drograttfyllor", "drograttfylleri", "drograttfull", "drograttfulla", "drograttfyllerist",
    "drograttfyllerister", "drogpåverkade", "drogpåverkad",
)  # fmt: skip
NO_LICENCE = _found(
    "olovlig_korning", "Misstänkt olovlig körning", "st",
    "olovlig", "olovlig körning", "olovliga", "olovliga körningar", "utan körkort", "utan kort", "saknade körkort",
    "körkortslösa",
)  # fmt: skip
SPEEDING = _found(
    "fortkorning", "Misstänkt fortkörning", "st",
    "fortkörning", "fortkörningar", "fortkörare", "för fort", "för snabbt", "för hög fart", "för hög hastighet",
    "hastighetsöverträdelse", "hastighetsöverträdelser",
)  # fmt: skip
FINES = _found("boter", "Böter", "st", "bot", "ordningsbot", "ordningsböter", "bötfällda", "bötesförelägganden")
DRIVING_BANS = _found("korforbud", "Körförbud", "st", "körförbuden")
SEIZURES = _found("beslag", "Beslag", "st", "beslagtagna", "beslagtagen", "beslagtaget")
DRUG_OFFENCES = _found(
    "narkotikabrott", "Misstänkt narkotikabrott", "st", "narkotikabrott", "narkobrott", "ringa narkotikabrott"
)
WEAPON_OFFENCES = _found("vapenbrott", "Misstänkt vapenbrott", "st", "vapenbrott", "knivbrott", "knivlagsbrott")
DEFICIENCIES = _found("brister", "Brister", "brister", "brist", "bristerna", "anmärkningar", "anmärkning")
MODIFIED_CARS = _done(
    "epa", "Fordon (epa)", "fordon",
    "epa", "epor", "epa-traktor", "epa-traktorer", "epatraktor", "epatraktorer", "a-traktor", "a-traktorer",
    "epa-bilar",
)  # fmt: skip

FEELING_SAFE = Measure("trygga", "Känner sig trygga", "procent", MeasureGroup.EFFECT, ("trygga", "trygg"), decimal=True)
