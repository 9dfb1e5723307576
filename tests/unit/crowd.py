"""A crowd made by rule: as many people as wanted, with names, units and posts as unlike as those of a real list."""

import random
from dataclasses import replace
from datetime import date

from pipeline.public.decisions import Cell
from pipeline.public.types import Holder, PublicProgramme, RoundEntry
from tests.unit import public_fixture as public

ROLES = (("name", "姓名"), ("category", "类别"), ("unit", "所在单位"))
LABELS = ("姓名", "类别", "所在单位", "职务")
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单解查朴仇区盖翟缪"
)
COMPOUND = ("欧阳", "司马", "尉迟", "万俟", "诸葛")
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国红玉兰梅文辉力斌波宁福全胜学祥才发武新利清飞彬富顺信子民友裕河哲江厚庆"
    "邦海仁世广志义兴良山忠思群豪心承乐绍功松善茂进有坚和彪博诚先敬震振壮会思行时泰盛雄琛钧冠策腾楠榕风航弘淑惠珠翠雅芝萍娣"
    "秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑筠柔竹霭凝晓欢霄枫芸菲寒欣滢伊亚宜可姬舒影荔枝思丽晟茜"
)
PLACES = ("示例市", "示例东县", "示例西县", "示例区", "样本市", "样本高新区", "甲县", "乙县", "丙区", "丁区")
KINDS = ("大学", "学院", "科技园", "孵化器", "产业园", "研究所", "医院", "中学", "农业科学院", "科技有限公司")
OFFICES = ("科研处", "技术转移中心", "企业服务部", "办公室", "学会部", "孵化服务部")
POSTS = tuple(office + post for office in OFFICES for post in ("处长", "主任", "科长", "科员"))
CERTIFIED = date(2020, 12, 25)


def people(count: int, seed: int = 1) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of so many people."""
    dice = random.Random(seed)
    units = tuple(_unit(dice) for _ in range(count // 10 + 2))
    return tuple(
        tuple(Cell(label, label, text) for label, text in zip(LABELS, _texts(dice, units), strict=True))
        for _ in range(count)
    )


def _texts(dice: random.Random, units: tuple[str, ...]) -> tuple[str, str, str, str]:
    return _name(dice), dice.choice("AB") + "类", dice.choice(units), dice.choice(POSTS)


def _unit(dice: random.Random) -> str:
    return dice.choice(PLACES) + dice.choice(GIVEN) + dice.choice(GIVEN) + dice.choice(KINDS)


def _name(dice: random.Random) -> str:
    surname = dice.choice(COMPOUND) if dice.random() < 0.01 else dice.choice(SURNAMES)
    return surname + "".join(dice.choice(GIVEN) for _ in range(dice.choice((1, 2, 2, 2))))


def holder(number: int, cells: tuple[Cell, ...]) -> Holder:
    """Return a line of the roster; of twenty, one has left, and of another the term is over."""
    return Holder(
        number=number,
        category=cells[1].text,
        cells=() if number % 20 == 0 else cells,
        standing={0: "已退出", 1: "任期届满"}.get(number % 20, "在任"),
        since=CERTIFIED,
        certified_on=CERTIFIED,
        term_until=date(2022, 12, 24),
        certificate_number=f"YBZG-2020-{cells[1].text[0]}{number:05}",
        in_office=number % 20 > 1,
    )


def programme(count: int) -> PublicProgramme:
    """Return the small programme with a crowd in its first round and on its roster, and no pages of certificates."""
    base = public.programme(12)
    crowd = people(count)
    first = replace(
        base.rounds[0],
        entries=tuple(RoundEntry(number, cells[1].text, cells) for number, cells in enumerate(crowd, 1)),
    )
    return replace(
        base,
        rounds=(first,),
        roster=tuple(holder(number, cells) for number, cells in enumerate(crowd, 1)),
        certifications=(),
        certificates=(),
        roles=ROLES,
    )
