"""What is copied to a web site, to social media and to the press."""

from dataclasses import replace
from datetime import date

from bot.domain.public_follow_up import PublicFollowUp
from bot.domain.public_rules import public
from bot.report.public_texts import LONGEST_POST, article, post, press_release
from tests.follow_ups import agreement, area, follow_up, followed, progress
from tests.public_pages import CONTACT, small

ADDRESS = "https://lofte.example/lofte/timra"


def told() -> PublicFollowUp:
    return public(small(), threshold=5)


def test_an_article() -> None:
    assert (
        article(told(), ADDRESS)
        == """\
Så går det med det vi har lovat i Timrå, 2026

I Timrå har vi under 2026 gjort 1 av 2 utlovade vandringar. Det bygger på korta rapporter från dem som gör arbetet.

Trygghet
– Trygghetsvandringar. Vi lovade: 2 vandringar per år. Gjort: 1 vandring. Enligt plan.
– Trafikkontroller vid riskplatser. Gjort: 21 kontroller. 1 blev inte av.

Siffrorna togs fram 23 november 2026. Den nyaste rapporten är från 20 november 2026.

Läs mer: https://lofte.example/lofte/timra"""
    )


def test_a_post_is_short_and_its_first_sentence_says_it() -> None:
    assert post(told(), ADDRESS) == (
        "I Timrå har vi under 2026 gjort 1 av 2 utlovade vandringar. Vi har också arbetat med 1 annan aktivitet. "
        "Närmast: trygghetsvandring 1 december 2026. "
        "Siffrorna togs fram 23 november 2026. Den nyaste rapporten är från 20 november 2026. "
        "Läs mer: https://lofte.example/lofte/timra"
    )


def test_where_no_number_was_promised_what_was_done_is_told() -> None:
    checks = followed(progress(goal=24, done=21))
    patrols = followed(progress(kind="fotpatrullering", goal=None, done=1))

    assert post(public(follow_up(agreement(area(checks, patrols))), threshold=5)).startswith(
        "I Timrå har vi under 2026 gjort 21 trafikkontroller och 1 fotpatrullering. "
    )


def test_the_largest_of_what_was_done_is_named_and_the_rest_counted() -> None:
    counts = {"dialog": 2, "riktad_insats": 5, "fotpatrullering": 31, "trafikkontroll": 20, "ungdomsforum": 3}
    some = [followed(progress(key, key, goal=None, done=done)) for key, done in counts.items()]

    assert post(public(follow_up(agreement(area(*some))), threshold=5)).startswith(
        "I Timrå har vi under 2026 gjort 31 fotpatrulleringar, 20 trafikkontroller och 5 riktade insatser. "
        "Vi har också arbetat med 2 andra aktiviteter. "
    )


def test_nor_is_silence_made_into_something() -> None:
    nothing = public(follow_up(agreement(area(followed())), newest=None), threshold=5)

    assert post(nothing) == (
        "Inget är rapporterat än av det vi har lovat i Timrå under 2026. Siffrorna togs fram 23 november 2026. "
        "Inga rapporter har kommit in."
    )


def test_a_post_is_never_longer_than_it_may_be() -> None:
    long = replace(told(), place="Timrå " * 60, newest=date(2026, 11, 20))

    assert len(post(long, ADDRESS)) <= LONGEST_POST


def test_a_press_release_says_who_may_speak_and_whom_to_ask() -> None:
    begins, *_, speaks, asks = press_release(told(), CONTACT).split("\n\n")

    assert begins == "Pressmeddelande 23 november 2026"
    assert speaks == "Uttalar sig om löftet: kommunpolis."
    assert asks == "Kontakt: trygghetssamordnaren hos Timrå kommun, kommunens växel."


def test_an_example_says_that_it_is_one() -> None:
    example = public(follow_up(agreement(area(followed()), example=True)), threshold=5)

    assert "Det här är ett exempel. Siffrorna är påhittade." in post(example)
    assert "Det här är ett exempel. Siffrorna är påhittade." in article(example)
