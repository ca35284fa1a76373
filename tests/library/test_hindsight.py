"""Words of hindsight are reported where they tell what comes later, and not where they tell the order of events."""

from __future__ import annotations

from pathlib import Path

import pytest

from aotad_tui.library.check import check
from aotad_tui.library.hindsight import HindsightFinder

from .guides import write


def found(text: str, language: str = "en") -> list[str]:
    return [words for _, words in HindsightFinder(language, ()).find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("At first, Ann trusts Bob.", "At first"),
        ("Ann will eventually leave him.", "will eventually"),
        ("Ann eventually finds the letter.", "Ann eventually finds"),
        ("Ann is secretly a captain.", "is secretly a"),
        ("She is actually his sister.", "She is actually his"),
        ("It turns out that Ann is right.", "It turns out that"),
        ("Bob is revealed as the thief.", "is revealed as"),
        ("A clerk, later a judge.", "later a"),
        ("Bob meets his future wife.", "future wife"),
        ("Ann keeps it until her father's death.", "until her father's death"),
        ("It is a promise that will cost him dearly.", "will cost him dearly"),
        ("Ann does not yet know whose it is.", "does not yet know"),
        ("Ann mistakenly takes it for gold.", "mistakenly takes"),
        ("More on this later.", "More on this later"),
    ],
)
def test_what_tells_the_future_is_reported(text: str, words: str) -> None:
    assert found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "At first light the women row out.",
        "At first Ann trusts Bob, but then she reads the letter.",
        "At first Ann trusts Bob.\nSoon she knows better.",
        "Their tracks lead north, eventually crossing a river.",
        "After some persuasion, Ann eventually tells him.",
        "The noise turns out to be a cat.",
        "Bob will die soon if nobody finds the well.",
        "They eventually come to a clearing.",
        "Bob secretly gives the boy a coin.",
        "The house, despite its name, is actually comfortable.",
        "Ann asks how her secret was revealed.",
        "Two hours later a boat comes in.",
        "Bob wants a future favour.",
        "Bob admits it in the end.",
        "The coffee is still warm.",
        "Bob does not suspect the butler.",
    ],
)
def test_the_order_of_events_is_not_hindsight(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("language", "alone", "with_the_change"),
    [
        ("de", "Zunächst traut sie ihm.", "Zunächst traut sie ihm, doch dann liest sie den Brief."),
        ("fr", "Au début, elle le croit.", "Au début, elle le croit, mais elle lit la lettre."),
        ("es", "Al principio le cree.", "Al principio le cree, pero luego lee la carta."),
        ("ko", "처음에는 그를 믿는다.", "처음에는 그를 믿는다. 하지만 편지를 읽는다."),
    ],
)
def test_a_beginning_is_hindsight_unless_its_change_follows(language: str, alone: str, with_the_change: str) -> None:
    assert len(found(alone, language)) == 1
    assert found(with_the_change, language) == []


def test_the_words_of_a_guide_are_found_in_any_case_and_with_words_between() -> None:
    finder = HindsightFinder("en", ["marked … death", "no (yet)"])
    assert [words for _, words in finder.find("Marked for an early death. No (yet)")] == [
        "Marked for an early death",
        "No (yet)",
    ]


def places(folder: Path, page: str) -> list[tuple[int, int]]:
    """The lines and columns of words of hindsight in the page of a guide."""
    problems = check(write(folder, {"sections/a.md": page}))
    return [(problem.mark.line, problem.mark.column) for problem in problems if problem.code == "HINDSIGHT"]


def test_the_change_may_stand_on_a_later_line_of_the_paragraph_only(tmp_path: Path) -> None:
    quote = "> At first Ann waits.\n> Then she goes.\n"
    text = "Ann sits. At first\nBob waits.\n\nThen he goes.\n"
    assert places(tmp_path, f"---\nsince: 1\n---\n{quote}\n{text}") == [(7, 11)]


def test_a_change_that_is_shown_later_is_no_excuse(tmp_path: Path) -> None:
    page = "---\nsince: 1\n---\nAt first Ann waits.\n> [!spoiler] 3\n> Then she goes.\n"
    assert places(tmp_path, page) == [(4, 1)]


def test_nothing_comes_after_the_end(tmp_path: Path) -> None:
    assert places(tmp_path, "---\nsince: end\n---\nAt first Ann waits.\n") == []
