"""Reading what people type about what they did. Start with `report`: each step of it is a file here."""

from bot.domain.reading.circumstances import NOTHING, Circumstances
from bot.domain.reading.report import ReportReading, read_report

__all__ = ["NOTHING", "Circumstances", "ReportReading", "read_report"]
