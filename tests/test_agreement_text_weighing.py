"""What speaks for a promise in running text and against it, where no single word decides."""

import pytest

from bot.domain.agreement_text import read_agreement_text
from bot.domain.agreement_text.sections import Section
from bot.domain.agreement_text.weighing import Clause, outweighs


@pytest.mark.parametrize(
    "promised",
    [
        "En fotpatrull ska gå runt sjön varje fredag kväll.",
        "Minst fyra kvällar i månaden kommer patruller att gå till fots i parken.",
        "Polisen har en särskild fordonsinsats i månaden.",
        "Hemvändare erbjuds en trygghetsvandring före jul.",
        "Kommunen och Västtrafik ser över belysningen på de fem stationerna.",
    ],
)
def test_who_what_and_when_together_outweigh(promised: str) -> None:
    assert outweighs(Clause(promised, announced=True))


@pytest.mark.parametrize(
    "told",
    [
        "Fältarna var ute 38 kvällar.",
        "I torsdags undertecknade kommunen och polisen ett nytt medborgarlöfte.",
        "Polisen patrullerade varje vecka förra året.",
        "Många vill se fler poliser på torget varje kväll.",
        "Löftet följs upp av styrgruppen varje kvartal.",
        "Jag minns hur polisen brukade gå runt på torget.",
    ],
)
def test_what_was_is_wished_or_is_about_the_agreement_weighs_against(told: str) -> None:
    assert not outweighs(Clause(told))


def test_what_stands_among_problems_must_say_more() -> None:
    said = "Kommunens vaktmästare låser lekplatsen."

    assert outweighs(Clause(said, announced=True))
    assert not outweighs(Clause(said, Section.PROBLEM))


def test_fields_with_a_line_each_tell_about_the_activity_above_them() -> None:
    text = (
        "Handlingsplan 2021\n\nÅtgärd\nTrygghetsvärdar i tjänst på Esplanaden\nAnsvar\nKommunen\n"
        "Omfattning\nTvå kvällar per vecka\nTid\nHela året\n\n"
        "Åtgärd\nKlotter saneras inom 48 timmar\nAnsvar\nGata och park\n"
    )

    first, second = read_agreement_text(text).activities

    assert (first.text, second.text) == ("Trygghetsvärdar i tjänst på Esplanaden", "Klotter saneras inom 48 timmar")
    assert first.quantity is not None
    assert (first.quantity.count, first.quantity.per) == (2, "week")


def test_lines_that_go_on_from_who_promises_with_att_are_a_list() -> None:
    text = (
        "Förslaget innebär följande åtaganden.\n\nPolisen\natt två gånger i veckan patrullera till fots,\n"
        "att genomföra fyra narkotikainsatser per år.\n"
    )

    assert [activity.text for activity in read_agreement_text(text).activities] == [
        "att två gånger i veckan patrullera till fots",
        "att genomföra fyra narkotikainsatser per år.",
    ]


def test_how_many_have_answered_so_is_no_activity() -> None:
    text = "Svaren i siffror\nFler poliser till fots     118\nBättre belysning     74\nTrafikkontroller     51\n"

    assert read_agreement_text(text).activities == ()


def test_an_annex_may_have_another_time_than_the_agreement_it_belongs_to() -> None:
    read = read_agreement_text("Bilaga 1 till samverkansöverenskommelsen 2020–2023\n\nÅtgärdsplan 2022–2023\n")

    assert (read.period_start, read.period_end) == (None, None)


def test_the_day_it_ends_is_read_with_the_day_it_begins() -> None:
    read = read_agreement_text(
        "Överenskommelse 2023–2027\n\nDen träder i kraft den 1 juli 2023 och upphör att gälla den 30 juni 2027 "
        "utan föregående uppsägning.\n"
    )

    assert (str(read.period_start), str(read.period_end)) == ("2023-07-01", "2027-06-30")
