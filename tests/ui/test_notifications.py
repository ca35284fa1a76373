"""A notification whose time is over just when a screen shows it: a timer for less than no time would never give way."""

from __future__ import annotations

from aotad_tui.story.story import Story
from aotad_tui.ui.platform.notifications import SHORTEST, LastingNotification
from tests import textual_internals

from .reader import reading


def test_what_is_left_of_an_expired_notification_is_long_enough_for_a_timer() -> None:
    over = LastingNotification("seen", timeout=-1)
    assert over.has_expired
    assert over.time_left == SHORTEST


def test_a_notification_has_its_own_time() -> None:
    fresh = LastingNotification("seen", timeout=1000)
    assert not fresh.has_expired
    assert 900 < fresh.time_left <= 1000


async def test_all_notifications_of_the_reader_are_of_this_kind(jekyll_story: Story) -> None:
    async with reading(jekyll_story, 5) as reader:
        await reader.press("B")
        reader.app.screen.notify("of a screen")
        reader.app.notify("of the application")
        await reader.settle()
        shown = textual_internals.notifications(reader.app)
        assert len(shown) == 3
        for notification in shown:
            notification.raised_at = -1e12  # long ago by every clock
            assert notification.has_expired
            assert notification.time_left > 0
