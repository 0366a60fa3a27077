"""Say whether the two locks satisfy pyproject.toml, hash every line and name no package index."""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.+!-]+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)
# An address in a lock ties everybody to one index; pip's own configuration says where packages come from.
ADDRESS = re.compile(r"://|^\s*--?(?!hash)[a-z]| @ ", re.MULTILINE)

Pins = dict[str, str]


def pins(lock: str) -> Pins:
    return {canonicalize_name(pin["name"]): pin["version"] for pin in PIN.finditer(lock)}


def form_faults(name: str, lock: str) -> list[str]:
    unhashed = [pin["name"] for pin in PIN.finditer(lock) if "--hash=sha256:" not in pin["rest"]]
    addresses = [f"{name}: names an address or an option"] if ADDRESS.search(lock) else []
    return [f"{name}: {package} has no hash" for package in unhashed] + addresses


def unmet(name: str, wanted: list[str], locked: Pins) -> list[str]:
    return [f"{name}: does not satisfy {text}" for text in wanted if not met(Requirement(text), locked)]


def met(requirement: Requirement, locked: Pins) -> bool:
    version = locked.get(canonicalize_name(requirement.name))
    return version is not None and requirement.specifier.contains(version, prereleases=True)


def drifted(runtime: Pins, dev: Pins) -> list[str]:
    return [
        f"requirements-dev.lock: has {name} {dev.get(name, 'not at all')}, requirements.lock has {version}"
        for name, version in runtime.items()
        if dev.get(name) != version
    ]


def faults(pyproject: dict[str, Any], runtime: str, dev: str) -> list[str]:
    project = pyproject["project"]
    wanted = project["dependencies"] + pyproject["build-system"]["requires"]
    return [
        *form_faults("requirements.lock", runtime),
        *form_faults("requirements-dev.lock", dev),
        *unmet("requirements.lock", wanted, pins(runtime)),
        *unmet("requirements-dev.lock", wanted + project["optional-dependencies"]["dev"], pins(dev)),
        *drifted(pins(runtime), pins(dev)),
    ]


def main() -> int:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found = faults(
        pyproject,
        (ROOT / "requirements.lock").read_text("utf-8"),
        (ROOT / "requirements-dev.lock").read_text("utf-8"),
    )
    print("\n".join([*found, "Run make lock."]) if found else "The locks satisfy pyproject.toml.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
