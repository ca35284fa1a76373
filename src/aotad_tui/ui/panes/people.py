"""The people: who is named on the page, and the chosen one's card, ties and facts."""

from __future__ import annotations

from textual.message import Message

from aotad_tui.cells import Line, Span
from aotad_tui.chart.mentioned import STRIP_ROWS
from aotad_tui.chart.panel import panel
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.pane import MOVEMENT_BINDINGS, Pane
from aotad_tui.ui.widgets.lines_view import LinesView, Stop
from aotad_tui.ui.widgets.styled_view import StyledView


class PeoplePane(Pane, LinesView):
    """Draws the panel of `chart.panel`; every row that leads somewhere can be opened."""

    BINDINGS = MOVEMENT_BINDINGS

    class Chosen(Message):
        """Somebody was chosen in the panel."""

        def __init__(self, person: str) -> None:
            super().__init__()
            self.person = person

    class Folded(Message):
        """The folds of a person were turned; `turned` are those that are not as they are by themselves."""

        def __init__(self, person: str, turned: frozenset[str]) -> None:
            super().__init__()
            self.person = person
            self.turned = turned

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._visible: VisibleStory | None = None
        self._person: str | None = None
        self._on_page: tuple[str, ...] = ()
        self._begins = False
        """Whether another person is shown than what is drawn, whose beginning is to be seen first."""
        self.turned: dict[str, set[str]] = {}
        """The folds that the reader has turned, for each person."""

    def show_person(self, visible: VisibleStory, person: str | None, on_page: tuple[str, ...]) -> None:
        """Shows somebody below who is named on the page, or with nobody chosen only the latter."""
        self._begins = self._begins or person != self._person
        self._visible, self._person, self._on_page = visible, person, on_page
        self._set()
        self.mark(self.current)

    def begin(self) -> None:
        """Shows whoever is shown next from their name on, also when it is who is shown already."""
        self._begins = True

    def show_on_page(self, on_page: tuple[str, ...]) -> None:
        """Shows who is named in the part of the page that is on the screen now; everything else stays as it is."""
        if on_page == self._on_page or self._visible is None:
            return
        self._on_page = on_page
        self._set()

    def on_resize(self) -> None:
        """Draws the panel at its new width."""
        self._set()
        self.mark(self.current)

    def _set(self) -> None:
        """Sets the lines, as soon as there is room for any; the mark stays on what it was on, the same rows in view."""
        cells = self.scrollable_content_region.width
        if self._visible is None or cells < 1:
            return
        begins, self._begins = self._begins, False
        marked, alike, top = self.current, self._alike(self.current), self.scroll_y
        number = alike.index(marked) if marked in alike else 0
        turned = self.turned.get(self._person or "", set())
        lines = panel(self._visible, self._person or "", cells, turned, self._on_page)
        self.show_lines(lines or _nobody(self._visible, cells))
        self.scroll_to(y=0 if begins else top, animate=False, force=True, immediate=True)
        if not self.has_focus:
            return
        again = [] if begins else self._alike(marked)
        if again:
            self.current = again[min(number, len(again) - 1)]
        elif begins or marked is None:
            self._mark_first()
        else:
            self.current = min(self._in_view(), key=lambda stop: abs(stop.row - marked.row), default=None)

    def _alike(self, one: Stop | None) -> list[Stop]:
        """The stops that lead where this one leads, on its side of the card."""
        if one is None:
            return []
        above = self._person is not None and one.row < STRIP_ROWS
        return [
            stop
            for stop in self.stops
            if stop.link == one.link and (self._person is not None and stop.row < STRIP_ROWS) == above
        ]

    def _in_view(self) -> list[Stop]:
        top, bottom = int(self.scroll_y), int(self.scroll_y) + self.scrollable_content_region.height
        return [stop for stop in self.stops if top <= stop.row < bottom]

    def on_focus(self) -> None:
        """Marks a row, so that it is seen where enter would lead."""
        if self.current is None:
            self._mark_first()

    def on_blur(self) -> None:
        """Takes the mark away."""
        self.mark(None)

    def _mark_first(self) -> None:
        """Marks the first row in view that leads to somebody, at the beginning below the card; nothing is scrolled."""
        top = int(self.scroll_y) or (STRIP_ROWS if self._person else 0)
        below = [stop for stop in self._in_view() if stop.row >= top]
        first = next((stop for stop in below if not stop.link.is_fold), next(iter(below), None))
        self.current = first
        self.forget_drawn()
        self.refresh()

    def on_styled_view_followed(self, event: StyledView.Followed) -> None:
        """Opens a fold here; says so when somebody was chosen."""
        if event.link.is_fold:
            event.stop()
            self._turn(event.link.id)
        elif event.link.is_character:
            event.stop()
            self.post_message(self.Chosen(event.link.id))

    def _turn(self, fold: str) -> None:
        """Opens a fold that is closed, closes one that is open; the mark stays where it was."""
        turned = self.turned.setdefault(self._person or "", set())
        turned.symmetric_difference_update({fold})
        self.post_message(self.Folded(self._person or "", frozenset(turned)))
        self._set()
        self.mark(self.current)

    def open_current(self) -> None:
        """Open the link of the selected row."""
        self.open_link()

    def move_rows(self, rows: int) -> None:
        """Select the next row that leads somewhere, or scroll by one row where there is none near."""
        stops = self.stops
        if not stops:
            self.scroll_relative(y=rows, animate=False)
            return
        number = stops.index(self.current) + rows if self.current in stops else 0
        bottom = int(self.scroll_y) + self.scrollable_content_region.height
        if number >= len(stops) or (rows > 0 and stops[number].row >= bottom + 3):
            self.scroll_relative(y=rows, animate=False)  # on through text without anything to select
        elif number >= 0 and not (rows < 0 and stops[number].row < int(self.scroll_y) - 3):
            self.mark(stops[number])
        else:
            self.scroll_relative(y=rows, animate=False)

    def move_screens(self, screens: float) -> None:
        """Scroll by a part of the height, and select a row in view."""
        height = self.scrollable_content_region.height
        rows = height - 1 if abs(screens) >= 1 else height // 2
        self.scroll_relative(y=rows if screens > 0 else -rows, animate=False)
        self.call_after_refresh(self._mark_in_view)

    def _mark_in_view(self) -> None:
        inside = self._in_view()
        if inside and self.current not in inside:
            self.mark(inside[0])

    def move_to_end(self, *, top: bool) -> None:
        """Move to the card, or to the last row."""
        self.mark(self.stops[0 if top else -1] if self.stops else None)
        if top:
            self.scroll_home(animate=False)
        else:
            self.scroll_end(animate=False)


def _nobody(visible: VisibleStory, cells: int) -> list[Line]:
    """What to say when nobody is chosen and nobody is named."""
    if visible.people.everyone:
        words = ["No people mentioned here.", "Press @ to find a person."]
    elif visible.story.timeline and visible.story.seen < len(visible.story.timeline):
        words = ["No one yet.", "Press e to set progress."]
    else:
        words = ["This guide has no people."]
    return [(), *((Span(f" {word}"[:cells], "dim"),) for word in words)]
