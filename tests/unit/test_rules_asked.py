"""Whom the rules are asked about, which conditions apply to each, and what a finding gives to choose from."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import content, rules
from pipeline.rules import context
from tests import samples

AS_OF = date(2021, 3, 17)


def test_only_the_wanted_files_are_judged(tmp_path: Path) -> None:
    """Asked for one candidate, what is wrong with another's file alone is not looked for; what two share still is."""
    unknown = [(name, "推荐单位: 示例", "推荐单位: 他市示例") for name in ("a-001", "b-001")]
    site, _ = content.load(samples.write(tmp_path, *unknown, ("b-001", "13800000002", "13800000001")))
    wanted = rules.check(site, AS_OF, lambda path: path == samples.SHORT["a-001"])
    assert [(each.where.path, each.code) for each in wanted] == [
        (samples.SHORT["a-001"], "R411"),
        (samples.SHORT["b-001"], "R420"),
    ]


ALL_BEAR = "文字: 热爱科技事业。"


@pytest.mark.parametrize(
    ("condition", "of_a", "of_b"),
    [
        (ALL_BEAR, ["1"], ["1", "2"]),
        (f"{ALL_BEAR}, 仅限: {{栏目: 职务, 为: 企业服务部部长}}", [], ["1", "2"]),
        (f"{ALL_BEAR}, 仅限: {{栏目: 邮箱, 为: wang@example.com}}", ["1"], ["2"]),
    ],
)
def test_conditions_that_apply(condition: str, of_a: list[str], of_b: list[str], tmp_path: Path) -> None:
    """They are those of all, of the candidate's category and of what it answered, however they are asked for."""
    site, _ = content.load(samples.write(tmp_path, ("programme", ALL_BEAR, condition)))
    (programme,) = site.programmes
    looked_up = context.look_up(programme, site.calendar, AS_OF)
    for each, expected in zip(programme.submissions, (of_a, of_b), strict=True):
        assert [one.number for one in context.applying(programme, each.values)] == expected
        assert [one.number for one in looked_up.applying(each.values)] == expected


@pytest.mark.parametrize(("more", "known"), [(0, "示例大学科协、示例县科协"), (10, "示例学会9"), (11, "示例学会9等")])
def test_associations_to_choose_from(more: int, known: str, tmp_path: Path) -> None:
    """A wrong 推荐单位 is told which there are; of a long list the first twelve, and that there are others."""
    others = "".join(f"  - {{名称: 示例学会{number}, 文件夹: x{number}}}\n" for number in range(more))
    root = samples.write(
        tmp_path,
        ("programme", "材料: [纸质", f"{others}材料: [纸质"),
        ("a-001", "推荐单位: 示例", "推荐单位: 他市示例"),
    )
    (finding,) = rules.check(content.load(root)[0], AS_OF)
    assert str(dict(finding.params)["known"]).endswith(known)
    assert str(dict(finding.params)["known"]).count("、") == min(more + 2, 12) - 1


def test_period_that_ends_before_it_begins_is_one_finding(tmp_path: Path) -> None:
    """Its days are not counted as well: the slip is one."""
    root = samples.write(tmp_path, ("a-001", "公示至: 2020-12-18", "公示至: 2020-12-11"))
    assert [each.code for each in rules.check(content.load(root)[0], AS_OF)] == ["E320"]
