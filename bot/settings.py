"""The environment as settings; nothing else reads it. Whatever is wrong with it is named in one Swedish line."""

from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from storage.database import normal_url

S = TypeVar("S", bound=BaseSettings)

MOST_POSTS = 100
MOST_HOURS = 8760  # a year
MOST_HIDDEN = 100
YES_OR_NO = {"ja": True, "true": True, "1": True, "nej": False, "false": False, "0": False}
THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


class SettingsError(Exception):
    """The message is one Swedish line for whoever starts the bot."""


class Settings(BaseModel):
    """Port 0 is any free one. Tokens are shown nowhere, not even in an error."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    port: int | None = None
    database_url: str = "sqlite:///lofte.db"
    slack_api_url: str = "https://slack.com/api/"
    lofte_admin: str | None = None
    posts_per_second: float = 1.0
    """Of the whole workspace, in the long run: Slack tells no limit, and advises this one."""
    undo_hours: int = 24
    """So long a report can be taken back; afterwards it is corrected, with a new version."""
    public_url: str | None = None
    """Where the bot's own web server is reached from outside; never ends in a slash."""
    public_pages: bool = False
    """Whether what is published for citizens is served there."""
    public_threshold: int = 5
    """Numbers of people under it are not told to citizens: "färre än 5"."""

    @field_validator("slack_bot_token")
    @classmethod
    def _bot_token(cls, value: SecretStr | None) -> SecretStr | None:
        return _beginning("xoxb-", value)

    @field_validator("slack_app_token")
    @classmethod
    def _app_token(cls, value: SecretStr | None) -> SecretStr | None:
        return _beginning("xapp-", value)

    @field_validator("port", mode="before")
    @classmethod
    def _port(cls, value: object) -> object:
        return _in_range(value)

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        _address_of_database(value)
        try:
            return _in_a_folder(normal_url(value))
        except ValueError as error:
            raise ValueError(f"går inte att använda: {error}") from error

    @field_validator("slack_api_url")
    @classmethod
    def _api(cls, value: str) -> str:
        if urlsplit(value).scheme not in ("http", "https"):
            raise ValueError("ska vara en adress som börjar med https://")
        return value if value.endswith("/") else f"{value}/"

    @field_validator("public_url")
    @classmethod
    def _public(cls, value: str | None) -> str | None:
        address = urlsplit(value or "")
        plain = address.scheme == "http" and address.hostname in THIS_MACHINE
        if value is not None and not ((address.scheme == "https" and address.hostname) or plain):
            raise ValueError("ska vara en adress som börjar med https://")
        return value.rstrip("/") if value else None

    @field_validator("public_pages", mode="before")
    @classmethod
    def _pages(cls, value: object) -> object:
        text = str(value).strip().lower()
        if text not in YES_OR_NO:
            raise ValueError("ska vara ja eller nej")
        return YES_OR_NO[text]

    @field_validator("public_threshold", mode="before")
    @classmethod
    def _threshold(cls, value: object) -> object:
        text = str(value)
        if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_HIDDEN):
            raise ValueError(f"ska vara ett helt tal mellan 1 och {MOST_HIDDEN}")
        return value

    @field_validator("lofte_admin")
    @classmethod
    def _admin(cls, value: str | None) -> str | None:
        if value is not None and not (value[:1] in ("U", "W") and value.isalnum()):
            raise ValueError("ska vara ett användar-id i Slack, till exempel U012AB3CD")
        return value

    @field_validator("posts_per_second", mode="before")
    @classmethod
    def _positive(cls, value: object) -> object:
        try:
            fits = 0.0 < float(str(value)) <= MOST_POSTS
        except ValueError:
            fits = False
        if not fits:
            raise ValueError(f"ska vara ett tal över 0 och högst {MOST_POSTS}, till exempel 1 eller 0.5")
        return value

    @field_validator("undo_hours", mode="before")
    @classmethod
    def _hours(cls, value: object) -> object:
        text = str(value)
        if not (text.isascii() and text.isdecimal() and int(text) <= MOST_HOURS):
            raise ValueError(f"ska vara ett antal hela timmar, högst {MOST_HOURS}")
        return value

    @property
    def proxy(self) -> str | None:
        """The way out to Slack that the environment names, if any; never for what is on this machine."""
        address = urlsplit(self.slack_api_url)
        host = address.hostname or ""
        if host in THIS_MACHINE or proxy_bypass(host):
            return None
        return getproxies().get(address.scheme)


class _Environment(BaseSettings, Settings):
    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )


class _SandboxEnvironment(BaseSettings):
    """Not the bot's .env: the sandbox must start whatever stands there."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore")

    port: int = 8765

    @field_validator("port", mode="before")
    @classmethod
    def _port(cls, value: object) -> object:
        return _in_range(value)


def load(*, sends: bool = True, answers: bool = True) -> Settings:
    """From the environment, then from .env. To send takes a token, to answer also a way in. Raises SettingsError."""
    settings = _read(_Environment)
    fault = _missing(settings, sends, answers) or (_contradiction(settings) if answers else None)
    if fault:
        raise SettingsError(fault)
    return settings


def sandbox_port() -> int:
    """Raises SettingsError."""
    return _read(_SandboxEnvironment).port


def _missing(settings: Settings, sends: bool, answers: bool) -> str | None:
    if (sends or answers) and settings.slack_bot_token is None:
        return "SLACK_BOT_TOKEN saknas: den börjar med xoxb- och står under OAuth & Permissions i Slack."
    if not answers:
        return None
    if settings.slack_app_token is None and settings.slack_signing_secret is None:
        return "SLACK_APP_TOKEN (Socket Mode) eller SLACK_SIGNING_SECRET och PORT (HTTP) saknas: en av dem behövs."
    if settings.slack_app_token is None and settings.port is None:
        return "PORT saknas: med SLACK_SIGNING_SECRET tar boten emot Slacks anrop där."
    return None


def _contradiction(settings: Settings) -> str | None:
    if settings.slack_app_token and settings.slack_signing_secret:
        return (
            "SLACK_APP_TOKEN och SLACK_SIGNING_SECRET är båda satta: behåll den första för Socket Mode, "
            "den andra för HTTP."
        )
    if settings.public_pages and settings.public_url is None:
        return "PUBLIC_URL saknas: med PUBLIC_PAGES visas sidorna för medborgare där."
    if settings.public_url and settings.port is None:
        return "PORT saknas: med PUBLIC_URL hämtas kalendrarna från botens egen webbserver där."
    return None


def _read(source: type[S]) -> S:
    try:
        return source()
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        cause = first.get("ctx", {}).get("error", "går inte att läsa")
        raise SettingsError(f"{name} {cause}.") from None  # the original holds what was given, perhaps a token


def _address_of_database(value: str) -> None:
    try:
        make_url(value)
    except (ArgumentError, ValueError):  # what it says is English, and may hold a part of the password
        raise ValueError(
            "ska vara en adress som sqlite:///lofte.db eller postgresql://namn:lösenord@dator/databas"
        ) from None


def _in_a_folder(url: str) -> str:
    """SQLite makes the file, but no folder for it."""
    parsed = make_url(url)
    folder = Path(parsed.database or "").parent
    if parsed.get_backend_name() == "sqlite" and not folder.is_dir():
        raise ValueError(f"mappen {folder} finns inte")
    return url


def _in_range(value: object) -> object:
    text = str(value)
    if value is not None and not (text.isascii() and text.isdecimal() and int(text) < 65536):
        raise ValueError("ska vara ett tal mellan 1 och 65535")
    return value


def _beginning(prefix: str, value: SecretStr | None) -> SecretStr | None:
    if value is not None and not value.get_secret_value().startswith(prefix):
        raise ValueError(f"ska börja med {prefix}")
    return value
