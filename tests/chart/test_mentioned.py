"""The people on the page: the strip above a card, and the list without a card."""

from __future__ import annotations

import re

import pytest

from aotad_tui.chart.collapse import ALL_ON_PAGE
from aotad_tui.chart.mentioned import STRIP_ROWS, list_lines, strip_lines
from aotad_tui.story.values import Becomes, Fact
from aotad_tui.story.visible import VisibleStory
from tests.story.stories import LENGTH, person, stages, story

from .row_texts import rows, too_wide

CAST = [
    person(f"p{number}", name_stages=stages((0, name)))
    for number, name in enumerate(["Nam On-jo", "이청산", "Vi", "The principal of the school on the hill above"] * 4)
]
VISIBLE = VisibleStory(story(*CAST).as_of(LENGTH))
IDS = [character.id for character in CAST]


@pytest.mark.parametrize("count", range(len(CAST) + 1))
@pytest.mark.parametrize("cells", [32, 40, 50])
def test_the_strip_keeps_its_height_and_names_or_counts_everyone(count: int, cells: int) -> None:
    lines = strip_lines(VISIBLE, IDS[:count], cells)
    assert too_wide(lines, cells) == []
    heading, *names, last = rows(lines)
    assert len(lines) == STRIP_ROWS
    assert heading.startswith(f"on this page {count} " if count else "on this page ┄")
    assert last == ""
    links = {span.link for line in lines[1:] for span in line if span.link and span.link.is_character}
    more = re.search(r"▸ (\d+) more", " ".join(names))
    assert len(links) + (int(more[1]) if more else 0) == count


def test_the_strip_opens_to_all_the_names() -> None:
    lines = strip_lines(VISIBLE, IDS, 32, [ALL_ON_PAGE])
    assert len({span.link for line in lines[1:] for span in line if span.link}) == len(IDS)
    assert too_wide(lines, 32) == []


def test_the_list_has_a_row_for_each_with_the_sign_of_the_state() -> None:
    ann = person("ann", native_stages=stages((0, "앤")), facts=(Fact(0, "Dies.", "dead"),))
    visible = VisibleStory(story(ann, person("bob"), person("mask", becomes=Becomes("bob", 0))).as_of(LENGTH))
    assert rows(list_lines(visible, ["bob", "ann", "mask", "nobody"], 32)) == [
        "on this page 2 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄",
        "• Bob",
        "† Ann 앤",
    ]
