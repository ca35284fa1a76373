"""Which tests need a system that is like Unix."""

from __future__ import annotations

import sys

import pytest

posix = pytest.mark.skipif(
    sys.platform == "win32",
    reason="needs POSIX: signals, broken or named pipes, terminals, symbolic links, control characters in file names",
)
"""Marks a test that Windows cannot run, or runs only with special rights."""
