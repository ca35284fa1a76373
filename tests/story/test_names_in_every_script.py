"""Names in every script and in every form that a text may have."""

from __future__ import annotations

import pytest

from aotad_tui.story.mentions import Mentions
from aotad_tui.story.name_index import NameIndex
from aotad_tui.story.named import Stage
from aotad_tui.story.people import People
from aotad_tui.story.values import Character
from aotad_tui.story.visible import VisibleStory

from .stories import LENGTH, person, stages, story


def named(*names: str) -> Character:
    """A character whose id is the first of the names."""
    first, *others = names
    return person(first, name_stages=stages((0, first)), aliases=stages(*[(0, name) for name in others]))


def found(text: str, *cast: Character, endings: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    mentions = Mentions(People(story(*cast).as_of(LENGTH)), endings)
    return [(text[mention.start : mention.end], mention.meaning) for mention in mentions.find(text)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("林黛玉", "那天林黛玉来了。"),
        ("春子", "きのう春子さんが来た。"),
        ("お菊", "昨日お菊が来た。"),
        ("アンナ", "きのうアンナさんと話した。"),
        ("ジャン・ポール", "彼はジャン・ポールと言う。"),
        ("สมศรี", "เมื่อวานสมศรีไปตลาด"),
        ("ສົມພອນ", "ມື້ວານນີ້ສົມພອນໄປຕະຫຼາດ"),
        ("សុខា", "ម្សិលមិញសុខាទៅផ្សារ"),
        ("မောင်လှ", "မနေ့ကမောင်လှသွားသည်"),
        ("阿Q", "后来阿Q走了。"),
        ("Rosa", "后来Rosa走了。"),
        ("高橋 春子", "昨日高橋 春子が来た。"),
        ("高橋 春子", "昨日高橋春子が来た。"),
    ],
)
def test_a_name_without_spaces_around_it_is_found(name: str, text: str) -> None:
    assert [who for _, who in found(text, named(name))] == [name]


def test_the_longest_name_without_spaces_wins() -> None:
    cast = (named("林"), named("黛玉"), named("林黛玉"))
    assert found("林黛玉与黛玉", *cast) == [("林黛玉", "林黛玉"), ("黛玉", "黛玉")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("アン", "アンナが来た"),
        ("ナナ", "バナナを食べた"),
        ("アン", "アンーが来た"),
        ("มาน", "มานี"),
        ("กา", "เกาะ"),
        ("林", "森林"),
        ("Rosa", "后来Rosalie走了。"),
        ("阿Q", "后来阿QQ走了。"),
    ],
)
def test_a_part_of_a_longer_word_is_not_a_name(name: str, text: str) -> None:
    assert found(text, named(name)) == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Dantès", "then Dantes fled", "Dantes"),
        ("Dantes", "then Dantès fled", "Dantès"),
        ("Søren", "then Soren fled", "Soren"),
        ("Ёлкин", "потом Елкин ушёл", "Елкин"),
        ("Наташа", "потом Ната\u0301ша ушла", "Ната\u0301ша"),
        ("Ἀχιλλεύς", "ὁ Αχιλλευς ἦλθεν", "Αχιλλευς"),
        ("Straße", "die Strasse und", "Strasse"),
        ("Strasse", "é, die Straße und", "Straße"),
        ("Weiß", "dann WEISS kam é", "WEISS"),
        ("Weiß", "dann WEIẞ kam e\u0301", "WEIẞ"),
        ("Ernst", "Weiß, e\u0301n Ernst", "Ernst"),
        ("Dantè", "then Dante\u0331\u0300 fled", "Dante\u0331\u0300"),
    ],
)
def test_accents_do_not_matter(name: str, text: str, words: str) -> None:
    assert found(text, named(name)) == [(words, name)]


def test_a_name_with_the_same_accents_wins() -> None:
    cast = (named("Hoa"), named("Hoà"))
    assert found("Hoa và Hoà", *cast) == [("Hoa", "Hoa"), ("Hoà", "Hoà")]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("The Hound", "then the Hound came", "the Hound"),
        ("the man in black", "The man in black came", "The man in black"),
        ("Der Bluthund", "weil der Bluthund kam", "der Bluthund"),
        ("Le Comte", "puis le Comte vint", "le Comte"),
        ("L'Aiglon", "puis l'Aiglon vint", "l'Aiglon"),
        ("El Zorro", "luego el Zorro vino", "el Zorro"),
        ("Il Duca", "poi il Duca venne", "il Duca"),
        ("O Conde", "depois o Conde veio", "o Conde"),
        ("De Graaf", "toen kwam de Graaf", "de Graaf"),
        ("Ann Lee", "then ANN LEE came", "ANN LEE"),
        ("ANN LEE", "then Ann Lee came", "Ann Lee"),
        ("al'Thor", "Al'Thor came", "Al'Thor"),
    ],
)
def test_an_article_and_capitals_may_differ(name: str, text: str, words: str) -> None:
    assert found(text, named(name)) == [(words, name)]


@pytest.mark.parametrize(
    ("name", "text"),
    [("Us", "to the US"), ("Will", "he will"), ("The Hound", "a Hound"), ("Ann Lee", "ann lee"), ("Die", "die Frau")],
)
def test_other_words_with_another_case_are_not_names(name: str, text: str) -> None:
    assert found(text, named(name)) == []


RUSSIAN = ("а", "и", "е", "у", "ой", "ым")


@pytest.mark.parametrize("form", ["Наташа", "Наташи", "Наташе", "Наташу", "Наташой", "НАТАШИ"])
def test_an_ending_of_the_guide_replaces_another(form: str) -> None:
    assert found(f"Это {form}.", named("Наташа"), endings=RUSSIAN) == [(form, "Наташа")]


@pytest.mark.parametrize(
    ("name", "text", "words", "endings"),
    [
        ("Иван", "у Ивана", "Ивана", RUSSIAN),
        ("Наташа Ростова", "у Наташи Ростовой", "Наташи Ростовой", RUSSIAN),
        ("Anna", "Annalle annettiin", "Annalle", ("n", "lle")),
        ("Anna", "Annas Haus", "Annas", ("s",)),
        ("Maria", "dla Marii", "Marii", ("a", "i")),
        ("Ελένη", "της Ελένης", "Ελένης", ("ς",)),
    ],
)
def test_every_word_of_a_name_may_have_an_ending(name: str, text: str, words: str, endings: tuple[str, ...]) -> None:
    assert found(text, named(name), endings=endings) == [(words, name)]
    assert found(text, named(name)) == []


@pytest.mark.parametrize("text", ["Наташ", "Наташка", "наташи", "Нау"])
def test_other_words_are_not_forms(text: str) -> None:
    assert found(text, named("Наташа"), named("На"), endings=RUSSIAN) == []


def test_a_form_of_two_names_means_nobody() -> None:
    cast = (named("Александр"), named("Александра"))
    assert found("Александр у Александра", *cast, endings=RUSSIAN) == [("Александр", "Александр")]


def test_an_unnamed_spelling_covers_all_its_forms() -> None:
    mentions = Mentions(People(story(named("The Hound"), named("Наташа")).as_of(LENGTH)), RUSSIAN)
    assert mentions.find("the Hound, Наташи", unnamed=["The Hound", "Наташа"]) == []
    assert len(mentions.find("the Hound, Наташи", unnamed=["Hound"])) == 2


def test_a_name_of_one_letter_is_found_where_the_author_says_so() -> None:
    letter = person("l", name_stages=(Stage(0, "L", live=True),))
    han = person("wang", name_stages=(Stage(0, "王", live=True),))
    text = "L, L's, L’Étranger, Ll, 王来了"
    assert found(text, letter, han) == [("L", "l"), ("L", "l"), ("王", "wang")]
    assert found(text, named("L"), named("王")) == []


@pytest.mark.parametrize(
    "text", ["Aegon V came", "Aegon XII came", "Aegon I Velaryon came", "Aegon Jr. came", "It was Rand Targaryen."]
)
def test_a_part_of_a_longer_unknown_name_is_nobody(text: str) -> None:
    assert found(text, named("Aegon I Targaryen", "Aegon", "Targaryen")) == []


@pytest.mark.parametrize(
    "text",
    ["Aegon came", "With Aegon I went home", "Then Targaryen came", "So Lord Targaryen came", "Rand, Targaryen, Aegon"],
)
def test_a_short_name_in_a_sentence_is_its_owner(text: str) -> None:
    assert {who for _, who in found(text, named("Aegon I Targaryen", "Aegon", "Targaryen"))} == {"Aegon I Targaryen"}


@pytest.mark.parametrize(
    "text", ["Rand al'Thor came", "He said: “Rand al’Thor!”", "No. Rand\nal'Thor", "So Rand al'Thor"]
)
def test_a_family_name_in_small_letters_is_nobody_after_an_unknown_name(text: str) -> None:
    assert found(text, named("Tam al'Thor", "al'Thor")) == []


@pytest.mark.parametrize(
    "text", ["Then al'Thor came", "“Mais al’Thor!”", "Lord al'Thor came", "Tam al'Thor came", "al'Thor", "the al'Thor"]
)
def test_a_family_name_in_small_letters_is_its_owner(text: str) -> None:
    assert {who for _, who in found(text, named("Tam al'Thor", "al'Thor"))} == {"Tam al'Thor"}


def test_a_longer_unknown_name_still_counts_for_the_author() -> None:
    assert [mention.meaning for mention in NameIndex([("Aegon", 1)]).find("Aegon V")] == [(1,)]


def test_forms_know_the_visible_names_only() -> None:
    cast = story(named("Александр"), person("late", 3, name_stages=stages((3, "Александра"))), endings=RUSSIAN)
    text = "у Александра"
    early, late = VisibleStory(cast.as_of(2)), VisibleStory(cast.as_of(3))
    assert [mention.meaning for mention in early.mentions.find(text)] == ["Александр"]
    assert late.mentions.find(text) == []
