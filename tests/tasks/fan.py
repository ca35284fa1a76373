"""What a fan wants who knows the first season to its end."""

from __future__ import annotations

from functools import partial

from tests.ui.reader import Reader

from .steps import Click, Drag, Guide, Hover, Task, Type, Wheel

_task = partial(Task, guide=Guide.SERIES, seen=12)
_HELP = Click("? help")


def _has_wide_people(reader: Reader) -> bool:
    return reader.app.screen.query_one("#people").region.width >= 42


FAN: tuple[Task, ...] = (
    _task(
        name="when is season 2 out?",
        keys=("tab", "enter"),
        mouse=(Click("When is season 2 out?", "page"),),
        shown=("Season 2 › When is season 2 out?",),
    ),
    _task(
        name="is Cheong-san alive?",
        keys=("#", Type("is cheong"), "enter"),
        mouse=(Click("what has been said since", "page"),),
        shown=("Nobody who knows has said.",),
    ),
    _task(
        name="who survived?",
        keys=(":", Type("surviv"), "enter"),
        mouse=(Click("Survivors", "sections"),),
        shown=("Season 1 › Survivors",),
    ),
    _task(
        name="find 'antibody' in all text",
        keys=("f", Type("antibod"), "enter"),
        mouse=(Click(": go to"), Click("/ text"), Type("antibod"), Click("Immune and immortal")),
        shown=("1 of",),
    ),
    _task(
        name="how are Ha-ri and Gwi-nam connected?",
        keys=("p", Type("hari"), "enter", Type("gwinam"), "enter"),
        mouse=(
            Click("Yoon Gwi-nam", "people"),
            Click("p path"),
            Wheel("Nam On-jo", "Jang Ha-ri"),
            Click("Jang Ha-ri"),
        ),
        shown=("x swap",),
    ),
    _task(
        name="draw Nam-ra's relationships",
        keys=("@", Type("namra"), "enter", "m", "enter"),
        mouse=(Click("People"), Click("Choi Nam-ra", "page"), Click("m map"), Click("enter open")),
        shown=("Choi Nam-ra: relationships",),
    ),
    _task(
        name="save the map as a file",
        keys=("m", "w", "enter"),
        mouse=(Click("m map"), Click("w save"), Click("enter save")),
        shown=("Saved",),
    ),
    _task(
        name="only family on the map",
        keys=("m", "f", "o", "escape"),
        mouse=(Click("m map"), Click("f filter"), Click("= family"), Click("o only this"), Click("esc done")),
        shown=("9 relationships", ", some hidden"),
    ),
    _task(
        name="how do the groups stand to each other?",
        keys=("m", "-"),
        mouse=(Click("m map"), Click("- zoom out")),
        shown=("rivals 1, enemies 3",),
    ),
    _task(
        name="the story of one person",
        keys=("r", "p", Type("namra"), "enter"),
        mouse=(
            _HELP,
            Wheel("Line down", "Recap"),
            Click("Recap"),
            Click("p person"),
            Wheel("Nam On-jo", "Choi Nam-ra"),
            Click("Choi Nam-ra"),
        ),
        shown=("Recap of Choi Nam-ra",),
    ),
    _task(
        name="the page of episode 7",
        keys=(":", Type("episode 7"), "enter"),
        mouse=(Click("Episode 7", "sections"),),
        shown=("Episodes › Episode 7",),
    ),
    _task(
        name="what is a halfbie?",
        keys=(":", Type("halfbie"), "enter"),
        mouse=(Click(": go to"), Type("halfbie"), Click("halfbie  Half a zombie")),
        shown=("Half a zombie",),
    ),
    _task(
        name="look who somebody is without leaving the page",
        given=(Click("Episode 3", "sections"),),
        keys=("tab", "K"),
        mouse=(Hover("Lee Cheong-san", "page"),),
        shown=("Quick on his feet",),
    ),
    _task(
        name="which part does Yoo In-soo play?",
        keys=("@", Type("yoo in-soo")),
        mouse=(Click("@ who?"), Type("yoo in-soo")),
        shown=("played by Yoo In-soo", "Yoon Gwi-nam"),
    ),
    _task(
        name="follow a source",
        given=(Click("Survivors", "sections"),),
        keys=("G", "shift+tab", "shift+tab", "enter"),
        mouse=(Wheel("Six students", "Next: "), Click("Season 1 explained (Den", "page")),
        shown=("https://",),
    ),
    _task(
        name="more room for the people",
        keys=("3", ")", ")"),
        mouse=(Drag("▏", -8),),
        shown=("on this page 3",),
        holds=_has_wide_people,
    ),
    _task(
        name="read without the side panes",
        keys=("z",),
        mouse=(_HELP, Wheel("Line down", "Page alone"), Click("Page alone")),
        shown=("Questions and answers",),
        holds=lambda reader: reader.shown == ["page"],
    ),
    _task(
        name="take the page along as Markdown",
        keys=("Y",),
        mouse=(_HELP, Click("Copy section as Markdown")),
        shown=("Copied section as Markdown",),
    ),
    _task(
        name="show it to a friend who has seen one episode",
        keys=("e", "1", "enter"),
        mouse=(Click("seen:"), Click("Season 1, episode 1")),
        shown=("seen: S1 E1",),
    ),
    _task(
        name="open another guide",
        keys=("O", "down", "enter"),
        mouse=(_HELP, Wheel("Line down", "Open another guide"), Click("Open another guide"), Click("Strange Case")),
        shown=("How far have you read?",),
    ),
)
