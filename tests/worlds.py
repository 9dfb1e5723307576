"""Whole programmes in which everything is chosen by lot and every private text is a secret of its own.

In: a seed. Out: a content folder, a day, and every text of every candidate with whether any list may show it that day.
It knows what staff write and what 公开 promises; how the product reads or shows it, it must not know. The files are
JSON, which is YAML too.
"""

import json
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

PROGRAMME = "shili-2020"
FIRST, LAST = date(2020, 12, 1), date(2023, 1, 31)
# What escapes must be seen through: marks of HTML, JSON, CSV, Markdown, templates and addresses.
_MARKS = "&<>\"'\\%+={{}}*_|#"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_NOTICE = """\
---
标题: 示例市科协关于推荐示例人员的通知
发文单位: 示例市科学技术协会
成文日期: 2020年11月25日
---

正文。
"""
LISTS = ("公示", "名单", "证书", "已取消")


@dataclass(frozen=True)
class Secret:
    """A text that stands in a candidate's file: of which field, and whether a list may show it on the day."""

    text: str
    field: str
    lawful: bool


@dataclass
class World:
    """A content folder to be written, the day to look at it, and what is in it."""

    as_of: date
    programme: dict[str, Any]
    form: dict[str, Any]
    submissions: dict[str, dict[str, Any]] = field(default_factory=dict)
    secrets: list[Secret] = field(default_factory=list)

    def write(self, root: Path) -> Path:
        """Write the folder and return it."""
        folder = root / "content" / "programmes" / PROGRAMME
        files = {
            root / "content" / "site.yml": {"名称": "示例市科学技术协会", "网址": "https://gongshi.example/"},
            folder / "programme.yml": self.programme,
            folder / "form.yml": self.form,
            **{folder / "submissions" / f"{name}.yml": each for name, each in self.submissions.items()},
        }
        for path, tree in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(tree, ensure_ascii=False, indent=1), encoding="utf-8")
        (folder / "notice.md").write_text(_NOTICE, encoding="utf-8")
        return root


class Maker:
    """Makes values that no other value is like."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self._count = dice.randrange(1_000)

    def number(self) -> int:
        """Return a number of its own, of up to four digits."""
        self._count += 1 + self.dice.randrange(3)
        return self._count

    def name(self) -> str:
        """Return a name of three characters, the last two of which tell it from all others."""
        number = self.number()
        return f"示{chr(0x4E00 + number)}{chr(0x6E00 + number)}"

    def text(self) -> str:
        """Return a short text, often with marks in it."""
        mark = self.dice.choice((*_MARKS, "", ""))
        return f"私{self.number():06d}{mark}密{self.number():06d}"

    def value(self, kind: str) -> Any:
        """Return a value of a kind of field."""
        makers = {
            "姓名": self.name,
            "单位名称": lambda: f"示例{self.text()}",
            "短文": self.text,
            "手机号": lambda: f"1380000{self.number():04d}",
            "固定电话": lambda: f"0393-000{self.number():04d}",
            "邮箱": lambda: f"u{self.number():06d}@example.com",
            "身份证号": self._identity,
            "长文": lambda: "".join(f"{self.text()}\n" for _ in range(self.dice.randrange(1, 4))),
            "意见": lambda: {"结论": "同意", "意见": self.text(), "负责人": self.name(), "日期": "2020-12-01"},
            "表": lambda: [{"题目": self.text(), "作者": self.name()} for _ in range(self.dice.randrange(1, 3))],
        }
        return makers[kind]()

    def _identity(self) -> str:
        body = f"41090019800101{self.number() % 1000:03d}"
        return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, _WEIGHTS, strict=True)) % 11]


_TABLE = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"题目": {"$ref": "gongshi:kinds#/短文"}, "作者": {"$ref": "gongshi:kinds#/姓名"}},
    },
}
_KINDS = ("单位名称", "短文", "短文", "手机号", "固定电话", "邮箱", "身份证号", "长文", "意见", "表")
_ONE_LINE = ("姓名", "单位名称", "短文", "手机号", "固定电话", "邮箱", "身份证号")


def make(seed: int) -> World:
    """Return the world of the seed."""
    dice = random.Random(seed)
    maker = Maker(dice)
    kinds = {"姓名": "姓名", **{f"栏{kind}{at}": kind for at, kind in enumerate(dice.sample(_KINDS, 6))}}
    showable = [name for name, kind in kinds.items() if kind in _ONE_LINE]
    shown = {each: _some(dice, showable) for each in LISTS}
    world = World(
        as_of=FIRST + timedelta(days=dice.randrange((LAST - FIRST).days)),
        programme=_programme(dice, shown),
        form=_form(kinds),
    )
    for number in range(dice.randrange(2, 6)):
        _candidate(world, maker, kinds, {name for names in shown.values() for name in names}, f"a-{number:03d}")
    return world


def _some(dice: random.Random, names: list[str]) -> list[str]:
    chosen = set(dice.sample(names, dice.randrange(1, len(names) + 1)))
    return [name for name in names if name in chosen]


def _programme(dice: random.Random, shown: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "名称": "示例人员推荐认定",
        "角色": {"名称": "姓名"},
        "公示": {
            "天数": "5",
            "单位": "工作日",
            "排序": dice.choice(("按姓氏笔画", "按姓名笔画", "手工")),
            "期满处理": dice.choice(("保留", "隐去名单", "撤下")),
        },
        "异议": {"电话": "0393-6686900"},
        "任期": {"月数": "24"},
        "证书编号": "SL-{年}-{流水:03}",
        "公开": shown | {"评估": dice.choice(([], ["优秀"])), "表扬": dice.choice(("是", "否"))},
    }


def _form(kinds: dict[str, str]) -> dict[str, Any]:
    properties = {name: _TABLE if kind == "表" else {"$ref": f"gongshi:kinds#/{kind}"} for name, kind in kinds.items()}
    rows = [{"高": "20mm", "格": [[name, 1]]} for name, kind in kinds.items() if kind != "表"]
    return {
        "title": "示例人员推荐表",
        "type": "object",
        "required": ["姓名"],
        "additionalProperties": False,
        "properties": properties,
        "x-layout": {"列宽": ["40mm", "110mm"], "行": rows},
    }


def _candidate(world: World, maker: Maker, kinds: dict[str, str], shown: set[str], name: str) -> None:
    dice = maker.dice
    tree = {each: maker.value(kind) for each, kind in kinds.items() if each == "姓名" or dice.random() < 0.8}
    events = _life(dice, maker, name)
    proposed = next((each["日期"] for each in events if each["事项"] == "拟认定"), "9999-12-31")
    open_now = {each for each in shown if proposed <= world.as_of.isoformat()}
    for each, value in list(tree.items()):
        if kinds[each] in _ONE_LINE and dice.random() < 0.3:
            old = maker.value(kinds[each])
            events.append(
                {"日期": "2021-01-20", "事项": dice.choice(("更正", "变更")), "栏目": each, "原": old, "新": value}
            )
            world.secrets.append(Secret(old, each, each in open_now))
        world.secrets += [Secret(text, each, each in open_now) for text in _texts(value)]
    for event in events:
        private = [event[key] for key in ("事由", "涉及", "说明", "方式") if key in event]
        world.secrets += [Secret(text, "办理", lawful=False) for text in private]
    world.submissions[name] = tree | {"办理": events}


def _texts(value: Any) -> list[str]:
    """Return the texts of a value that are secrets: a line each; fixed words and days are none."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, str):
        return [line for line in value.splitlines() if line not in ("同意", "2020-12-01")]
    return [text for part in parts for text in _texts(part)]


def _life(dice: random.Random, maker: Maker, name: str) -> list[dict[str, Any]]:
    """Return what happened to a candidate, up to a step chosen by lot."""
    certified = {"文号": "示例〔2020〕1号", "证书编号": f"SL-2020-{name[2:]}", "任期至": "2022-12-24"}
    objection = {"编号": "1", "方式": maker.text(), "实名": "是", "涉及": maker.text()}
    steps: list[dict[str, Any]] = [
        {"日期": "2020-12-07", "事项": "收到", "说明": maker.text()},
        {"日期": "2020-12-14", "事项": "拟认定", "公示至": "2020-12-18"},
        {"日期": "2020-12-16", "事项": "异议", **objection},
        {"日期": "2020-12-17", "事项": "异议处理", "编号": "1", "结果": "不成立"},
        {"日期": "2020-12-25", "事项": "认定", **certified},
        {"日期": "2021-12-20", "事项": "年度评估", "结果": dice.choice(("优秀", "合格"))},
        {"日期": "2021-12-21", "事项": "通报表扬", "文号": "示例〔2021〕9号"},
        dice.choice(
            (
                {"日期": "2022-03-05", "事项": "取消资格", "事由": maker.text(), "文号": "示例〔2022〕2号"},
                {"日期": "2022-03-06", "事项": "退出", "事由": maker.text()},
                {"日期": "2022-12-24", "事项": "续聘", "任期至": "2024-12-24"},
            )
        ),
    ]
    done = steps[: dice.randrange(1, len(steps) + 1)]
    if len(done) == 2:
        done.append({"日期": "2020-12-17", "事项": dice.choice(("撤回", "不予认定")), "事由": maker.text()})
    return [each for each in done if not each["事项"].startswith("异议") or len(done) > 4]
