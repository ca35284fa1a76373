"""The base of all widgets that draw lines of spans."""

from __future__ import annotations

from functools import partial

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from aotad_tui.link import Link
from aotad_tui.ui.platform.textual_internals import vertical_scroll_bar

from .scroll_bar import PlainScrollBar
from .span_styles import SPAN_NAMES, SpanStyles


class StyledView(ScrollView, can_focus=True):
    """A scrollable widget that draws spans in the styles of the style sheet. Posts `Followed` when a link is opened."""

    class Followed(Message):
        """A link was opened by mouse or by key."""

        def __init__(self, sender: StyledView, link: Link) -> None:
            super().__init__()
            self.sender = sender
            self.link = link

        @property
        def control(self) -> StyledView:
            """The widget with the link."""
            return self.sender

    def __init__(self, *, id: str | None = None, span_names: frozenset[str] = SPAN_NAMES) -> None:
        super().__init__(id=id)
        self.span_styles = SpanStyles(self, span_names)
        # Textual moves a scroll bar only while it is shown, so one that appears is not where the view is.
        for shown in ("show_vertical_scrollbar", "show_horizontal_scrollbar"):
            self.watch(self, shown, partial(_move_bars, self), init=False)

    def fit(self, height: int) -> None:
        """Set the height of the content in rows, without a new layout of the screen where that can be avoided."""
        size = Size(self.scrollable_content_region.width, height)
        if size == self.virtual_size:
            return
        always = self.styles.overflow_y == "scroll"
        if always or self.show_vertical_scrollbar == (height > self.container_size.height):
            self.set_reactive(Widget.virtual_size, size)
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.window_virtual_size = height
        else:
            self.virtual_size = size

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The vertical scroll bar, created when it is first needed, as Textual's own is."""
        return vertical_scroll_bar(
            self, lambda: PlainScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
        )

    def notify_style_update(self) -> None:
        """Draw everything again, since colours may have changed."""
        super().notify_style_update()
        self.span_styles.clear()
        self.refresh()


def _move_bars(view: StyledView) -> None:
    """Move the scroll bars that are shown to the scroll position."""
    if view.show_vertical_scrollbar:
        view.vertical_scrollbar.position = view.scroll_y
    if view.show_horizontal_scrollbar:
        view.horizontal_scrollbar.position = view.scroll_x
