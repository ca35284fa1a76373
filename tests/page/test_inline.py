from __future__ import annotations

from copy import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from aotad_tui.cells import Span
from aotad_tui.link import Link
from aotad_tui.markdown import full_parser
from tests.story.stories import person, stages

from .pages import lines, links, page, spans

ANN = person("ann", name_stages=stages((0, "Ann Archer")))
BEN = person("ben", name_stages=stages((0, "Ben Archer")), aliases=stages((0, "Archer")))
EVE = person("eve", name_stages=stages((0, "Eve Archer")), aliases=stages((0, "Archer")))
ON_JO = person("on-jo", name_stages=stages((0, "온조")))


@pytest.mark.parametrize(
    ("text", "shown", "to"),
    [
        ("[far](https://example.org/a_b)", "far", "https://example.org/a_b"),
        ("see https://example.org/a(b).", "https://example.org/a(b)", "https://example.org/a(b)"),
        ("(www.example.org/x)", "www.example.org/x", "http://www.example.org/x"),
        ("write to a.b@example.org!", "a.b@example.org", "mailto:a.b@example.org"),
        ("<https://example.org>", "https://example.org", "https://example.org"),
        ("[next](there.md#part-two)", "next", "section:there#part-two"),
        ("[[there|next]]", "next", "section:there"),
        ("[her](character:ann)", "her", "character:ann"),
        ("Ann Archer ran.", "Ann Archer", "character:ann"),
        ("온조는 달렸다", "온조", "character:on-jo"),
    ],
)
def test_a_target_that_exists_makes_a_link(text: str, shown: str, to: str) -> None:
    assert links(text, ANN, ON_JO) == {shown: to}


@pytest.mark.parametrize(
    "text",
    ["[x](file:///etc/passwd)", "[x](javascript:alert)", "[x](../../secret.md)", "[[nobody]]", "[x](character:nobody)"],
)
def test_a_target_that_does_not_exist_leaves_text(text: str) -> None:
    assert links(text, ANN) == {}


def test_a_link_may_be_defined_far_below() -> None:
    text = "A [far] place.\n\n" + "Some words.\n\n" * 300 + "[far]: https://example.org\n"
    some = page(text)
    some.read_to(3)
    before = some.content(1)
    some.read_all()
    assert before == (Span("A [far] place."),)
    assert some.content(1) == (Span("A "), Span("far", "link", Link.address("https://example.org")), Span(" place."))


def test_an_ambiguous_name_means_the_person_named_nearby() -> None:
    assert links("Archer came.", BEN, EVE) == {}
    assert links("Eve Archer was here.\n\nArcher came.", BEN, EVE)["Archer"] == "character:eve"


def test_names_in_code_and_in_links_are_not_linked() -> None:
    assert links("`Ann Archer` and [Ann Archer](there.md)", ANN) == {"Ann Archer": "section:there"}


def test_entities_make_no_control_characters() -> None:
    text = "".join(span.text for span in spans("a&#27;]52;c;x&#7;b&#x202e;c&#9;d `e`"))
    assert not set(text) & {"\x1b", "\x07", "\u202e", "\t"}


def test_unknown_html_is_text() -> None:
    assert lines("a <x-b>bold</x-b> word\n\n<script>x()</script>", 60) == [
        "a <x-b>bold</x-b> word",
        "",
        "<script>x()</script>",
    ]


def test_nested_styles_are_combined() -> None:
    assert Span("both", "strong em") in spans("**one *both***")
    assert Span("gone", "strike") in spans("~~gone~~")


def test_footnotes_are_numbered_by_their_references_and_are_at_the_end() -> None:
    text = "One[^b] and[^a] again[^b].\n\n[^a]: First.\n\n[^b]: Second, with `code`.\n\n[^c]: Never named.\n\nLast."
    assert lines(text, 60) == [
        "One[1] and[2] again[1].",
        "",
        "Last.",
        "",
        "─" * 12,
        "[1] Second, with code.",
        "",
        "[2] First.",
    ]


def test_an_inline_footnote_is_a_footnote() -> None:
    some = page("One^[said *here*] and[^a].\n\n[^a]: There.")
    some.read_all()
    for _ in range(3):  # drawing again gives no new numbers
        assert some.text(1) == "One[1] and[2]."
    assert some.text(3) == "said here"


def test_a_reference_leads_to_its_footnote_and_back() -> None:
    some = page("Before.\n\nOne[^a].\n\nBetween.\n\n[^a]: Said.")
    some.read_all()
    there = some.find_heading("footnote:1")
    assert there is not None
    assert some.text(there) == "Said."
    back = [span.link for span in some.leaves[there].first if span.link]
    assert back == [Link.section("here", "from-note:1")]
    assert some.find_heading("from-note:1") == 2


PIECES = st.sampled_from(
    ["&amp;", "&#35;", "<a:b>", "[a](b)", "![a](b)", " _a_", "\\*", "^[a]", "[^1]", "**", "~~", "``", "\\\n", "  \n"]
)
TEXTS = st.lists(PIECES | st.sampled_from("ab -:=#\n\\`*_~[]()!^<>&;{}|@$%\"'/.1"), max_size=30).map("".join)


@given(TEXTS)
def test_stopping_at_fewer_characters_parses_the_same(text: str) -> None:
    stopping = copy(full_parser())
    stopping.inline = copy(full_parser().inline)
    stopping.inline.terminator_re = MarkdownIt().inline.terminator_re
    assert full_parser().parse(text) == stopping.parse(text)


STARRED = ("*a*", "**a b**", "*a", "b*", "** ", "*.", "**On-jo**")
LINKED = ("[a b](there.md)", "[a](character:ann)", "[a](b/../c#d--e)", "[a](//b)", "[a](.)", "[a](no)", "[", "](")
SIMPLE = st.sampled_from(
    [
        *STARRED,
        *LINKED,
        "(b)",
        "www.a.b",
        "\n",
        " \n",
        "\n ",
        "  \n",
        "온조",
        "é",
        "—",
        " ",
        "a",
        ".",
        "\t",
        "\u00a0",
        "_",
    ]
)


@given(st.lists(SIMPLE, max_size=12).map("".join))
def test_simple_paragraphs_are_parsed_as_by_markdown_it(text: str) -> None:
    inliner = page("", ANN, ON_JO)._inliner
    assert inliner.unnamed(text) == tuple(inliner._walk(inliner._tokens(text)))


@pytest.mark.parametrize(
    "text", ["Ann *ran*.", "**Ann**", "see [there](there.md), he said", "a**b**c*d*", "(*a*)", "a\nb"]
)
def test_simple_paragraphs_need_no_parser(text: str) -> None:
    assert page("", ANN)._inliner._simple(text)
