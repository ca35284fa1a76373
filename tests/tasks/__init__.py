"""Tasks of readers: sixty things that people want to do, each by keyboard and by mouse.

benchmarks/tasks.py prints how many keys and clicks each needs; tests/ui/test_tasks.py holds that none is a dead end.
"""

from __future__ import annotations

from .book import BOOK
from .fan import FAN
from .steps import Task
from .viewer import VIEWER

TASKS: tuple[Task, ...] = (*VIEWER, *FAN, *BOOK)
