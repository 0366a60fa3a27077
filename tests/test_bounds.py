from bot.domain.bounds import Bounds


def test_each_asker_is_held_back_alone() -> None:
    bounds = Bounds(each=2, altogether=9, seconds=60)

    assert [bounds.allows("a", now) for now in (0.0, 1.0, 2.0)] == [True, True, False]
    assert bounds.allows("b", 2.0)


def test_so_are_all_of_them_together() -> None:
    bounds = Bounds(each=2, altogether=3, seconds=60)

    assert [bounds.allows(one, 0.0) for one in range(5)] == [True, True, True, False, False]


def test_time_gives_it_back() -> None:
    bounds = Bounds(each=1, altogether=1, seconds=60)

    assert [bounds.allows("a", now) for now in (5.0, 64.0, 65.0)] == [True, False, True]
