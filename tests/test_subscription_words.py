"""How a wish to be told regularly is read, and what is none."""

import pytest

from bot.domain.subscriptions import Wish, read
from bot.domain.words import Per


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("läget Timrå varje måndag", Wish("Timrå", Per.WEEK)),
        ("Läget i Timrå, varje vecka.", Wish("Timrå", Per.WEEK)),
        ("laget Timra varje manad", Wish("Timra", Per.MONTH)),
        ("hur går det med Timrå varje kvartal?", Wish("Timrå", Per.QUARTER)),
        ("läget Ockelbo varje tertial", Wish("Ockelbo", Per.TERTIAL)),
        ("prenumerera på läget i Ockelbo varje halvår", Wish("Ockelbo", Per.HALF_YEAR)),
        ("läget Timrå trafik i år varje år", Wish("Timrå trafik i år", Per.YEAR)),
        ("läget varje måndag", Wish("", Per.WEEK)),
        ("prenumerera på Timrå", Wish("Timrå")),
        ("läget varje dag", Wish("")),
        ("läget Timrå varannan vecka", Wish("Timrå")),
        ("hur går det i Timrå varje fredag?", Wish("Timrå")),
        ("sluta läget Timrå", Wish("Timrå", ends=True)),
        ("sluta läget Timrå varje måndag", Wish("Timrå", ends=True)),
        ("Sluta prenumerera på Timrå", Wish("Timrå", ends=True)),
        ("avprenumerera Timrå", Wish("Timrå", ends=True)),
        ("sluta prenumerera på Timrå", Wish("Timrå", ends=True)),
        ("sluta prenumerera", Wish("", ends=True)),
        ("Avsluta prenumerationen på läget Timrå", Wish("Timrå", ends=True)),
        ("avsluta mina prenumerationer", Wish("", ends=True)),
        ("sluta läget", Wish("", ends=True)),
    ],
)
def test_a_wish_is_read(text: str, wish: Wish) -> None:
    assert read(text) == wish


@pytest.mark.parametrize(
    "text", ["läget Timrå", "trafikkontroll 45 fordon varje vecka", "sluta", "varje måndag", "vi går varje måndag", ""]
)
def test_other_lines_are_no_wish(text: str) -> None:
    assert read(text) is None
