"""The private parts of Textual that the program relies on; a release without them fails here first."""

from __future__ import annotations

import ast
import gc
import weakref
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual._context import visible_screen_stack
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.widgets import Static, Tree
from textual.widgets._toast import ToastHolder
from textual.widgets.tree import TreeNode

import aotad_tui
from aotad_tui.ui.platform.textual_internals import (
    CompactStrip,
    clear_tree,
    forget_background_screens,
    forget_drawn_borders,
    forget_tree_lines,
    key_name,
    remove_empty_toasts,
    unmounted_child,
    vertical_scroll_bar,
)

PACKAGE = Path(aotad_tui.__file__).parent


@pytest.mark.parametrize(("character", "name"), [("?", "question_mark"), ("a", "a"), ("[", "left_square_bracket")])
def test_a_character_has_the_name_that_bindings_use(character: str, name: str) -> None:
    assert key_name(character) == name


class _Bar(ScrollBar):
    """A scroll bar of our own."""


class _View(ScrollView):
    @property
    def vertical_scrollbar(self) -> ScrollBar:
        return vertical_scroll_bar(self, lambda: _Bar(name="vertical"))


class _Labels(Tree[str]):
    rendered = 0

    def render_label(self, node: TreeNode[str], base_style: Style, style: Style) -> Text:
        self.rendered += 1
        return super().render_label(node, base_style, style)


class _TestApp(App[None]):
    CSS = "Static > .warm { color: red; } _View { overflow-y: scroll; }"

    def compose(self) -> ComposeResult:
        yield Static("text")
        yield _View()
        yield _Labels("root")


async def test_a_scroll_bar_of_our_own_is_the_one_that_is_shown() -> None:
    app = _TestApp()
    async with app.run_test():
        view = app.query_one(_View)
        assert isinstance(view.vertical_scrollbar, _Bar)
        assert view.vertical_scrollbar is view.vertical_scrollbar
        assert view.vertical_scrollbar.is_attached
        assert view.vertical_scrollbar.region.height == view.size.height


async def test_the_style_sheet_applies_to_a_child_that_is_never_mounted() -> None:
    app = _TestApp()
    async with app.run_test():
        static = app.query_one(Static)
        child = unmounted_child(static, "warm")
        app.stylesheet.apply(child)
        assert child.styles.has_rule("color")
        assert child.styles.color.css == "rgb(255,0,0)"
        assert child not in static.children


async def test_a_tree_renders_its_labels_again_when_its_cached_lines_are_cleared() -> None:
    app = _TestApp()
    async with app.run_test() as pilot:
        tree = app.query_one(_Labels)
        tree.refresh()
        await pilot.pause()
        before = tree.rendered
        tree.refresh()
        await pilot.pause()
        assert tree.rendered == before  # its lines were cached
        forget_tree_lines(tree)
        tree.refresh()
        await pilot.pause()
        assert tree.rendered > before


async def test_a_cleared_tree_forgets_its_rows() -> None:
    app = _TestApp()
    async with app.run_test() as pilot:
        tree = app.query_one(_Labels)
        row = weakref.ref(tree.root.add_leaf("row"))
        await pilot.pause()
        clear_tree(tree)
        await pilot.pause()
        gc.collect()
        assert row() is None


async def test_empty_containers_of_notifications_are_removed() -> None:
    app = _TestApp()
    async with app.run_test(notifications=True) as pilot:
        app.notify("hello")
        await pilot.pause()
        assert app.screen.query(ToastHolder)
        app.clear_notifications()
        remove_empty_toasts(app.screen_stack)
        await pilot.pause()
        assert not app.screen.query(ToastHolder)


def test_cached_borders_can_be_cleared() -> None:
    forget_drawn_borders()


async def test_a_task_can_forget_the_screens_in_the_background() -> None:
    visible_screen_stack.set([Screen()])
    forget_background_screens()
    assert visible_screen_stack.get() == []


def test_a_compact_strip_behaves_as_a_strip() -> None:
    strip = CompactStrip([Segment("one "), Segment("two")], 7)
    assert (strip.text, strip.cell_length) == ("one two", 7)
    assert [part.text for part in strip.divide([3, 7])] == ["one", " two"]
    assert strip.divide([7]) == [strip]
    assert strip.crop(4, 7).text == "two"
    assert strip.crop(4, 7).text == "two"
    assert strip.adjust_cell_length(9).text == "one two  "


@pytest.mark.slow
def test_only_one_module_imports_private_names_of_textual() -> None:
    """All other modules import public names only."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
                parts = [*(node.module or "").split("."), *(name.name for name in node.names)]
                if any(part.startswith("_") for part in parts):
                    found.add(path.name)
    assert found == {"textual_internals.py"}
