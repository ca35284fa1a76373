"""The page pane, which shows the open section."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from aotad_tui.commands.registry import Scope
from aotad_tui.link import Link
from aotad_tui.page.page import Page
from aotad_tui.progress.text_anchor import TextAnchor
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.command_table import Handler, handlers
from aotad_tui.ui.pane import Pane, movement_handlers
from aotad_tui.ui.viewport.destination import Destination
from aotad_tui.ui.viewport.section_loader import SectionLoader
from aotad_tui.ui.viewport.status import PageStatus
from aotad_tui.ui.viewport.text_position import START, TextPosition
from aotad_tui.ui.viewport.viewport import PageViewport
from aotad_tui.ui.widgets.styled_view import StyledView

_CHARACTER_BITS = 32
_COMMON_STYLES = ("title", "heading", "heading-2", "strong", "em", "link", "name", "bullet", "callout", "dim")
"""Styles of nearly every page."""
_ROWS_KEPT = 2
"""The number of rows that stay in view when the page scrolls by a screen."""


class PagePane(Pane, PageViewport):
    """Opens sections, and scrolls the page by the keys of all panes."""

    BINDINGS = bindings_for(Scope.PANE, Scope.PAGE)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.loader = SectionLoader(self, self.scroller, self.renderer)
        self.destination = Destination(self, self.scroller, self.find, self.links)
        self.status = PageStatus(self, self.scroller, self.loader)

    def on_mount(self) -> None:
        """Look up the most common styles before the first page is opened."""
        self.span_styles.preload(_COMMON_STYLES)

    @cached_property
    def commands(self) -> Mapping[str, Handler]:
        """The movements of all panes and the commands of the parts."""
        return movement_handlers(self) | handlers(self.columns, self.links, self.find, self.selection)

    def open(
        self,
        visible: VisibleStory,
        section: Section | None,
        text_position: int = 0,
        heading: str = "",
        text_anchor: TextAnchor | None = None,
    ) -> None:
        """Show a section at a heading, else at a text anchor, else at a text position; without a section, say why."""
        self.destination.set(heading, text_anchor)
        self.links.current = None
        if not self.loader.shows(visible, section):
            self.find.clear()
        position = TextPosition(text_position >> _CHARACTER_BITS, text_position & ((1 << _CHARACTER_BITS) - 1))
        self.loader.open(visible, section, position)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.scroller.page

    @property
    def text_position(self) -> int:
        """The position at the top as one number, which is valid at any width."""
        leaf, character = self.scroller.position
        return leaf << _CHARACTER_BITS | character

    def move_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.scroller.scroll_by(rows)

    def move_screens(self, screens: float) -> None:
        """Scroll by a part of the height; by a whole screen at the end, go to the next section."""
        if screens >= 1 and _turn(self):
            return
        height = self.size.height
        rows = max(height - _ROWS_KEPT if abs(screens) >= 1 else height // 2, 1)
        self.scroller.scroll_by(rows if screens > 0 else -rows)

    def move_to_end(self, *, top: bool) -> None:
        """Scroll to the beginning or to the end."""
        if top:
            self.scroller.go_to(START)
        else:
            self.scroller.scroll_to_end()

    def open_current(self) -> None:
        """Open the selected link; without one at the end, the next section."""
        if self.links.current or not _turn(self):
            self.links.open()

    def on_show(self) -> None:
        """Post what is in view again."""
        self.scroller.view_changed.send()

    def on_hide(self) -> None:
        """Post that nothing is in view any more."""
        self.scroller.view_changed.send()


def _turn(pane: PagePane) -> bool:
    """Go to the next section at the end of the page. Returns whether this is the end, and there is one."""
    following = pane.loader.following if pane.status.is_at_end else None
    if following:
        pane.post_message(StyledView.Followed(pane, Link.section(following.id)))
    return following is not None
