"""The filter of the map: kinds of relationship and groups, each shown or hidden."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from aotad_tui.chart.map.graph.builders import NO_GROUP
from aotad_tui.chart.map.graph.cast import MapFilter
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.dialogs.dialog import Dialog
from aotad_tui.ui.widgets.choice_list import ChoiceList, heading_option
from aotad_tui.ui.widgets.dialog_box import DialogBox


class MapFilterScreen(Dialog[MapFilter]):
    """Asks which kinds and groups to show. Escape applies the changes too: there is nothing to undo."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "down", "Down"),
        ("k", "up", "Up"),
        ("g", "first", "First"),
        ("G", "last", "Last"),
        ("space", "toggle_row", "Toggle"),
        ("o", "only", "Only this"),
        ("a", "all", "Show all"),
        ("q,f", "dismiss_dialog", "Close"),
    ]

    def __init__(self, visible: VisibleStory, map_filter: MapFilter) -> None:
        super().__init__()
        self._kinds = [(kind.id, f"{kind.sign} {kind.heading}") for kind in visible.story.current_kinds]
        groups: list[tuple[str | None, str]] = [(group.id, group.name) for group in visible.story.groups]
        if any(person.group is None for person in visible.people.everyone):
            groups.append((None, NO_GROUP))
        self._groups = groups
        self._map_filter = map_filter
        self._without_kinds = set(map_filter.without_kinds)
        self._without_groups = set(map_filter.without_groups)

    def compose(self) -> ComposeResult:
        """The list."""
        with DialogBox("Map filter", ("space", "toggle"), ("o", "only this"), ("a", "show all"), ("esc", "done")):
            yield ChoiceList(*self._options(), id="shown")

    def _options(self) -> list[Option]:
        kinds = [_option(name, hidden=id in self._without_kinds) for id, name in self._kinds]
        groups = [_option(name, hidden=id in self._without_groups) for id, name in self._groups]
        return [
            *([heading_option("Relationships"), *kinds] if kinds else []),
            *([heading_option("People"), *groups] if groups else []),
        ]

    def on_mount(self) -> None:
        """Highlight the first kind."""
        self.query_one(ChoiceList).action_first()

    def on_option_list_option_selected(self, event: ChoiceList.OptionSelected) -> None:
        """Toggle the row that was clicked."""
        self._toggle(event.option_index)

    @property
    def _highlighted(self) -> int:
        return self.query_one(ChoiceList).highlighted or 0

    def _kind_or_group(self, option: int) -> tuple[str | None, str | None]:
        """The id of the kind, or else that of the group, in a row of the list; None is no group."""
        number = option - 1  # below the heading
        if 0 <= number < len(self._kinds):
            return self._kinds[number][0], None
        return None, self._groups[option - 1 - (len(self._kinds) + 1 if self._kinds else 0)][0]

    def action_toggle_row(self) -> None:
        """Toggle the highlighted row."""
        if self._kinds or self._groups:
            self._toggle(self._highlighted)

    def _toggle(self, number: int) -> None:
        kind, group = self._kind_or_group(number)
        if kind is None:
            self._without_groups ^= {group}
        else:
            self._without_kinds ^= {kind}
        self._show(number)

    def action_only(self) -> None:
        """Show only the kind of the highlighted row, or only its group."""
        if not (self._kinds or self._groups):
            return
        kind, group = self._kind_or_group(self._highlighted)
        if kind is None:
            self._without_groups = {id for id, _ in self._groups} - {group}
        else:
            self._without_kinds = {id for id, _ in self._kinds} - {kind}
        self._show(self._highlighted)

    def _show(self, number: int) -> None:
        options = self.query_one(ChoiceList)
        options.clear_options()
        options.add_options(self._options())
        options.highlighted = number

    def action_first(self) -> None:
        """Highlight the first row."""
        self.query_one(ChoiceList).action_first()

    def action_last(self) -> None:
        """Highlight the last row."""
        self.query_one(ChoiceList).action_last()

    def action_all(self) -> None:
        """Show everything."""
        self._without_kinds.clear()
        self._without_groups.clear()
        self._show(self._highlighted)

    def action_dismiss_dialog(self) -> None:
        """Close with the changes."""
        hidden = frozenset(self._without_kinds), frozenset(self._without_groups)
        self.dismiss(replace(self._map_filter, without_kinds=hidden[0], without_groups=hidden[1]))

    def action_down(self) -> None:
        """Move down by a row."""
        self.query_one(ChoiceList).action_cursor_down()

    def action_up(self) -> None:
        """Move up by a row."""
        self.query_one(ChoiceList).action_cursor_up()


def _option(name: str, *, hidden: bool) -> Option:
    return Option(Content(f"{'[ ]' if hidden else '[x]'} {name}"))
