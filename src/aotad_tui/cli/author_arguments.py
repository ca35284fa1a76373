"""The arguments of the authors' tools."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

AUTHORS_GUIDE = (
    "folder of the guide, or a name that `guides` lists (default: $AOTAD_GUIDE, or the current folder if it has a"
    " guide.yaml, or all-of-us-are-dead)"
)

_MOST_POINTS = 100_000


class CheckFormat(StrEnum):
    """The formats of `check`; `check_formats` writes them."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class Authoring:
    """The options of the authors' tools."""

    title: str = ""
    unit: str = "chapter"
    counts: tuple[int, ...] = (10,)
    volume: str = ""
    sources: Sequence[str] = ()
    since: str = ""
    writes: bool = False


def add_check(parser: argparse.ArgumentParser, prefix: str) -> None:
    """Add the options of `check`. `prefix`: of the attributes that hold them."""
    codes = {"select": "report these codes only, such as LEAK,BROKEN-LINK", "ignore": "do not report these codes"}
    for name, words in codes.items():
        parser.add_argument(f"--{name}", metavar="CODE", action="append", dest=f"{prefix}_{name}", help=words)
    formats = [one.value for one in CheckFormat]
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=formats,
        dest=f"{prefix}_format",
        help=f"output format: {', '.join(formats)} (default: {CheckFormat.TEXT})",
    )
    switches = {
        "strict": "exit with 1 for any problem, not only errors and leaks",
        "all": "list every problem, however many have one code and name",
    }
    for name, words in switches.items():
        parser.add_argument(f"--{name}", action="store_const", const=name, dest=f"{prefix}_{name}", help=words)


def add_new(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `new`."""
    parser.add_argument("word0", metavar="FOLDER", help="folder to write to; files in it are never overwritten")
    add_title(parser)
    add_unit(parser)
    parser.add_argument(
        "--count",
        metavar="N[,N...]",
        dest="counts",
        type=_counts,
        help="number of points, or of each volume (default: 10)",
        default=argparse.SUPPRESS,
    )
    parser.add_argument(
        "--volume",
        metavar="WORD",
        type=_unit,
        help="word for a volume, such as season or book, if there are any",
        default=argparse.SUPPRESS,
    )


def add_import(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `import`."""
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="folder of an Obsidian vault; .csv of people, relationships or episodes; .graphml, .gexf or .json of a"
        " network; .json of episodes from TVmaze or TMDB",
    )
    parser.add_argument("word0", metavar="FOLDER", help="folder of the new guide; files in it are never overwritten")
    parser.add_argument(
        "--write", dest="writes", action="store_true", help="write the files, which otherwise are only listed"
    )
    parser.add_argument(
        "--since",
        metavar="POINT",
        help="point for everything without one of its own; without episodes a number N: the guide gets N points",
        default=argparse.SUPPRESS,
    )
    add_title(parser)
    add_unit(parser)


def add_title(parser: argparse.ArgumentParser) -> None:
    """Add the option for the title of a guide."""
    parser.add_argument(
        "--title", help="title of the story (default: made from the name of the folder)", default=argparse.SUPPRESS
    )


def add_unit(parser: argparse.ArgumentParser) -> None:
    """Add the option for the word for a point."""
    parser.add_argument(
        "--unit",
        metavar="WORD",
        type=_unit,
        help="word for a point, such as episode or session (default: chapter)",
        default=argparse.SUPPRESS,
    )


def _unit(text: str) -> str:
    if not text[:1].isalpha() or not text.isprintable() or len(text) > 40:
        raise argparse.ArgumentTypeError("must be a word of at most 40 letters")
    return text


def _counts(text: str) -> tuple[int, ...]:
    counts = tuple(int(part) if part.strip().isdecimal() else 0 for part in text.split(","))
    if not all(counts) or sum(counts) > _MOST_POINTS:
        raise argparse.ArgumentTypeError(
            f"must be numbers from 1, with commas between them, of {_MOST_POINTS:,} points at most"
        )
    return counts
