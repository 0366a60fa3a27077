"""Where somebody may do something, or is responsible: a municipality, or a police area with all of its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One of the two is given."""

    municipality_id: int | None = None
    police_area_id: int | None = None

    @property
    def key(self) -> str:
        """For menus: "m12", "a3"."""
        return f"m{self.municipality_id}" if self.municipality_id is not None else f"a{self.police_area_id}"

    @classmethod
    def of(cls, key: str) -> "Place":
        return cls(police_area_id=int(key[1:])) if key.startswith("a") else cls(municipality_id=int(key[1:]))
