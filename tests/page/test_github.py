"""GitHub's extensions show the text of their HTML: tables, strikethrough, tasks, autolinks, footnotes, alerts.

`DEPARTURES` lists the published examples that a page shows differently, each with the reason and the text shown.
"""

from __future__ import annotations

import html
import re

import pytest

from aotad_tui.page.callouts import CALLOUT_SIGNS

from .pages import links, page
from .published import Example, assert_no_control_characters, fixtures, footnotes, github, html_text, page_text

_TITLE = re.compile(r'<p class="markdown-alert-title">(\w+)</p>')
_NOTE = re.compile(r'<sup class="footnote-ref"[^>]*><a[^>]*>(\d+)</a></sup>')
_BACK = re.compile(r'<a href="#fnref-\d+" class="footnote">&#8617;</a>')

COUNTS = {"autolink": 11, "disabled": 2, "strikethrough": 2 + 15, "table": 8, "tagfilter": 1, "footnotes": 8}
COUNTS |= {"alerts": 16, "tables": 42, "tasklists": 20}

DEPARTURES = {
    ("tagfilter", "652"): (
        "HTML that cells cannot express is text in a guide, and not only what a browser must not be told",
        "<title><style><blockquote><xmp>isdisallowed.<XMP>isalsodisallowed.</blockquote>",
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
    *(one for topic in ("alerts", "strikethrough", "tables", "tasklists") for one in fixtures(topic)),
]

pytestmark = pytest.mark.slow
AUTOLINKS = [example for example in EXAMPLES if example.topic == "autolink"]


def example_id(example: Example) -> str:
    return f"{example.topic}: {example.name}"


def as_page_html(markup: str) -> str:
    """HTML in which titles of alerts and numbers of footnotes are written as on a page."""
    markup = _TITLE.sub(lambda found: f"<p>{CALLOUT_SIGNS[found[1].lower()]} {found[1].lower()}</p>", markup)
    return _BACK.sub("", _NOTE.sub(r"[\1]", markup))


def test_all_examples_are_found() -> None:
    if not EXAMPLES:
        pytest.skip("run .ci/spec to fetch the examples")
    topic = [example.topic for example in EXAMPLES]
    assert {one: topic.count(one) for one in topic} == COUNTS
    assert set(DEPARTURES) <= {(example.topic, example.name) for example in EXAMPLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=map(example_id, EXAMPLES))
def test_an_example_shows_the_text_of_its_html(example: Example) -> None:
    _, expected = DEPARTURES.get((example.topic, example.name), ("", html_text(as_page_html(example.html))))
    assert page_text(page(example.markdown)) == expected


@pytest.mark.parametrize("example", AUTOLINKS, ids=map(example_id, AUTOLINKS))
def test_a_url_has_the_target_of_its_html_unless_its_protocol_is_never_opened(example: Example) -> None:
    found = re.findall(r'<a href="([^"]*)">([^<]*)</a>', example.html)
    expected = {html.unescape(words): html.unescape(target) for target, words in found}
    links_opened = {words: target for words, target in expected.items() if not target.startswith("ftp:")}
    assert links(example.markdown) == links_opened


@pytest.mark.parametrize("example", EXAMPLES, ids=map(example_id, EXAMPLES))
def test_no_control_character_in_an_example_reaches_a_row(example: Example) -> None:
    assert_no_control_characters(example)
