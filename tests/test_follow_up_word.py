"""What the follow-up says as Word, read back."""

from datetime import date

from bot.domain.follow_up import FollowUp, Held
from bot.domain.periods import Period
from bot.domain.words import AgreementState, Form, OutcomeStatus
from bot.report.follow_up_word import word
from tests.follow_ups import DEFICIENCIES, NEXT_YEAR, agreement, area, follow_up, followed, progress, timra
from tests.word_reader import lines


def section(found: FollowUp, heading: str) -> list[str]:
    """What stands under a heading, until the next one."""
    written = lines(word(found))
    start = written.index(heading) + 1
    end = next((at for at in range(start, len(written)) if written[at].startswith("#")), len(written))
    return written[start:end]


def test_the_smallest_is_whole() -> None:
    walks = followed(progress("Trygghetsvandringar", "trygghetsvandring", goal=2, done=1, expected=1))

    assert lines(word(follow_up(agreement(area(walks))))) == [
        "= Uppföljning Timrå 2026",
        "Utkast. Siffrorna är inte fastställda.",
        "# Sammanfattning",
        "1 aktivitet går enligt plan.",
        "Siffrorna är hämtade måndag 23 november 2026 kl. 9.05. Nyaste rapport: 20 november 2026. "
        "Inga rapporter saknas.",
        "# Medborgarlöfte för Timrå 2026",
        "Typ: medborgarlöfte",
        "Gäller: 1 januari–31 december 2026",
        "Undertecknat av: Polisen i Timrå och Timrå kommun, 10 december 2025",
        "Bygger på: medborgardialoger och brottsstatistik",
        "Uttalar sig: kommunpolis",
        "Antalen planerades av rådet 14 januari 2026. Medborgarlöftet anger inga antal.",
        "<Stapeldiagram: Gjort av utlovat eller planerat antal. "
        "Trygghetsvandringar: 1 av 2 planerade, 1 väntat hittills.>",
        "Diagram: gjort av utlovat eller planerat antal. Samma siffror står i tabellerna.",
        "## Trygghet",
        "Problem: Invånare känner sig otrygga.",
        "Mål: Fler ska känna sig trygga.",
        "Utlovat och gjort: Trygghet",
        "Aktivitet | Utlovat | Planerat | Gjort | Bedömning | Vem",
        "Trygghetsvandringar | inget antal | 2 vandringar | 1 | Går enligt plan | Polisen i Timrå med Timrå kommun",
        "## Siffror ur rapporterna",
        "Effekt: Ingen effekt är mätt under perioden, till exempel hur trygga människor känner sig.",
        "## Egen bedömning",
        "Fylls i av samordnaren. Siffrorna ovan säger vad som är gjort, inte vad det har betytt.",
        "Vad har fungerat?",
        "[Vad har fungerat?: ]",
        "Vad har inte fungerat?",
        "[Vad har inte fungerat?: ]",
        "Vilken effekt har det haft?",
        "[Vilken effekt har det haft?: ]",
        "Vad ändrar vi?",
        "[Vad ändrar vi?: ]",
        "# Återkoppling till medborgarna",
        "Ingen återkoppling till medborgarna är noterad under perioden.",
        "# Så är uppföljningen gjord",
        "* De ansvariga rapporterar varje tillfälle i Slack, och samordnaren gör det åt dem som inte kan. "
        "Siffrorna är summor av rapporterna.",
        "* Utlovat antal står i det som undertecknades. Planerat antal har någon bestämt senare. "
        "De redovisas var för sig. Gäller ett antal per år visas den del som hör till perioden.",
        "* Gjort är det som har rapporterats som genomfört. "
        "Det som blev av delvis står bredvid, till exempel (+1 delvis), "
        "om det inte är bestämt att det räknas: (varav 1 delvis).",
        "* Väntat är det som enligt planen skulle vara över när siffrorna hämtades.",
        "* Det som ställdes in, inte blev av, inte behövdes eller saknar uppgift räknas inte som gjort. "
        "Det gör inte heller ett tillfälle utan rapport.",
        "* Ligger efter: mindre är gjort än väntat, även om allt som saknar rapport är gjort. "
        "Riskerar att inte bli klar: rapporter som saknas avgör, eller för lite är kvar i planen. "
        "Går inte att bedöma: inget antal gäller tiden.",
        "* Det som upptäcks och effekter räknas inte mot något antal.",
        "* Det som rapporteras för en längre tid, till exempel ett kvartal, räknas där tiden börjar. "
        "En leverans räknas när den är klar.",
        "* En aktivitet som hör till två överenskommelser räknas en gång.",
        "* Skyddade tillfällen visas utan plats, och först när de är över.",
        "* Uppgifter om enskilda personer är inte med.",
    ]


def test_what_is_behind_stands_first_with_its_reasons() -> None:
    assert section(timra(), "# Sammanfattning") == [
        "1 aktivitet ligger efter, 2 går enligt plan, 1 går inte att bedöma, 1 är klar.",
        "* Fotpatrullering i centrum: ligger efter. 31 av 44 planerade. "
        "8 blev inte av (personal 6, väder 2), 1 saknar rapport.",
        "2 skyddade tillfällen som inte är över är räknade. Tid och plats visas inte.",
        "Siffrorna är hämtade måndag 23 november 2026 kl. 9.05. Nyaste rapport: 20 november 2026. "
        "Saknar rapport: 1, från 12 november 2026.",
    ]


def test_promised_planned_done_and_the_year_before_have_columns_of_their_own() -> None:
    assert section(timra(), "## Trygghet")[3:6] == [
        "Aktivitet | Utlovat | Planerat | Gjort | Gjort 2025 | Bedömning | Vem",
        "Fotpatrullering i centrum | inget antal | 44 pass | 31 | 28 | "
        "Ligger efter: 40 väntade till 23 november 2026 | Polisen i Timrå med Timrå kommun",
        "Trafikkontroller vid riskplatser | inget antal | 24 kontroller | 21 | gällde inte då | Går enligt plan | "
        "Polisen i Timrå med Timrå kommun",
    ]
    assert section(timra(), "## Droger")[4:] == [
        "Informationsträffar om alkohol och droger | 4 träffar | 6 träffar | 3 (+1 delvis) | "
        "Går enligt plan. Mot det planerade: ligger efter | Timrå kommun med Polisen i Timrå",
        "Sprida Huskurage | inget antal | inget antal | Föreningar: 11 | Går inte att bedöma | Timråbo",
    ]


def test_what_was_done_found_and_felt_is_never_mixed() -> None:
    assert section(timra(), "## Siffror ur rapporterna") == [
        "Gjort",
        "Slag av aktivitet | Mått | Antal",
        "Fotpatrulleringar | Timmar | 62,5",
        "Fotpatrulleringar | Samtal | 410",
        "Trafikkontroller | Fordon | 912",
        "Trafikkontroller | Timmar | 21",
        "Trygghetsvandringar | Deltagare | 34",
        "Informationsinsatser | Deltagare | 118",
        "Informationsinsatser | Föreningar | 11",
        "Det som upptäcks är misstankar. Det räknas inte mot något antal och säger inte hur mycket som har hänt.",
        "Upptäckt",
        "Slag av aktivitet | Mått | Antal",
        "Trafikkontroller | Misstänkt rattfylleri | 7",
        "Trygghetsvandringar | Brister | 3",
        "Effekt: Ingen effekt är mätt under perioden, till exempel hur trygga människor känner sig.",
    ]


def test_felt_safety_is_not_summed() -> None:
    walks = followed(progress(kind="trygghetsvandring", done=2, measures={"trygga": 130.0}))

    assert section(follow_up(agreement(area(walks))), "## Siffror ur rapporterna") == [
        "Effekt: Andelar läggs inte ihop. De står i rapporterna från trygghetsvandringar."
    ]


def test_what_the_walks_noted_is_followed_to_its_end() -> None:
    assert section(timra(), "## Brister från trygghetsvandringar") == [
        "4 brister noterades: 1 är åtgärdad, 1 åtgärdas inte, 1 ska åtgärdas, 1 väntar på beslut.",
        "Brister och vad det blev av dem",
        "Brist | Noterad | Ansvarig | Vad det blev av den",
        "Belysning: gångtunneln | 14 maj 2026 | gatukontoret | Åtgärdad 12 juni 2026. Nya lampor.",
        "Växtlighet: gångvägen vid skolan | 14 maj 2026 | kommunen | Nej, därför att häcken står på privat mark",
        "Klotter: busstationen | 3 september 2026 |  | Ska åtgärdas senast 1 december 2026.",
        "Trasigt eller slitet: bänken vid torget | 3 september 2026 |  | Väntar på beslut.",
    ]


def test_protected_work_ahead_is_counted_and_not_shown() -> None:
    assert section(timra(), "## Det som kommer") == [
        "* Fotpatrullering i centrum: 25 november 2026 (Centrum).",
        "* Trafikkontroller vid riskplatser: 2 skyddade tillfällen som inte är över är räknade. "
        "Tid och plats visas inte.",
    ]


def test_what_another_agreement_counts_is_shown_and_not_counted() -> None:
    assert section(timra(), "## Trafik")[2:] == [
        "Trafikkontroller vid riskplatser | inget antal | 24 kontroller | 21 | "
        "Räknas i Medborgarlöfte för Timrå 2026 | Polisen i Timrå med Timrå kommun"
    ]


def test_a_title_says_that_all_of_it_is_an_example() -> None:
    mixed = follow_up(agreement(example=True), agreement())

    assert lines(word(follow_up(agreement(example=True))))[0] == "= Uppföljning Timrå 2026 (exempel)"
    assert lines(word(mixed))[0] == "= Uppföljning Timrå 2026"


def test_what_is_settled_says_since_when() -> None:
    assert lines(word(follow_up(), NEXT_YEAR))[1] == "Fastställd 14 januari 2027. Siffrorna ändras inte mer."


def test_what_was_noted_before_and_is_not_done_stands_apart() -> None:
    walks = followed(deficiencies=DEFICIENCIES)
    tertial = follow_up(agreement(area(walks)), period=Period(date(2026, 9, 1), date(2026, 12, 31)))

    assert section(tertial, "## Brister från trygghetsvandringar")[0] == (
        "2 brister noterades och 2 fanns kvar från tidigare: "
        "1 är åtgärdad, 1 åtgärdas inte, 1 ska åtgärdas, 1 väntar på beslut."
    )


def test_a_quiet_quarter_is_told_as_one() -> None:
    quiet = Held(date(2026, 5, 1), "kvartal 2", OutcomeStatus.NOT_NEEDED, None, 0, "", "", planned=True)
    found = follow_up(agreement(area(followed(progress("Samtal", form=Form.CONTINUOUS), held=(quiet,)))))

    assert section(found, "# Bilaga: alla tillfällen med rapport")[-1] == "kvartal 2 2026 | Samtal |  | inget nytt | "


def test_every_report_is_in_the_appendix() -> None:
    assert section(timra(), "# Bilaga: alla tillfällen med rapport") == [
        "Tillfällen: Medborgarlöfte för Timrå 2026",
        "Dag | Aktivitet | Plats | Hur det gick | Anteckning",
        "14 maj 2026 | Trygghetsvandringar | Vivsta | genomförd | 17 deltagare, regn",
        "3 september 2026 | Trygghetsvandringar | Centrum | genomförd | ",
        "5 november 2026 | Fotpatrullering i centrum | Centrum | blev inte av (personal) | ",
        "vecka 47–48 2026 | Trafikkontroller vid riskplatser |  | genomförd | lugnt",
    ]


def test_what_was_held_before_the_number_holds_is_only_in_the_appendix() -> None:
    september = Period(date(2026, 9, 1), date(2026, 12, 31))
    days = (date(2026, 3, 5), date(2026, 10, 6))
    held = tuple(Held(day, None, OutcomeStatus.DONE, None, 1, "", "", True) for day in days)
    walks = followed(progress("Vandringar", "trygghetsvandring", done=1)._replace(period=september), held=held)

    assert section(follow_up(agreement(area(walks))), "## Trygghet")[-1] == (
        "Vandringar: antalet räknas 1 september–31 december 2026. 1 tillfälle på en annan dag finns bara i bilagan."
    )


def test_a_year_that_is_over_is_judged_as_it_ended() -> None:
    walks = followed(progress("Vandringar", "trygghetsvandring", goal=2, done=1, expected=2))
    over = follow_up(agreement(area(walks), state=AgreementState.TERMINATED), made_at=NEXT_YEAR, newest=None)

    written = lines(word(over))

    assert written[3] == "1 aktivitet följde planen."
    assert "Gällde: 1 januari–31 december 2026, har sagts upp" in written
    assert "<Stapeldiagram: Gjort av utlovat eller planerat antal. Vandringar: 1 av 2 planerade.>" in written
    assert written[4] == (
        "Siffrorna är hämtade torsdag 14 januari 2027 kl. 9.05. Det finns inga rapporter, och ingen saknas."
    )


def test_a_part_of_the_year_has_its_part_of_the_number() -> None:
    part = progress(goal=8, done=2)._replace(frame=progress(goal=24).frame)

    row = section(follow_up(agreement(area(followed(part)))), "## Trygghet")[-1]

    assert row.split(" | ")[2] == "8 kontroller (24 per år)"


def test_without_an_agreement_it_says_so() -> None:
    assert lines(word(follow_up()))[3:6] == [
        "Inga aktiviteter är inlagda.",
        "Siffrorna är hämtade måndag 23 november 2026 kl. 9.05. Nyaste rapport: 20 november 2026. "
        "Inga rapporter saknas.",
        "Ingen överenskommelse gällde i Timrå under perioden.",
    ]
