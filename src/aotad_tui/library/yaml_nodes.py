"""Reads untrusted YAML as a tree of nodes with their positions.

The tree is built from PyYAML's stream of events. PyYAML's loaders follow YAML 1.1 (`No` is false, `012` is ten, `1:30`
is ninety) and accept duplicate keys and alias bombs, and the fast one crashes the process on deep nesting. Here every
scalar stays text as written, and the schema decides what it means. Aliases, tags and second documents are rejected.
Depth and the number of nodes are limited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from aotad_tui.cleaning import REPLACEMENT, clean, harmless

from .problems import Mark, Problems
from .yaml_messages import describe

DEEPEST = 20
MOST_NODES = 2_000_000

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written. `plain`: without quotes. Only plain scalars can be null or a number."""

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
    """Keys and values, in order. A key can occur twice: the shape that reads the mapping decides what that means."""

    mark: Mark
    entries: tuple[tuple[Scalar, Node], ...]
    is_whole: bool = True
    """Whether all its keys are texts: a key that is a list or a mapping is left out, with its value."""


Node = Scalar | Sequence | Mapping


class _Rejected(Exception):
    """Raised for a text that is not accepted, though it may be valid YAML; carries the problem to report."""

    def __init__(self, mark: Mark, code: str, message: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.code = code
        self.message = message


# The C parser is eight times as fast. Where PyYAML was built without it, the slow one gives the same result.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, path: str, problems: Problems, first_line: int = 1) -> Node | None:
    """The tree of a YAML text, or None when it is empty, or after reporting a problem if it is invalid.

    `first_line`: the line of the file on which `text` begins.
    """
    text = harmless(text)
    try:
        return _Composer(text, path, problems, first_line).document()
    except _Rejected as rejected:
        problems.report(rejected.mark, rejected.code, rejected.message)
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        before = text[: place.index] if place else ""
        if too_deep := _depth_problem(before, path, first_line):
            problems.report(too_deep.mark, too_deep.code, too_deep.message)
        else:
            mark = Mark(path, (place.line if place else 0) + first_line, (place.column if place else 0) + 1)
            problems.report(mark, "YAML", f"invalid YAML: {_describe(error, text, len(before))}")
    except ValueError as error:  # raised by the slow parser for an invalid character
        problems.report(Mark(path, first_line), "YAML", f"invalid YAML: {clean(str(error))}")
    return None


def _depth_problem(before: str, path: str, first_line: int) -> _Rejected | None:
    """The problem of nesting too deep in the text before a failure of the parser, or None.

    The parser reads up to 1,024 characters ahead of its events, so a limit of its own (1,000 levels in libyaml since
    PyYAML 6.0.4) can stop it before `DEEPEST` is reached. Parsed once more, the text before that position shows how
    many brackets are open there, whatever the parser's limit and words are.
    """
    try:
        _Composer(before, path, Problems(), first_line).document()
    except _Rejected as rejected:
        return rejected if rejected.code == "TOO-DEEP" else None
    except yaml.YAMLError:
        pass
    return None


def _describe(error: yaml.MarkedYAMLError, text: str, index: int) -> str:
    return describe(text, index, clean(error.context or ""), clean(error.problem or ""))


class _Composer:
    """Builds nodes from events. It checks the depth of nesting and does not rely on the recursion limit."""

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
                    raise self._reject(event, "YAML", "second YAML document; put everything into one document")
                root = self._node(next(self._events), 0)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._nodes += 1
        if depth > DEEPEST:
            raise self._reject(event, "TOO-DEEP", f"nested more than {DEEPEST} levels deep; use fewer levels")
        if self._nodes > MOST_NODES:
            raise self._reject(event, "TOO-LARGE", f"more than {MOST_NODES:,} values in one file; split the file")
        if isinstance(event, yaml.AliasEvent):
            raise self._reject(event, "ALIAS", f"YAML alias *{event.anchor} is not supported; write out the value")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            raise self._reject(event, "TAG", f"YAML tag {clean(str(tag))} is not supported; remove it")
        mark = self._mark(event)
        if isinstance(event, yaml.ScalarEvent):
            text = clean(event.value)
            if REPLACEMENT in text:
                self._problems.report(mark, "CONTROL", "control character, shown as \ufffd; remove it")
            return Scalar(mark, text, plain=event.implicit[0])
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
                items.append(self._node(event, depth + 1))
            return Sequence(mark, tuple(items))
        entries: list[tuple[Scalar, Node]] = []
        is_whole = True
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if isinstance(key, Scalar):
                entries.append((key, value))
            else:
                is_whole = False
                self._problems.report(key.mark, "KEY", "expected text as a key, found a list or a mapping")
        return Mapping(mark, tuple(entries), is_whole)

    def _mark(self, event: yaml.Event) -> Mark:
        start = event.start_mark
        assert start is not None, "both parsers mark every event"
        return Mark(self._path, start.line + self._first_line, start.column + 1)

    def _reject(self, event: yaml.Event, code: str, message: str) -> _Rejected:
        return _Rejected(self._mark(event), code, message)
