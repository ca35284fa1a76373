from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.page.find import Match, PageSearch

from .pages import page

TEXT = """# The Door

A door, a **do**or and a [door](there.md).

| who | what |
|-----|------|
| Door | `door` |

```
open the door
```

> [!note] Door
> the
> door

Door[^1]

[^1]: the last door
"""


def matches_of(text: str, words: str, first: int = 0) -> list[str]:
    searched_page = page(text)
    search = PageSearch(searched_page, words, first)
    search.search_all()
    return [searched_page.text(hit.leaf)[hit.start : hit.end] for hit in search.matches]


def test_matches_are_found_in_every_block() -> None:
    assert matches_of(TEXT, "door") == [
        "Door",
        "door",
        "door",
        "door",
        "Door",
        "door",
        "door",
        "Door",
        "door",
        "Door",
        "door",
    ]


@pytest.mark.parametrize(
    ("words", "count"), [("door", 11), ("Door", 4), ("DOOR", 0), ("the door", 3), ("(", 0), ("", 0)]
)
def test_lower_case_ignores_case_and_upper_case_does_not(words: str, count: int) -> None:
    assert len(matches_of(TEXT, words)) == count


@given(st.integers(0, 12))
def test_the_start_of_a_search_does_not_change_its_matches(first: int) -> None:
    assert matches_of(TEXT, "door", first) == matches_of(TEXT, "door")


def test_next_and_previous_match_wrap_around() -> None:
    search = PageSearch(page("a b\n\nb a\n\na"), "a")
    search.search_all()
    first, second, third = search.matches
    assert (search.after(0, 0), search.after(1, 0), search.after(3, 0)) == (first, second, first)
    assert (search.before(2, 0), search.before(1, 0)) == (first, third)
    assert search.number(second) == 2
    assert search.in_leaf(2) == [Match(2, 2, 3)]
