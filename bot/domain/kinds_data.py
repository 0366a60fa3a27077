"""What each kind of activity is called, asks for and reminds of. Look kinds up with `bot.domain.kinds`."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain import measures as m

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of activity, with its Swedish grammar and habits.

    `synonyms` mean the kind wherever they stand in a report; `first_words` are common words that mean it only
    when a line begins with them ("ute resecentrum 2 timmar").
    `question` asks about a period, where "vad har ni gjort?" would not do. `quiet` is what people say of a calm one.
    `goal_measure` is the done measure that feeds a goal; None: each occurrence counts one of `goal_unit`.
    `neuter`: "blev genomfört", not "genomförd". `late_limit`: a reminder later than this is missed, not sent.
    """

    key: str
    name: str
    plural: str
    definite: str
    measures: tuple[m.Measure, ...]
    goal_unit: str
    goal_unit_single: str
    synonyms: tuple[str, ...] = ()
    first_words: tuple[str, ...] = ()
    goal_measure: str | None = None
    duration: timedelta = 2 * HOUR
    remind_before: tuple[timedelta, ...] = (7 * DAY, DAY, 2 * HOUR)
    late_limit: timedelta = DAY
    protected: bool = False
    deficiencies: bool = False
    neuter: bool = False
    question: str = ""
    quiet: str = ""

    def measure(self, key: str) -> m.Measure:
        """Raises KeyError for a measure that this kind does not ask for."""
        for measure in self.measures:
            if measure.key == key:
                return measure
        raise KeyError(key)


TRAFFIC_CHECK = Kind(
    "trafikkontroll", "trafikkontroll", "trafikkontroller", "trafikkontrollen",
    measures=(
        m.VEHICLES, m.HOURS, m.BREATH_TESTS, m.SPEED_CHECKS, m.DRINK_DRIVING, m.DRUG_DRIVING, m.NO_LICENCE,
        m.SPEEDING, m.FINES, m.DRIVING_BANS, m.SEIZURES,
    ),
    goal_unit="kontroller", goal_unit_single="kontroll",
    synonyms=(
        "kontroll", "kontroller", "nykterhetskontroll", "nykterhetskontroller", "hastighetskontroll",
        "hastighetskontroller", "fartkontroll", "fartkontroller", "poliskontroll", "trafikinsats", "trf-kontroll",
        "trfkontroll",
    ),
    first_words=("trafik", "trafiken", "tk"), duration=HOUR, protected=True, quiet="lugnt",
)  # fmt: skip
SAFETY_WALK = Kind(
    "trygghetsvandring", "trygghetsvandring", "trygghetsvandringar", "trygghetsvandringen",
    measures=(m.ATTENDANCE, m.HOURS, m.DEFICIENCIES, m.FEELING_SAFE),
    goal_unit="vandringar", goal_unit_single="vandring",
    synonyms=("vandring", "vandringar", "vandringen", "mörkervandring", "trygghetsrond", "trygghetsronder"),
    deficiencies=True, quiet="lugnt",
)  # fmt: skip
FOOT_PATROL = Kind(
    "fotpatrullering", "fotpatrullering", "fotpatrulleringar", "fotpatrullen",
    measures=(m.HOURS, m.TALKS, m.PLACES),
    goal_unit="pass", goal_unit_single="pass",
    synonyms=(
        "fotpatrull", "fotpatruller", "patrullering", "fotpass", "fotpatrullera", "fotpatrullerade", "fotpatrullerat",
    ),
    first_words=("ute", "patrull", "patrullen", "patrullerat", "patrullerade", "fot", "till fots",
    "synlig polis"), quiet="lugnt",
)  # fmt: skip
TARGETED_OPERATION = Kind(
    "riktad_insats", "riktad insats", "riktade insatser", "den riktade insatsen",
    measures=(m.HOURS, m.TALKS, m.SEIZURES, m.DRUG_OFFENCES, m.WEAPON_OFFENCES),
    goal_unit="insatser", goal_unit_single="insats",
    synonyms=("riktad", "riktade", "riktade insatsen", "riktat", "narkotikainsats", "droginsats", "vapeninsats"),
    duration=4 * HOUR, protected=True, quiet="lugnt",
)  # fmt: skip
DIALOGUE = Kind(
    "dialog", "dialog", "dialoger", "dialogen",
    measures=(m.ATTENDANCE, m.TALKS, m.REPLIES, m.HOURS, m.FEELING_SAFE),
    goal_unit="dialoger", goal_unit_single="dialog",
    synonyms=("medborgardialog", "medborgardialoger", "dialogmöte", "dialogmöten", "dialogträff", "samtalskväll"),
)  # fmt: skip
INFORMATION = Kind(
    "informationsinsats", "informationsinsats", "informationsinsatser", "informationsinsatsen",
    measures=(m.ATTENDANCE, m.ASSOCIATIONS, m.MAILINGS, m.SCHOOLS, m.CLASSES, m.HOURS),
    goal_unit="träffar", goal_unit_single="träff",
    synonyms=(
        "informationsträff", "informationsträffar", "infoträff", "infoträffar", "infoinsats", "infomöte",
        "informationsmöte", "informationsmöten", "föreläsning", "föreläsningar", "huskurage",
    ),
    first_words=("info", "information", "träff"),
)  # fmt: skip
YOUTH_FORUM = Kind(
    "ungdomsforum", "ungdomsforum", "ungdomsforum", "ungdomsforumet",
    measures=(m.ATTENDANCE, m.SCHOOLS, m.CLASSES, m.HOURS),
    goal_unit="forum", goal_unit_single="forum",
    synonyms=("forum", "forumet", "forumen", "ungdomsträff", "ungdomsträffar", "andt-forum"), neuter=True,
)  # fmt: skip
PARENT_MEETING = Kind(
    "foraldramote", "föräldramöte", "föräldramöten", "föräldramötet",
    measures=(m.ATTENDANCE, m.SCHOOLS, m.CLASSES, m.HOURS),
    goal_unit="möten", goal_unit_single="möte",
    synonyms=("föräldraträff", "föräldraträffar", "föräldrakväll"), neuter=True,
)  # fmt: skip
NIGHT_WALK = Kind(
    "nattvandring", "nattvandring", "nattvandringar", "nattvandringen",
    measures=(m.ATTENDANCE, m.HOURS, m.TALKS),
    goal_unit="nattvandringar", goal_unit_single="nattvandring",
    synonyms=("nattvandra", "nattvandrat", "nattvandrade"), duration=4 * HOUR, quiet="lugnt",
)  # fmt: skip
CAMPAIGN = Kind(
    "kampanj", "kampanj", "kampanjer", "kampanjen",
    measures=(m.MAILINGS, m.REACHED, m.ATTENDANCE, m.ASSOCIATIONS, m.HOURS),
    goal_unit="kampanjer", goal_unit_single="kampanj",
    synonyms=("kampanjdag", "kampanjdagar", "kampanjvecka", "informationskampanj"),
)  # fmt: skip
MOTOR_OPERATION = Kind(
    "motorburen_insats", "insats mot motorburen problematik", "insatser mot motorburen problematik",
    "insatsen mot motorburen problematik",
    measures=(
        m.HOURS, m.MODIFIED_CARS, m.VEHICLES, m.TALKS, m.DRIVING_BANS, m.FINES, m.DRINK_DRIVING, m.DRUG_DRIVING,
        m.NO_LICENCE, m.SPEEDING,
    ),
    goal_unit="insatser", goal_unit_single="insats",
    synonyms=(
        "motorburen", "motorburet", "motorburna", "motorburen insats", "motorburna insatser", "motorburna insatsen",
        "motorburen ungdom", "epainsats", "epa-insats", "epakontroll", "epa-kontroll", "buskörning",
    ),
    first_words=("motor",), duration=3 * HOUR, protected=True, quiet="lugnt",
)  # fmt: skip
SOBER_ACTIVITY = Kind(
    "alkoholfri_aktivitet", "alkoholfri aktivitet", "alkoholfria aktiviteter", "den alkoholfria aktiviteten",
    measures=(m.SUPPORTED, m.ATTENDANCE, m.HOURS),
    goal_unit="aktiviteter", goal_unit_single="aktivitet",
    synonyms=("alkoholfri", "alkoholfritt", "alkoholfria", "drogfri aktivitet", "drogfria aktiviteter", "drogfritt"),
    goal_measure="stodda", duration=4 * HOUR,
)  # fmt: skip
NEIGHBOURHOOD_WATCH = Kind(
    "grannsamverkan", "grannsamverkan", "grannsamverkan", "grannsamverkan",
    measures=(m.AREAS, m.START_MEETINGS, m.HOUSEHOLDS, m.ATTENDANCE, m.HOURS),
    goal_unit="områden", goal_unit_single="område",
    synonyms=("grannsamverkansmöte", "grannsamverkansmöten", "båtsamverkan"), goal_measure="omraden",
)  # fmt: skip
COMMUNICATION = Kind(
    "kommunikationsinsats", "kommunikationsinsats", "kommunikationsinsatser", "kommunikationsinsatsen",
    measures=(m.POSTS, m.REACHED, m.MAILINGS, m.HOURS),
    goal_unit="insatser", goal_unit_single="insats",
    synonyms=("kommunikationsinsatserna",),
    first_words=("kommunikation", "kommunikationen"),
)  # fmt: skip
SITUATION_PICTURE = Kind(
    "lagesbild", "lägesbild", "lägesbilder", "lägesbilden",
    measures=(m.HOURS,),
    goal_unit="uppdateringar", goal_unit_single="uppdatering",
    synonyms=("lägesbilderna",), duration=HOUR, question="Är lägesbilden för {when} uppdaterad?",
)  # fmt: skip
OUTREACH = Kind(
    "uppsokande_arbete", "uppsökande arbete", "uppsökande arbete", "det uppsökande arbetet",
    measures=(m.HOURS, m.TALKS, m.PLACES),
    goal_unit="pass", goal_unit_single="pass",
    synonyms=("uppsökande", "uppsökande arbetet", "fältarbete", "fältarbetet", "fältpass", "fältning"),
    first_words=("fält", "fältat"), duration=3 * HOUR, neuter=True, quiet="lugnt",
)  # fmt: skip
PHYSICAL_WORK = Kind(
    "fysisk_atgard", "fysisk åtgärd", "fysiska åtgärder", "den fysiska åtgärden",
    measures=(m.PLACES, m.HOURS),
    goal_unit="åtgärder", goal_unit_single="åtgärd",
    synonyms=("fysiska åtgärden",), first_words=("åtgärd", "åtgärder", "åtgärdat"),
)  # fmt: skip
COUNCIL_MEETING = Kind(
    "radsmote", "rådsmöte", "rådsmöten", "rådsmötet",
    measures=(m.ATTENDANCE, m.DECISIONS, m.HOURS),
    goal_unit="möten", goal_unit_single="möte",
    synonyms=("brå-möte", "bråmöte", "rådsträff"), first_words=("råd", "rådet", "brå"), neuter=True,
)  # fmt: skip
OTHER = Kind(
    "ovrigt", "övrigt", "övriga aktiviteter", "aktiviteten",
    measures=(m.ATTENDANCE, m.HOURS, m.TALKS),
    goal_unit="tillfällen", goal_unit_single="tillfälle",
    first_words=("övrig", "övriga"), neuter=True,
)  # fmt: skip

ALL_KINDS = (
    TRAFFIC_CHECK, SAFETY_WALK, FOOT_PATROL, TARGETED_OPERATION, DIALOGUE, INFORMATION, YOUTH_FORUM, PARENT_MEETING,
    NIGHT_WALK, CAMPAIGN, MOTOR_OPERATION, SOBER_ACTIVITY, NEIGHBOURHOOD_WATCH, COMMUNICATION, SITUATION_PICTURE,
    OUTREACH, PHYSICAL_WORK, COUNCIL_MEETING, OTHER,
)  # fmt: skip
