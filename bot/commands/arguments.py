"""What can be written after python -m bot. What each command does: see `bot.__main__`."""

import argparse
from pathlib import Path


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m bot", description="Slackboten som håller reda på medborgarlöften.")
    commands = made.add_subparsers(required=True, dest="command", metavar="kommando")
    sandbox = commands.add_parser("sandbox", help="öppna övningsytan i webbläsaren, utan Slack")
    sandbox.add_argument("--port", type=int, help="annars PORT, annars 8765")
    run = commands.add_parser("run", help="kör boten i Slack")
    run.add_argument("--role", choices=("answer", "send", "all"), default="all", help="svara, skicka eller båda (all)")
    _add_import(commands.add_parser("import", help="lägg in ett medborgarlöfte eller en överenskommelse från en fil"))
    _add_export(commands.add_parser("export", help="skriv en plan som xlsx, csv eller yaml, eller en tom mall"))
    _add_take_out(commands.add_parser("take-out", help="ta ut alla uppgifter om en kommun, till en begäran"))
    _add_follow_up(commands.add_parser("follow-up", help="skriv en uppföljning som docx, html, csv eller json"))
    commands.add_parser("migrate", help="uppdatera databasen")
    recount = commands.add_parser("recount", help="räkna om summorna bakom läget i landet, och jämför")
    recount.add_argument("--repair", action="store_true", help="rätta dem som inte stämmer")
    commands.add_parser("doctor", help="kontrollera inställningar, databas och Slack")
    _add_explain(commands.add_parser("explain", help="visa hur boten läser en rad, som JSON"))
    return made


def _add_import(taken_in: argparse.ArgumentParser) -> None:
    files = "en plan som .xlsx, .csv eller .yaml; med --dry-run också .txt, .docx och pdf"
    taken_in.add_argument("file", type=Path, metavar="FIL", help=files)
    taken_in.add_argument("--year", type=int, metavar="ÅR", help="vad {år} betyder i ett exempel, annars i år")
    overwrite = "ta filens version också av det som har ändrats i boten sedan filen gjordes"
    taken_in.add_argument("--overwrite", action="store_true", help=overwrite)
    taken_in.add_argument("--dry-run", action="store_true", help="visa vad som skulle läggas in, spara inget")
    taken_in.add_argument("--json", action="store_true", help="visa förslaget ur en text som JSON")


def _add_export(export: argparse.ArgumentParser) -> None:
    which = export.add_mutually_exclusive_group(required=True)
    which.add_argument("--agreement", metavar="NYCKEL", help="en överenskommelse")
    which.add_argument("--municipality", metavar="KOMMUN", help="alla i en kommun")
    which.add_argument("--template", action="store_true", help="en tom mall")
    export.add_argument("--format", choices=("xlsx", "csv", "yaml"), help="annars efter filens namn, annars xlsx")
    export.add_argument("file", type=Path, nargs="?", metavar="FIL", help="annars nyckeln som namn, här")


def _add_take_out(taken: argparse.ArgumentParser) -> None:
    taken.add_argument("--municipality", metavar="KOMMUN", required=True)
    taken.add_argument("--to", type=Path, metavar="MAPP", help="en tom mapp eller en ny, annars en ny här")
    whole = "också klockslag, plats och anteckning för skyddade tillfällen som är över"
    taken.add_argument("--protected", action="store_true", help=whole)


def _add_follow_up(written: argparse.ArgumentParser) -> None:
    written.add_argument("--municipality", metavar="KOMMUN", required=True, help="eller lokalpolisområde")
    written.add_argument("--period", metavar="TID", required=True, help="till exempel 2026 eller ”tertial 2 2026”")
    written.add_argument("--format", metavar="FORMAT", help="docx, html, csv eller json; annars efter filens namn")
    written.add_argument("file", type=Path, nargs="?", metavar="FIL", help="annars kommunen och tiden som namn, här")


def _add_explain(explain: argparse.ArgumentParser) -> None:
    subjects = "when: datum och tider; report: en rapport; privacy: personuppgifter"
    explain.add_argument("subject", choices=("when", "report", "privacy"), metavar="ÄMNE", help=subjects)
    explain.add_argument("text", metavar="TEXT", help="raden, eller - för en rad i taget från standard in")
    explain.add_argument("--now", metavar="TID", help="svensk tid, till exempel 2026-11-21T12:00; annars nu")
