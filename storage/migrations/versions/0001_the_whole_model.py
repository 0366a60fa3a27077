"""The whole model, each subject after those it points at."""

from storage.migrations.whole_model import (
    activities,
    agreements,
    channels,
    follow_ups,
    messages,
    occurrences,
    outcomes,
    pace,
    people,
    places,
    publications,
    records,
    rollup,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    places.create()
    agreements.party()
    people.create()
    agreements.create()
    activities.create()
    channels.create()
    occurrences.create()
    outcomes.create()
    messages.create()
    pace.create()
    records.create()
    follow_ups.create()
    rollup.create()
    publications.create()
