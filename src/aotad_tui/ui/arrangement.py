"""Which of the three panes are shown: as many as there is room for, and always the one that is being used."""

from __future__ import annotations

from collections.abc import Iterable

SECTIONS, PAGE, PEOPLE = "sections", "page", "people"
PANES = (SECTIONS, PAGE, PEOPLE)


class Arrangement:
    """Remembers which panes a reader wants, and says which are shown where there is room for one, two or three."""

    def __init__(self, wanted: Iterable[str] = (SECTIONS, PEOPLE)) -> None:
        self._wanted = set(wanted)
        self._beside = PEOPLE
        """The pane beside the page where there is room for two: the one used last."""

    def want(self, pane: str) -> None:
        """A pane is wanted again."""
        if pane != PAGE:
            self._wanted.add(pane)
            self._beside = pane

    def dismiss(self, pane: str) -> None:
        """A pane is not wanted any more."""
        self._wanted.discard(pane)
        if self._beside == pane:
            self._beside = SECTIONS if pane == PEOPLE else PEOPLE

    def shown(self, room_for: int, active: str) -> set[str]:
        """The panes to show where that many fit, `active` among them."""
        if active != PAGE:
            self._beside = active
        if room_for == 1:
            return {active}
        if room_for == 2:
            return {PAGE, active} | ({self._beside} & self._wanted)
        return {PAGE, active} | self._wanted
