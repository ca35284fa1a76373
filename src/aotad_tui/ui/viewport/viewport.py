"""The widget that shows a page: it owns the parts and passes Textual's events on to them."""

from __future__ import annotations

from textual import events, on
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip

from aotad_tui.ui.widgets.styled_view import StyledView

from .columns import TableColumns
from .find import FindInPage
from .links import LinkCursor
from .renderer import PageRenderer
from .scroller import Scroller
from .selection import TextSelection
from .widget_window import WidgetWindow


class PageViewport(StyledView):
    """Shows the page of its scroller."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.scroller = Scroller(WidgetWindow(self))
        self.renderer = PageRenderer(self, self.scroller)
        self.columns = TableColumns(self.scroller)
        redraw = self.renderer.redraw
        self.find = FindInPage(self, self.scroller, redraw)
        self.links = LinkCursor(self, self.scroller, redraw, self.find)
        self.selection = TextSelection(self, self.scroller, redraw, self.find, self.links)
        self.renderer.set_highlighters(self.find.highlights, self.selection.highlights, self.links.highlights)

    # Drawing

    def on_resize(self) -> None:
        """Lay out the page for the new width."""
        self.scroller.lay_out()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scrolling with the wheel or the scroll bar sets the row; keep the position at that row."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.scroller.take_position()

    def notify_style_update(self) -> None:
        """Draw everything again, since colours may have changed."""
        super().notify_style_update()
        self.scroller.forget_view()
        self.renderer.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a frame."""
        with self.renderer.drawing_frame():
            return self.renderer.strips(crop) if self.renderer.is_bare else super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The strip of one row."""
        return self.renderer.strip(y)

    # The mouse

    @on(events.MouseScrollRight)
    @on(events.MouseScrollLeft)
    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def _scroll_table(self, event: events.MouseEvent) -> None:
        """Scroll the table under the pointer sideways, with the vertical wheel only if shift is held."""
        vertical = isinstance(event, (events.MouseScrollDown, events.MouseScrollUp))
        if vertical and not event.shift:
            return
        event.prevent_default()
        event.stop()
        offset = event.get_content_offset(self)
        if offset:
            forward = isinstance(event, (events.MouseScrollRight, events.MouseScrollDown))
            self.columns.scroll_at(offset.y, 1 if forward else -1)

    def on_click(self, event: events.Click) -> None:
        """Open the link that was clicked, or scroll the table; a double click selects the paragraph."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if event.chain == 2:
            self.selection.select_block(offset.y)
        elif not self.columns.click(*offset) and not self.screen.get_selected_text() and self.links.click(*offset):
            event.stop()

    # Selection, which Textual controls

    def text_select_all(self) -> None:
        """Select nothing: a double click selects the paragraph, see `on_click`."""

    def selection_updated(self, selection: Selection | None) -> None:
        """Highlight the selection."""
        self.selection.update(selection)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text and the line end after it."""
        return (self.selection.text(selection), "\n") if self.scroller.page else None
