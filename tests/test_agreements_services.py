from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session, select

from bot.domain.agreement_file import AgreementFile, load_example, read_agreement
from bot.domain.errors import Gone, UserError
from bot.domain.words import AgreementState
from bot.services.agreements import add, read_back
from storage.models import AuditEvent, Municipality, Party

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
FOLDER = Path(__file__).parent.parent / "bot" / "sandbox" / "agreements"
# Each after what it replaces and belongs to.
NAMES = (
    "hofors_2023-2024", "kommunen_i_exemplet_2022", "ockelbo_2022-2024", "timra_2019-2023", "timra_2021-2022",
    "hofors_exempel", "kommunen_i_exemplet_exempel", "ockelbo_exempel", "timra_samverkan_exempel", "timra_exempel",
)  # fmt: skip


def file(name: str) -> AgreementFile:
    return read_agreement(load_example((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), 2026))


def test_all_ten_files_come_back_as_they_were(session: Session) -> None:
    ids = {name: add(session, file(name), NOW).id for name in NAMES}
    session.expire_all()
    for name, agreement_id in ids.items():
        assert read_back(session, agreement_id) == file(name)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2022-12-31", AgreementState.DRAFT),
        ("2023-01-01", AgreementState.CURRENT),
        ("2024-12-31", AgreementState.CURRENT),
        ("2025-01-01", AgreementState.ENDED),
    ],
)
def test_the_state_follows_from_the_period(session: Session, today: str, state: AgreementState) -> None:
    noon = datetime.fromisoformat(f"{today}T12:00:00+00:00")
    assert add(session, file("hofors_2023-2024"), noon).state is state


def test_the_day_of_the_state_is_stockholms(session: Session) -> None:
    new_year_in_stockholm = datetime(2022, 12, 31, 23, 30, tzinfo=UTC)
    assert add(session, file("hofors_2023-2024"), new_year_in_stockholm).state is AgreementState.CURRENT


def test_municipalities_get_a_prefix_each_of_their_own(session: Session) -> None:
    for name in ("Timrå", "Kommunen i exemplet", "Habo", "Håbo"):
        add(session, replace(file("hofors_2023-2024"), key=name, municipalities=(name,)), NOW)
    found = session.exec(select(Municipality)).all()
    assert [(one.key, one.prefix) for one in found] == [
        ("timra", "TIM"),
        ("kommunen_i_exemplet", "KOM"),
        ("habo", "HAB"),
        ("habo_2", "HAO"),
    ]


def test_agreements_share_parties(session: Session) -> None:
    add(session, file("timra_2019-2023"), NOW)
    add(session, file("timra_2021-2022"), NOW)
    names = session.exec(select(Party.name)).all()
    assert sorted(names) == sorted(set(names))


def test_the_same_key_twice_is_refused(session: Session) -> None:
    add(session, file("hofors_2023-2024"), NOW)
    with pytest.raises(UserError) as refused:
        add(session, file("hofors_2023-2024"), NOW)
    assert refused.value.sentence == "Överenskommelsen ”hofors_2023-2024” finns redan, så inget är ändrat."


def test_what_an_agreement_belongs_to_must_be_there_first(session: Session) -> None:
    with pytest.raises(UserError) as refused:
        add(session, file("timra_2021-2022"), NOW)
    assert refused.value.sentence == (
        "Överenskommelsen ”timra_2019-2023” är inte inlagd än. Lägg in den först, så hittar jag den."
    )


def test_adding_is_audited(session: Session) -> None:
    made = add(session, file("hofors_2023-2024"), NOW)
    [event] = session.exec(select(AuditEvent)).all()
    assert (event.at, event.action, event.subject, event.subject_id) == (NOW, "add", "agreement", made.id)


def test_an_agreement_that_is_not_there_cannot_be_read(session: Session) -> None:
    with pytest.raises(Gone):
        read_back(session, 1)
