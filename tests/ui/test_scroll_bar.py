"""The scroll bar looks and behaves like Textual's own."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from aotad_tui.ui.widgets.scroll_bar import PlainScrollBar
from aotad_tui.ui.widgets.styled_view import StyledView

from .reader import running

pytestmark = pytest.mark.slow


class Long(StyledView):
    """A hundred rows in a window of ten."""

    def on_mount(self) -> None:
        self.virtual_size = Size(18, 100)


class OnlyOne(App[None]):
    CSS = "Long { height: 10; scrollbar-size-vertical: 2; }"

    def compose(self) -> ComposeResult:
        yield Long()


def texts_and_styles(strips: list[Strip]) -> list[list[tuple[str, object]]]:
    return [[(text, style) for text, style, _ in strip] for strip in strips]


def draw_with_textual(bar: ScrollBar, crop: Region) -> list[Strip]:
    bar.refresh()
    return Widget.render_lines(bar, crop)


@pytest.mark.parametrize("plain", [False, True], ids=["colours", "NO_COLOR"])
async def test_the_scroll_bar_looks_like_textuals_own(monkeypatch: pytest.MonkeyPatch, plain: bool) -> None:
    if plain:
        monkeypatch.setenv("NO_COLOR", "1")
    app = OnlyOne()
    async with running(app, (20, 10)):
        bar = app.query_one(Long).vertical_scrollbar
        assert isinstance(bar, PlainScrollBar)
        assert bar.size == Size(2, 10)
        for position in (0, 0.25, 1, 33.5, 89.875, 90):
            bar.position = position
            for crop in (Region(0, 0, 2, 10), Region(0, 3, 2, 4), Region(1, 0, 1, 10)):
                assert texts_and_styles(bar.render_lines(crop)) == texts_and_styles(draw_with_textual(bar, crop)), (
                    position,
                    crop,
                )


async def test_rows_that_look_the_same_share_one_strip() -> None:
    app = OnlyOne()
    async with running(app, (20, 10)):
        bar = app.query_one(Long).vertical_scrollbar
        bar.position = 33
        assert len({id(strip) for strip in bar.render_lines(Region(0, 0, 2, 10))}) <= 5


async def test_a_click_beside_the_thumb_scrolls() -> None:
    app = OnlyOne()
    async with running(app, (20, 10)) as reader:
        await reader.click_at(19, 9)
        assert app.query_one(Long).scroll_target_y > 0
