"""Styles of spans: the names of styles in a line to the Rich styles that the style sheet gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from aotad_tui.story.values import Family
from aotad_tui.ui.platform.textual_internals import unmounted_child

CLASS_PREFIX = "span--"
"""The style sheet knows the style `title` as the class `span--title`."""
_BLACK = Color(0, 0, 0)
SPAN_NAMES = frozenset(
    (
        *("title", "person", "heading", "heading-1", "heading-3", "heading-4", "heading-5", "heading-6"),
        *("strong", "em", "strike", "mark", "code", "codeblock", "quote", "quoted", "bullet", "rule", "more"),
        *("image", "footnote", "table-head", "link", "name", "group", "dim", "frame", "over"),
        *("remark", "point", "panel-heading", "tie", "tie-heading", "callout", "confirmed", "reported"),
        *("speculation", "source", "dead", "missing", *Family),
        *("keyword", "string", "number", "comment", "function", "deleted", "hit", "hit-here", "selected", "current"),
        *("marked", "mark-sign"),
        *("note", "tip", "important", "warning", "caution"),
    )
)
"""The names of styles that the style sheet defines. All other names have no effect."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of the style sheet for one name."""

    background: Color | None
    color: Color | None
    text_style: Style


class SpanStyles:
    """The styles of the spans that one widget draws, each looked up in the style sheet when it is first needed.

    Textual's component classes are all created at once and stored with each widget: seventy nodes for every pane,
    three megabytes in all.
    """

    def __init__(self, widget: Widget, names: frozenset[str] = SPAN_NAMES) -> None:
        self._widget = widget
        self._names = names
        self._styles: dict[str, Style] = {}
        self._rules: dict[str, _Rules] = {}
        self._rules_source: Mapping[str, object] = {}
        """The rules map that `_rules` comes from. They depend on nothing else, such as the focus."""

    def style(self, names: str) -> Style:
        """The style of some names, separated by spaces: each adds to those before it, the first to the widget's own."""
        style = self._styles.get(names)
        if style is None:
            own = self._widget.visual_style
            background, color, text_style = own.background, own.foreground, Style()
            for name in names.split():
                if name not in self._names:
                    continue
                rules = self._rules_of(name)
                if rules.background:
                    background += rules.background
                color = rules.color or color
                text_style += rules.text_style
            # A transparent colour is blended with the background here: a terminal has no transparency.
            opaque = (background + color).rich_color if color else None
            style = Style(color=opaque, bgcolor=background.rich_color if background else None) + text_style
            for line_filter in self._widget.get_line_filters():  # once for a style, not for each line that uses it
                style = line_filter.apply([Segment(" ", style)], own.background or _BLACK)[0].style or style
            self._styles[names] = style
        return style

    def preload(self, names: Iterable[str]) -> None:
        """Look up the rules of some names now, so that the first frame that needs them does not."""
        for name in names:
            self._rules_of(name)

    def clear(self) -> None:
        """Forget all styles, for example because the theme has changed."""
        self._styles.clear()

    def _rules_of(self, name: str) -> _Rules:
        stylesheet = self._widget.app.stylesheet
        if stylesheet.rules_map is not self._rules_source:  # a new map each time the style sheet is parsed
            self._rules.clear()
            self._rules_source = stylesheet.rules_map
        rules = self._rules.get(name)
        if rules is None:
            span = unmounted_child(self._widget, CLASS_PREFIX + name)
            stylesheet.apply(span)
            color = span.styles.color if span.styles.has_rule("color") else None
            background = span.styles.background if span.styles.has_rule("background") else None
            rules = self._rules[name] = _Rules(background, color, span.styles.text_style)
        return rules
