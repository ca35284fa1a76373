"""The reading screen: panes that show one session, and the controllers of its commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from aotad_tui.chart.collapse import PRESENCE
from aotad_tui.commands.footers import Activity
from aotad_tui.commands.panes import ALL_FIT_FROM, MAIN_PANE, PANES, TWO_FIT_FROM
from aotad_tui.commands.registry import Scope
from aotad_tui.progress.session import Session
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.command_table import Handler, handlers
from aotad_tui.ui.controllers.activity import Footer
from aotad_tui.ui.controllers.bookmarks import Bookmarks
from aotad_tui.ui.controllers.charts import Charts
from aotad_tui.ui.controllers.finding import Finding
from aotad_tui.ui.controllers.model import ReaderModel
from aotad_tui.ui.controllers.navigation import Navigation
from aotad_tui.ui.controllers.notes import NoteTaking
from aotad_tui.ui.controllers.presence import Presence
from aotad_tui.ui.controllers.presenter import Presenter
from aotad_tui.ui.controllers.program import Program
from aotad_tui.ui.controllers.progress import Progress
from aotad_tui.ui.controllers.reading_panes import ReadingPanes
from aotad_tui.ui.controllers.recap import Recap
from aotad_tui.ui.controllers.reloading import Reloading
from aotad_tui.ui.controllers.saving import Saving
from aotad_tui.ui.controllers.settings import SettingsController
from aotad_tui.ui.controllers.story_screens import StoryScreens
from aotad_tui.ui.controllers.tour import Tour
from aotad_tui.ui.messages import Notice, SessionShown
from aotad_tui.ui.pane import Pane, pane_class
from aotad_tui.ui.pane_layout import PaneLayout
from aotad_tui.ui.panes.people import PeoplePane
from aotad_tui.ui.panes.sections import SectionsPane
from aotad_tui.ui.platform.callbacks import after_refresh
from aotad_tui.ui.pointer import Pointer
from aotad_tui.ui.reader_context import ReaderContext
from aotad_tui.ui.viewport.find import FindInPage
from aotad_tui.ui.viewport.links import LinkCursor
from aotad_tui.ui.viewport.selection import TextSelection
from aotad_tui.ui.viewport.status import PageStatus
from aotad_tui.ui.widgets.bars import KeyBar, TitleBar
from aotad_tui.ui.widgets.find_bar import FindBar
from aotad_tui.ui.widgets.styled_view import StyledView


class ReadingScreen(Screen[None]):
    """Composes the panes, hands commands to controllers, and passes messages between panes and controllers."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.READER)
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (20, "-narrow"), (TWO_FIT_FROM, "-medium"), (ALL_FIT_FROM, "-wide")]  # noqa: RUF012  # Textual's own form
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (5, "-tall")]  # noqa: RUF012
    AUTO_FOCUS = f"#{MAIN_PANE}"

    def __init__(self, session: Session, heading: str = "", context: ReaderContext | None = None) -> None:
        """`heading`: the slug of the heading to begin at; "" for the session's own position."""
        super().__init__()
        self.model = model = ReaderModel(session, context or ReaderContext.in_memory(session))
        self._heading = heading
        self.panes = panes = ReadingPanes(self)
        self._layout_of_panes = layout = PaneLayout(self, model.settings.panes, lambda: model.visible)
        self._pointer = pointer = Pointer(self, layout, lambda: model.visible)
        self._presenter = presenter = Presenter(self, model, panes)
        self._saving = saving = Saving(self, model, panes)
        run = self.action_run_command
        self._navigation = navigation = Navigation(self, model, panes, layout, presenter, saving, run)
        self._tour = tour = Tour(self, model, run)
        recap = Recap(
            self, model, navigation.follow, lambda then: self._finding.palette.ask_person(model.session, then)
        )
        self._progress = progress = Progress(self, model, presenter, saving, recap.whats_new)
        self._settings = settings = SettingsController(self, model, panes, layout, presenter)
        self._finding = finding = Finding(self, model, panes, layout, navigation, progress)
        self._footer = Footer(self, model, panes)
        self.reloading = reloading = Reloading(self, model, presenter)
        bookmarks = Bookmarks(self, model, panes, presenter, navigation)
        notes = NoteTaking(self, model, panes, presenter)
        charts = Charts(self, model, panes, navigation, finding)
        program = Program(self, model, panes, saving, navigation.follow)
        presence = Presence(self, model, panes, finding, presenter)
        presenter.named_at = presence.points
        story_screens = StoryScreens(self, run)
        presenter.story_changed += [
            story_screens.close,
            layout.arrange,
            pointer.forget,
            settings.apply,
            finding.forget_other_stories,
            presence.forget,
            notes.draw_marks,
        ]
        saving.savers.append(charts.save)
        parts = (navigation, progress, recap, tour, bookmarks, notes, settings, finding, charts, reloading, program)
        self.commands: Mapping[str, Handler] = {**layout.commands, **handlers(*parts)}
        """The functions of the commands of `Scope.READER`."""

    def compose(self) -> ComposeResult:
        """Title, panes, find bar, keys; and a message for a window that is too small."""
        yield TitleBar({"title": "go_to_sections", "how_far": "find_heading", "details": "progress"}, id="title")
        with Horizontal(id="panes"):
            for spec in PANES:
                yield pane_class(spec)(id=spec.id).add_class("pane")
        yield FindBar(id="find")
        yield KeyBar(self.model.keys, id="keys").add_class("-textual-system")  # a click there keeps the selection
        yield Static(Content("Window too small. Enlarge it, or press q to quit."), id="too-small")

    def on_mount(self) -> None:
        """Show the session once the frame of the screen is drawn."""
        self.app.title = self.model.visible.story.title
        self.panes.people.toggled = self.model.reader_state.folds()
        self._layout_of_panes.arrange()
        after_refresh(self, self._show_first)

    def _show_first(self) -> None:
        self._presenter.show_all(self._heading)
        self._settings.report_problems()
        self._saving.start()
        self._progress.ask_first(self._tour.first_tour)
        self.reloading.start()
        shown = SessionShown(asks=self._progress.asks_first)
        self.app.screen.call_after_refresh(self.post_message, shown)  # a question may have been opened

    # Commands

    def has_command(self, id: str) -> bool:
        """Whether this screen has the command of that id, or the page."""
        return id in self.commands or id in self.panes.page.commands

    def action_run_command(self, id: str) -> object:
        """Run a command of this screen, or of the page."""
        return self.commands[id]() if id in self.commands else self.panes.page.action_run_command(id)

    def save(self) -> None:
        """Store the reader's location."""
        self._saving.save()

    # Messages

    def on_resize(self) -> None:
        """Arrange the panes for the new width."""
        after_refresh(self, self._layout_of_panes.arrange)

    def on_idle(self) -> None:
        """Show the keys that fit what the reader is doing, once everything else is handled."""
        if self.is_attached and self.is_mounted:
            self._footer.update()

    def on_screen_resume(self) -> None:
        """Go on with the tour when all that a try has opened is closed."""
        self._tour.go_on()

    def on_descendant_focus(self) -> None:
        """Mark the pane that has the focus."""
        self._layout_of_panes.highlight_active()

    @on(events.MouseDown)
    @on(events.MouseMove)
    @on(events.MouseUp)
    def _pointed(self, event: events.MouseEvent) -> None:
        self._pointer.handle(event)

    @on(TitleBar.Pressed)
    @on(KeyBar.Pressed)
    def _key_pressed(self, event: TitleBar.Pressed | KeyBar.Pressed) -> None:
        pane = self.query_one(f"#{self._layout_of_panes.active}")
        if self._footer.activity is Activity.TYPING:
            bar = self.panes.find_bar
            bar.accept() if event.command == "open" else bar.action_cancel()
        elif isinstance(pane, Pane) and event.command in pane.commands:
            pane.action_run_command(event.command)
        else:
            self.action_run_command(event.command)

    @on(SectionsPane.Chosen)
    @on(StyledView.Followed)
    def _followed(self, event: SectionsPane.Chosen | StyledView.Followed) -> None:
        self._navigation.follow(event.link)

    @on(LinkCursor.PreviewWanted)
    def _preview_wanted(self, event: LinkCursor.PreviewWanted) -> None:
        self._navigation.preview(event.link)

    @on(PageStatus.Changed)
    def _page_moved(self, event: PageStatus.Changed) -> None:
        """Show the position in the section in the side panes and in the title."""
        status = event.status
        self.panes.people.show_on_page(status.people_shown)
        self.panes.sections.show_outline(status.section, status.outline, status.heading)
        self.panes.title.how_far = status.how_far
        self._navigation.prepare_next_section()

    @on(Notice)
    def _cannot_act(self, event: Notice) -> None:
        self.notify(event.words, markup=False, timeout=3)

    @on(TextSelection.Copied)
    def _copied(self, event: TextSelection.Copied) -> None:
        self.app.copy_to_clipboard(event.text)
        self.notify(f"Copied {event.description}", markup=False, timeout=3)

    @on(FindInPage.Changed)
    def _matches_changed(self, event: FindInPage.Changed) -> None:
        self.panes.find_bar.show_status(event.words, event.status)

    @on(FindBar.Typed)
    @on(FindBar.Left)
    def _find_bar_used(self, event: FindBar.Typed | FindBar.Left) -> None:
        if isinstance(event, FindBar.Left):
            self._finding.close_find_bar(event.words)
        else:
            self.panes.page.find.search(event.words)

    @on(PeoplePane.Chosen)
    def _person_chosen(self, event: PeoplePane.Chosen) -> None:
        self._navigation.go_to_person(event.person)

    @on(PeoplePane.Folded)
    def _folds_changed(self, event: PeoplePane.Folded) -> None:
        self.model.reader_state.save_folds(event.person, event.toggled)
        if PRESENCE in event.toggled:
            self._presenter.show_people()
