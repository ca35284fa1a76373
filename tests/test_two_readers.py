"""Two readers at once on one state file lose nothing of each other. For a minute: benchmarks/two_readers.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.story.story import Story

from .two_readers import lost, two_hands

pytestmark = pytest.mark.slow


@pytest.mark.usefixtures("own_folders")
def test_each_of_two_readers_finds_its_own_changes_and_the_others(jekyll: Path, jekyll_story: Story) -> None:
    with two_hands(jekyll, jekyll_story, seed=2) as hands:
        one, other = hands
        for _ in range(12):
            one.do_something()
            other.do_something()
        one.write("of the one.")
        other.lists("of the one.")
        other.write("of the other.")
        one.lists("of the other.")
        assert [hand.leave() for hand in hands] == [0, 0]
        assert all(hand.bookmarks and hand.read and len(hand.been) > 1 for hand in hands)
        assert lost(jekyll_story, hands) == []
