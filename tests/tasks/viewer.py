"""What a viewer wants who has seen three episodes and reads the page of the third."""

from __future__ import annotations

from functools import partial

from tests.ui.reader import Reader

from .steps import Click, Drag, Guide, Task, Type, Wheel

_task = partial(Task, guide=Guide.SERIES, seen=3)
_HELP = Click("? help")


def _is_light(reader: Reader) -> bool:
    return not reader.app.current_theme.dark


VIEWER: tuple[Task, ...] = (
    _task(
        name="start for the first time: three episodes seen",
        seen=None,
        keys=("3", "enter"),
        mouse=(Click("Season 1, episode 3"),),
        shown=("seen: S1 E3", "Lee Cheong-san hangs from the fire hose"),
    ),
    _task(
        name="who is the class president?",
        keys=("@", Type("president"), "enter"),
        mouse=(Click("@ who?"), Type("president"), Click("Choi Nam-ra 최남라")),
        shown=("played by Cho Yi-hyun",),
    ),
    _task(
        name="who is this Na-yeon on the page?",
        keys=("@", Type("nayeon"), "enter"),
        mouse=(Click("Lee Na-yeon", "page"),),
        shown=("played by Lee Yoo-mi",),
    ),
    _task(
        name="whom does On-jo have a crush on?",
        keys=("@", Type("onjo"), "enter"),
        mouse=(Click("People"), Click("Nam On-jo", "page")),
        shown=("has a crush on", "Su-hyeok"),
    ),
    _task(
        name="what happened in the episode before?",
        keys=("r",),
        mouse=(_HELP, Wheel("Line down", "Recap"), Click("Recap")),
        shown=("Yoon I-sak, On-jo's best friend, is in there",),
    ),
    _task(
        name="one episode further, and what is new",
        keys=("+", "enter"),
        mouse=(Click("seen:"), Click("Season 1, episode 4"), Click("enter yes")),
        shown=("seen: S1 E4", "New in Season 1, episode 4"),
    ),
    _task(
        name="only two episodes seen after all",
        keys=("-",),
        mouse=(Click("seen:"), Click("Season 1, episode 2")),
        shown=("seen: S1 E2",),
    ),
    _task(
        name="peek at episode 5",
        keys=("E", "5", "enter"),
        mouse=(
            _HELP,
            Wheel("Line down", "Peek ahead"),
            Click("Peek ahead"),
            Click("Season 1, episode 5"),
        ),
        shown=("peeking: S1 E5",),
    ),
    _task(
        name="come back from a peek",
        given=("E", "5", "enter"),
        keys=("E",),
        mouse=(Click("peeking:"), Click("Season 1, episode 3")),
        shown=("seen: S1 E3",),
    ),
    _task(
        name="how are Gwi-nam and Cheong-san connected?",
        keys=("p", Type("gwinam"), "enter", Type("cheongsan"), "enter"),
        mouse=(
            Click("Lee Cheong-san", "page"),
            Click("p path"),
            Wheel("Park Hee-su", "Yoon Gwi-nam"),
            Click("Yoon Gwi-nam"),
        ),
        shown=("Together in “The cast”", "+ close friends"),
    ),
    _task(
        name="everybody of class 2-5",
        keys=("@", Type("class 2-5")),
        mouse=(Click("People"), Click("Class 2-5", "page")),
        shown=("Han Gyeong-su", "Yoon I-sak"),
    ),
    _task(
        name="who has turned so far?",
        keys=("@", Type("turned")),
        mouse=(Click("People"), Click("turned", "page")),
        shown=("Kim Hyeon-ju", "the school nurse"),
    ),
    _task(
        name="all places that mention Na-yeon",
        keys=("@", Type("nayeon"), "shift+tab"),
        mouse=(Click("Lee Na-yeon", "page"), Click("M mentions")),
        shown=("/who:lee-na-yeon", "Episode 1 › New faces"),
    ),
    _task(
        name="find the word 'hose' on this page",
        keys=("/", Type("hose"), "enter"),
        mouse=(Click("/ find"), Type("hose")),
        shown=("1 of",),
    ),
    _task(
        name="copy a paragraph",
        keys=("tab", "y"),
        mouse=(Drag("Lee Cheong-san hangs", "on his leg", "page"), Click("y copy")),
        shown=("Copied",),
    ),
    _task(
        name="back to a bookmark on another page",
        given=("B", Click("Episode 1", "sections")),
        keys=("'", "enter"),
        mouse=(_HELP, Wheel("Line down", "Bookmarks  "), Click("Bookmarks  "), Click("Runtime: 67 minutes")),
        shown=("› Episode 3", "Lee Cheong-san hangs from the fire hose"),
    ),
    _task(
        name="is there a second season?",
        keys=(":", Type("season 2"), "enter"),
        mouse=(Click("Is there…season 2?"),),
        shown=("2 › Is there a season 2?",),
    ),
    _task(
        name="a light theme",
        keys=("t", "down", "down", "enter"),
        mouse=(_HELP, Wheel("Line down", "Theme"), Click("Theme"), Click("aotad-light")),
        shown=("Episode 3",),
        holds=_is_light,
    ),
    _task(
        name="only love on the map",
        keys=("m", "f", "down", "o", "escape"),
        mouse=(Click("m map"), Click("f filter"), Click("♥ love"), Click("o only this"), Click("esc done")),
        shown=("3 relationships", ", some hidden"),
    ),
    _task(
        name="note down a guess at this paragraph",
        keys=("tab", "a", Type("She will pay for it."), "enter"),
        mouse=(
            Drag("Lee Cheong-san hangs", "on his leg", "page"),
            Click("a note"),
            Type("She will pay for it."),
            Click("enter save"),
        ),
        shown=("* Lee Cheong-san hangs",),
    ),
)
