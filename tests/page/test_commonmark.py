"""Each example of the CommonMark specification shows the text of its HTML."""

from __future__ import annotations

import re

import pytest

from aotad_tui.markdown import full_parser

from .pages import page, words
from .published import Example, assert_no_control_characters, commonmark, html_text

EXAMPLES = commonmark()

pytestmark = pytest.mark.slow


def test_all_examples_are_found() -> None:
    if not EXAMPLES:
        pytest.skip("run .ci/spec to fetch the specification")
    assert len(EXAMPLES) == 652


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_an_example_shows_the_text_of_its_html(example: Example) -> None:
    if "<" in example.markdown and example.topic != "Autolinks":
        expected = full_parser().render(example.markdown)  # raw HTML is text in a guide, unlike in the specification
    else:
        expected = example.html
    expected = re.sub(r"!?\[\[(\w+)\]\]", r"\1", html_text(expected))  # in a guide this is a wikilink or an embed
    assert words(page(example.markdown)) == expected


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_no_control_character_in_an_example_reaches_a_row(example: Example) -> None:
    assert_no_control_characters(example)
