"""What of the agreements a question is about: an activity, a number that reports hold, or the part of one party."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlmodel import Session

from bot.domain import progress_counted, progress_question
from bot.domain.progress_question import ActivityTopic, ProgressQuestion
from bot.domain.standing import ActivityProgress
from bot.views.progress_found import Overview
from storage import agreements


def narrowed(session: Session, question: ProgressQuestion, overviews: Sequence[Overview]) -> list[Overview]:
    """Only the activities that fit the words and the party; agreements without any are left out."""
    found = list(overviews)
    if question.words:
        found = _about(question, found)
    if question.party:
        where = {other.frame.agreement_id for one in found for other in one.activities}
        theirs = agreements.activities_of(session, where, question.party)
        found = [replace(only(one, theirs), party=question.party) for one in found]
    return [one for one in found if one.activities] if question.words or question.party else found


def _about(question: ProgressQuestion, overviews: Sequence[Overview]) -> list[Overview]:
    """An activity of that name goes before a number of that name."""
    found = [only(one, progress_question.match(question.words, _topics(one))) for one in overviews]
    if not question.counted or any(one.activities for one in found):
        return found
    asked = progress_counted.measures(question.words)
    return [replace(only(one, _counting(question, asked, one)), measures=asked) for one in overviews]


def _counting(question: ProgressQuestion, asked: Sequence[str], found: Overview) -> set[int]:
    """The activities whose reports hold one of the numbers; where none does, all that could."""
    ids = progress_counted.match(question.words, _topics(found))
    told = {one.frame.activity_id for one in found.activities if any(key in one.measures for key in asked)}
    return ids & told or ids


def only(found: Overview, activities: Collection[int]) -> Overview:
    kept = [one for one in found.activities if one.frame.activity_id in activities]
    ids = tuple(one.frame.activity_id for one in kept) if len(kept) < len(found.activities) else ()
    return replace(found, scope=replace(found.scope, activities=ids), activities=kept, area=_area(found, kept))


def _area(found: Overview, kept: Sequence[ActivityProgress]) -> str:
    """The focus area whose activities these are, when no more and no fewer are left."""
    areas = {one.frame.focus_area_id: one.frame.focus_area for one in kept}
    of_them = [one for one in found.activities if one.frame.focus_area_id in areas]
    return next(iter(areas.values())) if len(areas) == 1 and len(of_them) == len(kept) else ""


def _topics(found: Overview) -> list[ActivityTopic]:
    frames = [one.frame for one in found.activities]
    return [ActivityTopic(frame.activity_id, frame.kind, f"{frame.focus_area} {frame.title}") for frame in frames]
