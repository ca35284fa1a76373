"""Shows the session in the panes and in the title."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from aotad_tui.progress.session import RESTORE, Session
from aotad_tui.story.mention_points import MentionPoints
from aotad_tui.story.people_page import page_of
from aotad_tui.ui.platform.callbacks import after_refresh
from aotad_tui.ui.platform.gc_tuning import FREEZER
from aotad_tui.ui.platform.terminal_requests import show_title

from .model import ReaderModel
from .reading_panes import ReadingPanes


class Presenter:
    """Shows the session of a model in the widgets of a screen.

    `story_changed`: functions to call before another part of the story is shown. `named_at`: returns where the
    selected person is named, None as long as that is not known.
    """

    def __init__(self, screen: Screen[None], model: ReaderModel, panes: ReadingPanes) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self.story_changed: list[Callable[[], None]] = []
        self.named_at: Callable[[], MentionPoints | None] = lambda: None
        self._is_around_due = False

    @property
    def text_position(self) -> int:
        """The text at the top of the page, as in `Location`."""
        return self._panes.page.text_position

    def show_all(self, heading: str = "") -> None:
        """Show everything again: after a start, and whenever another part of the story is visible."""
        for changed in self.story_changed:
            changed()
        self._panes.sections.show_story(self._model.visible)
        self.show_location(heading)
        self.show_around()
        self._screen.call_after_refresh(FREEZER.freeze)  # including what these panes have looked up

    def show_location(self, heading: str = "") -> None:
        """Show the section and the position of the session on the page."""
        session = self._model.session
        place = session.place
        section = page_of(session.visible, place.section or "")
        anchor = None
        if section and place.text_position is RESTORE:
            anchor = self._model.reader_state.text_anchor(section.id)
        self._panes.page.open(session.visible, section, place.text_position or 0, heading, anchor)
        self._panes.title.section = (*section.parts, section.title) if section else ()
        # Only a terminal's title may show it, so the screen need not be drawn again for it.
        title = section.title if section else ""
        self._screen.set_reactive(Screen.sub_title, title)
        show_title(self._screen.app, " · ".join(filter(None, (title, session.visible.story.title))))

    def show_around(self) -> None:
        """Show the location of the session in the side panes and in the title."""
        self._is_around_due = False
        self.show_read_marks()
        self.show_people()
        title = self._panes.title
        title.title = self._model.visible.story.title
        title.details = progress_text(self._model.session, self._model.reader_state.viewer, self._model.key("peek"))
        for pane in self._panes.all():
            pane.show_session(self._model.session)

    def show_around_soon(self) -> None:
        """Call `show_around` once the page is drawn, since the reader waits for the page."""
        if not self._is_around_due:
            self._is_around_due = True
            after_refresh(self._screen, self.show_around)

    def show_people(self) -> None:
        """Show the selected person, and the people mentioned on the page."""
        session = self._model.session
        on_page, person = self._panes.page.status.people_shown, session.place.person
        notes = self._model.notes_on(person) if person else ()
        self._panes.people.show_person(session.visible, person, on_page, self.named_at(), notes)

    def show_read_marks(self) -> None:
        """Mark the open section and the read ones in the sidebar."""
        session = self._model.session
        shown = session.read.intersection(session.visible.story.section_by_id)
        self._panes.sections.mark(session.place.section, shown)

    def switch_to(self, session: Session) -> None:
        """Show a session with another part of the story. The text at the top stays there if it is still visible."""
        model = self._model
        if model.session.seen:
            self._screen.app.clear_notifications()  # they may mention what is hidden now
        text_anchor, here = self._panes.page.status.text_anchor, model.session.place
        if here.section and text_anchor:
            model.reader_state.save_text_anchor(here.section, text_anchor)
        model.session = session.at_text_position(RESTORE) if session.place.section == here.section else session
        self.show_all()


def progress_text(session: Session, viewer: str, peek_key: str) -> str:
    """How much of the story is shown, for the title."""
    timeline = session.visible.story.timeline
    who = f"{viewer} · " if viewer else ""
    if not timeline:
        return who.removesuffix(" · ")
    point = timeline.short(session.seen)
    if session.peek_origin is not None:
        return f"{who}peeking: {point if session.seen else 'nothing yet'} ({peek_key} ends it)"
    shown = "seen" if session.saved_seen is None else "only this time"
    if session.seen == 0:
        return f"{who}{shown}: nothing yet"
    if session.seen == len(timeline):
        return f"{who}{shown}: all of it"
    if timeline.volumes:
        return f"{who}{shown}: {point} ({session.seen} of {len(timeline)})"
    return f"{who}{shown}: {point} of {len(timeline)}"
