"""Tests name private parts of Textual and asyncio in one module only."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import aotad_tui

TESTS = Path(__file__).parent
PRODUCT = Path(aotad_tui.__file__).parent
ONE_MODULE = TESTS / "textual_internals.py"
CONTRACT = TESTS / "ui" / "test_textual_internals.py"  # tests the product's own module of this kind
OTHERS = [file for file in sorted(TESTS.rglob("*.py")) if file not in (ONE_MODULE, CONTRACT)]
ARGPARSE = frozenset(["_actions", "_SubParsersAction"])  # no public name lists the arguments of a parser
LIBRARIES = ("textual", "asyncio")
IN_A_STRING = re.compile(rf"({'|'.join(LIBRARIES)})(\.\w+)*\._[a-z]\w*(\.\w+)*")


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


@cache
def allowed_names() -> frozenset[str]:
    """The names that the product and its tests give to anything themselves, without those that Textual has too."""
    attributes = (node.attr for node in ast.walk(parsed(ONE_MODULE)) if isinstance(node, ast.Attribute))
    return own_names() - {name for name in attributes if is_private(name)}


def own_names() -> frozenset[str]:
    nodes = [node for folder in (PRODUCT, TESTS) for file in folder.rglob("*.py") for node in ast.walk(parsed(file))]
    defined = (node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef))
    stored = (
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in nodes
        if isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Store)
    )
    return frozenset([*defined, *stored])


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def private_parts(tree: ast.AST) -> Iterator[str]:
    """The private names of these libraries that a program uses: what is imported, read, or named in a string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
            for alias in node.names:
                path = f"{module}.{alias.name}".strip(".").split(".")
                if path[0] in LIBRARIES and any(map(is_private, path)):
                    yield ".".join(path)
        elif isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in allowed_names() | ARGPARSE:
            yield ast.unparse(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and IN_A_STRING.fullmatch(node.value):
            yield node.value


@pytest.mark.slow
def test_private_parts_of_textual_are_named_in_one_module_of_the_tests() -> None:
    found = {str(file.relative_to(TESTS)): list(private_parts(parsed(file))) for file in OTHERS}
    assert {file: parts for file, parts in found.items() if parts} == {}


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "from textual._compositor import LayoutUpdate",
        "from textual.keys import _character_to_key",
        "import textual._time",
        "app._exit",
        "asyncio.get_running_loop()._ready",
        "patch('textual._time.get_time')",
    ],
)
def test_a_private_part_is_recognised(line: str) -> None:
    assert len(list(private_parts(ast.parse(line)))) == 1


@pytest.mark.slow
@pytest.mark.parametrize("line", ["from textual.app import App", "reader._drawn()", "patch('textual.app.App')"])
def test_public_names_and_our_own_are_no_private_parts(line: str) -> None:
    assert list(private_parts(ast.parse(line))) == []
