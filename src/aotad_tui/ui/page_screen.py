"""What a screen does for the page that is on it: the outline, the clipboard, the line for finding."""

from __future__ import annotations

from textual import on

from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.widgets.bars import TitleBar
from aotad_tui.ui.widgets.find_bar import FindBar

from .paned import PanedScreen


class PageScreen(PanedScreen):
    """Hears the page and answers; going places is for `ReadingScreen`."""

    @on(PagePane.Moved)
    def _moved(self, event: PagePane.Moved) -> None:
        """The outline and the title say where in the section one is, the panel who is named there."""
        page = event.sender
        self.query_one(PeoplePane).show_on_page(page.people_shown)
        self.query_one(SectionsPane).show_outline(page.section, page.outline, page.heading)
        self.query_one(TitleBar).how_far = page.how_far

    @on(PagePane.Missed)
    def _missed(self, event: PagePane.Missed) -> None:
        self.notify(f"There is no heading “{event.heading}” here.", markup=False, timeout=4)

    @on(PagePane.Copied)
    def _copied(self, event: PagePane.Copied) -> None:
        self.app.copy_to_clipboard(event.text)
        self.notify(f"Sent to the clipboard: {event.what}", markup=False, timeout=3)

    @on(PagePane.Found)
    def _told_of_hits(self, event: PagePane.Found) -> None:
        self.query_one(FindBar).tell(event.words, event.told)

    @on(FindBar.Typed)
    def _typed(self, event: FindBar.Typed) -> None:
        self.query_one(PagePane).find(event.words)

    @on(FindBar.Left)
    def _find_left(self, event: FindBar.Left) -> None:
        page = self.query_one(PagePane)
        self.set_focus(page)
        if not event.words:
            self.query_one(FindBar).display = False
        if event.words is None:
            page.give_up_find()
        elif not event.words:
            page.action_next_hit()  # of what was looked for before
