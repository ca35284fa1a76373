"""Navigation: to sections and people, along links, back and forward."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from aotad_tui.link import PEOPLE_PAGE, Link, LinkKind, is_people_page
from aotad_tui.progress.session import RESTORE, Location
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.address import AddressScreen
from aotad_tui.ui.dialogs.preview import PreviewScreen
from aotad_tui.ui.pane_layout import PaneLayout

from .model import ReaderModel
from .presenter import Presenter
from .reading_panes import ReadingPanes
from .saving import Saving

_PAGE, _PEOPLE = "page", "people"


class Navigation:
    """Moves the session of a model. `run` runs a command by its id, for links that are commands."""

    def __init__(  # its collaborators
        self,
        screen: Screen[None],
        model: ReaderModel,
        panes: ReadingPanes,
        layout: PaneLayout,
        presenter: Presenter,
        saving: Saving,
        run: Callable[[str], object],
    ) -> None:
        self._screen = screen
        self._model = model
        self._panes = panes
        self._layout = layout
        self._presenter = presenter
        self._saving = saving
        self._run = run

    def go(self, place: Location, heading: str = "") -> None:
        """Go to a location; a section that was seen to its end is marked as read."""
        model, page = self._model, self._panes.page
        section = model.session.place.section
        self._saving.save()
        if section and page.status.fraction >= 1 and not is_people_page(section):
            model.session = model.session.with_read(section)
            model.reader_state.save_read([section])
        model.session = model.session.go(place, page.text_position)
        self._presenter.show_location(heading)
        self._presenter.show_around_soon()

    def go_to_section(self, id: str, heading: str = "") -> None:
        """Go to a section: to the position where the reader left it, or to the top of a read one."""
        session = self._model.session
        if id != session.place.section or heading:
            self.go(Location(id, self._start_of(id), session.place.person), heading)
        self._layout.go_to_page()

    def _start_of(self, section: str) -> int | None:
        return 0 if section in self._model.session.read else RESTORE

    def go_to_person(self, id: str) -> None:
        """Show a person or a term. The page does not move."""
        model, here = self._model, self._panes.page.text_position
        if id != model.session.place.person:
            model.session = model.session.go(Location(model.session.place.section, here, id), here)
        self._layout.open(_PEOPLE)
        self._panes.people.begin()
        self._presenter.show_people()
        self._layout.arrange(None if self._layout.fits_two else _PEOPLE)

    def follow(self, link: Link | None) -> None:
        """Follow a link. None does nothing."""
        if link is None:
            return
        match link.kind:
            case LinkKind.CHARACTER | LinkKind.TERM:
                self.go_to_person(link.id)
            case LinkKind.SECTION:
                self.go_to_section(link.id, link.fragment)
            case LinkKind.COMMAND:
                self._screen.call_later(self._run, link.id)
            case LinkKind.ADDRESS:
                self._screen.app.push_screen(AddressScreen(link.id))

    def preview(self, link: Link) -> None:
        """Show the target of a link in a box, without going there."""
        self._screen.app.push_screen(PreviewScreen(self._model.visible, link), self.follow)

    def prepare_next_section(self) -> None:
        """Start reading the next section in advance, once this one is parsed to its end."""
        session, page = self._model.session, self._panes.page
        next_id = session.neighbour(1)
        if next_id and page.status.is_read:
            page.loader.expect(session.visible, session.visible.story.section_by_id[next_id])

    @command
    def next_section(self) -> None:
        """Go to the section after this one."""
        self._turn_page(1)

    @command
    def previous_section(self) -> None:
        """Go to the section before this one."""
        self._turn_page(-1)

    @command
    def people_page(self) -> None:
        """Go to the People page."""
        if self._model.visible.people.everyone:
            self.go_to_section(PEOPLE_PAGE)
        else:
            self._screen.notify(f"No people{self._model.visible.yet}.", timeout=2)

    def _turn_page(self, steps: int) -> None:
        session = self._model.session
        id = session.neighbour(steps)
        if id:
            self.go(Location(id, self._start_of(id), session.place.person))
        else:
            words = "This is the last section." if steps > 0 else "This is the first section."
            self._screen.notify(words, timeout=2)

    @command
    def back(self) -> None:
        """Go to the location before."""
        if not self._model.session.past:
            self._screen.notify("Nothing to go back to.", timeout=2)
            return
        self._model.session = self._model.session.back(self._panes.page.text_position)
        self._show_again()

    @command
    def forward(self) -> None:
        """Go to the location that was left by going back."""
        if not self._model.session.future:
            self._screen.notify("Nothing to go forward to.", timeout=2)
            return
        self._model.session = self._model.session.forward(self._panes.page.text_position)
        self._show_again()

    def _show_again(self) -> None:
        """Show an earlier location, with the people pane where it was opened for a person."""
        self._presenter.show_location()
        self._presenter.show_around_soon()
        person = self._model.session.place.person
        if not self._layout.fits_two:
            self._layout.arrange(_PEOPLE if person else _PAGE)
        elif not self._layout.fits_all and person:
            self._layout.open(_PEOPLE)
            self._layout.arrange()
        elif not person:
            self._layout.close()

    @command
    def close_or_back(self) -> None:
        """Close what is open: the selection, the search, an opened pane, the selected link, the selected person."""
        page = self._panes.page
        if self._screen.selections:
            self._screen.clear_selection()
            return
        if page.find.clear():
            return
        on_page = self._screen.focused is page
        if self._layout.close():
            if on_page:
                self._deselect_person()
        elif not on_page:
            self._layout.arrange(_PAGE)
        elif page.links.current:
            page.links.select(None)
        else:
            self._deselect_person()

    def _deselect_person(self) -> None:
        model, here = self._model, self._panes.page.text_position
        if model.session.place.person:
            model.session = model.session.go(Location(model.session.place.section, here), here)
            self._presenter.show_people()
