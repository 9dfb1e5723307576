"""What editors are given accepts everything that our own judge accepts, and says where a slip is."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from pipeline import content, documents, edits, forms
from pipeline.cli import cli
from pipeline.cli.schema import patterns
from pipeline.forms import editor, editor_form, shapes
from pipeline.forms.convert import ABSENT
from pipeline.forms.faults import SUPPORTED
from pipeline.forms.formats import FORMATS
from pipeline.forms.keywords import FIELD_NAME
from pipeline.messages import CATALOGUE
from tests import models, samples, samples_expert

ROOT = Path(__file__).parents[2]
GOOD = [
    *sorted((ROOT / "content").glob("programmes/*/submissions/*/*.yml")),
    *sorted((ROOT / "tests" / "golden").glob("*/content/programmes/*/submissions/*/*.yml")),
]
SETTINGS = ("site", "strokes", "programme")


def as_an_editor(text: str) -> Any:
    """Read YAML with typed scalars, as an editor does: days stay texts, and keys are texts."""
    return _plain(yaml.safe_load(text))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def written(root: Path, folder: Path) -> Path:
    done = CliRunner().invoke(cli, ["--root", str(root), "schema", "--output", str(folder)])
    assert (done.exit_code, done.stdout) == (0, "")
    return folder


@cache
def judge(folder: Path, name: str) -> Draft7Validator:
    schema = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def wrong(judged: Draft7Validator, text: str) -> list[str]:
    return ["/".join(map(str, each.absolute_path)) for each in judged.iter_errors(as_an_editor(text))]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(ROOT, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = samples.write(tmp_path_factory.mktemp("root"), **samples_expert.FILES)
    return written(root, tmp_path_factory.mktemp("small"))


def test_no_good_file_has_a_red_line(own: Path, tmp_path: Path) -> None:
    """Every submission and setting of the demonstration and of the expected sites is taken."""
    folders, whole = {ROOT: own}, {ROOT: ROOT}
    for file in GOOD:
        root, slug = file.parents[5], file.parents[2].name
        if root not in folders:
            whole[root] = models.whole(root, tmp_path / "roots" / root.name)
            folders[root] = written(whole[root], tmp_path / root.name)
        assert wrong(judge(folders[root], f"submissions/{slug}"), file.read_text(encoding="utf-8")) == []
    for root, folder in folders.items():
        for name in SETTINGS:
            for file in (whole[root] / "content").glob("**/" + f"{name}.yml"):
                assert wrong(judge(folder, name), file.read_text(encoding="utf-8")) == []
        for file in (whole[root] / "content").glob("programmes/*/form.yml"):
            assert wrong(judge(folder, "form"), file.read_text(encoding="utf-8")) == []


def test_the_samples_have_no_red_line(small: Path) -> None:
    """Sub-tables, boxes, a photo and dates of months and years are taken too."""
    assert wrong(judge(small, "submissions/zhuanjia"), samples_expert.E_001) == []
    assert wrong(judge(small, "submissions/shili"), samples.A_001) == []
    assert wrong(judge(small, "submissions/shili"), samples.B_001) == []
    assert wrong(judge(small, "form"), samples_expert.FORM_EXPERT) == []
    assert wrong(judge(small, "programme"), samples_expert.PROGRAMME_EXPERT) == []
    assert wrong(judge(small, "calendar"), "放假: [2027-01-01]\n上班: []\n") == []
    assert wrong(judge(small, "strokes"), "𠮷: 121251\n甲: '25112'\n") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("手机号: 13800000001", "手机号: 138-0000 0001"),
        ("手机号: 13800000001", "手机号: １３８００００００１"),
        ("手机号: 13800000001", "手机号: '13800000001'"),
        ("邮箱: wang@example.com", "邮箱: 无"),
        ("邮箱: wang@example.com", "邮箱:"),
        ("职务: 科研处副处长", "职务: |\n  科研处副处长"),
        ("姓名: 王示例", "姓名: ' 王 示 例 '"),
        ("单位意见: {结论: 同意, 意见: 同意推荐。, 负责人: 李示例, 日期: 2020-12-01}", "单位意见: 无"),
        ("单位意见: {结论: 同意, 意见: 同意推荐。, 负责人: 李示例, 日期: 2020-12-01}", "单位意见: {结论: , 意见: }"),
        ("审核: {1: 符合}", "审核: {1: }"),
        ("类别: A", "类别: 'A'"),
        ("审核: {1: 符合}\n", ""),
    ],
)
def test_what_is_tidied_has_no_red_line(small: Path, old: str, new: str) -> None:
    """What a careful clerk may write otherwise, and our judge takes, an editor takes."""
    assert old in samples.A_001
    assert wrong(judge(small, "submissions/shili"), samples.A_001.replace(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("类别: A", "类别: C", "类别"),
        ("姓名: 王示例\n", "", ""),
        ("姓名: 王示例", "姓名:", "姓名"),
        ("姓名: 王示例", "姓名: 123", "姓名"),
        ("手机号: 13800000001", "手机号: 1380000001", "手机号"),
        ("手机号: 13800000001", "手机号: '1380000001'", "手机号"),
        ("手机号: 13800000001", "手机: 13800000001", ""),
        ("邮箱: wang@example.com", "邮箱: wang", "邮箱"),
        ("结论: 同意,", "结论: 可以,", "单位意见"),
        ("日期: 2020-12-01", "日期: 2020.12.1", "单位意见"),
        ("推荐单位: 示例大学科协", "推荐单位: 示例大学", "推荐单位"),
        ("审核: {1: 符合}", "审核: {9: 符合}", "审核"),
        ("审核: {1: 符合}", "审核: {1: 是}", "审核"),
        ("事项: 收到", "事项: 收", "办理"),
        (", 公示至: 2020-12-18", "", "办理"),
        (", 公示至: 2020-12-18", ", 公示至: 2020-12-18, 文号: 示例〔2020〕1号", "办理"),
        ("纸质: 是", "纸质: 有", "办理"),
    ],
)
def test_a_slip_has_its_red_line(small: Path, old: str, new: str, place: str) -> None:
    """A wrong word, a missing or blank field, a detail that an event lacks or may not have: at its place."""
    assert old in samples.A_001
    assert set(wrong(judge(small, "submissions/shili"), samples.A_001.replace(old, new))) == {place} | (
        {""} if new.startswith("手机:") else set()
    )


def test_what_editors_show(small: Path) -> None:
    """Titles, descriptions, examples, choices and snippets come from the form and its programme."""
    made = json.loads((small / "submissions" / "shili.json").read_text(encoding="utf-8"))["properties"]
    assert made["手机号"]["markdownDescription"] == "11 位手机号码"
    assert made["手机号"]["examples"] == [13800000000]
    assert made["类别"]["enum"] == ["A", "B"]
    assert made["类别"]["enumDescriptions"][0] == "A类：高校工作人员。"
    assert made["推荐单位"]["enum"] == ["示例大学科协", "示例县科协"]
    assert [each["label"] for each in made["单位意见"]["defaultSnippets"]] == ["同意", "不同意"]
    assert made["工作简历"]["defaultSnippets"][0]["bodyText"] == "|\n  $1"
    assert made["审核"]["anyOf"][0]["properties"]["1"]["markdownDescription"] == "热爱科技事业"
    events = made["办理"]["anyOf"][0]["items"]
    assert events["defaultSnippets"][0]["body"]["事项"] == "收到"
    (certified,) = [each for each in events["allOf"] if each["if"]["properties"]["事项"]["enum"] == ["认定"]]
    assert certified["then"]["required"] == ["文号"]


def test_the_schemas_need_nothing_from_elsewhere(small: Path) -> None:
    """No schema refers to another file or to the network."""
    for file in small.glob("**/*.json"):
        assert [each for each in _references(json.loads(file.read_text(encoding="utf-8"))) if each[0] != "#"] == []


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from ([part["$ref"]] if isinstance(part.get("$ref"), str) else [])
        for each in part.values():
            yield from _references(each)
    elif isinstance(part, list):
        for each in part:
            yield from _references(each)


FORM_TEXT = samples_expert.FORM_EXPERT
FORM, _ = forms.load_form(documents.parse_schema(FORM_TEXT.encode(), "form.yml")[0])  # type: ignore[arg-type]
assert FORM is not None
EXPERTS = Draft7Validator(editor.document(FORM.schema, editor.FORM))
BASE = {
    key: each for key, each in yaml.load(samples_expert.E_001, yaml.BaseLoader).items() if key not in forms.OWN_KEYS
}
_TEXTS = st.one_of(
    st.sampled_from(sorted(ABSENT)),
    st.sampled_from(
        ["王 示例", "欧阳例", "2020", "2020-12", "2020-12-01", "1949", "8", " 8 ", "８", "是", "true", "男"]
    ),
    st.sampled_from(["13800000000", "１３８00000000", "138 0000 0000", "a@b.cn"]),
    st.sampled_from(["甲\n乙\n", "甲\n", "x" * 20, "𠮷" * 20]),
    st.text(st.characters(categories=["Lo", "Nd", "Po", "Zs"]), max_size=8),
)


@given(st.sampled_from([each.name for each in FORM.fields if each.type not in ("array", "object")]), _TEXTS)
def test_whatever_is_right_has_no_red_line(name: str, text: str) -> None:
    """A value without a finding, written as a file, has no red line when an editor reads the file."""
    try:
        file = edits.compose({**BASE, name: text})
    except edits.EditError:
        return
    document, _ = documents.parse(file.encode(), "e.yml")
    assert document is not None
    _, found = forms.judge(FORM, document)
    if any(CATALOGUE[each.code].severity == "error" for each in found):
        return
    assert [each.message for each in EXPERTS.iter_errors(as_an_editor(file))] == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_shape(name: str) -> None:
    """An editor knows each format, and takes what fits it."""
    fits = ["王示例", "2020-12-01", "2020-12", "2020年12月1日", "2020-12-01 09:00", "11010519491231002X"]
    fits += ["91350100M000100Y43", "wang@example.com", "https://example.com/"]
    good = [text for text in fits if FORMATS[name](text)]
    assert good
    ((pattern, _),) = shapes.of_text({"format": name})
    assert [text for text in good if wrong(Draft7Validator({"pattern": pattern}), json.dumps(text))] == []


def test_form_files_know_every_keyword() -> None:
    """What a form may say has its place and its words in the schema of form.yml."""
    made = editor_form.form_file()
    field = made["definitions"]["field"]["properties"]
    assert set(field) | {"$schema", "x-layout"} == SUPPORTED | {"$ref"}
    assert [key for key, each in field.items() if not each.get("markdownDescription")] == []
    assert FIELD_NAME.fullmatch("姓名")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gongshi:kinds#/姓名", "gongshi:kinds#/名"),
        ("maxItems: 3", "maxitems: 3"),
        ("高: 9mm", "高: 9cm"),
        ("title: 示", "标题: 示"),
    ],
)
def test_a_wrong_form_has_its_red_line(old: str, new: str) -> None:
    """A kind, a keyword, a length or a title that is none is seen while the form is written."""
    judged = Draft7Validator(editor_form.form_file())
    assert wrong(judged, FORM_TEXT) == []
    assert old in FORM_TEXT
    assert wrong(judged, FORM_TEXT.replace(old, new, 1)) != []


def test_settings_of_this_repository_name_what_is_written(own: Path) -> None:
    """.vscode/settings.json maps every schema that the command writes to the files it is for, and they are there."""
    mapped = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    slugs = tuple(sorted(each.name for each in (ROOT / "content" / "programmes").iterdir() if each.is_dir()))
    assert mapped == patterns(slugs)
    names = {f".vscode/schemas/{each.relative_to(own).as_posix()}" for each in own.glob("**/*.json")}
    assert set(mapped) == names
    for glob in (
        "content/site.yml",
        "content/programmes/*/form.yml",
        "content/programmes/longdu-2020/submissions/**/*.yml",
    ):
        assert list(ROOT.glob(glob))


def test_command_writes_settings_once(tmp_path: Path) -> None:
    """Settings are written where there are none; somebody's own stay, and what they lack is said."""
    root = samples.write(tmp_path)
    run = CliRunner().invoke(cli, ["--root", str(root), "schema"])
    assert run.exit_code == 0
    assert (root / ".vscode" / "schemas" / "submissions" / "shili.json").is_file()
    settings = root / ".vscode" / "settings.json"
    assert json.loads(settings.read_text(encoding="utf-8"))["yaml.schemas"] == patterns(("shili",))
    settings.write_text('{"yaml.schemas": {}} // ours', encoding="utf-8")
    run = CliRunner().invoke(cli, ["--root", str(root), "schema"])
    assert settings.read_text(encoding="utf-8") == '{"yaml.schemas": {}} // ours'
    assert '".vscode/schemas/submissions/shili.json"' in run.stderr


def test_command_prints_one_programme(tmp_path: Path) -> None:
    """One programme's schema goes to stdout; a programme that is not there is a usage error."""
    root = samples.write(tmp_path)
    run = CliRunner().invoke(cli, ["--root", str(root), "schema", "--programme", "shili"])
    assert json.loads(run.stdout)["title"] == "示例联络员推荐认定：申报文件"
    run = CliRunner().invoke(cli, ["--root", str(root), "schema", "--programme", "x"])
    assert (run.exit_code, run.stdout) == (2, "")
    assert not (root / ".vscode").exists()


def test_a_broken_form_is_told_and_the_rest_is_written(tmp_path: Path) -> None:
    """A form with an error gives no schema; settings get theirs all the same."""
    root = samples.write(tmp_path, ("form", "kinds#/姓名", "kinds#/名"), **samples_expert.FILES)
    run = CliRunner().invoke(cli, ["--root", str(root), "schema", "--output", str(tmp_path / "out")])
    assert run.exit_code == 1
    assert "S261" in run.stderr
    assert sorted(each.stem for each in (tmp_path / "out" / "submissions").iterdir()) == ["zhuanjia"]
    assert content.load(root)[0].programmes[0].slug == "zhuanjia"
