"""What is stored of the map between runs: how the reader looked at it, and where the cards were.

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

from .state import Look

_MAP, _LOOK, _LAYOUTS = "map", "look", "layouts"
_MOST_LAYOUTS = 12
"""How many layouts are stored, the latest ones: each width of the window has its own."""
_LARGEST_NUMBER = 1_000_000
"""No map has as many cards, rows or columns; JSON has integers that no float can hold."""


class MapPersistence:
    """Remembers the map of one reader and guide, in this run and for the next. `story`: the visible story."""

    def __init__(self, reader_state: ReaderState, story: Story) -> None:
        self._reader_state = reader_state
        seen, look = _stamped(reader_state.record(_MAP, _LOOK), story)
        self._look, self._looked_at = (_look(look), seen) if seen <= story.seen else (Look(), story.seen)
        seen, layouts = _stamped(reader_state.record(_MAP, _LAYOUTS), story)
        self.layouts = Layouts(seen, _layouts(layouts)) if seen <= story.seen else Layouts(story.seen)

    def look(self, visible: VisibleStory) -> Look:
        """How the reader looked at the map last; the default view if that was at a later point."""
        return _within(self._look, visible) if self._looked_at <= visible.story.seen else Look()

    def remember(self, visible: VisibleStory, look: Look) -> None:
        """Remember how the reader looks at the map now."""
        self._look, self._looked_at = look, visible.story.seen

    def keep(self, story: Story) -> None:
        """Store for the next run what is remembered. `story`: the story at the reader's real progress.

        Nothing that was made at a later point is stored.
        """
        self.layouts.move_to(story.seen)
        if self._looked_at > story.seen:
            self._look, self._looked_at = Look(), story.seen
        self._reader_state.save_if_changed(_MAP, _LOOK, _told(story, self._looked_at, _look_told(self._look)))
        last = list(self.layouts.layouts.items())[-_MOST_LAYOUTS:]
        told: dict[str, object] = {name: _layout_told(layout) for name, layout in last}
        self._reader_state.save_if_changed(_MAP, _LAYOUTS, _told(story, story.seen, told))


def _within(look: Look, visible: VisibleStory) -> Look:
    """The look without what is hidden: a filter that hides nothing visible would reveal that something is hidden."""
    groups: set[str | None] = {person.group for person in visible.people.everyone}
    kinds = look.choice.without_kinds & visible.story.kind_by_id.keys()
    return replace(look, choice=MapFilter(kinds, look.choice.without_groups & groups))


# The file may contain anything, so every value is checked.


def _told(story: Story, seen: Position, value: dict[str, object]) -> dict[str, object]:
    return {"seen": story.timeline.points[seen - 1].id if seen else "start", "value": value}


def _stamped(told: object, story: Story) -> tuple[Position, dict[str, object]]:
    """The stored value and its position; a position after the end of the story if it cannot be read."""
    never: tuple[Position, dict[str, object]] = len(story.timeline) + 1, {}
    if not isinstance(told, dict):
        return never
    said, value = told.get("seen"), told.get("value")
    seen = story.timeline.position(said) if isinstance(said, str) else None
    return (seen, value) if seen is not None and isinstance(value, dict) else never


def _look_told(look: Look) -> dict[str, object]:
    return {
        "view": look.view.value,
        "person": look.person,
        "without_kinds": sorted(look.choice.without_kinds),
        "without_groups": sorted(look.choice.without_groups, key=str),
        "all_ties": look.all_relationships,
        "legend": look.legend,
        "x": look.x,
        "y": look.y,
    }


def _look(told: dict[str, object]) -> Look:
    view, person, legend = told.get("view"), told.get("person"), told.get("legend")
    return Look(
        View(view) if isinstance(view, str) and view in list(View) else View.EVERYONE,
        person if isinstance(person, str) else None,
        MapFilter(
            frozenset(id for id in _listed(told.get("without_kinds")) if id is not None),
            frozenset(_listed(told.get("without_groups"))),
        ),
        told.get("all_ties") is True,
        legend if isinstance(legend, bool) else None,
        _cell(told.get("x")),
        _cell(told.get("y")),
    )


def _listed(value: object) -> list[str | None]:
    return [one for one in value if isinstance(one, str | None)] if isinstance(value, list) else []


def _cell(value: object) -> int:
    return min(max(value, 0), _LARGEST_NUMBER) if isinstance(value, int) else 0


def _layout_told(layout: Layout) -> dict[str, object]:
    columns = [[(block.group, [str(key) for key in block.keys]) for block in column] for column in layout.columns]
    return {"made_for": layout.made_for, "columns": columns}


def _layouts(told: dict[str, object]) -> dict[str, Layout]:
    found = {}
    for name, layout in told.items():
        match layout:
            case {"made_for": int(made_for), "columns": list(columns)}:
                found[name] = Layout(_columns(columns), min(made_for, _LARGEST_NUMBER))
    return found


def _columns(told: Iterable[object]) -> Columns:
    """The columns, with each card once."""
    placed: set[Link] = set()
    columns = []
    for column in told:
        blocks = [block for one in column if (block := _block(one, placed))] if isinstance(column, list) else []
        if blocks:
            columns.append(tuple(blocks))
    return tuple(columns)


def _block(told: object, placed: set[Link]) -> Block | None:
    match told:
        case [str(group), list(keys)]:
            links = (Link.parse(key) for key in dict.fromkeys(_listed(keys)) if key is not None)
            mine = [link for link in links if link and link not in placed]
            placed.update(mine)
            return Block(group, tuple(mine)) if mine else None
    return None
