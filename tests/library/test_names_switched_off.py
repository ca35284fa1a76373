"""Switched-off names and strengths of kinds, from the files to their effects."""

from __future__ import annotations

from pathlib import Path

from aotad_tui.link import Link
from aotad_tui.page.page import Page
from aotad_tui.search.passages import passages
from aotad_tui.story.visible import VisibleStory

from .guides import check_for_faults, messages_of, opened, write

CAST = """
orange:
  name: [{since: start, text: Orange, live: false}]
  native: [{since: start, text: 오렌지, live: false}]
  aliases: [Han Orange, {name: the boss, since: 3, live: false}]
  since: start
min-jae: {name: Min-jae, since: start, played_by: {name: Lee Min-jae}}
"""
PAGE = "---\nsince: start\nunnamed: [Min-jae]\n---\nOrange, 오렌지가, the boss; Han Orange; Min-jae.\n"


def test_names_are_switched_off_everywhere_or_on_a_page(tmp_path: Path) -> None:
    whole = opened(tmp_path, {"characters.yaml": CAST, "sections/page.md": PAGE})
    visible = VisibleStory(whole.as_of(9))
    (page,) = visible.story.sections
    lines = Page(visible, page).lines(80)
    assert [span.text for line in lines for span in line if span.link] == ["Han Orange"]
    named = [reference.link for passage in passages(visible, page) for reference in passage.references]
    assert named == [Link.character("orange")], "what is found by name is what is live on the page"
    orange = visible.people.get("orange")
    assert orange
    assert orange.spellings == ("Orange", "오렌지", "Han Orange", "the boss")


def test_a_switched_off_name_is_not_a_leak(tmp_path: Path) -> None:
    early = "---\nsince: start\nunnamed: [Min-jae]\n---\nThe boss met the boss, an orange and Min-jae.\n"
    cast = CAST.replace("min-jae: {name: Min-jae, since: start", "min-jae: {name: Min-jae, since: 4")
    folder = write(tmp_path, {"characters.yaml": cast, "sections/page.md": early})
    assert check_for_faults(folder) == ()
    write(tmp_path, {"sections/page.md": early.replace("unnamed: [Min-jae]\n", "")})
    assert [problem.code for problem in check_for_faults(folder)] == ["LEAK"]


def test_live_is_true_or_false(tmp_path: Path) -> None:
    cast = "ann: {name: Ann, since: start, aliases: [{name: A, since: start, live: maybe}]}"
    assert messages_of(write(tmp_path, {"characters.yaml": cast})) == [
        "characters.yaml:1:72: SHAPE expected true or false, found 'maybe'"
    ]


def test_a_kind_has_its_given_strength_or_the_default(tmp_path: Path) -> None:
    kinds = "kinds: {rules: {label: rules, strength: 5}, sees: {label: sees}}\n"
    head = "format: 1\ntitle: A tale\ntimeline: {count: 9}\n" + kinds
    known = opened(tmp_path, {}, head).kind_by_id
    assert (known["rules"].strength, known["sees"].strength) == (5, 3)
    problems = messages_of(write(tmp_path, {}, head.replace("strength: 5", "strength: 6")))
    assert problems == ["guide.yaml:4:41: SHAPE expected a whole number from 1 to 5, found '6'"]
