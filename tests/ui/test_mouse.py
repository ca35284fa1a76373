"""Everything can be done by mouse alone."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from aotad_tui.commands.panes import PANES
from aotad_tui.progress.session import Session
from aotad_tui.story.story import Story
from aotad_tui.ui.app import ReaderApp
from aotad_tui.ui.map.view import MapView
from aotad_tui.ui.screens.reading import ReadingScreen

from .reader import WIDE, Reader, reading, running

pytestmark = pytest.mark.slow

DOOR = "the-street/the-door"
TOOLTIP_DELAY = ReaderApp.TOOLTIP_DELAY + 0.1


def pane_width(reader: Reader, id: str) -> int:
    return reader.app.screen.query_one(f"#{id}").region.width


async def test_the_parts_of_the_header_can_be_clicked(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (100, 14), DOOR) as reader:
        await reader.click("seen:")
        assert "How far have you read?" in reader.text
        await reader.back_to_the_page()
        await reader.click("%")
        assert reader.app.screen.query_one(Input).value == "#"
        await reader.back_to_the_page()
        await reader.click("The street", None)
        assert reader.focus == "sections"


async def test_progress_is_raised_by_clicks(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, WIDE, DOOR) as reader:
        await reader.click("seen:")
        await reader.click("Chapter 5")
        await reader.click("enter yes")
        assert reader.session.seen == 5


async def test_the_first_question_and_the_tour_need_no_key(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 4, WIDE, DOOR) as reader:
        await reader.press("T")
        while "enter next" in reader.text:
            await reader.click("enter next")
        await reader.click("enter done")
        assert reader.focus == "page"


async def test_the_palette_is_limited_by_clicks(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, WIDE, DOOR) as reader:
        await reader.click(": go to")
        await reader.click("> commands")
        assert reader.app.screen.query_one(Input).value == ">"
        await reader.click("Page alone")
        assert reader.shown == ["page"]


@pytest.mark.parametrize(
    ("command", "shown"),
    [("Line down", "› The door"), ("Copy section as Markdown", "Copied section"), ("People page", "› People")],
)
async def test_a_click_on_a_row_of_the_help_runs_its_command(jekyll_story: Story, command: str, shown: str) -> None:
    async with reading(jekyll_story, 5, (120, 40), DOOR) as reader:
        await reader.click("? help")
        await reader.click(command)
        assert "Help: keys" not in reader.text
        assert shown in reader.text


async def test_a_click_on_a_row_of_the_help_runs_a_command_of_the_map(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (120, 40), DOOR) as reader:
        await reader.click("m map")
        await reader.click("? help")
        await reader.click("Zoom out")
        assert reader.rows[0].startswith(" Groups")


async def test_the_help_runs_nothing_that_the_screen_below_does_not_have(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (120, 40), DOOR) as reader:
        await reader.press("m", "?")
        await reader.click("Half screen down")
        assert "Help: keys" in reader.text


@pytest.mark.parametrize(("pane", "step"), [("sections", 1), ("people", -1)])
async def test_a_border_is_dragged_within_the_least_widths(jekyll_story: Story, pane: str, step: int) -> None:
    async with reading(jekyll_story, 5, (120, 30), DOOR) as reader:
        least = next(spec.width.least for spec in PANES if spec.id == pane and spec.width)
        before = pane_width(reader, pane)
        region = reader.app.screen.query_one(f"#{pane}").region
        border = region.right - 1 if step > 0 else region.x
        await reader.drag((border, 10), (border + 4 * step, 12))
        assert pane_width(reader, pane) == before + 4
        border += 4 * step
        near, far = (0, 119) if step > 0 else (119, 0)
        await reader.drag((border, 10), (near, 12))
        assert pane_width(reader, pane) == least
        region = reader.app.screen.query_one(f"#{pane}").region
        border = region.right - 1 if step > 0 else region.x
        await reader.drag((border, 10), (far, 12))
        assert pane_width(reader, "page") == 40


async def test_a_dragged_width_stays_when_panes_and_window_change(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (120, 30), DOOR) as reader:
        border = reader.app.screen.query_one("#sections").region.right - 1
        await reader.drag((border, 10), (border + 4, 10))
        dragged = pane_width(reader, "sections")
        await reader.press("s", "s", "1", "2", "tab")
        assert pane_width(reader, "sections") == dragged
        await reader.resize(60, 24)
        await reader.resize(120, 30)
        assert pane_width(reader, "sections") == dragged


async def test_a_drag_that_begins_elsewhere_resizes_nothing(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (120, 30), DOOR) as reader:
        before = [pane_width(reader, spec.id) for spec in PANES]
        await reader.drag((50, 10), (70, 12))
        border = reader.app.screen.query_one("#sections").region.right - 1
        await reader.hover_at(border, 10)
        await reader.hover_at(border + 9, 10)
        assert [pane_width(reader, spec.id) for spec in PANES] == before


async def test_a_double_click_on_a_card_opens_it_although_the_first_click_scrolls(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5, (50, 14), DOOR) as reader:
        await reader.press("m", "+")
        view = reader.app.screen.query_one(MapView)
        assert view.drawing
        left, top, window = int(view.scroll_x), int(view.scroll_y), view.scrollable_content_region
        cut_below = (
            (link, box.middle[0] - left, box.top - top)
            for link, box in view.drawing.boxes.items()
            if box.top - top in range(window.height) and box.bottom - top >= window.height
        )
        link, x, y = next((link, x, y) for link, x, y in cut_below if 0 <= x < window.width)
        await reader.double_click_at(window.x + x, window.y + y)
        (person,) = (person for person in reader.session.visible.people.everyone if person.id == link.id)
        assert reader.rows[0].startswith(f" {person.name[:12]}")  # the title of that person's own map


async def test_resting_on_a_name_previews_the_person(jekyll_story: Story) -> None:
    app = ReaderApp(ReadingScreen(Session.begin(jekyll_story, 5, DOOR)))
    async with running(app, WIDE, tooltips=True) as reader:
        x, y = reader.place_of("Enfield", "page")
        await reader.hover_at(x, y)
        before = reader.text
        await reader.let_pass(TOOLTIP_DELAY)
        assert "Richard Enfield" in reader.text
        assert reader.text != before
        assert "The lawyer's circle · • alive" in reader.text
        await reader.press("space", "@", *"hyde", "enter")  # keys work as ever
        assert reader.place.person == "hyde"


async def test_a_preview_is_dropped_when_less_is_visible(jekyll_story: Story) -> None:
    app = ReaderApp(ReadingScreen(Session.begin(jekyll_story, 5, DOOR)))
    async with running(app, WIDE, tooltips=True) as reader:
        await reader.hover_at(*reader.place_of("Enfield", "page"))
        await reader.let_pass(TOOLTIP_DELAY)
        assert "Richard Enfield" in reader.text
        tooltip = reader.app.screen.query_one("Tooltip")
        await reader.press("-")
        assert not tooltip.display
        await reader.let_pass(TOOLTIP_DELAY)
        assert not tooltip.display
