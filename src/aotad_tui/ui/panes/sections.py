"""The sections: parts and sections of the guide, what has been read, and where one is."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.style import Style
from rich.text import Text
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from aotad_tui.cells import cut
from aotad_tui.commands.registry import Scope
from aotad_tui.page.page import Heading
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.bindings import bindings_for
from aotad_tui.ui.late_callbacks import NoLateCallbacks

HERE, READ, UNREAD = "▸", "✓", "·"
HEADING = "#"
"""What the data of a heading's row begins with; no section's id does."""
_LONGEST_OUTLINE = 500


class SectionsPane(NoLateCallbacks, Tree[str]):
    """A tree whose leaves are sections; their data is the section's id, that of a part is empty."""

    BINDINGS = bindings_for(Scope.PANE)
    auto_expand = True

    class Chosen(Message):
        """A section was chosen, or a heading of the one that is being read."""

        def __init__(self, section: str, heading: str = "") -> None:
            super().__init__()
            self.section = section
            self.heading = heading

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id)
        self.show_root = False
        self.show_guides = False
        self.guide_depth = 2
        self._leaves: dict[str, TreeNode[str]] = {}
        self._outlined: str | None = None
        """Whose outline is known, the next line says which it is."""
        self._outline: tuple[Heading, ...] = ()
        self._heading = ""
        self._here: str | None = None
        self._read: Collection[str] = ()

    def show_edition(self, visible: VisibleStory) -> None:
        """Shows the sections there are now."""
        self.clear()
        self._leaves.clear()
        self._outlined, self._outline = None, ()
        parts: dict[tuple[str, ...], TreeNode[str]] = {(): self.root}
        for section in visible.story.sections:
            for depth in range(1, len(section.parts) + 1):
                path = section.parts[:depth]
                if path not in parts:
                    parts[path] = parts[path[:-1]].add(Text(path[-1]), data="", expand=True)
            self._leaves[section.id] = parts[section.parts].add_leaf(Text(section.title), data=section.id)
        self.root.expand()
        if not visible.story.sections:
            self.root.add_leaf(Text("Nothing to read yet."), data="")

    def mark(self, here: str | None, read: Collection[str]) -> None:
        """Marks the section that is being read and those that were read, and brings the former into view."""
        self._here, self._read = here, read
        self._clear_line_cache()
        self._hang_outline()  # before anything is scrolled: what is above a section says where it is
        leaf = self._leaves.get(here or "")
        if leaf:
            parent = leaf.parent
            while parent:
                if not parent.is_expanded:
                    parent.expand()
                parent = parent.parent
            self.call_after_refresh(self._go_to_section)
        self.refresh()

    def show_outline(self, section: str | None, outline: Sequence[Heading], heading: str) -> None:
        """Shows the headings of a section under it while it is the one being read, and marks one of them.

        `heading` is the slug of the one above what is read. It may come before or after `mark`: a section's outline
        stands under that section only.
        """
        if (section, tuple(outline), heading) == (self._outlined, self._outline, self._heading):
            return
        if (section, tuple(outline)) != (self._outlined, self._outline):
            self._outlined, self._outline = section, tuple(outline)
            self._hang_outline()
        if heading != self._heading:
            self._heading = heading
            self._clear_line_cache()
            self.refresh()
        self.call_after_refresh(self._show_heading)

    def _hang_outline(self) -> None:
        """Hangs the outline under the section that is being read, if it is that one's, and takes others away."""
        headings = self._outline if self._outlined == self._here else ()
        for id, leaf in self._leaves.items():
            mine = headings[:_LONGEST_OUTLINE] if id == self._here else ()
            if [row.data for row in leaf.children] == [HEADING + one.slug for one in mine]:
                continue
            leaf.remove_children()
            deepest = min((one.level for one in headings), default=1)
            for one in mine:
                leaf.add_leaf(Text("  " * (one.level - deepest) + one.text), data=HEADING + one.slug)
            leaf.allow_expand = bool(mine)
            if mine:
                leaf.expand()

    def on_resize(self) -> None:
        """Scrolls to the cursor, or to the section that is read, once it is known how much is in view."""
        self.call_after_refresh(self._show_cursor if self.has_focus else self._show_heading)

    def _show_cursor(self) -> None:
        if self.cursor_line >= 0:
            self.scroll_to_line(self.cursor_line, animate=False)

    def _go_to_section(self) -> None:
        leaf = self._leaves.get(self._here or "")
        if leaf and leaf.line >= 0:
            self.move_cursor(leaf)
            self._scroll_to_section(leaf)

    def _show_heading(self) -> None:
        """Brings the heading that is being read into view, unless somebody is looking for another place here."""
        leaf = self._leaves.get(self._here or "")
        if leaf and not self.has_focus:
            self._scroll_to_section(leaf)

    def _scroll_to_section(self, leaf: TreeNode[str]) -> None:
        """Scrolls until the section that is read is in the upper third, and the heading that is read in view.

        Where that is does not depend on what was in view before, so it is the same however one came here.
        """
        rows = self.scrollable_content_region.height
        marked = [row.line for row in leaf.children if row.data == HEADING + self._heading]
        top = max(leaf.line - rows // 3, *(line - rows + 1 for line in marked), 0)
        self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def render_label(self, node: TreeNode[str], base_style: Style, style: Style) -> Text:
        """A part's title behind its fold; a section's title behind the sign of what was read."""
        title = node.label.plain if isinstance(node.label, Text) else str(node.label)
        depth = 0
        above = node.parent
        while above and above is not self.root:
            depth += 1
            above = above.parent
        if node.data and node.data.startswith(HEADING):
            sign = "▸" if node.data == HEADING + self._heading else " "
        elif node.data or not node.allow_expand:
            sign = HERE if node.data == self._here else READ if node.data in self._read else UNREAD
            sign = sign if node.data else " "
        else:
            sign = "▾" if node.is_expanded else "▸"
        room = self.scrollable_content_region.width - depth * self.guide_depth - 2
        words = f"{sign} {cut(title, max(room, 4))}"
        return Text(words, style=base_style + style + self._weight(node))

    def _weight(self, node: TreeNode[str]) -> Style:
        if node.data and node.data.startswith(HEADING):
            return Style(bold=node.data == HEADING + self._heading, dim=node.data != HEADING + self._heading)
        return Style(bold=not node.data or node.data == self._here)

    def on_tree_node_selected(self, event: Tree.NodeSelected[str]) -> None:
        """Says that a section was chosen."""
        event.stop()
        data = event.node.data or ""
        if data.startswith(HEADING):
            self.post_message(self.Chosen(self._here or "", data.removeprefix(HEADING)))
        elif data:
            self.post_message(self.Chosen(data))

    def action_open(self) -> None:
        """Opens the section under the cursor; folds or unfolds a part."""
        self.action_select_cursor()

    def action_line_down(self) -> None:
        """One row down."""
        self.action_cursor_down()

    def action_line_up(self) -> None:
        """One row up."""
        self.action_cursor_up()

    def _move(self, rows: int) -> None:
        self.cursor_line = max(0, min(self.cursor_line + rows, self.last_line))

    def action_half_page_down(self) -> None:
        """Half a screen down."""
        self._move(max(self.size.height // 2, 1))

    def action_half_page_up(self) -> None:
        """Half a screen up."""
        self._move(-max(self.size.height // 2, 1))

    def action_screen_down(self) -> None:
        """A screen down."""
        self._move(max(self.size.height - 1, 1))

    def action_screen_up(self) -> None:
        """A screen up."""
        self._move(-max(self.size.height - 1, 1))

    def action_top(self) -> None:
        """To the first row."""
        self.cursor_line = 0

    def action_bottom(self) -> None:
        """To the last row."""
        self.cursor_line = self.last_line
