"""A plan that comes back as a file, whatever is in it: what only one side has changed is never lost."""

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings

from bot.domain.agreement_difference import difference, restored
from bot.domain.agreement_file import AgreementFile, FocusAreaEntry
from bot.domain.agreement_merge import merged
from tests.plan_strategies import agreement_files

FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def worked_on(file: AgreementFile) -> AgreementFile:
    """Titles, numbers, order, a fact of the whole: all of it otherwise."""
    return replace(file, spokesperson="kommunpolis", focus_areas=tuple(map(_area, reversed(file.focus_areas))))


def _area(area: FocusAreaEntry) -> FocusAreaEntry:
    activities = tuple(replace(one, title="Ändrad", goals=()) for one in area.activities)
    return replace(area, problem="Ändrat", activities=activities)


@FEW
@given(agreement_files(), agreement_files())
def test_where_nothing_has_changed_here_the_file_is_what_it_becomes(was: AgreementFile, file: AgreementFile) -> None:
    made = merged(was, was, file)

    assert (made.file, made.conflicts) == (restored(was, file), ())


@FEW
@given(agreement_files())
def test_where_nobody_has_changed_the_file_it_changes_nothing(was: AgreementFile) -> None:
    now = worked_on(was)
    made = merged(was, now, was)

    assert (difference(now, made.file).is_empty, made.conflicts) == (True, ())


@FEW
@given(agreement_files())
def test_what_both_have_changed_alike_is_no_conflict(was: AgreementFile) -> None:
    assume(was.activities)
    both = worked_on(was)
    made = merged(was, both, both)

    assert (difference(both, made.file).is_empty, made.conflicts) == (True, ())
