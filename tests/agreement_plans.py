"""A promise in force in Timrå, with two walks ahead."""

from datetime import datetime

from sqlmodel import Session

from bot.domain.agreement_file import AgreementFile, load_yaml, read_agreement
from bot.domain.words import AgreementState
from bot.sandbox.personas import DINA
from bot.services import agreements, occurrences, people
from storage import agreement_ends, agreement_rows
from storage.models import Agreement
from tests.factories import stockholm

TEXT = """\
nyckel: timra_2026
typ: medborgarlöfte
titel: Medborgarlöfte för Timrå 2026
kommuner: [Timrå]
parter:
  - {namn: Polisen i Medelpad, typ: polis}
  - {namn: Timrå kommun, typ: kommun}
period: {från: 2026-01-01, till: 2026-12-31}
undertecknat: 2025-12-12
fokusområden:
  - titel: Trygghet
    aktiviteter:
      - nyckel: vandringar
        titel: Trygghetsvandringar
        slag: trygghetsvandring
        form: tillfällen
        skyddad: false
        leds_av: Timrå kommun
        funktion: faltsekreterare
        mål:
          - {antal: 2, enhet: vandringar, per: år, ursprung: utlovat}
      - nyckel: kontroller
        titel: Trafikkontroller
        slag: trafikkontroll
        form: tillfällen
        skyddad: true
        leds_av: Polisen i Medelpad
        mål:
          - {antal: 24, enhet: kontroller, per: år, ursprung: planerat, beslutat_av: rådet, beslutat: 2026-01-14}
"""


def promise() -> AgreementFile:
    return read_agreement(load_yaml(TEXT))


def row_of(session: Session, key: str) -> Agreement:
    row = agreement_rows.by_key(session, key)
    assert row is not None
    return row


def file_of(session: Session, key: str) -> AgreementFile:
    return agreements.read_back(session, row_of(session, key).id)


def state_of(session: Session, key: str) -> AgreementState:
    return row_of(session, key).state


def put(session: Session, now: datetime) -> int:
    """Bo leads walks on Tuesday 1 and Tuesday 8 December; the agreement's id."""
    made = agreements.add(session, promise(), now)
    dina = people.actor(session, DINA.team_id, DINA.user_id, now)
    ids = {key: id_ for id_, key in agreement_ends.activities(session, made.id).items()}
    for day in (1, 8):
        span = stockholm(day, 18, month=12), stockholm(day, 20, month=12)
        occurrences.plan(session, dina, ids["vandringar"], *span, now)
    return made.id
