"""The problems of a guide are told to a reader who asks for them, and to nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.library.check import check
from aotad_tui.library.codes import counted, severity_of
from aotad_tui.library.load import load, open_guide
from aotad_tui.ui.dialogs.problems import ProblemsScreen
from aotad_tui.ui.screens.reading import ReadingScreen
from tests import textual_internals
from tests.library.guides import HEAD, PAGE, write

from .reader import WIDE, Reader, reading_from

pytestmark = pytest.mark.slow

GOOD = {
    "characters.yaml": "x: {name: Xavier, since: start}\n",
    "sections/a.md": "---\nsince: start\n---\nXavier waits.\n",
}
MISTAKES = {
    "characters.yaml": GOOD["characters.yaml"] + "traitor: {name: Traitor, since: 88}\n",
    "sections/a.md": GOOD["sections/a.md"] + "[x](traitor.md)\n",
}
UNREADABLE = {"guide.yaml": HEAD + "timeline: {points: [{id: traitor}]}\n"}


async def changed(reader: Reader, folder: Path, files: dict[str, str]) -> None:
    """Change files of the guide that is read."""
    write(folder, {"guide.yaml": HEAD, **files})
    screen = next(screen for screen in reader.app.screen_stack if isinstance(screen, ReadingScreen))
    screen.reloading.show(load(folder))
    await reader.settle()


def told(reader: Reader) -> list[str]:
    return [str(one.message) for one in textual_internals.notifications(reader.app)]


async def test_all_problems_that_check_finds_are_listed_on_demand(tmp_path: Path) -> None:
    write(tmp_path, dict(MISTAKES))
    async with reading_from(tmp_path, open_guide(tmp_path)) as reader:
        assert "traitor" not in reader.text
        await reader.press("!")
        assert isinstance(reader.app.screen, ProblemsScreen)
        assert "This guide has 2 problems: 2 errors" in reader.text
        assert "UNKNOWN-POINT" in reader.text, "found when the guide is read"
        assert "BROKEN-LINK" in reader.text, "found by check alone"
        await reader.press("q")
        assert isinstance(reader.app.screen, ReadingScreen)


async def test_the_list_has_what_check_prints_in_its_order(tmp_path: Path) -> None:
    silenced = "Tom Late. <!-- check: ignore LEAK another Tom -->\n\n"
    write(
        tmp_path,
        {
            "characters.yaml": GOOD["characters.yaml"] + "tom: {name: Tom Late, since: 5, group: nobody}\n",
            "sections/b.md": f"{PAGE}{silenced}[x](none.md) for Xavier.\n\nTom Late.\n",
            "sections/a.md": f"{PAGE}Tom Late, at first.\n",
        },
    )
    problems = check(tmp_path)
    assert [problem.code for problem in problems] == ["UNKNOWN-GROUP", "LEAK", "HINDSIGHT", "BROKEN-LINK", "LEAK"]
    async with reading_from(tmp_path, open_guide(tmp_path)) as reader:
        await reader.press("!")
        assert f"This guide has 5 problems: {counted(problems)}" in reader.text
        heads = [f"{problem.mark}  {severity_of(problem)}: {problem.code}" for problem in problems]
        assert [line.strip() for line in reader.text.splitlines() if line.strip() in heads] == heads


async def test_of_very_many_problems_the_first_are_listed_in_one_widget(tmp_path: Path) -> None:
    """A widget for each would take seconds."""
    write(tmp_path, {"sections/a.md": PAGE + "[x](none.md)\n\n" * 3_000})
    async with reading_from(tmp_path, open_guide(tmp_path)) as reader:
        await reader.press("!")
        assert "This guide has 3000 problems" in reader.text
        assert "`aotad-tui check --all` lists the other 2000" in reader.text
        assert len(reader.app.screen.query("*")) < 20


async def test_a_guide_without_problems_says_so(tmp_path: Path) -> None:
    write(tmp_path, dict(GOOD))
    async with reading_from(tmp_path, open_guide(tmp_path)) as reader:
        await reader.press("!")
        assert told(reader) == ["No problems found."]


async def test_a_changed_guide_that_opens_is_not_commented_on(tmp_path: Path) -> None:
    write(tmp_path, dict(GOOD))
    async with reading_from(tmp_path, open_guide(tmp_path)) as reader:
        before = reader.text
        await changed(reader, tmp_path, {"characters.yaml": MISTAKES["characters.yaml"]})
        assert told(reader) == []
        assert reader.text == before


async def test_a_changed_guide_that_cannot_be_opened_leaves_the_one_before(tmp_path: Path) -> None:
    write(tmp_path, dict(GOOD))
    async with reading_from(tmp_path, open_guide(tmp_path)) as reader:
        await changed(reader, tmp_path, UNREADABLE)
        words = "The changed guide cannot be opened and was not loaded; `aotad-tui check` lists the problems."
        assert told(reader) == [words]
        assert "Xavier waits." in reader.text
        assert "traitor" not in reader.text


async def test_once_they_were_listed_changed_problems_are_told_of(tmp_path: Path) -> None:
    write(tmp_path, dict(MISTAKES))
    async with reading_from(tmp_path, open_guide(tmp_path)) as reader:
        await reader.press("!", "q")
        await changed(reader, tmp_path, dict(GOOD))
        assert told(reader) == []
        await changed(reader, tmp_path, dict(MISTAKES))
        assert told(reader)[-1] == "The changed guide has problems; press ! to list the problems."
        await changed(reader, tmp_path, UNREADABLE)
        words = "The changed guide cannot be opened and was not loaded; press ! to list the problems."
        assert told(reader)[-1] == words
        assert "traitor" not in reader.text


async def test_problems_are_scrolled_and_left_by_keys(tmp_path: Path) -> None:
    links = "".join(f"[x]({number}.md)\n\n" for number in range(30))
    write(tmp_path, {**GOOD, "sections/a.md": GOOD["sections/a.md"] + links})
    for key in ("q", "escape", "ctrl+q"):
        async with reading_from(tmp_path, open_guide(tmp_path), 0, (60, 10)) as reader:
            await reader.press("!")
            top = reader.text
            await reader.press("j", "space")
            assert reader.text != top
            await reader.press("b", "b", "k")
            assert reader.text == top
            await reader.press(key)
            assert isinstance(reader.app.screen, ReadingScreen)


async def test_a_peek_ends_where_it_began_whatever_was_opened(tmp_path: Path) -> None:
    pages = {
        f"sections/{number}.md": f"---\nsince: {number}\ntitle: Page {number}\n---\n" + "Line.\n\n" * 60
        for number in range(1, 6)
    }
    write(tmp_path, dict(pages))
    async with reading_from(tmp_path, open_guide(tmp_path), 3, WIDE, "2") as reader:
        await reader.press("]", "space", "[", "space", "j")
        before, place, past = reader.text, reader.place, reader.session.past
        for opened in (("]", "]"), ("[",), ("]", "]", "["), ("]", "]", "ctrl+o", "ctrl+o")):
            await reader.press("E", "5", "enter", *opened, "E")
            assert (reader.text, reader.place.section, reader.session.past) == (before, place.section, past), opened
