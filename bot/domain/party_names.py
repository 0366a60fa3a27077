"""What the parties of an agreement are, and what they are called where other agreements name theirs too."""

from collections.abc import Iterable, Mapping, Sequence

from bot.domain.agreement_file import PartyEntry
from bot.domain.swedish import fold
from bot.domain.words import PartyKind

SIGNS: Sequence[tuple[str, PartyKind]] = (
    ("polis", PartyKind.POLICE),
    ("bostad", PartyKind.HOUSING_COMPANY),
    ("fastighet", PartyKind.HOUSING_COMPANY),
    ("skol", PartyKind.SCHOOL),
    ("forening", PartyKind.ASSOCIATION),
    ("radet", PartyKind.COUNCIL),
    ("kommun", PartyKind.MUNICIPALITY),
    (" stad", PartyKind.MUNICIPALITY),
    ("region gotland", PartyKind.MUNICIPALITY),
)
SINGLE = (PartyKind.POLICE, PartyKind.MUNICIPALITY)
"""An agreement has one of these in each municipality, whatever it is called."""


def party_kind(name: str) -> PartyKind:
    folded = fold(name)
    return next((kind for sign, kind in SIGNS if sign in folded), PartyKind.OTHER)


def parties_named(names: Iterable[str]) -> tuple[PartyEntry, ...]:
    return tuple(PartyEntry(name=name, kind=party_kind(name)) for name in dict.fromkeys(names))


def meant(name: str, parties: Sequence[PartyEntry]) -> str | None:
    """The party that a text means by a name: "Kommunen" is the only municipality there is. None: none of them."""
    if any(party.name == name for party in parties):
        return name
    of_kind = [party.name for party in parties if party.kind is party_kind(name)]
    return of_kind[0] if party_kind(name) in SINGLE and len(of_kind) == 1 else None


def placed(
    parties: Iterable[PartyEntry], municipality: str, known: Mapping[PartyKind, str]
) -> dict[str, str]:  # fmt: skip
    """New names by old ones, for those that are called the same everywhere ("Polisen"): a party has a name of its own.

    `known` are the police and the municipality as other agreements there name them.
    """
    bare = [party for party in parties if " " not in party.name.strip()]
    return {party.name: known.get(party.kind) or f"{_called(party)} i {municipality}" for party in bare}


def _called(party: PartyEntry) -> str:
    return "Polisen" if party.kind is PartyKind.POLICE else party.name
