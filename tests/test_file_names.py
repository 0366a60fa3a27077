import pytest

from bot.domain.swedish import file_stem


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("uppfoljning Timrå tertial 2 2026", "uppfoljning_timra_tertial_2_2026"),
        ("Malung-Sälen april 2025–mars 2026", "malung-salen_april_2025-mars_2026"),
        ("Norr/Söder: ..\\öst?", "norr_soder_ost"),
    ],
)
def test_a_file_is_named_by_what_every_file_system_takes(text: str, stem: str) -> None:
    assert file_stem(text) == stem
