"""The words by which a heading tells what stands under it, a pattern a line; see `sections`."""

# In this order: "Åtgärder mot problemen" is about activities, "Bakgrund till löftet" is not.
RULES: tuple[tuple[str, str], ...] = (
    ("END", r"""
            ^kontakt
            ^(?:för )?mer information
            ^vid frågor
            ^har (?:du|ni) (?:några |en )?(?:frågor|synpunkter|tips)
            ^hjälpte
            ^fakta\b
            ^(?:ämnen|taggar|ordlista|på den här sidan)
            (?:kan|bör|ska) (?:du|ni)\b
            ^(?:medborgar|invånar|boende)\w* kan\b
            ^tips\b
            ^frågor(?:$| besvaras|,| kontakta)
            underskrift
            undertecknare
            ^undertecknas
            \btvist
            uppsägning
            ^ekonomi
            kostnad
            sekretess
            personuppgift
            ^läs mer
            ^vill du veta
            ^ort och datum
            ^bilag
            ^press(?:bild|kontakt)
            ^relatera
            ^(?:fler|andra|senaste|aktuella) (?:nyheter|artiklar)
            ^läs (?:också|även)
            ^(?:sidan|senast) (?:är )?(?:granskad|uppdaterad)
            ^dela\b
            ^hitta hit
            ^om (?:webbplatsen|kommunen)
            ^parter(?:na)?:?$
            ^ansvar(?:ig|iga|ar|sfördelning)?:?$
            ^vem(?: gör det| ansvarar)?\??:?$
            ^(?:när|tid|tidplan|resurser|status):?$
            yrkande
            ^propositionsordning
            \bbeslut(?:sunderlag|et)?$
            ^avgränsning
            ^om (?:du|ni) (?:vill|har|blir|blivit|ser|misstänker|behöver)
            ^inte med
            ingår inte
            ^(?:\w+ )?(?:skickas|sänds|expedieras) till\b
        """),
    ("BACKGROUND", r"""
            ^(?:är|blir|kommer|ska|kan|räcker|behövs) .*\?$
            ^hur har
            hur har vi
            identifier
            ^(?:förslag|synpunkter|önskemål)\b
            \bföljande (?:förslag|synpunkter|önskemål|problem)\b
            \b(?:medborgar|invånar|boende)\w*\b.{0,40}\b(?:tycker|tyckte|önskar|svarade)\b
            oroa(?:r|de) (?:medborgar|invånar|boende)
        """),
    ("RESULT", r"""
            resultat
            har (?:vi|hänt|polisen|kommunen) (?!lovat|bestämt|enats|kommit|beslutat)\w+
            gick det
            gjorde vi
            \bgjort\b
            \bhar (?:vi )?redan\b
            \bavslutade?\b
            hittills
            \b(?:förra|föregående|tidigare|fjolårets)\b
            genomför(?:d[ae]?|t)\b
            utfall
            det blev
            blev det
            hänt sedan
        """),
    ("ACTIVITIES", r"""
            ^(?:hur|så)(?: här)? (?:ska|når|uppnår) (?:vi|det|detta|målet|målen)\b(?!.*(?:följ|mät|utvärder|vet|märk))
            ^följande (?:\w+ )?(?:medborgar)?löften?\b
            aktivitet
            åtgärd
            åtagande
            handlingsplan(?:en)?$
            insatser(?:na)?\b(?!områden)
        """),
    ("FOLLOW_UP", r"""
            uppfölj
            följ(?:er|a|s) (?:vi )?upp
            utvärder
            ^indikator
            ^mått
            återkoppl
            återrapport
            redovis
            ^(?:så|hur) (?:mäter|vet|märks)\b
            ^hur (?:går|gick) det
            ^vad händer (?:nu|sedan|sen)
            \binformerade\b
        """),
    ("AIM", r"""
            \bmål\b
            ^mål
            målsättning
            ^effekt
            vision
            önska[td]
            vill vi (?:uppnå|se|nå)
            \bsyft(?:ar|et|en)\b
            uppnå
            ^syfte
        """),
    ("PROBLEM", r"""
            \b(?:prioriterade|särskilda|viktigaste|fokus-?|tre|fyra|fem|gemensamma) ?område(?:na?\b|$)
            \binriktningar\b
            ^fokusområden?$
            problem
            nuläge
            läget ut
            utmaning
            orsak
            ^lägesbild
            (?<!så )\b(?:upplever|tycker|säger|oroar|berättar|svarade|sa)\b
            ser ut
            det här vet vi
            beskrivning
        """),
    ("BACKGROUND", r"""
            bakgrund
        \bta(?:s|r|gits?)\b.{0,30}\bfram
            inledning
            ^om\b(?! (?:du|ni)\b)
            vad är(?! på gång)
            vad innebär
            vad betyder
            tog(?:s|it)? (?:vi )?(?:löftet )?fram
            tagits fram
            har (?:vi )?valt
            valts
            identifier
            underlag
            ^grund
            metod
            dialog(?:er|erna)?$
            process
            ^varför
            definition
            ^hur (?:har|togs)
            kom (?:löftet|det) till
            arbetet med löftet
            lagstift
            organisation
            organiserad
            informationsutbyte
            ^samordning
            \buppdrag\b
            ^(?:styrning|ledning)\b
            \broller\b
            utgångspunkt
            princip
            värdegrund
            ^innehåll
        """),
    ("ACTIVITIES", r"""
            (?<!medborgar)löft(?:e|en|et|ena)\b
            \b(?:lovar|lovat|åtar sig|förbinder sig|ansvarar för|svarar för)\b
            \b(?:ska|kommer|tänker)\b
            ^så (?:här )?(?:gör|arbetar|jobbar|minskar|ökar|skapar|möter)
            \bgör (?:vi|polisen|kommunen|tillsammans)
            \b(?:vi|polisen|kommunen) gör\b
            prioriter
            genomförande
            arbetssätt
            att göra
            medborgarlöften(?: (?:för|perioden|20)|$)
            medborgarlöfte (?:för perioden|20)
            detta innebär
            \benas om:?$
            överens om(?: följande| att göra|:|$)
            \b(?:bidrag|åtar sig)$
            så (?:blir|bygger|håller)
            på gång
            planeras
            planerat
        """),
)  # fmt: skip
