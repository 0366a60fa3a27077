"""A follow-up as a draft and settled: who may do what with it, and which numbers are shown when."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.domain.errors import Gone, NotAllowed, UserError
from bot.domain.periods import Period
from bot.domain.words import FollowUpState
from bot.sandbox.personas import ANNA, BO, CIA, DINA, EVA, Persona
from bot.services import follow_up_asked, follow_up_versions, report_line
from bot.views.follow_up import ShownFollowUp, WhichFollowUp
from storage.models import Activity, AuditEvent, FollowUpVersion
from tests.seeded import START, actor

DRAFT, SETTLED = FollowUpState.DRAFT, FollowUpState.SETTLED
TOMORROW = START + timedelta(days=1)
MUNICIPALITIES = ["Hofors", "Kommunen i exemplet", "Ockelbo", "Timrå"]


def asked(session: Session, who: Persona, text: str, now: datetime = START) -> ShownFollowUp:
    found = follow_up_asked.ask(session, actor(session, who, now), text, now)
    assert isinstance(found, ShownFollowUp)
    return found


def settled(session: Session, found: ShownFollowUp, who: Persona = DINA, now: datetime = START) -> ShownFollowUp:
    return follow_up_versions.settle(session, actor(session, who, now), found.version.id, now)


def report(session: Session, line: str, now: datetime) -> None:
    report_line.report(session, actor(session, ANNA, now), line, now)


def test_whoever_asks_first_makes_a_draft_and_the_next_sees_the_same(seeded: Session) -> None:
    first, second = asked(seeded, DINA, "Timrå"), asked(seeded, EVA, "Timrå", START + timedelta(minutes=5))

    assert (second.version.id, second.version.number, second.version.state) == (first.version.id, 1, DRAFT)
    assert second.follow_up.made_at == START + timedelta(minutes=5)


def test_other_numbers_make_the_next_version_and_the_first_is_kept(seeded: Session) -> None:
    asked(seeded, DINA, "Timrå")
    report(seeded, "fotpatrull timrå 12 november 2 timmar", START)

    assert asked(seeded, DINA, "Timrå").version.number == 2
    assert len(seeded.exec(select(FollowUpVersion)).all()) == 2


def test_what_is_settled_keeps_its_numbers_whatever_is_reported(seeded: Session) -> None:
    before = settled(seeded, asked(seeded, DINA, "Timrå"))
    report(seeded, "fotpatrull timrå 12 november 2 timmar", TOMORROW)
    after = asked(seeded, CIA, "Timrå", TOMORROW)

    assert after.follow_up == before.follow_up
    assert (after.version.state, after.version.settled_by, after.version.settled_at) == (SETTLED, "U0DINA", START)


def test_what_is_protected_since_then_is_not_told_any_more(seeded: Session) -> None:
    before = settled(seeded, asked(seeded, DINA, "Timrå")).follow_up
    open_ = next(one for one in before.activities() if one.ahead and not one.via)
    seeded.get_one(Activity, open_.progress.frame.activity_id).protected = True
    seeded.flush()

    after = asked(seeded, BO, "Timrå", TOMORROW).follow_up.activities()
    hidden = next(one for one in after if one.progress.frame.activity_id == open_.progress.frame.activity_id)
    assert (hidden.progress.tally.done, hidden.ahead, hidden.withheld) == (
        open_.progress.tally.done, (), len(open_.ahead),
    )  # fmt: skip


def test_settling_is_noted(seeded: Session) -> None:
    found = settled(seeded, asked(seeded, DINA, "Timrå"))

    noted = seeded.exec(select(AuditEvent).where(AuditEvent.subject == "follow_up_version")).one()
    assert (noted.action, noted.subject_id, noted.detail) == ("settled", found.version.id, {"version": 1})


def test_a_new_draft_comes_after_what_was_settled_which_staff_still_see(seeded: Session) -> None:
    first = settled(seeded, asked(seeded, DINA, "Timrå"))
    report(seeded, "fotpatrull timrå 12 november 2 timmar", TOMORROW)
    made = follow_up_versions.again(seeded, actor(seeded, DINA, TOMORROW), first.version.id, TOMORROW)

    assert (made.version.number, made.version.state, made.unchanged) == (2, DRAFT, False)
    assert asked(seeded, BO, "Timrå", TOMORROW).version.number == 1
    assert asked(seeded, EVA, "Timrå", TOMORROW).version.number == 2


def test_a_new_draft_of_what_has_not_changed_is_not_made(seeded: Session) -> None:
    first = settled(seeded, asked(seeded, DINA, "Kommunen i exemplet 2022"))
    made = follow_up_versions.again(seeded, actor(seeded, DINA, TOMORROW), first.version.id, TOMORROW)

    assert (made.version.id, made.unchanged) == (first.version.id, True)


def test_a_draft_with_other_numbers_than_those_shown_is_not_settled(seeded: Session) -> None:
    shown = asked(seeded, DINA, "Timrå")
    report(seeded, "fotpatrull timrå 12 november 2 timmar", START)
    asked(seeded, CIA, "Timrå")

    with pytest.raises(Gone, match="nyare utkast"):
        settled(seeded, shown)


def test_what_is_settled_is_not_settled_again(seeded: Session) -> None:
    shown = asked(seeded, DINA, "Timrå")
    settled(seeded, shown)

    with pytest.raises(Gone, match="redan fastställd"):
        settled(seeded, shown)


def test_a_chief_reads_a_draft_and_does_not_settle_it(seeded: Session) -> None:
    shown = asked(seeded, EVA, "Timrå")

    assert (shown.may_settle, shown.may_renew) == (False, True)
    with pytest.raises(NotAllowed, match="Bara samordnaren"):
        settled(seeded, shown, EVA)


def test_staff_read_what_is_settled_and_no_draft(seeded: Session) -> None:
    shown = asked(seeded, DINA, "Timrå")
    with pytest.raises(NotAllowed, match=r"^Uppföljningen för Timrå 2026 är inte fastställd än\. <@U0DINA> gör den\.$"):
        asked(seeded, BO, "Timrå")
    with pytest.raises(NotAllowed):
        follow_up_versions.opened(seeded, actor(seeded, BO), shown.version.id)
    settled(seeded, shown)

    seen = asked(seeded, BO, "Timrå")
    assert (seen.version.id, seen.may_settle, seen.may_renew) == (shown.version.id, False, False)


def test_another_municipality_is_refused_and_says_who_can_help(seeded: Session) -> None:
    with pytest.raises(NotAllowed, match=r"^Du kan inte se uppföljningen i Hofors\. <@U0DINA> kan hjälpa dig\.$"):
        asked(seeded, EVA, "Hofors")


def test_of_several_municipalities_one_is_to_be_chosen(seeded: Session) -> None:
    found = follow_up_asked.ask(seeded, actor(seeded, DINA), "tertial 2", START)

    assert isinstance(found, WhichFollowUp)
    assert [name for _, name in found.municipalities] == MUNICIPALITIES
    assert found.period == Period(date(2026, 5, 1), date(2026, 8, 31))


@pytest.mark.parametrize(
    ("text", "now", "period", "assumed"),
    [
        ("2025", START, Period(date(2025, 1, 1), date(2025, 12, 31)), False),
        ("tertial 2", START, Period(date(2026, 5, 1), date(2026, 8, 31)), False),
        ("april 2025–mars 2026", START, Period(date(2025, 4, 1), date(2026, 3, 31)), False),
        ("", START, Period(date(2026, 1, 1), date(2026, 12, 31)), True),
        ("", START + timedelta(days=90), Period(date(2026, 1, 1), date(2026, 12, 31)), True),
        ("", START + timedelta(days=140), Period(date(2027, 1, 1), date(2027, 12, 31)), True),
    ],
)
def test_which_stretch_of_time_is_meant(
    seeded: Session, text: str, now: datetime, period: Period, *, assumed: bool
) -> None:
    """Alone, until April, the year before: that is when it is written."""
    found = asked(seeded, DINA, f"Timrå {text}", now)

    assert (found.follow_up.period, found.assumed) == (period, assumed)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Timrå 2028", "Timrå 2028 har inte börjat än, så det finns inget att följa upp."),
        (
            "Hofors 2019",
            "Inget medborgarlöfte och ingen överenskommelse gällde i Hofors 2019, så det finns inget att följa upp.",
        ),
        ("blåbär", "Jag förstår inte vilken uppföljning du menar. Skriv till exempel: uppföljning Timrå 2026"),
    ],
)
def test_what_there_is_no_follow_up_of(seeded: Session, text: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        asked(seeded, DINA, text)
    assert refused.value.sentence == why


def test_a_button_of_a_follow_up_that_is_gone_says_so(seeded: Session) -> None:
    with pytest.raises(Gone):
        follow_up_versions.opened(seeded, actor(seeded, DINA), 999)


def test_by_name_what_is_settled_is_given_before_what_is_so_now(seeded: Session) -> None:
    before = follow_up_asked.named(seeded, "timrå", "2022", START)
    settled(seeded, asked(seeded, DINA, "Timrå 2022"))
    after = follow_up_asked.named(seeded, "TIMRÅ", "2022", TOMORROW)

    assert (before.settled_at, after.settled_at) == (None, START)
    assert after.follow_up == before.follow_up


def test_by_name_a_police_area_has_all_its_municipalities(seeded: Session) -> None:
    found = follow_up_asked.named(seeded, "Gästrikland", "2026", START)

    assert (found.follow_up.place, [one.title for one in found.follow_up.agreements]) == (
        "Gästrikland",
        ["Medborgarlöfte för Hofors 2026 (exempel)", "Medborgarlöfte för Ockelbo 2026 (exempel)"],
    )


@pytest.mark.parametrize(
    ("place", "period", "why"),
    [
        (
            "Gävle",
            "2022",
            "Det finns ingen kommun som heter ”Gävle”. De som finns: Gästrikland, Hofors, Kommunen i exemplet, "
            "Medelpad, Ockelbo och Timrå.",
        ),
        (
            "Timrå",
            "blåbär 2022",
            "”blåbär 2022” är ingen tid som jag förstår. Skriv till exempel 2026, tertial 2 2026 eller "
            "april 2025–mars 2026.",
        ),
    ],
)
def test_by_name_what_is_not_there_is_named(seeded: Session, place: str, period: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        follow_up_asked.named(seeded, place, period, START)
    assert refused.value.sentence == why
