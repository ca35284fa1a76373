"""The reading screen: three panes around one session."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from aotad_tui.commands.registry import Scope
from aotad_tui.reading.session import Place, Session
from aotad_tui.story.links import ADDRESSES, CHARACTER, SECTION
from aotad_tui.story.timeline import Position

from .arrangement import PAGE, PANES, PEOPLE, SECTIONS, Arrangement
from .bars import KeyBar, TitleBar
from .bindings import bindings_for
from .lines import LinesView
from .panes.page import PagePane
from .panes.people import PeoplePane
from .panes.sections import SectionsPane
from .screens.keys import KeysScreen
from .screens.palette import COMMAND, ONLY_PEOPLE, Index, PaletteScreen
from .screens.progress import ProgressScreen


class ReadingScreen(Screen[None]):
    """Mirrors a session into the panes, and what is done in the panes into the session."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.READER)
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (20, "-narrow"), (70, "-medium"), (110, "-wide")]  # noqa: RUF012  # Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (5, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = f"#{PAGE}"

    def __init__(self, session: Session, heading: str = "") -> None:
        super().__init__()
        self._session = session
        self._heading = heading
        self._index: Index | None = None
        self._panes = Arrangement()

    def compose(self) -> ComposeResult:
        """Title, panes, keys; and the sentence for a screen that is too small."""
        yield TitleBar(id="title")
        with Horizontal(id="panes"):
            yield SectionsPane(id=SECTIONS)
            yield PagePane(id=PAGE)
            yield PeoplePane(id=PEOPLE)
        yield KeyBar(id="keys")
        yield Static(Content("Too small to read in: make the window larger, or press q."), id="too-small")

    def on_mount(self) -> None:
        """Shows the session it was made with, once the shell stands on the screen."""
        self._arrange()
        self.call_after_refresh(self._show_all)

    # What is shown

    def _show_all(self) -> None:
        """Shows the session from scratch: after a start, and whenever what may be known has changed."""
        self._index = None
        self.query_one(SectionsPane).show_edition(self._session.edition)
        self._show_place(self._heading)
        self._heading = ""

    def _show_place(self, heading: str = "") -> None:
        session = self._session
        story = session.edition.story
        section = story.section_by_id.get(session.place.section or "")
        page = self.query_one(PagePane)
        page.open(session.edition, section, session.place.row, heading)
        self.query_one(SectionsPane).mark(session.place.section, session.read)
        self._show_people()
        bar = self.query_one(TitleBar)
        bar.title = story.title
        bar.told = _seen_in_words(session)
        self.sub_title = section.title if section else ""

    def _show_people(self) -> None:
        page = self.query_one(PagePane)
        self.query_one(PeoplePane).show_person(self._session.edition, self._session.place.person, page.people)

    # Which panes there is room for

    def on_resize(self) -> None:
        """Arranges the panes anew when there is more or less room."""
        self.call_after_refresh(self._arrange)

    @property
    def _room_for(self) -> int:
        return 3 if self.has_class("-wide") else 2 if self.has_class("-medium") else 1

    @property
    def _active(self) -> str:
        """The pane that is being used."""
        return self.focused.id if self.focused and self.focused.id in PANES else PAGE

    def _arrange(self, focus: str | None = None) -> None:
        """Shows as many panes as there is room for, the one with the focus among them."""
        shown = self._panes.shown(self._room_for, focus or self._active)
        for name in PANES:
            self.query_one(f"#{name}").display = name in shown
        if focus:
            self.set_focus(self.query_one(f"#{focus}"))  # at once: the next key may be on its way

    def on_descendant_focus(self) -> None:
        """Lights the pane that has the focus."""
        for name in PANES:
            pane = self.query_one(f"#{name}", Widget)
            pane.set_class(pane.has_focus, "-active")

    # Going places

    def _go(self, place: Place, heading: str = "") -> None:
        row = int(self.query_one(PagePane).scroll_y)
        if self._session.place.section and self.query_one(PagePane).fraction >= 1:
            self._session = self._session.with_read(self._session.place.section)
        self._session = self._session.go(place, row)
        self._show_place(heading)

    def _go_to_section(self, id: str, heading: str = "") -> None:
        if id == self._session.place.section and not heading:
            self._arrange(PAGE)
            return
        self._go(Place(id, person=self._session.place.person), heading)
        self._arrange(PAGE)

    def _go_to_person(self, id: str) -> None:
        """Shows a person; the page stays where it is."""
        row = int(self.query_one(PagePane).scroll_y)
        if id != self._session.place.person:
            self._session = self._session.go(Place(self._session.place.section, row, id), row)
        self._panes.want(PEOPLE)
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
            # Nothing is opened yet: the address is shown whole, to be copied.
            self.notify(link, title="This leads outside", markup=False, timeout=10)

    @on(LinesView.Followed)
    def _followed(self, event: LinesView.Followed) -> None:
        self._follow(event.link)

    @on(PeoplePane.Chosen)
    def _person_chosen(self, event: PeoplePane.Chosen) -> None:
        self._go_to_person(event.person)

    @on(SectionsPane.Chosen)
    def _section_chosen(self, event: SectionsPane.Chosen) -> None:
        self._go_to_section(event.section)

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
            self._go(Place(id, person=self._session.place.person))
        else:
            self.notify("This is the last section." if steps > 0 else "This is the first section.", timeout=2)

    def action_back(self) -> None:
        """To the place before."""
        self._session = self._session.back(int(self.query_one(PagePane).scroll_y))
        self._show_place()

    def action_forward(self) -> None:
        """To the place that was left by going back."""
        self._session = self._session.forward(int(self.query_one(PagePane).scroll_y))
        self._show_place()

    def action_go_to_sections(self) -> None:
        """The focus to the sections."""
        self._panes.want(SECTIONS)
        self._arrange(SECTIONS)

    def action_go_to_page(self) -> None:
        """The focus to the page."""
        self._arrange(PAGE)

    def action_go_to_people(self) -> None:
        """The focus to the people."""
        self._panes.want(PEOPLE)
        self._arrange(PEOPLE)

    def action_next_pane(self) -> None:
        """The focus to the next pane, also to one that is not shown."""
        self._arrange(PANES[(PANES.index(self._active) + 1) % len(PANES)])

    def _toggle(self, name: str) -> None:
        pane = self.query_one(f"#{name}")
        if not pane.display:
            self._panes.want(name)
            self._arrange(name)
            return
        self._panes.dismiss(name)
        self._arrange(PAGE)

    def action_toggle_sections(self) -> None:
        """Shows the sections and goes there, or hides them."""
        self._toggle(SECTIONS)

    def action_toggle_people(self) -> None:
        """Shows the people and goes there, or hides them."""
        self._toggle(PEOPLE)

    def action_outward(self) -> None:
        """From another pane to the page; from a marked link to none; from a chosen person to nobody."""
        page = self.query_one(PagePane)
        if self.focused is not page:
            self._arrange(PAGE)
        elif page.current:
            page.mark(None)
        elif self._session.place.person:
            row = int(page.scroll_y)
            self._session = self._session.go(Place(self._session.place.section, row), row)
            self._show_people()

    def action_find(self, asked: str = "") -> None:
        """Opens the palette."""
        if self._index is None:
            self._index = Index(self._session.edition)
        self.app.push_screen(PaletteScreen(self._index, asked), self._found)

    def action_find_person(self) -> None:
        """Opens the palette on people only."""
        self.action_find(ONLY_PEOPLE)

    def _found(self, link: str | None) -> None:
        if link:
            self._follow(link)

    def action_progress(self) -> None:
        """Asks how far the reader has watched."""
        timeline = self._session.edition.story.timeline
        if not timeline:
            self.notify("This guide has no timeline: all of it is open.", timeout=3)
            return
        self.app.push_screen(ProgressScreen(timeline, self._session.seen), self._set_seen)

    def action_one_more(self) -> None:
        """One point further."""
        self._set_seen(self._session.seen + 1)

    def action_one_less(self) -> None:
        """One point back."""
        self._set_seen(self._session.seen - 1)

    def _set_seen(self, seen: Position | None) -> None:
        timeline = self._session.edition.story.timeline
        if seen is None or not timeline:
            return
        before = self._session
        page = self.query_one(PagePane)
        self._session = before.with_seen(seen)
        if self._session.seen == before.seen:
            return
        self.app.clear_notifications()  # what was told then may not be known now
        here = self._session.place
        if here.section == before.place.section:
            self._session = self._session.at_row(int(page.scroll_y))
        self._show_all()

    def action_help(self) -> None:
        """Shows the keys."""
        self.app.push_screen(KeysScreen())

    def action_leave(self) -> None:
        """Leaves the program."""
        self.app.exit()


def _seen_in_words(session: Session) -> str:
    timeline = session.edition.story.timeline
    if not timeline:
        return ""
    if session.seen == 0:
        return "seen: nothing yet"
    if session.seen == len(timeline):
        return "seen: all of it"
    return f"seen: {timeline.unit} {session.seen} of {len(timeline)}"
