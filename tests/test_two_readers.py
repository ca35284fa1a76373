"""Two readers with one state file lose nothing of each other. Longer: benchmarks/two_readers.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.story.story import Story

from .two_readers import missing_state, two_scripted_readers

pytestmark = pytest.mark.slow


@pytest.mark.usefixtures("own_folders")
def test_two_readers_at_once_keep_the_changes_of_both(jekyll: Path, jekyll_story: Story) -> None:
    with two_scripted_readers(jekyll, jekyll_story, seed=2) as readers:
        one, other = readers
        for _ in range(12):
            one.make_change()
            other.make_change()
        one.add_bookmark("of the one.")
        other.wait_for_bookmark("of the one.")
        other.add_bookmark("of the other.")
        one.wait_for_bookmark("of the other.")
        assert [reader.end_session() for reader in readers] == [0, 0]
        assert all(reader.bookmarks and reader.read and len(reader.visited) > 1 for reader in readers)
        assert missing_state(jekyll_story, readers) == []
