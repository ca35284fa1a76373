"""The reading screen: three panes around one session."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from aotad_tui.commands.registry import Scope
from aotad_tui.progress.session import LEFT, Location, Session
from aotad_tui.story.links import ADDRESSES, CHARACTER, POINT, SECTION
from aotad_tui.ui.arrangement import PAGE, PEOPLE, SECTIONS
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.charts import ChartsScreen
from aotad_tui.ui.dialogs.address import AddressScreen
from aotad_tui.ui.dialogs.peek import PeekScreen
from aotad_tui.ui.journey import seen_in_words
from aotad_tui.ui.palette.prefixes import COMMAND, COMMANDS, HEADINGS, TEXT
from aotad_tui.ui.palette.prefixes import PEOPLE as ONLY_PEOPLE
from aotad_tui.ui.panes.page import PagePane
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.platform.gc_tuning import ASIDE
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.widgets.bars import KeyBar, TitleBar
from aotad_tui.ui.widgets.find_bar import FindBar
from aotad_tui.ui.widgets.styled_view import StyledView

if TYPE_CHECKING:  # a start does without it
    from aotad_tui.ui.palette.screen import Choice


class ReadingScreen(ChartsScreen):
    """Mirrors a session into the panes, and what is done in the panes into the session."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.READER)

    def __init__(self, session: Session, heading: str = "", context: ReaderContext | None = None) -> None:
        super().__init__(session, context or ReaderContext.forgetful(session))
        self._heading = heading
        self._around_waits = False

    def compose(self) -> ComposeResult:
        """Title, panes, keys; and the sentence for a screen that is too small."""
        yield TitleBar(id="title")
        with Horizontal(id="panes"):
            yield SectionsPane(id=SECTIONS)
            yield PagePane(id=PAGE)
            yield PeoplePane(id=PEOPLE)
        yield FindBar(id="find")
        yield KeyBar(self.settings.keys, id="keys")
        yield Static(Content("Too small to read in: make the window larger, or press q."), id="too-small")

    def on_mount(self) -> None:
        """Shows the session it was made with, once the shell stands on the screen."""
        self.app.title = self._session.visible.story.title
        self.query_one(PeoplePane).turned = self._reader_context.reader_state.folds()
        self._arrange()
        self.call_after_refresh(self._show_first)

    # What is shown

    def _show_first(self) -> None:
        self._show_all()
        self.tell_settings()
        self.begin_keeping()
        self.begin_following()
        self.app.screen.call_after_refresh(self.post_message, self.Begun())  # a question may have come up

    def _show_all(self) -> None:
        """Shows the session from scratch: after a start, and whenever what may be known has changed."""
        self.apply_settings()
        self.forget_others()
        self.query_one(SectionsPane).show_edition(self._session.visible)
        self._show_place(self._heading)
        self._show_around()
        self._heading = ""
        self.call_after_refresh(ASIDE.set_aside)  # what was looked up of the edition too

    def _show_place(self, heading: str = "") -> None:
        session = self._session
        story = session.visible.story
        section = story.section_by_id.get(session.place.section or "")
        page = self.query_one(PagePane)
        left = (
            self._reader_context.reader_state.text_anchor(section.id) if section and session.place.row == LEFT else None
        )
        page.open(session.visible, section, max(session.place.row, 0), heading, left)
        # Nothing on the screen shows it, so the screen need not be drawn for it.
        self.set_reactive(ReadingScreen.sub_title, section.title if section else "")

    def _show_around(self) -> None:
        """Shows in the panes beside the page, and above it, where the session is."""
        self._around_waits = False
        self._show_marks()
        self._show_people()
        bar = self.query_one(TitleBar)
        bar.title = self._session.visible.story.title
        bar.told = seen_in_words(self._session, self._reader_context.reader_state.viewer)

    def _show_around_soon(self) -> None:
        """The same once the page is drawn, which is what a reader waits for."""
        if not self._around_waits:
            self._around_waits = True
            self.call_after_refresh(self._show_around)

    def _show_people(self) -> None:
        named = self.query_one(PagePane).people_shown
        self.query_one(PeoplePane).show_person(self._session.visible, self._session.place.person, named)

    # Going places

    def _go(self, place: Location, heading: str = "") -> None:
        page, section = self.query_one(PagePane), self._session.place.section
        self.keep()
        if section and page.fraction >= 1:
            self._session = self._session.with_read(section)
            self._reader_context.reader_state.keep_read([section])
        self._session = self._session.go(place, page.place)
        self._show_place(heading)
        self._show_around_soon()

    def _go_to_section(self, id: str, heading: str = "") -> None:
        if id == self._session.place.section and not heading:
            self._arrange(PAGE)
            return
        row = 0 if id in self._session.read else LEFT
        self._go(Location(id, row, self._session.place.person), heading)
        self._arrange(PAGE)

    def _go_to_person(self, id: str) -> None:
        """Shows a person; the page stays where it is."""
        row = self.query_one(PagePane).place
        if id != self._session.place.person:
            self._session = self._session.go(Location(self._session.place.section, row, id), row)
        self._panes.want(PEOPLE)
        self.query_one(PeoplePane).begin()
        self._show_people()
        self._arrange(PEOPLE if self._room_for == 1 else None)

    def _follow(self, link: str) -> None:
        if link.startswith(CHARACTER):
            self._go_to_person(link.removeprefix(CHARACTER))
        elif link.startswith(SECTION):
            section, _, heading = link.removeprefix(SECTION).partition("#")
            self._go_to_section(section, heading)
        elif link.startswith(COMMAND):
            self.call_later(self.run_action, link.removeprefix(COMMAND))
        elif link.lower().startswith(ADDRESSES):
            self.app.push_screen(AddressScreen(link))

    @on(PagePane.Peeked)
    def _peeked(self, event: PagePane.Peeked) -> None:
        self.app.push_screen(PeekScreen(self._session.visible, event.link), self._reached)

    @on(StyledView.Followed)
    def _followed(self, event: StyledView.Followed) -> None:
        self._follow(event.link)

    @on(PeoplePane.Chosen)
    def _person_chosen(self, event: PeoplePane.Chosen) -> None:
        self._go_to_person(event.person)

    @on(PeoplePane.Folded)
    def _folded(self, event: PeoplePane.Folded) -> None:
        self._reader_context.reader_state.keep_folds(event.person, event.turned)

    @on(SectionsPane.Chosen)
    def _section_chosen(self, event: SectionsPane.Chosen) -> None:
        self._go_to_section(event.section, event.heading)

    @on(KeyBar.Pressed)
    async def _key_pressed(self, event: KeyBar.Pressed) -> None:
        scope = self.query_one(PagePane) if event.command == "next_link" else self
        await scope.run_action(event.command)

    # The commands of the registry

    def action_next_section(self) -> None:
        """To the section after this one."""
        self._turn_page(1)

    def action_previous_section(self) -> None:
        """To the section before this one."""
        self._turn_page(-1)

    def _turn_page(self, steps: int) -> None:
        id = self._session.neighbour(steps)
        if id:
            self._go(Location(id, 0 if id in self._session.read else LEFT, self._session.place.person))
        else:
            self.notify("This is the last section." if steps > 0 else "This is the first section.", timeout=2)

    def action_back(self) -> None:
        """To the place before."""
        self._session = self._session.back(self.query_one(PagePane).place)
        self._show_place_again()

    def action_forward(self) -> None:
        """To the place that was left by going back."""
        self._session = self._session.forward(self.query_one(PagePane).place)
        self._show_place_again()

    def _show_place_again(self) -> None:
        """Shows a place that was left; where one pane fits, the page, unless somebody was looked at there."""
        self._show_place()
        self._show_around_soon()
        if self._room_for == 1:
            self._arrange(PEOPLE if self._session.place.person else PAGE)

    def action_outward(self) -> None:
        """What was found is lit no more; to the page; from a marked link to none; from a chosen person to nobody."""
        page = self.query_one(PagePane)
        if page.clear_find():
            return
        if self.focused is not page:
            self._arrange(PAGE)
        elif page.current:
            page.mark(None)
        elif self._session.place.person:
            row = page.place
            self._session = self._session.go(Location(self._session.place.section, row), row)
            self._show_people()

    def action_find_here(self) -> None:
        """Opens the line below the page in which one types what to find in it."""
        self._arrange(PAGE)
        self.query_one(PagePane).begin_find()
        self.query_one(FindBar).begin()

    def action_find(self, asked: str = "") -> None:
        """Opens the palette."""
        self.finding.open(self._session, self.query_one(PagePane).people, self._found, asked)

    def action_find_person(self) -> None:
        """Opens the palette on people only."""
        self.action_find(ONLY_PEOPLE)

    def action_find_heading(self) -> None:
        """Opens the palette on headings only."""
        self.action_find(HEADINGS)

    def action_find_command(self) -> None:
        """Opens the palette on commands only."""
        self.action_find(COMMANDS)

    def action_find_text(self) -> None:
        """Opens the palette on the text of all sections."""
        self.action_find(TEXT)

    def action_where_named(self) -> None:
        """Opens the palette on everywhere that the chosen person, or else this section, is named."""
        from aotad_tui.ui.palette.finding import where_named

        self.action_find(where_named(self._session))

    def _found(self, choice: Choice) -> None:
        if choice.place.startswith(POINT):
            self._set_seen(int(choice.place.removeprefix(POINT)))
            return
        self._follow(choice.place)
        if choice.words:
            self.query_one(PagePane).find_at(choice.words, choice.number)
