"""What parts of the viewport remember of a page is gone with the page, or with the visible story."""

from __future__ import annotations

from aotad_tui.page.page import Page
from aotad_tui.page.page_links import links_in
from aotad_tui.story.story import Story
from aotad_tui.ui.viewport.bound import OfPage, OfStory
from aotad_tui.ui.viewport.find import FindInPage
from aotad_tui.ui.viewport.links import LinkCursor
from aotad_tui.ui.viewport.scroller import Scroller
from aotad_tui.ui.viewport.text_position import START, TextPosition
from tests.page.pages import page

from .reader import reading
from .test_viewport import FakeView, FakeWindow

LONG = "\n\n".join(f"Sentence {number} of a [text](there.md)." for number in range(9))


class _Part:
    number = OfPage[int](lambda: 0)
    names = OfStory[list[str]](list)

    def __init__(self, scroller: Scroller) -> None:
        self._scroller = scroller


def same_story(shown: Page) -> Page:
    """Another page of the same visible story."""
    return Page(shown.visible, shown.section, "Another text.")


def test_a_value_is_gone_with_its_page() -> None:
    scroller = Scroller(FakeWindow())
    part, other = _Part(scroller), _Part(scroller)
    first = page("One.")
    scroller.show_page(first)
    part.number = 7
    assert (part.number, other.number) == (7, 0)
    scroller.show_page(same_story(first))
    assert part.number == 0
    scroller.show_page(first)
    assert part.number == 0


def test_a_value_of_a_story_holds_on_its_pages_and_is_gone_with_it() -> None:
    scroller = Scroller(FakeWindow())
    part, other = _Part(scroller), _Part(scroller)
    first = page("One.")
    scroller.show_page(first)
    part.names.append("Hyde")
    scroller.show_page(same_story(first))
    assert (part.names, other.names) == (["Hyde"], [])
    scroller.show_page(page("One."))  # as of another point, say
    assert part.names == []


def parts() -> tuple[Scroller, FindInPage, LinkCursor]:
    scroller, view = Scroller(FakeWindow()), FakeView()
    find = FindInPage(view, scroller, lambda: None)
    return scroller, find, LinkCursor(view, scroller, lambda: None, find)


def follow_last_link(scroller: Scroller, links: LinkCursor, shown: Page) -> None:
    shown.read_all()
    scroller.show_page(shown)
    links.current = links_in(shown, len(shown.leaves) - 1)[0]
    links.open()


def test_a_followed_link_is_selected_again_in_the_same_story() -> None:
    scroller, _, links = parts()
    shown = page(LONG)
    follow_last_link(scroller, links, shown)
    scroller.show_page(Page(shown.visible, shown.section, LONG))
    assert links.current
    assert links.current.leaf == len(shown.leaves) - 1


def test_a_followed_link_is_forgotten_with_the_story() -> None:
    """The same section may be shorter there, and its leaf blocks have other numbers."""
    scroller, _, links = parts()
    follow_last_link(scroller, links, page(LONG))
    scroller.show_page(page("Short."))
    assert links.current is None
    assert list(links.highlights(0)) == []


def test_a_search_is_forgotten_with_the_page_and_so_is_where_it_began() -> None:
    scroller, find, _ = parts()
    shown = page(LONG)
    shown.read_all()
    scroller.show_page(shown, TextPosition(len(shown.leaves) - 1, 0))
    find.begin()
    find.go_to_match("sentence", 5)
    selected = find.current
    assert selected
    find.begin()
    scroller.show_page(page("A short sentence."))
    assert find.current is None
    assert list(find.highlights(0)) == []
    find.search("sentence")
    find.search("")
    assert scroller.position == START


async def test_a_selection_is_forgotten_with_the_page(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 3) as reader:
        x, y = reader.place_of("This is a small book", "page")
        await reader.drag((x, y), (x + 6, y))
        assert reader.app.screen.get_selected_text() == "This is"
        await reader.press("]")
        assert not reader.app.screen.get_selected_text()
