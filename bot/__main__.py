"""python -m bot: the only place that prints."""

import asyncio
import gc
import logging
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot import settings
from bot.commands.arguments import parser
from bot.settings import SettingsError

OTHER_TABLES = (
    "Databasen har inte de tabeller som den här versionen behöver: kör python -m bot migrate. "
    "Hjälper det inte är den gjord av en annan version. Peka DATABASE_URL på en ny."
)
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class CommandRefused(Exception):
    """One Swedish line about why the command cannot be done."""


def main(arguments: list[str] | None = None) -> int:
    given = parser().parse_args(arguments)
    gc.set_threshold(1_000_000)  # what a start makes stays: looking for garbage in it took a tenth of the time
    logging.basicConfig(level=logging.WARNING, format=LOG_FORMAT)
    try:
        return COMMANDS[given.command](given) or 0
    except (SettingsError, CommandRefused) as error:
        print(error, file=sys.stderr)
        return 2


def _sandbox(given: Namespace) -> None:
    port = settings.sandbox_port() if given.port is None else given.port
    from bot.sandbox import demo  # here and below: what one command needs must not slow down the others

    try:
        asyncio.run(demo.run(port, partial(print, flush=True)))
    except OSError as error:
        raise CommandRefused(f"Porten {port} är upptagen: välj en annan, till exempel med PORT={port + 1}.") from error


def _run(given: Namespace) -> None:
    answers, sends = given.role != "send", given.role != "answer"
    loaded = settings.load(answers=answers, sends=sends)
    from bot import server

    try:
        asyncio.run(server.serve(loaded, answers=answers, sends=sends))
    except server.CannotStart as error:
        raise CommandRefused(str(error)) from error


def _migrate(_given: Namespace) -> None:
    loaded = settings.load(answers=False, sends=False)
    from sqlalchemy.exc import OperationalError

    from storage import migrate

    try:
        migrate.upgrade(loaded.database_url)
    except OperationalError as error:
        raise CommandRefused("Databasen svarar inte: kontrollera DATABASE_URL.") from error
    print("Databasen är uppdaterad.")


@contextmanager
def _refusals(unusable: str) -> Iterator[None]:
    """What a file and the database can have against it; `unusable` is about the file."""
    from sqlalchemy.exc import OperationalError, ProgrammingError

    from bot.domain.errors import Unavailable, UserError
    from storage import migrate

    try:
        yield
    except (OSError, UnicodeDecodeError) as error:
        raise CommandRefused(unusable) from error
    except UserError as error:
        raise CommandRefused(error.sentence) from error
    except (Unavailable, OperationalError, ProgrammingError) as error:
        told = OTHER_TABLES if migrate.is_other_schema(error) else "Databasen svarar inte: kontrollera DATABASE_URL."
        raise CommandRefused(told) from error


def _import(given: Namespace) -> None:
    with _refusals(f"Filen {given.file} går inte att läsa."):
        shown = _imported(given)
    print(shown)


def _imported(given: Namespace) -> str:
    from bot.commands import take_in
    from bot.domain.calendar import local_day

    now = datetime.now(UTC)
    year = given.year or local_day(now).year
    if not take_in.has_facts(given.file):
        if not given.dry_run:
            raise CommandRefused(
                "En text läggs in i Slack, där du går igenom förslaget. Se det här med --dry-run --json."
            )
        from bot.commands import propose

        return propose.as_json(propose.propose(given.file))
    loaded, told = settings.load(answers=False, sends=False), partial(print, file=sys.stderr, flush=True)
    if given.dry_run:
        lines = take_in.check(loaded.database_url, given.file, year, now, told)
    else:
        lines = take_in.take_in(loaded.database_url, given.file, year, now, told, file_counts=given.overwrite)
    return "\n".join(asyncio.run(lines))


def _export(given: Namespace) -> None:
    from bot.commands import export

    suffix = f".{given.format}" if given.format else (given.file.suffix.lower() if given.file else "") or ".xlsx"
    with _refusals(f"Filen {given.file or 'här'} går inte att skriva."):
        if given.template:
            lines = [export.template(given.file or Path(f"mall{suffix}"), suffix)]
        else:
            loaded = settings.load(answers=False, sends=False)
            asked = {"agreement": given.agreement, "municipality": given.municipality}
            lines = asyncio.run(export.export(loaded.database_url, given.file, suffix, **asked))
    print("\n".join(lines))


def _take_out(given: Namespace) -> None:
    from bot.commands import take_out

    with _refusals(f"Mappen {given.to or 'här'} går inte att skriva i."):
        loaded, now = settings.load(answers=False, sends=False), datetime.now(UTC)
        lines = take_out.take(loaded.database_url, given.municipality, given.to, now, whole=given.protected)
        print("\n".join(asyncio.run(lines)))


def _follow_up(given: Namespace) -> None:
    from bot.commands import follow_up

    with _refusals(f"Filen {given.file or 'här'} går inte att skriva."):
        loaded, now = settings.load(answers=False, sends=False), datetime.now(UTC)
        asked = (given.municipality, given.period, given.format, given.file, now)
        line = asyncio.run(follow_up.write(loaded.database_url, *asked))
    print(line)


def _recount(given: Namespace) -> int:
    """1 when some sum was wrong, and still is."""
    from bot.commands import recount

    loaded = settings.load(answers=False, sends=False)
    with _refusals(""):
        lines, right = asyncio.run(recount.run(loaded.database_url, repair=given.repair))
    print("\n".join(lines))
    return 0 if right else 1


def _explain(given: Namespace) -> None:
    from bot.commands import explain

    try:
        now = explain.moment(given.now) if given.now else datetime.now(UTC)
    except ValueError as error:
        raise CommandRefused("Skriv --now som 2026-11-21T12:00.") from error
    texts = sys.stdin if given.text == "-" else [given.text]
    for line in explain.lines(explain.EXPLAIN[given.subject], texts, now):
        print(line, flush=True)


def _doctor(_given: Namespace) -> None:
    loaded = settings.load()
    print("Inställningar: utan fel.")
    from bot.commands import doctor

    findings = asyncio.run(doctor.examine(loaded))
    for finding in findings:
        print(finding.text)
    if not all(finding.good for finding in findings):
        raise CommandRefused("Boten kan inte köras än.")


COMMANDS: Mapping[str, Callable[[Namespace], int | None]] = {
    "sandbox": _sandbox,
    "run": _run,
    "import": _import,
    "export": _export,
    "take-out": _take_out,
    "follow-up": _follow_up,
    "migrate": _migrate,
    "recount": _recount,
    "doctor": _doctor,
    "explain": _explain,
}

if __name__ == "__main__":
    sys.exit(main())
