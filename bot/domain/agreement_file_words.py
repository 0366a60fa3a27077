"""The Swedish words of an agreement file, and what they stand for. They are part of the format: add, never change."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.words import AgreementKind, Basis, FollowUpForm, Form, GoalOrigin, PartyKind, Per


class WindowLength(StrEnum):
    """How long the windows of an activity are."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


AGREEMENT_KINDS: Mapping[str, AgreementKind] = {
    "medborgarlöfte": AgreementKind.CITIZEN_PROMISE,
    "samverkansöverenskommelse": AgreementKind.COLLABORATION,
}

PARTY_KINDS: Mapping[str, PartyKind] = {
    "polis": PartyKind.POLICE,
    "kommun": PartyKind.MUNICIPALITY,
    "bostadsbolag": PartyKind.HOUSING_COMPANY,
    "skola": PartyKind.SCHOOL,
    "förening": PartyKind.ASSOCIATION,
    "råd": PartyKind.COUNCIL,
    "annan": PartyKind.OTHER,
}

BASES: Mapping[str, Basis] = {
    "medborgardialoger": Basis.CITIZEN_DIALOGUE,
    "medarbetardialoger": Basis.STAFF_DIALOGUE,
    "dialoger mellan parterna": Basis.PARTY_DIALOGUE,
    "dialoger med lokala aktörer": Basis.LOCAL_ACTOR_DIALOGUE,
    "tips från invånare": Basis.RESIDENT_TIPS,
    "trygghetsvandringar": Basis.SAFETY_WALKS,
    "brottsstatistik": Basis.CRIME_STATISTICS,
    "polisens händelserapporter": Basis.POLICE_REPORTS,
    "trygghetsundersökning": Basis.SAFETY_SURVEY,
    "lägesbild": Basis.SITUATION_PICTURE,
}

FORMS: Mapping[str, Form] = {
    "tillfällen": Form.DATED,
    "fönster": Form.WINDOW,
    "löpande": Form.CONTINUOUS,
    "vid behov": Form.WHEN_NEEDED,
    "leverans": Form.DELIVERABLE,
}

WINDOWS: Mapping[str, WindowLength] = {
    "vecka": WindowLength.WEEK,
    "två veckor": WindowLength.FORTNIGHT,
    "månad": WindowLength.MONTH,
}

PERS: Mapping[str, Per] = {
    "vecka": Per.WEEK,
    "månad": Per.MONTH,
    "kvartal": Per.QUARTER,
    "tertial": Per.TERTIAL,
    "halvår": Per.HALF_YEAR,
    "år": Per.YEAR,
    "period": Per.PERIOD,
    "möte": Per.MEETING,
}

ORIGINS: Mapping[str, GoalOrigin] = {
    "utlovat": GoalOrigin.PROMISED,
    "planerat": GoalOrigin.PLANNED,
}

FOLLOW_UP_FORMS: Mapping[str, FollowUpForm] = {
    "skriftlig": FollowUpForm.WRITTEN,
    "muntlig": FollowUpForm.ORAL,
}
