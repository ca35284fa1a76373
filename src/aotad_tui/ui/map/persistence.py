"""The stored state of the map: the view when the reader left it, and the positions of the cards.

Both belong to a point and are used only if at least as much is visible: a layout of a later story would place people
next to those who are still hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from aotad_tui.chart.map.graph.cast import MapFilter
from aotad_tui.chart.map.layout.column_assignment import Block, Columns
from aotad_tui.chart.map.layout.layouts import Layout, Layouts
from aotad_tui.chart.map.views import View
from aotad_tui.link import Link
from aotad_tui.progress.reader_state import ReaderState
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Position
from aotad_tui.story.visible import VisibleStory

from .state import SavedView

_MAP, _VIEW, _LAYOUTS = "map", "look", "layouts"
_MOST_LAYOUTS = 12
"""How many layouts are stored, the latest ones: each width of the window has its own."""
_LARGEST_NUMBER = 1_000_000
"""No map has as many cards, rows or columns; JSON has integers that no float can hold."""


class MapPersistence:
    """Remembers the map of one reader and guide, in this run and for the next. `story`: the visible story."""

    def __init__(self, reader_state: ReaderState, story: Story) -> None:
        self._reader_state = reader_state
        seen, view = _read_stamped(reader_state.record(_MAP, _VIEW), story)
        self._saved_view, self._saved_at = (
            (_saved_view(view), seen) if seen <= story.seen else (SavedView(), story.seen)
        )
        seen, layouts = _read_stamped(reader_state.record(_MAP, _LAYOUTS), story)
        self.layouts = Layouts(seen, _layouts(layouts)) if seen <= story.seen else Layouts(story.seen)

    def saved_view(self, visible: VisibleStory) -> SavedView:
        """The view when the reader last left the map; the default one if that was at a later point."""
        return _within(self._saved_view, visible) if self._saved_at <= visible.story.seen else SavedView()

    def remember(self, visible: VisibleStory, view: SavedView) -> None:
        """Remember the current view for `save`."""
        self._saved_view, self._saved_at = view, visible.story.seen

    def save(self, story: Story) -> None:
        """Store the remembered view and the layouts. `story`: the story at the reader's saved progress.

        Nothing that was made at a later point is stored.
        """
        self.layouts.move_to(story.seen)
        if self._saved_at > story.seen:
            self._saved_view, self._saved_at = SavedView(), story.seen
        self._reader_state.save_if_changed(
            _MAP, _VIEW, _stamped_record(story, self._saved_at, _view_record(self._saved_view))
        )
        last = list(self.layouts.layouts.items())[-_MOST_LAYOUTS:]
        record: dict[str, object] = {name: _layout_record(layout) for name, layout in last}
        self._reader_state.save_if_changed(_MAP, _LAYOUTS, _stamped_record(story, story.seen, record))


def _within(view: SavedView, visible: VisibleStory) -> SavedView:
    """The view with only visible ids in its filter: the others would reveal that something is hidden."""
    groups: set[str | None] = {person.group for person in visible.people.everyone}
    kinds = view.map_filter.without_kinds & visible.story.kind_by_id.keys()
    return replace(view, map_filter=MapFilter(kinds, view.map_filter.without_groups & groups))


# The file may contain anything, so every value is checked.


def _stamped_record(story: Story, seen: Position, value: dict[str, object]) -> dict[str, object]:
    return {"seen": story.timeline.points[seen - 1].id if seen else "start", "value": value}


def _read_stamped(record: object, story: Story) -> tuple[Position, dict[str, object]]:
    """The stored value and its position; a position after the end of the story if it cannot be read."""
    never: tuple[Position, dict[str, object]] = len(story.timeline) + 1, {}
    if not isinstance(record, dict):
        return never
    stamp, value = record.get("seen"), record.get("value")
    seen = story.timeline.position(stamp) if isinstance(stamp, str) else None
    return (seen, value) if seen is not None and isinstance(value, dict) else never


def _view_record(view: SavedView) -> dict[str, object]:
    return {
        "view": view.view.value,
        "person": view.person,
        "without_kinds": sorted(view.map_filter.without_kinds),
        "without_groups": sorted(view.map_filter.without_groups, key=str),
        "all_ties": view.all_relationships,
        "legend": view.legend,
        "x": view.x,
        "y": view.y,
    }


def _saved_view(record: dict[str, object]) -> SavedView:
    view, person, legend = record.get("view"), record.get("person"), record.get("legend")
    return SavedView(
        View(view) if isinstance(view, str) and view in list(View) else View.EVERYONE,
        person if isinstance(person, str) else None,
        MapFilter(
            frozenset(id for id in _listed(record.get("without_kinds")) if id is not None),
            frozenset(_listed(record.get("without_groups"))),
        ),
        record.get("all_ties") is True,
        legend is True,
        _cell(record.get("x")),
        _cell(record.get("y")),
    )


def _listed(value: object) -> list[str | None]:
    return [item for item in value if isinstance(item, str | None)] if isinstance(value, list) else []


def _cell(value: object) -> int:
    return min(max(value, 0), _LARGEST_NUMBER) if isinstance(value, int) else 0


def _layout_record(layout: Layout) -> dict[str, object]:
    columns = [[(block.group, [str(key) for key in block.keys]) for block in column] for column in layout.columns]
    return {"made_for": layout.made_for, "columns": columns}


def _layouts(record: dict[str, object]) -> dict[str, Layout]:
    layouts = {}
    for name, layout in record.items():
        match layout:
            case {"made_for": int(made_for), "columns": list(columns)}:
                layouts[name] = Layout(_columns(columns), min(made_for, _LARGEST_NUMBER))
    return layouts


def _columns(record: Iterable[object]) -> Columns:
    """The columns, with each card once."""
    placed: set[Link] = set()
    columns = []
    for column in record:
        blocks = [block for item in column if (block := _block(item, placed))] if isinstance(column, list) else []
        if blocks:
            columns.append(tuple(blocks))
    return tuple(columns)


def _block(record: object, placed: set[Link]) -> Block | None:
    match record:
        case [str(group), list(keys)]:
            links = (Link.parse(key) for key in dict.fromkeys(_listed(keys)) if key is not None)
            own = [link for link in links if link and link not in placed]
            placed.update(own)
            return Block(group, tuple(own)) if own else None
    return None
