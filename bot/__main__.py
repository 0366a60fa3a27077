"""python -m bot: the only place that prints."""

import argparse
import asyncio
import gc
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot import settings
from bot.settings import SettingsError

OTHER_TABLES = (
    "Databasen har inte de tabeller som den här versionen behöver: kör python -m bot migrate. "
    "Hjälper det inte är den gjord av en annan version. Peka DATABASE_URL på en ny."
)
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


class CommandRefused(Exception):
    """One Swedish line about why the command cannot be done."""


def main(arguments: list[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    gc.set_threshold(100_000)  # most of what a start makes stays: looking for garbage in it took a tenth of the time
    logging.basicConfig(level=logging.WARNING, format=LOG_FORMAT)
    try:
        return given.do(given) or 0
    except (SettingsError, CommandRefused) as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Slackboten som håller reda på medborgarlöften.")
    commands = parser.add_subparsers(required=True, metavar="kommando")
    sandbox = commands.add_parser("sandbox", help="öppna övningsytan i webbläsaren, utan Slack")
    sandbox.add_argument("--port", type=int, help="annars PORT, annars 8765")
    sandbox.set_defaults(do=_sandbox)
    run = commands.add_parser("run", help="kör boten i Slack")
    run.add_argument("--role", choices=("answer", "send", "all"), default="all", help="svara, skicka eller båda (all)")
    run.set_defaults(do=_run)
    taken_in = commands.add_parser("import", help="lägg in ett medborgarlöfte eller en överenskommelse från en fil")
    files = "en plan som .xlsx, .csv eller .yaml; med --dry-run också .txt, .docx och pdf"
    taken_in.add_argument("file", type=Path, metavar="FIL", help=files)
    taken_in.add_argument("--year", type=int, metavar="ÅR", help="vad {år} betyder i ett exempel, annars i år")
    overwrite = "ta filens version också av det som har ändrats i boten sedan filen gjordes"
    taken_in.add_argument("--overwrite", action="store_true", help=overwrite)
    taken_in.add_argument("--dry-run", action="store_true", help="visa vad som skulle läggas in, spara inget")
    taken_in.add_argument("--json", action="store_true", help="visa förslaget ur en text som JSON")
    taken_in.set_defaults(do=_import)
    _add_export(commands.add_parser("export", help="skriv en plan som xlsx, csv eller yaml, eller en tom mall"))
    _add_take_out(commands.add_parser("take-out", help="ta ut alla uppgifter om en kommun, till en begäran"))
    _add_follow_up(commands.add_parser("follow-up", help="skriv en uppföljning som docx, html, csv eller json"))
    commands.add_parser("migrate", help="uppdatera databasen").set_defaults(do=_migrate)
    recount = commands.add_parser("recount", help="räkna om summorna bakom läget i landet, och jämför")
    recount.add_argument("--repair", action="store_true", help="rätta dem som inte stämmer")
    recount.set_defaults(do=_recount)
    commands.add_parser("doctor", help="kontrollera inställningar, databas och Slack").set_defaults(do=_doctor)
    explain = commands.add_parser("explain", help="visa hur boten läser en rad, som JSON")
    subjects = "when: datum och tider; report: en rapport; privacy: personuppgifter"
    explain.add_argument("subject", choices=("when", "report", "privacy"), metavar="ÄMNE", help=subjects)
    explain.add_argument("text", metavar="TEXT", help="raden, eller - för en rad i taget från standard in")
    explain.add_argument("--now", metavar="TID", help="svensk tid, till exempel 2026-11-21T12:00; annars nu")
    explain.set_defaults(do=_explain)
    return parser


def _add_export(export: argparse.ArgumentParser) -> None:
    which = export.add_mutually_exclusive_group(required=True)
    which.add_argument("--agreement", metavar="NYCKEL", help="en överenskommelse")
    which.add_argument("--municipality", metavar="KOMMUN", help="alla i en kommun")
    which.add_argument("--template", action="store_true", help="en tom mall")
    export.add_argument("--format", choices=("xlsx", "csv", "yaml"), help="annars efter filens namn, annars xlsx")
    export.add_argument("file", type=Path, nargs="?", metavar="FIL", help="annars nyckeln som namn, här")
    export.set_defaults(do=_export)


def _add_take_out(taken: argparse.ArgumentParser) -> None:
    taken.add_argument("--municipality", metavar="KOMMUN", required=True)
    taken.add_argument("--to", type=Path, metavar="MAPP", help="en tom mapp eller en ny, annars en ny här")
    whole = "också klockslag, plats och anteckning för skyddade tillfällen som är över"
    taken.add_argument("--protected", action="store_true", help=whole)
    taken.set_defaults(do=_take_out)


def _add_follow_up(written: argparse.ArgumentParser) -> None:
    written.add_argument("--municipality", metavar="KOMMUN", required=True, help="eller lokalpolisområde")
    written.add_argument("--period", metavar="TID", required=True, help="till exempel 2026 eller ”tertial 2 2026”")
    written.add_argument("--format", metavar="FORMAT", help="docx, html, csv eller json; annars efter filens namn")
    written.add_argument("file", type=Path, nargs="?", metavar="FIL", help="annars kommunen och tiden som namn, här")
    written.set_defaults(do=_follow_up)


def _sandbox(given: argparse.Namespace) -> None:
    port = settings.sandbox_port() if given.port is None else given.port
    from bot.sandbox import demo  # here and below: what one command needs must not slow down the others

    try:
        asyncio.run(demo.run(port, partial(print, flush=True)))
    except OSError as error:
        raise CommandRefused(f"Porten {port} är upptagen: välj en annan, till exempel med PORT={port + 1}.") from error


def _run(given: argparse.Namespace) -> None:
    answers, sends = given.role != "send", given.role != "answer"
    loaded = settings.load(answers=answers, sends=sends)
    from bot import server

    try:
        asyncio.run(server.serve(loaded, answers=answers, sends=sends))
    except server.CannotStart as error:
        raise CommandRefused(str(error)) from error


def _migrate(_given: argparse.Namespace) -> None:
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
    from sqlalchemy.exc import ProgrammingError

    from bot.domain.errors import Unavailable, UserError
    from storage import migrate

    try:
        yield
    except (OSError, UnicodeDecodeError) as error:
        raise CommandRefused(unusable) from error
    except UserError as error:
        raise CommandRefused(error.sentence) from error
    except (Unavailable, ProgrammingError) as error:
        told = OTHER_TABLES if migrate.is_other_schema(error) else "Databasen svarar inte: kontrollera DATABASE_URL."
        raise CommandRefused(told) from error


def _import(given: argparse.Namespace) -> None:
    with _refusals(f"Filen {given.file} går inte att läsa."):
        shown = _imported(given)
    print(shown)


def _imported(given: argparse.Namespace) -> str:
    from bot import plan_importing
    from bot.domain.calendar import local_day

    now = datetime.now(UTC)
    year = given.year or local_day(now).year
    if not plan_importing.has_facts(given.file):
        if not given.dry_run:
            raise CommandRefused(
                "En text läggs in i Slack, där du går igenom förslaget. Se det här med --dry-run --json."
            )
        from bot import importing

        return importing.as_json(importing.propose(given.file))
    loaded, told = settings.load(answers=False, sends=False), partial(print, file=sys.stderr, flush=True)
    if given.dry_run:
        lines = plan_importing.check(loaded.database_url, given.file, year, now, told)
    else:
        lines = plan_importing.take_in(loaded.database_url, given.file, year, now, told, file_counts=given.overwrite)
    return "\n".join(asyncio.run(lines))


def _export(given: argparse.Namespace) -> None:
    from bot import exporting

    suffix = f".{given.format}" if given.format else (given.file.suffix.lower() if given.file else "") or ".xlsx"
    with _refusals(f"Filen {given.file or 'här'} går inte att skriva."):
        if given.template:
            lines = [exporting.template(given.file or Path(f"mall{suffix}"), suffix)]
        else:
            loaded = settings.load(answers=False, sends=False)
            asked = {"agreement": given.agreement, "municipality": given.municipality}
            lines = asyncio.run(exporting.export(loaded.database_url, given.file, suffix, **asked))
    print("\n".join(lines))


def _take_out(given: argparse.Namespace) -> None:
    from bot import taking_out

    with _refusals(f"Mappen {given.to or 'här'} går inte att skriva i."):
        loaded, now = settings.load(answers=False, sends=False), datetime.now(UTC)
        lines = taking_out.take(loaded.database_url, given.municipality, given.to, now, whole=given.protected)
        print("\n".join(asyncio.run(lines)))


def _follow_up(given: argparse.Namespace) -> None:
    from bot import follow_up_writing

    with _refusals(f"Filen {given.file or 'här'} går inte att skriva."):
        loaded, now = settings.load(answers=False, sends=False), datetime.now(UTC)
        asked = (given.municipality, given.period, given.format, given.file, now)
        line = asyncio.run(follow_up_writing.write(loaded.database_url, *asked))
    print(line)


def _recount(given: argparse.Namespace) -> int:
    """1 when some sum was wrong, and still is."""
    from bot import recounting

    loaded = settings.load(answers=False, sends=False)
    with _refusals(""):
        lines, right = asyncio.run(recounting.run(loaded.database_url, repair=given.repair))
    print("\n".join(lines))
    return 0 if right else 1


def _explain(given: argparse.Namespace) -> None:
    from bot import explain

    try:
        now = explain.moment(given.now) if given.now else datetime.now(UTC)
    except ValueError as error:
        raise CommandRefused("Skriv --now som 2026-11-21T12:00.") from error
    texts = sys.stdin if given.text == "-" else [given.text]
    for line in explain.lines(explain.EXPLAIN[given.subject], texts, now):
        print(line, flush=True)


def _doctor(_given: argparse.Namespace) -> None:
    loaded = settings.load()
    print("Inställningar: utan fel.")
    from bot import doctor

    findings = asyncio.run(doctor.examine(loaded))
    for finding in findings:
        print(finding.text)
    if not all(finding.good for finding in findings):
        raise CommandRefused("Boten kan inte köras än.")


if __name__ == "__main__":
    sys.exit(main())
