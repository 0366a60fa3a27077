"""How fast Slack may be written to, kept where all replicas see it."""

from datetime import datetime

from sqlmodel import Field

from storage.models.base import KEYED, Row
from storage.types import UtcDateTime


class ChannelPace(Row, table=True):
    """`free_at` is real time: nothing more goes to the channel before it. While a message is on its way there, it is
    the end of that message's lease. One row, named in `storage.leases`, stands for the whole workspace.
    """

    __tablename__ = "channel_pace"
    __table_args__ = KEYED

    channel: str = Field(primary_key=True)
    free_at: datetime = Field(sa_type=UtcDateTime)
