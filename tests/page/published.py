"""Published examples of Markdown with their HTML, and the text that such HTML shows.

The examples are in source packages that `.ci/spec` downloads. No installed package has them, and none is stored here.
"""

from __future__ import annotations

import html
import json
import re
import tarfile
from dataclasses import dataclass
from pathlib import Path

from aotad_tui.cells import plain
from aotad_tui.cleaning import harmless
from aotad_tui.page.page import Page
from aotad_tui.page.rows import OUTSIDE_TEXT

from .pages import page

_FOLDER = Path(__file__).parents[2] / ".spec"
_FENCED = re.compile(
    r"^`{5,} example(?P<kind>[ \w]*)\n(?P<markdown>.*?)^\.\n(?P<html>.*?)^`{5,}$", re.DOTALL | re.MULTILINE
)
_DOTTED = re.compile(r"(?P<name>[^\n]*)\n?^\.\n(?P<markdown>.*?)^\.\n(?P<html>.*?)^\.$", re.DOTALL | re.MULTILINE)
_BOX = re.compile(r'<input [^>]*type="checkbox"[^>]*>')


@dataclass(frozen=True)
class Example:
    """Markdown, its HTML, and the topic of the example."""

    name: str
    topic: str
    markdown: str
    html: str


def commonmark() -> list[Example]:
    """The examples of CommonMark; none if they are not downloaded."""
    text = _read("markdown_it_py", "commonmark.json")
    found: list[dict[str, str]] = json.loads(text) if text else []
    return [Example(str(one["example"]), one["section"], one["markdown"], one["html"]) for one in found]


def github() -> list[Example]:
    """The examples of GitHub's specification for its own extensions."""
    return _fenced("marko", "spec/gfm.txt")


def footnotes() -> list[Example]:
    """Examples of footnotes from mistune; GitHub's specification has none."""
    return _fenced("mistune", "fixtures/footnotes.txt", topic="footnotes")


def fixtures(topic: str) -> list[Example]:
    """The examples of markdown-it for one of "alerts", "strikethrough", "tables", "tasklists"."""
    text = _read("markdown_it_py", f"fixtures/{topic}.md")
    found = enumerate(_DOTTED.finditer(text), 1)
    return [Example(one["name"].strip() or str(n), topic, one["markdown"], one["html"]) for n, one in found]


def _fenced(package: str, file: str, topic: str = "") -> list[Example]:
    text = _read(package, file).replace("→", "\t")
    found = enumerate(_FENCED.finditer(text), 1)
    examples = [Example(str(n), topic or one["kind"].strip(), one["markdown"], one["html"]) for n, one in found]
    return [example for example in examples if example.topic]


def _read(package: str, file: str) -> str:
    archives = sorted(_FOLDER.glob(f"{package}-*.tar.gz"))
    if not archives:
        return ""
    with tarfile.open(archives[-1]) as archive:
        (name,) = (one for one in archive.getnames() if one.endswith(f"/{file}"))
        found = archive.extractfile(name)
        assert found is not None
        return found.read().decode()


def html_text(markup: str) -> str:
    """The text of HTML as a browser shows it, without white space; images and check boxes become text."""
    markup = re.sub(r'<img[^>]* alt="([^"]*)"[^>]*>', lambda found: f"[image:{found[1] or 'no description'}]", markup)
    markup = _BOX.sub(lambda found: "[x]" if "checked=" in found[0] else "[]", markup)
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", markup)))


def page_text(page: Page) -> str:
    """The text of a page without title and white space, with the check boxes of tasks and no other signs."""
    page.read_all()
    sheet = page.layout(10_000)
    rows = (row for leaf in range(1, len(page.leaves)) for row in sheet.rows(leaf))
    pairs = (pair for row in rows for pair in zip(row.spans, row.starts, strict=True))
    text = "".join(span.text for span, at in pairs if at != OUTSIDE_TEXT or span.text in ("[ ] ", "[x] "))
    return re.sub(r"\s+", "", text)


def assert_no_control_characters(example: Example) -> None:
    """Check that control characters that are inserted between all words reach no row at any width."""
    dangerous = example.markdown.replace(" ", " &#27;&#x202e;&#13;&#155;&NewLine;&Tab;")
    for cells in (10, 40, 80):
        rows = "".join(plain(line) for line in page(dangerous).lines(cells))
        assert rows == harmless(rows)
        assert not {"\n", "\t"} & set(rows)
