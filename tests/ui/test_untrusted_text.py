"""Markup and control sequences in a guide's fields are shown as text; neither Textual nor the terminal runs them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from aotad_tui.story.story import Story
from tests.library.guides import opened, write
from tests.systems import posix

from .reader import Reader, reading, reading_from

pytestmark = pytest.mark.slow

SHOWN = "[/b] [@click=app.quit]x"
# Sequences that a terminal runs: erase the screen, write the clipboard, set the title, change the text direction.
CONTROLS = "\x1b[2J\x1b]52;c;QQ==\x07\x1b]0;t\x07\u202e\x9b1m"
RAW = f"{SHOWN}{CONTROLS}"
YAML = SHOWN + r"\e[2J\e]52;c;QQ==\a\e]0;t\a\u202E\x9B1m"
ADDRESS = f"https://x.y/{SHOWN.replace(' ', '')}"  # with a space it is no link
SIZE = (180, 60)

GUIDE = f"""\
format: 1
title: "T {YAML}"
summary: "{YAML}"
authors: ["V {YAML}"]
license: "W {YAML}"
homepage: "{ADDRESS}"
version: "{YAML}"
timeline:
  unit: "u {YAML}"
  volume: "v {YAML}"
  volumes:
    - title: "V {YAML}"
      unit: "w {YAML}"
      points: [{{id: one, title: "P {YAML}"}}]
    - points: [{{id: two, title: "Q {YAML}"}}]
groups:
  all: {{name: "G {YAML}", since: start}}
kinds:
  odd: {{label: "L {YAML}", back: "K {YAML}", heading: "M {YAML}", sign: "[", line: heavy}}
states:
  odd: {{label: "S {YAML}", sign: "]"}}
"""
FILES = {
    "sources.yaml": f'book: {{title: "B {YAML}", publisher: "{YAML}", date: "{YAML}", url: "{ADDRESS}"}}\n',
    "characters.yaml": f"""\
ann:
  name: "Ann {YAML}"
  native: "N {YAML}"
  aliases: ["Annie {YAML}"]
  since: start
  group: all
  about: "A {YAML}"
  played_by: {{name: "Y {YAML}", native: "Z {YAML}"}}
  facts:
    - {{since: one, state: odd, text: "F {YAML}", certainty: reported, as_of: "D {YAML}", sources: [book]}}
bob: {{name: "Bob {YAML}", aliases: [Bob], since: start}}
""",
    "terms.yaml": f"""\
isle: {{name: "I {YAML}", native: "J {YAML}", aliases: ["O {YAML}"], since: start, about: "W {YAML}"}}
""",
    "relationships.yaml": f"""\
- {{from: ann, to: bob, kind: odd, since: start, label: "R {YAML}", until: one, ended: "E {YAML}", secret_from: [bob]}}
- {{from: bob, to: ann, kind: odd, since: start}}
""",
    "sections/10-part [b] [@click=app.quit]/10-page.md": f"""\
---
title: "X {YAML}"
since: start
certainty: reported
as_of: "{YAML}"
aliases: ["other {YAML}"]
sources: [book]
---
## H {RAW}

Text {RAW} &#x1b;[31m **{RAW}** `{RAW}` Bob {RAW}

- [ ] item {RAW}

| head {RAW} |
|---|
| cell {RAW} |

> [!reported] {RAW}
> quoted {RAW}

```[@click=app.quit]
code {RAW}
```

[out {CONTROLS}](https://x.y/%5B/b%5D)[^n] <b>{RAW}</b> ![image {CONTROLS}](x.png)

[^n]: note {RAW}
""",
}


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return opened(tmp_path, FILES, GUIDE)


def assert_only_text(reader: Reader) -> None:
    """Check that screen and title have only printable characters, and that no markup of the guide can be clicked."""
    categories = {unicodedata.category(character) for character in reader.text.replace("\n", "")}
    assert not categories & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not any("@click" in meta for meta in reader.metas)


@pytest.mark.parametrize(
    ("keys", "place", "begins"),
    [
        ((), "title", "T"),
        ((), "sections", "X"),
        ((), "page", "X H Text item head cell quoted code note B"),
        ((), "people", "Bob"),
        (("@", "a", "n", "n", "enter"), "people", "Ann N G S A Y M R E K F D P"),
        ((":",), "hits", "Ann Bob X"),
        ((":", "o", "t", "h", "e", "r"), "hits", "X"),
        ((":", "i", "space", "enter"), "people", "I J O W"),
        (("e",), "points", "P"),
    ],
    ids=["title", "sections", "page", "on this page", "a person", "palette", "other names", "a term", "progress"],
)
async def test_markup_and_control_sequences_are_shown_as_text(
    story: Story, keys: tuple[str, ...], place: str, begins: str
) -> None:
    async with reading(story, 1, SIZE) as reader:
        await reader.press(*keys)
        shown = " ".join(reader.pane(place).split())
        assert [word for word in begins.split() if f"{word} [/b]" not in shown] == []
        assert_only_text(reader)


@pytest.mark.parametrize("place", ["title", "sections", "page", "people"])
async def test_a_click_on_markup_does_not_run_its_action(story: Story, place: str) -> None:
    async with reading(story, 1, SIZE) as reader:
        await reader.press("@", "a", "n", "n", "enter")
        await reader.click("app.quit", place)
        assert reader.app.is_running
        assert_only_text(reader)


async def test_a_url_in_a_notification_is_text(story: Story) -> None:
    async with reading(story, 1, SIZE) as reader:
        await reader.click("B [/b]", "page")
        assert ADDRESS in reader.text
        await reader.click("https://x.y/")
        assert reader.app.is_running
        assert_only_text(reader)


async def test_the_guides_units_are_text_in_the_title_and_the_progress_dialog(story: Story) -> None:
    async with reading(story, 1, SIZE) as reader:
        assert "seen: V1 W1" in reader.rows[0]
        await reader.press("e")
        assert "1: V [/b]" in " ".join(reader.pane("points").split())
        assert ", w [/b]" in " ".join(reader.pane("points").split())
        await reader.press("2")
        assert ", u [/b]" in " ".join(reader.pane("points").split())
        assert_only_text(reader)


@posix
async def test_problems_of_a_guide_are_text(tmp_path: Path, story: Story) -> None:
    wrong = {
        "characters.yaml": f'"{YAML}": {{name: "{YAML}", since: "{YAML}", "{YAML}": 1}}\n',
        f"sections/{SHOWN.replace('/', '')}{CONTROLS}.md": f'---\nsince: "{YAML}"\n"{YAML}": "{YAML}"\n---\n',
    }
    folder = write(tmp_path / f"a {SHOWN.replace('/', '')}", wrong, GUIDE)
    async with reading_from(folder, story, 1, SIZE) as reader:
        await reader.press("!")
        assert reader.text.count("[@click=app.quit]x") > 3
        await reader.click("app.quit")
        assert reader.app.is_running
        assert_only_text(reader)
