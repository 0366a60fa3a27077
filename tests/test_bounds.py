from bot.domain.bounds import Bounds


def test_each_asker_is_held_back_alone() -> None:
    bounds = Bounds(seconds=60)

    assert [bounds.allows("a", 2, now) for now in (0.0, 1.0, 2.0)] == [True, True, False]
    assert bounds.allows("b", 2, 2.0)


def test_time_gives_it_back() -> None:
    bounds = Bounds(seconds=60)

    assert [bounds.allows("a", 1, now) for now in (5.0, 64.0, 65.0)] == [True, False, True]
