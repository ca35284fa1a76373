"""Every package has tests that are not slow, so that faults are found within a minute."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from pkgutil import iter_modules

import pytest

import aotad_tui

TESTS = Path(__file__).parent
PACKAGES = [module.name for module in iter_modules(aotad_tui.__path__) if module.ispkg]


def fast_tests(module: Path) -> Iterator[str]:
    """The names of the tests of a module that `-m "not slow"` selects."""
    statements = ast.parse(module.read_text(encoding="utf-8")).body
    marks = [ast.unparse(one.value) for one in statements if isinstance(one, ast.Assign) and _is_pytestmark(one)]
    if any("mark.slow" in mark for mark in marks):
        return
    for one in statements:
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name.startswith("test_"):
            decorators = " ".join(map(ast.unparse, one.decorator_list))
            if "mark.slow" not in decorators and "given(" not in decorators:
                yield one.name


def _is_pytestmark(assignment: ast.Assign) -> bool:
    return any(ast.unparse(target) == "pytestmark" for target in assignment.targets)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_has_fast_tests(package: str) -> None:
    modules = [*(TESTS / package).glob("test_*.py"), *TESTS.glob(f"test_{package}.py")]
    assert [test for module in modules for test in fast_tests(module)]
