"""A guide that has hostile texts in every field of the format and in every construct of a page.

The fields come from the records of the format, so a new field is attacked without a change here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from .hostile import IN_A_PAGE, WRITTEN_IN_A_PAGE
from .library.guide_maker import BUILT_IN, IDS, ORDER, FullGuide, T, dumped

CONTEXTS = {**WRITTEN_IN_A_PAGE, **IN_A_PAGE}
"""Ways in which a page writes a text, by name."""


class Marks:
    """A short word for each field and construct, which shows on the screen where a text came from."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        """Fields and constructs by their words."""
        self._words: dict[str, str] = {}

    def word(self, place: str) -> str:
        """The word of a field or construct."""
        if place not in self._words:
            self._words[place] = f"q{len(self._words)}x"
            self.places[self._words[place]] = place
        return self._words[place]


class _OneText(FullGuide):
    """A guide with one hostile text in all its fields. `number` keeps its ids apart from those of other guides."""

    def __init__(self, number: int, hostile: str, marks: Marks) -> None:
        super().__init__(self._attacked, ORDER[:-1])
        self._people = [f"{id}-{number}" for id in IDS["characters"]]
        self._number = number
        self._hostile = hostile
        self._marks = marks

    def _ids(self, key: str) -> Sequence[str]:
        ids = super()._ids(key)
        return ids if key == "characters" else [f"{id}-{self._number}" for id in ids]

    def pick(self, path: str, options: Sequence[T]) -> T:
        # With a built-in state in its last fact, nobody would show the label of a state of the guide.
        return super().pick(path, [option for option in options if option not in BUILT_IN["states"]])

    def _attacked(self, path: str) -> str:
        # An address with a backslash or an @ is refused, whatever else is in it.
        hostile = self._hostile.replace("\\", "").replace("@", "") if path == "sources/url" else self._hostile
        # A sign is one character.
        return hostile or "-" if path.endswith("/sign") else f"{self._marks.word(path)}{hostile}"

    def body(self) -> str:
        return "\n\n".join(write(f"{self._marks.word(name)}{self._hostile}") for name, write in CONTEXTS.items())


def hostile_guide(texts: Sequence[str], marks: Marks) -> dict[str, str]:
    """The files of a guide with each text in each field, its guide.yaml with all of them in each field."""
    files: dict[str, str] = {}
    guide: Any = {}
    for number, text in enumerate(texts):
        one = _OneText(number, text, marks).files()
        guide = _merged(guide, yaml.safe_load(one.pop("guide.yaml")))
        files |= {_renamed(path, number): content for path, content in one.items() if path != "sources.yaml"}
        files["sources.yaml"] = files.get("sources.yaml", "") + one["sources.yaml"]
    return {"guide.yaml": dumped(guide), **files}


def _renamed(path: str, number: int) -> str:
    folder, _, rest = path.partition("/")
    return f"{folder}/{number}/{rest}" if rest else f"{path.removesuffix('.yaml')}/{number}.yaml"


def _merged(one: Any, other: Any) -> Any:
    """Two values of guide.yaml as one: maps have the keys of both, texts are joined."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return {key: _merged(one.get(key, other.get(key)), other.get(key, one.get(key))) for key in {**one, **other}}
    if isinstance(one, list) and isinstance(other, list):
        return [_merged(*pair) for pair in zip(one, other, strict=True)]
    return f"{one} {other}" if isinstance(one, str) and one != other else one
