"""The reader's progress, and peeks at later points."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from aotad_tui.progress.session import Session
from aotad_tui.story.timeline import Position
from aotad_tui.ui.command_table import command
from aotad_tui.ui.dialogs.ask import ConfirmScreen
from aotad_tui.ui.dialogs.progress import ProgressScreen

from .model import ReaderModel
from .presenter import Presenter
from .saving import Saving

_EVERYTHING = "Show the whole story, ending included?", "From now on the guide shows everything."
"""The question before everything is shown, and its consequence."""


class Progress:
    """Sets the reader's progress. `raised` is called after each raise."""

    def __init__(
        self,
        screen: Screen[None],
        model: ReaderModel,
        presenter: Presenter,
        saving: Saving,
        raised: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._model = model
        self._presenter = presenter
        self._saving = saving
        self._on_raised = raised

    @property
    def asks_first(self) -> bool:
        """Whether this start begins with a question."""
        return self._model.context.asks and bool(self._model.visible.story.timeline)

    def ask_first(self, answered: Callable[[], None]) -> None:
        """Ask the question of a first start, then call `answered`, whether there was an answer or not."""
        if not self.asks_first:
            return
        timeline = self._model.visible.story.timeline

        def take(seen: Position | None) -> None:
            if seen is None:  # nothing is stored, so that the next start asks again
                words = f"Showing nothing beyond the start. Press {self._model.key('progress')} to change."
                self._screen.notify(words, markup=False, timeout=6)
            else:
                self._show_seen(self._model.session.with_first_seen(seen))
            answered()

        def confirm(seen: Position | None) -> None:
            if seen == len(timeline):
                self._confirm(*_EVERYTHING, lambda yes: take(seen) if yes else self.ask_first(answered))
            else:
                take(seen)

        self._screen.app.push_screen(ProgressScreen(timeline, 0, later=True), confirm)

    @command
    def progress(self) -> None:
        """Ask for the reader's progress."""
        timeline = self._model.visible.story.timeline
        if not self._has_timeline():
            return
        self._screen.app.push_screen(ProgressScreen(timeline, self._model.session.progress), self.choose)

    def _has_timeline(self) -> bool:
        """Whether there is any progress to set. Otherwise a notice says so."""
        timeline = self._model.visible.story.timeline
        if not timeline:
            self._screen.notify("This guide has no timeline, so it hides nothing.", timeout=3)
        return bool(timeline)

    def choose(self, seen: Position | None) -> None:
        """Set the progress to a position that the reader chose. Going back to nothing asks for confirmation."""
        if seen == 0 and self._model.session.progress:
            question, more = "Go back to the start?", "From now on the guide shows nothing of the story."
            self._confirm(question, more, lambda yes: self.set_seen(0) if yes else None)
        else:
            self.set_seen(seen)

    @command
    def progress_forward(self) -> None:
        """Move progress one point forward."""
        self._step(1)

    @command
    def progress_back(self) -> None:
        """Move progress one point back."""
        self._step(-1)

    def _step(self, steps: int) -> None:
        session = self._model.session
        if not self._has_timeline():
            return
        if not 0 <= session.seen + steps <= len(session.visible.story.timeline):
            words = "The guide shows the whole story already." if steps > 0 else "This is the start of the story."
            self._screen.notify(words, timeout=2)
        elif session.saved_seen is None:
            self.set_seen(session.seen + steps)
        else:
            self._presenter.switch_to(session.with_temporary_seen(session.seen + steps))

    def set_seen(self, seen: Position | None) -> None:
        """Set the progress to a position. Ask for confirmation before raising it. None changes nothing."""
        timeline = self._model.visible.story.timeline
        if seen is None or not timeline:
            return
        after = max(0, min(seen, len(timeline)))
        before = self._model.session.progress
        if after <= before:
            self._show_seen(self._model.session.with_seen(after))
            return
        if after == len(timeline):
            question, more = _EVERYTHING
        else:
            question = f"Finished {timeline.untitled(after)}?"
            more = f"From now on the guide shows everything up to the end of that {timeline.unit_of(after)}."
        self._confirm(question, more, lambda yes: self._raise(before, after) if yes else None)

    def _confirm(self, question: str, more: str, answered: Callable[[bool | None], None]) -> None:
        self._screen.app.push_screen(ConfirmScreen(question, more, ProgressScreen.cancel_notice), answered)

    def _raise(self, before: Position, after: Position) -> None:
        self._model.reader_state.save_seen_before(self._model.visible.story.timeline, before)
        self._show_seen(self._model.session.with_seen(after))
        self._on_raised()

    def _show_seen(self, session: Session) -> None:
        """Show the session at another point, and store the point as the progress."""
        self._presenter.switch_to(session.with_seen_as_progress())
        self._model.reader_state.save_seen(session.visible.story.timeline, session.seen)
        self._saving.save()

    @command
    def peek(self) -> None:
        """Ask how far to peek ahead; end the current peek."""
        session = self._model.session
        timeline = session.visible.story.timeline
        if session.peek_origin is not None:
            self._presenter.switch_to(session.end_peek())
        elif self._has_timeline():
            question = "How far do you want to peek? (until you quit)"
            self._screen.app.push_screen(ProgressScreen(timeline, session.seen, question), self._peek_at)

    def _peek_at(self, seen: Position | None) -> None:
        session = self._model.session
        if seen is None or seen == session.seen:
            return

        def begin() -> None:
            here = session.at_text_position(self._presenter.text_position)
            self._presenter.switch_to(here.begin_peek(seen))

        if seen == len(session.visible.story.timeline):
            more = "The peek shows everything until you end it or quit."
            self._confirm(_EVERYTHING[0], more, lambda yes: begin() if yes else None)
        else:
            begin()
