"""Names go by strokes as Chinese lists do, in both customary orders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.strokes import FIRST, LAST, full_name_key, load_table, missing, surname_key

TABLE = load_table()
NAMES = st.text(st.sampled_from("王李张欧阳示例买提·丁一䶮a"), min_size=1, max_size=6)


def by_surname(*names: str) -> list[str]:
    return sorted(names, key=lambda name: surname_key(name, TABLE))


def by_name(*names: str) -> list[str]:
    return sorted(names, key=lambda name: full_name_key(name, TABLE))


def test_the_table_is_whole() -> None:
    """Every character of GB 13000.1 has an order of the five strokes."""
    assert len(TABLE.built_in) == 20902 == LAST - FIRST + 1
    assert [order for order in TABLE.built_in if not order or set(order) - set("12345")] == []


@pytest.mark.parametrize(
    ("character", "order"),
    [
        *(("一", "1"), ("丁", "12"), ("九", "35"), ("力", "53"), ("刀", "53"), ("乃", "53"), ("及", "354")),
        *(("女", "531"), ("马", "551"), ("万", "153"), ("车", "1512"), ("方", "4153"), ("火", "4334")),
        *(("王", "1121"), ("必", "45434"), ("母", "55414"), ("凹", "25251"), ("凸", "21251"), ("司", "51251")),
        *(("示", "11234"), ("邓", "5452"), ("巨", "1515"), ("字", "445521"), ("达", "134454"), ("里", "2511211")),
        *(("李", "1234521"), ("苏", "1225344"), ("张", "5153154"), ("龟", "3525115"), ("欧", "13453534")),
        *(("来", "1431234"), ("例", "32135422"), ("敢", "51221113134"), ("龍", "4143125111515111")),
    ],
)
def test_known_orders(character: str, order: str) -> None:
    """Well-known characters, and those that are easily written in another order, are as the norm has them."""
    assert TABLE.order(character) == order


def test_fewer_strokes_come_first() -> None:
    """Surnames go by the number of strokes, then by the order 横竖撇点折."""
    assert by_surname("张示例", "王示例", "丁示例", "马示例", "李示例") == [
        "丁示例",
        "马示例",
        "王示例",
        "李示例",
        "张示例",
    ]
    assert by_surname("方示例", "王示例", "毛示例", "孔示例") == ["王示例", "毛示例", "方示例", "孔示例"]


def test_one_given_character_comes_before_two_by_surname() -> None:
    """按姓氏笔画: 王例 stands before 王一例, whatever its strokes."""
    assert by_surname("王一例", "王例", "王丁例") == ["王例", "王一例", "王丁例"]


def test_character_by_character_by_name() -> None:
    """按姓名笔画: 王例 stands where its second character puts it."""
    assert by_name("王例", "王一例", "王丁例", "王") == ["王", "王一例", "王丁例", "王例"]


def test_compound_surnames_go_by_their_first_character() -> None:
    """欧阳 stands with 欧, and its single given name before the double one."""
    assert by_surname("欧阳示例", "欧阳例", "张示例", "赵示例", "欧示例") == [
        "张示例",
        "欧示例",
        "欧阳例",
        "欧阳示例",
        "赵示例",
    ]


def test_dots_and_blanks_are_passed_over() -> None:
    """A name with a middle dot goes by its characters."""
    assert surname_key("示例·买买提", TABLE) == full_name_key("示例买买提", TABLE)
    assert surname_key("王 示例", TABLE) == surname_key("王示例", TABLE)


def test_what_is_missing_is_named_once() -> None:
    """A character outside the table is named; dots, blanks and Latin letters are not."""
    assert missing("䶮示例·䶮 a", TABLE) == ("䶮",)
    assert missing("欧阳例", TABLE) == ()
    assert missing("𬱖", TABLE.with_extra({"𬱖": "25121132534"})) == ()


def test_the_content_supplies_and_overrides() -> None:
    """An order of the content is used, also in place of a built-in one."""
    table = TABLE.with_extra({"䶮": "1", "王": "5"}).with_extra({"𬱖": "2"})
    assert [table.order(each) for each in "䶮王𬱖李"] == ["1", "5", "2", "1234521"]
    assert sorted(["丁例", "䶮例"], key=lambda name: surname_key(name, table)) == ["䶮例", "丁例"]


def test_unknown_characters_come_last() -> None:
    """The order stays total: who cannot be placed stands behind everybody, by code point."""
    assert by_surname("𬱖例", "䶮例", "龘例", "王例") == ["王例", "龘例", "䶮例", "𬱖例"]


@given(st.lists(NAMES, unique=True), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_input(names: list[str], random: object) -> None:
    """Shuffled names come out in one order, but for names that differ in dots and blanks alone."""
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    keys = [[surname_key(name, TABLE) for name in by_surname(*each)] for each in (names, shuffled)]
    assert keys[0] == keys[1]
