"""What somebody is responsible as. An activity names one of these; who holds it stands in the database."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    key: str
    name: str
    definite: str


_ALL = (
    Function("kommunpolis", "kommunpolis", "kommunpolisen"),
    Function("omradespolis", "områdespolis", "områdespolisen"),
    Function("lokalpolisomradeschef", "lokalpolisområdeschef", "lokalpolisområdeschefen"),
    Function("faltsekreterare", "fältsekreterare", "fältsekreteraren"),
    Function("trygghetssamordnare", "trygghetssamordnare", "trygghetssamordnaren"),
    Function("sakerhetschef", "säkerhetschef", "säkerhetschefen"),
    Function("kommunikator", "kommunikatör", "kommunikatören"),
    Function("gatuchef", "gatuchef", "gatuchefen"),
    Function("fritidsledare", "fritidsledare", "fritidsledaren"),
    Function("skolsamordnare", "skolsamordnare", "skolsamordnaren"),
    Function("socialtjanst", "socialtjänstens kontaktperson", "socialtjänstens kontaktperson"),
    Function("bostadsbolag", "bostadsbolagets kontaktperson", "bostadsbolagets kontaktperson"),
    Function("forening", "föreningens kontaktperson", "föreningens kontaktperson"),
    Function("ks_ordforande", "kommunstyrelsens ordförande", "kommunstyrelsens ordförande"),
)

FUNCTIONS: Mapping[str, Function] = {function.key: function for function in _ALL}
