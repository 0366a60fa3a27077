"""The closed lists of words that rows, rules and files share. Swedish names: see `bot.domain.swedish_words`."""

from enum import StrEnum


class AgreementKind(StrEnum):
    CITIZEN_PROMISE = "citizen_promise"
    COLLABORATION = "collaboration_agreement"


class AgreementState(StrEnum):
    DRAFT = "draft"
    CURRENT = "current"
    ENDED = "ended"
    TERMINATED = "terminated"
    REPLACED = "replaced"


class Basis(StrEnum):
    """What an agreement was built on."""

    CITIZEN_DIALOGUE = "citizen_dialogue"
    STAFF_DIALOGUE = "staff_dialogue"
    PARTY_DIALOGUE = "party_dialogue"
    LOCAL_ACTOR_DIALOGUE = "local_actor_dialogue"
    RESIDENT_TIPS = "resident_tips"
    SAFETY_WALKS = "safety_walks"
    CRIME_STATISTICS = "crime_statistics"
    POLICE_REPORTS = "police_reports"
    SAFETY_SURVEY = "safety_survey"
    SITUATION_PICTURE = "situation_picture"


class PartyKind(StrEnum):
    POLICE = "police"
    MUNICIPALITY = "municipality"
    HOUSING_COMPANY = "housing_company"
    SCHOOL = "school"
    ASSOCIATION = "association"
    COUNCIL = "council"
    OTHER = "other"


class Form(StrEnum):
    DATED = "dated"
    WINDOW = "window"
    CONTINUOUS = "continuous"
    WHEN_NEEDED = "when_needed"
    DELIVERABLE = "deliverable"


class Per(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF_YEAR = "half_year"
    YEAR = "year"
    PERIOD = "period"
    MEETING = "meeting"


class GoalOrigin(StrEnum):
    PROMISED = "promised"
    PLANNED = "planned"


class OccurrenceState(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"
    REPORTED = "reported"


class OutcomeStatus(StrEnum):
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    NOT_NEEDED = "not_needed"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why something was not, or only partly, done."""

    WEATHER = "weather"
    STAFF = "staff"
    PRIORITY = "priority"
    OTHER = "other"


class Part(StrEnum):
    """What a person is on an occurrence, or in a function."""

    LEAD = "lead"
    SUBSTITUTE = "substitute"
    PARTICIPANT = "participant"


class Role(StrEnum):
    """What a person may do (behörighet); handläggare is STAFF."""

    STAFF = "staff"
    COORDINATOR = "coordinator"
    CHIEF = "chief"
    ADMINISTRATOR = "administrator"


class HandoverState(StrEnum):
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class RequestState(StrEnum):
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Purpose(StrEnum):
    """What an outgoing message is; those without a stored payload are built when they are sent."""

    REMINDER = "reminder"
    UPDATE = "update"
    REPLY = "reply"
    QUESTION = "question"
    NOTICE = "notice"
    DIGEST = "digest"
    POST = "post"


class DraftPurpose(StrEnum):
    REPORT_LINE = "report_line"
    AGREEMENT = "agreement"
    QUESTION = "question"
    """Put to somebody about how it is going; theirs until they have answered."""


class MessageState(StrEnum):
    """Where an outgoing message stands. PENDING and LEASED are the only ones that still move."""

    PENDING = "pending"
    LEASED = "leased"
    SENT = "sent"
    MISSED = "missed"
    FAILED = "failed"
    DROPPED = "dropped"


class Step(StrEnum):
    """Which reminder of an occurrence this is."""

    WEEK_BEFORE = "week_before"
    DAY_BEFORE = "day_before"
    HOURS_BEFORE = "hours_before"
    DUE_SOON = "due_soon"
    OPENS = "opens"
    AFTER = "after"
    NEXT_MORNING = "next_morning"
    SNOOZED = "snoozed"
    SUBSTITUTE = "substitute"
    COORDINATOR = "coordinator"


class FollowUpForm(StrEnum):
    WRITTEN = "written"
    ORAL = "oral"


class FollowUpState(StrEnum):
    DRAFT = "draft"
    SETTLED = "settled"


class PublicationForm(StrEnum):
    """What citizens were told it by."""

    PAGE = "page"
    ARTICLE = "article"
    POST = "post"
    PRESS_RELEASE = "press_release"


class Conformity(StrEnum):
    """How far a page follows the law on accessibility, as its authority judges it."""

    FULL = "full"
    PARTLY = "partly"
    NOT = "not"


class DeficiencyState(StrEnum):
    NOTED = "noted"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DONE = "done"
