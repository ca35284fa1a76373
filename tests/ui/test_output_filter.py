"""No control character, override or hyperlink is drawn: the second wall, asked without the first.

The texts here were never cleaned, as if the first wall had a gap.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.color import Color
from textual.content import Content
from textual.strip import Strip
from textual.widgets import Button, Input, OptionList, Static, Tree

import aotad_tui.ui
from aotad_tui.cells import width
from aotad_tui.story.story import Story
from aotad_tui.ui.platform.output_filter import FilteredApp, OutputFilter
from aotad_tui.ui.viewport.viewport import PageViewport
from tests.hostile import HOSTILE, SURROGATES, harmful

from .reader import Reader, reading, running
from .test_ascii import SCREENS

BLACK = Color(0, 0, 0)
TEXTS = {**HOSTILE, **{f"surrogate {text!a}": text for text in SURROGATES}, "all": "".join(HOSTILE.values()) + "\t\n"}
POISON = "\x1b]52;c;ZXZpbA==\x07\x9b2J\u202e\u2066\xad"
"""The last of them takes a cell, so that it is seen where the filter has replaced it."""


def drawn(reader: Reader) -> str:
    return "".join(reader.rows)


def assert_harmless(reader: Reader) -> None:
    assert harmful(drawn(reader), allowed="") == []
    assert [style for style in reader.styles if style.link] == []


@pytest.mark.parametrize("characters", [{}, {ord("─"): "-"}], ids=["as it is", "in ASCII"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_leaves_without_harmful_characters_in_as_many_cells(text: str, characters: Mapping[int, str]) -> None:
    strip = Strip([Segment("한글 "), Segment(text), Segment(" end")])
    left = OutputFilter(characters).filtered(strip)
    assert harmful(left.text, allowed="") == []
    assert (width(left.text), left.cell_length) == (strip.cell_length, strip.cell_length)
    assert left.text.startswith("한글 ")
    assert left.text.endswith(" end")


def test_what_is_harmless_leaves_as_it_is() -> None:
    segments = [Segment("한글 ❤️ 👨\u200d👩\u200d👧 עברית\xa0…", Style(bold=True)), Segment("─")]
    assert OutputFilter({}).apply(segments, BLACK) == segments


def test_no_hyperlink_leaves() -> None:
    """Its address would be written as it is."""
    link = Style(bold=True, link="https://e.example/\x1b]52;c;ZXZpbA==\x07")
    (left,) = OutputFilter({}).apply([Segment("words", link)], BLACK)
    assert left == Segment("words", Style(bold=True))


def test_no_other_widget_draws_its_lines_itself() -> None:
    """Textual filters the lines of every widget that leaves `render_lines` alone; those that do not filter theirs."""
    files = Path(aotad_tui.ui.__file__).parent.rglob("*.py")
    own = [file.name for file in files if "def render_lines(" in file.read_text(encoding="utf-8")]
    assert sorted(own) == ["scroll_bar.py", "viewport.py"]


class Widgets(FilteredApp):
    """Texts that nobody cleaned, in everything that Textual draws."""

    def compose(self) -> ComposeResult:
        text = Content(POISON)
        framed = Static(text)
        framed.styles.border = ("round", "red")
        framed.border_title, framed.border_subtitle = text, text
        yield framed
        yield Static("[link='https://e.example/']words[/link]")
        yield Input(value=POISON, placeholder=POISON)
        yield Button(text)
        yield OptionList(text)
        tree: Tree[None] = Tree(POISON)
        tree.root.add_leaf(POISON)
        tree.root.expand()
        yield tree
        view = PageViewport()
        view.renderer.message = POISON
        view.styles.height = 5
        yield view

    def on_mount(self) -> None:
        self.notify(POISON, title=POISON, markup=False)


@pytest.mark.slow
async def test_every_kind_of_widget_is_filtered() -> None:
    async with running(Widgets(), (60, 40)) as reader:
        assert_harmless(reader)
        assert drawn(reader).count("]52;c;ZXZpbA==2J\ufffd") >= 9, reader.text


def poisoned(value: Any) -> Any:
    """A value of a story with the poison at the end of every text that is shown, and nothing else changed."""
    if isinstance(value, tuple):
        return tuple(poisoned(item) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for field in fields(value):
        inside = getattr(value, field.name)
        if field.name == "kind_stages":  # its texts are ids
            continue
        if isinstance(inside, str) and field.name in _SHOWN:
            changes[field.name] = inside + POISON if inside else inside
        elif isinstance(inside, tuple) or is_dataclass(inside):
            changes[field.name] = poisoned(inside)
    return replace(value, **changes)


_SHOWN = {"text", "title", "name", "native", "label", "back", "heading", "ended", "publisher", "date", "summary"}


class PoisonedTexts:
    """The texts of a story with code in which no word is clean."""

    def __init__(self, story: Story) -> None:
        self._texts = story.texts

    def read(self, file: str) -> str:
        return f"{self._texts.read(file)}\n\n```\n{POISON}\n```\n"


@pytest.fixture(scope="module")
def hostile_story(jekyll_story: Story) -> Story:
    story: Story = poisoned(jekyll_story)
    return replace(story, texts=PoisonedTexts(jekyll_story))


@pytest.mark.slow
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_no_screen_draws_a_harmful_character(hostile_story: Story, keys: tuple[str, ...]) -> None:
    async with reading(hostile_story, 7) as reader:
        assert "\ufffd" in drawn(reader), "the poison is on the screen"
        await reader.press(*keys)
        assert_harmless(reader)
