"""Names in running text are links to their people, in any style and script."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span
from aotad_tui.link import Link
from aotad_tui.page.tables import Table

from .pages import links_of, page_of, people_named, spans_of, text_of

ON_JO = Link.character("on-jo")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nam On-jo waits.", "Nam On-jo"),
        ("Then On-jo's father came.", "On-jo"),
        ("Then On-jo’s father came.", "On-jo"),
        ("(On-jo)", "On-jo"),
        ("남온조의 아버지", "남온조"),
        ("온조에게는 친구가 있다", "온조"),
        ("온조와 같이", "온조"),
    ],
)
def test_a_name_links_to_its_person_without_its_suffix(text: str, name: str) -> None:
    assert links_of(text) == [(name, str(ON_JO))]
    assert text_of(text) == text
    assert [span.style for span in spans_of(text) if span.link] == ["name"]


@pytest.mark.parametrize("text", ["Namely", "on-jo", "On-jong", "Jo", "온조선", "`On-jo`", "![On-jo](x.png)"])
def test_other_text_and_text_outside_paragraphs_has_no_links(text: str) -> None:
    assert links_of(text) == []


def test_a_name_may_span_styles_and_a_line_break() -> None:
    assert spans_of("**Nam** On-jo, *On-jo*") == (
        Span("Nam", "strong name", ON_JO),
        Span(" On-jo", "name", ON_JO),
        Span(", "),
        Span("On-jo", "em name", ON_JO),
    )
    assert links_of("Nam\nOn-jo") == [("Nam", str(ON_JO)), (" ", str(ON_JO)), ("On-jo", str(ON_JO))]


def test_a_link_of_the_author_is_not_replaced() -> None:
    assert links_of("[On-jo](20-other.md) and [[part/other|Nam On-jo]]") == [
        ("On-jo", "section:part/other"),
        ("Nam On-jo", "section:part/other"),
    ]
    assert links_of("Nam [On-jo](20-other.md)") == [("On-jo", "section:part/other")], "no name runs into a link"


def test_names_in_the_text_of_a_dead_link_are_links() -> None:
    assert links_of("[On-jo](nowhere.md), [[nobody|On-jo]]") == [("On-jo", str(ON_JO))] * 2


def test_a_name_is_a_link_from_the_point_of_its_person_on() -> None:
    assert links_of("Lee Cheong-san", seen=2) == []
    assert links_of("Lee Cheong-san", seen=3) == [("Lee Cheong-san", "character:cheong-san")]


def test_an_ambiguous_name_means_the_person_named_in_full_on_the_page() -> None:
    assert links_of("Lee waits.") == []
    assert links_of("Lee waits for Lee Su-hyeok.") == [("Lee", "character:su"), ("Lee Su-hyeok", "character:su")]
    assert links_of("Lee Na-yeon, Lee Su-hyeok, Lee") == [
        ("Lee Na-yeon", "character:lee"),
        ("Lee Su-hyeok", "character:su"),
    ]


def test_names_are_links_in_headings_lists_quotes_tables_and_footnotes() -> None:
    page = page_of("# On-jo\n\n- On-jo\n\n> On-jo\n\n| On-jo |\n|---|\n| On-jo |\n\nx[^1]\n\n[^1]: On-jo")
    name = (Span("On-jo", "name", ON_JO),)
    heading, item, quoted, table, _, _, note = (page.content(number) for number in range(1, 8))
    assert heading == (Span("On-jo", "heading heading-1 name", ON_JO),)
    assert page.headings[0].slug == "on-jo"
    assert item == note == name
    assert quoted == (Span("On-jo", "quoted name", ON_JO),)
    assert isinstance(table, Table)
    assert table.header == table.body[0] == (name,)


EVERYWHERE = """\
# Lee Cheong-san

Someone[^1] waits.

> - | On-jo | who |
>   |---|---|
>   | Lee Su-hyeok | On-jo |
>
> [Lee Na-yeon](https://a.org) is a link out, `Lee Na-yeon` is code.

[^1]: [[lee|A girl]] with On-jo.
"""


def test_people_on_a_page_are_listed_once_in_order_of_appearance() -> None:
    assert people_named(page_of(EVERYWHERE)) == ("cheong-san", "on-jo", "su", "lee")
    assert people_named(page_of(EVERYWHERE, seen=2)) == ("on-jo", "su", "lee")


def test_a_page_without_names_lists_nobody() -> None:
    assert people_named(page_of("Nobody, [here](https://a.org).")) == ()
