"""The places of the bundled guides, the schemas and the style sheet: in the installed package, or in a checkout.

An editable install may leave stale copies of both among the installed packages, so they are looked up next to
this file and nowhere else.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _find(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.exists() else _CHECKOUT / name


def bundled_guides() -> tuple[Path, ...]:
    """The folders of the bundled guides, by name."""
    return tuple(sorted(folder for folder in _find("content").iterdir() if (folder / "guide.yaml").is_file()))


def bundled_guide() -> Path:
    """The folder of the guide that opens without arguments."""
    return _find("content") / "all-of-us-are-dead"


def schemas() -> Path:
    """The folder of the JSON Schemas, for editors."""
    installed = _PACKAGE / "schema"
    return installed if installed.exists() else _CHECKOUT / "docs" / "schema"


def styles() -> Path:
    """The style sheet."""
    return _find("styles.tcss")
