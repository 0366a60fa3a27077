"""What stands in the environment or in .env, and the one line about what is wrong with it."""

from pathlib import Path

import pytest

from bot.settings import SettingsError, load, sandbox_port

NAMES = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "PORT", "DATABASE_URL", "SLACK_API_URL",
         "LOFTE_ADMIN", "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy")  # fmt: skip
SOCKET = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
HTTP = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "hemlig", "PORT": "3000"}


class Environment:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def is_(self, values: dict[str, str]) -> None:
        for name, value in values.items():
            self._monkeypatch.setenv(name, value)


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Environment:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return Environment(monkeypatch)


@pytest.mark.parametrize("values", [SOCKET, HTTP, SOCKET | {"PORT": "3000"}])
def test_what_is_needed_is_enough(environment: Environment, values: dict[str, str]) -> None:
    environment.is_(values)

    assert load().database_url == "sqlite:///lofte.db"


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({}, "SLACK_BOT_TOKEN saknas: den börjar med xoxb- och står under OAuth & Permissions i Slack."),
        (
            {"SLACK_BOT_TOKEN": "xoxb-1"},
            "SLACK_APP_TOKEN (Socket Mode) eller SLACK_SIGNING_SECRET och PORT (HTTP) saknas: en av dem behövs.",
        ),
        (HTTP | {"PORT": ""}, "PORT saknas: med SLACK_SIGNING_SECRET tar boten emot Slacks anrop där."),
        (
            SOCKET | HTTP,
            "SLACK_APP_TOKEN och SLACK_SIGNING_SECRET är båda satta: behåll den första för Socket Mode, "
            "den andra för HTTP.",
        ),
        (SOCKET | {"SLACK_BOT_TOKEN": "xapp-2"}, "SLACK_BOT_TOKEN ska börja med xoxb-."),
        (SOCKET | {"SLACK_APP_TOKEN": "xoxb-2"}, "SLACK_APP_TOKEN ska börja med xapp-."),
        (HTTP | {"PORT": "tretusen"}, "PORT ska vara ett tal mellan 1 och 65535."),
        (HTTP | {"PORT": "65536"}, "PORT ska vara ett tal mellan 1 och 65535."),
        (
            SOCKET | {"DATABASE_URL": "mysql://x/y"},
            "DATABASE_URL går inte att använda: databasen mysql stöds inte, använd sqlite eller postgresql.",
        ),
        (
            SOCKET | {"DATABASE_URL": "lofte.db"},
            "DATABASE_URL ska vara en adress som sqlite:///lofte.db eller postgresql://namn:lösenord@dator/databas.",
        ),
        (
            SOCKET | {"DATABASE_URL": "postgresql://dator:port/databas"},
            "DATABASE_URL ska vara en adress som sqlite:///lofte.db eller postgresql://namn:lösenord@dator/databas.",
        ),
        (
            SOCKET | {"DATABASE_URL": "sqlite:///finns/inte/lofte.db"},
            "DATABASE_URL går inte att använda: mappen finns/inte finns inte.",
        ),
        (SOCKET | {"PUBLIC_URL": "http://lofte.example"}, "PUBLIC_URL ska vara en adress som börjar med https://."),
        (
            SOCKET | {"PUBLIC_URL": "https://lofte.example"},
            "PORT saknas: med PUBLIC_URL hämtas kalendrarna från botens egen webbserver där.",
        ),
        (
            SOCKET | {"PORT": "3000", "PUBLIC_PAGES": "ja"},
            "PUBLIC_URL saknas: med PUBLIC_PAGES visas sidorna för medborgare där.",
        ),
        (SOCKET | {"PUBLIC_PAGES": "kanske"}, "PUBLIC_PAGES ska vara ja eller nej."),
        (SOCKET | {"PUBLIC_THRESHOLD": "0"}, "PUBLIC_THRESHOLD ska vara ett helt tal mellan 1 och 100."),
        (SOCKET | {"SLACK_API_URL": "slack.com"}, "SLACK_API_URL ska vara en adress som börjar med https://."),
        (
            SOCKET | {"LOFTE_ADMIN": "anna"},
            "LOFTE_ADMIN ska vara ett användar-id i Slack, till exempel U012AB3CD.",
        ),
    ],
)
def test_what_is_wrong_is_named_in_one_line(environment: Environment, values: dict[str, str], line: str) -> None:
    environment.is_(values)

    with pytest.raises(SettingsError) as raised:
        load()
    assert str(raised.value) == line


def test_a_sender_alone_needs_no_way_in(environment: Environment) -> None:
    environment.is_({"SLACK_BOT_TOKEN": "xoxb-1"})

    assert load(answers=False).slack_app_token is None


def test_a_copied_example_says_what_is_missing(tmp_path: Path) -> None:
    example = Path(__file__).parent.parent / ".env.example"
    (tmp_path / ".env").write_text(example.read_text("utf-8"), "utf-8")

    with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN saknas"):
        load()


def test_the_environment_goes_before_the_file(environment: Environment, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORT=1\nLOFTE_ADMIN=U1\n", "utf-8")
    environment.is_(SOCKET | {"PORT": "2"})

    settings = load()
    assert (settings.port, settings.lofte_admin) == (2, "U1")


def test_tokens_are_shown_nowhere(environment: Environment) -> None:
    environment.is_(HTTP | {"SLACK_BOT_TOKEN": "xoxb-secret", "SLACK_SIGNING_SECRET": "secret"})

    assert "secret" not in repr(load()).replace("slack_signing_secret", "")


def test_a_proxy_leads_to_slack_and_never_to_this_machine(environment: Environment) -> None:
    environment.is_(SOCKET | {"HTTPS_PROXY": "http://proxy.example:3128", "HTTP_PROXY": "http://proxy.example:3128"})
    to_slack = load().proxy
    environment.is_({"SLACK_API_URL": "http://127.0.0.1:8765/api/"})

    assert (to_slack, load().proxy) == ("http://proxy.example:3128", None)


def test_a_proxy_is_left_out_where_the_environment_says_so(environment: Environment) -> None:
    environment.is_(SOCKET | {"HTTPS_PROXY": "http://proxy.example:3128", "NO_PROXY": "slack.com"})

    assert load().proxy is None


def test_the_sandbox_asks_for_nothing_but_its_port(environment: Environment, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORT=nej\n", "utf-8")
    environment.is_({"PORT": "8766"})

    assert sandbox_port() == 8766
