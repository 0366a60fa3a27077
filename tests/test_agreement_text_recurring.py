"""The words of a text that say when something is done."""

import pytest

from bot.domain.agreement_text import read_agreement_text
from bot.domain.agreement_text.recurring import recurring_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fältgruppen arbetar under varje skollov.", "varje skollov"),
        ("Värdar går alla helgfria torsdagar till 18 maj i centrum", "alla helgfria torsdagar till 18 maj"),
        ("trygghetsvandringar minst tre gånger per år", "minst tre gånger per år"),
        ("Kontroller görs varje vecka under sommaren.", "varje vecka under sommaren"),
        ("Varje torsdag\n kl. 18–20 är vi på torget", "varje torsdag kl. 18–20"),
        ("patrullera på fredags- och lördagskvällar", "fredags- och lördagskvällar"),
        ("går alla helgfria fredagar till och med den 12 juni", "alla helgfria fredagar till och med den 12 juni"),
        ("öppet hus första onsdagen i månaden", "första onsdagen i månaden"),
        ("möte sista torsdagen varje månad, utom juli", "sista torsdagen varje månad, utom juli"),
        ("idrott på sportlovet och höstlovet", "sportlovet och höstlovet"),
        ("en kampanj vecka 39", "vecka 39"),
        ("cykelkontroller i mars och oktober", "i mars och oktober"),
        ("träffar elevråden 4 ggr/år", "4 ggr/år"),
        ("rond två kvällar i veckan", "två kvällar i veckan"),
        ("en mässa årligen", "årligen"),
        ("föräldramöten i årskurs 7 och 8 varje termin", "varje termin"),
    ],
)
def test_they_are_taken_as_they_stand(text: str, words: str) -> None:
    assert recurring_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("en gång i veckan under augusti och september", "en gång i veckan under augusti och september"),
        ("varje vecka från midsommar till mitten av augusti", "varje vecka från midsommar till mitten av augusti"),
        ("en gång i månaden, vintern undantagen", "en gång i månaden, vintern undantagen"),
        ("varje söndag under säsongen", "varje söndag under säsongen"),
        ("Under hösten går vi ut varje fredag.", "under hösten går vi ut varje fredag"),
        ("Under hösten börjar vi. Värdar går varje fredag.", "varje fredag"),
        ("patrullera fredags- och lördagskvällar v. 26–32", "fredags- och lördagskvällar v. 26–32"),
        ("varje fredag under våren 2027", "varje fredag under våren 2027"),
        ("varje fredag under ledning av polisen", "varje fredag"),
    ],
)
def test_what_limits_them_belongs_to_them(text: str, words: str) -> None:
    assert recurring_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "24 trafikkontroller under året",
        "regelbundna kontroller",
        "bjuder in alla till två möten",
        "besöker alla högstadieskolor",
        "föreläsning i november 2023",
        "två träffar årligen",
        "vårda platsen",
    ],
)
def test_a_number_alone_and_a_date_that_was_are_none(text: str) -> None:
    assert recurring_words(text) is None


def test_they_are_read_with_the_activity_and_from_what_stands_beside_it() -> None:
    found = read_agreement_text(
        "Medborgarlöfte för Sjöby kommun 2027\n\nVi lovar att:\n"
        "• ha öppna kvällar för unga på fritidsgården varje skollov\n"
        "• genomföra trygghetsvandringar. När: vecka 12 och 40\n"
    )
    assert [one.recurrence for one in found.activities] == ["varje skollov", "vecka 12 och 40"]
