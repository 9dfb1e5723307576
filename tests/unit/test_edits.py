"""An item is added to a list of a file; what staff wrote around it stays to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import documents, edits

EVENT = {"日期": "2020-12-14", "事项": "拟认定", "公示至": "2020-12-18"}
LINE = "{日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-18}"

BLOCK = "办理:\n    - 日期: 1\n      事项: 收到\n"


def add(text: str, item: dict[str, str] | None = None) -> str:
    document, _ = documents.parse(text.encode(), "x.yml")
    assert document is not None
    return edits.append(document, "办理", item or EVENT)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("姓名: 王\n", f"姓名: 王\n办理:\n  - {LINE}\n"),
        ("姓名: 王", f"姓名: 王\n办理:\n  - {LINE}\n"),
        ("办理:\n姓名: 王\n", f"办理:\n  - {LINE}\n姓名: 王\n"),
        ("办理: []\n", f"办理:\n  - {LINE}\n"),
        ("办理:\n  - {日期: 1}  # 第一次\n", f"办理:\n  - {{日期: 1}}  # 第一次\n  - {LINE}\n"),
        ("办理:\n- {日期: 1}\n姓名: 王\n", f"办理:\n- {{日期: 1}}\n- {LINE}\n姓名: 王\n"),
        (
            "办理:\n    - 日期: 1\n      事项: 收到\n\n# 完\n",
            f"办理:\n    - 日期: 1\n      事项: 收到\n    - {LINE}\n\n# 完\n",
        ),
        ("办理: []  # 还没有\n", f"办理:  # 还没有\n  - {LINE}\n"),
        ("办理:  # [旧]\n  - {日期: 1}\n\n\n", f"办理:  # [旧]\n  - {{日期: 1}}\n  - {LINE}\n\n\n"),
        ("办理:\n  -\n    日期: 1-2\n姓名: 王\n", f"办理:\n  -\n    日期: 1-2\n  - {LINE}\n姓名: 王\n"),
        ("姓名: 王\n\n# 完\n", f"姓名: 王\n\n# 完\n办理:\n  - {LINE}\n"),
        ("办理: [{日期: 1}]\n姓名: 王\n", f"办理: [{{日期: 1}}, {LINE}]\n姓名: 王\n"),
    ],
)
def test_item_is_added_where_the_list_ends(before: str, after: str) -> None:
    """The new item stands at the end of the list, and nothing else changes."""
    assert add(before) == after


@given(
    st.dictionaries(
        st.sampled_from(["事由", "结果"]), st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]))
    )
)
def test_any_text_comes_back(item: dict[str, str]) -> None:
    """Whatever a detail says, the file says it afterwards, or nothing is changed."""
    try:
        text = add("办理:\n  - {日期: 1}\n", {**EVENT, **item})
    except edits.EditError:
        return
    document, _ = documents.parse(text.encode(), "x.yml")
    assert document is not None
    assert document.values["办理"][1] == {**EVENT, **item}


def test_what_cannot_be_edited_is_left_alone() -> None:
    """A list that goes over several lines in brackets is refused, not guessed at."""
    with pytest.raises(edits.EditError):
        add("办理: [\n  {日期: 1}]\n")


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("职务: 部长\n姓名: 王\n", "主任", "职务: 主任\n姓名: 王\n"),
        ("职务:   部长  # 现任\n", "主任", "职务:   主任  # 现任\n"),
        ("职务: '部长, 兼'   # 现任\n", "主任", "职务: 主任   # 现任\n"),
        ('职务: "部\\"长"\n', "主任: 兼", "职务: '主任: 兼'\n"),
        ("职务: C#工程师\n", "主任", "职务: 主任\n"),
        ("职务:\n姓名: 王\n", "主任", "职务: 主任\n姓名: 王\n"),
        ("职务:   # 待填\n", "主任", "职务: 主任   # 待填\n"),
        ("姓名: 王", "主任", "姓名: 王\n职务: 主任\n"),
        ("职务: 5\n", "6", "职务: 6\n"),
        ("职务: 部长", "主任", "职务: 主任"),
    ],
)
def test_value_is_replaced_at_its_place(before: str, text: str, after: str) -> None:
    """The new value stands where the old one stood, the comment behind it too, and nothing else changes."""
    document, _ = documents.parse(before.encode(), "x.yml")
    assert document is not None
    assert edits.replace(document, "职务", text) == after


@pytest.mark.parametrize(
    "before", ["职务: |\n  部长\n", "职务: 部\n  长\n", "职务: [部长]\n", "职务: {甲: 乙}\n", "职务: >-\n  部长\n"]
)
def test_value_of_several_lines_is_left_alone(before: str) -> None:
    """A value that is no text within one line is refused, not guessed at."""
    document, _ = documents.parse(before.encode(), "x.yml")
    assert document is not None
    with pytest.raises(edits.EditError):
        edits.replace(document, "职务", "主任")
