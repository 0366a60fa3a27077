"""What somebody did with a municipality's data, as it stands in what is handed out."""

from sqlmodel import Session

from bot.domain.words import Role
from bot.services import take_out
from storage import progress_asking, records
from tests import factories
from tests.factories import NOW


def test_whom_a_chief_asked_is_told_as_slack_knows_them(session: Session) -> None:
    town = factories.municipality(session)
    eva, bo, ali = (factories.person(session, user, Role.CHIEF, place=town) for user in ("UEVA", "UBO", "UALI"))
    walks = factories.activity(session, town)
    ask = (progress_asking.ASKED, progress_asking.SUBJECT, walks.id)
    records.audit(session, NOW, eva.id, *ask, to=[bo.id, ali.id])

    [event] = take_out.gather(session, town.id, NOW).of("audit_event").records()

    assert (event["Av"], event["Uppgifter"]) == ("UEVA", ("till: UBO och UALI",))


def test_what_is_either_is_yes_or_no(session: Session) -> None:
    town = factories.municipality(session)
    take_out.note(session, None, town.id, NOW, whole=True)

    [event] = take_out.gather(session, town.id, NOW).of("audit_event").records()

    assert event["Uppgifter"] == ("också skyddat som är över: ja",)
