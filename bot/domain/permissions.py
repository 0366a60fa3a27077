"""Who may do what: one table, asked by the services on every action."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.words import Role


class Action(StrEnum):
    REPORT = "report"
    CORRECT = "correct"
    PLAN = "plan"
    SEE_PROGRESS = "see_progress"
    ADD_PEOPLE = "add_people"
    SEE_PROTECTED = "see_protected"
    END_ASKING = "end_asking"
    POST_IN_CHANNEL = "post_in_channel"
    ASK_RESPONSIBLE = "ask_responsible"
    SHARE_PROGRESS = "share_progress"
    FOLLOW_UP = "follow_up"
    SETTLE_FOLLOW_UP = "settle_follow_up"
    SET_UP = "set_up"
    PUBLISH = "publish"
    TAKE_OUT = "take_out"


ALLOWED: Mapping[Role, frozenset[Action]] = {
    Role.STAFF: frozenset({Action.REPORT, Action.SEE_PROGRESS}),
    Role.COORDINATOR: frozenset(
        {
            Action.REPORT,
            Action.CORRECT,
            Action.PLAN,
            Action.SEE_PROGRESS,
            Action.ADD_PEOPLE,
            Action.SEE_PROTECTED,
            Action.END_ASKING,
            Action.POST_IN_CHANNEL,
            Action.ASK_RESPONSIBLE,
            Action.SHARE_PROGRESS,
            Action.FOLLOW_UP,
            Action.SETTLE_FOLLOW_UP,
            Action.PUBLISH,
            Action.TAKE_OUT,
        }
    ),
    Role.CHIEF: frozenset({Action.SEE_PROGRESS, Action.ASK_RESPONSIBLE, Action.SHARE_PROGRESS, Action.FOLLOW_UP}),
    Role.ADMINISTRATOR: frozenset(
        {Action.ADD_PEOPLE, Action.PLAN, Action.SEE_PROGRESS, Action.SET_UP, Action.TAKE_OUT}
    ),
}

GIVEN = (Role.STAFF, Role.COORDINATOR, Role.CHIEF)
"""The roles that people who add people may give; administrators come by setting."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody the bot knows, with their roles today by municipality id (roles of a police area already spread out).

    `everywhere` are those that hold in all municipalities, also when there is none yet.
    """

    person_id: int
    team_id: str
    user_id: str
    external: bool
    roles: Mapping[int, Collection[Role]] = field(default_factory=dict)
    everywhere: Collection[Role] = ()

    def may(self, action: Action, municipality_id: int) -> bool:
        return any(action in ALLOWED[role] for role in self.roles.get(municipality_id, ()))

    def sees(self, municipality_id: int, *, protected: bool) -> bool:
        """Time and place of what they are not named on and is not over, beside what else their roles allow."""
        return not protected or self.may(Action.SEE_PROTECTED, municipality_id)

    def municipalities(self, action: Action) -> list[int]:
        return [place for place in self.roles if self.may(action, place)]

    def may_anywhere(self, action: Action) -> bool:
        return bool(self.municipalities(action))

    def may_everywhere(self, action: Action) -> bool:
        return any(action in ALLOWED[role] for role in self.everywhere)
