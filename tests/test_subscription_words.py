"""How a wish to be told regularly is read, and what is none."""

import pytest

from bot.domain.subscriptions import SubscriptionWish, read
from bot.domain.words import Per


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("läget Timrå varje måndag", SubscriptionWish("Timrå", Per.WEEK)),
        ("Läget i Timrå, varje vecka.", SubscriptionWish("Timrå", Per.WEEK)),
        ("laget Timra varje manad", SubscriptionWish("Timra", Per.MONTH)),
        ("hur går det med Timrå varje kvartal?", SubscriptionWish("Timrå", Per.QUARTER)),
        ("läget Ockelbo varje tertial", SubscriptionWish("Ockelbo", Per.TERTIAL)),
        ("prenumerera på läget i Ockelbo varje halvår", SubscriptionWish("Ockelbo", Per.HALF_YEAR)),
        ("läget Timrå trafik i år varje år", SubscriptionWish("Timrå trafik i år", Per.YEAR)),
        ("läget varje måndag", SubscriptionWish("", Per.WEEK)),
        ("prenumerera på Timrå", SubscriptionWish("Timrå")),
        ("läget varje dag", SubscriptionWish("")),
        ("läget Timrå varannan vecka", SubscriptionWish("Timrå")),
        ("hur går det i Timrå varje fredag?", SubscriptionWish("Timrå")),
        ("sluta läget Timrå", SubscriptionWish("Timrå", ends=True)),
        ("sluta läget Timrå varje måndag", SubscriptionWish("Timrå", ends=True)),
        ("Sluta prenumerera på Timrå", SubscriptionWish("Timrå", ends=True)),
        ("avprenumerera Timrå", SubscriptionWish("Timrå", ends=True)),
        ("sluta prenumerera på Timrå", SubscriptionWish("Timrå", ends=True)),
        ("sluta prenumerera", SubscriptionWish("", ends=True)),
        ("Avsluta prenumerationen på läget Timrå", SubscriptionWish("Timrå", ends=True)),
        ("avsluta mina prenumerationer", SubscriptionWish("", ends=True)),
        ("sluta läget", SubscriptionWish("", ends=True)),
    ],
)
def test_a_wish_is_read(text: str, wish: SubscriptionWish) -> None:
    assert read(text) == wish


@pytest.mark.parametrize(
    "text", ["läget Timrå", "trafikkontroll 45 fordon varje vecka", "sluta", "varje måndag", "vi går varje måndag", ""]
)
def test_other_lines_are_no_wish(text: str) -> None:
    assert read(text) is None
