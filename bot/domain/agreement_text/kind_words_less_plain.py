"""More words for kinds, for a text where no plainer word (`kind_words`) is found. They too stand a pattern a line.

Within a row, what is found earliest in a text decides; the last row is asked last.
"""

LESS_PLAIN: dict[str, str] = {
    "fotpatrullering": r"""
        (?<!o)synlig(?!a \w*(?:handel|missbruk|drog|problem))
        (?<!skol)(?<!elevers )(?<!elevernas )närvaro(?! i skol| (?:i|på) sociala)
    """,
    "kommunikationsinsats": r"""
        kommunic
        kommunikation
        sociala (?:medier|kanaler)
        (?:webb|hem)(?:plats|sid|b?en\b)
        felaktiga
        rykte
        publicer
        återkoppl
        skriv\w*\b.{0,20}\bpå\b.{0,25}\bsida
        (?:del|sätt)\w* (?:ut|upp) (?:material|information|affisch|flygblad)
        \bgå\w* ut med (?:råd|information)
        \w\.se\b
        facebook
        instagram
        nyhetsbrev
        \bpåminn
        (?:berätta|skriv)\w* (?:om|regelbundet|löpande|kontinuerligt|hur|vad)
        lokal(?:press|tidning)
        bladet\b
        \bfilm
        gemensam information
        inform\w*\b.{0,40}(?:webben|skärmar|medier|tidning|kanaler)
    """,
    "informationsinsats": r"""
        bjud\w* in\b.{0,40}kväll\w* om
        informera(?!.{0,40}(?:webb|skärmar|medier|tidning|kanaler|hemsid))
        (?<!utbyta )(?<!utbyter )information(?!\w* från|s(?:utbyt|delning|ansvar)|.{0,60}(?:webb|medier|kanaler|hemsid))
        föreläs
        utbild(?!nings(?:förv|nämnd))
        vykort
        brev till
        \bbrev hem
        besök\w* i åk\b
        besök\w*\b.{0,40}(?:skol|klass|elev|årskurs)
        (?:skol|klass|elev|årskurs)\w*\b.{0,50}besök
        (?<!se)(?<!kol)lektion
        undervis
        kunskap
        medvetenhet
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
        (?<!uppföljande )(?<!erbjuder )(?<!erbjuda )samtal
        mottagning\b
        (?:mobil|lokal|öppe)\w* kontor
        husvagn
        samråd
        svara\w* på frågor
        medborgarmöt
        (?<!be)möt(?:a|er|s|te|en|e|et)?\b
        (?<!in)träff(?!a[srd])
        (?:dialog|trygghets|medborgar|lokal\w* )forum
        träffa(?!s\b)
        medborgarkontor
        poliskontor
        polisbuss
        \bkaffe
        \bfika
        lyssna
        besök\w*\b.{0,40}(?:fritids|ungdoms)gård
        gårdsbesök
        diskuter
        öppet hus
        frågestund
        \bprata
        emot (?:frågor|synpunkter)
        tillgänglig\w* för (?:frågor|samtal|invånar|medborgar|boende|allmänhet)
    """,
    "fysisk_atgard": r"""
        portar\b
        \bglasa
        container
        källargång
        soprum
        (?:fysiska|nya) hinder
        rensa\w* upp
        växtlighet
        belysning
        belys(?:a|er|t)\b(?! \w*(?:fråg|problem))
        \blamp
        kamer(?:a|or)
        \bröj
        \bklipp
        busk(?!ör)
        \bsly\b
        stängsel
        staket
        grind
        \b(?:om|ut)?bygg(?!\w* (?:upp )?(?:\w+ )?(?:förtroende|relation|nätverk|tillit|kunskap|kontakt|samarbet))
        tunnel
        skylt
        lås\b
        farthinder
        gupp(?:ar|en)?\b
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
        (?:gatu|ute|utomhus|park)miljö
        rusta
        fartvis
        hastighetstavl
        papperskorg
        pollare
        betong
        parkering
        möbler
        fysiska? (?!närvaro|aktivitet|möte|träff)
        passager?\b
    """,
}
LEAST_PLAIN: dict[str, str] = {
    "riktad_insats": r"""
        insats\w* mot
        \binsatser (?:på|i|vid)\b
        tillsyn
    """,
    "trafikkontroll": r"""
        \b(?:polis|punkt)?kontroll(?:er(?:a|ar)?|erna|en)?\b.{0,60}(?:väg|gat[ao]|bil|förar|trafik|infart|skol|rast)
        (?:väg|gat[ao]|bil|förar|trafik|infart|skol)\w*\b.{0,60}\bkontroll(?:er(?:na)?)?\b
        ^\W*(?:\w+ ){0,3}kontroller\W*$
    """,
    "fotpatrullering": r"""
        patrull
        fler poliser
        ordningsvakt
        trygghetsvärd
        områdespolis\w* ute
        (?<!in)(?<!ut)vandra(?!nde)
        på plats
        \bsynas
    """,
    "uppsokande_arbete": r"""
        förebyggande arbete\b.{0,20}ung
        \bfält(?:are|arna|grupp|team|sekreterar|assistent)
        orosanmäl
    skolavslutning
    """,
}
