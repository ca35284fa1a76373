"""Korean names as they are typed, and in whichever Latin letters."""

from __future__ import annotations

import pytest

from aotad_tui.search.folding import fold, initials
from aotad_tui.search.hangul import consonants, has_hangul, only_consonants, romanised, strokes
from aotad_tui.search.phonetic import sound


def test_initials_are_those_of_syllables_with_the_family_name_and_without() -> None:
    assert initials("Nam On-jo") == ("noj", "oj")
    assert initials("남온조") == ("ㄴㅇㅈ", "ㅇㅈ")
    assert initials("온조") == ("ㅇㅈ",)
    assert initials("Hyde") == ()


@pytest.mark.parametrize(
    ("typed", "keys"),
    [("남온조", "ㄴㅏㅁㅇㅗㄴㅈㅗ"), ("귀", "ㄱㅜㅣ"), ("많", "ㅁㅏㄴㅎ"), ("a가", "aㄱㅏ"), ("jo", "jo")],
)
def test_a_syllable_is_the_strokes_of_a_keyboard(typed: str, keys: str) -> None:
    assert strokes(typed) == keys


def test_everything_a_keyboard_shows_on_the_way_is_a_beginning_of_the_name() -> None:
    for shown in ("ㄴ", "나", "남", "남ㅇ", "남오", "남온", "남온ㅈ", "남온조"):
        assert strokes("남온조").startswith(strokes(fold(shown))), shown
    assert strokes("이수혁").startswith(strokes("이숳"))
    assert strokes("윤귀남").startswith(strokes("윤구"))


def test_first_consonants_are_told_from_syllables() -> None:
    assert consonants("남 온조!") == "ㄴㅇㅈ"
    assert only_consonants("ㄴㅇㅈ")
    assert not only_consonants("ㄴㅇ조")
    assert not only_consonants("")
    assert has_hangul("a ㄴ")
    assert not has_hangul("é")


@pytest.mark.parametrize(
    ("korean", "latin"), [("남온조", "namonjo"), ("이청산", "icheongsan"), ("귀남", "gwinam"), ("값", "gap")]
)
def test_hangul_is_romanised_syllable_by_syllable(korean: str, latin: str) -> None:
    assert romanised(korean) == latin


@pytest.mark.parametrize(
    "ways",
    [
        ("On-jo", "Onjo", "Ohn-jo", "Ohnjo", "온조"),
        ("Cheong-san", "Cheongsan", "Chungsan", "Chung San", "청산"),
        ("Su-hyeok", "Soo-hyuk", "Soohyuk", "Suhyuck", "수혁"),
        ("Lee Su-hyeok", "Yi Su-hyeok", "Rhee Soohyuk", "이수혁"),
        ("Park Hee-su", "Pak Heesoo", "Bak Huisu", "박희수"),
        ("Gwi-nam", "Kwinam", "Guinam", "귀남"),
        ("I-sak", "Yi-sak", "Isaac", "이삭"),
        ("Choi Nam-ra", "Choe Namra", "Chwe Nahm-ra", "최남라"),
        ("Jung Min-jae", "Jeong Minjae", "Chung Min-jae", "정민재"),
    ],
)
def test_the_ways_to_write_a_korean_name_in_latin_letters_are_one_sound(ways: tuple[str, ...]) -> None:
    assert len({sound(fold(way)) for way in ways}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Nam On-jo", "Nam So-ju"), ("Hyeon-ju", "Hyo-ryeong"), ("Cheol-su", "Dae-su"), ("Ha-ri", "Hee-su")],
)
def test_names_that_nobody_mixes_up_sound_different(one: str, other: str) -> None:
    assert sound(fold(one)) != sound(fold(other))
