"""A page whose wide tables are passed sideways."""

from __future__ import annotations

from textual import events

from aotad_tui.cells import Span, width
from aotad_tui.page.tables import MORE

from .find import FindingView
from .scroller import Place


class SidewaysView(FindingView):
    """Passes tables by columns, by key, wheel or a click on their signs; nothing moves up or down meanwhile."""

    def action_columns_right(self) -> None:
        """To the columns on the right, in the first table on the screen that has more there."""
        self._pass_first(1)

    def action_columns_left(self) -> None:
        """Back to those on the left."""
        self._pass_first(-1)

    def _pass_first(self, steps: int) -> None:
        for leaf in dict.fromkeys(leaf for leaf, _ in self.rows_in_view()):
            if self._pass(leaf, steps):
                return

    def _pass(self, leaf: int, steps: int) -> bool:
        passed = self._sheet is not None and self._sheet.pass_columns(leaf, steps)
        if passed:
            self._columns_changed()
        return passed

    def _columns_changed(self) -> None:
        self.redraw()
        self.call_later(self.view_changed)

    def bring_into_view(self, place: Place) -> None:
        """Scrolls as little as needed to show a place, sideways too."""
        if self._sheet and self._sheet.show_character(*place):
            self._columns_changed()
        super().bring_into_view(place)

    # By mouse

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Passes the table under the pointer."""
        self._turned(event, 1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Passes it back."""
        self._turned(event, -1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """With shift, the wheel is for what lies sideways."""
        if event.shift:
            self._turned(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """With shift, back."""
        if event.shift:
            self._turned(event, -1)

    def _turned(self, event: events.MouseEvent, steps: int) -> None:
        event.prevent_default()
        event.stop()
        offset = event.get_content_offset(self)
        at = self.row_at(offset.y) if offset else None
        if at:
            self._pass(at[0], steps)

    def span_at(self, x: int, y: int) -> Span | None:
        """What is drawn at a place of the widget's content, or None."""
        at = self.row_at(y)
        cell = self.margin_cells
        for span in at[1].spans if at else ():
            past = cell + width(span.text)
            if cell <= x < past:
                return span
            cell = past
        return None

    def pass_by_sign(self, x: int, y: int) -> bool:
        """Passes the table whose sign of more columns stands at a place. Says whether one does."""
        at, span = self.row_at(y), self.span_at(x, y)
        if at is None or span is None or "more" not in span.style.split():
            return False
        self._pass(at[0], 1 if MORE in span.text else -1)
        return True
