"""Small guides for cases that the second guide does not have."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from aotad_tui.library.load import GuideUnreadable, load
from aotad_tui.story.story import Story
from tests.library.guides import edited, opened

NO_TIMELINE = "format: 1\ntitle: A tale\n"
LATER = "---\ntitle: A page\nsince: '3'\n---\nAnn is named.\n"
SAGA = """\
format: 1
title: A saga
timeline:
  unit: episode
  volume: season
  volumes:
    - {title: Hyosan, count: 10, titles: {1: Pilot}}
    - {title: Exile, count: 10}
    - {count: 10}
"""
ANN = "ann: {name: Ann, since: '3'}\n"

CAST = """\
minji: {name: Park Min-ji, native: 박민지, since: start, about: 반장; sits by the window.,
  played_by: {name: Kim Ha-neul, native: 김하늘}}
haru: {name: Lee Ha-ru, native: 이하루, since: start}
narae: {name: 나래, since: "1", aliases: [Na-rae]}
"""
RELATIONSHIPS = """\
- {from: haru, to: minji, kind: love, label: 짝사랑, since: start}
- {from: minji, to: narae, kind: friend, label: 소꿉친구 since the first day of school, since: "1"}
"""
KOREAN_PAGE = """\
---
title: 창가 자리
since: start
---
박민지(Park Min-ji)는 창가에 앉는다. 이하루 sits behind her and counts the clouds, 나래 draws them.

| 이름 | seat |
|---|---|
| 박민지 | 창가 |
| 이하루 | behind |
"""


def korean(folder: Path) -> Story:
    """A guide with wide characters in every text that is shown."""
    files = {
        "characters.yaml": CAST,
        "relationships.yaml": RELATIONSHIPS,
        "sections/10-일학년/10-seat.md": KOREAN_PAGE,
        "sections/10-일학년/20-아주-긴-제목을-가진-쪽.md": "---\nsince: start\n---\n짧다.\n",
    }
    return opened(folder, files, "format: 1\ntitle: 구름을 세는 아이들\ntimeline: {unit: 화, count: 2}\n")


def nobody_yet(folder: Path) -> Story:
    """A guide in which everything is hidden before the third point."""
    return opened(folder, {"characters.yaml": ANN, "sections/a.md": LATER})


def without_sections(folder: Path) -> Story:
    return opened(folder, {"characters.yaml": ANN})


def without_people(folder: Path) -> Story:
    return opened(folder, {"sections/a.md": LATER})


def without_timeline(folder: Path) -> Story:
    return opened(folder, {"characters.yaml": "ann: {name: Ann}\n", "sections/a.md": "Ann is named.\n"}, NO_TIMELINE)


def volumes(folder: Path) -> Story:
    """A guide of three seasons, of which two have titles."""
    return opened(folder, {"sections/a.md": "---\ntitle: A page\nsince: start\n---\nText.\n"}, SAGA)


def announced(folder: Path) -> Story:
    """A guide whose people are announced at the start and met at the second point."""
    people = "ann: {name: Ann, since: start, met: 2}\nbo: {name: Bo, since: start, met: 2}\n"
    files = {"characters.yaml": people, "sections/a.md": "---\ntitle: A page\nsince: start\n---\nText.\n"}
    return opened(folder, files)


def with_problems(folder: Path) -> Story:
    """A guide that opens and has two problems."""
    characters = "ann: {name: Ann, since: start}\nbo: {name: Bo, since: 88}\n"
    section = "---\ntitle: A page\nsince: start\n---\nAnn is [here](nowhere.md).\n"
    return opened(folder, {"characters.yaml": characters, "sections/a.md": section})


def two_circles(folder: Path) -> Story:
    """A guide without groups, in which two circles of friends know each other by two people."""
    circles = (("Ann", "Bo", "Cy", "Di"), ("Eve", "Flo", "Gus", "Hal"))
    pairs = [pair for circle in circles for pair in combinations(circle, 2)] + [("Di", "Eve")]
    people = "".join(f"{name.casefold()}: {{name: {name}}}\n" for circle in circles for name in circle)
    relationships = "".join(
        f"- {{from: {one.casefold()}, to: {other.casefold()}, kind: friend}}\n" for one, other in pairs
    )
    return opened(folder, {"characters.yaml": people, "relationships.yaml": relationships}, NO_TIMELINE)


def empty(folder: Path) -> Story:
    """The smallest valid guide."""
    return opened(folder, {}, NO_TIMELINE)


def crowd(folder: Path, kinds: tuple[str, ...], each: int) -> Story:
    """A guide in which one person has `each` relationships of each kind, all visible from the start."""
    people, relationships = ["hub: {name: Hub}\n"], []
    for kind in kinds:
        for number in range(each):
            people.append(f"{kind}-{number:02}: {{name: {kind.title()} {number:02}}}\n")
            relationships.append(f"- {{from: hub, to: {kind}-{number:02}, kind: {kind}}}\n")
    return opened(
        folder, {"characters.yaml": "".join(people), "relationships.yaml": "".join(relationships)}, NO_TIMELINE
    )


def unreadable(folder: Path) -> GuideUnreadable:
    """Why a copy of the second guide cannot be opened, as if it lay in another place."""
    wrong = edited(folder, [("guide.yaml", "timeline:\n", "timeline:\n  count: 10\n")])
    return GuideUnreadable(Path("a guide of mine"), load(wrong).problems)
