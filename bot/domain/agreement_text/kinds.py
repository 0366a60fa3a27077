"""Which kind of activity some words are about, and in what form it is done.

The words of an agreement are longer than those of a report ("insatser mot langning vid skolavslutningen"), so these are
patterns beside the names and synonyms of `bot.domain.kinds`.
"""

import re
from functools import lru_cache

from bot.domain.words import Form

OTHER = "ovrigt"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


# What is found earliest decides; a later row only where no earlier one says anything.
_ROWS: tuple[tuple[tuple[str, re.Pattern[str]], ...], ...] = (
    (
        ("trygghetsvandring", _pattern(r"trygghets(?:vandr|rond|promenad)", r"mörkervandr", r"trygghetsvandra", r"belysningsvandr")),
        ("nattvandring", _pattern(r"nattvandr", r"vuxenvandr", r"föräldravandr", r"vuxna på stan")),
        ("foraldramote", _pattern(
            r"föräldra(?:möte|träff|kväll|utbild)", r"(?:föräldrar\w*|vårdnadshavar\w*)\b.{0,60}(?:möte[nrt]?|träff|kväll)",
            r"(?:möt|träff|inform|bjud|föreläs)\w*\b.{0,40}(?:föräldrar|vårdnadshavar)",
        )),
        ("motorburen_insats", _pattern(
            r"motorbur", r"\bepa", r"a-traktor", r"buskör", r"olovlig körning", r"cruising", r"raggar", r"moped", r"terrängfordon", r"terrängkör",
            r"skoter", r"fyrhjuling", r"crossmotor", r"trimmade", r"vattenskoter", r"gatrace", r"fortkörning på torg",
        )),
        ("trafikkontroll", _pattern(
            r"trafikkontroll", r"hastighets(?:kontroll|övervak|mät)", r"nykterhet", r"fartkontroll", r"rattfyll", r"trafikinsats", r"trafikövervak",
            r"kontroll\w*\b.{0,50}(?:fordon|hastighet|fart|trafik|bälte|mobil)", r"insats\w*\b.{0,40}trafik", r"lasermät", r"alkoholutandning", r"tungtrafik",
        )),
        ("grannsamverkan", _pattern(r"grannsamverkan", r"båtsamverkan", r"grannstöd", r"hamnsamverkan")),
        ("lagesbild", _pattern(r"(?<!efter )(?<!utifrån )(?<!enligt )(?<!gemensamma )(?<!gemensam )lägesbild", r"(?<!efter )(?<!utifrån )(?<!enligt )(?<!från )gemensam(?:ma)? lägesbild", r"lägesrapport\w* (?:mellan|till)")),
        ("ungdomsforum", _pattern(
            r"ungdomsforum", r"forum\b.{0,60}\b(?:ung|elev)", r"(?:ung|elev)\w*\b.{0,50}forum", r"ungdomsråd", r"ungdomsparlament", r"ungdomsdialog", r"(?:samtals|elev)forum",
        )),
        ("alkoholfri_aktivitet", _pattern(
            r"alkoholfri", r"drogfri", r"fritidsgård", r"ungdomsgård", r"fritidsbank", r"lov(?:aktivit|verksamhet|program|öppet)", r"mötesplats\w* för (?:unga|ungdom)",
            r"aktivitet\w* för (?:barn|unga|ungdom)", r"(?:barn|unga|ungdom\w*)\b.{0,30}(?:lov|sommar)?aktivitet", r"nattfotboll", r"nattöppen", r"spontanidrott", r"öppethållande", r"idrottshall\w*\b.{0,30}öpp", r"öppn?\w*\b.{0,40}(?:idrottshall|gymnastiksal|simhall)",
        )),
        ("fotpatrullering", _pattern(
            r"fotpatrull", r"till fots", r"patruller", r"synlig", r"närvar(?!a i|a på möte|ar på möte)", r"\brund(?:or|a)\b", r"cykelpatrull", r"ute (?:på|i) (?:gator|centrum|torg)",
        )),
        ("riktad_insats", _pattern(
            r"riktad", r"(?:narkotika|drog|vapen|alkohol)insats", r"insats\w*\b.{0,40}(?:narkotika|drog|vapen|langning|stöld|inbrott|våld|bedrägeri|skadegör)", r"tillslag", r"(?:mot|kontroll\w* av) langning",
            r"ingrip", r"narkotikahund", r"drogsök", r"sök\w* med hund", r"visit", r"(?:tillsyn|kontroll)\w*\b.{0,50}(?:krog|serverings|restaurang|alkohol|tobak|folköl|butik|verksamhet|lokal)", r"krog\w*\b.{0,30}(?:kontroll|tillsyn)", r"gränskontroll", r"id-kontroll",
            r"husrannsak", r"förseglings", r"hembesök",
        )),
        ("uppsokande_arbete", _pattern(
            r"uppsök", r"\bfält(?:ar|a\b|arbet|sekreterar|grupp|verksam)", r"sök\w* upp", r"upptäck\w*\b.{0,40}(?:ung|person|barn)", r"orosanmäl", r"orossamtal", r"förebyggande arbete\b.{0,20}ung", r"tidiga? (?:upptäck|insats)", r"ungdomar i riskzon",
        )),
        ("radsmote", _pattern(r"rådsmöt", r"\bråd(?:et)? för\b", r"brottsförebyggande råd", r"\bbrå\b")),
        ("kampanj", _pattern(r"kampanj", r"medvetenhet", r"temadag", r"temaveck", r"\bvecka mot\b", r"uppmärksamma\b.{0,30}(?:vecka|dag)")),
    ),
    (
        ("kommunikationsinsats", _pattern(
            r"kommunic", r"sociala (?:medier|kanaler)", r"(?:webb|hem)(?:plats|sida)", r"felaktiga", r"rykte", r"kommunikation", r"publicer", r"återkoppl", r"\w+\.se\b", r"facebook", r"nyhetsbrev", r"berätta\w*\b.{0,40}(?:hur|vad|om (?:arbetet|resultat))", r"lokalpress", r"lokaltidning",
        )),
        ("informationsinsats", _pattern(
            r"inform", r"föreläs", r"utbild", r"besök\w*\b.{0,40}(?:skol|klass|elev|årskurs)", r"(?:skol|klass|elev|årskurs)\w*\b.{0,50}besök", r"lektion", r"undervis", r"kunskap", r"huskurage", r"utskick", r"broschyr", r"rådgiv", r"berättar", r"föräldrabrev", r"\bbrev\b", r"studiebesök", r"nätdroger", r"klassrum", r"\bråd om\b", r"inbrottsförebyggande råd",
        )),
        ("dialog", _pattern(
            r"dialog", r"samtal", r"medborgarmöt", r"(?<!be)möt(?:a|er|s|te|en)\b", r"träff", r"medborgarkontor", r"poliskontor", r"polisbuss", r"\bkaffe", r"\bfika", r"lyssna", r"diskuter", r"\btält", r"öppet hus", r"frågestund", r"kom(?:mer)? och prata", r"\bprat",
        )),
        ("fysisk_atgard", _pattern(
            r"belys", r"\blamp", r"kamer", r"röj", r"klipp", r"busk", r"\bsly", r"stängsel", r"staket", r"grind", r"\b(?:om|ut|upp)?bygg", r"tunnel", r"skylt", r"\blås", r"farthinder", r"\bgupp", r"saner", r"klott", r"städ",
            r"armatur", r"hastighetsbegräns", r"plantera", r"\bbänk", r"sikt", r"gångväg", r"cykelväg", r"övergångsställ", r"rust", r"fartvis", r"fartmät", r"trafikmät", r"papperskorg", r"pollare", r"avspärr", r"stolp", r"parkering", r"trottoar", r"möbler", r"fysisk", r"passager?\b", r"bom(?:mar)?\b",
        )),
        ("riktad_insats", _pattern(r"\w*insats\w* mot", r"tillsyn")),
        ("trafikkontroll", _pattern(r"kontroll")),
        ("fotpatrullering", _pattern(r"patrull", r"områdespolis", r"fler poliser", r"ordningsvakt", r"trygghetsvärd", r"vandra")),
    ),
)  # fmt: skip
_GENERIC = _pattern(
    r"\b\w*(?:insats|åtgärd|aktivitet)(?:er|en|erna)?\b", r"möte\w*", r"\bplan(?:en)?\b", r"strategi", r"rutin", r"utbildning", r"övning", r"nätverk",
    r"samverkan", r"samordn", r"tillsyn", r"kartlägg", r"inventer", r"enkät", r"undersökning", r"märkning", r"stöld(?:skydd|märk)", r"vakt(?:er)?\b",
    r"ordningsvakt", r"trygghetsvärd", r"projekt", r"program", r"stöd(?:ja|jer)?\b", r"jour", r"verksamhet", r"mentor", r"sommarjobb", r"feriejobb", r"arbetsgrupp",
    r"kontaktperson", r"checklist", r"\bapp\b", r"närpolis", r"områdespolis", r"\bpass\b", r"tillfälle", r"råd(?:et)?\b", r"\bvärdar\b", r"avtal",
)  # fmt: skip
_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form.WHEN_NEEDED, _pattern(r"(?:vid|efter|när) behov", r"när det behövs", r"vid misstanke", r"där \w+ identifieras", r"bemöt")),
    (Form.DELIVERABLE, _pattern(
        r"\bta(?:s|r)? fram", r"utarbeta", r"upprätta", r"inrätta", r"\bbygg", r"byt\w* ut", r"installer", r"anlägg", r"\bsenast\b", r"sätt\w* upp",
        r"införa?\b", r"kartlägg", r"inventer", r"klar(?:t|a)? (?:till|under|före|innan)",
    )),
    (Form.CONTINUOUS, _pattern(r"löpande", r"kontinuerlig", r"fortlöpande", r"fortsätt", r"fortsatt", r"dagligen", r"hela året", r"förebyggande arbete")),
    (Form.WINDOW, _pattern(r"\bvecka \d", r"\bi (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b")),
)  # fmt: skip
_CONTINUOUS_KINDS = frozenset({"lagesbild", "uppsokande_arbete"})


@lru_cache(1024)
def kind_of(text: str) -> str:
    """The key of a kind: the one that is named first."""
    for row in _ROWS:
        found = [(match.start(), key) for key, pattern in row if (match := pattern.search(text))]
        if found:
            return min(found)[1]
    return OTHER


def is_concrete(text: str) -> bool:
    """It names something that can be done and reported, not only wished for."""
    return kind_of(text) != OTHER or bool(_GENERIC.search(text))


def form_of(text: str, kind: str, counted: bool) -> Form:
    """What has a count or a rhythm happens on occasions."""
    said = next((form for form, pattern in _FORMS if pattern.search(text)), None)
    if counted and said in (None, Form.DELIVERABLE):
        return Form.DATED
    return said or (Form.CONTINUOUS if kind in _CONTINUOUS_KINDS else Form.DATED)
