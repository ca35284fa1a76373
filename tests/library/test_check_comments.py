"""What `check` says of comments, of wikilinks with several targets, and of places that links lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from .guides import PAGE, check_for_faults, write

CAST = "hyde: {name: Mr Hyde, since: 4}\nann: {name: Ann, since: start}\n"


def found(folder: Path, text: str, **more: str) -> list[tuple[int, str]]:
    """The line of the text and the code of each problem of a page of that text, beside other pages."""
    files = {
        "characters.yaml": CAST,
        "sections/a.md": PAGE + text,
        **{f"sections/{name}.md": more[name] for name in more},
    }
    return [(problem.mark.line - 3, problem.code) for problem in check_for_faults(write(folder, files))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Text. <!-- Mr Hyde did it -->\n", 1),
        ("Text.\n\n<!--\nIt was\nMr Hyde.\n-->\n", 3),
        ("%% Mr Hyde %%", 1),
        ("> [!spoiler] 3\n> x <!-- Mr Hyde -->\n", 2),
    ],
)
def test_a_comment_that_names_somebody_later_is_reported(tmp_path: Path, text: str, line: int) -> None:
    assert found(tmp_path, text) == [(line, "COMMENT")]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- Ann -->",
        "<!-- check: ignore COMMENT Mr Hyde is on the cover -->",
        "<!--check:ignore COMMENT Mr Hyde-->",
        "> [!spoiler] 4\n> x <!-- Mr Hyde -->\n",
        "`<!-- code -->`",
    ],
)
def test_other_comments_are_no_problem(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_an_open_comment_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path, "a\n\nb <!-- c\n") == [(3, "OPEN-COMMENT")]


def test_problems_after_a_comment_are_reported_at_their_own_lines(tmp_path: Path) -> None:
    text = "<!--\n\n\n-->\nMr Hyde <!-- x\ny --> and [x](nowhere.md)\n\n> [!spoiler] 99\n> x\n"
    assert found(tmp_path, text) == [(5, "BROKEN-LINK"), (5, "LEAK"), (8, "UNKNOWN-POINT")]


def test_a_spoiler_in_a_comment_is_none(tmp_path: Path) -> None:
    assert found(tmp_path, "<!--\n> [!spoiler] 99\n> x\n-->\n") == []


def test_a_wikilink_with_several_targets_is_reported(tmp_path: Path) -> None:
    pages = {"b/door": PAGE, "c/door": PAGE}
    assert found(tmp_path, "[[door]]\n\n[[b/door]] [[nowhere]]\n", **pages) == [
        (1, "AMBIGUOUS-LINK"),
        (3, "BROKEN-LINK"),
    ]


@pytest.mark.parametrize(
    "target", ["#Late-Game", "#late-game", "#^id", "#spot", "#SPOT", "#about-ann", "b.md#The%20heading"]
)
def test_links_to_headings_anchors_and_blocks_are_no_problem(tmp_path: Path, target: str) -> None:
    text = f"[x]({target})\n\n## Late Game\n\n<a name=spot></a>\n\n## About [[ann]]\n\nText. ^id\n"
    assert found(tmp_path, text, b=f"{PAGE}# The heading\n") == []


@pytest.mark.parametrize("link", ["[x](#nothing)", "[[#nothing]]", "[[#^nothing]]", "[[b#nothing]]"])
def test_links_to_no_place_are_reported(tmp_path: Path, link: str) -> None:
    assert found(tmp_path, link, b=PAGE) == [(1, "BROKEN-LINK")]
