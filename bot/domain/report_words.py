"""The small words around the numbers of a report, lower case without dots."""

ARTICLES = frozenset({"en", "ett"})
HALF = frozenset({"halv", "halvt"})
NOT = frozenset({"inte", "ej"})
NOT_ANY = frozenset({"en", "ett", "nagon", "nagot", "nagra"})
# Numbers only right before what they count. "Ett par" is nobody knows how many.
SOFT = {
    "en": 1, "ett": 1, "inga": 0, "ingen": 0, "inget": 0, "varken": 0, "halv": 0.5, "halvt": 0.5, "halvannan": 1.5,
}  # fmt: skip
AFTER_ARTICLE = {"halv": 0.5, "halvt": 0.5, "par": None}
ABOUT = frozenset(
    {"ca", "c:a", "cirka", "ungefar", "omkring", "drygt", "knappt", "nastan", "minst", "uppemot", "uppat"}
)
PIECES = frozenset({"st", "stycken", "styck", "stycke"})
AND = frozenset({"och", "samt"})
OR = "eller"
# Two numbers with one of these between them are a range, a sum or a doubt.
BETWEEN_NUMBERS = frozenset({"+", "-", "–", "/", "till", OR})

# Dropped right before a number that is read: "resecentrum i 2 timmar" leaves "resecentrum".
CONNECTORS = AND | {
    "med", "varav", "plus", "under", "i", "pa", "totalt", "sammanlagt", "runt", "over", "av", "fran", "antal",
    "antalet",
}  # fmt: skip

# May stand between a number and what it counts, and add nothing there; adjectives too, but they stay in the note.
BRIDGES = frozenset({
    "for", "misstankt", "misstankta", "kontrollerade", "stoppade", "skrivna", "utfardade", "nya", "korde", "akte",
    "fick", "hade", "var",
})  # fmt: skip
ADJECTIVE_ENDING = "a"

# The number after these is a name or a time, whatever follows.
NAMES = frozenset({
    "ak", "arskurs", "klass", "kl", "klockan", "v", "vecka", "veckorna", "vag", "rv", "riksvag", "lansvag", "lv",
    "buss", "bussen", "linje", "avfart", "trafikplats", "hallplats",
})  # fmt: skip
# The number after these is a name, a time or the company, unless it counts something.
PERHAPS_NAMES = frozenset({
    "mellan", "fran", "till", "efter", "fore", "innan", "vid", "over", "i", "runt", "halv", "ar", "den", "nr",
    "nummer", "del", "plan", "grupp", "zon", "steg", "etapp", "hus", "kvarter", "port", "sal", "rum",
    "alla", "bada", "de", "dom", "vi", "var", "oss",
})  # fmt: skip
# A number before these has a meaning of its own: a date, an age, a speed, a price.
OWN_MEANING = frozenset({
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec",
    "ar", "ars", "aring", "aringar", "aringen", "km", "kmh", "meter", "mil", "kr", "kronor", "grader", "promille",
    "dag", "dagar", "vecka", "veckor", "manad", "manader", "sekunder", "kilo", "kg", "gram", "g",
})  # fmt: skip
