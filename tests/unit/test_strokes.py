"""Names go by strokes as Chinese lists do, in both customary orders."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.strokes import FIRST, LAST, Key, full_name_key, load_table, missing, surname_key

TABLE = load_table()
NAMES = st.text(st.sampled_from("王李张欧阳示例买提·丁一己已 䶮a"), min_size=1, max_size=6)
SHUFFLED = st.lists(NAMES, unique=True).flatmap(lambda names: st.tuples(st.just(names), st.permutations(names)))

# Characters whose order is that of their parts, one behind the other: first the character, then its parts.
# Tables of stroke orders slip mostly in such characters.
MADE_OF_PARTS = """
儱亻龍 嚨口龍 壟龍土 壠土龍 寵宀龍 巃山龍 徿彳龍 攏扌龍 曨日龍 朧月龍 櫳木龍 瀧氵龍 爖火龍 瓏王龍 矓目龍 礱龍石
礲石龍 竉穴龍 聾龍耳 蘢艹龍 蠪龍虫 襲龍衣 讋龍言 鑨釒龍 隴阝龍 驡龍馬 龎厂龍 龐广龍 龑龍天 龒龍示 龓有龍 龔龍共
龕合龍 龖龍龍 龗霝龍 龘龍龍龍 嘯口肅 彇弓肅 橚木肅 歗肅欠 潚氵肅 熽火肅 璛王肅 繡糹肅 蟰虫肅 鏽釒肅 驌馬肅
鱐魚肅 鷫肅鳥 瀟氵蕭 櫹木蕭 蠨虫蕭 嘨口粛 繍糹粛 鬦鬥斗 鬧鬥市 鬨鬥共 鬩鬥兒 鬪鬥豆寸 鬫鬥敢 鬭鬥斲 鬮鬥龜
灃氵豐 灧氵豐色 灩氵豔 蘴艹豐 麷麥豐 榌木飛 飜番飛 飝飛飛飛 騛馬飛 儕亻齊 癠疒齊 薺艹齊 齌齊火 麡鹿齊 萊艹來
郲來阝 逨來辶 騋馬來 麳麥來 凝冫疑 剿巢刂 勦巢力 墾貇土 懇貇心 廨广解 廰广聴 曀日壹 曄日華 俙亻希 儃亻亶 剰乗刂
嚃口遝 嚏口疐 嚱口戲 囒口蘭 噺口新 奫大淵 婲女花 嫟女匿 嫿女畫 嬒女會 嬙女嗇 孈女巂 孶茲子 崛山屈 崫山屈 巉山毚
巐山高昇 幤敞巾 忚忄也 惸忄旬子 愄忄畏 愶忄脅 搑扌茸 摍扌宿 擙扌奥 敵啇攵 桇如木 桺木丣 槼規木 橺木間 涐氵我
灪氵鬱 爋火勳 爦火覽 犙牜參 犜牜敦 琧亞玉 璏王彘 砯石氷 祂礻也 祳礻辰 縷糹婁 繣糹畫 缻缶瓦 罇缶尊 翗多羽 耍而女
聀耳戈 膢月婁 舢舟山 菕艹侖 萏艹臽 葋艹胊 蓐艹辱 虈艹囂 虌艹鼈 虽口虫 蟬虫單 谀讠臾 谻谷丮 輤車青 還睘辶 釯釒亡
錄釒彔 鑩釒噩 钚钅不 钸钅布 铆钅卯 陑阝而 飱歹食 鱮魚與 鵡武鳥 鼵鼠突 鼷鼠奚
"""


def by_surname(*names: str) -> list[str]:
    return sorted(names, key=lambda name: surname_key(name, TABLE))


def by_name(*names: str) -> list[str]:
    return sorted(names, key=lambda name: full_name_key(name, TABLE))


def places(key: Key) -> tuple[object, ...]:
    """Return the part of a key that says where a name stands, without what tells equal names apart."""
    return key[0]


def test_the_table_is_whole() -> None:
    """Every character of GB 13000.1 has an order of the five strokes."""
    assert len(TABLE.built_in) == 20902 == LAST - FIRST + 1
    assert [order for order in TABLE.built_in if not order or set(order) - set("12345")] == []


def test_each_line_of_the_table_begins_with_its_code_point() -> None:
    """Sixteen orders stand on a line, so that a change shows as one line and none can slip by a place."""
    text = files("pipeline").joinpath("data", "strokes.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    assert [line[0] for line in lines] == [f"{point:04X}" for point in range(FIRST, LAST + 1, 16)]
    assert {len(line) - 1 for line in lines[:-1]} == {16}


@pytest.mark.parametrize(
    ("character", "order"),
    [
        *(
            ("一", "1"),
            ("丁", "12"),
            ("九", "35"),
            ("力", "53"),
            ("刀", "53"),
            ("乃", "53"),
            ("及", "354"),
            ("卜", "24"),
        ),
        *(("女", "531"), ("马", "551"), ("万", "153"), ("车", "1512"), ("方", "4153"), ("火", "4334"), ("北", "21135")),
        *(("王", "1121"), ("必", "45434"), ("母", "55414"), ("凹", "25251"), ("凸", "21251"), ("司", "51251")),
        *(
            ("示", "11234"),
            ("卜", "24"),
            ("邓", "5452"),
            ("巨", "1515"),
            ("字", "445521"),
            ("达", "134454"),
            ("里", "2511211"),
        ),
        *(("李", "1234521"), ("苏", "1225344"), ("张", "5153154"), ("龟", "3525115"), ("欧", "13453534")),
        *(("来", "1431234"), ("例", "32135422"), ("敢", "51221113134"), ("龍", "4143125111515111")),
        *(("别", "2515322"), ("別", "2513522"), ("爽", "13434343434"), ("芈", "2121112"), ("臾", "32151134")),
        *(("飛", "534335342"), ("肅", "5112322151512"), ("齊", "41432533543211"), ("關", "2511251155455453221")),
        *(
            ("鹿", "41352211535"),
            ("雌", "21211532411121"),
            ("麒", "4135221151512211134"),
            ("乀", "4"),
            ("辔", "5511512551251"),
        ),
    ],
)
def test_known_orders(character: str, order: str) -> None:
    """Well-known characters, and those that are easily written in another order, are as the norm has them."""
    assert TABLE.order(character) == order


def test_a_character_goes_by_its_parts() -> None:
    """The table agrees with itself: a character put together from others has their strokes."""
    orders = {each[0]: "".join(TABLE.order(part) or "" for part in each[1:]) for each in MADE_OF_PARTS.split()}
    assert {character: TABLE.order(character) for character in orders} == orders


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
    """按姓名笔画: 王例 stands where its second character puts it, and 王 before every name that it begins."""
    assert by_name("王例", "王一例", "王丁例", "王") == ["王", "王一例", "王丁例", "王例"]


def test_one_list_in_both_orders() -> None:
    """A list as it is published, with single and double given names, a compound surname and a middle dot."""
    names = ["赵示例", "示例·买买提", "欧阳例", "李例", "李示例", "丁例", "丁一例", "欧阳示例", "欧例", "丁乃例"]
    assert by_surname(*names) == [
        *("丁例", "丁一例", "丁乃例", "示例·买买提", "李例", "李示例"),
        *("欧例", "欧阳例", "欧阳示例", "赵示例"),
    ]
    assert by_name(*names) == [
        *("丁一例", "丁乃例", "丁例", "示例·买买提", "李示例", "李例"),
        *("欧阳示例", "欧阳例", "欧例", "赵示例"),
    ]


def test_compound_surnames_go_by_their_first_character() -> None:
    """欧阳 stands with 欧, and its single given name before the double one."""
    assert by_surname("欧阳示例", "欧阳例", "张示例", "赵示例", "欧示例") == [
        "张示例",
        "欧示例",
        "欧阳例",
        "欧阳示例",
        "赵示例",
    ]


def test_a_compound_surname_needs_a_given_name() -> None:
    """A name of two characters is a surname and one given character, even where the two are known as a surname."""
    assert by_surname("欧一阳", "欧阳") == ["欧阳", "欧一阳"]


def test_dots_and_blanks_are_passed_over() -> None:
    """A name with a middle dot goes by its characters."""
    assert places(surname_key("示例·买买提", TABLE)) == places(full_name_key("示例买买提", TABLE))
    assert places(surname_key("王 示例", TABLE)) == places(surname_key("王示例", TABLE))


def test_the_same_strokes_go_by_code_point() -> None:
    """己, 已 and 巳 are written alike, so their code points decide, and each keeps its people together."""
    assert by_surname("巳一例", "已例", "己丁例", "巳例", "己例") == ["己例", "己丁例", "已例", "巳例", "巳一例"]


def test_what_is_missing_is_named_once() -> None:
    """A character outside the table is named; dots, blanks and Latin letters are not."""
    assert missing("䶮示例·䶮 a", TABLE) == ("䶮",)
    assert missing("欧阳例", TABLE) == ()
    assert missing("𬱖", TABLE.with_extra({"𬱖": "25121132534"})) == ()


def test_the_content_supplies_and_overrides() -> None:
    """An order of the content is used, also in place of a built-in one, and the table it came to stays as it was."""
    table = TABLE.with_extra({"䶮": "1", "王": "5"}).with_extra({"𬱖": "2"})
    assert [table.order(each) for each in "䶮王𬱖李"] == ["1", "5", "2", "1234521"]
    assert [TABLE.order(each) for each in "䶮王𬱖李"] == [None, "1121", None, "1234521"]
    assert sorted(["丁例", "䶮例"], key=lambda name: surname_key(name, table)) == ["䶮例", "丁例"]


def test_unknown_characters_come_last() -> None:
    """The order stays total: who cannot be placed stands behind everybody, by code point."""
    assert by_surname("𬱖例", "䶮例", "龘例", "王例") == ["王例", "龘例", "䶮例", "𬱖例"]


@given(SHUFFLED)
def test_the_order_does_not_depend_on_the_input(both: tuple[list[str], list[str]]) -> None:
    """However names come in, they go out in one order, by either rule."""
    names, shuffled = both
    assert by_surname(*shuffled) == by_surname(*names)
    assert by_name(*shuffled) == by_name(*names)
