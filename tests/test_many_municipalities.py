"""Who follows more municipalities than Slack has room for is told how many are left out, and what to write instead."""

from datetime import date

from bot.domain.periods import Period
from bot.views import follow_up, publications

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
ALL = [(number, f"Kommun {number}") for number in range(1, 291)]


def test_of_follow_ups() -> None:
    told = follow_up.which(follow_up.Which(ALL, YEAR))

    assert len(told["blocks"][1]["elements"][0]["options"]) == 100
    assert told["text"].endswith("\n190 till visas inte här. Skriv uppföljning och kommunens namn till mig.")


def test_of_pages_for_citizens() -> None:
    told = publications.which(publications.Which(ALL, YEAR))

    assert len(told["blocks"][1]["elements"]) == 20
    assert told["text"].endswith("\n270 till visas inte här. Skriv återkoppling och kommunens namn till mig.")


def test_where_there_is_room_nothing_is_said_of_it() -> None:
    assert follow_up.which(follow_up.Which(ALL[:2], YEAR))["text"] == "Vilken kommuns uppföljning vill du se, för 2026?"
