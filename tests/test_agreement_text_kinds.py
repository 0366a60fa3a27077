"""What a promised activity is, where its words also name a place, a ground or somebody who is seen."""

import pytest

from bot.domain.agreement_text.kinds import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polisen besöker fritidsgården varje månad", "dialog"),
        ("Samarbeta med personalen på fritidsgårdarna", "ovrigt"),
        ("Rusta upp miljön runt ungdomsgården", "fysisk_atgard"),
        ("Fritidsgården har öppet även på lördagar", "alkoholfri_aktivitet"),
        ("Hundsök på kommunens skolor", "riktad_insats"),
        ("Trygghetsinsatser i kollektivtrafiken", "ovrigt"),
    ],
)
def test_the_place_where_it_is_held_is_no_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Utifrån en gemensam lägesbild genomföra trafikkontroller", "trafikkontroll"),
        ("Med lägesbilden som grund gå fotpass i centrum", "fotpatrullering"),
        ("Trafikkontroller på de vägar som lägesbilden pekar ut", "trafikkontroll"),
        ("Ta fram en gemensam lägesbild varje månad", "lagesbild"),
        ("Lägesbilden uppdateras varje kvartal", "lagesbild"),
    ],
)
def test_what_it_rests_on_is_a_kind_only_where_that_is_all(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ha hög närvaro i byarna genom trafikkontroller", "trafikkontroll"),
        ("Öka polisens närvaro i centrum", "fotpatrullering"),
        ("Verka för ökad vuxennärvaro vid storhelger", "nattvandring"),
        ("Få fler föräldrar att vara ute på kvällarna", "nattvandring"),
        ("Arbeta mot den synliga narkotikahandeln", "ovrigt"),
        ("Vara synliga på torget", "fotpatrullering"),
    ],
)
def test_that_somebody_is_seen_says_least(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Riktad informationsinsats mot äldre om bedrägerier", "informationsinsats"),
        ("Narkotikainformation riktad till vårdnadshavare", "informationsinsats"),
        ("Informationsmöte om a-traktorer", "informationsinsats"),
        ("Medborgardialoger riktade till äldre", "dialog"),
        ("Riktade kampanjer mot unga förare", "kampanj"),
        ("Riktade insatser mot narkotika", "riktad_insats"),
        ("Elevrådet deltar i trygghetsvandringar", "trygghetsvandring"),
        ("Bygga förtroende genom samtal", "dialog"),
    ],
)
def test_whom_it_is_for_and_who_takes_part_are_not_the_act(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tillsynskontroller enligt alkohollagen", "riktad_insats"),
        ("Alkoholkontroller på krogen", "riktad_insats"),
        ("Biljettkontroller på tågen", "ovrigt"),
        ("Kontrollera att åtgärderna blir gjorda", "ovrigt"),
        ("Kontroller på infartsvägarna", "trafikkontroll"),
        ("Delta i lokalt forum", "dialog"),
        ("Ordna ett dialogforum med handlare", "dialog"),
        ("Forum med ungdomar två gånger per år", "ungdomsforum"),
        ("Utveckla informationsutbytet mellan polis och skola", "ovrigt"),
        ("Informella kontakter med föreningar", "ovrigt"),
        ("Informera om inbrott", "informationsinsats"),
        ("Belysa frågan om narkotika", "ovrigt"),
    ],
)
def test_a_part_of_a_word_is_not_the_word(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polisen patrullerar till fots, vilket också ger tillfälle till dialog", "fotpatrullering"),
        ("Polisen ska vara synlig i centrum. Det kan leda till trafikkontroller.", "fotpatrullering"),
        ("Informera på platser där trafikkontroller görs", "informationsinsats"),
        ("Åtgärder som trafikkontroller", "trafikkontroll"),
    ],
)
def test_the_main_clause_comes_before_those_beside_it(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tätortsvandringar varje höst", "trygghetsvandring"),
        ("Nattlig vandring med boende i centrum", "trygghetsvandring"),
        ("Nattvandring med föräldrar", "nattvandring"),
        ("Förbättra trafikmiljön vid skolorna", "fysisk_atgard"),
        ("Se över hastighetsskyltar", "fysisk_atgard"),
        ("Röja sly längs cykelvägarna", "fysisk_atgard"),
        ("Ge tips och råd till äldre", "informationsinsats"),
        ("Dela ut brottsförebyggande råd till villaägare", "informationsinsats"),
        ("Brottsförebyggande rådet träffas varje kvartal", "radsmote"),
    ],
)
def test_other_words_for_the_same(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("För att minska buskörningen ska polisen göra trafikkontroller", "trafikkontroll"),
        ("Kommunen ska i samråd med polisen förbättra belysningen", "fysisk_atgard"),
        ("Efter dialog med boende ska kommunen röja buskar", "fysisk_atgard"),
        ("Tillsammans med brottsförebyggande rådet ordna trygghetsvandringar", "trygghetsvandring"),
        ("Vid föräldramöten informera om narkotika", "informationsinsats"),
        ("Medverka vid trygghetsvandringar i centrum", "trygghetsvandring"),
        ("Åtgärda det som kommer fram vid trygghetsvandringar", "fysisk_atgard"),
        ("Informera på kommunens webbplats", "kommunikationsinsats"),
    ],
)
def test_why_with_whom_and_where_come_after_what_is_done(text: str, kind: str) -> None:
    assert kind_of(text) == kind
