"""Content of any size for the benchmark: the repository's own programme with other candidates, the same for each seed.

In: a folder, a count, a seed. Out: files. Must not know how they are built, nor the product.
"""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PROGRAMME = Path("content", "programmes", "longdu-2020")
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文华建国志海玉兰春梅晓红光永生成家俊宇浩然子轩雨欣怡佳嘉思琪"
    "博雅诚信义仁德安康宁泰和顺利达昌盛荣富贵祥瑞福禄寿喜庆云天山河江川林森松柏竹菊雪冰清洁"
)
_ASSOCIATION = re.compile(r"- \{名称: (\w+), 文件夹: ([\w-]+), 类别: \[(\w)\]\}")
_UNITS = ("示例大学第{}学院", "示例科技园第{}孵化器", "示例产业园第{}企业服务中心")
_DUTIES = ("科研处第{}科科长", "成果转化中心第{}组主任", "企业服务部第{}组组长", "技术转移办公室第{}科副科长")
_TITLES = ("教授", "副教授", "高级工程师", "工程师", "助理研究员")
_CV = (
    ("2001.07—2005.06", "系教师，指导学生{}名"),
    ("2005.07—2010.06", "实验中心副主任，建立平台{}个"),
    ("2010.07—2015.06", "科研处科员，经办项目{}项"),
    ("2015.07—2018.06", "成果转化科副科长，走访企业{}家"),
    ("2018.07—2020.11", "产学研合作办公室主任，促成合作{}项"),
)


class Round(NamedTuple):
    """A publicity round and the batch that follows it; `certified` is empty while the round is open."""

    proposed: str
    until: str
    certified: str
    document: str
    term: str


FIRST = Round("2020-12-14", "2020-12-18", "2020-12-25", "示例〔2020〕1号", "2022-12-24")
SECOND = Round("2021-01-11", "2021-01-15", "2021-01-22", "示例〔2021〕1号", "2023-01-21")
OPEN = Round("2021-03-15", "2021-03-19", "", "", "")

# How the candidates of each thousand end; the rest are certified and in office.
_ENDS = (
    ("取消资格", 10, "文号: 示例〔2021〕2号, 事由: 申报时提供的证明与事实不符", "2021-03-05"),
    ("退出", 10, "事由: 工作调动，本人书面申请", "2021-02-26"),
    ("撤回", 5, "事由: 另有工作安排，本人书面申请撤回", "2021-01-18"),
    ("不予认定", 5, "事由: 不符合条件", "2021-01-19"),
    ("不予推荐", 5, "事由: 材料不全", "2020-12-09"),
    ("公示中", 20, "", ""),
)
_IN_OFFICE = "在任"
_NEVER_CERTIFIED = ("撤回", "不予认定", "不予推荐", "公示中")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One file: where it stands below the submissions folder, its text, and the certificate number, if any.

    `ends` is how it ended: 在任, or a word of `_ENDS`.
    """

    path: str
    text: str
    number: str
    ends: str


def write(root: Path, count: int, seed: int) -> None:
    """Write a root with the repository's content and `count` candidates instead of its own."""
    shutil.copytree(
        ROOT / "content",
        root / "content",
        ignore=shutil.ignore_patterns("submissions", "drafts", ".*"),
        dirs_exist_ok=True,
    )
    below = root / PROGRAMME / "submissions"
    for _, folder, _ in associations():
        (below / folder).mkdir(parents=True)
    for each in candidates(count, seed):
        (below / each.path).write_text(each.text, encoding="utf-8", newline="\n")


def associations() -> tuple[tuple[str, str, str], ...]:
    """Return name, folder and category of the programme's associations, as its settings name them."""
    found = tuple(_ASSOCIATION.findall((ROOT / PROGRAMME / "programme.yml").read_text(encoding="utf-8")))
    if not found:
        raise ValueError("the programme's settings name no association in the way that the benchmark reads")
    return found


def candidates(count: int, seed: int) -> Iterator[Candidate]:
    """Yield the candidates; nobody shares a telephone with another, nor name and unit both."""
    chance = random.Random(seed)
    known = associations()
    serials: dict[str, int] = {}
    people: set[tuple[str, str]] = set()
    for index in range(count):
        association, folder, category = known[index % len(known)]
        ends = _end(chance)
        batch = OPEN if ends == "公示中" else SECOND if ends in ("撤回", "不予认定") else chance.choice((FIRST, SECOND))
        number = ""
        if ends not in _NEVER_CERTIFIED:
            series = f"KCLD-{batch.certified[:4]}-{category}"
            serials[series] = serials.get(series, 0) + 1
            number = f"{series}{serials[series]:03}"
        said = _person(chance, people) | {"association": association, "category": category}
        text = _text(chance, index, said) + _events(batch, ends, number)
        yield Candidate(f"{folder}/{category.lower()}-{index + 1:06}.yml", text, number, ends)


def _end(chance: random.Random) -> str:
    left = chance.randrange(1000)
    for word, share, _, _ in _ENDS:
        if left < share:
            return word
        left -= share
    return _IN_OFFICE


def _person(chance: random.Random, people: set[tuple[str, str]]) -> dict[str, str]:
    while True:
        name = chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2, 2))))
        unit = chance.choice(_UNITS).format(chance.randrange(1, 40))
        if (name, unit) not in people:
            people.add((name, unit))
            return {"name": name, "unit": unit}


def _text(chance: random.Random, index: int, said: dict[str, str]) -> str:
    category = said["category"]
    career = "".join(f"  {when}  {said['unit']}{what.format(index * 5 + 7)}\n" for when, what in _CV)
    years = f"园区管理经验年限: {chance.randrange(3, 20)}\n" if category == "B" else ""
    return (
        f"类别: {category}\n姓名: {said['name']}\n所在单位: {said['unit']}\n"
        f"职务: {chance.choice(_DUTIES).format(chance.randrange(1, 20))}\n社会职务: 无\n"
        f"职称: {chance.choice(_TITLES)}\n手机号: {13800000000 + index}\n办公电话: 0393-{1000000 + index}\n"
        f"邮箱: user{index}@example.com\n工作简历: |\n{career}"
        "单位意见: {结论: 同意, 意见: 同意推荐。, 负责人: 尤示例, 日期: 2020-11-27}\n"
        "科协意见: {结论: 同意, 意见: 同意推荐。, 负责人: 钱示例, 日期: 2020-11-30}\n"
        f"推荐单位: {said['association']}\n"
        f"审核: {{1: 符合, 2: 符合, 3: 符合, {5 if category == 'B' else 4}: 符合}}\n{years}"
    )


def _events(batch: Round, ends: str, number: str) -> str:
    lines = ["日期: 2020-12-01, 事项: 收到, 纸质: 是, 电子: 是"]
    if ends != "不予推荐":
        lines.append(f"日期: {batch.proposed}, 事项: 拟认定, 公示至: {batch.until}")
    if number:
        lines.append(
            f"日期: {batch.certified}, 事项: 认定, 文号: {batch.document}, 证书编号: {number}, 任期至: {batch.term}"
        )
    lines += [f"日期: {day}, 事项: {word}, {more}" for word, _, more, day in _ENDS if word == ends and day]
    return "办理:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Edit:
    """One file to be changed, and the certificate whose page then says something else."""

    path: Path
    number: str

    def make(self, revision: int) -> str:
        """Write another unit into the file, and return it: it stands on the certificate's page and on every list."""
        unit = f"改名后的第{revision}示例研究院"
        text = self.path.read_text(encoding="utf-8")
        self.path.write_text(re.sub(r"(?m)^所在单位: .*$", f"所在单位: {unit}", text), encoding="utf-8", newline="\n")
        return unit


def edit(root: Path, count: int, seed: int) -> Edit:
    """Return a candidate in office from the middle of what `write` wrote with the same count and seed."""
    for index, each in enumerate(candidates(count, seed)):
        if index >= count // 2 and each.ends == _IN_OFFICE:
            return Edit(root / PROGRAMME / "submissions" / each.path, each.number)
    raise ValueError("nobody is in office")
