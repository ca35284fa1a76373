"""Shows the session in the panes and in the title."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from aotad_tui.progress.session import LEFT, Session
from aotad_tui.ui.platform.callbacks import after_refresh
from aotad_tui.ui.platform.gc_tuning import FREEZER

from .model import ReaderModel
from .reading_panes import ReadingPanes


class Presenter:
    """Mirrors the session of a model into the widgets of a screen.

    `story_changed` is called whenever another part of the story may be shown, before it is shown.
    """

    def __init__(self, screen: Screen[None], model: ReaderModel, panes: ReadingPanes) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self.story_changed: list[Callable[[], None]] = []
        self._is_around_due = False

    @property
    def row(self) -> int:
        """The row at the top of the page, as in `Location`."""
        return self._panes.page.place

    def show_all(self, heading: str = "") -> None:
        """Show the session from scratch: after a start, and whenever another part of the story may be shown."""
        for changed in self.story_changed:
            changed()
        self._panes.sections.show_edition(self._model.visible)
        self.show_location(heading)
        self.show_around()
        self._screen.call_after_refresh(FREEZER.freeze)  # what was looked up for these panes too

    def show_location(self, heading: str = "") -> None:
        """Show the section and the position of the session on the page."""
        session = self._model.session
        place = session.place
        section = session.visible.story.section_by_id.get(place.section or "")
        left = self._model.reader_state.text_anchor(section.id) if section and place.row == LEFT else None
        self._panes.page.open(session.visible, section, max(place.row, 0), heading, left)
        # Only a terminal's title may show it, so the screen need not be drawn again for it.
        self._screen.set_reactive(Screen.sub_title, section.title if section else "")

    def show_around(self) -> None:
        """Show where the session is in the side panes and in the title."""
        self._is_around_due = False
        self.show_read_marks()
        self.show_people()
        title = self._panes.title
        title.title = self._model.visible.story.title
        title.told = progress_text(self._model.session, self._model.reader_state.viewer, self._model.key("peek"))
        for pane in self._panes.all():
            pane.show_session(self._model.session)

    def show_around_soon(self) -> None:
        """Do the same once the page is drawn, since the reader waits for the page."""
        if not self._is_around_due:
            self._is_around_due = True
            after_refresh(self._screen, self.show_around)

    def show_people(self) -> None:
        """Show the selected person, and who is named on the page."""
        session = self._model.session
        named = self._panes.page.status.people_shown
        self._panes.people.show_person(session.visible, session.place.person, named)

    def show_read_marks(self) -> None:
        """Show in the sidebar which section is open and which were read."""
        session = self._model.session
        self._panes.sections.mark(session.place.section, session.read)

    def switch_to(self, session: Session) -> None:
        """Show a session with another part of the story; the page keeps its words at the top if they are there."""
        model = self._model
        if model.session.seen:
            self._screen.app.clear_notifications()  # they may speak of what is hidden now
        text_anchor, here = self._panes.page.status.text_anchor, model.session.place
        if here.section and text_anchor:
            model.reader_state.save_text_anchor(here.section, text_anchor)
        model.session = session.at_row(LEFT) if session.place.section == here.section else session
        self.show_all()


def progress_text(session: Session, viewer: str, peek_key: str) -> str:
    """How much of the story is shown, for the title."""
    timeline = session.visible.story.timeline
    who = f"{viewer} · " if viewer else ""
    if not timeline:
        return who.removesuffix(" · ")
    point = f"{timeline.unit} {session.seen}"
    if session.looked_from is not None:
        return f"{who}peeking: {point if session.seen else 'nothing yet'} ({peek_key} ends it)"
    shown = "seen" if session.peeked_from is None else "only this time"
    if session.seen == 0:
        return f"{who}{shown}: nothing yet"
    if session.seen == len(timeline):
        return f"{who}{shown}: all of it"
    return f"{who}{shown}: {point} of {len(timeline)}"
