"""GitHub's extensions show the text that their HTML shows: tables, strikethrough, tasks, autolinks, notes, alerts.

Where the page departs from a published example, it is told in `DEPARTURES` with the reason and with what it shows.
"""

from __future__ import annotations

import html
import re

import pytest

from aotad_tui.page.block_builder import CALLOUT_SIGNS

from .pages import links, page
from .published import Example, assert_nothing_comes_through, fixtures, footnotes, github, shown_by, told_by

_TITLE = re.compile(r'<p class="markdown-alert-title">(\w+)</p>')
_NOTE = re.compile(r'<sup class="footnote-ref"[^>]*><a[^>]*>(\d+)</a></sup>')
_BACK = re.compile(r'<a href="#fnref-\d+" class="footnote">&#8617;</a>')

COUNTS = {"autolink": 11, "disabled": 2, "strikethrough": 2 + 15, "table": 8, "tagfilter": 1, "footnotes": 8}
COUNTS |= {"alerts": 16, "tables": 42, "tasklists": 20}

DEPARTURES = {
    ("tagfilter", "652"): (
        "raw HTML is text in a guide, all of it and not only what a browser must not be told",
        "<strong><title><style><em><blockquote><xmp>isdisallowed.<XMP>isalsodisallowed.</blockquote>",
    ),
    ("alerts", "Not an alert - text after marker on same line"): (
        "a guide's callouts carry a date or a title behind the mark, as Obsidian's do",
        "inote·extratextContent.",
    ),
    ("footnotes", "3"): (
        "only what is indented by four belongs to a note, as on GitHub; mistune takes in less",
        "multiplelines[1]onetwothreefourfivefoo",
    ),
    ("footnotes", "8"): (
        "only what is indented by four belongs to a note, as on GitHub; mistune takes in less",
        "paragraph[1]aaaemph",
    ),
}

EXAMPLES = [
    *github(),
    *footnotes(),
    *(one for about in ("alerts", "strikethrough", "tables", "tasklists") for one in fixtures(about)),
]

AUTOLINKS = [example for example in EXAMPLES if example.about == "autolink"]


def named(example: Example) -> str:
    return f"{example.about}: {example.name}"


def as_drawn(markup: str) -> str:
    """HTML in which the title of an alert and the number of a note stand as the page writes them."""
    markup = _TITLE.sub(lambda found: f"<p>{CALLOUT_SIGNS[found[1].lower()]} {found[1].lower()}</p>", markup)
    return _BACK.sub("", _NOTE.sub(r"[\1]", markup))


def test_the_examples_are_there() -> None:
    if not EXAMPLES:
        pytest.skip("run .ci/spec to fetch the examples")
    about = [example.about for example in EXAMPLES]
    assert {one: about.count(one) for one in about} == COUNTS
    assert set(DEPARTURES) <= {(example.about, example.name) for example in EXAMPLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=map(named, EXAMPLES))
def test_an_example_shows_the_text_of_its_html(example: Example) -> None:
    _, expected = DEPARTURES.get((example.about, example.name), ("", shown_by(as_drawn(example.html))))
    assert told_by(page(example.markdown)) == expected


@pytest.mark.parametrize("example", AUTOLINKS, ids=map(named, AUTOLINKS))
def test_an_address_leads_where_its_html_leads_but_for_protocols_that_are_never_opened(example: Example) -> None:
    found = re.findall(r'<a href="([^"]*)">([^<]*)</a>', example.html)
    expected = {html.unescape(words): html.unescape(target) for target, words in found}
    opened = {words: target for words, target in expected.items() if not target.startswith("ftp:")}
    assert links(example.markdown) == opened


@pytest.mark.parametrize("example", EXAMPLES, ids=map(named, EXAMPLES))
def test_no_control_character_comes_through_an_example_at_any_width(example: Example) -> None:
    assert_nothing_comes_through(example)
