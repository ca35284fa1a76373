"""What readers want to do leads to its end, by keyboard and by mouse. benchmarks/tasks.py counts keys and clicks."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.tasks import TASKS
from tests.tasks.book import BOOK
from tests.tasks.fan import FAN
from tests.tasks.run import do
from tests.tasks.steps import Click, Drag, Hover, Task, Type, Wheel
from tests.tasks.viewer import VIEWER

pytestmark = pytest.mark.slow

EACH = pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])


@EACH
@pytest.mark.usefixtures("own_folders")
async def test_a_task_is_done_by_keyboard(task: Task) -> None:
    assert all(isinstance(step, str | Type) for step in task.keys)
    await do(task, task.keys)


@EACH
@pytest.mark.usefixtures("own_folders")
async def test_a_task_is_done_by_mouse(task: Task) -> None:
    assert all(isinstance(step, Click | Hover | Wheel | Drag | Type) for step in task.mouse)
    await do(task, task.mouse)


def test_each_reader_has_twenty_tasks() -> None:
    assert [len(tasks) for tasks in (VIEWER, FAN, BOOK)] == [20, 20, 20]
    assert max(Counter(task.name for task in TASKS).values()) == 1
