"""The time of a key in the palette with 13,000 people, against Textual's own matcher, and of full text over 25 MB.

    python benchmarks/search.py [PEOPLE [MEGABYTES]]

Measured is only the search for the text typed so far. Printed are the median, the 95th percentile and the maximum. The
goals are 16 ms (median) and 40 ms (95th percentile) for a key in the palette and 50 ms for one of full text. The time
that a key waits while a thread builds the index is printed too.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from textual.fuzzy import Matcher

from aotad_tui.search.candidates import people
from aotad_tui.search.details import Details
from aotad_tui.search.finder import Finder
from aotad_tui.search.full_text import FullText
from aotad_tui.search.hangul import romanised
from aotad_tui.story.kinds import KINDS, STATES
from aotad_tui.story.named import Stage
from aotad_tui.story.story import Story
from aotad_tui.story.timeline import Timeline
from aotad_tui.story.values import Character, Fact, Group, Relationship, Section
from aotad_tui.story.visible import VisibleStory
from aotad_tui.ui.palette.palette_index import PaletteIndex

FAMILIES = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변"
GIVEN = "온조청산남라수혁경귀나연이삭대준영우진지민현희효령하리미은선화병찬소주재익철성윤정태호동석기상훈규"
TYPED = ("onjo", "nam onjo", "soohyuk", "cheongsan", "kim", "온조", "남온조", "ㄴㅇㅈ", "chenogsan", "gwinsm", "zzzz")
TYPED_DETAILS = ("bully", "police", "alive", "class 2-5", "fisherman with a scar", "bell tower")
DESCRIBED = (
    *("fisherman", "teacher", "scar", "bell", "tower", "police", "river", "old"),
    *("young", "quiet", "bully", "class", "door", "night", "map", "letter"),
)


def crowd(count: int) -> Story:
    """A story of people with Korean names in eight spellings each, and some more relationships than people."""
    chance = random.Random(13)
    characters = []
    for number in range(count):
        family, first, last = chance.choice(FAMILIES), chance.choice(GIVEN), chance.choice(GIVEN)
        one, two, three = (romanised(syllable).capitalize() for syllable in (family, first, last))
        given = f"{two}-{three.lower()}"
        names = [
            given,
            f"{two}{three.lower()}",
            f"{two} {three}",
            f"{one} {two} {three}",
            f"{one} {two}{three.lower()}",
        ]
        names.append(f"{one} {given}".replace("eo", "u").replace("u", "oo"))
        characters.append(
            Character(
                f"person-{number}",
                0,
                (Stage(0, f"{one} {given}"),),
                (Stage(0, family + first + last),),
                tuple(Stage(0, name) for name in names),
                (Stage(0, f"group-{number % 200}"),),
                (Stage(0, f"A {' '.join(chance.choices(DESCRIBED, k=8))}."),),
                facts=tuple(Fact(0, f"Is seen with a {' '.join(chance.choices(DESCRIBED, k=8))}.") for _ in range(2)),
            )
        )
    pairs = [chance.sample(range(count), 2) for _ in range(count * 17 // 13)]
    relationships = tuple(
        Relationship(f"person-{one}", f"person-{other}", 0, (Stage(0, "friend"),)) for one, other in pairs
    )
    return Story(
        "A crowd",
        Timeline(),
        0,
        groups=tuple(Group(f"group-{number}", f"Class 2-{number}", 0) for number in range(200)),
        kinds=KINDS,
        states=STATES,
        characters=tuple(characters),
        relationships=relationships,
    )


def milliseconds(work: Callable[[], object]) -> float:
    """The milliseconds of one call."""
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def match_with_textual(matcher: Matcher, names: list[str]) -> list[float]:
    """Do what Textual's palette does at a key: match each name."""
    return [score for name in names if (score := matcher.match(name))]


def table_row(name: str, taken: list[float]) -> str:
    """A row of the table."""
    ordered = sorted(taken)
    late = ordered[int(0.95 * (len(ordered) - 1))]
    return f"{name:<44} median {statistics.median(taken):8.2f} ms   95 % {late:8.2f}   most {ordered[-1]:8.2f}"


def measure_palette(count: int) -> None:
    """Keys in the palette: all prefixes of some queries, alternating with Textual's matcher."""
    visible = VisibleStory(crowd(count).as_of(0))
    candidates = list(people(visible))
    begun = time.perf_counter()
    details = Details(visible)
    finder = Finder(candidates, details)
    taken = time.perf_counter() - begun
    spellings = [name for candidate in candidates for name in candidate.names]
    print(f"{count} people, {len(spellings)} names; index made in {taken:.2f} s")
    print(f"index of what is known made in {milliseconds(details.prepare) / 1000:.2f} s")
    finder.find("xyzxyz")  # imports what the first typing error needs
    ours, theirs = [], []
    for typed in TYPED:
        for end in range(1, len(typed) + 1):
            ours.append(milliseconds(partial(finder.find, typed[:end])))
            theirs.append(milliseconds(partial(match_with_textual, Matcher(typed[:end]), spellings)))
    print(table_row("a key, ours", ours))
    known = [
        milliseconds(partial(finder.find, typed[:end])) for typed in TYPED_DETAILS for end in range(1, len(typed) + 1)
    ]
    print(table_row("a key of what is known", known))
    print(table_row("a key, Textual's matcher, same names", theirs))
    print(f"{'ratio of the medians':<44} {statistics.median(ours) / statistics.median(theirs):.4f}")


async def measure_waiting(count: int) -> None:
    """The longest time that a key waits while the index of the palette is built, on an otherwise idle loop."""
    index = PaletteIndex(VisibleStory(crowd(count).as_of(0)))
    made = asyncio.create_task(index.prepare())
    taken = []
    while not made.done():
        begun = time.perf_counter()
        await asyncio.sleep(0)
        taken.append(1000 * (time.perf_counter() - begun))
    print(table_row("a key while the index is made (at most 40)", taken))


class Library:
    """Texts of that size in sections of 5,000 bytes; the frequency of words is as uneven as in a language."""

    def __init__(self, megabytes: float) -> None:
        self._chance = random.Random(25)
        syllables = [
            first + vowel for first in "bcdfghklmnprstvw" for vowel in ("a", "e", "i", "o", "u", "an", "er", "ing")
        ]
        self.words = [
            "".join(self._chance.choices(syllables, k=self._chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(20_000)
        ]
        self._shares = [1 / number for number in range(1, len(self.words) + 1)]
        self.count = int(megabytes * 200)
        self._texts: dict[str, str] = {}

    def read(self, file: str) -> str:
        """The text of a section, always the same."""
        if file not in self._texts:
            paragraphs = [" ".join(self._chance.choices(self.words, self._shares, k=70)) for _ in range(10)]
            paragraphs[3] += " 남온조가 Nam On-jo"
            self._texts[file] = "# A heading\n\n" + "\n\n".join(paragraphs)
        return self._texts[file]


def measure_full_text(megabytes: float) -> None:
    """Keys of full text: all prefixes of some queries."""
    library = Library(megabytes)
    sections = tuple(Section(f"s{number}", f"s{number}.md", f"Section {number}", 0) for number in range(library.count))
    size = sum(len(library.read(section.file)) for section in sections)
    crowded = crowd(200)
    whole = Story("A crowd", Timeline(), 0, characters=crowded.characters, sections=sections, texts=library)
    full_text = FullText(VisibleStory(whole))
    begun = time.perf_counter()
    full_text.fill()
    print(f"{size / 1e6:.1f} MB in {len(sections)} sections; index made in {time.perf_counter() - begun:.1f} s")
    common, rare = library.words[5], library.words[15_000]
    queries = (
        rare,
        f"{common} {rare}",
        f'"{common} {library.words[9]}"',
        "남온조",
        "in:s1 " + common,
        "who:nam " + rare,
        "zzzz",
    )
    taken = [
        milliseconds(partial(full_text.find, typed[:end])) for typed in queries for end in range(1, len(typed) + 1)
    ]
    print(table_row("a key of full text", taken))


def main() -> None:
    """Print the tables."""
    measure_palette(int(sys.argv[1]) if len(sys.argv) > 1 else 13_000)
    asyncio.run(measure_waiting(int(sys.argv[1]) if len(sys.argv) > 1 else 13_000))
    measure_full_text(float(sys.argv[2]) if len(sys.argv) > 2 else 25)


if __name__ == "__main__":
    main()
