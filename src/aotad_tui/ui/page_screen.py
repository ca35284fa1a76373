"""What a screen does for the page that is on it: the outline, the clipboard, the line for finding."""

from __future__ import annotations

from textual import on

from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.viewport.destination import Destination
from aotad_tui.ui.viewport.find import FindInPage
from aotad_tui.ui.viewport.selection import TextSelection
from aotad_tui.ui.viewport.status import PageStatus
from aotad_tui.ui.widgets.bars import TitleBar
from aotad_tui.ui.widgets.find_bar import FindBar

from .paned import PanedScreen


class PageScreen(PanedScreen):
    """Hears the page and answers; going places is for `ReadingScreen`."""

    @on(PageStatus.Changed)
    def _moved(self, event: PageStatus.Changed) -> None:
        """The outline and the title say where in the section one is, the panel who is named there."""
        status = event.status
        if self.query_one(PagePane).display:
            self.query_one(PeoplePane).show_on_page(status.people_in_view)
        self.query_one(SectionsPane).show_outline(status.section, status.outline, status.heading)
        self.query_one(TitleBar).how_far = status.how_far

    @on(Destination.Missing)
    def _missed(self, event: Destination.Missing) -> None:
        self.notify(f"No heading “{event.heading}” in this section.", markup=False, timeout=4)

    @on(TextSelection.Copied)
    def _copied(self, event: TextSelection.Copied) -> None:
        self.app.copy_to_clipboard(event.text)
        self.notify(f"Copied {event.description}", markup=False, timeout=3)

    @on(FindInPage.Changed)
    def _told_of_hits(self, event: FindInPage.Changed) -> None:
        self.query_one(FindBar).tell(event.words, event.status)

    @on(FindBar.Typed)
    def _typed(self, event: FindBar.Typed) -> None:
        self.query_one(PagePane).find.search(event.words)

    @on(FindBar.Left)
    def _find_left(self, event: FindBar.Left) -> None:
        page = self.query_one(PagePane)
        self.set_focus(page)
        if not event.words:
            self.query_one(FindBar).display = False
        if event.words is None:
            page.find.cancel()
        elif not event.words:
            page.find.next_hit()  # of what was looked for before
