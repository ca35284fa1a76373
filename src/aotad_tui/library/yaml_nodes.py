"""YAML as a tree of nodes that know their place, read without trusting it.

The tree is built from PyYAML's stream of events: its loaders follow YAML 1.1 (`No` is false, `012` is ten, `1:30` is
ninety), accept duplicate keys and alias bombs, and the fast one ends the process on deep nesting. Here every scalar
stays the text that was written, and what it means is for the schema to say. Aliases, tags and second documents are
refused; depth and the number of nodes are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from aotad_tui.cleaning import REPLACEMENT, clean, harmless

from .problems import Mark, Problems

DEEPEST = 20
MOST_NODES = 2_000_000

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written; `plain` tells one without quotes, which alone can be null or a number."""

    mark: Mark
    text: str
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether YAML 1.2 reads it as null."""
        return self.plain and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    mark: Mark
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in order; no key twice."""

    mark: Mark
    entries: tuple[tuple[Scalar, Node], ...]


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """The text is readable as YAML, but not accepted; carries the problem to report."""

    def __init__(self, mark: Mark, code: str, message: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.code = code
        self.message = message


# The C parser is eight times as fast; where PyYAML was built without it the slow one does the same.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, path: str, problems: Problems, first_line: int = 1) -> Node | None:
    """The tree of a YAML text, or None when it is empty or cannot be read (then a problem is told).

    `first_line` is the line of the file on which `text` begins.
    """
    text = harmless(text)
    try:
        return _Composer(text, path, problems, first_line).document()
    except _Refused as refused:
        problems.error(refused.mark, refused.code, refused.message)
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        before = text[: place.index] if place else ""
        if too_deep := _depth_problem(before, path, first_line):
            problems.error(too_deep.mark, too_deep.code, too_deep.message)
        else:
            mark = Mark(path, (place.line if place else 0) + first_line, (place.column if place else 0) + 1)
            problems.error(mark, "YAML", f"not readable as YAML: {_told(error)}")
    except yaml.reader.ReaderError as error:
        problems.error(Mark(path, first_line), "YAML", f"holds a character that YAML forbids: {clean(error.reason)}")
    except ValueError as error:  # the slow parser, of a character that there is not
        problems.error(Mark(path, first_line), "YAML", f"not readable as YAML: {clean(str(error))}")
    return None


def _depth_problem(before: str, path: str, first_line: int) -> _Refused | None:
    """The refusal of what stands before a failure of the parser as nested too deeply, or None when it is not.

    The parser reads up to 1,024 characters ahead of its events, so that a limit of its own (1,000 levels in libyaml
    since PyYAML 6.0.4) can stop it before `DEEPEST` is seen. Read once more, the text before that place shows how many
    brackets are open there, whatever the parser's limit and words are.
    """
    try:
        _Composer(before, path, Problems(), first_line).document()
    except _Refused as refused:
        return refused if refused.code == "TOO-DEEP" else None
    except yaml.YAMLError:
        pass
    return None


def _told(error: yaml.MarkedYAMLError) -> str:
    return " ".join(clean(part) for part in (error.context, error.problem) if part)


class _Composer:
    """Makes nodes of events, with a stack of its own depth check instead of trust in the recursion limit."""

    def __init__(self, text: str, path: str, problems: Problems, first_line: int) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
        self._path = path
        self._problems = problems
        self._first_line = first_line
        self._nodes = 0

    def document(self) -> Node | None:
        """The only document of the stream."""
        root: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse(event, "YAML", "a second document; a file holds one")
                root = self._node(next(self._events), 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._nodes += 1
        if depth > DEEPEST:
            raise self._refuse(event, "TOO-DEEP", f"nested more than {DEEPEST} levels deep")
        if self._nodes > MOST_NODES:
            raise self._refuse(event, "TOO-LARGE", f"more than {MOST_NODES:,} values in one file")
        if isinstance(event, yaml.AliasEvent):
            raise self._refuse(event, "ALIAS", f"alias *{event.anchor}: write the value out, aliases are not read")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise self._refuse(event, "TAG", f"tag {clean(str(tag))}: leave it out, tags are not read")
        mark = self._mark(event)
        if isinstance(event, yaml.ScalarEvent):
            text = clean(event.value)
            if REPLACEMENT in text:
                self._problems.warning(mark, "CONTROL", "holds a control character, shown as \ufffd; take it out")
            return Scalar(mark, text, plain=event.implicit[0])
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
                items.append(self._node(event, depth + 1))
            return Sequence(mark, tuple(items))
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                raise self._refuse(event, "KEY", "a key is a text, not a list or a mapping")
            if key.text in entries:
                first = entries[key.text][0].mark
                self._problems.error(key.mark, "DUPLICATE", f"'{key.text}' stands twice; first on line {first.line}")
            else:
                entries[key.text] = (key, value)
        return Mapping(mark, tuple(entries.values()))

    def _mark(self, event: yaml.Event) -> Mark:
        start = event.start_mark
        assert start is not None, "both parsers mark every event"
        return Mark(self._path, start.line + self._first_line, start.column + 1)

    def _refuse(self, event: yaml.Event, code: str, message: str) -> _Refused:
        return _Refused(self._mark(event), code, message)
