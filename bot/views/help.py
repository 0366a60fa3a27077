"""What this person can do, with one example each that works when pasted; what must never be written stands last."""

from bot.domain.courtesy import is_greeting, is_thanks
from bot.domain.permissions import Action, Actor
from bot.domain.report_intent import is_asked, is_correction, is_plan
from bot.views.blocks import Block, Message, actions, button, escape, message, quote, section

TITLE = "Det här kan du göra"
NEVER = "Skriv antal. Aldrig namn, personnummer, telefon eller registreringsnummer."
REPORT = (
    "*Rapportera:* skriv en rad till mig, som du skulle säga den:",
    "trafikkontroll 45 fordon 2 rattfylla",
    "Överallt i Slack går det också med `/lofte rapport trafikkontroll 45 fordon` (utan prickar).",
)
MINE = "*Dina tillfällen och rapporter:* `/lofte` eller min startsida, och det som är äldre med `/lofte efterhand`"
PROGRESS = (
    "*Hur det går:* `/lofte läget`, som diagram med `/lofte diagram`, i din måndagslista med "
    "`/lofte läget varje måndag`, året månad för månad med `/lofte årshjul`, brister med `/lofte brister`, "
    "vem som ansvarar med `/lofte vem ansvarar`"
)
FOLLOW_UP = "*Uppföljningen att skriva ut, och punkten till rådet:* `/lofte uppföljning` och `/lofte rådet`"
COUNCIL = "*Punkten till rådets möte:* `/lofte rådet`"
PUBLISH = "*Sidan för medborgarna:* `/lofte återkoppling`"
SETTINGS = "*När jag hör av mig, när du är borta, och din kalender:* `/lofte inställningar` och `/lofte kalender`"
PLAN = "*Planera, flytta och ställa in:* `/lofte plan`, ett helt år med `/lofte planera trygghetsvandring`"
SCHOOL = "*Skolloven, som planen undviker eller söker:* `/lofte skollov`"
AGREEMENTS = "*Lägga in, förnya och säga upp medborgarlöften:* `/lofte avtal`"
FILES = "*Planen som kalkylblad:* `/lofte export` och en tom med `/lofte mall`. Skicka den till mig när den är ifylld"
PEOPLE = "*Vilka som är med, och vad jag postar i kanaler:* `/lofte personer`, `/lofte bjud in` och `/lofte kanal`"
TAKE_OUT = "*Alla uppgifter om en kommun, när någon begär ut dem:* `/lofte lämna ut`"
BEGIN = "*De första stegen här:* `/lofte kom igång`"
PLANS = "Flytta, lämna över och ställa in gör du med knapparna under Mina tillfällen."
LET_BE = "Inget är sparat. Skriv hjälp till mig, så visar jag vad du kan göra."
QUESTIONS = "Undrar du hur det går? Skriv till exempel: hur går det i år?"
CORRECTIONS = "Ändra och Ångra gör du med knapparna i kvittot, eller under Mina rapporter på min startsida."
EXTERNAL = (
    "*Rapportera:* tryck på knappen i påminnelsen, eller skriv en rad till mig här:",
    "huskurage 3 föreningar",
    "*När jag hör av mig, när du är borta, och din kalender:* skriv inställningar eller kalender till mig här",
    "Skriv antal. Aldrig namn, personnummer eller adresser till privatpersoner.",
)


def show(actor: Actor) -> Message:
    lines, buttons = _lines(actor), _buttons(actor)
    return message(_plain([TITLE, *lines]), [section(*lines), actions(*buttons)])


def not_understood(text: str, actor: Actor) -> Message:
    """What the person can write instead; of plans and corrections, where they are made."""
    if is_greeting(text):
        return show(actor)
    if is_thanks(text):
        return message(LET_BE, [section(LET_BE)])
    fact = f"Jag förstod inte {quote(text)}, så inget är sparat."
    lines, buttons = _lines(actor), _buttons(actor)
    heads = [*_head(text, actor), f"{TITLE}:"]
    shown = [section(f"*{escape(fact)}*", *heads), section(*lines), actions(*buttons)]
    return message(_plain([escape(fact), *heads, *lines]), shown)


def _head(text: str, actor: Actor) -> list[str]:
    if is_correction(text):
        return [CORRECTIONS]
    if is_asked(text) and not _reports(actor):
        return [QUESTIONS]
    return [PLANS] if is_plan(text) else []


def _lines(actor: Actor) -> list[str]:
    if actor.external:
        return list(EXTERNAL)
    reports = _reports(actor)
    council = FOLLOW_UP if actor.may_anywhere(Action.FOLLOW_UP) else COUNCIL
    progress = [PROGRESS, council] if actor.may_anywhere(Action.SEE_PROGRESS) else []
    progress += [PUBLISH] if actor.may_anywhere(Action.PUBLISH) else []
    plan = [PLAN, SCHOOL, AGREEMENTS, FILES] if actor.may_anywhere(Action.PLAN) else []
    plan += [PEOPLE] if actor.may_anywhere(Action.ADD_PEOPLE) else []
    plan += [TAKE_OUT] if actor.may_anywhere(Action.TAKE_OUT) else []
    plan += [BEGIN] if actor.may_everywhere(Action.SET_UP) else []
    if reports:
        return [*REPORT, MINE, *progress, *plan, SETTINGS, NEVER]
    return [*progress, *plan, MINE, SETTINGS]


def _buttons(actor: Actor) -> list[Block]:
    """At most four, the likeliest first."""
    report = [button("Rapportera", "outcome_ask")] if _reports(actor) else []
    mine = button("Mina tillfällen", "mine_show")
    sees = actor.may_anywhere(Action.SEE_PROGRESS) and not actor.external
    progress = [button("Läget", "progress_ask")] if sees else []
    plan = [button("Planera", "occurrence_list")] if actor.may_anywhere(Action.PLAN) and not actor.external else []
    return [*report, mine, *progress, *plan] if report else [*progress, mine, *plan]


def _reports(actor: Actor) -> bool:
    """Also somebody without a role may be named on an occurrence, and report it."""
    return not actor.roles or actor.may_anywhere(Action.REPORT)


def _plain(lines: list[str]) -> str:
    return "\n".join(lines).replace("*", "").replace("`", "")
