"""The people pane: the people on the page, or else all so far; and the panel of the selected person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.message import Message

from aotad_tui.chart.mentioned import STRIP_ROWS
from aotad_tui.chart.panel import panel
from aotad_tui.story.mention_points import MentionPoints
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.pane import MOVEMENT_BINDINGS, Pane
from aotad_tui.ui.platform.callbacks import after_refresh
from aotad_tui.ui.widgets.lines_view import LinesView
from aotad_tui.ui.widgets.linked_lines import LineLink
from aotad_tui.ui.widgets.styled_view import StyledView


class _Shown(NamedTuple):
    """The content of the pane: the id of the selected person ("" for none), and the ids of the people on the page.

    `named_at`: where the person is named; None as long as that is not known. `notes`: the reader's on the person.
    """

    visible: VisibleStory
    person: str
    on_page: tuple[str, ...]
    named_at: MentionPoints | None
    notes: tuple[str, ...]


def width_wanted(visible: VisibleStory) -> int | None:
    """Any width will do, since rows are wrapped; None if there is nobody and no term."""
    return 0 if visible.people.everyone or visible.terms else None


class PeoplePane(Pane, LinesView):
    """Draws the lines of `chart.panel`; every row with a link can be opened."""

    BINDINGS = MOVEMENT_BINDINGS

    class Chosen(Message):
        """A person or a term was chosen, by id."""

        def __init__(self, person: str) -> None:
            super().__init__()
            self.person = person

    class Folded(Message):
        """A part of a person's panel was folded or unfolded. `toggled`: its set toggles, see `chart.collapse`."""

        def __init__(self, person: str, toggled: frozenset[str]) -> None:
            super().__init__()
            self.person = person
            self.toggled = toggled

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown: _Shown | None = None
        self._from_top = False
        """Whether the next layout scrolls to the top, for example because another person is shown."""
        self.toggled: dict[str, set[str]] = {}
        """The toggles of `chart.collapse` that the reader has set, by person."""

    def show_person(
        self,
        visible: VisibleStory,
        person: str | None,
        on_page: tuple[str, ...],
        named_at: MentionPoints | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        """Show the people on the page (ids), and below them the selected person, if any.

        `named_at`: where the person is named; None as long as that is not known. `notes`: the reader's on the person.
        """
        before, self._shown = self._shown, _Shown(visible, person or "", on_page, named_at, notes)
        self._from_top = self._from_top or self._shown.person != (before.person if before else "")
        self._lay_out()
        self.select(self.current)

    def begin(self) -> None:
        """Scroll to the top when a person is shown next, even the same one."""
        self._from_top = True

    def show_on_page(self, on_page: tuple[str, ...]) -> None:
        """Show the people in the visible part of the page (ids); everything else stays."""
        if self._shown and on_page != self._shown.on_page:
            self._shown = self._shown._replace(on_page=on_page)
            self._lay_out()

    def on_resize(self) -> None:
        """Lay out the lines at the new width."""
        self._lay_out()
        self.select(self.current)

    def _lay_out(self) -> None:
        """Lay out the lines once the width is known; the selected link stays selected and the same rows in view."""
        cells = self.scrollable_content_region.width
        if self._shown is None or cells < 1:
            self.show_lines(())  # not those of a former edition
            return
        visible, person, on_page, named_at, notes = self._shown
        from_top, self._from_top = self._from_top, False
        before, top = self.current, self.scroll_y
        same = _similar(self.lines.links, before, has_card=bool(person))
        number = same.index(before) if before in same else 0
        lines = panel(visible, person, cells, self.toggled.get(person, set()), on_page, named_at, notes)
        self.show_lines(lines)
        self.scroll_to(y=0 if from_top else top, animate=False, force=True, immediate=True)
        if not self.has_focus:
            return
        same = [] if from_top else _similar(self.lines.links, before, has_card=bool(person))
        if same:
            self.current = same[min(number, len(same) - 1)]
        elif from_top or before is None:
            self._select_first()
        else:
            in_view = self.lines.links_in(self.visible_rows)
            self.current = min(in_view, key=lambda link: abs(link.row - before.row), default=None)

    def on_focus(self) -> None:
        """Select a row, so that the reader sees what enter would open."""
        if self.current is None:
            self._select_first()

    def on_blur(self) -> None:
        """Select nothing."""
        self.select(None)

    def _select_first(self) -> None:
        """Select the first person in view, at the top of the pane one below the card, or else a link; do not scroll."""
        top = int(self.scroll_y) or (STRIP_ROWS if self._shown and self._shown.person else 0)
        below = [link for link in self.lines.links_in(self.visible_rows) if link.row >= top]
        first = next((link for link in below if link.link.is_character), next(iter(below), None))
        self.select(first, scroll=False)

    @on(StyledView.Followed)
    def _followed(self, event: StyledView.Followed) -> None:
        """Fold or unfold a group, with the selected link unchanged; post `Chosen` for a person or a term."""
        if event.link.is_fold:
            event.stop()
            person = self._shown.person if self._shown else ""
            toggled = self.toggled.setdefault(person, set())
            toggled.symmetric_difference_update({event.link.id})
            self.post_message(self.Folded(person, frozenset(toggled)))
            self._lay_out()
            self.select(self.current)
        elif event.link.is_character or event.link.is_term:
            event.stop()
            self.post_message(self.Chosen(event.link.id))

    def open_current(self) -> None:
        """Open the link of the selected row."""
        self.open_link()

    def move_rows(self, rows: int) -> None:
        """Select the next row with a link, or scroll by one row where no link is near."""
        links, visible = self.lines.links, self.visible_rows
        if not links:
            self.scroll_relative(y=rows, animate=False)
            return
        number = links.index(self.current) + rows if self.current in links else 0
        if number >= len(links) or (rows > 0 and links[number].row >= visible.stop + 3):
            self.scroll_relative(y=rows, animate=False)  # through text without links
        elif number >= 0 and not (rows < 0 and links[number].row < visible.start - 3):
            self.select(links[number])
        else:
            self.scroll_relative(y=rows, animate=False)

    def move_screens(self, screens: float) -> None:
        """Scroll by a part of the height, and select a row in view."""
        height = self.scrollable_content_region.height
        rows = height - 1 if abs(screens) >= 1 else height // 2
        self.scroll_relative(y=rows if screens > 0 else -rows, animate=False)
        after_refresh(self, self._select_in_view)

    def _select_in_view(self) -> None:
        inside = self.lines.links_in(self.visible_rows)
        if inside and self.current not in inside:
            self.select(inside[0])

    def move_to_end(self, *, top: bool) -> None:
        """Move to the card, or to the last row."""
        self.select(self.lines.links[0 if top else -1] if self.lines.links else None)
        if top:
            self.scroll_home(animate=False)
        else:
            self.scroll_end(animate=False)


def _similar(links: Sequence[LineLink], other: LineLink | None, *, has_card: bool) -> list[LineLink]:
    """The links with the same target as another one, and like it inside or outside of the strip above a card."""

    def in_strip(link: LineLink) -> bool:
        return has_card and link.row < STRIP_ROWS

    return [link for link in links if other and link.link == other.link and in_strip(link) == in_strip(other)]
