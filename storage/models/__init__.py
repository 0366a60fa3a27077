"""Every table, by subject. Importing this package makes the whole schema known to `Row.metadata`."""

from storage.models.activities import Activity, ActivityParty, ActivityPerson, Goal
from storage.models.agreements import (
    Agreement,
    AgreementMunicipality,
    AgreementParty,
    FocusArea,
    FollowUpDuty,
    Party,
)
from storage.models.base import Row
from storage.models.channels import ChannelPost
from storage.models.follow_ups import FollowUpVersion
from storage.models.messages import OutboxMessage, Reminder
from storage.models.occurrences import Handover, Occurrence, OccurrencePerson
from storage.models.outcomes import Deficiency, Outcome, OutcomeMeasure
from storage.models.pace import ChannelPace
from storage.models.people import (
    Absence,
    AccessRequest,
    CalendarFeed,
    FunctionHolder,
    Person,
    Preference,
    RoleGrant,
    Subscription,
)
from storage.models.places import Municipality, PoliceArea, ReportSeries, SchoolHoliday
from storage.models.publications import Publication, PublicContact
from storage.models.records import AuditEvent, Draft, ProcessedEvent
from storage.models.rollup import DayCount, MonthCount

__all__ = [
    "Absence",
    "AccessRequest",
    "Activity",
    "ActivityParty",
    "ActivityPerson",
    "Agreement",
    "AgreementMunicipality",
    "AgreementParty",
    "AuditEvent",
    "CalendarFeed",
    "ChannelPace",
    "ChannelPost",
    "DayCount",
    "Deficiency",
    "Draft",
    "FocusArea",
    "FollowUpDuty",
    "FollowUpVersion",
    "FunctionHolder",
    "Goal",
    "Handover",
    "MonthCount",
    "Municipality",
    "Occurrence",
    "OccurrencePerson",
    "OutboxMessage",
    "Outcome",
    "OutcomeMeasure",
    "Party",
    "Person",
    "PoliceArea",
    "Preference",
    "ProcessedEvent",
    "PublicContact",
    "Publication",
    "Reminder",
    "ReportSeries",
    "RoleGrant",
    "Row",
    "SchoolHoliday",
    "Subscription",
]  # fmt: skip
