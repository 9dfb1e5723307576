"""Every setting: described for editors and handbooks, and told when it is missing, mistyped or unknown."""

import copy
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pipeline import documents, forms
from pipeline.documents import Document, characters
from pipeline.forms import patterns
from pipeline.forms.faults import SUPPORTED
from pipeline.forms.formats import FORMATS
from pipeline.forms.schema import KINDS, Judge, expand, inner, kinds, shipped

NAMES = ("site", "programme", "notice", "certification", "calendar", "strokes", "submission")
SCHEMAS = Path(__file__).parents[2] / "pipeline" / "schemas"
CANARY = "秘而不宣"
Pointer = tuple[str | int, ...]


def properties(schema: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Mapping[str, Any]]]:
    """Yield every property of a schema with its pointer."""
    if not isinstance(schema, Mapping):
        return
    for key, part in schema.items():
        for step, each in inner(key, part):
            here = (*pointer, *step) if key == "properties" else pointer
            if key == "properties":
                yield here, each
            yield from properties(each, here)


def keywords(schema: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, Mapping):
        for key, part in schema.items():
            yield key, part
            for _, each in inner(key, part):
                yield from keywords(each)


def test_every_schema_is_looked_at_here() -> None:
    """No schema is shipped that these tests do not judge."""
    assert {each.name for each in SCHEMAS.iterdir()} == {f"{name}.json" for name in (*NAMES, "kinds")}


@pytest.mark.parametrize("name", [*NAMES, "kinds"])
def test_every_schema_is_sound(name: str) -> None:
    """No run judges what we ship, so it is judged here: plain text, each key once, a schema, and known kinds only."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert [key for key, _ in pairs] == list(dict.fromkeys(key for key, _ in pairs))
        return dict(pairs)

    text = (SCHEMAS / f"{name}.json").read_bytes().decode()
    assert characters.check(text) == []
    schema = json.loads(text, object_pairs_hook=once)
    Draft202012Validator.check_schema(schema)
    every = (*keywords(schema), *keywords({"properties": schema.get("$defs", {})}))
    assert {str(part).removeprefix(KINDS) for key, part in every if key == "$ref"} <= set(kinds())


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_described(name: str) -> None:
    """An editor and a handbook can say of each what it is, and show one where there is no choice to pick from."""
    schema = expand(shipped(name))
    assert schema["title"]
    assert schema["description"]
    every = dict(properties(schema))
    assert [pointer for pointer, each in every.items() if not each.get("description")] == []
    free = {pointer: each for pointer, each in every.items() if "enum" not in each}
    with_example = {pointer for pointer, each in free.items() if each.get("examples")}
    private = {"事由", "说明", "涉及", "原", "新"}
    assert [pointer for pointer in free if pointer not in with_example and pointer[-1] not in private] == []


@pytest.mark.parametrize("name", [*NAMES, "kinds"])
def test_every_setting_is_bounded_and_known(name: str) -> None:
    """Free text has a greatest length, lists a greatest number, and no keyword or format is without words."""
    schema = {"properties": kinds()} if name == "kinds" else expand(shipped(name))
    for pointer, each in properties(schema):
        if each.get("type") == "string" and "enum" not in each and "format" not in each:
            assert "maxLength" in each or str(each.get("pattern")).startswith("^"), pointer
        if each.get("type") == "array":
            assert "maxItems" in each, pointer
        if each.get("type") == "object" and "properties" in each:
            assert each["additionalProperties"] is False, pointer
    for key, part in keywords(schema):
        assert key in SUPPORTED
        assert key != "format" or part in FORMATS
        assert key != "pattern" or patterns.is_one(part)


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_are_right(name: str) -> None:
    """What a schema shows as an example, it accepts when somebody writes it into a file."""
    for pointer, each in properties(expand(shipped(name))):
        for example in each.get("examples", ()):
            text = example if isinstance(example, str) else json.loads(json.dumps(example), parse_int=str)
            wrapped = {"properties": {"甲": each}}
            read, _ = documents.parse(json.dumps({"甲": text}).encode(), "x.yml")
            assert read is not None
            value = forms.convert.convert(read.values, wrapped, forms.convert.SETTINGS)
            assert list(Judge(wrapped).exact.iter_errors(value)) == [], pointer


WHOLE: dict[str, str] = {
    "site": "{名称: 示例, 网址: https://x.example/, 标识码: '1234567890', "
    "联系: 电话, 页脚: [一], 演示: 是, 今日: 2021-03-17, "
    "主办: 示例, 地址: 路1号, 备案: 豫ICP备00000000号, 公安备案: 豫公网安备41090000000000号, "
    "网站标识: {图片: b.png, 网址: 'https://x.example/', 类型: 党政机关}, "
    "数据许可: {名称: 许可, 网址: 'https://x.example/'}, "
    "排版: {字体: 打包, 页边距: {上: 37mm, 下: 35mm, 左: 28mm, 右: 26mm}, 行数: 22, 每行字数: 28}}",
    "notice": "{标题: 通知, 主送: 各科协：, 文号: 示例〔2020〕1号, 发文单位: 示例, 成文日期: 2020年11月25日, "
    "发布时间: 2020-11-25, 原文如此: [(一)]}",
    "certification": "{标题: 通知, 主送: 各科协：, 发文单位: 示例, 名单标题: 名单}",
    "calendar": "{放假: [2027-01-01], 上班: [2027-02-14]}",
    "strokes": "{王: '1121'}",
    "submission": "{推荐单位: 示例县科协, 审核: {1: 符合}, "
    "评分: [{日期: 2020-12-09, 评委: 闻示例, 得分: {条件: 35.5}}], "
    "前次: longdu-2020/a-001, 来源: 纸质表, 办理: ["
    "{日期: 2020-12-07, 事项: 收到, 纸质: 是, 电子: 是}, {日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-18}, "
    "{日期: 2020-12-25, 事项: 认定, 文号: 示例〔2020〕1号, 证书编号: SL-2020-A001, 任期至: 2022-12-24}, "
    "{日期: 2020-12-26, 事项: 变更, 栏目: 职务, 原: 甲, 新: 乙, 重新公示: 否}]}",
    "programme": "{名称: 示例, 系列: 示例, 用词: {认定: 命名, 推荐表: 申报书, 推荐单位: 归口单位, 量词: 支}, "
    "角色: {名称: 姓名, 单位: 所在单位, 类别: 类别, 查重: [手机号]}, "
    "截止: 2020-12-08, 逾期: 提示, 类别: {A: {名称: A类, 对象: 甲, 职责: 乙, 单位意见: 丙}}, "
    "条件: [{号: 1, 类别: A, 文字: 甲, 仅限: {栏目: 性别, 为: 女}, "
    "栏目: 年限, 最少: 3, 应为: 是, 不早于: 1960-01-01}], "
    "优先: {类别: A, 栏目: 证书}, "
    "推荐单位: [{名称: 示例县科协, 文件夹: xian, 类别: [A], 名额: {A: 2}}], 材料: [纸质, 电子], "
    "材料清单: {栏目: 材料, 可缺: [甲]}, 评分: {项目: [{名称: 条件, 满分: 40, 文字: 甲}], "
    "满分: 100, 合格分: 70, 名额: 3, 计分: 平均分}, "
    "公示: {天数: 5, 单位: 工作日, 含首日: 是, 排序: 手工, 期满处理: 保留}, "
    "异议: {方式: 书面, 电话: 0393-0000000, 邮箱: x@example.com, "
    "地址: 某路, 时段: 上午, 监督电话: 0393-0000000, 须实名: 是}, "
    "任期: {月数: 24}, 证书编号: 'SL-{流水:03}', "
    "公开: {公示: [姓名], 名单: [姓名], 证书: [姓名], 已取消: [姓名], 评估: [优秀], 表扬: 是}, "
    "联系: [{科室: 学会部, 姓名: [赵示例], 电话: 0393-0000000, 邮箱: x@example.com}]}",
}


def parse(values: object) -> Document:
    text = values if isinstance(values, str) else json.dumps(values, ensure_ascii=False)
    document, found = documents.parse(text.encode(), "x.yml")
    assert document is not None, found
    return document


def keys(values: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    steps = values.items() if isinstance(values, Mapping) else enumerate(values) if isinstance(values, list) else ()
    for step, each in steps:
        yield (*pointer, step)
        yield from keys(each, (*pointer, step))


def changed(values: Any, pointer: Pointer, new: object) -> Any:
    """Return a copy with another value at the place, or without it where `new` is None."""
    whole = copy.deepcopy(values)
    part = whole
    for step in pointer[:-1]:
        part = part[step]
    if new is None:
        del part[pointer[-1]]
    else:
        part[pointer[-1]] = new
    return whole


def judge(name: str, values: Any) -> list[str]:
    """Return the codes of the findings, each of which must be worded without what was typed."""
    found = forms.judge_settings(name, parse(values))
    said = "".join(each.message(lang) + each.hint(lang) for each in found for lang in ("zh", "en"))
    assert CANARY[:2] not in said
    return [each.code for each in found]


# Of events each has keys of its own, and a term is given in one of two ways.
UNNAMED = {"submission": {"事由", "结果", "编号", "方式", "实名", "涉及", "说明", "摘要"}, "programme": {"至"}}


@pytest.mark.parametrize("name", NAMES)
def test_a_whole_file_is_right(name: str) -> None:
    """The files that are spoilt below name every setting, and are right as they stand."""
    assert judge(name, WHOLE[name]) == []
    named = {tuple(each for each in pointer if isinstance(each, str)) for pointer in keys(parse(WHOLE[name]).values)}
    flat = {pointer[-1] for pointer, _ in properties(expand(shipped(name)))}
    assert flat - {pointer[-1] for pointer in named if pointer} == UNNAMED.get(name, set())


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_missing(name: str) -> None:
    """Without one of its keys a file is right, or is told what is missing."""
    values = parse(WHOLE[name]).values
    for pointer in keys(values):
        found = judge(name, changed(values, pointer, None))
        assert set(found) <= {"S201", "S234", "S237", "S238"}, pointer


# What `make test` tries of all that there is; `make drill` tries everything.
PARTS = ("slice", pytest.param("whole", marks=pytest.mark.drill))


def tried(every: tuple[Any, ...], number: int, part: str) -> tuple[Any, ...]:
    """Return what is tried at the place of that number: all, or a few that change from place to place."""
    return every[number % 4 :: 4] if part == "slice" else every


ODD = ([[CANARY]], {CANARY: CANARY}, [{CANARY: [CANARY]}], {CANARY: {CANARY: [CANARY]}}, [[[CANARY]]])
# Whatever stands under these is taken as it is: a program wrote it.
FREE = ("来源",)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_setting_wrongly_nested(name: str, part: str) -> None:
    """A text where parts belong, a list where a text belongs, and so on, is told at every level."""
    values = parse(WHOLE[name]).values
    for number, pointer in enumerate(keys(values)):
        for odd in tried(ODD, number, part):
            assert judge(name, changed(values, pointer, odd)) or pointer[0] in FREE, (pointer, odd)


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_beside_an_unknown_one(name: str) -> None:
    """A key that is not known is told wherever it stands, and offered its neighbour where it is near."""
    values = parse(WHOLE[name]).values
    closed = {pointer[:-1] for pointer in keys(values) if isinstance(pointer[-1], str) and pointer[0] not in FREE}
    open_ones = {("类别",), ("审核",), ("推荐单位", 0, "名额"), ("评分", 0, "得分")} | (
        {()} if name in ("strokes", "submission") else set()
    )
    for part in closed - open_ones:
        assert judge(name, changed(values, (*part, CANARY), CANARY)) == ["S210"], part
        near = next(pointer[-1] for pointer in keys(values) if pointer[:-1] == part)
        found = judge(name, changed(values, (*part, f"{near}{near}"), CANARY))
        assert found in (["S202"], ["S210"]), part


TEXTS = (CANARY, "-1", "", "是", CANARY * 2000, "2021-02-30", "{年}", "a\nb", "\u202e" + CANARY)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", NAMES)
def test_every_setting_of_another_text(name: str, part: str) -> None:
    """Any text in any place is judged and never repeated."""
    values = parse(WHOLE[name]).values
    for number, pointer in enumerate(keys(values)):
        for text in tried(TEXTS, number, part):
            judge(name, changed(values, pointer, text))
