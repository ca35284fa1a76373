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


def found(text: str, words: str, first: int = 0) -> list[str]:
    some = page(text)
    search = PageSearch(some, words, first)
    search.search_all()
    return [some.text(hit.leaf)[hit.start : hit.end] for hit in search.matches]


def test_a_hit_counts_wherever_it_stands() -> None:
    assert found(TEXT, "door") == [
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
def test_lower_case_finds_all_and_upper_case_itself(words: str, count: int) -> None:
    assert len(found(TEXT, words)) == count


@given(st.integers(0, 12))
def test_where_it_begins_makes_no_difference_to_what_is_found(first: int) -> None:
    assert found(TEXT, "door", first) == found(TEXT, "door")


def test_steps_go_round() -> None:
    search = PageSearch(page("a b\n\nb a\n\na"), "a")
    search.search_all()
    first, second, third = search.matches
    assert (search.after(0, 0), search.after(1, 0), search.after(3, 0)) == (first, second, first)
    assert (search.before(2, 0), search.before(1, 0)) == (first, third)
    assert search.number(second) == 2
    assert search.in_leaf(2) == [Match(2, 2, 3)]
