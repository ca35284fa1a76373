"""Names in running text are live: they lead to their people, in whatever style or script they stand."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span
from aotad_tui.link import Link
from aotad_tui.page.tables import Table

from .pages import leads, page_of, people_named, spans_of, text_of

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
def test_a_name_leads_to_its_person_without_what_hangs_on_it(text: str, name: str) -> None:
    assert leads(text) == [(name, str(ON_JO))]
    assert text_of(text) == text
    assert [span.style for span in spans_of(text) if span.link] == ["name"]


@pytest.mark.parametrize("text", ["Namely", "on-jo", "On-jong", "Jo", "온조선", "`On-jo`", "![On-jo](x.png)"])
def test_what_is_no_name_or_no_running_text_leads_nowhere(text: str) -> None:
    assert leads(text) == []


def test_a_name_may_run_through_styles_and_over_a_line_break() -> None:
    assert spans_of("**Nam** On-jo, *On-jo*") == (
        Span("Nam", "strong name", ON_JO),
        Span(" On-jo", "name", ON_JO),
        Span(", "),
        Span("On-jo", "em name", ON_JO),
    )
    assert leads("Nam\nOn-jo") == [("Nam", str(ON_JO)), (" ", str(ON_JO)), ("On-jo", str(ON_JO))]


def test_a_link_stays_what_its_author_made_it() -> None:
    assert leads("[On-jo](20-other.md) and [[part/other|Nam On-jo]]") == [
        ("On-jo", "section:part/other"),
        ("Nam On-jo", "section:part/other"),
    ]
    assert leads("Nam [On-jo](20-other.md)") == [("On-jo", "section:part/other")], "no name runs into a link"


def test_in_the_words_of_a_link_that_leads_nowhere_names_are_live() -> None:
    assert leads("[On-jo](nowhere.md), [[nobody|On-jo]]") == [("On-jo", str(ON_JO))] * 2


def test_a_name_is_live_from_the_point_on_at_which_its_person_is_known() -> None:
    assert leads("Lee Cheong-san", seen=2) == []
    assert leads("Lee Cheong-san", seen=3) == [("Lee Cheong-san", "character:cheong-san")]


def test_a_name_that_two_bear_means_the_one_who_is_named_in_full_on_the_page() -> None:
    assert leads("Lee waits.") == []
    assert leads("Lee waits for Lee Su-hyeok.") == [("Lee", "character:su"), ("Lee Su-hyeok", "character:su")]
    assert leads("Lee Na-yeon, Lee Su-hyeok, Lee") == [
        ("Lee Na-yeon", "character:lee"),
        ("Lee Su-hyeok", "character:su"),
    ]


def test_names_are_live_in_headings_lists_quotes_tables_and_footnotes() -> None:
    some = page_of("# On-jo\n\n- On-jo\n\n> On-jo\n\n| On-jo |\n|---|\n| On-jo |\n\nx[^1]\n\n[^1]: On-jo")
    name = (Span("On-jo", "name", ON_JO),)
    heading, item, quoted, table, _, _, note = (some.content(number) for number in range(1, 8))
    assert heading == (Span("On-jo", "heading heading-1 name", ON_JO),)
    assert some.headings[0].slug == "on-jo"
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


def test_who_is_on_the_page_is_told_once_each_in_order_of_appearance() -> None:
    assert people_named(page_of(EVERYWHERE)) == ("cheong-san", "on-jo", "su", "lee")
    assert people_named(page_of(EVERYWHERE, seen=2)) == ("on-jo", "su", "lee")


def test_nobody_is_on_a_page_that_names_nobody() -> None:
    assert people_named(page_of("Nobody, [here](https://a.org).")) == ()
