"""The words by which an agreement's text tells what kind of activity it means, a pattern a line.

Three rows: what is found earliest in a text decides, and a later row only where no earlier row finds anything.
"""

PLAIN_ENOUGH: dict[str, str] = {
    "trygghetsvandring": r"""
        trygghets(?:vandr|rond|promenad)
        mörkervandr
        belysningsvandr
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
        trafik(?:kontroll|insats|övervak)
        hastighets(?:kontroll|övervak|mät)
        nykterhet
        fartkontroll
        rattfyll
        kontroll\w*\b.{0,50}(?:fordon|hastighet|\bfart|trafik|bälte|mobil)
        insats\w*\b.{0,40}trafik
        lasermät
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
    "fotpatrullering": r"""
        fotpatrull
        fotpass
        till fots
        patruller(?:a|ing)
        synlig
        närvaro
        \brund(?:or|a)\b
        cykelpatrull
    """,
    "riktad_insats": r"""
        riktad
        (?:narkotika|drog|vapen|alkohol)insats
        insats\w*\b.{0,40}(?:narkotika|drog|vapen|langning|stöld|inbrott|våld|bedrägeri|skadegör)
        tillslag
        krogrond
        (?:mot|kontroll\w* av) langning
        ingrip
        narkotikahund
        (?:sök\w*|kontroll\w*) med hund
        visit(?:er|ation)
        (?:tillsyn|kontroll)\w*\b.{0,50}(?:krog|serverings|restaurang|alkohol|tobak|folköl|butik|verksamhet|lokal)
        krog\w*\b.{0,30}(?:kontroll|tillsyn)
    """,
    "uppsokande_arbete": r"""
        uppsök
        fältar(?:\b|bet)
        fälta\b
        fältverksamhet
        fält(?:assistent|sekreterar|arbetar)\w* ute
        sök\w* upp
        upptäck\w*\b.{0,40}(?:ung|person|barn)
        förebyggande arbete\b.{0,20}ung
        tidiga? upptäckt
        i riskzon
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
LESS_PLAIN: dict[str, str] = {
    "kommunikationsinsats": r"""
        kommunic
        kommunikation
        sociala (?:medier|kanaler)
        (?:webb|hem)(?:plats|sid|b?en\b)
        felaktiga
        rykte
        publicer
        återkoppl
        \w\.se\b
        facebook
        instagram
        nyhetsbrev
        (?:berätta|skriv)\w* (?:om|regelbundet|löpande|kontinuerligt|hur|vad)
        lokal(?:press|tidning)
        bladet\b
        \bfilm
        gemensam information
        inform\w*\b.{0,40}(?:webben|skärmar|medier|tidning|kanaler)
    """,
    "informationsinsats": r"""
        inform(?!.{0,40}(?:webben|skärmar|medier|tidning|kanaler))
        föreläs
        utbild
        besök\w*\b.{0,40}(?:skol|klass|elev|årskurs)
        (?:skol|klass|elev|årskurs)\w*\b.{0,50}besök
        lektion
        undervis
        kunskap
        huskurage
        utskick
        broschyr
        rådgiv
        berättar om
        studiebesök
        klassrum
        nätdroger
        inbrottsskydd
        stöldskydd
    """,
    "dialog": r"""
        dialog
        samtal
        medborgarmöt
        (?<!be)möt(?:a|er|s|te|en|e|et)?\b
        träff
        medborgarkontor
        poliskontor
        polisbuss
        \bkaffe
        \bfika
        lyssna
        diskuter
        öppet hus
        frågestund
        \bprata
        emot (?:frågor|synpunkter)
    """,
    "fysisk_atgard": r"""
        belys
        \blamp
        kamer(?:a|or)
        \bröj
        \bklipp
        busk(?!ör)
        \bsly\b
        stängsel
        staket
        grind
        \b(?:om|ut|upp)?bygg
        tunnel
        skylt
        lås\b
        farthinder
        \bgupp
        saner
        klotter
        städ(?:a|ning|dag)
        armatur
        hastighetsbegräns
        plantera
        \bbänk
        gångväg
        cykelväg
        övergångsställ
        rusta
        fartvis
        hastighetstavl
        papperskorg
        pollare
        betong
        parkering
        möbler
        fysisk
        passager?\b
    """,
}
LEAST_PLAIN: dict[str, str] = {
    "riktad_insats": r"""
        insats\w* mot
        tillsyn
    """,
    "trafikkontroll": r"""
        kontroll
    """,
    "fotpatrullering": r"""
        patrull
        fler poliser
        ordningsvakt
        trygghetsvärd
        områdespolis\w* ute
        vandra
        på plats
        synas
    """,
    "uppsokande_arbete": r"""
        \bfält(?:are|arna|grupp|sekreterar|assistent)
        orosanmäl
    """,
}
