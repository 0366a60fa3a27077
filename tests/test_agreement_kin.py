"""What belongs to an agreement, and what shows its activities, when it is renewed."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.domain.agreement_file import AgreementFile
from bot.services import agreements, plan_files, upkeep
from bot.views.plan_files import summary
from tests.agreement_plans import file_of, promise
from tests.factories import NOW, stockholm


def of(key: str, first: int, last: int, *via: str, **more: Any) -> AgreementFile:
    """The promise by another key, for other years; `via` in its focus area."""
    file = promise()
    [area] = file.focus_areas
    period = replace(file.period, start=date(first, 1, 1), end=date(last, 12, 31))
    return replace(file, key=key, title=key, period=period, focus_areas=(replace(area, via=via),), **more)


def kin(session: Session, key: str) -> tuple[str | None, tuple[str, ...]]:
    """What it belongs to and shows."""
    session.expire_all()
    file = file_of(session, key)
    return file.parent, file.focus_areas[0].via


def test_what_goes_on_belongs_to_the_new_one_and_shows_its_activities_too(session: Session) -> None:
    agreements.add(session, of("samverkan", 2023, 2026), NOW)
    agreements.add(session, of("lofte", 2026, 2028, "samverkan/vandringar", parent="samverkan"), NOW)
    agreements.add(session, of("over", 2024, 2025, "samverkan/vandringar", parent="samverkan"), NOW)
    new = of("ny", 2027, 2030, replaces="samverkan")

    assert summary(plan_files.difference(session, new, NOW)) == [
        "ny: ny plan med 2 aktiviteter",
        "Nya: Trygghetsvandringar, Trafikkontroller",
        "Hör hit när den börjar gälla, i stället för till den som ersätts: lofte",
    ]
    plan_files.take_in(session, None, new, NOW)
    assert kin(session, "lofte") == ("samverkan", ("samverkan/vandringar", "ny/vandringar"))
    upkeep.look_back(session, stockholm(1, 6, month=1, year=2027))
    assert [kin(session, key) for key in ("lofte", "over")] == [
        ("ny", ("samverkan/vandringar", "ny/vandringar")),
        ("samverkan", ("samverkan/vandringar",)),
    ]


def test_what_is_renewed_last_finds_what_was_renewed_before_it(session: Session) -> None:
    agreements.add(session, of("samverkan", 2023, 2026), NOW)
    agreements.add(session, of("lofte", 2025, 2026, "samverkan/vandringar", parent="samverkan"), NOW)
    plan_files.take_in(session, None, of("ny", 2027, 2030, replaces="samverkan"), NOW)
    renewed = of("nytt", 2027, 2028, "samverkan/vandringar", parent="samverkan", replaces="lofte")
    plan_files.take_in(session, None, renewed, NOW)

    assert kin(session, "nytt") == ("ny", ("samverkan/vandringar", "ny/vandringar"))
