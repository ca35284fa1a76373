from __future__ import annotations

import pytest

from aotad_tui.link import Link, LinkKind
from aotad_tui.story.fragments import heading_slug, unique_slug
from aotad_tui.story.links import Links
from aotad_tui.story.people import People
from aotad_tui.story.values import Becomes

from .stories import LENGTH, person, section, stages, story

DOOR = section(
    "the-street/the-door", file="10-the-street/10-the-door.md", title="The door", aliases=("Black Mail House",)
)
WILL = section("the-street/the-will", since=2, file="10-the-street/20-the-will.md", title="A will in the safe")
MURDER = section("the-cabinet/murder", since=4, file="20-the-cabinet/10-murder.md", title="Murder", aliases=("Carew",))
HANGUL = section("school/온조의-집", file="school/온조의 집.md", title="온조의 집")
TALE = story(
    person("hyde", since=1, name_stages=stages((1, "Mr Hyde"), (3, "Edward Hyde")), becomes=Becomes("jekyll", 6)),
    person("jekyll", since=2, name_stages=stages((2, "Henry Jekyll")), aliases=stages((5, "Harry"))),
    person("carew", since=4),
    sections=(DOOR, WILL, MURDER, HANGUL),
)


def links(seen: int = LENGTH) -> Links:
    now = TALE.as_of(seen)
    return Links(now, People(now))


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("20-the-will.md", "section:the-street/the-will"),
        ("./20-the-will.md", "section:the-street/the-will"),
        ("20-the-will.md#the-safe", "section:the-street/the-will#the-safe"),
        ("../20-the-cabinet/10-murder.md", "section:the-cabinet/murder"),
        ("../school/온조의%20집.md", "section:school/온조의-집"),
        ("../school/%EC%98%A8%EC%A1%B0%EC%9D%98%20%EC%A7%91.md#%EC%A7%91", "section:school/온조의-집#집"),
        ("#a-house", "section:the-street/the-door#a-house"),
        ("10-the-door.md", "section:the-street/the-door"),
    ],
)
def test_a_relative_link_resolves_to_the_section_of_that_file(target: str, place: str) -> None:
    assert str(links().resolve(target, DOOR)) == place


@pytest.mark.parametrize(
    "target",
    [
        "",
        "#",
        "30-nothing.md",
        "the-will",
        "the-will.md",
        "20-the-will",
        "10-murder.md",
        "/10-the-street/20-the-will.md",
        "../../guide.yaml",
        "../../../../etc/passwd",
        "/etc/passwd",
        "..",
        ".",
        "%00",
        "section:the-street/the-will",
    ],
)
def test_a_relative_link_to_anything_else_is_dead(target: str) -> None:
    assert links().resolve(target, DOOR) is None


def test_a_link_to_a_hidden_section_is_dead_until_it_is_visible() -> None:
    assert links(3).resolve("../20-the-cabinet/10-murder.md", DOOR) is None
    assert links(3).read_wikilink("Murder", DOOR).link is None
    assert str(links(4).resolve("../20-the-cabinet/10-murder.md", DOOR)) == "section:the-cabinet/murder"
    assert str(links(4).read_wikilink("Murder", DOOR).link) == "section:the-cabinet/murder"


@pytest.mark.parametrize(
    ("target", "seen", "place"),
    [
        ("character:hyde", 0, None),
        ("character:hyde", 1, "character:hyde"),
        ("character:hyde", 6, "character:jekyll"),
        ("character:carew", 3, None),
        ("character:carew", 4, "character:carew"),
        ("character:nobody", LENGTH, None),
        ("character:", LENGTH, None),
    ],
)
def test_a_character_link_resolves_to_the_visible_and_merged_person(target: str, seen: int, place: str | None) -> None:
    assert links(seen).resolve(target, DOOR) == (Link.parse(place) if place else None)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gutenberg.org/ebooks/43?a=b#c",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/X",
        "mailto:author@example.org",
        "https://ko.wikipedia.org/wiki/%EC%A7%80%EA%B8%88",
    ],
)
def test_web_and_mail_addresses_resolve_to_themselves(address: str) -> None:
    assert links().resolve(address, DOOR) == Link.address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org",
        "ssh://example.org",
        "vscode://file/etc/passwd",
        "//example.org/x",
        "https:/example.org",
        "https://",
        "https:///x",
        "https://[::1",
        "mailto:",
        "http://example.org/\u202egpj.exe",
        "http://example.org/\x1b]8;;x",
        "http://example.org/a b",
        "http://example.org/\na",
        "http://evil.example\\@good.example/",
        "https:\\\\evil.example",
    ],
)
def test_other_addresses_are_dead_links(address: str) -> None:
    assert links().resolve(address, DOOR) is None


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("the-street/the-door", "section:the-street/the-door"),
        ("10-the-street/10-the-door", "section:the-street/the-door"),
        ("10-the-door", "section:the-street/the-door"),
        ("The door", "section:the-street/the-door"),
        ("the DOOR", "section:the-street/the-door"),
        ("Black Mail House", "section:the-street/the-door"),
        (" The door ", "section:the-street/the-door"),
        ("The door#A house without windows!", "section:the-street/the-door#a-house-without-windows"),
        ("온조의 집#온조의 방", "section:school/온조의-집#온조의-방"),
        ("hyde", "character:jekyll"),
        ("Edward Hyde", "character:jekyll"),
        ("henry jekyll", "character:jekyll"),
        ("Harry", "character:jekyll"),
        ("nobody", None),
        ("", None),
        ("#A heading", "section:the-street/the-door#a-heading"),
        ("../../guide", None),
        ("https://example.org", None),
    ],
)
def test_a_wikilink_resolves_to_a_section_or_a_person_by_any_name(target: str, place: str | None) -> None:
    assert links().read_wikilink(target, DOOR).link == (Link.parse(place) if place else None)


def test_a_wikilink_does_not_resolve_a_hidden_name() -> None:
    assert links(4).read_wikilink("Harry", DOOR).link is None
    assert links(2).read_wikilink("Edward Hyde", DOOR).link is None
    assert links(3).read_wikilink("Edward Hyde", DOOR).link == Link.character("hyde")


def test_an_id_comes_before_a_title_and_a_section_before_a_name() -> None:
    assert links().read_wikilink("carew", DOOR).link == Link.character("carew")
    assert links().read_wikilink("Carew", DOOR).link == Link.section("the-cabinet/murder")
    assert links(3).read_wikilink("Carew", DOOR).link is None


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("Who is back", "who-is-back"),
        ("  How it went *wrong*, again!  ", "how-it-went-wrong-again"),
        ("Nam On-jo's room", "nam-on-jos-room"),
        ("온조의 방", "온조의-방"),
        ("snake_case 2", "snake_case-2"),
        ("A & B", "a--b"),
        ("Ünïcödé", "ünïcödé"),
        ("?!", ""),
    ],
)
def test_heading_slugs_are_those_of_github(heading: str, slug: str) -> None:
    assert heading_slug(heading) == slug


@pytest.mark.parametrize(
    ("headings", "slugs"),
    [
        (["A", "A", "A 1"], ["a", "a-1", "a-1-1"]),
        (["A 1", "A", "A"], ["a-1", "a", "a-2"]),
        (["!", "?"], ["", "-1"]),
    ],
)
def test_slugs_are_unique_within_a_page(headings: list[str], slugs: list[str]) -> None:
    taken: dict[str, int] = {}
    assert [unique_slug(heading, taken) for heading in headings] == slugs


def test_any_white_space_in_a_heading_is_a_hyphen() -> None:
    assert heading_slug(" one\ttwo\nthree\rfour five\n") == "one-two-three-four-five"


@pytest.mark.parametrize("kind", [kind for kind in LinkKind if kind not in (LinkKind.CHARACTER, LinkKind.ADDRESS)])
@pytest.mark.parametrize("id", ["quit", "3", "the-street/the-door", "10-the-door.md", "two-steps", ""])
def test_an_author_can_link_to_characters_files_and_addresses_only(kind: LinkKind, id: str) -> None:
    assert links().resolve(f"{kind}:{id}", DOOR) is None
    assert links().read_wikilink(f"{kind}:{id}", DOOR).link is None


def test_percent_escapes_are_decoded_once_and_not_in_the_scheme() -> None:
    assert links().resolve("character:%68yde", DOOR) == Link.character("jekyll")
    assert links().resolve("character:%2568yde", DOOR) is None
    assert links().resolve("20-the-will.md#%23a%2525b", DOOR) == Link.section("the-street/the-will", "a25b")
    assert links().resolve("%63haracter:hyde", DOOR) is None
    assert links().resolve("20-the-will.md#", DOOR) == Link.section("the-street/the-will")
