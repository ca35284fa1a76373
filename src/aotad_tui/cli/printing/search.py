"""`search`: matches among names and in the text; `where`: all mentions of a person or term, or links to a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aotad_tui.cells import cut
from aotad_tui.chart.presence import presence_lines
from aotad_tui.cli.exit_codes import NothingFound
from aotad_tui.cli.output import print_notice
from aotad_tui.cli.query import SIMILAR, Json, Query, find_any, report_guess, to_json, with_id
from aotad_tui.link import Link
from aotad_tui.page.page import MEASURE
from aotad_tui.search.candidates import people_and_terms, sections
from aotad_tui.search.details import Details
from aotad_tui.search.finder import Finder, Hit, MatchTier
from aotad_tui.search.full_text import FullText, TextHit
from aotad_tui.search.marking import excerpt
from aotad_tui.search.query import TextQuery, parse_query
from aotad_tui.story.named import Term
from aotad_tui.story.values import Section
from aotad_tui.story.visible import VisibleStory

from .drawn import PrintedLine, printed

_MOST_NAMES = 10
_MOST_PEOPLE = 50
_MOST_PASSAGES = 50
_MOST_GUESSES = 5


def search(query: Query) -> Iterator[str]:
    """The matches, names first, then passages, best first. Raises `NothingFound`, with the closest ones if any.

    A misspelt name, or a word in the middle of another one, is a guess: neither a match nor listed beside one.
    """
    typed = query.words[0]
    text_query = parse_query(typed)
    only_names = not (text_query.phrases or text_query.within or text_query.who or text_query.to)
    names = list(_names_and_people(query.visible, typed)) if only_names else []
    _report_guess(query, text_query)
    texts = FullText(query.visible).fill().find(typed, _MOST_PASSAGES)
    hits = [hit for hit in names if hit.tier < MatchTier.ACROSS_WORDS]
    passages = [hit for hit in texts if not hit.is_inside_words]
    if not hits and not passages:
        raise NothingFound("\n".join(_no_match(query, names, texts)))
    if not passages and all(hit.tier in SIMILAR for hit in hits):
        print_notice(f"aotad-tui: no exact match for {typed!r}; similar names are listed")
    if query.as_json:
        yield to_json({"names": [_name_json(hit) for hit in hits], "passages": _passages_json(passages)})
        return
    for hit in hits:
        yield _name_line(query, hit)
    if hits and passages:
        yield ""
    yield from _lines(query, passages)


def _no_match(query: Query, names: Sequence[Hit], texts: Sequence[TextHit]) -> Iterator[str]:
    """The lines of the error: that nothing matches, and the guesses."""
    yield f"no match for {query.words[0]!r} {_up_to(query)}" + ("; the closest are:" if names or texts else "")
    yield from (f"  {_name_line(query, hit)}" for hit in names)
    yield from (f"  {line}" for line in _lines(query, texts[:_MOST_GUESSES]))


def _names_and_people(visible: VisibleStory, typed: str) -> Iterator[Hit]:
    """The best matches among names, more people of whom something else matches, and the best matches among titles."""
    found = Finder(people_and_terms(visible), Details(visible)).find(typed, _MOST_PEOPLE)
    is_name = [hit for hit in found if hit.tier is not MatchTier.KNOWN]
    yield from (hit for hit in found if hit.tier is MatchTier.KNOWN or hit in is_name[:_MOST_NAMES])
    yield from Finder(sections(visible)).find(typed, _MOST_NAMES)


def _name_line(query: Query, hit: Hit) -> str:
    """A match among names: the title, the name that matches or what else does, and the id."""
    if hit.tier is MatchTier.KNOWN or hit.name == hit.candidate.title:
        return with_id(query.visible, hit)
    title, _, id = with_id(query.visible, hit).rpartition("  ")
    return f"{title}  as {hit.name}  {id}"


def _report_guess(query: Query, text_query: TextQuery) -> None:
    """Report on stderr the matches of `who:` and `to:` that only resemble what was typed."""
    visible = query.visible
    for names, known, candidates in (
        (text_query.who, visible.named, people_and_terms),
        (text_query.to, visible.story.section_by_id.get, sections),
    ):
        for name in names:
            for hit in () if known(name) else Finder(candidates(visible)).find(name, 1):
                if not hit.is_weak:
                    report_guess(visible, name, hit)


def where(query: Query) -> Iterator[PrintedLine]:
    """The first mention in each section; for a person a row of cells below them. Raises `NothingFound`."""
    name = query.words[0]
    target, title = _target_of(query, name)
    text = FullText(query.visible).fill()
    passages = text.mentions_of(target)
    if not passages:
        raise NothingFound(f"no section mentions {title} {_up_to(query)}")
    if query.as_json:
        yield to_json(_passages_json(passages))
        return
    yield from _lines(query, passages)
    if target.is_character:
        yield ""
        yield from printed(presence_lines(query.visible, text.mention_points(target), min(query.cells, MEASURE)))


def _target_of(query: Query, name: str) -> tuple[Link, str]:
    """The link and the title of the person or term, or else of the section."""
    target = find_any(query.visible, name)
    if isinstance(target, Section):
        return Link.section(target.id), target.title
    title = target.name if isinstance(target, Term) else query.visible.namesakes.label(target)
    return query.visible.link_to(target.id), title


def _lines(query: Query, passages: Sequence[TextHit]) -> Iterator[str]:
    """Two lines for each passage: where it is, and the words around the match."""
    titles = query.visible.story.section_by_id
    for hit in passages:
        passage = hit.passage
        under = f" › {passage.heading}" if passage.heading else ""
        times = f"  {hit.times} mentions" if hit.times > 1 else ""
        yield f"{titles[passage.section].title}{under}{times}  ({_address(hit)})"
        yield f"  {cut(excerpt(passage.text, hit.marks, query.cells - 3)[0], query.cells - 2)}"


def _up_to(query: Query) -> str:
    story = query.visible.story
    return story.timeline.up_to(story.seen)


def _address(hit: TextHit) -> str:
    """The argument of `--open` that opens there."""
    return hit.passage.link.path


def _name_json(hit: Hit) -> Json:
    link = hit.candidate.link
    return {
        "kind": link.kind,
        "id": link.id,
        "title": hit.candidate.title,
        "as": hit.name,
        "fit": hit.tier.name.lower(),
    }


def _passages_json(passages: Sequence[TextHit]) -> list[Json]:
    return [
        {
            "section": hit.passage.section,
            "heading": hit.passage.slug or None,
            "text": hit.passage.text,
            "marks": [[start, end] for start, end in hit.marks],
            "times": hit.times or None,
        }
        for hit in passages
    ]
