"""`new`: the files of a small guide that opens, has no problems, and shows an example of each thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .guide_files import GuideFiles, modeline, quoted, schema_files, vscode_settings


@dataclass(frozen=True, slots=True)
class NewGuide:
    """What an author chooses. `unit`: the word for a point, which begins with a letter, as that for a volume does.

    `counts`: the number of points, or with `volume`, the word for a volume, the number of points of each volume.
    """

    title: str
    unit: str = "chapter"
    counts: tuple[int, ...] = (10,)
    volume: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the points that the example uses: the first one and the second one, or the first one twice."""
        of_volumes = [
            f"{_initial(self.volume)}{number}{_initial(self.unit)}{point}"
            for number, count in enumerate(self.counts, 1)
            for point in range(1, min(count, 2) + 1)
        ]
        ids = of_volumes if self.volume else [str(point) for point in range(1, min(self.counts[0], 2) + 1)]
        return ids[0], ids[min(1, len(ids) - 1)]

    def files(self) -> GuideFiles:
        """All files of the guide."""
        first, second = self.ids
        words = {"TITLE": quoted(self.title), "TIMELINE": self._timeline(), "FIRST": first, "SECOND": second}
        texts = {
            "guide.yaml": modeline("guide") + _GUIDE,
            "characters.yaml": modeline("characters") + _CHARACTERS + (_LATER_ABOUT if first != second else ""),
            "relationships.yaml": modeline("relationships") + _RELATIONSHIPS,
            "sources.yaml": modeline("sources") + _SOURCES,
            "terms.yaml": modeline("terms") + _TERMS,
            "sections/10-before-you-begin.md": _BEFORE,
            "sections/20-the-story/_part.yaml": modeline("part", depth=2) + _PART,
            "sections/20-the-story/10-the-letter.md": _LETTER,
            ".github/workflows/guide.yml": _WORKFLOW,
        }
        own = {path: _filled(text, words) for path, text in texts.items()}
        return {**own, **vscode_settings(), **schema_files({})}

    def _timeline(self) -> str:
        if not self.volume:
            return f"  unit: {quoted(self.unit)}\n  count: {self.counts[0]}\n"
        volumes = "".join(f"    - {{count: {count}}}\n" for count in self.counts)
        return f"  unit: {quoted(self.unit)}\n  volume: {quoted(self.volume)}\n  volumes:\n{volumes}"


def _initial(word: str) -> str:
    """The letter of a unit in the ids of counted points."""
    return word[:1].lower()


def _filled(text: str, words: dict[str, str]) -> str:
    return re.sub(r"<([A-Z]+)>", lambda match: words[match[1]], text)


_GUIDE = """\
format: 1
title: <TITLE>
summary: A line about the guide that reveals nothing.
authors: [Your name]
license: CC BY-SA 4.0
language: en
timeline:
<TIMELINE>groups:
  household: {name: The household, since: start}
kinds:                           # relationships that are not built in
  writes: {label: writes to, back: receives letters from, heading: letters, sign: "@", family: alliance}
states:                          # states that are not built in
  travelling: {label: travelling, sign: ">"}
"""

_CHARACTERS = """\
# `since` is the point after which a reader may know a thing. What has no `since` stays hidden until the end.
ada:
  name: Ada Quill
  aliases: [Miss Quill]
  since: start
  group: household
  about: Answers the letters of the house.
  facts:
    - {since: "<FIRST>", text: Reads the letter by the fire., event: the-letter, sources: [the-book]}
    - {since: "<SECOND>", state: travelling, text: "Leaves in the night, alone."}   # a comma needs quotes here

stranger:
  name: The stranger
  since: "<FIRST>"
  about: Waits at the gate; nobody knows the name.
  becomes: {character: basil, since: "<SECOND>"}     # from then on they are one person

basil:
  name: Basil Thorne
  since: "<FIRST>"
  about:                         # a value that changes is a list
    - {since: "<FIRST>", text: "The cousin abroad, known from letters."}
"""
_LATER_ABOUT = """\
    - {since: "<SECOND>", text: "The cousin, who has come home."}
"""

_RELATIONSHIPS = """\
# FROM label TO is a sentence.
- from: basil
  to: ada
  kind: writes
  label: writes each week to
  back: keeps all letters of
  since: "<FIRST>"
  until: "<SECOND>"
  ended: He stands at the door himself.
  event: the-letter
- {from: ada, to: stranger, kind: ally, label: brings bread to, since: "<FIRST>", secret_from: [basil]}
"""

_SOURCES = """\
the-book: {title: The book itself, publisher: Replace this by your source}
"""

_TERMS = """\
gate: {name: the gate, since: "<FIRST>", about: "The way into the garden, locked at night."}
"""

_PART = """\
title: The story
"""

_BEFORE = """\
---
title: Before you begin
since: start
---
Ada Quill keeps a house. Her name is a link, since `characters.yaml` has it.

Replace this text by yours. Everything here can be read before the story begins.
"""

_LETTER = """\
---
title: The letter
since: "<FIRST>"
sources: [the-book]
---
## A letter comes

Ada reads what Basil wrote. [Where it began](../10-before-you-begin.md), [[ada|who she is]].

> [!spoiler] <SECOND>
> The stranger at the gate was Basil all along.

> [!note]
> A quote that begins with `[!spoiler]` and a point is hidden until the reader has finished that point.
"""

_WORKFLOW = """\
# Checks the guide whenever it changes on GitHub.
name: guide
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: "3.13"}
      - run: pip install aotad-tui    # or the place from which you installed it
      - run: aotad-tui check .
"""
