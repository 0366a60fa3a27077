"""The fields in which a coordinator gives somebody roles and a function, in one or more places."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.calendar import local_day
from bot.domain.permissions import GIVEN
from bot.domain.places import Place
from bot.domain.swedish import sentence
from bot.domain.swedish_words import name
from bot.domain.words import Role
from bot.views.blocks import Block, field, option, plain, select
from bot.views.people import function_options
from storage.places import Choice

MOST = 100  # options in a menu, or in one of its groups
AREA = "alla kommuner i "
FIRST_HOLDER = "Den första med en funktion på ett ställe ansvarar, de som kommer efter är ersättare."


@dataclass(frozen=True, slots=True)
class Offered:
    """Where the actor may give something, and the parties there."""

    areas: Sequence[Choice]
    municipalities: Sequence[Choice]
    parties: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Giving:
    """What somebody is to have, in each of the places; both days are included."""

    places: Sequence[Place]
    roles: Sequence[Role]
    function: str | None
    party_id: int | None
    first: date
    last: date | None


def fields(offered: Offered, party: Choice | None, now: datetime, *, roles: Collection[Role] = ()) -> list[Block]:
    """`party` is theirs already; `roles` are ticked from the beginning."""
    first: Block = {"type": "datepicker", "initial_date": local_day(now).isoformat()}
    last: Block = {"type": "datepicker"}
    functions = select(function_options(), placeholder="Välj funktion")
    return [
        field("role", "Ny behörighet", _roles(roles), optional=True),
        field("function", "Ny funktion", functions, hint=FIRST_HOLDER, optional=True),
        field("places", "Var", _places(offered), hint="Du kan välja flera."),
        *_party(offered.parties, party),
        field("first", "Från och med", first),
        field("last", "Till och med", last, hint="Tomt betyder tills vidare.", optional=True),
    ]


def read_fields(values: Mapping[str, Any]) -> Giving:
    last, party = values.get("last"), values.get("party")
    return Giving(
        places=[Place.of(key) for key in values["places"]],
        roles=[Role(key) for key in values.get("role") or ()],
        function=values.get("function") or None,
        party_id=int(party) if party else None,
        first=date.fromisoformat(values["first"]),
        last=date.fromisoformat(last) if last else None,
    )


def _roles(ticked: Collection[Role]) -> Block:
    rows = {role: option(sentence(name(role)), role.value) for role in GIVEN}
    initial = [rows[role] for role in GIVEN if role in ticked]
    made: Block = {"type": "checkboxes", "options": list(rows.values())}
    return made | {"initial_options": initial} if initial else made


def _places(offered: Offered) -> Block:
    """Police areas stand first, since those who want one are few and know what they look for."""
    made: Block = {"type": "multi_static_select", "placeholder": plain("Välj kommuner eller polisområden")}
    areas = [option(sentence(AREA + one), Place(police_area_id=id_).key) for id_, one in offered.areas]
    towns = [option(one, Place(id_).key) for id_, one in offered.municipalities]
    if len(areas) + len(towns) > MOST:
        groups = [*_groups("Polisområden", areas), *_groups("Kommuner", towns)]
        return made | {"option_groups": groups[:MOST]}
    made["options"] = [*areas, *towns]
    return made | {"initial_options": towns} if len(towns) == 1 else made


def _groups(title: str, options: Sequence[Block]) -> Iterator[Block]:
    """As many as Slack's limit makes of them, each with its first and last name."""
    for start in range(0, len(options), MOST):
        some = options[start : start + MOST]
        ends = f"{some[0]['text']['text'][:20]} till {some[-1]['text']['text'][:20]}"
        yield {"label": plain(f"{title}, {ends}" if len(options) > MOST else title), "options": some}


def _party(parties: Sequence[Choice], mine: Choice | None) -> list[Block]:
    known = [*parties, *([mine] if mine and mine not in parties else [])]
    if not known:
        return []
    menu = select(known, initial=mine[0] if mine else None, placeholder="Välj part")
    return [field("party", "Part som personen hör till", menu, optional=True)]
