"""An item is added to a list of a file; what staff wrote around it stays to the letter."""

from pathlib import Path

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


def test_writing_replaces_in_one_step(tmp_path: Path) -> None:
    """The file holds the new text, keeps its mode, and no temporary file is left."""
    file = tmp_path / "x.yml"
    file.write_text("a: 1\n", encoding="utf-8")
    file.chmod(0o640)
    edits.write(file, "a: 2\n")
    assert file.read_text(encoding="utf-8") == "a: 2\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in tmp_path.iterdir()] == ["x.yml"]
