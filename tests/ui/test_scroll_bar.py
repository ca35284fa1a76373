from hypothesis import given
from hypothesis import strategies as some
from rich.style import Style
from textual.app import App, ComposeResult
from textual.filter import Monochrome
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from aotad_tui.ui.scroll_bar import PlainScrollBar


class _Bars(App[None]):
    CSS = "ScrollBar { width: 2; height: 12; }"

    def compose(self) -> ComposeResult:
        yield PlainScrollBar(thickness=2)
        yield ScrollBar(thickness=2)


def _seen(strips: list[Strip]) -> list[list[object]]:
    """What a person sees and hits with the mouse: of a blank cell the ground alone."""
    return [[_cell(text, style or Style()) for text, style, _ in strip] for strip in strips]


def _cell(text: str, style: Style) -> object:
    ink, ground = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
    return text, ink if text.strip() else None, ground, style.meta


async def test_the_bar_is_drawn_cell_for_cell_as_textual_draws_it() -> None:
    app = _Bars()
    async with app.run_test(size=(20, 30)):
        ours, theirs = app.query_one(PlainScrollBar), app.query(ScrollBar).last()

        @given(
            lines=some.integers(0, 400),
            window=some.integers(0, 60),
            part=some.floats(0, 1),
            over=some.booleans(),
            top=some.integers(0, 11),
            height=some.integers(1, 12),
            plain=some.booleans(),
        )
        def equal(lines: int, window: int, part: float, over: bool, top: int, height: int, plain: bool) -> None:
            app._filters = [Monochrome()] if plain else []
            for bar in (ours, theirs):
                bar.window_virtual_size, bar.window_size, bar.mouse_over = lines, window, over
                bar.position = part * max(lines - window, 0)
                bar._styles_cache.clear()
            crop = Region(0, top, 2, min(height, 12 - top))
            assert _seen(ours.render_lines(crop)) == _seen(theirs.render_lines(crop))

        equal()
