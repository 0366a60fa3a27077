"""The words by which an agreement's text tells what kind of activity it means, a pattern a line.

What is found earliest in a text decides; words that are less plain stand in `kind_words_less_plain`.
"""

PLAIN_ENOUGH: dict[str, str] = {
    "trygghetsvandring": r"""
        trygghets(?:vandr|rond|promenad)
        mörkervandr
        belysningsvandr
        ljus(?:promenad|vandr)
        \b(?:tätorts?|orts?|bya?|områdes|stadsdels|kvarters|bostads)vandr
        vandr\w* (?:tillsammans )?med (?:\w+ ){0,2}(?:boende|invånar|medborgar|fastighetsäg)
        \b(?!krog|väktar)\w*rond(?:en)?\b
    """,
    "nattvandring": r"""
        nattvandr(?!\w* (?:tillsammans )?med (?:\w+ ){0,2}(?:boende|invånar|medborgar))
        (?:vuxen|föräldra)vandr
        vuxna på stan
        (?:vuxen|föräldra)närvaro
        (?:vuxna|vuxnas|föräldrar|föräldrars|vårdnadshavare)\b.{0,40}(?:närvaro|\bute\b(?! i (?:god|bra)))
        närvaro\w* av (?:\w+ ){0,2}(?:vuxna|föräldrar|vårdnadshavare)
    """,
    "foraldramote": r"""
        föräldra(?:möte|träff|kväll)
        (?:föräldrar\w*|vårdnadshavar\w*)\b.{0,60}(?:möte[nrt]?|träff|kväll(?!arna|stid))
        kväll\w*\b.{0,30}(?:föräldrar|vårdnadshavar)
        \b(?:möt|träff|bjud)\w*\b.{0,40}(?:föräldrar|vårdnadshavar)(?!.{0,30}vandr)
    """,
    "fysisk_atgard": r"""
        farthinder
        fartdämp
        hastighetsdämp
        (?:märk|skylt)\w* (?:ut|upp)\b
        trafikmiljö
        hastighets(?:skylt|tavl)
        slyröj
        åtgärda\w*\b.{0,60}(?:trygghetsvandr|felanmäl|brister i \w*miljö)
    """,
    "dialog": r"""
        öppet hus
        medborgar(?:dialog|möte|samtal)
        dialogmöte
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
        insats\w*\b.{0,40}(?<!kollektiv)(?<!lokal)(?<!buss)trafik
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
        lägesbild
    """,
    "ungdomsforum": r"""
        ungdoms(?:forum|parlament|dialog)
        (?:ungdoms|elev)råd(?!\w* (?:samordnar|deltar|medverkar|genomför|ordnar|håller i))
        (?:samtals|elev)forum
        forum(?: \w+){0,3}? (?:för|med|av|där|dit|mellan)(?: \w+){0,3}? (?:unga\b|ungdomar|elever)
        (?:unga|ungdom\w*|elev\w*)\b.{0,50}\bforum
    """,
    "alkoholfri_aktivitet": r"""
        alkoholfri
        \bpå (?:\w+)?lov(?:et|en)?\b
        (?:fotbolls|idrotts|sim|sommar)skola
        drogfri
        (?:fritids|ungdoms)gård\w*\b.{0,40}(?:öpp|aktivitet|verksamhet|program)
        (?:öpp(?!et hus)|utök|start|driv|driftar)\w*\b.{0,40}(?:fritids|ungdoms)gård
        \blov(?:aktivit|verksamhet|program|öppet)
        mötesplats\w* för (?:unga|ungdom)
        aktivitet\w* för (?:barn|unga|ungdom)
        (?:barn|unga|ungdomar)\b.{0,30}aktivitet
        nattfotboll
        \bdis[ck]o
        nattöppen
        spontanidrott
        öppethållande
        idrottshall\w*\b.{0,30}öpp
        öpp(?:en|na|nar|et)\b.{0,40}(?:idrottshall|gymnastiksal|simhall)
    """,
    "informationsinsats": r"""
        (?:informer|information(?!s)|utbild(?!nings(?:förv|nämnd))|föreläs|undervis)\w*\b.{0,30}(?:elev|klass|skolpersonal|personal|årskurs)
        (?:utbildning|föreläsning) (?:i|om|för)\b
        informations?(?:insats|möte|kväll|träff|tillfälle)
        information\w* riktad
        \b(?:ge|ger|ges|dela\w*|lämna\w*|sprid\w*)\b.{0,40}\b(?:råd|tips)\b
        \b(?:tips och råd|råd och tips)\b
        brottsförebyggande råd (?:till|om)\b
    """,
    "fotpatrullering": r"""
        fotpatrull
        fotpass
        till fots
        patruller(?:a|ing)
        \bronder(?:a|ar|ing)
        finns (?:i|på) (?:centrum|torget|stationen|gatan|\w*stråket)
        \brund(?:or|a)\b
        cykelpatrull
    """,
    "riktad_insats": r"""
        (?<!information )riktade?\b(?! (?:till|trafik|hastig|nykter|\w*(?:patrull|inform|dialog|kampanj|läs|utbild)))
        (?:narkotika|drog|vapen|alkohol)insats
        (?<!information)(?<!informations)(?<!kommunikations)insats\w*\b.{0,40}(?:narkotika|drog|vapen|langning|stöld|inbrott|våld|bedrägeri|skadegör)
        tillslag
        krogrond
        provköp
        oanmäld\w* (?:besök|kontroll)
        kontroll\w*\b.{0,50}(?:narkotika|försäljningsställ)
        besök\w*\b.{0,40}(?:folköl|tobak|krog)
        ta(?:r|s)?\b.{0,15} alkohol från
        (?:mot|kontroll\w* av) langning
        ingrip
        (?:narkotika|drog)hund
        (?:hund|narkotika|drog)sök
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
        tidiga? upptäckt
        i riskzon
        ungdoms(?:coach|värd)
        (?:social|fritids(?!gård)|ungdoms)\w*\b.{0,40}(?:på plats|ute\b|går ut)
        personal\b.{0,40} går ut
    """,
    "radsmote": r"""
        rådsmöt
        (?:inrätta|upprätta|starta|bilda)\w* (?:\w+ ){0,2}\w+råd\b
        \brådet (?:för|samman|träff|möt)
        brottsförebyggande råd(?! (?:till|om)\b)
        \bBRÅ\b
    """,
    "kampanj": r"""
        kampanj
        (?:tema|trafik|trygghets)(?:dag|veck)
        \bvecka mot\b
    """,
}
