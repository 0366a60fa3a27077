"""What the closed lists of words are called in Swedish, as they stand inside a sentence."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from bot.domain.personal_data import DataKind
from bot.domain.progress import Verdict
from bot.domain.words import (
    AgreementKind,
    AgreementState,
    Basis,
    Conformity,
    DeficiencyState,
    DraftPurpose,
    FollowUpForm,
    FollowUpState,
    Form,
    GoalOrigin,
    HandoverState,
    MessageState,
    OccurrenceState,
    OutcomeStatus,
    Part,
    PartyKind,
    Per,
    PublicationForm,
    Purpose,
    Reason,
    RequestState,
    Role,
    Step,
)


def name(word: StrEnum) -> str:
    """OutcomeStatus.NOT_DONE gives "blev inte av". Raises KeyError for a list that has no names here."""
    return _NAMES[type(word)][word]


def turned_out(status: OutcomeStatus, form: Form | None) -> str:
    """Of work that goes on, "behövdes inte" is the wrong word for a quiet quarter."""
    if form is Form.CONTINUOUS and status is OutcomeStatus.NOT_NEEDED:
        return "inget nytt"
    return name(status)


def every(per: Per) -> str:
    """How often something recurs: "varje kvartal"."""
    return "en gång under perioden" if per is Per.PERIOD else name(per).replace("per", "varje", 1)


# One table per list: members of two lists with the same value ("other") are equal as keys.
_NAMES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        AgreementKind: {
            AgreementKind.CITIZEN_PROMISE: "medborgarlöfte",
            AgreementKind.COLLABORATION: "samverkansöverenskommelse",
        },
        AgreementState: {
            AgreementState.DRAFT: "utkast",
            AgreementState.CURRENT: "gällande",
            AgreementState.ENDED: "avslutad",
            AgreementState.TERMINATED: "uppsagd",
            AgreementState.REPLACED: "ersatt",
        },
        Basis: {
            Basis.CITIZEN_DIALOGUE: "medborgardialoger",
            Basis.STAFF_DIALOGUE: "medarbetardialoger",
            Basis.PARTY_DIALOGUE: "dialog mellan parterna",
            Basis.LOCAL_ACTOR_DIALOGUE: "dialog med lokala aktörer",
            Basis.RESIDENT_TIPS: "tips från invånare",
            Basis.SAFETY_WALKS: "trygghetsvandringar",
            Basis.CRIME_STATISTICS: "brottsstatistik",
            Basis.POLICE_REPORTS: "polisens händelserapporter",
            Basis.SAFETY_SURVEY: "trygghetsmätning",
            Basis.SITUATION_PICTURE: "lägesbild",
        },
        PartyKind: {
            PartyKind.POLICE: "polis",
            PartyKind.MUNICIPALITY: "kommun",
            PartyKind.HOUSING_COMPANY: "bostadsbolag",
            PartyKind.SCHOOL: "skola",
            PartyKind.ASSOCIATION: "förening",
            PartyKind.COUNCIL: "råd",
            PartyKind.OTHER: "annan part",
        },
        Form: {
            Form.DATED: "tillfällen",
            Form.WINDOW: "tidsfönster",
            Form.CONTINUOUS: "löpande",
            Form.WHEN_NEEDED: "vid behov",
            Form.DELIVERABLE: "leverans",
        },
        Per: {
            Per.WEEK: "per vecka",
            Per.MONTH: "per månad",
            Per.QUARTER: "per kvartal",
            Per.TERTIAL: "per tertial",
            Per.HALF_YEAR: "per halvår",
            Per.YEAR: "per år",
            Per.PERIOD: "under perioden",
            Per.MEETING: "per möte",
        },
        GoalOrigin: {GoalOrigin.PROMISED: "utlovat", GoalOrigin.PLANNED: "planerat"},
        OccurrenceState: {
            OccurrenceState.PLANNED: "planerat",
            OccurrenceState.CANCELLED: "inställt",
            OccurrenceState.REPORTED: "rapporterat",
        },
        OutcomeStatus: {
            OutcomeStatus.DONE: "genomförd",
            OutcomeStatus.PARTLY: "delvis",
            OutcomeStatus.NOT_DONE: "blev inte av",
            OutcomeStatus.NOT_NEEDED: "behövdes inte",
            OutcomeStatus.UNKNOWN: "uppgift saknas",
        },
        Reason: {
            Reason.WEATHER: "väder",
            Reason.STAFF: "personal",
            Reason.PRIORITY: "annat gick före",
            Reason.OTHER: "annat",
        },
        Part: {Part.LEAD: "leder", Part.SUBSTITUTE: "ersättare", Part.PARTICIPANT: "medverkande"},
        Role: {
            Role.STAFF: "handläggare",
            Role.COORDINATOR: "samordnare",
            Role.CHIEF: "chef",
            Role.ADMINISTRATOR: "administratör",
        },
        HandoverState: {
            HandoverState.ASKED: "väntar på svar",
            HandoverState.ACCEPTED: "tackade ja",
            HandoverState.DECLINED: "tackade nej",
            HandoverState.WITHDRAWN: "återtagen",
        },
        RequestState: {
            RequestState.ASKED: "väntar på svar",
            RequestState.ACCEPTED: "tillagd",
            RequestState.DECLINED: "inte tillagd",
        },
        Purpose: {
            Purpose.REMINDER: "påminnelse",
            Purpose.UPDATE: "ändring",
            Purpose.REPLY: "svar",
            Purpose.QUESTION: "fråga",
            Purpose.NOTICE: "besked",
            Purpose.DIGEST: "översikt",
            Purpose.POST: "inlägg i en kanal",
        },
        DraftPurpose: {
            DraftPurpose.REPORT_LINE: "rapport",
            DraftPurpose.AGREEMENT: "överenskommelse",
            DraftPurpose.QUESTION: "fråga",
        },
        MessageState: {
            MessageState.PENDING: "väntar",
            MessageState.LEASED: "skickas",
            MessageState.SENT: "skickad",
            MessageState.MISSED: "kom inte i väg i tid",
            MessageState.FAILED: "gick inte att skicka",
            MessageState.DROPPED: "behövs inte längre",
        },
        Step: {
            Step.WEEK_BEFORE: "en vecka före",
            Step.DAY_BEFORE: "en dag före",
            Step.HOURS_BEFORE: "några timmar före",
            Step.DUE_SOON: "en månad före",
            Step.OPENS: "när tiden börjar",
            Step.AFTER: "direkt efter",
            Step.NEXT_MORNING: "nästa arbetsdag",
            Step.SNOOZED: "senare, som du valde",
            Step.SUBSTITUTE: "till ersättaren efter två arbetsdagar",
            Step.COORDINATOR: "till samordnaren efter fyra arbetsdagar",
        },
        FollowUpForm: {FollowUpForm.WRITTEN: "skriftlig", FollowUpForm.ORAL: "muntlig"},
        PublicationForm: {
            PublicationForm.PAGE: "webbsida",
            PublicationForm.ARTICLE: "artikel på webben",
            PublicationForm.POST: "inlägg i sociala medier",
            PublicationForm.PRESS_RELEASE: "pressmeddelande",
        },
        Conformity: {Conformity.FULL: "helt", Conformity.PARTLY: "delvis", Conformity.NOT: "inte"},
        FollowUpState: {FollowUpState.DRAFT: "utkast", FollowUpState.SETTLED: "fastställd"},
        DeficiencyState: {
            DeficiencyState.NOTED: "noterad",
            DeficiencyState.ACCEPTED: "ska åtgärdas",
            DeficiencyState.REFUSED: "åtgärdas inte",
            DeficiencyState.DONE: "åtgärdad",
        },
        DataKind: {
            DataKind.PERSONNUMMER: "ett personnummer",
            DataKind.SAMORDNINGSNUMMER: "ett samordningsnummer",
            DataKind.PHONE: "ett telefonnummer",
            DataKind.EMAIL: "en e-postadress",
            DataKind.PLATE: "ett registreringsnummer",
            DataKind.ADDRESS: "en gatuadress",
        },
        Verdict: {
            Verdict.BEHIND: "ligger efter",
            Verdict.RISK: "risk",
            Verdict.NOT_STARTED: "inte påbörjad",
            Verdict.ON_TRACK: "enligt plan",
            Verdict.CANNOT_ASSESS: "går inte att bedöma",
            Verdict.FINISHED: "klar",
            Verdict.NOT_NEEDED: "behövdes inte",
        },
    }
)
