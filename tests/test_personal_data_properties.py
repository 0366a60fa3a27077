"""What holds for any text: no error, no quick look that hides a finding, places that are right."""

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import number_plate, personal_data
from bot.domain.identity_number import identity_numbers
from bot.domain.personal_data import cleaned, find_personal_data
from bot.domain.phone_number import phone_numbers
from bot.domain.street_address import every_address, may_hold_address

SIGNS = "0123456789 -–.,:/()+@[]<>|_%\n" + string.ascii_letters + "åäöÅÄÖéſK"
WORDS = (
    "bor på", "vid", "adress:", "Storgatan", "skolvägen", "Ekliden", "Drottning Kristinas väg", "12", "4 B", "lgh 1102",
    "640823", "-", "3234", "121212‑1212", "070", "174 06 05", "+46", "(0)", "anna", "@", "snabel-a", "(at)", "example",
    ".se", "punkt se", "MLB", "84A", "xkd", "417", "tog", "120", "fordon", "kl 18-20", "växeln", "\u00a0", ".", "\n",
)  # fmt: skip
typed = st.text(SIGNS, max_size=60)
pieced = st.lists(st.sampled_from(WORDS) | st.text(SIGNS, max_size=4), max_size=12)
texts = st.text(max_size=80) | typed | pieced.map(" ".join) | pieced.map("".join)


@given(texts)
def test_places_are_inside_the_text_and_apart(text: str) -> None:
    found = find_personal_data(text)

    ends = [0, *(each.end for each in found)]
    assert all(end <= each.start < each.end <= len(text) for end, each in zip(ends, found, strict=False))


@given(texts)
def test_nothing_is_left_in_a_cleaned_text(text: str) -> None:
    clean = cleaned(text, find_personal_data(text))

    assert find_personal_data(clean) == []


@given(texts)
def test_dashes_and_spaces_of_any_sort_hide_nothing(text: str) -> None:
    plain = re.sub("[–‑]", "-", text).replace("\u00a0", " ")

    assert find_personal_data(plain) == find_personal_data(text)


@given(texts)
def test_the_quick_looks_hide_nothing(text: str) -> None:
    numbers = [*identity_numbers(text), *phone_numbers(text)]

    assert personal_data.may_hold_email(text) or not personal_data.EMAIL.search(text)
    assert personal_data.LONG_NUMBER.search(text) or not numbers
    assert number_plate.END.search(text) or not number_plate.PLATE.search(text)
    assert may_hold_address(text) or not [*every_address(text)]


@given(st.integers(0, 10**14).map(str), st.sampled_from(["", " ", "x", "kl "]), st.sampled_from(["", " fordon", "."]))
def test_any_number_is_read_without_error(number: str, before: str, after: str) -> None:
    find_personal_data(before + number + after)
