"""How many worn scans give their code back, by the length of the CV, the resolution, and what was written over it."""

import random

import pytest

from pipeline.intake import pictures
from pipeline.paper import payload
from pipeline.paper.payload import Payload
from tests.tools import scanner

SHORT = {
    "类别": "A",
    "姓名": "王示例",
    "所在单位": "示例大学",
    "职务": "科学技术处处长",
    "社会职务": "示例市高校科研管理研究会副会长",
    "职称": "教授",
    "手机号": "13800001100",
    "办公电话": "0393-0001001",
    "邮箱": "wangsl@example.com",
    "资格证书": "技术经理人证书（初级）",
}
FIELDS = (*SHORT, "工作简历")
WORDS = "示例大学科学技术处副处长负责全校横向科研项目的洽谈签约与过程管理建立教师成果台账逐项登记名称成熟程度"
SCANS = 12


def cv(length: int, seed: int) -> str:
    """Return a CV of that many characters, no two alike."""
    dice = random.Random(seed)
    text = ""
    while len(text) < length:
        years = f"{dice.randrange(1990, 2018)}.{dice.randrange(1, 13):02}—{dice.randrange(2000, 2021)}.07  "
        text += years + "".join(dice.choices(WORDS, k=dice.randrange(10, 26))) + "\n"
    return text[:length]


@pytest.mark.drill
@pytest.mark.parametrize("marks", [False, True])
@pytest.mark.parametrize("dpi", [300, 200, 150])
@pytest.mark.parametrize("length", [0, 250, 500, 800])
def test_worn_scans_are_read(length: int, dpi: int, marks: bool) -> None:
    """At 300 and 200 dpi all but one in twelve at most, at 150 dpi two in three, pen and seal or not."""
    read = 0
    for seed in range(SCANS):
        data = payload.encode(Payload("shili", "0a1b2c3d", {**SHORT, "工作简历": cv(length, seed) or None}), FIELDS)
        wear = scanner.worn(seed * 31 + length, dpi, marks)
        found = pictures.codes(scanner.scan(scanner.sheet(data), wear, seed), ".jpg", payload.MARK)
        read += data in found.pages[0]
    assert read >= (SCANS - 1 if dpi > 150 else SCANS * 2 // 3)
