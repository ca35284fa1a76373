"""Lines and signs in ASCII, where that is set: on what opens later too."""

from __future__ import annotations

from pathlib import Path

from aotad_tui.story.story import Story

from .test_journey import said, sitting


async def test_what_opens_over_the_reader_is_drawn_in_ascii_too(jekyll_story: Story, tmp_path: Path) -> None:
    said(jekyll_story, tmp_path, 5)
    async with sitting(jekyll_story, tmp_path, "ascii = true\n") as reader:
        await reader.press("m")
        drawn = set("".join(reader.rows))
        assert "|" in drawn
        assert not drawn & set("│├┤╭╮╰╯─═━╌►◄♥")
        await reader.press("escape", "p", *"utterson", "enter", *"hyde", "enter")
        assert "Mr Utterson" in reader.text
        chain = "\n".join(row for row in reader.rows if "Mr Utterson" in row or "Edward Hyde" in row)
        assert not set("╭╮╰╯═━╌►◄") & set(chain)
