"""Inline content: styles, breaks, images and links of every kind."""

from __future__ import annotations

import pytest

from aotad_tui.cells import Span
from aotad_tui.link import Link

from .pages import links_of, spans_of, text_of


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("*x*", "em"),
        ("_x_", "em"),
        ("**x**", "strong"),
        ("~~x~~", "strike"),
        ("`x`", "code"),
        ("***x***", "em strong"),
        ("**~~x~~**", "strong strike"),
        ("**`x`**", "strong code"),
    ],
)
def test_emphasis_is_a_style_and_nested_styles_are_combined(text: str, style: str) -> None:
    assert spans_of(f"a {text} b") == (Span("a "), Span("x", style), Span(" b"))


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4", "a_b_c", "\\*x\\*", "~ x ~", "a ` b", "&copy; &lt;b&gt;", "[x] y", "x] [y"]
)
def test_text_that_is_no_markup_stays_text(text: str) -> None:
    shown = text.replace("\\", "").replace("&copy;", "©").replace("&lt;", "<").replace("&gt;", ">")
    assert {span.style for span in spans_of(text)} == {""}
    assert text_of(text) == shown


@pytest.mark.parametrize("text", ["[/b] [@click=app.quit]x", "[red]x[/red]", "[bold", "{x}", "$x"])
def test_textual_markup_is_text(text: str) -> None:
    assert text_of(text) == text
    assert links_of(text) == []


def test_a_line_break_is_a_space_and_a_hard_break_a_new_line() -> None:
    assert text_of("a\nb") == "a b"
    assert text_of("a  \nb") == text_of("a\\\nb") == "a\nb"


def test_an_image_is_its_description() -> None:
    assert spans_of("![a school](x.png)") == (Span("[image: a school]", "image"),)
    assert spans_of("![](x.png)") == (Span("[image: no description]", "image"),)
    assert spans_of("[![a](x.png)](https://a.org)") == (
        Span("[image: a]", "image link", Link.address("https://a.org")),
    )


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://example.org", "HTTPS://example.org"),
        ("mailto:ann@example.org", "mailto:ann@example.org"),
        ("20-other.md", "section:part/other"),
        ("./20-other.md#who-is-back", "section:part/other#who-is-back"),
        ("../10-part/20-other.md", "section:part/other"),
        ("#below", "section:part/page#below"),
        ("character:on-jo", "character:on-jo"),
    ],
)
def test_a_link_to_an_existing_target_leads_to_it(target: str, place: str) -> None:
    assert spans_of(f'see [*th*at]({target}).<a id="below"></a>') == (
        Span("see "),
        Span("th", "em link", Link.parse(place)),
        Span("at", "link", Link.parse(place)),
        Span("."),
    )


@pytest.mark.parametrize(
    "target",
    [
        "30-later.md",
        "nowhere.md",
        "../../../etc/passwd",
        "/etc/passwd",
        "character:cheong-san",
        "character:nobody",
        "ftp://a.org",
        "",
        "#",
    ],
)
def test_a_link_to_a_missing_target_is_plain_text(target: str) -> None:
    assert spans_of(f"see [that](<{target}>)", seen=2) == (Span("see "), Span("that"))


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x"])
def test_a_link_with_a_dangerous_target_stays_as_written(target: str) -> None:
    assert links_of(f"[that]({target})") == []
    assert text_of(f"[that]({target})") == f"[that]({target})"


def test_a_link_works_from_the_point_of_its_target_on() -> None:
    assert links_of("[x](30-later.md) [y](character:cheong-san)", seen=4) == [("y", "character:cheong-san")]
    assert links_of("[x](30-later.md)", seen=5) == [("x", "section:part/later")]


def test_urls_in_angle_brackets_and_bare_urls_are_links() -> None:
    assert links_of("<https://a.org> <ann@a.org> https://b.org") == [
        ("https://a.org", "https://a.org"),
        ("ann@a.org", "mailto:ann@a.org"),
        ("https://b.org", "https://b.org"),
    ]


def test_reference_links_lead_to_their_definitions() -> None:
    assert links_of("[a][ref] [ref]\n\n[ref]: 20-other.md 'title'") == [
        ("a", "section:part/other"),
        ("ref", "section:part/other"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("[[part/other]]", "Another page", "section:part/other"),
        ("[[Another page]]", "Another page", "section:part/other"),
        ("[[the other|there]]", "there", "section:part/other"),
        ("[[20-other#Who is back?|them]]", "them", "section:part/other#who-is-back"),
        ("[[20-other#Who is back?]]", "Another page > Who is back?", "section:part/other#who-is-back"),
        ("[[on-jo]]", "Nam On-jo", "character:on-jo"),
        ("[[남온조|she]]", "she", "character:on-jo"),
    ],
)
def test_a_wikilink_leads_to_its_target_with_its_own_text(text: str, words: str, place: str) -> None:
    assert spans_of(f"see {text}.") == (Span("see "), Span(words, "link", Link.parse(place)), Span("."))


@pytest.mark.parametrize(
    "text", ["[[nobody]]", "[[nobody|somebody]]", "[[cheong-san|somebody]]", "[[A later page|somebody]]"]
)
def test_a_wikilink_to_a_missing_target_is_plain_text(text: str) -> None:
    assert links_of(f"see {text}.", seen=2) == []
    assert text_of(f"see {text}.", seen=2) in ("see nobody.", "see somebody.")


def test_wikilinks_have_the_style_around_them_and_are_text_in_code() -> None:
    assert spans_of("**[[on-jo|she]]** `[[on-jo]]`") == (
        Span("she", "strong link", Link.character("on-jo")),
        Span(" "),
        Span("[[on-jo]]", "code"),
    )
