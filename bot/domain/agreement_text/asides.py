"""What an agreement says about itself, its follow-up, and how to reach somebody: nothing of it is promised."""

import re

from bot.domain.agreement_text.doers import ACTOR
from bot.domain.agreement_text.patterns import any_of, group, whole_words

_ITSELF = group(r"""
    (?:medborgar)?löfte\w*
    (?:samverkans)?överenskommelse\w*
    avtalet
    (?:handlings|aktivitets)?planen
""")  # fmt: skip
_IS_SO = group(rf"""
    (?:ska|skall|kommer)(?! (?:\w+s )?{ACTOR}\b)
    är(?! därför att)
    innehåller
    gäller
    följs
    utvärderas
    revideras
    uppdateras
    sträcker
    löper
    syftar
    bygger
    har
    kan
    omfattar
    tas
    presenteras
    redovisas
    börjar
    utvärderas
    undertecknas
""")  # fmt: skip
_FOLLOWING_UP = r"(?:uppföljning|utvärdering|avstämning|styrgrupp|resultat|återrapportering|återkoppling)\w*"
_IS_DONE = (
    r"(?:ska|skall|sker|görs|kommer|redovisas|följer|går|träffas|lämnas|ges|genomförs|stäms|publiceras|presenteras"
    r"|läggs)"
)
# Following these up is work that is promised: "teamet följer upp frånvaro".
_CASES = group(r"""
    (?:varje|alla|samtliga) (?!insats|åtgärd|aktivitet|löfte|mål|år|kvartal|månad)
    (?:den|de|ungas|elevers) \w*(?:frånvaro|unga|elever)
    (?:\w*frånvaro|orosanmäl|elev|ungdom|barn|unga|famil|person|brottsoffer|utsatta|skadegörelse|tips|anmäl|ärende)\w*
""")  # fmt: skip
_ABOUT_ITSELF = whole_words(rf"""
    {_ITSELF} {_IS_SO}
    {_FOLLOWING_UP} (?:av \w+ )?{_IS_DONE}
    (?:kommunikation(?:en)?|information(?:en)?|arbetet|samverkan|samarbetet) ska (?:ske|bedrivas|genomsyras)
    följa?s(?: \w+){{0,3}} upp
    följ(?:a|er)(?: \w+){{0,3}} upp(?! {_CASES})
    sträcker sig
    stäms av
    stämma av (?:löftet|överenskommelsen|arbetet)
    stämmer av (?:en|två|tre|fyra|varje)
    säg(?:as|s) upp
    effekt\w* (?:av \w+ )?mäts
    avsätta (?:den |de )?(?:tid|resurser|medel)
    komma överens
    led(?:er|s|a) (?:arbetet|gruppen|det dagliga|rådet)\b
    sammankall\w*
    nästa möte
    håller ihop
    på allvar
    stämm(?:er|a)(?: \w+){{0,4}} av (?:läget|arbetet|hur|detta)
    (?:råd\w*|grupp\w*|arbetet) leds av
    varandra(?: \w+){{0,3}} (?:respekt|förtroende|stöd)
    återrapport\w*
    kallelse\w*
    fördela[rs]? resurser
    ska (?:ha|hålla|föra|präglas av) en (?:god|öppen|nära)
    hålla varandra informerade
    (?:berättar|informerar) om (?:resultatet|utfallet)
    områden? (?:prioriteras|har valts|pekas ut)
    (?<!som )revidera(?:s|de|des|t|ts)\b
    mätbara
    för uppföljning
    ta reda på (?:vilka|vad|hur)
    medarbetardialoge?r?n?a?
    hur (?:det|arbetet) (?:gick|går|har gått)
    ställning till
    ansvarar(?: \w+)? för (?:att )?(?:uppfölj|redovis|samordn|löft|överenskomm)\w*
    (?:under)?teckna\w*
    skr(?:ev|iver|evs|ivs|ivits)(?: \w+){{0,8}}? under
""")  # fmt: skip
_LEADS_ON = re.compile(r"\b(?:genom )?att$|\b(?:följande|nedan|nedanstående)(?: \w+){0,3}[.:]?$", re.IGNORECASE)
_REACH = any_of(r"""
    https?://
    www\.
    \S+@\S+
    \b(?:mejla|ring|telefon|tel|e-post|läs mer|besök gärna|klicka|senast uppdaterad|publicerad)\b
    \bkontakta (?:oss|gärna|din|kommunpolis\w*|kommunens (?:växel|kontakt\w*))\b
""")  # fmt: skip
# What such agreements are, and what they were built on.
_IN_GENERAL = any_of(r"""
    ^(?:ett )?medborgarlöften? (?:handlar|är|innebär|bygger|baseras|syftar|ska|fokuserar|utgår|innehåller|består)\b
    ^(?:medborgar)?löftet (?:utgår|baseras|grundar|bygger|är en del)\b
    ^(?:den |en )?(?:(?:lokala|gemensamma|aktuella) )*(?:lägesbild|problembild|kartläggning)\w* (?:tas|har|visar)\b
    ^(?:den )?(?:(?:lokala|gemensamma|aktuella) )*(?:lägesbild|problembild|kartläggning)\w* (?:grundar|bygger|ligger)\b
    \bta(?:r|s)? (?:man|vi) reda på\b
    \b(?:läggs|används) (?:befintlig )?statistik\b
    \befterfråga\w* (?:kommun)?(?:medborg|invån|boende)
    \b(?:medborg|invån|boende)\w* (?:\w+ )?(?:efterfrågar|önskar|uppger|vill|framför)\b
    \bstartskott\b
    följs upp (?:en|två|tre|fyra) gång
    \blovar aktiviteter som\b
    \bkommer\b.* fokusera på (?:\w+ )?(?:åtgärder|frågor|trygghet|tryggheten)\b
    \bkänsla av (?:ökad )?otrygghet\b
    \båterkommer\b.*\b(?:redovis|resultat|rapport)
    \b(?:inför|ta fram) (?:nästa|ett nytt|kommande) (?:medborgar)?löfte\b
    \binformera\w*\b.{0,40}\bom resultat
    ^(?:kommunstyrelse|kommunfullmäktige|\w*nämnd)\w* (?:ska|kommer att) (?:godkänna|anta|besluta|behandla)\b
    \b(?:ansvarar för samverkan|samordnar arbetet)\b
    \bdu\b.{0,40}\bkan (?:också |själv )?(?:bidra|hjälpa|tipsa|anmäla)\b
    ^lägesbilden uppdateras\b
    \bl(?:åg|igger) till grund\b
    ^(?:aktivitet|insats|åtgärd)\w* (?:kommer att|ska) (?:preciseras|beskrivas|planeras|beslutas|utformas|redovisas)\b
    \blöft(?:et|ena|en)\b.{0,20}\b(?:är|har|blev|blivit) (?:\w+ )?(?:framtag|tagits|tagit|utarbeta)
    \b(?:idéer|förslag|önskemål|synpunkter)\w*\b.{0,60}\b(?:var|är|handlade|gällde)\b
    ^(?:sammanfattningsvis|sammantaget|kort sagt|med andra ord)\b
    ^(?:på så sätt|på (?:det|detta|det här) sättet?|därmed|därigenom|genom detta|tack vare)\b
    \bförväntas\b
    ^mer information\b
    ^vi tror\b
    \b(?:ska|kommer) (?:medborgar)?löftet\b
    \bhar (?:ett|en) (?:gott?|bra|nära|lång) (?:sam|dialog|relation|tradition)
    ^trygghet(?:en)? skapas\b
    \b(?:får|tar emot) (?:ofta|många) (?!fler|nya)\w+
    ^\w+(?:na|en|et) (?:ger|gör) \w+ (?:möjlighet|möjligt) att\b
    \bska (?:vara en del av|komma närmare|verka närmare?|verka nära)\b
""")  # fmt: skip
_NO_PROMISE = any_of(rf"""
    \böverens om att (?!{ACTOR}\b|\w+a\b)
    ^(?:baserat|bygger) på\b
    ^ska (?:vi|man|det) [^,]*? (?:måste|behöver|får)
    \binom (?:ramen för )?(?:den |vår |sin )?ordinarie
    \byrka[rt]\b
    \bpå bilden\b
    ^(?:det|den|de|löftet|överenskommelsen) gäller (?:under|från|fram|till|i|åren?|perioden|\d)
    ^(?:om|eftersom|trots|även om|när(?! det gäller)|därför att|genom samverkan)\b
    \?$
""")  # fmt: skip


# What a law demands is no promise, nor what is told about it in the same paragraph.
_LAW = re.compile(
    r"\(\d{4}:\d+\)"
    r"|\b(?:enligt (?:ny )?(?:lag|\w+lagen)|(?:ny|förändrad|ändrad) lagstiftning|lagen om|lagstiftningen)\b",
    re.IGNORECASE,
)


def is_about_the_law(paragraph: str) -> bool:
    return bool(_LAW.search(paragraph))


def is_aside(text: str) -> bool:
    return is_about_itself(text) or tells_how_to_reach(text) or is_no_promise(text)


def is_about_itself(text: str) -> bool:
    return bool(_ABOUT_ITSELF.search(text)) or is_said_in_general(text)


def is_said_in_general(text: str) -> bool:
    """What such agreements are and build on, in whatever words."""
    return bool(_IN_GENERAL.search(text))


def tells_how_to_reach(text: str) -> bool:
    return bool(_REACH.search(text))


def is_no_promise(text: str) -> bool:
    return bool(_LEADS_ON.search(text) or _NO_PROMISE.search(text))
