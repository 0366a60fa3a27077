"""Pages with the promises of several years."""

from datetime import date

from bot.domain.agreement_text import Proposal, read_agreement_text

PAGE = """Medborgarlöften i Tibro kommun

{first}
• Polisen gör tio trafikkontroller per år.

{second}
• Kommunen ordnar två trygghetsvandringar per år.
"""


def read(first: str, second: str, lead: str = "") -> Proposal:
    return read_agreement_text(PAGE.format(first=first, second=second) + lead)


def found(proposal: Proposal) -> list[str]:
    return [activity.text for activity in proposal.activities]


def test_the_newest_are_proposed_and_the_others_asked_about() -> None:
    proposal = read("Medborgarlöften 2021–2022", "Medborgarlöften 2019-20")

    assert found(proposal) == ["Polisen gör tio trafikkontroller per år."]
    assert (proposal.period_start, proposal.period_end) == (date(2021, 1, 1), date(2022, 12, 31))
    assert [question.text for question in proposal.questions if question.choices] == [
        "Texten har löften för 2019–2020 och 2021–2022. Jag har tagit med dem för 2021–2022. Vilken period gäller?"
    ]


def test_it_does_not_matter_which_stands_first() -> None:
    assert found(read("2019", "2020")) == ["Kommunen ordnar två trygghetsvandringar per år."]


def test_the_years_of_one_plan_are_all_proposed() -> None:
    assert len(found(read("2024", "2025", "\nPlanen gäller 2024–2025.\n"))) == 2


def test_without_anything_under_the_newest_all_are_proposed() -> None:
    proposal = read_agreement_text(
        "Medborgarlöften 2021\n\nKommer snart.\n\n" + PAGE.format(first="2019", second="2020")
    )

    assert found(proposal) == [
        "Polisen gör tio trafikkontroller per år.",
        "Kommunen ordnar två trygghetsvandringar per år.",
    ]
