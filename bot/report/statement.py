"""The accessibility statement: what is accessible and what not, how to say that something is not, and who supervises.

What it has to hold is in lag (2018:1937) 13 § and in the commission's model, (EU) 2018/1523.
"""

from bot.domain import dated
from bot.domain.public_contact import PublicContact
from bot.report.html import Html, join, tag

ID = "tillganglighet"
TITLE = "Tillgänglighet för den här sidan"


def statement(contact: PublicContact) -> Html:
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


def _how(contact: PublicContact) -> list[Html]:
    tested = tag("p", f"Vi har kontrollerat sidan genom {contact.tested}. Det skrevs {dated.day(contact.stated_on)}.")
    if not contact.shortcomings:
        return [tag("p", "Sidan följer lagen helt. Vi känner inte till några brister."), tested]
    known = tag("p", f"Sidan följer lagen delvis. Det här är inte tillgängligt: {contact.shortcomings}")
    return [known, tested]
