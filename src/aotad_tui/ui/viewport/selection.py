"""A page that is copied from."""

from __future__ import annotations

from textual.message import Message

from aotad_tui.cells import cut

from .columns import SidewaysView

_TOLD = 32
"""How many cells of a paragraph are told, so that one knows which it was."""


class CopyingView(SidewaysView):
    """Posts `Copied` with what a reader wants to have on the clipboard."""

    class Copied(Message):
        """A text was asked for, for the clipboard; `what` says which, in words."""

        def __init__(self, text: str, what: str) -> None:
            super().__init__()
            self.text = text
            self.what = what

    def action_copy(self) -> None:
        """Copies what is selected, or the paragraph that is being read."""
        selected = self.screen.get_selected_text()
        if selected:
            self.post_message(self.Copied(selected, "selection"))
        elif self.page:
            text = self.page.whole_text(self.paragraph)
            self.post_message(self.Copied(text, f"paragraph “{cut(text.partition(chr(10))[0], _TOLD)}”"))

    @property
    def paragraph(self) -> int:
        """The leaf that is being read: of the place found, or the first one with text that begins on the screen."""
        in_view = list(self.rows_in_view())
        if self._hit and any(leaf == self._hit.leaf for leaf, _ in in_view):
            return self._hit.leaf
        return next((leaf for leaf, row in in_view if row.start == 0 and row.end), self.top[0])

    def action_copy_section(self) -> None:
        """Copies the section as Markdown."""
        if self.page:
            self.post_message(self.Copied(self.page.source, "section as Markdown"))
