"""A page that is scrolled by keys."""

from __future__ import annotations

from .find import FindingView


class MovingView(FindingView):
    """Moves by lines, halves and screens, exactly."""

    def action_line_down(self) -> None:
        """One line on."""
        self.scroll_by(1)

    def action_line_up(self) -> None:
        """One line back."""
        self.scroll_by(-1)

    def action_half_page_down(self) -> None:
        """Half a screen on."""
        self.scroll_by(max(self.size.height // 2, 1))

    def action_half_page_up(self) -> None:
        """Half a screen back."""
        self.scroll_by(-max(self.size.height // 2, 1))

    def action_screen_down(self) -> None:
        """A screen on, two lines kept for the eye."""
        self.scroll_by(max(self.size.height - 2, 1))

    def action_screen_up(self) -> None:
        """A screen back."""
        self.scroll_by(-max(self.size.height - 2, 1))

    def action_top(self) -> None:
        """To the beginning."""
        self.go_to((0, 0))

    def action_bottom(self) -> None:
        """To the end."""
        self.scroll_to_end()
