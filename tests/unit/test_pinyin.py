"""How characters and names are read, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import pinyin

NAMES = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("character", "readings"),
    [
        ("示", ("shi", "qi", "zhi")),
        ("例", ("li", "lie")),
        ("吕", ("lv",)),
        ("略", ("lve",)),
        ("䶮", ("yan",)),
        ("𬱖", ("di",)),
    ],
)
def test_characters_have_syllables_without_tones(character: str, readings: tuple[str, ...]) -> None:
    """The usual reading first, ü as v, rare characters too."""
    assert pinyin.readings(character) == readings


@pytest.mark.parametrize("sign", ["A", "1", "·", " ", "（", "\U000323af"])
def test_what_is_no_known_character_has_no_reading(sign: str) -> None:
    """Letters, digits, signs and characters newer than the library are themselves alone."""
    assert pinyin.readings(sign) == ()


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("单示例", "shan"),
        ("仇例", "qiu"),
        ("解例", "xie"),
        ("曾例", "zeng"),
        ("朴例", "piao"),
        ("查例", "zha"),
        ("区例", "ou"),
        ("翟例", "zhai"),
        ("盖例", "gai"),
        ("缪例", "miao"),
        ("覃例", "qin"),
        ("任例", "ren"),
        ("沈例", "shen"),
        ("乐例", "yue"),
        ("卜例", "bu"),
        ("员例", "yun"),
        ("种例", "chong"),
        ("冼例", "xian"),
        ("洗例", "xian"),
        ("折例", "she"),
        ("尉迟例", "yu chi"),
        ("万俟例", "mo qi"),
        ("单于例", "chan yu"),
        ("澹台例", "tan tai"),
        ("长孙例", "zhang sun"),
        ("令狐例", "ling hu"),
        ("皇甫例", "huang fu"),
        ("万例", "wan"),
        ("欧阳例", "ou yang"),
        ("王例", "wang"),
    ],
)
def test_surnames_are_read_as_surnames(name: str, spelt: str) -> None:
    """The reading of the surname comes first."""
    assert " ".join(each[0] for each in pinyin.spell(name)[: len(spelt.split())]) == spelt


def test_usual_reading_of_a_surname_is_kept() -> None:
    """Who does not know how a surname is read finds it too; a reading that no surname has is not there."""
    assert (pinyin.spell("单例")[0], pinyin.spell("王例")[0]) == (("shan", "dan"), ("wang",))


def test_character_within_a_name_has_all_its_readings() -> None:
    """Only at the beginning is it a surname."""
    assert pinyin.spell("李乐")[1] == ("le", "yue")


def test_name_with_a_dot_has_no_surname() -> None:
    """单 at the beginning of such a name is a sound; dots and blanks have none, a letter its own."""
    assert pinyin.spell("单·A 例") == (("dan", "chan", "shan"), ("a",), ("li", "lie"))


def test_surname_alone_is_no_name() -> None:
    """Of a name that is nothing but a surname the character's usual readings count."""
    assert pinyin.start_of("单") == ""


def test_table_of_surnames_has_a_reading_for_every_character() -> None:
    """Each line has as many syllables as characters, in letters alone."""
    table = pinyin._surnames()
    assert [start for start, said in table.items() if len(said.split()) != len(start)] == []
    assert {each for said in table.values() for each in said} <= set("abcdefghijklmnopqrstuvwxyz/ ")
    assert len(table) > 60


@given(NAMES)
def test_every_name_is_spelt(name: str) -> None:
    """Every character of a name is read in at least one way, none in the same way twice."""
    spelt = pinyin.spell(name)
    assert len(spelt) == len(name)
    assert all(len(set(each)) == len(each) > 0 for each in spelt)


def test_table_is_the_one_that_the_library_uses() -> None:
    """Looked up line by line, the file beside the library gives what the library gives for each character."""
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415  # slow, and nothing else needs it

    assert [pinyin._point(line) for line in pinyin._library()] == sorted(pinyin_dict)
    some = sorted(pinyin_dict)[::7]
    assert {point: pinyin._said(point) for point in some} == {point: pinyin_dict[point] for point in some}
    beside = {0, max(pinyin_dict) + 1, *({point + 1 for point in some} - pinyin_dict.keys())}
    assert {pinyin._said(point) for point in beside} == {""}
