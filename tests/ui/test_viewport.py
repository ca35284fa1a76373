"""The parts of the viewport, each without a screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from textual.message import Message

from aotad_tui.cells import plain
from aotad_tui.ui.platform import workers
from aotad_tui.ui.viewport.columns import TableColumns
from aotad_tui.ui.viewport.find import FindInPage
from aotad_tui.ui.viewport.links import LinkCursor
from aotad_tui.ui.viewport.scroller import Scroller
from aotad_tui.ui.viewport.text_position import START, TextPosition
from aotad_tui.ui.widgets.styled_view import StyledView
from tests.page.pages import page

ROWS = 10
LONG = "\n\n".join(
    f"Sentence {number} of a [text](there.md#{'x' * number * 9}) with many rows." for number in range(60)
)
"""Its heights are estimated wrongly, since targets of links are not drawn."""
TABLE = """\
| who | door | what is behind it | who comes back | number |
|---|---|---|---|--:|
| On-jo | that of the roof | wind and nothing else | everybody | 7 |
"""


class FakeWindow:
    """A window that only remembers how it was scrolled."""

    def __init__(self, cells: int = 44) -> None:
        self.cells = cells
        self.rows = ROWS
        self.top = 0
        self.height = 0
        self.later: list[Callable[[], None]] = []

    def set_top(self, row: int) -> None:
        self.top = row

    def set_height(self, rows: int) -> None:
        self.height = rows

    def refresh(self) -> None:
        """Nothing is drawn."""

    def call_later(self, callback: Callable[[], None]) -> None:
        self.later.append(callback)

    def settle(self) -> None:
        """Do what was to be done after the frame."""
        while self.later:
            self.later.pop(0)()


class FakeView(StyledView):
    """A widget without an application: it collects messages, and runs workers at once."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []

    def post_message(self, message: Message) -> bool:
        self.messages.append(message)
        return True

    def run_worker(self, work: Any, *_: Any, **__: Any) -> Any:
        # Unlike `asyncio.run`, this keeps the current event loop; pytest-asyncio would make another and not close it.
        with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
            runner.run(work())


@pytest.fixture(autouse=True)
def _views_are_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "is_open", lambda _view: True)  # they have no screen


class Parts:
    """A page in a window, and the parts around it."""

    def __init__(self, text: str, cells: int = 44) -> None:
        self.window = FakeWindow(cells)
        self.scroller = Scroller(self.window)
        self.view = FakeView()
        self.find = FindInPage(self.view, self.scroller, self.redraw)
        self.links = LinkCursor(self.view, self.scroller, self.redraw, self.find)
        self.columns = TableColumns(self.scroller)
        self.page = page(text)
        self.page.read_all()
        self.show()

    def show(self, at: TextPosition = START) -> None:
        self.scroller.show_page(self.page, at)

    def redraw(self) -> None:
        """Nothing is drawn."""

    @property
    def rows(self) -> list[str]:
        """The text in the window."""
        return [plain(row.spans).strip() for _, row in self.scroller.rows_in_view()]

    @property
    def link(self) -> str:
        """The text of the selected link."""
        link = self.links.current
        return self.page.text(link.leaf)[link.start : link.end] if link else ""

    @property
    def find_status(self) -> str:
        """The last status that was posted."""
        return [message.status for message in self.view.messages if isinstance(message, FindInPage.Changed)][-1]


# The scroller


def test_scrolling_back_shows_the_same_rows() -> None:
    parts = Parts(LONG)
    seen = [parts.rows]
    for rows in (1, 3, ROWS, 25):
        parts.scroller.scroll_by(rows)
        parts.window.settle()
        seen.append(parts.rows)
    for rows, expected in zip((25, ROWS, 3, 1), reversed(seen[:-1]), strict=True):
        parts.scroller.scroll_by(-rows)
        parts.window.settle()
        assert parts.rows == expected


def test_scrolling_up_is_exact_where_heights_were_only_estimated() -> None:
    parts = Parts(LONG)
    parts.scroller.scroll_to_end()
    bottom = parts.rows
    for _ in range(4):
        parts.scroller.scroll_by(-15)
    above = parts.rows
    parts.scroller.scroll_by(60)
    assert parts.rows == bottom
    parts.scroller.scroll_by(-60)
    assert parts.rows == above


def test_scrolling_stops_at_both_ends() -> None:
    parts = Parts(LONG)
    parts.scroller.scroll_by(10_000)
    parts.window.settle()
    assert parts.rows[-1].endswith("rows.")
    assert "Sentence 59" in " ".join(parts.rows)
    assert parts.window.top == parts.window.height - ROWS
    bottom = parts.rows
    parts.scroller.scroll_by(-10_000)
    assert parts.rows == Parts(LONG).rows
    assert parts.window.top == 0
    parts.scroller.scroll_to_end()
    assert parts.rows == bottom


@pytest.mark.parametrize("cells", [30, 60, 100])
def test_the_character_at_the_top_stays_there_at_another_width(cells: int) -> None:
    parts = Parts(LONG)
    parts.scroller.scroll_by(50)
    parts.window.settle()
    before, first = parts.scroller.position, parts.rows[0].split()[0]
    parts.window.cells = cells
    parts.scroller.lay_out()
    assert parts.scroller.position == before
    assert first in parts.rows[0]
    parts.window.cells = 44
    parts.scroller.lay_out()
    assert parts.rows[0].split()[0] == first


def test_a_position_out_of_view_is_scrolled_to_with_some_rows_above_it() -> None:
    parts = Parts(LONG)
    parts.scroller.bring_into_view(TextPosition(parts.scroller.lines_in_view()[-1][0], 0))
    assert parts.window.top == 0
    parts.scroller.bring_into_view(TextPosition(40, 0))
    (row,) = [number for number, (leaf, line) in enumerate(parts.scroller.lines_in_view()) if (leaf, line) == (40, 0)]
    assert 0 < row < ROWS // 2


# Find in page


def test_next_and_previous_match_wrap_around() -> None:
    parts = Parts(LONG)
    parts.find.search("sentence")
    assert parts.find_status == "1 of 60"
    parts.find.previous_match()
    assert parts.find_status == "60 of 60"
    assert "Sentence 59" in " ".join(parts.rows)
    parts.find.next_match()
    assert parts.find_status == "1 of 60"
    parts.find.search("zebra")
    assert parts.find_status == "no match on this page"


def test_a_search_starts_at_the_position_and_cancelling_returns_there() -> None:
    parts = Parts(LONG)
    origin = TextPosition(21, 0)
    parts.scroller.go_to(origin)
    parts.find.begin()
    ends: tuple[Callable[[], object], ...] = (partial(parts.find.search, ""), parts.find.cancel)
    for end in ends:
        parts.find.search("sentence 2")
        assert parts.find_status == "2 of 11"  # the first is far above
        parts.find.previous_match()
        assert parts.find_status == "1 of 11"
        assert parts.scroller.position < origin
        end()
        assert parts.scroller.position == origin
        assert list(parts.find.highlights(21)) == []
    parts.find.next_match()  # the last search again
    assert parts.find_status == "2 of 11"


# Links


def test_next_link_starts_from_the_match() -> None:
    parts = Parts("[one](there.md) [two](there.md)\n\nA word, [three](there.md).\n\nNone.\n\n[four](there.md)")
    seen = []
    for step in (*[parts.links.next_link] * 5, *[parts.links.previous_link] * 4):
        step()
        seen.append(parts.link)
    assert seen == ["one", "two", "three", "four", "four", "three", "two", "one", "one"]
    for words in ("word", "hree"):  # also a link with the match in it
        parts.find.search(words)
        assert parts.link == ""
        parts.links.next_link()
        assert parts.link == "three"


def test_an_opened_link_is_selected_again_at_the_position_where_it_was_opened() -> None:
    parts = Parts("[one](there.md) [two](there.md)\n\n" + LONG)
    for at, selected in ((START, "two"), (TextPosition(9, 0), "")):
        parts.show()
        parts.links.current = None
        parts.links.next_link()
        parts.links.next_link()
        parts.links.open()
        assert isinstance(parts.view.messages[-1], StyledView.Followed)
        parts.links.current = None
        parts.show(at)
        assert parts.link == selected


# Wide tables


def test_the_first_wide_table_in_view_is_scrolled_by_columns_and_nothing_moves_up_or_down() -> None:
    parts = Parts(TABLE + "\n" + LONG)
    head = next(number for number, row in enumerate(parts.rows) if row.startswith("who"))
    below = parts.rows[-1]
    heads = [parts.rows[head]]
    for _ in range(2):
        parts.columns.columns_right()
        heads.append(parts.rows[head])
    assert [("◂" in row, "▸" in row) for row in heads] == [(False, True), (True, True), (True, False)]
    assert parts.rows[-1] == below
    parts.columns.columns_left()
    assert parts.rows[head] == heads[1]


def test_a_click_on_the_arrow_of_a_wide_table_scrolls_it() -> None:
    parts = Parts(TABLE)
    row = parts.rows.index(next(row for row in parts.rows if row.endswith("▸")))
    arrow = parts.scroller.margin + len(parts.rows[row]) - 1
    assert not parts.columns.click(parts.scroller.margin, row)
    assert parts.columns.click(arrow, row)
    assert "◂" in parts.rows[row]
