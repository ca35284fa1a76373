"""Keys under a keyboard layout whose letters are not Latin, and keys that do nothing."""

from __future__ import annotations

import pytest

from aotad_tui.story.story import Story
from aotad_tui.ui.platform.layouts import latin_keys

from .reader import reading

SEEN = 6


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("ㅓ", "j"),
        ("ㅏ", "k"),
        ("허", "gj"),
        ("ㄲ", "R"),
        ("о", "j"),
        ("О", "J"),
        ("ъ", "]"),
        ("Ж", ":"),
        ("і", "s"),
        ("ξ", "j"),
        ("Η", "H"),
        ("ח", "j"),
        ("ت", "j"),
        ("j", ""),
        ("é", ""),
        ("字", ""),
        ("?", ""),
    ],
)
def test_a_letter_is_the_key_at_its_position(typed: str, keys: str) -> None:
    assert latin_keys(typed) == keys


@pytest.mark.slow
@pytest.mark.parametrize("key", ["ъ", "د"])
async def test_a_command_key_works_under_another_layout(jekyll_story: Story, key: str) -> None:
    async with reading(jekyll_story, SEEN) as reader:
        await reader.press("]")
        expected = reader.place
    async with reading(jekyll_story, SEEN) as reader:
        before = reader.place
        await reader.press(key)
        assert reader.place == expected != before


@pytest.mark.slow
async def test_a_burst_keeps_its_order(jekyll_story: Story) -> None:
    async with reading(jekyll_story, SEEN) as reader:
        await reader.burst("ъ", "х", "ъ", "ъ")
        after = reader.place
    async with reading(jekyll_story, SEEN) as reader:
        await reader.press("]", "]")
        assert reader.place == after


async def test_typed_text_stays_as_it_is_typed(jekyll_story: Story) -> None:
    async with reading(jekyll_story, SEEN) as reader:
        await reader.press("/", "х", "ㅓ")
        assert "хㅓ" in "\n".join(reader.rows)


@pytest.mark.slow
async def test_a_key_that_does_nothing_hints_at_help_once(jekyll_story: Story) -> None:
    async with reading(jekyll_story, SEEN) as reader:
        await reader.press("字")
        assert "Press ? for help" in "\n".join(reader.rows)
        reader.app.clear_notifications()
        await reader.press("字")
        assert "Press ? for help" not in "\n".join(reader.rows)


@pytest.mark.slow
@pytest.mark.parametrize(("opened", "latin", "typed"), [("e", "j", "о"), ("m", "k", "ㅏ"), ("t", "q", "ض")])
async def test_keys_of_dialogs_and_of_the_map_work_too(
    jekyll_story: Story, opened: str, latin: str, typed: str
) -> None:
    shown = []
    for keys in ((), (latin,), (typed,)):
        async with reading(jekyll_story, SEEN) as reader:
            await reader.press(opened, "j", "j", *keys)
            shown.append((reader.rows, reader.styles))
    assert shown[0] != shown[1] == shown[2]


@pytest.mark.slow
async def test_a_burst_in_a_dialog_keeps_its_order(jekyll_story: Story) -> None:
    async with reading(jekyll_story, SEEN) as reader:
        await reader.press("t")
        await reader.burst("о", "о", "л", "й", "ъ")
        after = reader.place
    async with reading(jekyll_story, SEEN) as reader:
        await reader.press("]")
        assert reader.place == after
