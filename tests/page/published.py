"""Examples of Markdown with the HTML that they make, as others have published them, and the text that such HTML shows.

They come with source packages that `.ci/spec` fetches: they are in nothing that is installed, and no copy is kept here.
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
    """A piece of Markdown, the HTML that it makes, and what it is about."""

    name: str
    about: str
    markdown: str
    html: str


def commonmark() -> list[Example]:
    """The examples of CommonMark; none where they were not fetched."""
    text = _read("markdown_it_py", "commonmark.json")
    found: list[dict[str, str]] = json.loads(text) if text else []
    return [Example(str(one["example"]), one["section"], one["markdown"], one["html"]) for one in found]


def github() -> list[Example]:
    """The examples of GitHub's specification that are about its own extensions."""
    return _fenced("marko", "spec/gfm.txt")


def footnotes() -> list[Example]:
    """Footnotes, which GitHub's specification leaves out, by those who wrote mistune."""
    return _fenced("mistune", "fixtures/footnotes.txt", about="footnotes")


def fixtures(about: str) -> list[Example]:
    """The examples of markdown-it for one of "alerts", "strikethrough", "tables", "tasklists"."""
    text = _read("markdown_it_py", f"fixtures/{about}.md")
    found = enumerate(_DOTTED.finditer(text), 1)
    return [Example(one["name"].strip() or str(n), about, one["markdown"], one["html"]) for n, one in found]


def _fenced(package: str, file: str, about: str = "") -> list[Example]:
    text = _read(package, file).replace("→", "\t")
    found = enumerate(_FENCED.finditer(text), 1)
    examples = [Example(str(n), about or one["kind"].strip(), one["markdown"], one["html"]) for n, one in found]
    return [example for example in examples if example.about]


def _read(package: str, file: str) -> str:
    archives = sorted(_FOLDER.glob(f"{package}-*.tar.gz"))
    if not archives:
        return ""
    with tarfile.open(archives[-1]) as archive:
        (name,) = (one for one in archive.getnames() if one.endswith(f"/{file}"))
        found = archive.extractfile(name)
        assert found is not None
        return found.read().decode()


def shown_by(markup: str) -> str:
    """The text of HTML as a browser shows it, without white space; an image is its words, a box is drawn."""
    markup = re.sub(r'<img[^>]* alt="([^"]*)"[^>]*>', lambda found: f"[image:{found[1] or 'no description'}]", markup)
    markup = _BOX.sub(lambda found: "[x]" if "checked=" in found[0] else "[]", markup)
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", markup)))


def told_by(page: Page) -> str:
    """The text of a page without its title and without white space; with the boxes of tasks, without other signs."""
    page.read_all()
    sheet = page.layout(10_000)
    rows = (row for leaf in range(1, len(page.leaves)) for row in sheet.rows(leaf))
    pairs = (pair for row in rows for pair in zip(row.spans, row.starts, strict=True))
    text = "".join(span.text for span, at in pairs if at != OUTSIDE_TEXT or span.text in ("[ ] ", "[x] "))
    return re.sub(r"\s+", "", text)


def assert_nothing_comes_through(example: Example) -> None:
    """No control character reaches a row at any width, though there are references to some between all words."""
    dangerous = example.markdown.replace(" ", " &#27;&#x202e;&#13;&#155;&NewLine;&Tab;")
    for cells in (10, 40, 80):
        rows = "".join(plain(line) for line in page(dangerous).lines(cells))
        assert rows == harmless(rows)
        assert not {"\n", "\t"} & set(rows)
