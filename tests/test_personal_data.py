"""What may identify a private person is found; look-alikes pass.

Personnummer are from the tax agency's test series (ending 980-999), phone numbers from the series kept for fiction.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.personal_data import cleaned, find_personal_data

FOUND = [
    ("prata med 19900101-9802 i kväll", "personnummer", "19900101-9802"),
    ("900101-9802", "personnummer", "900101-9802"),
    ("900101+9802", "personnummer", "900101+9802"),
    ("900101 9802", "personnummer", "900101 9802"),
    ("900101–9802", "personnummer", "900101–9802"),
    ("9001019802", "personnummer", "9001019802"),
    ("199001019802 stannades", "personnummer", "199001019802"),
    ("90-01-01-9802", "personnummer", "90-01-01-9802"),
    ("(900101-9802)", "personnummer", "900101-9802"),
    ("900161-9809", "samordningsnummer", "900161-9809"),
    ("19900161-9809.", "samordningsnummer", "19900161-9809"),
    ("ring 070-1740605", "telefon", "070-1740605"),
    ("0701740605", "telefon", "0701740605"),
    ("0701740606", "telefon", "0701740606"),
    ("tel 070-174 06 05, kväll", "telefon", "070-174 06 05"),
    ("+46 70 174 06 05", "telefon", "+46 70 174 06 05"),
    ("+46701740605", "telefon", "+46701740605"),
    ("+46 (0)70-174 06 05", "telefon", "+46 (0)70-174 06 05"),
    ("0046701740605", "telefon", "0046701740605"),
    ("08-465 004 00", "telefon", "08-465 004 00"),
    ("031-390 06 00", "telefon", "031-390 06 00"),
    ("mejla anna@example.com", "epost", "anna@example.com"),
    ("anna.ek@mail.example.com.", "epost", "anna.ek@mail.example.com"),
    ("anna (at) example.com", "epost", "anna (at) example.com"),
    ("anna snabel-a example.com", "epost", "anna snabel-a example.com"),
    ("stoppade ABC123", "regnr", "ABC123"),
    ("stoppade abc 123 vid rondellen", "regnr", "abc 123"),
    ("ABC-123", "regnr", "ABC-123"),
    ("ABC12D stod vid skolan", "regnr", "ABC12D"),
    ("bor på Storgatan 12", "adress", "Storgatan 12"),
    ("Storgatan 12 B", "adress", "Storgatan 12 B"),
    ("Storgatan 12b, andra våningen", "adress", "Storgatan 12b"),
    ("hemma hos familjen på Skolvägen 3", "adress", "Skolvägen 3"),
    ("skolvägen 30, lugnt", "adress", "skolvägen 30"),
    ("skolvagen 30", "adress", "skolvagen 30"),
    ("Norra Kyrkogatan 5", "adress", "Norra Kyrkogatan 5"),
    ("tel:0701740605", "telefon", "0701740605"),
    ("070.174.06.05", "telefon", "070.174.06.05"),
    ("46701740605", "telefon", "46701740605"),
    ("växeln 070-174 06 05", "telefon", "070-174 06 05"),  # a mobile is no switchboard
    ("<mailto:anna@example.com|anna@example.com> svarade", "epost", "<mailto:anna@example.com|anna@example.com>"),
    ("_640823-3234_", "personnummer", "640823-3234"),
    ("pnr640823-3234", "personnummer", "640823-3234"),
    ("ABC 12 D", "regnr", "ABC 12 D"),
    ("släpet xkd 417 utan lysen", "regnr", "xkd 417"),
    ("MLB84A:s förare", "regnr", "MLB84A"),
    ("bor på Ekliden 3", "adress", "Ekliden 3"),
    ("bor på storg 12", "adress", "storg 12"),
    ("bor på Storgatan 12-14", "adress", "Storgatan 12-14"),
    ("Lilla torget 5", "adress", "Lilla torget 5"),
    ("Storgatan 12 Peter är hemma", "adress", "Storgatan 12"),
    ("bor på S:t Eriksgatan 5, 3 tr", "adress", "S:t Eriksgatan 5, 3 tr"),
    ("vid Storgatan 12 lgh 1101", "adress", "Storgatan 12 lgh 1101"),
]

LOOK_ALIKES = [
    "trafik skolvägen 30 fordon 9 för fort",
    "trafik skolvägen 30 st fordon",
    "trafik skolvägen 30 cyklister",
    "kontroll vid Storgatan 12",
    "ute på Skolvägen 30",
    "samling utanför Kyrkogatan 5",
    "vid Norra Järnvägsgatan 7",
    "Vid Drottning Kristinas väg 31",
    "klotter på Karl Johans gata 3",
    "skolvägen 18-20",
    "skolvägen 14.30",
    "storgatan 12 november",
    "riksvägen 50",
    "E4 Sörberge 120 fordon",
    "trafikkontroll 45 fordon 2 rattfylla",
    "TIM-2026-0042",
    "2026-11-20 18-20",
    "01-02-2026",
    "kl 18.30-20.00 120 fordon",
    "08-16 120 fordon",
    "v 48 2026",
    "900101-9803",  # wrong check digit
    "901301-9802",  # no such month
    "556016-0680",  # an organisation
    "bankgiro 123-4567",
    "112 och 114 14",
    "020-123 45 67",
    "LED 60W",
    "ute 120 samtal",
    "epa 120",
    "kom 120 besökare",
    "12 500 kr",
    "SFS 2023:196",
    "ABI123",  # no plate has an I
    "ABC12O",  # nor ends with an O
    "@kommunpolisen är med",
    "0730-16 120 fordon",
    "kl 08 00-16 00 45 fordon",
    "08-12 2026",
    "fotpatrull storgatan 20 till 22",
    "fotpatrull storgatan 21:e november",
    "fotpatrull Storgatan 2h",
    "Storgatan 3 gripna",
    "parkeringen 12, lugnt",
    "bor på våning 3",
    "TOG 120 BLÅS",
    "rum101",
    "",
]


@pytest.mark.parametrize(("text", "kind", "match"), FOUND)
def test_personal_data_is_found(text: str, kind: str, match: str) -> None:
    found = [(each.kind, text[each.start : each.end]) for each in find_personal_data(text)]

    assert found == [(kind, match)]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_passes(text: str) -> None:
    assert find_personal_data(text) == []


def test_a_street_with_a_number_is_a_place_in_a_place_field() -> None:
    assert find_personal_data("Storgatan 12", place=True) == []


def test_everything_is_found_in_the_order_of_the_text() -> None:
    found = find_personal_data("ABC123, 070-1740605 och anna@example.com, bor på Storgatan 12")

    assert [each.kind for each in found] == ["regnr", "telefon", "epost", "adress"]


def test_the_cleaned_text_keeps_the_rest() -> None:
    text = "stoppade ABC123 och ringde 070-1740605, lugnt"

    assert cleaned(text, find_personal_data(text)) == "stoppade … och ringde …, lugnt"


pieces = st.sampled_from([match for _, _, match in FOUND]) | st.sampled_from(LOOK_ALIKES) | st.text(max_size=8)


@given(st.lists(pieces, max_size=6).map(" ".join))
def test_nothing_is_left_in_a_cleaned_text(text: str) -> None:
    clean = cleaned(text, find_personal_data(text))

    assert find_personal_data(clean) == []
