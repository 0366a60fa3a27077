"""The verbs of agreements: what somebody does, and what somebody only wants to come about."""

import re
from collections.abc import Iterator

# Infinitive and present. Concrete: whoever says that he will do it has promised something that can be reported.
_DOING = """
    anlita:anlitar anlägga:anlägger anordna:anordnar arrangera:arrangerar ansvara:ansvarar anställa:anställer
    avsätta:avsätter aktivera:aktiverar bemanna:bemannar bemöta:bemöter berätta:berättar besikta:besiktar
    besiktiga:besiktigar beskära:beskär besöka:besöker bilda:bildar bjuda:bjuder boka:bokar bygga:bygger byta:byter
    cykla:cyklar dela:delar delta:deltar deltaga:deltager diskutera:diskuterar dra:drar driva:driver erbjuda:erbjuder
    etablera:etablerar fortbilda:fortbildar fotpatrullera:fotpatrullerar fälla:fäller fälta:fältar föra:för
    föreläsa:föreläser fördela:fördelar förtäta:förtätar ge:ger genomföra:genomför genomlysa:genomlyser
    gallra:gallrar granska:granskar gå:går göra:gör hålla:håller hjälpa:hjälper hyra:hyr ha:har
    informera:informerar inleda:inleder inrätta:inrättar införa:inför installera:installerar inspektera:inspekterar
    instruera:instruerar intensifiera:intensifierar inventera:inventerar involvera:involverar jobba:jobbar
    arbeta:arbetar kalla:kallar kamerabevaka:kamerabevakar kartlägga:kartlägger klippa:klipper
    kommunicera:kommunicerar komplettera:kompletterar kontrollera:kontrollerar kontakta:kontaktar
    koppla:kopplar laga:lagar leda:leder leta:letar lägga:lägger
    lyfta:lyfter lyssna:lyssnar låna:lånar låsa:låser lära:lär
    märka:märker mäta:mäter måla:målar möta:möter möblera:möblerar nattvandra:nattvandrar närvara:närvarar
    ordna:ordnar organisera:organiserar patrullera:patrullerar placera:placerar planera:planerar
    plantera:planterar prata:pratar presentera:presenterar prova:provar publicera:publicerar påminna:påminner
    redovisa:redovisar rekrytera:rekryterar rensa:rensar reparera:reparerar ringa:ringer rusta:rustar
    röja:röjer samarbeta:samarbetar samla:samlar samordna:samordnar samtala:samtalar samverka:samverkar
    sanera:sanerar satsa:satsar schemalägga:schemalägger se:ser skicka:skickar skriva:skriver skylta:skyltar
    skapa:skapar snöröja:snöröjer spela:spelar sprida:sprider stanna:stannar starta:startar stå:står städa:städar
    stödja:stödjer stötta:stöttar svara:svarar synas:syns sätta:sätter söka:söker ta:tar tillhandahålla:tillhandahåller
    tillsätta:tillsätter testa:testar tipsa:tipsar träffa:träffar tända:tänder tömma:tömmer upplysa:upplyser
    uppdatera:uppdaterar uppmana:uppmanar upprätta:upprättar uppsöka:uppsöker utarbeta:utarbetar utbilda:utbildar
    utse:utser utföra:utför utöka:utökar utreda:utreder utrusta:utrustar utveckla:utvecklar uppmärksamma:uppmärksammar
    vandra:vandrar visa:visar vidta:vidtar visitera:visiterar vistas:vistas utvidga:utvidgar öppna:öppnar öva:övar
    översätta:översätter övervaka:övervakar åka:åker åtgärda:åtgärdar återkoppla:återkopplar fortsätta:fortsätter
    prioritera:prioriterar fokusera:fokuserar bevaka:bevakar bekosta:bekostar finansiera:finansierar
    upptäcka:upptäcker identifiera:identifierar använda:använder ställa:ställer rikta:riktar köra:kör
    medverka:medverkar bistå:bistår tillämpa:tillämpar verka:verkar vara:är finnas:finns engagera:engagerar
    ersätta:ersätter flytta:flyttar förbereda:förbereder följa:följer besluta:beslutar dokumentera:dokumenterar
    stänga:stänger ta:tar trycka:trycker dela:delar montera:monterar bjuda:bjuder handlägga:handlägger
    bedriva:bedriver anpassa:anpassar ansöka:ansöker asfaltera:asfalterar avverka:avverkar beslagta:beslagtar
    drogtesta:drogtestar förlänga:förlänger förse:förser glasa:glasar hyra:hyr köpa:köper lansera:lanserar
    omhänderta:omhändertar plocka:plockar pröva:prövar provköpa:provköper putsa:putsar
    rapportera:rapporterar rengöra:rengör renovera:renoverar ronda:rondar rondera:ronderar
    sammanställa:sammanställer sköta:sköter spärra:spärrar stärka:stärker sänka:sänker tvätta:tvättar
    upphandla:upphandlar utlysa:utlyser återställa:återställer
    anmäla:anmäler belysa:belyser beställa:beställer besvara:besvarar bevilja:beviljar coacha:coachar delge:delger
    eftersöka:eftersöker filma:filmar fixa:fixar förankra:förankrar förbjuda:förbjuder fördubbla:fördubblar
    förmedla:förmedlar förnya:förnyar förtydliga:förtydligar grilla:grillar gripa:griper grusa:grusar gräva:gräver
    handleda:handleder hantera:hanterar ingripa:ingriper initiera:initierar inhämta:inhämtar inkalla:inkallar
    intervjua:intervjuar investera:investerar justera:justerar knacka:knackar lagföra:lagför leverera:levererar
    läsa:läser marknadsföra:marknadsför medla:medlar mobilisera:mobiliserar odla:odlar orosanmäla:orosanmäler
    registrera:registrerar riva:river samråda:samråder skjutsa:skjutsar skotta:skottar slå:slår sopa:sopar
    sponsra:sponsrar subventionera:subventionerar synliggöra:synliggör tidigarelägga:tidigarelägger
    uppföra:uppför utfärda:utfärdar utforma:utformar vakta:vaktar varna:varnar verkställa:verkställer
    vidareutbilda:vidareutbildar välkomna:välkomnar värva:värvar återbesöka:återbesöker återuppta:återupptar
    öronmärka:öronmärker överlämna:överlämnar avlägsna:avlägsnar avhysa:avhyser bärga:bärgar
    upplåta:upplåter annonsera:annonserar
    påbörja:påbörjar avsluta:avslutar hämta:hämtar lämna:lämnar möjliggöra:möjliggör undersöka:undersöker
"""
# A change: it is promised only if it says of what kind ("öka närvaron"), else it is an aim ("öka tryggheten").
_CHANGING = """
    bekämpa:bekämpar bidra:bidrar bryta:bryter främja:främjar förbättra:förbättrar förebygga:förebygger
    förhindra:förhindrar förstärka:förstärker försvåra:försvårar hindra:hindrar höja:höjer minska:minskar
    motverka:motverkar reducera:reducerar skapa:skapar stoppa:stoppar stävja:stävjar stärka:stärker
    säkerställa:säkerställer underlätta:underlättar uppnå:uppnår utveckla:utvecklar öka:ökar bli:blir vara:är
    begränsa:begränsar fördjupa:fördjupar verka:verkar lösa:löser trygga:tryggar värna:värnar må:mår känna:känner
    uppleva:upplever kunna:kan få:får effektivisera:effektiviserar uppmuntra:uppmuntrar motivera:motiverar
    inkludera:inkluderar koncentrera:koncentrerar inrikta:inriktar vidareutveckla:vidareutvecklar
"""

_LIGHT = "arbeta jobba samverka samarbeta fortsätta fokusera prioritera satsa göra ha gå se stå leda"


def _forms(table: str) -> Iterator[tuple[str, str]]:
    for pair in table.split():
        infinitive, _, present = pair.partition(":")
        yield infinitive, present


def _passives(infinitive: str, present: str) -> tuple[str, str]:
    stem = present[:-2] if present.endswith("er") and not infinitive.endswith("era") else present.removesuffix("r")
    keeps_r = infinitive.endswith(("öra", "ära")) or present == infinitive
    return infinitive + "s", (present if keeps_r else stem) + "s"


DOING_INFINITIVES = frozenset(infinitive for infinitive, _ in _forms(_DOING))
CHANGING_INFINITIVES = frozenset(infinitive for infinitive, _ in _forms(_CHANGING))
# What can be reported when it is done: "arbeta" and "fortsätta" say nothing by themselves.
CONCRETE_INFINITIVES = DOING_INFINITIVES - CHANGING_INFINITIVES - frozenset(_LIGHT.split())
CONCRETE_PRESENTS = frozenset(
    present for infinitive, present in _forms(_DOING) if infinitive in CONCRETE_INFINITIVES and present.endswith("r")
) - {"är", "ser", "för", "lär", "får", "har", "leder", "står", "visar", "följer", "verkar", "söker"}
INFINITIVES = DOING_INFINITIVES | CHANGING_INFINITIVES
_STATES = frozenset(
    {
        "är",
        "har",
        "ser",
        "finns",
        "kan",
        "får",
        "blir",
        "mår",
        "känner",
        "upplever",
        "följer",
        "redovisar",
        "för",
        "lär",
        "var",
    }
)
PRESENTS = frozenset(present for _, present in _forms(_DOING + _CHANGING)) - _STATES
PASSIVES = frozenset(form for pair in _forms(_DOING + _CHANGING) for form in _passives(*pair) if len(form) > 3) | {
    "ske",
    "sker",
    "tas",
    "ges",
}
BEING = frozenset({"är", "har", "finns", "får", "blir", "byts"})
ACTIONS = INFINITIVES | PRESENTS | PASSIVES
_WORD = re.compile(r"[A-Za-zÅÄÖåäöéÉ]+(?:-[A-Za-zÅÄÖåäö]+)*")


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
