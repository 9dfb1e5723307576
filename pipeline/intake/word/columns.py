"""What the headings of a sub-table's columns name.

In: a list's field, a row of cells. Out: the part of a line that each column is of. Must not know rows.
"""

import re
from collections.abc import Mapping, Sequence

from pipeline.forms import Field
from pipeline.intake.labels import squeezed
from pipeline.intake.word.pieces import Cell

_BRACKETS = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]")
# What tables call a column of these names.
_ALSO: Mapping[str, str] = {
    "起止时间": "起止年月 起止日期 时间 年月 起止 时间段 起始时间 任职时间 工作时间 日期 期间",
    "单位": "工作单位 所在单位 单位名称 任职单位 学校或单位 单位及部门 工作单位及部门 在何单位 何单位 何地何单位",
    "职务": "职务职称 职务或职称 任职 担任职务 职位 任何职 何职 岗位 任何职务 职称",
    "题目": "论文题目 论文名称 题名 标题 论文 名称 论文著作名称 成果名称",
    "刊物": "期刊 发表刊物 期刊名称 刊物名称 发表期刊 刊名 出版单位 发表刊物名称 发表载体 刊物或出版社",
    "发表时间": "时间 发表日期 发表年月 日期 出版时间 年份 发表年份",
    "排名": "本人排名 排序 位次 作者排序 署名次序 作者排名 本人排序 本人位次",
    "名称": "奖项名称 获奖名称 奖励名称 项目名称 奖项 获奖项目 成果名称 荣誉名称 题目",
    "等级": "获奖等级 奖励等级 级别 奖项等级 等次 获奖级别",
    "年份": "获奖年份 获奖时间 时间 年度 获奖年度 获奖日期 授奖时间 年月",
}


class Columns:
    """The headings that a list's columns may have."""

    def __init__(self, field: Field) -> None:
        """Take the list's parts."""
        self._own: dict[str, str] = {}
        self._other: dict[str, set[str]] = {}
        for child in field.children:
            for each in (child.title, child.name, _BRACKETS.sub("", child.title)):
                self._own.setdefault(squeezed(each), child.name)
            for each in _ALSO.get(child.name, "").split():
                self._other.setdefault(each, set()).add(child.name)

    def parts(self, cells: Sequence[Cell]) -> dict[int, str]:
        """Return the part by column; a part that two headings name is the first one's, the surer name before others."""
        found: dict[int, str] = {}
        for way in (self._named, self._called, self._holding):
            for each in cells:
                name = (
                    way(squeezed(_BRACKETS.sub("", each.text)) or squeezed(each.text))
                    if each.column not in found
                    else ""
                )
                if name and name not in found.values():
                    found[each.column] = name
        return dict(sorted(found.items()))

    def _named(self, key: str) -> str:
        return self._own.get(key, "")

    def _called(self, key: str) -> str:
        names = self._other.get(key, set())
        return next(iter(names)) if len(names) == 1 else ""

    def _holding(self, key: str) -> str:
        """Return the part whose name is held by the heading or holds it, if there is one only."""
        if len(key) < 2:  # noqa: PLR2004
            return ""
        names = {
            name for own, name in self._own.items() if own and (own in key or key in own) and len(key) <= 4 * len(own)
        }
        return names.pop() if len(names) == 1 else ""
