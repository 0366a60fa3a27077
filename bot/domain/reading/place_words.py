"""Words that tell a place in a report, lower case without dots."""

# After these comes a place, whatever its name.
AT = frozenset({
    "vid", "utanfor", "langs", "utmed", "utefter", "langsmed", "nara", "bakom", "framfor", "intill", "bredvid", "invid",
    "innanfor", "norr", "soder", "oster", "vaster", "v", "brevid",
})  # fmt: skip
# After these comes a place, if the word can be one.
INSIDE = frozenset({"i", "pa"})
IN = frozenset({"runt", "kring", "genom", "mellan", "inne", "ute", "nere", "uppe", "om", "av", "mot"})
TO = frozenset({"till", "fran"})
WHERE = frozenset({
    "norra", "sodra", "ostra", "vastra", "gamla", "nya", "stora", "lilla", "ovre", "nedre", "inre", "yttre", "centrala",
    "den", "det", "de",
})  # fmt: skip
ROADS = frozenset({"vag", "rv", "riksvag", "lansvag", "lv", "riksvagen", "lansvagen", "avfart", "trafikplats"})
TAILS = frozenset({
    "hus", "park", "plan", "bro", "skola", "kyrka", "gard", "torg", "kommun", "alle", "stad", "by", "maxi", "kvantum",
    "nara", "supermarket", "station", "badhus", "bibliotek", "ishall", "sporthall", "gymnasium", "fritidsgard",
    "norrgaende", "sodergaende", "ostergaende", "vastergaende", "norrut", "soderut", "osterut", "vasterut",
})  # fmt: skip
# How they end, with something before it.
STREETS = (
    "gatan", "gata", "vagen", "grand", "granden", "stigen", "allen", "esplanaden", "kajen", "torget", "backen",
)  # fmt: skip
# A place by what it is called for, alone or last in a longer word: "busstationen", "Sörbergeskolan".
KNOWN_ENDS = (
    "torget", "torg", "parken", "skolan", "gymnasiet", "skolgarden", "garden", "stationen", "station", "centrum",
    "centralen", "rondellen", "korsningen", "infarten", "utfarten", "avfarten", "pafarten", "tunneln", "viadukten",
    "parkeringen", "rastplatsen", "hallplatsen", "macken", "kyrkan", "biblioteket", "badhuset", "hallen", "arenan",
    "idrottsplatsen", "hamnen", "stranden", "badplatsen", "campingen", "omradet", "kopcentret", "kopcentrum",
    "gallerian", "galleria", "butiken", "systembolaget", "krogen", "krogarna", "puben", "stadsdelen", "kvarteret",
    "lekplatsen", "bollplanen", "fotbollsplanen", "slottet", "sjukhuset", "vardcentralen", "kommunhuset",
    "stadshuset", "hotellet", "museet", "biografen", "bryggan", "skogen", "leden", "slingan", "sparet",
    "overgangsstallet", "terminalen", "skolorna", "skolgardarna", "entren", "lokalen", "klubbstugan", "broarna",
    "rastplats", "p-platsen", "kommunen", "stadskarnan", "tatorten", "bygden", "vattentornet", "riksvagen",
    "motorvagen", "motet", "vagskalet", "folketshus", "hogstadiet", "mellanstadiet", "lagstadiet", "bron", "krysset",
    "plattan", "stugan", "varuhuset", "handelsomradet",
)  # fmt: skip
KNOWN = frozenset({
    "stan", "staden", "byn", "an", "sjon", "ip", "city", "grillen", "kiosken", "ica", "coop", "willys", "lidl",
    "okq8", "preem", "circle", "gatan", "vagen", "torget", "backen", "stranden",
})  # fmt: skip
# How Swedish place names end. Alone they are believed only right after the kind, or after a preposition.
NAMED_ENDS = (
    "sta", "torp", "koping", "berge", "berg", "sund", "vik", "viken", "naset", "hamn", "fors", "forsen", "ryd",
    "hult", "lund", "holm", "holmen", "mala", "tuna", "sater", "dalen", "bole", "arp", "heden", "anger", "hojden",
    "udden", "hyttan", "backen", "hammar", "brunn", "lunda", "borg", "valla", "kulla", "bruk", "fjarden",
)  # fmt: skip
# "The hall": right after "i" or "på" it is somewhere, unless it is a time, the weather or how somebody went about.
NOT_SOMEWHERE = (
    "dagen", "kvallen", "natten", "morgonen", "veckan", "helgen", "manaden", "timmen", "varen", "hosten", "sommaren",
    "vintern", "rasten", "lunchen", "perioden", "terminen", "passet", "turen", "rundan", "vadret", "ovadret",
    "regnet", "snon", "kylan", "varmen", "solen", "blasten", "dimman", "halkan", "morkret", "ljuset", "skymningen",
    "gryningen", "ningen", "tjansten", "uniformen", "bilen", "gruppen", "klassen", "framtiden", "onodan", "rorelsen",
    "mobilen", "telefonen", "telefon", "slutet", "mitten", "borjan", "sjalva", "vissen", "trafiken", "insatsen",
    "arbetet", "jobbet", "laget", "gangen",
)  # fmt: skip
NO_NAMES = frozenset({
    "basta", "sista", "flesta", "forsta", "nasta", "varsta", "minsta", "mesta", "fasta", "kosta", "testa", "festa",
    "rosta", "trista", "gasta", "hosta", "narmsta", "narmaste", "hogsta", "lagsta", "storsta", "yngsta", "aldsta",
    "avvik", "undvik", "missbruk", "drogmissbruk", "alkoholmissbruk", "tobaksbruk", "narkotikabruk", "vapenbruk",
})  # fmt: skip
# After "i" and "på" these are no places.
ABSTRACT = frozenset({
    "plats", "platsen", "facebook", "instagram", "insta", "snapchat", "tiktok", "youtube", "webben", "natet", "slack",
    "teams", "tid", "vagen", "planen", "radio", "motet", "mote", "behov", "tillfallet", "kontroll", "kontrollen",
    "tips", "uppdrag", "begaran", "larm", "samma", "ett", "en", "tillfalle", "ankomst", "start", "slutet", "borjan",
    "minst", "flera", "manga", "alla", "varje", "nagon", "nagot", "behovet", "passet", "insatsen", "middag", "lunch",
    "regn", "sno", "mulet", "skymning", "gryning", "risk", "misstanke", "olycka", "olyckan", "samtal", "kontakt",
})  # fmt: skip
# In talk about how it went: never the name of a place.
NOT_NAMES = frozenset({
    "allt", "lugn", "lugnt", "lugna", "bra", "inga", "inget", "ingen", "manga", "mycket", "fint", "vader", "regn",
    "sno", "halt", "kallt", "morkt", "fa", "stilla", "ok", "okej", "klart", "inte", "ej", "alla", "nagra", "sedan",
    "dar", "som", "med", "utan", "for", "att", "det", "vi", "jag", "de", "dom", "men", "folk", "ungdomar", "ute",
    "hela", "under", "efter", "fore", "innan", "mest", "bland", "annat", "totalt", "varav", "samtliga", "trafik",
    "hej", "hade", "har", "var", "blev", "fick", "kl", "ca", "obs", "epa", "andt", "brf", "tack", "ps", "mvh",
})  # fmt: skip
