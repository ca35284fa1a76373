"""Imports: from other programs' files to a guide that opens, without problems, and shows what was imported."""

from __future__ import annotations

import json
from operator import attrgetter
from pathlib import Path

import pytest

from aotad_tui.authoring.guide_files import write_new
from aotad_tui.authoring.importing import draft, obsidian, source_files
from aotad_tui.authoring.importing.as_guide import Imported, as_guide
from aotad_tui.authoring.importing.draft import NotImportable
from aotad_tui.authoring.importing.sources import read_sources
from aotad_tui.library.check import check
from aotad_tui.library.load import open_guide
from aotad_tui.story.story import Story
from aotad_tui.story.visible import VisibleStory
from tests.library.guides import check_for_faults

PEOPLE = "ID,Name,Aliases,House,About,Age\nned,Ned Stark,Eddard; Lord Stark,Stark,A lord.,35\n,Jon Snow,,,,\n"
TIES = "from,to,kind,label\nned,Jon Snow,family,raises\nJon Snow,Ygritte,love,\n,Nobody,,\n"
TVMAZE = [
    {"id": 1, "season": 1, "number": 1, "name": "Pilot", "summary": "<p>A <b>door</b> [[x]]&amp;</p><p>Two.</p>"},
    {"id": 2, "season": 1, "number": None, "name": "Special", "summary": None},
    {"id": 3, "season": 2, "number": 1, "name": "Back: again", "summary": ""},
]
TMDB = {
    "season_number": 1,
    "episodes": [
        {"episode_number": 1, "season_number": 1, "name": "Pilot", "overview": "A door."},
        {"episode_number": 2, "season_number": 1, "name": "Second", "overview": ""},
    ],
}
NODES = {
    "nodes": [{"id": "a", "name": "Ann", "group": 1}, {"id": "b"}],
    "links": [{"source": "a", "target": "b", "value": 2}],
}
INDEXED = {
    "nodes": [{"name": "Ann"}, {"name": "Bob"}],
    "edges": [{"source": 0, "target": 1}, {"source": 0, "target": 9}],
}
GRAPHML = """<?xml version="1.0" encoding="UTF-16"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="edge" attr.name="kind" attr.type="string"/>
  <key id="d2" for="edge" attr.name="weight" attr.type="double"/>
  <graph edgedefault="directed">
    <node id="n0"><data key="d0">Ann</data></node><node id="n1"><data key="d0">Bob</data></node>
    <edge source="n0" target="n1"><data key="d1">hunts</data><data key="d2">1.5</data></edge>
    <edge source="n0" target="n0"/>
  </graph>
</graphml>
"""
GEXF = """<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="undirected"><nodes>
<node id="0" label="Ann"/><node id="1" label="Bob"/></nodes><edges><edge id="0" source="0" target="1"/></edges>
</graph></gexf>
"""
VAULT = {
    "Home.md": "---\naliases: [Start]\ntags: x\n---\nSee [[Ann]], [[The door|it]] and ![[map.png]].\n",
    "Places/The door.md": "A door.\n",
    "Characters/House/Ann.md": '---\naliases: Annie\nabout: "A guest: late"\n---\nKnows [[Bob]] and [[Bob|him]].\n',
    "Bob.md": "---\ntags: [npc]\n---\nBob.\n",
    "Templates/broken.md": "---\ntitle: {{title}}\n---\nText.\n",
    ".obsidian/app.json": "{}",
    "map.png": "",
}


def imported(tmp_path: Path, files: dict[str, str], since: str = "") -> Imported:
    """The import of some files, or of the folder of a vault."""
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    is_vault = any(name.endswith(".md") for name in files)
    sources = [tmp_path] if is_vault else [tmp_path / name for name in files]
    return as_guide(read_sources(sources), "A tale", since, "chapter")


def story_of(tmp_path: Path, files: dict[str, str], since: str = "") -> Story:
    """The story of an import, which has no problems."""
    write_new(tmp_path / "guide", imported(tmp_path / "source", files, since).files)
    assert [str(problem) for problem in check_for_faults(tmp_path / "guide")] == []
    return open_guide(tmp_path / "guide")


def names(story: Story) -> list[str]:
    return [person.name for person in story.characters]


def test_tables_of_people_and_of_relationships(tmp_path: Path) -> None:
    story = story_of(tmp_path, {"people.csv": PEOPLE, "ties.csv": TIES}).as_of(0)
    assert [(person.id, person.name, person.about) for person in story.characters] == [
        ("ned", "Ned Stark", "A lord."),
        ("jon-snow", "Jon Snow", ""),
        ("ygritte", "Ygritte", ""),
    ]
    assert story.characters[0].spellings == ("Ned Stark", "Eddard", "Lord Stark")
    assert [group.name for group in story.groups] == ["Stark"]
    people = VisibleStory(story).people
    assert [people.sentence(one, 0, attrgetter("name")) for one in story.relationships] == [
        "Ned Stark and Jon Snow: raises",
        "Jon Snow loves Ygritte",
    ]


def test_what_a_table_has_and_a_guide_does_not_is_listed(tmp_path: Path) -> None:
    left_out = imported(tmp_path, {"people.csv": PEOPLE, "ties.csv": TIES}).left_out
    assert left_out == ("the column 'age' of people.csv (1 value)", "1 row of ties.csv without a name or number")


def test_rows_with_more_cells_than_columns_are_listed(tmp_path: Path) -> None:
    left_out = imported(tmp_path, {"people.csv": "id,about\nann,Sings, and waits\nbob,Waits,\n"}).left_out
    assert left_out == ("the last cells of 1 row of people.csv, which has fewer columns",)


def test_rows_with_one_id_are_one_person_and_what_differs_is_listed(tmp_path: Path) -> None:
    tables = {"a.csv": "id,name,aliases,about\nx,Ann,Annie,\nX,Bob,Bobby,Sings.\n"}
    made = imported(tmp_path, tables)
    assert made.left_out == ("the name 'Bob' of 'x', which has 'Ann' already",)
    (person,) = story_of(tmp_path / "whole", tables).characters
    assert (person.spellings, person.about) == (("Ann", "Annie", "Bobby"), "Sings.")


@pytest.mark.parametrize("sign", [";", "\t", ","])
def test_tables_with_other_signs_between_columns(tmp_path: Path, sign: str) -> None:
    text = f"\ufeffName{sign}Group\r\nAnn{sign}House\r\n"
    assert names(story_of(tmp_path, {"people.csv": text})) == ["Ann"]


def test_a_table_of_edges_without_direction(tmp_path: Path) -> None:
    story = story_of(tmp_path, {"edges.csv": "Source,Target,Type,Weight\nAnn,Bob,Undirected,3\n"}).as_of(0)
    assert [(kind.id, kind.mutual) for kind in story.kinds] == [("knows", True)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("episodes.json", json.dumps(TVMAZE)),
        ("show.json", json.dumps({"name": "A show", "_embedded": {"episodes": TVMAZE}})),
        ("episodes.csv", "season,number,title,summary\n1,1,Pilot,A door &amp; more\n2,1,Back: again,\n"),
    ],
)
def test_episodes_become_a_timeline_with_seasons(tmp_path: Path, name: str, text: str) -> None:
    story = story_of(tmp_path, {name: text})
    assert [(point.id, point.title) for point in story.timeline.points] == [
        ("S01E01", "Pilot"),
        ("S02E01", "Back: again"),
    ]
    assert [(volume.number, volume.first) for volume in story.timeline.volumes] == [(1, 1), (2, 2)]
    assert [section.title for section in story.as_of(0).sections] == []
    (page,) = story.as_of(1).sections
    assert "door" in story.as_of(1).text(page)


def test_a_summary_is_text_and_no_markup(tmp_path: Path) -> None:
    story = story_of(tmp_path, {"episodes.json": json.dumps(TVMAZE)})
    assert story.text(story.sections[0]) == "A door \\[\\[x\\]\\]&\n\nTwo.\n"


def test_a_season_of_tmdb_and_one_that_does_not_begin_at_one(tmp_path: Path) -> None:
    story = story_of(tmp_path / "a", {"season.json": json.dumps(TMDB)})
    assert [point.id for point in story.timeline.points] == ["S01E01", "S01E02"]
    assert story.timeline.volumes == ()
    second = {**TMDB, "season_number": 2, "episodes": [{"episode_number": 3, "name": "x"}]}
    story = story_of(tmp_path / "b", {"season.json": json.dumps(second)})
    assert [point.id for point in story.timeline.points] == ["S02E03"]


def test_specials_and_repeated_episodes_are_listed(tmp_path: Path) -> None:
    left_out = imported(tmp_path, {"a.json": json.dumps(TVMAZE), "b.json": json.dumps(TMDB)}).left_out
    assert left_out == ("1 special of a.json without a number", "1 episode with the season and number of another one")


@pytest.mark.parametrize("network", [NODES, INDEXED], ids=["ids", "indices"])
def test_a_network_in_json(tmp_path: Path, network: object) -> None:
    story = story_of(tmp_path, {"network.json": json.dumps(network)}).as_of(0)
    assert names(story)[0] == "Ann"
    assert [(one.source, one.kind) for one in story.relationships] == [("ann", "knows")]


def test_what_a_network_has_and_a_guide_does_not_is_listed(tmp_path: Path) -> None:
    left_out = imported(tmp_path, {"a.json": json.dumps(NODES), "b.json": json.dumps(INDEXED)}).left_out
    assert left_out == (
        "the attribute 'value' of edges of a.json (1 value)",
        "1 link of b.json to nodes that it does not have",
    )


def test_a_network_in_graphml_whose_head_names_another_encoding(tmp_path: Path) -> None:
    story = story_of(tmp_path, {"network.graphml": GRAPHML}).as_of(0)
    assert names(story) == ["Ann", "Bob"]
    assert [(one.source, one.target, one.kind) for one in story.relationships] == [("ann", "bob", "hunts")]
    assert not story.kinds[0].mutual


def test_a_network_in_gexf(tmp_path: Path) -> None:
    story = story_of(tmp_path, {"network.gexf": GEXF}).as_of(0)
    assert names(story) == ["Ann", "Bob"]
    assert story.kinds[0].mutual


def test_a_vault_keeps_its_pages_links_and_people(tmp_path: Path) -> None:
    files = {name: text for name, text in VAULT.items() if name != "Home.md"}
    story = story_of(tmp_path, files).as_of(0)
    assert {section.file for section in story.sections} == {name for name in files if name.endswith(".md")}
    ann, bob = sorted(story.characters, key=lambda person: person.name)
    assert (ann.id, ann.spellings, ann.about) == ("ann", ("Ann", "Annie"), "A guest: late")
    assert [group.name for group in story.groups] == ["House"]
    assert (bob.id, [(one.source, one.target) for one in story.relationships]) == ("bob", [("ann", "bob")])


def test_folders_of_people_may_be_numbered(tmp_path: Path) -> None:
    vault = {"02 - Characters/1_Allies/Ann.md": "x\n", "3. NPCs/Bob.md": "x\n", "04 Places/Castle.md": "x\n"}
    story = story_of(tmp_path, vault).as_of(0)
    assert sorted(names(story)) == ["Ann", "Bob"]
    assert [group.name for group in story.groups] == ["1_Allies"]


def test_links_between_notes_lead_where_they_led(tmp_path: Path) -> None:
    write_new(tmp_path / "guide", imported(tmp_path / "source", VAULT).files)
    story = open_guide(tmp_path / "guide").as_of(0)
    home = next(section for section in story.sections if section.title == "Home")
    assert home.aliases == ("Start",)
    links = VisibleStory(story).links
    found = {target: links.read_wikilink(target, home).link for target in ("Ann", "The door", "Places/The door")}
    assert {target: link.id if link else None for target, link in found.items()} == {
        "Ann": "Characters/House/Ann",
        "The door": "Places/The door",
        "Places/The door": "Places/The door",
    }


@pytest.mark.parametrize(
    "link", ["../Bob%20B.md", "People/Bob%20B.md", "/People/Bob%20B", "../Bob%20B.md#Who", "/People/Bob%20B#Who"]
)
def test_markdown_links_of_a_vault_lead_where_they_led(tmp_path: Path, link: str) -> None:
    vault = {
        "People/House/Ann.md": f"Knows [him]({link}) of ![a](a.png), [x](none.md), [y](https://example.org/Bob%20B.md).\n",
        "People/Bob B.md": "# Who\n",
    }
    made = imported(tmp_path / "source", vault)
    heading = "#Who" if link.endswith("#Who") else ""
    assert (
        f"[him](../Bob%20B.md{heading}) of ![a](a.png), [x](none.md), [y](https://"
        in made.files["sections/People/House/Ann.md"]
    )
    write_new(tmp_path / "guide", made.files)
    story = open_guide(tmp_path / "guide")
    assert [(one.source, one.target) for one in story.relationships] == [("ann", "bob-b")]
    assert [
        problem.message.split("'")[1] for problem in check(tmp_path / "guide") if problem.code == "BROKEN-LINK"
    ] == ["none.md"]


def test_what_a_vault_has_and_a_guide_does_not_is_listed(tmp_path: Path) -> None:
    left_out = imported(tmp_path, VAULT).left_out
    assert any("Templates/broken.md" in words for words in left_out), "its front matter cannot be read"
    assert "the key 'tags' of 2 notes" in left_out
    assert "1 embedded picture or note, of which the words are shown" in left_out


def test_a_vault_is_read_without_links_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("not ours", encoding="utf-8")
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "vault" / "b.md").write_text("b", encoding="utf-8")
    made = as_guide(read_sources([tmp_path / "vault"]), "A tale", "", "chapter")
    assert not any("not ours" in text for text in made.files.values())
    assert any(words.startswith("a.md: symbolic link") for words in made.left_out)


def test_since_stamps_everything_that_has_no_stamp(tmp_path: Path) -> None:
    people = "name,since\nAnn,\nBob,2\nCid,nowhere\n"
    story = story_of(tmp_path, {"people.csv": people, "ties.csv": "from,to\nAnn,Bob\n"}, since="3")
    assert [(person.name, person.since) for person in story.characters] == [("Ann", 3), ("Bob", 2), ("Cid", 3)]
    assert story.relationships[0].since == 3
    assert len(story.timeline) == 3


@pytest.mark.parametrize("since", ["S02E01", "s2e1", "2x01", "2", "end"])
def test_since_is_a_point_of_the_episodes_in_any_spelling(tmp_path: Path, since: str) -> None:
    files = {"episodes.json": json.dumps(TVMAZE), "people.csv": "name\nAnn\n"}
    story = story_of(tmp_path / "a", files, since)
    assert (names(story.as_of(1)), names(story.as_of(2))) == ([], ["Ann"])


@pytest.mark.parametrize(("since", "words"), [("", "add --since POINT"), ("7", "--since: no point '7'")])
def test_a_missing_or_wrong_since_is_refused(tmp_path: Path, since: str, words: str) -> None:
    files = {"episodes.json": json.dumps(TVMAZE), "people.csv": "name\nAnn\n"}
    with pytest.raises(NotImportable, match=words):
        imported(tmp_path, files, since)


def test_stamps_of_no_point_are_listed(tmp_path: Path) -> None:
    left_out = imported(tmp_path, {"people.csv": "name,since\nAnn,4\n"}).left_out
    assert left_out == ("1 stamp of points that the guide does not have, such as '4'",)


def test_many_kinds_become_labels(tmp_path: Path) -> None:
    rows = "".join(f"Ann,Bob,kind {number}\n" for number in range(50))
    story = story_of(tmp_path, {"ties.csv": f"from,to,kind\n{rows}"}).as_of(0)
    assert [kind.id for kind in story.kinds] == ["knows"]
    assert story.relationships[7].label_stages[0].text == "kind 7"


def test_texts_are_cleaned_and_kept_as_texts(tmp_path: Path) -> None:
    people = 'name,about\n"A\x1b[31mnn: #1",\u202eno\n"- No",~\n*x,12\n'
    write_new(tmp_path / "guide", imported(tmp_path, {"people.csv": people}).files)
    story = open_guide(tmp_path / "guide")
    assert names(story) == ["A\ufffd[31mnn: #1", "- No", "*x"]
    assert [person.about for person in story.characters] == ["\ufffdno", "~", "12"]
    assert [person.id for person in story.characters] == ["a-31mnn-1", "no", "x"]


def test_people_of_one_name_get_different_ids(tmp_path: Path) -> None:
    network = {"nodes": [{"id": 1, "name": "Ann"}, {"id": 2, "name": "Ann"}], "links": []}
    made = imported(tmp_path, {"network.json": json.dumps(network)})
    assert "ann-2:" in made.files["characters.yaml"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.graphml", '<!DOCTYPE x [<!ENTITY a "b">]><graphml/>', "DOCTYPE or an ENTITY"),
        ("a.gexf", "<?xml version='1.0'?>\n<!doctype x><gexf/>", "DOCTYPE or an ENTITY"),
        ("a.graphml", "<graphml><node", "no GraphML that can be read"),
        ("a.graphml", "", "no GraphML that can be read"),
        ("a.gexf", "<gexf/>", "no GEXF that can be read"),
        ("a.json", "{", "no JSON that can be read"),
        ("a.json", "[" * 100_000, "no JSON that can be read: it is nested too deeply"),
        ("a.json", "{}", "no `nodes` and `links`"),
        ("a.csv", "", "no columns that are known"),
        ("a.csv", "x,y\n1,2\n", "no columns that are known"),
        ("a.csv", "name\n" + "x" * 200_000, "no CSV table"),
        ("a.csv", 'id,name\na,"Ann\nb,Bob\n', "no CSV table: line 3: .*; check the quotation marks"),
        ("a.csv", "id,name\n", "nothing to import in a.csv"),
        ("a.json", '{"nodes": [], "links": []}', "nothing to import in a.json"),
        (
            "a.json",
            '[{"season": 1, "number": null, "name": "x"}]',
            "nothing to import in a.json.*: 1 special of a.json",
        ),
        ("a.json", "[" + "9" * 5000 + "]", "a number in it is too long"),
        ("a.txt", "", "of no kind that is read"),
    ],
)
def test_what_cannot_be_read_is_reported(tmp_path: Path, name: str, text: str, words: str) -> None:
    with pytest.raises(NotImportable, match=words):
        imported(tmp_path, {name: text})


def test_a_source_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    with pytest.raises(NotImportable, match="No such file"):
        read_sources([tmp_path / "a.csv"])
    with pytest.raises(NotImportable, match="no notes"):
        read_sources([tmp_path])


def test_sizes_are_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_files, "LARGEST", 20)
    with pytest.raises(NotImportable, match="larger than"):
        imported(tmp_path / "a", {"people.csv": PEOPLE})
    monkeypatch.undo()
    monkeypatch.setattr(draft, "MOST_PEOPLE", 1)
    with pytest.raises(NotImportable, match="too many"):
        imported(tmp_path / "b", {"people.csv": PEOPLE})
    monkeypatch.setattr(obsidian, "_MOST_CHARACTERS", 10)
    with pytest.raises(NotImportable, match="larger than"):
        imported(tmp_path / "c", VAULT)
