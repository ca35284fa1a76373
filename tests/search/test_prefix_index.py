from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aotad_tui.search.prefix_index import PrefixIndex

texts = st.text("ab\U0010fffe온", max_size=4)


@given(st.lists(texts), texts)
def test_texts_are_found_whole_and_by_their_beginnings_as_if_each_were_looked_at(names: list[str], typed: str) -> None:
    pairs = [(name, number) for number, name in enumerate(names)]
    found = PrefixIndex(pairs)
    assert list(found.equal(typed)) == [number for name, number in pairs if name == typed and name]
    assert list(found.beginning(typed)) == [number for name, number in sorted(pairs) if name.startswith(typed) and name]
