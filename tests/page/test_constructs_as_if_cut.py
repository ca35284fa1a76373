"""Comments, wikilinks, HTML and anchors: a page at a point is that of a guide without anything later."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.cells import Span
from aotad_tui.library.load import open_guide
from aotad_tui.page.page import Page
from aotad_tui.search.passages import passages
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.cut import cut, last_point
from tests.library.guides import write

CONSTRUCTS = """\
Shown. <!-- Edward Hyde did it --> And %%Hyde did it%% this.

See [[hyde]], [[door]], [[the street/door]], [[10-door#The key]], [[A later page]], [[#A late heading]] and [[#^late]].
![[door]], ![[map.png|100]], ==high [[Hyde]]==, H<sub>2</sub>O, <kbd>Hyde</kbd>, <mark>Edward Hyde</mark>. ^early

<details><summary>About [[hyde]]</summary>

> [!spoiler] 3
> ## A late heading
>
> <!-- reaches
>
> not beyond --> It was <b>Hyde</b>. ^late

After it. <!-- reaches --> [[hyde|he]] <a id="place"></a>

</details>

> [!info]- [[hyde]] again
> <!-- aside --> Text<br>of lines.

> <!-- aside --> A quote.

Lee walks. <!-- Lee Ann --> [[#place]]

> [!spoiler] 2
> Lee Ann sits. <!-- never closed

The end.
"""
FILES = {
    "characters.yaml": """\
hyde: {name: [{since: 1, text: Mr Hyde}, {since: 3, text: Edward Hyde}], aliases: [{name: Hyde, since: 2}], since: 1}
ann: {name: Lee Ann, aliases: [Lee], since: start}
bob: {name: Lee Bob, aliases: [{name: Lee, since: start}], since: start}
""",
    "sections/here.md": f"---\nsince: start\n---\n{CONSTRUCTS}",
    "sections/10-the street/10-door.md": "---\nsince: start\n---\n## The key\n",
    "sections/20-the house/10-door.md": "---\nsince: 2\n---\n[[door]] and [[10-the street/10-door]]\n",
    "sections/30-later.md": "---\nsince: 3\ntitle: A later page\naliases: Hyde\n---\n[[Hyde]]\n",
}
HEAD = "format: 1\ntitle: A tale\ntimeline: {count: 4}\n"


def surfaces(story: Story) -> dict[str, object]:
    """All that is drawn and searched of each section, and the places that links can lead to."""
    now = VisibleStory(story)
    found: dict[str, object] = {}
    for section in story.sections:
        page = Page(now, section)
        rows = [[span for span in line if span != Span("")] for line in page.lines(60)]
        places = {name: page.find_heading(name) for name in ("place", "^late", "^early", "a-late-heading")}
        found[section.id] = (rows, list(passages(now, section)), places)
    return found


@pytest.mark.parametrize("seen", range(5))
def test_every_surface_equals_that_of_a_guide_without_what_is_later(tmp_path: Path, seen: int) -> None:
    guide = write(tmp_path / "whole", FILES, HEAD)
    whole, left = open_guide(guide), open_guide(cut(guide, seen, tmp_path / "cut"))
    assert last_point(guide) == 4
    assert surfaces(whole.as_of(seen)) == surfaces(left.as_of(len(left.timeline)))


def test_no_comment_is_shown_at_any_point(tmp_path: Path) -> None:
    whole = open_guide(write(tmp_path, FILES, HEAD))
    for seen in range(5):
        shown = str(surfaces(whole.as_of(seen)))
        assert not any(hidden in shown for hidden in ("did it", "reaches", "not beyond", "never closed", "aside"))
        assert "After it." in shown


def test_a_name_leads_to_one_page_until_a_second_one_is_visible(tmp_path: Path) -> None:
    whole = open_guide(write(tmp_path, FILES, HEAD))

    def link(seen: int) -> str:
        now = VisibleStory(whole.as_of(seen))
        return str(now.links.read_wikilink("door", now.story.section_by_id["here"]).link)

    assert [link(seen) for seen in range(5)] == [
        "section:the street/door",
        "section:the street/door",
        "None",
        "None",
        "None",
    ]
