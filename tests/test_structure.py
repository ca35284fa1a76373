"""The shape of the code, read from its syntax trees: short inheritance, small classes, private names in one file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

import aotad_tui

PACKAGE = Path(aotad_tui.__file__).parent
LONGEST_CHAIN = 3
MOST_MEMBERS = 40
MOST_LINES = 300
DOOR = {"ui/platform/textual_internals.py", "ui/platform/terminal_driver.py"}
"""The modules that use private parts of Textual."""


@dataclass(frozen=True)
class Class:
    """A class of the program: the names of its bases and of its members."""

    name: str
    file: str
    bases: tuple[str, ...]
    members: frozenset[str] = field(repr=False)


@cache
def trees() -> dict[str, ast.Module]:
    """All modules by their paths below the package."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def classes() -> dict[str, Class]:
    """All classes of the program by name."""
    return {one.name: one for one in _classes()}


def _classes() -> Iterator[Class]:
    for file, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                yield Class(node.name, file, tuple(filter(None, map(_base, node.bases))), frozenset(_members(node)))


def _base(node: ast.expr) -> str:
    node = node.value if isinstance(node, ast.Subscript) else node
    return node.id if isinstance(node, ast.Name) else ""


def _members(node: ast.ClassDef) -> Iterator[str]:
    """The methods, properties and attributes that a class defines, on itself and on its instances; no special names."""
    for part in ast.walk(node):
        match part:
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield name
    for part in node.body:
        match part:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if not name.startswith("__"):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Assign(targets=targets):
                yield from (target.id for target in targets if isinstance(target, ast.Name))


def chains(name: str) -> list[tuple[str, ...]]:
    """The ways up from a class through our own classes, each beginning with it."""
    own = [base for base in classes()[name].bases if base in classes() and base != name]
    return [(name, *rest) for base in own for rest in chains(base)] or [(name,)]


def ancestors(name: str) -> set[str]:
    """A class and all of our own classes above it."""
    return {one for chain in chains(name) for one in chain}


NAMES = sorted(classes())


def test_no_chain_of_inheritance_is_longer_than_three_of_our_own_classes() -> None:
    too_long = [chain for name in NAMES for chain in chains(name) if len(chain) > LONGEST_CHAIN]
    assert too_long == []


def test_no_class_has_more_than_forty_members_with_those_it_inherits_from_our_own() -> None:
    sizes = {name: len(frozenset().union(*(classes()[one].members for one in ancestors(name)))) for name in NAMES}
    assert {name: size for name, size in sizes.items() if size > MOST_MEMBERS} == {}


@pytest.mark.slow
@pytest.mark.parametrize("file", sorted(trees()))
def test_private_names_are_used_in_the_file_that_defines_them(file: str) -> None:
    tree = trees()[file]
    defined = {name for node in ast.walk(tree) for name in _defined(node)}
    used = {
        (node.attr, node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
    }
    allowed = {"_replace"}  # a public method of named tuples
    foreign = [(name, line) for name, line in sorted(used) if name not in defined | allowed]
    assert foreign == [] or file in DOOR


def _defined(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
            yield name
        case ast.Name(id=name, ctx=ast.Store()):
            yield name


@pytest.mark.slow
def test_messages_are_handled_by_decorators_and_never_by_names_of_our_classes() -> None:
    """A method `on_styled_view_followed` is silently disconnected when the class is renamed."""
    snake = {"".join(f"_{c.lower()}" if c.isupper() else c for c in name).strip("_") for name in NAMES}
    found = [
        (file, node.name)
        for file, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and any(node.name.startswith(f"on_{name}_") for name in snake)
    ]
    assert found == []


def test_names_of_classes_are_unique() -> None:
    """One word for one thing; names that are private to a module, and messages inside a class, may repeat."""
    top = [
        (node.name, file)
        for file, tree in trees().items()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    names = [name for name, _ in top]
    assert [(name, file) for name, file in top if names.count(name) > 1] == []


def test_modules_are_short() -> None:
    long = {
        file: lines
        for file in trees()
        if (lines := len((PACKAGE / file).read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}
