"""The tables in README and docs and the schemas are what `.ci/generate.py` writes."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / ".ci" / "generate.py"


def generator() -> ModuleType:
    """`.ci/generate.py` as a module; its folder is no package."""
    spec = spec_from_file_location("generate", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATE = generator()
GENERATED: dict[Path, str] = GENERATE.generated()


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: path.name)
def test_a_generated_file_is_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == GENERATED[path], "renew it: python .ci/generate.py"


@pytest.mark.parametrize("page", GENERATE.TABLES)
def test_a_page_has_its_generated_tables(page: str) -> None:
    """A table without its markers would be neither renewed nor checked."""
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [name for name, table in GENERATE.TABLES[page].items() if table not in text] == []
