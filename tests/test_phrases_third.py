"""The phrases of when_, report_ and privacy_phrases_third.yaml; each test lists every phrase that is read otherwise."""

from pathlib import Path
from typing import Any

import yaml

from bot.commands.explain import explain_report, explain_when, moment
from bot.domain import measures
from bot.domain.personal_data import find_personal_data

Phrase = dict[str, Any]


def phrases(subject: str) -> list[Phrase]:
    text = Path(__file__).with_name(f"{subject}_phrases_third.yaml").read_text("utf-8")
    return list(yaml.load(text, yaml.CSafeLoader))


def test_times_mean_what_a_swede_means() -> None:
    assert [(each["text"], read) for each in phrases("when") if not means(each, read := when(each))] == []


def test_reports_are_read_or_asked_about() -> None:
    assert [(each["text"], wrong) for each in phrases("report") if (wrong := misread(each, report(each)))] == []


def test_what_may_be_about_a_person_is_held_back() -> None:
    assert [
        (each["text"], held) for each in phrases("privacy") if (held := held_back(each)) not in accepted(each)
    ] == []


def when(phrase: Phrase) -> Phrase:
    return explain_when(phrase["text"], moment(phrase["now"]))


def report(phrase: Phrase) -> Phrase:
    return explain_report(phrase["text"], moment(phrase["now"]))


def means(phrase: Phrase, read: Phrase) -> bool:
    return any(is_meant(each, read) for each in phrase.get("either", [phrase.get("expect")]))


def is_meant(expected: Phrase, read: Phrase) -> bool:
    if "invalid" in expected:
        return "invalid" in read
    if "ambiguous" in expected:
        return same_readings(expected["ambiguous"], read.get("ambiguous"))
    first = expected.get("first", [])
    same = all(expected.get(key) == read.get(key) for key in ("start", "end"))
    return same and bool(first) == ("rrule" in read) and first == read.get("first", [])[: len(first)]


def same_readings(expected: list[Phrase], read: list[Phrase] | None) -> bool:
    """Compared by what is expected of each."""
    if read is None or len(read) != len(expected):
        return False
    return all(any(one.items() <= other.items() for other in read) for one in expected)


def misread(phrase: Phrase, read: Phrase) -> Phrase:
    """What is read, where that is something else than expected."""
    if phrase.get("only_asked") and read["unread"]:
        return {}
    return {key: read.get(key) for key, value in phrase["expect"].items() if not is_read(key, value, read)}


def is_read(key: str, expected: Any, read: Phrase) -> bool:
    match key:
        case "measures":
            return bool(read[key] == {getattr(measures, name).key: value for name, value in expected.items()})
        case "asks":
            asked = " ".join(read["unread"])  # "60-70" is one word
            return all(str(number) in asked for number in expected) and bool(expected) == bool(asked)
        case "parties":
            return len(read.get(key, [])) == len(expected)
        case "count":
            return bool(read.get(key, 1) == expected)
        case "place":
            return (read[key] or "").casefold() == (expected or "").casefold()
        case "start" if expected:
            return str(read[key]).startswith(expected)
    return bool(read[key] == expected)


def held_back(phrase: Phrase) -> list[Phrase]:
    text = phrase["text"]
    return [{"kind": each.kind, "text": text[each.start : each.end]} for each in find_personal_data(text)]


def accepted(phrase: Phrase) -> list[list[Phrase]]:
    return [phrase["found"], *phrase.get("either", [])]
