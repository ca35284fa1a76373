"""The sidebar: parts and sections of the guide, what has been read, and the reader's location."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from rich.style import Style
from rich.text import Text
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from aotad_tui.cells import width
from aotad_tui.link import PEOPLE_PAGE, Link, is_people_page
from aotad_tui.page.page import Heading
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.pane import MOVEMENT_BINDINGS, Pane
from aotad_tui.ui.platform.callbacks import after_refresh
from aotad_tui.ui.platform.textual_internals import clear_tree, forget_tree_lines
from aotad_tui.ui.section_titles import fitted

HERE, READ, UNREAD = "▸", "✓", "·"
_LONGEST_OUTLINE = 500
_INDENT = 2
"""The cells by which each level is indented."""
_AROUND = 5
"""The cells around a title: padding, sign, scroll bar and border."""


@dataclass
class _Edition:
    """What the pane knows of one edition of the story. It is replaced as a whole when another one is shown."""

    leaves: dict[str, TreeNode[Link]] = field(default_factory=dict)
    """The rows of the sections by their ids."""
    outlined: str | None = None
    """The section whose outline is in `outline`."""
    outline: tuple[Heading, ...] = ()
    heading: str = ""
    here: str | None = None
    read: Collection[str] = ()


def width_wanted(visible: VisibleStory) -> int:
    """The width in cells from which on no title is cut."""
    titles = [(len(section.parts), section.title) for section in visible.story.sections]
    parts = {section.parts for section in visible.story.sections}
    titles += [(depth, name) for path in parts for depth, name in enumerate(path)]
    return max((depth * _INDENT + width(title) for depth, title in titles), default=0) + _AROUND


class SectionsPane(Pane, Tree[Link]):
    """A tree whose leaves are sections and headings. The data of a row is its link; None for a part."""

    BINDINGS = MOVEMENT_BINDINGS
    auto_expand = True

    class Chosen(Message):
        """A section was chosen, or a heading of the open one."""

        def __init__(self, link: Link) -> None:
            super().__init__()
            self.link = link

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id)
        self.show_root = False
        self.show_guides = False
        self.guide_depth = _INDENT
        self._edition = _Edition()

    def show_story(self, visible: VisibleStory) -> None:
        """Show the sections of the visible story."""
        clear_tree(self)
        self._edition = _Edition()
        if visible.people.everyone:
            self._edition.leaves[PEOPLE_PAGE] = self.root.add_leaf(Text("People"), data=Link.section(PEOPLE_PAGE))
        parts: dict[tuple[str, ...], TreeNode[Link]] = {(): self.root}
        for section in visible.story.sections:
            for depth in range(1, len(section.parts) + 1):
                path = section.parts[:depth]
                if path not in parts:
                    parts[path] = parts[path[:-1]].add(Text(path[-1]), expand=True)
            self._edition.leaves[section.id] = parts[section.parts].add_leaf(
                Text(section.title), data=Link.section(section.id)
            )
        self.root.expand()
        if not visible.story.sections:
            self.root.add_leaf(Text(f"Nothing to read{visible.yet}."))

    def mark(self, here: str | None, read: Collection[str]) -> None:
        """Mark the open section and those that were read, and scroll to the open one."""
        self._edition.here, self._edition.read = here, read
        forget_tree_lines(self)
        self._attach_outline()  # Before anything is scrolled, since rows above a section determine its position.
        leaf = self._leaf
        if leaf:
            parent = leaf.parent
            while parent:
                if not parent.is_expanded:
                    parent.expand()
                parent = parent.parent
            after_refresh(self, self._go_to_section)
        self.refresh()

    def show_outline(self, section: str | None, outline: Sequence[Heading], heading: str) -> None:
        """Show the headings of the open section below it, and mark one of them.

        `heading`: the slug of the current heading. This may be called before or after `mark`; an outline is shown only
        below its own section.
        """
        if (section, tuple(outline), heading) == (self._edition.outlined, self._edition.outline, self._edition.heading):
            return
        if (section, tuple(outline)) != (self._edition.outlined, self._edition.outline):
            self._edition.outlined, self._edition.outline = section, tuple(outline)
            self._attach_outline()
        if heading != self._edition.heading:
            self._edition.heading = heading
            forget_tree_lines(self)
            self.refresh()
        after_refresh(self, self._show_section)

    def _attach_outline(self) -> None:
        """Add the outline below its section if that is open, and remove other outlines."""
        headings = self._edition.outline if self._edition.outlined == self._edition.here else ()
        for leaf in self._edition.leaves.values():
            own = headings[:_LONGEST_OUTLINE] if leaf is self._leaf else ()
            links = [Link.section(self._edition.here or "", heading.slug) for heading in own]
            if [row.data for row in leaf.children] == links:
                continue
            leaf.remove_children()
            top_level = min((heading.level for heading in headings), default=1)
            for heading, link in zip(own, links, strict=True):
                leaf.add_leaf(Text("  " * (heading.level - top_level) + heading.text), data=link)
            leaf.allow_expand = bool(own)
            if own:
                leaf.expand()

    def on_resize(self) -> None:
        """Scroll to the cursor or to the open section, once it is known how much is in view."""
        after_refresh(self, self._show_cursor if self.has_focus else self._show_section)

    def _show_cursor(self) -> None:
        if self.cursor_line >= 0:
            self.scroll_to_line(self.cursor_line, animate=False)

    @property
    def _leaf(self) -> TreeNode[Link] | None:
        """The row of the open section; the People page has the same row with any filter."""
        here = self._edition.here or ""
        return self._edition.leaves.get(PEOPLE_PAGE if is_people_page(here) else here)

    def _go_to_section(self) -> None:
        leaf = self._leaf
        if leaf and leaf.line >= 0:
            self.move_cursor(leaf)
            self._scroll_to_section(leaf)

    def _show_section(self) -> None:
        """Scroll to the open section and the current heading, unless the pane has the focus."""
        leaf = self._leaf
        if leaf and not self.has_focus:
            self._scroll_to_section(leaf)

    def _scroll_to_section(self, leaf: TreeNode[Link]) -> None:
        """Scroll until the open section is in the upper third, and the current heading in view.

        The result does not depend on what was in view before, so it is the same however the reader came here.
        """
        rows = self.scrollable_content_region.height
        marked = [row.line for row in leaf.children if row.data == self._marked]
        top = max(leaf.line - rows // 3, *(line - rows + 1 for line in marked), 0)
        self.scroll_to(y=top, animate=False, force=True, immediate=True)

    @property
    def _marked(self) -> Link:
        """The link to the current heading."""
        return Link.section(self._edition.here or "", self._edition.heading)

    def render_label(self, node: TreeNode[Link], base_style: Style, style: Style) -> Text:
        """The label of a part with its fold mark, or of a section with its read mark."""
        title = node.label.plain if isinstance(node.label, Text) else str(node.label)
        depth = 0
        above = node.parent
        while above and above is not self.root:
            depth += 1
            above = above.parent
        link = node.data
        if link and _is_heading(node):
            sign = "▸" if link == self._marked else " "
        elif link:
            unread = UNREAD if link.id != PEOPLE_PAGE else " "  # which changes with progress, so it is never read
            sign = HERE if node is self._leaf else READ if link.id in self._edition.read else unread
        elif not node.allow_expand:
            sign = " "
        else:
            sign = "▾" if node.is_expanded else "▸"
        room = self.scrollable_content_region.width - depth * self.guide_depth - 2
        part = str(node.parent.label) if node.parent else ""
        words = f"{sign} {fitted(title, part, room)}"
        return Text(words, style=base_style + style + self._weight(node))

    def _weight(self, node: TreeNode[Link]) -> Style:
        link = node.data
        if _is_heading(node):
            return Style(bold=link == self._marked, dim=link != self._marked)
        return Style(bold=not link or node is self._leaf)

    def on_tree_node_selected(self, event: Tree.NodeSelected[Link]) -> None:
        """Post the choice of a section."""
        event.stop()
        if event.node.data:
            self.post_message(self.Chosen(event.node.data))

    def open_current(self) -> None:
        """Open the section under the cursor; fold or unfold a part."""
        self.action_select_cursor()

    def move_rows(self, rows: int) -> None:
        """Move the cursor by rows."""
        self.cursor_line = max(0, min(self.cursor_line + rows, self.last_line))

    def move_screens(self, screens: float) -> None:
        """Move the cursor by a part of the height."""
        height = self.size.height
        rows = max(height - 1 if abs(screens) >= 1 else height // 2, 1)
        self.move_rows(rows if screens > 0 else -rows)

    def move_to_end(self, *, top: bool) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor_line = 0 if top else self.last_line


def _is_heading(node: TreeNode[Link]) -> bool:
    """Whether a row is a heading, that is, below a section; a heading of punctuation alone has an empty fragment."""
    return node.parent is not None and node.parent.data is not None
