"""The small words around the numbers of a report, lower case without dots. A word may be in several lists."""

ARTICLES = frozenset({"en", "ett"})
HALF = frozenset({"halv", "halvt", "halva"})
ONE_AND_A_HALF = frozenset({"halvannan"})
NONE = frozenset({"inga", "ingen", "inget", "varken", "0:a", "noll"})
NO_SUCH = frozenset({"ingen", "inget"})
NOT = frozenset({"inte", "ej"})
NOT_ANY = frozenset({"en", "ett", "nagon", "nagot", "nagra", "nan", "nat", "nara"})
# "Ett par" is nobody knows how many.
SOME = frozenset({"par", "antal", "tiotals", "hundratals", "fatal"})
ABOUT = frozenset({
    "ca", "c:a", "cirka", "circa", "ungefar", "omkring", "drygt", "knappt", "nastan", "minst", "uppemot", "uppat",
    "runt", "kring", "max", "typ", "narmare", "over", "bara", "endast", "enbart",
})  # fmt: skip
PIECES = frozenset({"st", "stycken", "styck", "stycke", "stk"})
PERCENT = frozenset({"procent"})
AND = frozenset({"och", "samt", "o", "&"})
TILL = frozenset({"till"})
OR = frozenset({"eller"})

# "mellan 40 och 50 fordon": nobody knows how many.
BETWEEN = frozenset({"mellan", "fran"})
# Dropped right before a number that is read: "resecentrum i 2 timmar" leaves "resecentrum".
CONNECTORS = AND | {
    "med", "m", "varav", "plus", "under", "i", "pa", "totalt", "sammanlagt", "runt", "over", "av", "fran", "antal",
    "antalet", "efter",
}  # fmt: skip

# May stand between a number and what it counts, and add nothing there; adjectives too, but they stay in the note.
BRIDGES = frozenset({
    "for", "misstankt", "misstankta", "kontrollerade", "stoppade", "skrivna", "utfardade", "nya", "nytt", "ny",
    "korde", "akte", "fick", "hade", "var",
})  # fmt: skip
ADJECTIVE_ENDINGS = ("a", "ade")  # "12 bra samtal", "14 rapporterade för fort"

# The number after these is a name of a class, a road, a week or a time, whatever follows.
ROADS = frozenset({"vag", "rv", "riksvag", "lansvag", "lv", "riksvagen", "lansvagen", "avfart", "trafikplats"})
NAMES = ROADS | {
    "ak", "arskurs", "klass", "kl", "klockan", "v", "vecka", "veckorna", "buss", "bussen", "linje", "hallplats",
}  # fmt: skip
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
