"""Everything that can go wrong and that a person should hear about.

UserError                  the person can do something about it; the message is a Swedish sentence
├── NotKnown               we do not know this person
├── NotAllowed             known, but the role does not cover it
├── Gone                   what was pressed no longer exists or is already settled
├── TooEarly               reported before it began
├── Unclear                the text could not be read with certainty
├── FieldErrors            a form's fields, each with its own sentence
├── PersonalData           the text seems to hold data about a private person
└── FileError              an agreement file, with all its problems (in `bot.domain.agreement_file`)
Unavailable                the database or Slack does not answer; nothing was saved
"""

from collections.abc import Mapping


class UserError(Exception):
    """The message is shown as it stands to the person who acted."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotKnown(UserError):
    """The bot has no row for this Slack user."""

    def __init__(self) -> None:
        super().__init__("Jag känner inte igen dig än, så jag har inte sparat något.")


class HasLeft(NotKnown):
    """Was with us once. `coordinators`, Slack users, are who to ask."""

    def __init__(self, coordinators: list[str]) -> None:
        super().__init__()
        self.coordinators = coordinators


class NotAllowed(UserError):
    pass


class Gone(UserError):
    pass


class TooEarly(UserError):
    pass


class Unclear(UserError):
    pass


class FieldErrors(UserError):
    """Raised by forms; `fields` maps block id to sentence."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class PersonalData(UserError):
    pass


class Unavailable(Exception):
    """Nothing was saved; the same action can be tried again."""
