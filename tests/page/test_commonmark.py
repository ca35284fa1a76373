"""Every example of the CommonMark specification shows the text that its HTML shows."""

from __future__ import annotations

import re

import pytest

from aotad_tui.markdown import full_parser

from .pages import page, words
from .published import Example, assert_nothing_comes_through, commonmark, shown_by

EXAMPLES = commonmark()


def test_the_examples_are_there() -> None:
    if not EXAMPLES:
        pytest.skip("run .ci/spec to fetch the specification")
    assert len(EXAMPLES) == 652


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_an_example_shows_the_text_of_its_html(example: Example) -> None:
    if "<" in example.markdown and example.about != "Autolinks":
        expected = full_parser().render(example.markdown)  # raw HTML is text in a guide: the specification's is not it
    else:
        expected = example.html
    expected = re.sub(r"\[\[(\w+)\]\]", r"\1", shown_by(expected))  # in a guide this is a wikilink
    assert words(page(example.markdown)) == expected


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.name for example in EXAMPLES])
def test_no_control_character_comes_through_an_example_at_any_width(example: Example) -> None:
    assert_nothing_comes_through(example)
