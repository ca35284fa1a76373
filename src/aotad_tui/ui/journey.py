"""What a reader does about their own journey: how far they are, what is new, marks, and what is kept of it all."""

from __future__ import annotations

from abc import abstractmethod

from textual import on
from textual.message import Message

from aotad_tui.link import Link
from aotad_tui.page.leaf_blocks import Label
from aotad_tui.page.page import Page
from aotad_tui.progress.reader_state import Bookmark, new_id
from aotad_tui.progress.session import LEFT, Location, Session
from aotad_tui.progress.text_anchor import find_quote
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.ui.dialogs.ask import ConfirmScreen
from aotad_tui.ui.dialogs.bookmarks import BookmarksScreen, Told
from aotad_tui.ui.dialogs.news import NewsScreen
from aotad_tui.ui.dialogs.progress import ProgressScreen
from aotad_tui.ui.dialogs.recap import RecapScreen
from aotad_tui.ui.dialogs.tour import TourScreen
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.viewport.status import PageStatus

from .page_screen import PageScreen
from .reader_context import ReaderContext

_KEPT_EVERY = 1.0
"""Seconds between two looks at where the reader is; all else is kept as it is done."""


class JourneyScreen(PageScreen):
    """A screen around one session that is kept between runs. What is shown is for the class above it to say."""

    class Begun(Message):
        """The journey stands on the screen, and what a start asks."""

    def __init__(self, session: Session, context: ReaderContext) -> None:
        super().__init__(context.settings.settings.panes)
        self._session = session
        self._reader_context = context
        self._told_trouble = ""

    # For the screen that this is part of. Textual's metaclass knows nothing of abstract methods, but mypy does.

    @abstractmethod
    def _show_all(self) -> None:
        """Shows the session from scratch."""

    @abstractmethod
    def _follow(self, link: Link) -> None:
        """Goes where a link leads."""

    @abstractmethod
    def _go(self, place: Location, heading: str = "") -> None:
        """Goes to a place."""

    @on(PageStatus.Changed)
    def _expect_next(self, event: PageStatus.Changed) -> None:
        """Has the section that comes next made ready, once this one is."""
        next_id = self._session.neighbour(1)
        if next_id and event.status.is_read:
            visible = self._session.visible
            self.query_one(PagePane).loader.expect(visible, visible.story.section_by_id[next_id])

    # What is kept

    def begin_keeping(self) -> None:
        """Asks what a first start asks, and keeps from now on where the reader is."""
        self.set_interval(_KEPT_EVERY, self.keep)
        story = self._session.visible.story
        if self._reader_context.folder:
            self._reader_context.reader_state.keep_guide(story.title, self._reader_context.folder)
        self._tell_trouble()
        if self._reader_context.asks and story.timeline:
            self.app.push_screen(ProgressScreen(story.timeline, 0, later=True), self._first_answer)

    def _first_answer(self, seen: Position | None) -> None:
        # Without an answer nothing is kept, so that the next start asks again.
        if seen is not None:
            self._show_seen(self._session.with_seen(seen))
        if not self._reader_context.reader_state.toured:
            self.action_tour()

    def keep(self) -> None:
        """Keeps where the reader is, and tries again what could not be written."""
        reader_state, section = self._reader_context.reader_state, self._session.place.section
        text_anchor = self.query_one(PagePane).status.text_anchor
        if section and text_anchor:
            reader_state.keep_spot(section, text_anchor)
        reader_state.keep_session(self._session)
        reader_state.store.flush()
        self._tell_trouble()

    def _tell_trouble(self) -> None:
        trouble = self._reader_context.reader_state.store.trouble
        if trouble != self._told_trouble:
            self._told_trouble = trouble
            self.notify(trouble, markup=False, severity="warning", timeout=10)

    # How far

    def action_progress(self) -> None:
        """Asks how far the reader has watched."""
        timeline = self._session.visible.story.timeline
        if not timeline:
            self.notify("This guide has no timeline, so it hides nothing.", timeout=3)
            return
        self.app.push_screen(ProgressScreen(timeline, self._session.really_seen), self._set_seen)

    def action_one_more(self) -> None:
        """One point further."""
        self._step(1)

    def action_one_less(self) -> None:
        """One point back."""
        self._step(-1)

    def _step(self, steps: int) -> None:
        if self._session.peeked_from is None:
            self._set_seen(self._session.seen + steps)
        else:
            self._stand(self._session.peeking(self._session.seen + steps))

    def _set_seen(self, seen: Position | None) -> None:
        timeline = self._session.visible.story.timeline
        if seen is None or not timeline:
            return
        after = max(0, min(seen, len(timeline)))
        before = self._session.really_seen
        if after <= before:
            self._show_seen(self._session.with_seen(after))
            return
        if after == len(timeline):
            question, more = "Show the whole story, ending included?", "From now on the guide shows everything."
        else:
            question = f"Finished {timeline.untitled(after)}?"
            more = f"From now on the guide shows everything up to the end of that {timeline.unit}."
        self.app.push_screen(ConfirmScreen(question, more), lambda yes: self._raised(before, after) if yes else None)

    def _raised(self, before: Position, after: Position) -> None:
        self._reader_context.reader_state.keep_seen_before(self._session.visible.story.timeline, before)
        self._show_seen(self._session.with_seen(after))
        self.action_whats_new()

    def _show_seen(self, session: Session) -> None:
        """Shows the session at another point, for good."""
        self._stand(session.settled())
        self._reader_context.reader_state.keep_seen(session.visible.story.timeline, session.seen)
        self.keep()

    def _stand(self, session: Session) -> None:
        """Shows another edition, the same words at the top of the page as far as they are there."""
        if self._session.seen:
            self.app.clear_notifications()  # what was told then may not be known now
        text_anchor, here = self.query_one(PagePane).status.text_anchor, self._session.place
        if here.section and text_anchor:
            self._reader_context.reader_state.keep_spot(here.section, text_anchor)
        self._session = session.at_row(LEFT) if session.place.section == here.section else session
        self._show_all()

    def action_peek(self) -> None:
        """Asks how far to look, for this sitting only; from there back again."""
        timeline = self._session.visible.story.timeline
        if self._session.looked_from is not None:
            self._stand(self._session.looked())
        elif timeline:
            question = "How far do you want to peek? (until you quit)"
            self.app.push_screen(ProgressScreen(timeline, self._session.seen, question), self._look)

    def _look(self, seen: Position | None) -> None:
        if seen is not None and seen != self._session.seen:
            self._stand(self._session.looking(seen))

    # What is new, and the story so far

    def action_recap(self) -> None:
        """Shows the story so far."""
        self.app.push_screen(RecapScreen(self._session.visible), self._listed)

    def action_whats_new(self) -> None:
        """Shows what was new at the last step."""
        visible, seen = self._session.visible, self._session.seen
        before = self._reader_context.reader_state.seen_before(visible.story.timeline)
        since = before if before is not None and before < seen else max(seen - 1, 0)
        if not visible.story.timeline or not seen:
            self.notify("Nothing new yet.", timeout=2)
            return
        self.app.push_screen(NewsScreen(visible, since), self._listed)

    def _listed(self, link: Link | None) -> None:
        if link:
            self._follow(link)

    # Marks

    def action_bookmark(self) -> None:
        """Sets a bookmark at the top of what is shown."""
        section, text_anchor = self._session.place.section, self.query_one(PagePane).status.text_anchor
        if not section or not text_anchor:
            self.notify("Nothing to bookmark here.", timeout=2)
            return
        self._reader_context.reader_state.keep_bookmark(
            Bookmark(new_id(), section, text_anchor, "", self._session.seen)
        )
        key = self._reader_context.settings.settings.keys["bookmarks"][0]
        self.notify(f"Bookmark set. Press {key} to list bookmarks.", markup=False, timeout=3)

    def action_bookmarks(self) -> None:
        """Lists the bookmarks."""
        screen = BookmarksScreen(self._reader_context.reader_state, self._session.seen, self._tell)
        self.app.push_screen(screen, self._go_to_bookmark)

    def _tell(self, bookmark: Bookmark) -> Told:
        """What a bookmark's place is now: only what the edition holds is told."""
        visible = self._session.visible
        section = visible.story.section_by_id.get(bookmark.section)
        if section is None:
            return Told("", "This section is not available.", there=False)
        try:
            page = Page(visible, section)
        except OSError:
            return Told(section.title, "This section cannot be read.", there=False)
        page.read_all()
        rows = [page.text(leaf) for leaf in range(len(page.leaves))]
        row = find_quote(bookmark.text_anchor, rows, [(heading.leaf, heading.slug) for heading in page.headings])
        if row is None:
            return Told(section.title, "The bookmarked text was not found.")
        # Not what the program itself says there, such as how sure the page is.
        written = (rows[leaf] for leaf in range(row, len(rows)) if not isinstance(page.leaves[leaf].body, Label))
        said = (text.strip() for text in written if text.strip() not in {"", section.title})
        return Told(section.title, next(said, ""))

    def _go_to_bookmark(self, bookmark: Bookmark | None) -> None:
        if bookmark:
            self._reader_context.reader_state.keep_spot(bookmark.section, bookmark.text_anchor)
            self._go(Location(bookmark.section, LEFT, self._session.place.person))

    def action_toggle_read(self) -> None:
        """Marks the section as read, or as unread."""
        section = self._session.place.section
        if section:
            read = section not in self._session.read
            self._session = self._session.with_read(section) if read else self._session.with_unread(section)
            self._reader_context.reader_state.keep_read([section], read=read)
            self._show_marks()

    def _show_marks(self) -> None:
        """Shows in the sidebar where one is and what was read."""
        self.query_one(SectionsPane).mark(self._session.place.section, self._session.read)

    def action_tour(self) -> None:
        """Shows the tour."""
        self._reader_context.reader_state.keep_toured()
        self.app.push_screen(TourScreen(self._reader_context.settings.settings.keys))

    # The guide's files, and how its names are shown

    def show_names(self, *, one_script: bool) -> None:
        """Shows names in one script, or in both, at the same place."""
        self._stand(self._session.with_names(one_script=one_script))

    def show_story(self, whole: Story) -> None:
        """Shows the guide as its files are now, at the same place."""
        self._stand(self._session.with_story(whole))


def seen_in_words(session: Session, viewer: str, peek_key: str) -> str:
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
