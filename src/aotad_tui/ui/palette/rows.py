"""Draws the entries of the palette."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from aotad_tui.chart.card import group_and_state
from aotad_tui.commands.registry import BY_ID
from aotad_tui.link import LinkKind
from aotad_tui.search.details import marks_in_details
from aotad_tui.search.finder import MatchTier
from aotad_tui.search.full_text import TextHit
from aotad_tui.search.marking import Marks, excerpt, marks_in_name
from aotad_tui.story.people_page import page_of
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.theme import MUTED

from .matches import MATCH_STYLE, keep_matches, least_cells
from .palette_index import Entry, split

_NAME_STYLE = "bold"
_GAP = 2
"""Cells between a name and the text on the right, at least."""
_DETAIL_CELLS = 36
"""About how many characters of a text about a person are shown."""
_NO_KEYS: Mapping[str, str] = {}


class EntryRenderer:
    """Draws the entries of one visible story. `keys`: the keys in force by command id."""

    def __init__(self, visible: VisibleStory, keys: Mapping[str, str] = _NO_KEYS) -> None:
        self._visible = visible
        self._keys = keys

    def row(self, entry: Entry, typed: str, cells: int) -> Content:
        """An entry in one line (a passage in two) of at most that many cells, with the match highlighted.

        The name is on the left; its kind, group or key is dim and on the right.
        """
        if entry.text:
            return Content("\n").join(keep_matches(line, cells) for line in self._passage(entry.text, cells))
        if entry.search:
            return Content(f"Search all text for '{entry.search}'").truncate(cells, ellipsis=True)
        return _aligned(*self._title_row(entry, split(typed)[1]), cells)

    def _title_row(self, entry: Entry, words: str) -> tuple[Content, str]:
        """The name, and what the reader may want to know beside it."""
        kind, id = entry.link.kind, entry.link.id
        if kind is LinkKind.CHARACTER:
            return self._person(entry, id, words)
        if kind is LinkKind.TERM:
            return self._term(entry, id, words)
        if kind is LinkKind.COMMAND:
            return self._titled(entry, BY_ID[id].title, words), self._keys.get(id, "")
        if kind is LinkKind.POINT:
            title = entry.hit.candidate.title if entry.hit else id
            return self._titled(entry, title, words), "set progress"
        return self._section(entry, words)

    def _person(self, entry: Entry, id: str, words: str) -> tuple[Content, str]:
        person = self._visible.people.get(id)
        if person is None:
            return Content(id), ""
        name, other = entry.hit.name if entry.hit else "", Content("")
        parts = [self._highlight(person.name, words if name == person.name else "", _NAME_STYLE)]
        if person.native:
            parts += [Content(" "), self._highlight(person.native, words if name == person.native else "", _NAME_STYLE)]
        if entry.hit and entry.hit.tier is MatchTier.KNOWN:
            other = self._known(name, words)
        elif entry.hit and name not in (person.name, person.native):
            how = "played by" if name in entry.hit.candidate.secondary_names else "as"
            other = Content.assemble((f"  {how} ", MUTED), self._highlight(name, words, ""))
        distinction = self._visible.namesakes.distinction(id)
        if distinction:
            parts.append(Content.styled(f"  {distinction}", MUTED))
        details = "".join(span.text for span in group_and_state(self._visible, person))
        return Content.assemble(*parts, other), details

    def _term(self, entry: Entry, id: str, words: str) -> tuple[Content, str]:
        term = self._visible.terms.get(id)
        if term is None:
            return Content(id), ""
        if entry.hit and entry.hit.tier is MatchTier.KNOWN:
            return Content.assemble((term.name, _NAME_STYLE), self._known(entry.hit.name, words)), ""
        return self._titled(entry, term.name, words), term.about

    def _section(self, entry: Entry, words: str) -> tuple[Content, str]:
        slug = entry.link.fragment
        section = page_of(self._visible, entry.link.id)
        if section is None:
            return Content(entry.link.id), ""
        if slug:
            title = entry.hit.candidate.title if entry.hit else slug
            return self._highlight(title, words, _NAME_STYLE), section.title
        return self._titled(entry, section.title, words), " › ".join(section.parts)

    def _passage(self, hit: TextHit, cells: int) -> tuple[Content, ...]:
        passage = hit.passage
        section = self._visible.story.section_by_id[passage.section]
        times = f"  {hit.times} matches" if hit.times > 1 else ""
        under = f" › {passage.heading}" if passage.heading else ""
        text, marked = excerpt(passage.text, hit.marks, max(cells - 4, 16))
        where = Content.assemble((section.title, "bold"), (f"{under}{times}", MUTED))
        return where, Content.assemble("  ", _highlight_marks(text, marked, ""))

    def _titled(self, entry: Entry, title: str, words: str) -> Content:
        """A title with the match highlighted, and the other name that matched, if it was another."""
        if entry.hit is None or entry.hit.name.casefold() in title.casefold():
            return self._highlight(title, words if entry.hit else "", _NAME_STYLE)
        return Content.assemble((title, _NAME_STYLE), ("  as ", MUTED), self._highlight(entry.hit.name, words, ""))

    @staticmethod
    def _known(text: str, words: str) -> Content:
        """A text about a person or term around what matches."""
        matches = marks_in_details(text, words)
        shown, inside = excerpt(text, matches, _DETAIL_CELLS)
        if len(inside) < len(matches):
            shown, inside = text, matches
        return Content.assemble("  ", _highlight_marks(shown, inside, ""))

    @staticmethod
    def _highlight(text: str, words: str, style: str) -> Content:
        return _highlight_marks(text, marks_in_name(text, words) if words else (), style)


def _aligned(left: Content, right: str, cells: int) -> Content:
    """A row with a dim text on its right, which is cut first, to a third of the row; left out if matches need more."""
    if least_cells(left) + _GAP + cells // 3 > cells:
        right = ""
    room = max(cells - left.cell_length - _GAP, cells // 3)
    dim = Content.styled(right, MUTED).truncate(room, ellipsis=True) if right else Content("")
    left = keep_matches(left, cells - dim.cell_length - _GAP if right else cells)
    return Content.assemble(left, " " * (cells - left.cell_length - dim.cell_length), dim)


def _highlight_marks(text: str, marked: Marks, style: str) -> Content:
    """A text with matches highlighted."""
    parts: list[Content | str | tuple[str, str]] = []
    at = 0
    for start, end in marked:
        parts += [(text[at:start], style), (text[start:end], MATCH_STYLE)]
        at = end
    return Content.assemble(*parts, (text[at:], style))
