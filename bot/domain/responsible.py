"""What a change of an activity's people does to an occurrence where others may have taken over meanwhile."""

from collections.abc import Mapping

from bot.domain.words import Part

Parts = Mapping[int, Part]


def adjusted(named: Parts, before: Parts, wanted: Parts) -> dict[int, Part]:
    """Only what differs between `before` and `wanted`: whoever handed this one over does not come back by it.

    One leads: who took this one over still does, and a new lead is with them.
    """
    new = {
        person: part
        for person, part in wanted.items()
        if before.get(person) != part and (person not in before or person in named)
    }
    kept = {
        person: part
        for person, part in named.items()
        if person not in new and (person in wanted or person not in before)
    }
    led = Part.LEAD in kept.values()
    return kept | {person: Part.PARTICIPANT if led and part is Part.LEAD else part for person, part in new.items()}
