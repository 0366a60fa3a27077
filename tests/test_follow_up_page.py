"""The follow-up as a page for staff: whole, and with nothing in it that runs or is fetched."""

import re
from html.parser import HTMLParser

import pytest

from bot.report.follow_up_page import page
from bot.report.html import page as whole_page
from bot.report.html import tag
from tests.follow_ups import agreement, area, follow_up, followed, progress, timra

METHOD = "<li>De ansvariga rapporterar"
LINES = re.compile(r"(?<=>)(?=<(?:nav|h\d|p|ul|li|table|caption|thead|tbody|tr|t[hd]|figure|main|a class))")


def lines(text: str) -> list[str]:
    """Of the body, an element a line."""
    found = re.search(r"<body>.*</body>", text, re.DOTALL)
    assert found
    return LINES.sub("\n", found[0]).split("\n")


class Tags(HTMLParser):
    """Every kind of element there is, with the names of its attributes, as a browser reads them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, *(name for name, _ in attrs)))


def test_the_smallest_is_whole() -> None:
    walks = followed(progress("Trygghetsvandringar", "trygghetsvandring", goal=None, done=1))

    written = lines(page(follow_up(agreement(area(walks)))))

    method = next(at for at, line in enumerate(written) if line.startswith(METHOD))
    assert written[:method] == [
        "<body>",
        '<a class="skip" href="#innehall">Till innehållet</a>',
        '<main id="innehall">',
        "<h1>Uppföljning Timrå 2026</h1>",
        '<nav aria-label="På den här sidan">',
        "<ul>",
        '<li><a href="#del-1">Sammanfattning</a></li>',
        '<li><a href="#del-4">Medborgarlöfte för Timrå 2026</a></li>',
        '<li><a href="#del-16">Återkoppling till medborgarna</a></li>',
        '<li><a href="#del-18">Så är uppföljningen gjord</a></li></ul></nav>',
        "<p>Utkast. Siffrorna är inte fastställda.</p>",
        '<h2 id="del-1">Sammanfattning</h2>',
        "<p>1 aktivitet går enligt plan.</p>",
        "<p>Siffrorna är hämtade måndag 23 november 2026 kl. 9.05. Nyaste rapport: 20 november 2026. "
        "Inga rapporter saknas.</p>",
        '<h2 id="del-4">Medborgarlöfte för Timrå 2026</h2>',
        "<p><strong>Typ:</strong> medborgarlöfte</p>",
        "<p><strong>Gäller:</strong> 1 januari–31 december 2026</p>",
        "<p><strong>Undertecknat av:</strong> Polisen i Timrå och Timrå kommun, 10 december 2025</p>",
        "<p><strong>Bygger på:</strong> medborgardialoger och brottsstatistik</p>",
        "<p><strong>Uttalar sig:</strong> kommunpolis</p>",
        "<h3>Trygghet</h3>",
        "<p><strong>Problem:</strong> Invånare känner sig otrygga.</p>",
        "<p><strong>Mål:</strong> Fler ska känna sig trygga.</p>",
        '<table role="table">',
        "<caption>Utlovat och gjort: Trygghet</caption>",
        '<thead role="rowgroup">',
        '<tr role="row">',
        *(
            f'<th scope="col" role="columnheader">{name}</th>'
            for name in ("Aktivitet", "Utlovat", "Planerat", "Gjort", "Bedömning")
        ),
        '<th scope="col" role="columnheader">Vem</th></tr></thead>',
        '<tbody role="rowgroup">',
        '<tr role="row">',
        '<th scope="row" role="rowheader">Trygghetsvandringar</th>',
        '<td role="cell" data-label="Utlovat">inget antal</td>',
        '<td role="cell" data-label="Planerat">inget antal</td>',
        '<td role="cell" data-label="Gjort">1 gjord</td>',
        '<td role="cell" data-label="Bedömning">Går enligt plan</td>',
        '<td role="cell" data-label="Vem">Polisen i Timrå med Timrå kommun</td></tr></tbody></table>',
        "<h3>Siffror ur rapporterna</h3>",
        "<p><strong>Effekt:</strong> Ingen effekt är mätt under perioden, till exempel hur trygga människor känner "
        "sig.</p>",
        '<h2 id="del-16">Återkoppling till medborgarna</h2>',
        "<p>Ingen återkoppling till medborgarna är noterad under perioden.</p>",
        '<h2 id="del-18">Så är uppföljningen gjord</h2>',
        "<ul>",
    ]


def test_a_page_needs_nothing_else() -> None:
    text = page(timra())

    assert text.startswith('<!DOCTYPE html>\n<html lang="sv"><head><meta charset="utf-8">')
    assert not re.search(r'<script|<iframe|\bon\w+="|https?:|url\((?!data:)|@import', text)
    assert 'src="data:image/png;base64,' in text


def test_a_picture_tells_its_numbers() -> None:
    assert (
        'alt="Stapeldiagram: Gjort av utlovat eller planerat antal. '
        "Fotpatrullering i centrum: 31 av 44 planerade, 40 väntat hittills." in page(timra())
    )


def test_empty_fields_are_left_to_word() -> None:
    assert "Egen bedömning" not in page(timra())


@pytest.mark.parametrize(
    "text", ['<script>alert("1")</script>', "' onmouseover='x", '" onload="x', "å\x00\x0b\ud800&amp;"]
)
def test_whatever_was_written_is_text(text: str) -> None:
    odd = follow_up(agreement(area(followed(progress(text), lead=text), title=text), title=text))

    assert Tags(page(odd)).found == Tags(page(follow_up(agreement(area(followed()))))).found
    assert not re.search(r"[\x00\x0b\ud800]", page(odd))


def test_what_is_not_html_is_escaped_wherever_it_stands() -> None:
    made = whole_page("<&>", tag("p", "<&>", title='"<'), head=tag("p", "Huvud"), foot=tag("p", "Fot"), about="<")

    assert "<title>&lt;&amp;&gt;</title>" in made
    assert '<meta name="description" content="&lt;">' in made
    assert lines(made)[1:] == [
        '<a class="skip" href="#innehall">Till innehållet</a><header>',
        "<p>Huvud</p></header>",
        '<main id="innehall">',
        '<p title="&quot;&lt;">&lt;&amp;&gt;</p></main><footer>',
        "<p>Fot</p></footer></body>",
    ]
