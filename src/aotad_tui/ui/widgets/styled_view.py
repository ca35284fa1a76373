"""Names of styles to what a terminal is told: the base of all widgets that draw spans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.dom import DOMNode
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from aotad_tui.ui.late_callbacks import NoLateCallbacks
from aotad_tui.ui.platform.ascii_filter import in_signs

from .scroll_bar import PlainScrollBar

SPAN = "span--"
_BLACK = Color(0, 0, 0)
_STYLES = (
    *(
        "title",
        "person",
        "heading",
        "heading-1",
        "heading-3",
        "heading-4",
        "heading-5",
        "heading-6",
        "strong",
        "em",
        "strike",
        "code",
        "codeblock",
        "quote",
        "quoted",
        "bullet",
        "rule",
        "more",
    ),
    *("image", "footnote", "table-head", "link", "name", "native", "group", "dim", "frame", "label", "over", "remark"),
    *("point", "panel-heading", "tie", "tie-heading", "callout", "confirmed", "reported", "speculation", "source"),
    *("dead", "missing", "family", "love", "enemy", "killed", "hurts"),
    *("keyword", "string", "number", "comment", "function", "deleted", "hit", "hit-here", "selected"),
    *("note", "tip", "important", "warning", "caution"),
)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the style sheet says of one name."""

    background: Color | None
    color: Color | None
    text_style: Style


class StyledView(NoLateCallbacks, ScrollView, can_focus=True):
    """Draws spans in styles that the style sheet says. Posts `Followed` when a link is opened by mouse or by key."""

    SPANS: ClassVar[frozenset[str]] = frozenset(_STYLES) | {"current"}
    """The names of styles that the style sheet may know, each as the class `span--` and the name."""

    class Followed(Message):
        """A link was opened."""

        def __init__(self, sender: StyledView, link: str) -> None:
            super().__init__()
            self.sender = sender
            self.link = link

        @property
        def control(self) -> StyledView:
            """The widget in which it was opened."""
            return self.sender

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rich_styles: dict[str, Style] = {}
        self._looks: dict[str, _Look] = {}
        self._looked_in: Mapping[str, object] = {}
        """The rules in which these looks were found. They hang on nothing else, such as who has the focus."""

    def fit(self, height: int) -> None:
        """Tells the scroll bar how many lines there are, without a new layout of the screen where it can be avoided."""
        size = Size(self.scrollable_content_region.width, height)
        if size == self.virtual_size:
            return
        always = self.styles.overflow_y == "scroll"
        if always or self.show_vertical_scrollbar == (height > self.container_size.height):
            self.set_reactive(Widget.virtual_size, size)
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.window_virtual_size = height
        else:
            self.virtual_size = size

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The upright bar, made when it is first asked for, as Textual does."""
        bar = self._vertical_scrollbar
        if bar is None:
            bar = self._vertical_scrollbar = PlainScrollBar(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001  # as Textual starts its own: no public way leads there
        return bar

    def watch_show_vertical_scrollbar(self) -> None:
        """Puts a bar that appears where the view is: Textual moves only one that is shown."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = self.scroll_y

    def watch_show_horizontal_scrollbar(self) -> None:
        """Puts a bar that appears where the view is."""
        if self.show_horizontal_scrollbar:
            self.horizontal_scrollbar.position = self.scroll_x

    def put(self, strip: Strip) -> Strip:
        """A strip in the signs in force, for lines that go to the screen without the application's filters."""
        return in_signs(self.app).put(strip)

    def notify_style_update(self) -> None:
        """Draws anew, since the colours may be others."""
        super().notify_style_update()
        self._rich_styles.clear()
        self.forget_drawn()
        self.refresh()

    def forget_drawn(self) -> None:
        """Forgets all that was drawn."""

    def style_of(self, names: str) -> Style:
        """The style that these names make together over the widget's own, each adding to those before it."""
        style = self._rich_styles.get(names)
        if style is None:
            own = self.visual_style
            background, color, text_style = own.background, own.foreground, Style()
            for name in names.split():
                if name not in self.SPANS:
                    continue
                look = self.look_of(name)
                if look.background:
                    background += look.background
                color = look.color or color
                text_style += look.text_style
            # A colour that lets the background through is mixed with it here: a terminal knows no half tones.
            opaque = (background + color).rich_color if color else None
            style = Style(color=opaque, bgcolor=background.rich_color if background else None) + text_style
            for line_filter in self.get_line_filters():  # once for a style, and not for each line that is in it
                style = line_filter.apply([Segment(" ", style)], own.background or _BLACK)[0].style or style
            self._rich_styles[names] = style
        return style

    def look_of(self, name: str) -> _Look:
        """What the style sheet says of a name in this sort of widget, as of one of Textual's component classes.

        Those are all made at once and kept with each widget: seventy nodes for every pane, three megabytes in all.
        """
        rules_map = self.app.stylesheet.rules_map  # another one once it was read anew, as for another theme
        if rules_map is not self._looked_in:
            self._looks.clear()
            self._looked_in = rules_map
        look = self._looks.get(name)
        if look is None:
            span = DOMNode(classes=SPAN + name)
            span._attach(self)  # noqa: SLF001  # as Textual does with its own
            self.app.stylesheet.apply(span)
            rules = span.styles
            color = rules.color if rules.has_rule("color") else None
            background = rules.background if rules.has_rule("background") else None
            look = self._looks[name] = _Look(background, color, rules.text_style)
        return look
