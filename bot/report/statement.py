"""The accessibility statement: what is accessible and what not, how to say that something is not, and who supervises.

What it has to hold is in lag (2018:1937) 13 § and in the commission's model, (EU) 2018/1523. How far the page follows
the law is said as its authority judges it. What we say ourselves is what we have tested: see tests/browser.
"""

from datetime import date

from bot.domain import dated
from bot.domain.public_contact import Contact
from bot.domain.words import Conformity
from bot.report.html import Html, join, tag

ID = "tillganglighet"
TITLE = "Tillgänglighet för den här sidan"
TESTED_ON = date(2026, 11, 22)
TESTED = (
    "Den som har gjort mallen för sidan har prövat den i webbläsaren Chromium med verktygen axe och tidy, med "
    "tangentbord, på smal och bred skärm, i mörkt läge och som utskrift. Den är inte prövad med skärmläsare."
)
NOT_JUDGED = "[bedömningen saknas]"
JUDGED = {
    Conformity.FULL: "Vi bedömer att sidan följer lagen helt. Vi känner inte till några brister.",
    Conformity.PARTLY: "Vi bedömer att sidan följer lagen delvis.",
    Conformity.NOT: "Vi bedömer att sidan inte följer lagen.",
}


def statement(contact: Contact) -> Html:
    return join(
        [
            tag("h2", TITLE, id=ID),
            tag(
                "p",
                f"{contact.authority} står bakom den här sidan. Vi vill att alla ska kunna använda den. Den ska följa "
                "lagen om tillgänglighet till digital offentlig service, och WCAG 2.2 på nivå AA.",
            ),
            tag("h3", "Hur tillgänglig är sidan?"),
            *_how(contact),
            tag("h3", "Säg till om något inte fungerar"),
            tag(
                "p",
                "Hittar du något som inte är tillgängligt, eller behöver du innehållet på ett annat sätt? "
                f"Kontakta {contact.function} hos {contact.authority}: {contact.reach}. Vi svarar så snart vi kan.",
            ),
            tag("h3", "Tillsyn"),
            tag(
                "p",
                f"{contact.supervisor} har tillsyn över lagen. Är du inte nöjd med hur vi tar hand om din synpunkt kan "
                "du anmäla det dit.",
            ),
        ]
    )


def _how(contact: Contact) -> list[Html]:
    own = f" Vi har också prövat sidan genom {contact.tested}." if contact.tested else ""
    return [tag("p", _judged(contact)), tag("p", f"{TESTED} Det gjordes {dated.day(TESTED_ON)}.{own}")]


def _judged(contact: Contact) -> str:
    if contact.conformity is None:
        return NOT_JUDGED
    known = f" Det här är inte tillgängligt: {contact.shortcomings}." if contact.shortcomings else ""
    return f"{JUDGED[contact.conformity]}{known} Bedömningen skrevs {dated.day(contact.stated_on)}."
