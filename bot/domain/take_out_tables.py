"""What is taken out of each table, and under which words; and what is not, each with its reason."""

from collections.abc import Mapping

from bot.domain.take_out import Column, Secret, Sheet

OVER, AHEAD = Secret.OVER, Secret.AHEAD
NUMBER = Column("Nummer", "id")
AGREEMENT = Column("Överenskommelse", "agreement_id", "agreement")
ACTIVITY = Column("Aktivitet", "activity_id", "activity")
OCCURRENCE = Column("Tillfälle", "occurrence_id")
PERSON = Column("Person", "person_id", "person")
PART = Column("Del", "part")
STATE = Column("Läge", "state")
MUNICIPALITY = Column("Kommun", "municipality_id", "municipality")
POLICE_AREA = Column("Lokalpolisområde", "police_area_id", "police_area")
FROM, TO = Column("Från och med", "valid_from"), Column("Till och med", "valid_to")

PLACES = (
    Sheet("Kommun", "municipality", "Kommunen och hur dess rapporter numreras.", (
        NUMBER, Column("Kommun", "name"), Column("Nyckel", "key"), Column("Rapporterna börjar på", "prefix"),
        POLICE_AREA,
    )),
    Sheet("Rapportserier", "report_series", "Det senaste numret som en rapport har fått, år för år.", (
        MUNICIPALITY, Column("År", "year"), Column("Senaste nummer", "last"),
    )),
    Sheet("Skollov", "school_holiday", "Lov som planeringen tar hänsyn till.", (
        NUMBER, MUNICIPALITY, Column("Lov", "name"), Column("Från och med", "starts_on"),
        Column("Till och med", "ends_on"),
    )),
)  # fmt: skip
AGREEMENTS = (
    Sheet("Överenskommelser", "agreement", "Medborgarlöften och samverkansöverenskommelser, också avslutade.", (
        NUMBER, Column("Överenskommelse", "key"), Column("Sort", "kind"), STATE, Column("Titel", "title"),
        Column("Från och med", "period_start"), Column("Till och med", "period_end"),
        Column("Undertecknad", "signed_on"), Column("Året börjar i månad", "first_month"),
        Column("Underlag", "basis", "basis"), Column("Öppna frågor", "questions"), Column("Exempel", "example"),
        Column("Delvis räknas", "partly_counts"), Column("Talesperson", "spokesperson"),
        Column("Hör till", "parent_id", "agreement"), Column("Hör till, inte inlagd", "parent_mentioned"),
        Column("Ersätter", "replaces_id", "agreement"), Column("Uppsagd", "terminated_on"),
    )),
    Sheet("Kommuner i överenskommelser", "agreement_municipality", "Var varje överenskommelse gäller.", (
        AGREEMENT, MUNICIPALITY,
    )),
    Sheet("Parter", "party", "Organisationer som har undertecknat eller medverkar.", (
        NUMBER, Column("Part", "name"), Column("Sort", "kind"), MUNICIPALITY, POLICE_AREA,
    )),
    Sheet("Parter i överenskommelser", "agreement_party", "Vilka som har undertecknat, och vilka som bara medverkar.", (
        AGREEMENT, Column("Part", "party_id", "party"), Column("Undertecknade", "signed"),
    )),
    Sheet("Fokusområden", "focus_area", "Delarna av en överenskommelse, med problem, orsak och mål.", (
        NUMBER, AGREEMENT, Column("Ordning", "position"), Column("Fokusområde", "title"), Column("Problem", "problem"),
        Column("Orsak", "cause"), Column("Mål", "goal"), Column("Visas här, räknas där", "via"),
    )),
    Sheet("Uppföljningar som ska göras", "follow_up_duty", "Hur överenskommelsen ska följas upp, och av vem.", (
        NUMBER, AGREEMENT, Column("Form", "form"), Column("Hur ofta", "per"), Column("Ansvarig", "owner"),
        Column("Mottagare", "recipients"),
    )),
)  # fmt: skip
ACTIVITIES = (
    Sheet("Aktiviteter", "activity", "Det som ska göras.", (
        NUMBER, Column("Aktivitet", "id", "activity"), Column("Nyckel", "key"), Column("Titel", "title"),
        Column("Fokusområdets nummer", "focus_area_id"), MUNICIPALITY, Column("Ordning", "position"),
        Column("Slag", "kind", "kind"), Column("Form", "form"), Column("Skyddad", "protected"),
        Column("Leds av", "lead_party_id", "party"), Column("Funktion", "function", "function"),
        Column("Ersättarens funktion", "substitute_function", "function"), Column("Plats", "place", "", AHEAD),
        Column("När", "recurrence", "", AHEAD), Column("Frågas om", "cadence"),
        Column("Tidsfönster", "window", "window"), Column("Klar senast", "due_on"), Column("Upphörde", "ended_on"),
    )),
    Sheet("Aktiviteters parter", "activity_party", "De som medverkar beside den som leder.", (
        ACTIVITY, Column("Part", "party_id", "party"),
    )),
    Sheet("Aktiviteters personer", "activity_person", "Vilka som är ansvariga nu, och som vad.", (
        ACTIVITY, PERSON, PART,
    )),
    Sheet("Antal", "goal", "Utlovade antal står i överenskommelsen. Planerade har någon beslutat sedan.", (
        NUMBER, ACTIVITY, Column("Ursprung", "origin"), Column("Antal", "count"), Column("Enhet", "unit"),
        Column("Per", "per"), FROM, TO, Column("Beslutat av", "decided_by"), Column("Beslutat", "decided_on"),
    )),
)  # fmt: skip
OCCURRENCES = (
    Sheet("Tillfällen", "occurrence", "Datum och tidsfönster, också inställda.", (
        NUMBER, ACTIVITY, Column("Datum", "starts_at", "day"), Column("Börjar", "starts_at", "", OVER),
        Column("Slutar", "ends_at", "", OVER), Column("Namn", "label"), Column("Plats", "place", "", OVER), STATE,
        Column("Flyttat antal gånger", "sequence"), Column("Planerat i förväg", "planned"),
        Column("Varför inställt", "cancel_reason", "", OVER), Column("Infört efteråt", "entered_late_at"),
        Column("Planerat tillsammans med", "series_id"),
    )),
    Sheet("Tillfällens personer", "occurrence_person", "Vilka som skulle vara med, och som vad.", (
        OCCURRENCE, PERSON, PART,
    )),
    Sheet("Överlämningar", "handover", "När någon bad en kollega att ta över.", (
        NUMBER, OCCURRENCE, Column("Från", "from_id", "person"), Column("Till", "to_id", "person"), STATE,
        Column("Frågad", "asked_at"), Column("Besvarad", "answered_at"),
    )),
    Sheet("Rapporter", "outcome", "Varje rapport i alla versioner, också återtagna.", (
        NUMBER, Column("Rapport", "number"), Column("Version", "version"), Column("Gäller", "current"), OCCURRENCE,
        Column("Utfall", "status"), Column("Orsak", "reason"), Column("Antal", "count"),
        Column("Anteckning", "note", "", OVER), Column("Plats", "place", "", OVER),
        Column("Började", "started_at", "", OVER), Column("Slutade", "ended_at", "", OVER),
        Column("Bara del av dygnet sagd", "part_of_day"), Column("Parter", "parties"),
        Column("Rapporterad av", "reported_by_id", "person"), Column("Som", "reported_by_id", "held_as"),
        Column("Rapporterad", "reported_at"), Column("Återtagen", "withdrawn_at"),
    )),
    Sheet("Mått", "outcome_measure", "Siffrorna i varje version. Gjort, funnet och effekt läggs aldrig ihop.", (
        Column("Rapport", "outcome_id", "report"), Column("Version", "outcome_id", "version"),
        Column("Mått", "key", "measure"), Column("Sort", "key", "group"), Column("Värde", "value"),
        Column("Enhet", "key", "unit"),
    )),
    Sheet("Brister", "deficiency", "Det som trygghetsvandringar noterade, och vad det blev av det.", (
        NUMBER, OCCURRENCE, Column("Kategori", "category", "category"), Column("Ställe", "spot", "", OVER), STATE,
        Column("Ägare", "owner"), Column("Beslut", "decision"), Column("Klar senast", "due_on"),
        Column("Klar", "done_on"),
    )),
)  # fmt: skip
RECORDS = (
    Sheet("Publiceringar", "publication", "Det som har publicerats för invånarna, som det löd.", (
        NUMBER, MUNICIPALITY, Column("Från och med", "first"), Column("Till och med", "last"), Column("Form", "form"),
        Column("Innehåll", "content"), Column("Tal om människor", "people"),
        Column("Publicerad av", "published_by_id", "person"), Column("Publicerad", "published_at"),
        Column("Avpublicerad av", "withdrawn_by_id", "person"), Column("Avpublicerad", "withdrawn_at"),
    )),
    Sheet("Uppföljningar", "follow_up_version", "De som är fastställda, som de löd då.", (
        NUMBER, MUNICIPALITY, Column("Från och med", "first"), Column("Till och med", "last"),
        Column("Version", "version"), STATE, Column("Innehåll", "content"), Column("Gjord av", "made_by_id", "person"),
        Column("Gjord", "made_at"), Column("Fastställd av", "settled_by_id", "person"),
        Column("Fastställd", "settled_at"),
    )),
    Sheet("Kontakt på sidan", "public_contact", "Vart invånare vänder sig, och vad som sägs om tillgänglighet.", (
        MUNICIPALITY, Column("Myndighet", "authority"), Column("Funktion", "function"), Column("Nås genom", "reach"),
        Column("Följer lagen om tillgänglighet", "conformity"), Column("Brister i tillgänglighet", "shortcomings"),
        Column("Testad", "tested"), Column("Tillsyn", "supervisor"), Column("Ändrad av", "changed_by_id", "person"),
        Column("Ändrad", "changed_at"),
    )),
    Sheet("Inlägg i kanaler", "channel_post", "Vad boten ska posta i vilken kanal, och vem som bad om det.", (
        NUMBER, Column("Arbetsyta", "team_id"), Column("Kanal", "channel"), MUNICIPALITY,
        Column("Fokusområdets nummer", "focus_area_id"), Column("Vad", "what", "post"),
        Column("Begärt av", "asked_by_id", "person"), Column("Begärt", "asked_at"),
    )),
    Sheet("Behörigheter", "role_grant", "Vad personer får göra i kommunen, i lokalpolisområdet eller överallt.", (
        NUMBER, PERSON, Column("Behörighet", "role"), MUNICIPALITY, POLICE_AREA, FROM, TO,
    )),
    Sheet("Funktioner", "function_holder", "Vilka som är ansvariga som vad.", (
        NUMBER, PERSON, Column("Funktion", "function", "function"), PART, MUNICIPALITY, POLICE_AREA, FROM, TO,
    )),
    Sheet("Händelser", "audit_event", "Vem som gjorde vad när, med nummer ur de andra tabellerna.", (
        NUMBER, Column("Tid", "at"), Column("Av", "actor_id", "person"), Column("Vad", "action", "action"),
        Column("Gäller", "subject", "subject"), Column("Gäller nummer", "subject_id"),
        Column("Uppgifter", "detail", "detail"),
    )),
)  # fmt: skip
SHEETS = (*PLACES, *AGREEMENTS, *ACTIVITIES, *OCCURRENCES, *RECORDS)

LEFT_OUT: Mapping[str, str] = {
    "person": "av personer finns bara Slack-id, behörighet och funktion, som rapporterna inte går att läsa utan",
    "police_area": "lokalpolisområdets namn står i Kommun",
    "preference": "en persons egna inställningar för när boten hör av sig",
    "subscription": "en persons egna inställningar för vad boten berättar",
    "absence": "en persons frånvaro",
    "calendar_feed": "hemliga adresser till personers kalendrar",
    "access_request": "frågor om att bli tillagd, innan någon har en kommun",
    "draft": "utkast som ingen har sparat; de försvinner av sig själva",
    "outbox_message": "meddelanden i Slack, som är gjorda av uppgifterna här; deras texter finns kvar en vecka",
    "reminder": "när boten påminde om ett tillfälle, som följer av tillfället",
    "channel_pace": "hur fort boten skriver till Slack",
    "processed_event": "vad Slack har skickat den senaste veckan, utan innehåll",
    "month_count": "räknas fram ur tillfällena och rapporterna",
    "day_count": "räknas fram ur tillfällena",
}
"""Why each other table is not taken out, by its name."""
