"""The words by which an agreement's text tells what kind of activity it means, a pattern a line.

What is found earliest in a text decides; words that are less plain stand in `kind_words_less_plain`.
"""

PLAIN_ENOUGH: dict[str, str] = {
    "trygghetsvandring": r"""
        trygghets(?:vandr|rond|promenad)
        mörkervandr
        belysningsvandr
        ljus(?:promenad|vandr)
        \b(?!krog|väktar)\w*rond(?:en)?\b
    """,
    "nattvandring": r"""
        nattvandr
        (?:vuxen|föräldra)vandr
        vuxna på stan
    """,
    "foraldramote": r"""
        föräldra(?:möte|träff|kväll)
        (?:föräldrar\w*|vårdnadshavar\w*)\b.{0,60}(?:möte[nrt]?|träff|kväll)
        kväll\w*\b.{0,30}(?:föräldrar|vårdnadshavar)
        \b(?:möt|träff|bjud)\w*\b.{0,40}(?:föräldrar|vårdnadshavar)
    """,
    "fysisk_atgard": r"""
        farthinder
        fartdämp
        hastighetsdämp
        (?:märk|skylt)\w* (?:ut|upp)\b
    """,
    "dialog": r"""
        öppet hus
        \bta(?:r)? emot besök
        (?:för den|dig|er|alla) som vill (?:prata|ställa|träffa)
    """,
    "motorburen_insats": r"""
        motorbur
        \bepa\b|\bepa-
        a-traktor
        buskör
        olovlig körning
        cruising
        raggar
        moped
        terräng(?:fordon|kör)
        skoter
        fyrhjuling
        cross(?:motor|kör)
        trimmade
        gatrace
    """,
    "trafikkontroll": r"""
        trafik\w{0,10}(?:kontroll|insats)
        trafik(?:övervak|personal|polis)
        hastighets(?:kontroll|övervak|mät)
        nykterhet
        fartkontroll
        rattfyll
        kontroll\w*\b.{0,50}(?:fordon|hastighet|\bfart|trafik|bälte|mobil)
        insats\w*\b.{0,40}trafik
        lasermät
        mät\w* (?:farten|hastigheten|fart\b)
        utandningsprov
    """,
    "grannsamverkan": r"""
        gran+samverkan
        (?:båt|hus|hamn|by)samverkan
        grannstöd
    """,
    "lagesbild": r"""
        (?<!efter )(?<!utifrån )(?<!enligt )(?<!gemensamma )(?<!gemensam )(?<!i )lägesbild
        (?<!efter )(?<!utifrån )(?<!enligt )(?<!från )(?<!av )gemensam(?:ma)? lägesbild
    """,
    "ungdomsforum": r"""
        ungdoms(?:forum|råd|parlament|dialog)
        elevråd
        (?:samtals|elev)forum
        forum\b.{0,60}\b(?:ung|elev)
        (?:unga|ungdom\w*|elev\w*)\b.{0,50}forum
    """,
    "alkoholfri_aktivitet": r"""
        alkoholfri
        \bpå (?:\w+)?lov(?:et|en)?\b
        (?:fotbolls|idrotts|sim|sommar)skola
        drogfri
        (?:fritids|ungdoms)gård
        \blov(?:aktivit|verksamhet|program|öppet)
        mötesplats\w* för (?:unga|ungdom)
        aktivitet\w* för (?:barn|unga|ungdom)
        (?:barn|unga|ungdomar)\b.{0,30}aktivitet
        nattfotboll
        nattöppen
        spontanidrott
        öppethållande
        idrottshall\w*\b.{0,30}öpp
        öpp(?:en|na|nar|et)\b.{0,40}(?:idrottshall|gymnastiksal|simhall)
    """,
    "informationsinsats": r"""
        (?:inform|utbild(?!nings(?:förv|nämnd))|föreläs|undervis)\w*\b.{0,30}(?:elev|klass|skolpersonal|personal|årskurs)
        (?:utbildning|föreläsning) (?:i|om|för)\b
    """,
    "fotpatrullering": r"""
        fotpatrull
        fotpass
        till fots
        patruller(?:a|ing)
        synlig
        (?<!skol)närvaro
        \bronder(?:a|ar|ing)
        finns (?:i|på) (?:centrum|torget|stationen|gatan|\w*stråket)
        \brund(?:or|a)\b
        cykelpatrull
    """,
    "riktad_insats": r"""
        riktade?\b(?! (?:trafik|hastighet|nykterhet|fotpatrull|information))
        (?:narkotika|drog|vapen|alkohol)insats
        insats\w*\b.{0,40}(?:narkotika|drog|vapen|langning|stöld|inbrott|våld|bedrägeri|skadegör)
        tillslag
        krogrond
        provköp
        oanmäld\w* (?:besök|kontroll)
        kontroll\w*\b.{0,50}(?:narkotika|försäljningsställ)
        besök\w*\b.{0,40}(?:folköl|tobak|krog)
        ta(?:r|s)?\b.{0,15} alkohol från
        (?:mot|kontroll\w* av) langning
        ingrip
        narkotikahund
        (?:sök\w*|kontroll\w*)\b.{0,40}\bmed hund
        visit(?:er|ation)
        (?:tillsyn|kontroll)\w*\b.{0,50}(?:krog|serverings|restaurang|alkohol|tobak|folköl|butik|verksamhet|lokal)
        krog\w*\b.{0,30}(?:kontroll|tillsyn)
    """,
    "uppsokande_arbete": r"""
        uppsök
        trygghetsvärd
        fältar(?:\b|bet)
        fälta\b
        fältverksamhet
        fält(?:assistent|sekreterar|arbetar)\w* ute
        sök\w* upp
        upptäck\w*\b.{0,40}(?:ung|person|barn)
        förebyggande arbete\b.{0,20}ung
        tidiga? upptäckt
        i riskzon
        ungdoms(?:coach|värd)
        (?:social|fritids(?!gård)|ungdoms)\w*\b.{0,40}(?:på plats|ute\b|går ut)
        gård\w* personal går ut
    """,
    "radsmote": r"""
        rådsmöt
        \brådet (?:för|samman|träff|möt)
        brottsförebyggande råd
        \bBRÅ\b
    """,
    "kampanj": r"""
        kampanj
        medvetenhet
        tema(?:dag|veck)
        \bvecka mot\b
    """,
}
