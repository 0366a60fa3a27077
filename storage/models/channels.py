"""Where the bot posts in channels: only what a coordinator has asked for."""

from datetime import datetime

from sqlmodel import Field

from bot.domain.channel_posts import PostKind
from storage.models.base import NEVER_REUSED, Row
from storage.types import UtcDateTime, choice


class ChannelPost(Row, table=True):
    """`channel` is Slack's id; without `focus_area_id` it is about the whole municipality."""

    __tablename__ = "channel_post"
    __table_args__ = NEVER_REUSED

    id: int = Field(default=None, primary_key=True)
    team_id: str
    channel: str = Field(index=True)
    municipality_id: int = Field(foreign_key="municipality.id")
    focus_area_id: int | None = Field(default=None, foreign_key="focus_area.id")
    what: PostKind = Field(sa_type=choice(PostKind))
    asked_by_id: int = Field(foreign_key="person.id")
    asked_at: datetime = Field(sa_type=UtcDateTime)
