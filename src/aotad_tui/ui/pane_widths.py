"""The widths of the side panes: the page has what it needs first, then titles, then the people, then headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aotad_tui.commands.panes import ALL_FIT_FROM, LEAST_PAGE, PaneSpec


def side_widths(
    window: int, shown: Iterable[PaneSpec], wanted: Mapping[str, int], page: int, whole_page: int
) -> dict[str, int]:
    """The width of each shown side pane by its id, in cells.

    `wanted`: the width by pane from which on nothing in it is cut, 0 where any width will do. `page`: the width of a
    page at which its text is easy to read. `whole_page`: the width beyond which the page does not use more.
    """
    sides = {spec.id: spec.width for spec in shown if spec.width}
    result = {id: width.least for id, width in sides.items()}
    enough = page if window >= ALL_FIT_FROM else LEAST_PAGE
    for id, width in sides.items():
        spare = window - sum(result.values()) - enough
        result[id] += max(min(min(wanted[id], width.most) - result[id], spare), 0)
    for id in sorted(sides, key=lambda id: wanted[id]):
        spare = window - sum(result.values()) - whole_page
        result[id] += max(min(sides[id].most - result[id], spare), 0)
    return result
