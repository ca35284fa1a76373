"""No text of a guide can move a cursor, write a clipboard, open a link or turn the reading direction."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.library.check import check
from aotad_tui.library.cleaning import clean, clean_line
from aotad_tui.library.load import load, open_guide
from aotad_tui.story.story import Story

from .guides import HEAD, opened, write

MARKUP = "[/b] [@click=app.quit]x"
ATTACKS = {
    "escape": "\x1b[2J\x1b[31m",
    "clipboard": "\x1b]52;c;cm0gLXJmIC8=\x07",
    "title": "\x1b]0;x\x1b\\",
    "eight bit": "\x9b31m\x9d0;x\x9c",
    "controls": "\x00\x01\x07\x08\x0b\x0c\x0e\x1f\x7f",
    "nel": "\x85\u2028\u2029",
    "overrides": "\u202a\u202b\u202c\u202d\u202e",
    "isolates": "\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    "tags": "\U000e0001\U000e0041\U000e007f\ufff9\ufffb",
}

# Every field of every record that holds a text.
GUIDE = HEAD.replace("A tale", "{x}") + (
    "summary: {x}\nlanguage: {x}\n"
    "groups: {{crew: {{name: {x}, since: start}}}}\n"
    "kinds: {{hunts: {{label: {x}, back: {x}, heading: {x}, sign: {x}}}}}\n"
    "states: {{gone: {{label: {x}, sign: {x}}}}}\n"
)
TITLED = GUIDE.replace("{{count: 9}}", "x").replace("{count: 9}", "{{unit: {x}, points: [{{id: p1, title: {x}}}]}}")
CAST = """\
ann:
  name: {x}
  native: {x}
  aliases: [{x}, {{name: {x}, since: start}}]
  since: start
  group: crew
  about: [{{text: {x}, since: start}}]
  played_by: {{name: {x}, native: {x}}}
  facts: [{{text: {x}, since: start, state: gone, as_of: {x}, sources: [book]}}]
bob: {{name: [{{text: {x}, since: start}}], since: start}}
"""
TIES = "- {{from: ann, to: bob, kind: hunts, label: {x}, back: {x}, since: start, until: start, ended: {x}}}\n"
SOURCES = "book: {{title: {x}, url: https://example.org, date: {x}, publisher: {x}}}\n"
PAGE = "---\ntitle: {x}\nsince: start\nas_of: {x}\naliases: [{x}]\nsources: [book]\n---\n{x}\n"
FIELDS = 29


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def written(folder: Path, yaml: str, page: str) -> Path:
    files = {"characters.yaml": CAST, "relationships.yaml": TIES, "sources.yaml": SOURCES, "sections/page.md": PAGE}
    made: dict[str, str | bytes] = {
        path: text.replace("{x}\n", f"{page}\n") if path.endswith("md") and False else text.format(x=yaml)
        for path, text in {"guide.yaml": TITLED, **files}.items()
    }
    head, _, _ = PAGE.format(x=yaml).rpartition("---\n")
    made["sections/page.md"] = f"{head}---\n{page}\n"
    return write(folder, made)


def everything(story: Story) -> list[str]:
    return [*strings(story), *(story.text(section) for section in story.sections)]


def is_harmless(text: str) -> bool:
    """Only what can be printed, newlines and tabs, composed; `isprintable` is Unicode's word on it, not ours."""
    visible = all(char.isprintable() or char in "\n\t" or unicodedata.category(char) in ("Cf", "Co", "Cn") for char in text)
    bidi = {unicodedata.bidirectional(char) for char in text}
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return visible and not bidi & turning and unicodedata.is_normalized("NFC", text)
