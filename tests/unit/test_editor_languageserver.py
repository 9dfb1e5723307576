"""The YAML language server of real editors, with this repository's own settings, over our schemas."""

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from tests.tools import languageserver, npm
from tests.tools.languageserver import Server

ROOT = Path(__file__).parents[2]
SLUG = "longdu-2020"
FOLDER = f"content/programmes/{SLUG}"
GOOD = sorted((ROOT / FOLDER / "submissions").glob("*/*.yml"))
CASE = ROOT / FOLDER / "submissions" / "shili-daxue" / "a-014.yml"

DRAFT = """\
姓名: 王示例
类别:
推荐单位:
手机号: 13800000000
办理:
  - {日期: 2020-12-01, 事项: }
  - 日期: 2020-12-02
    事项: 认定

单位意见:
"""
ASSOCIATIONS = ["示例大学科协", "示例学院科协", "示例职业技术学院科协", "示例医专科协", "示例企业科协"]
ASSOCIATIONS += ["示例县科协", "示例东县科协", "示例西县科协", "示例区科协", "示例高新区科协"]
_NUMBERS = count(1)
pytestmark = pytest.mark.web


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a language server that has the schemas where .vscode/settings.json says."""
    reason = npm.lacking(languageserver.PACKAGE)
    if reason:
        pytest.fail(reason)
    root = tmp_path_factory.mktemp("workspace")
    run = CliRunner().invoke(cli, ["--root", str(ROOT), "schema", "--output", str(root / ".vscode" / "schemas")])
    assert run.exit_code == 0
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    with Server(root, settings) as started:
        yield started


def underlined(found: list[dict[str, Any]]) -> list[tuple[int, str]]:
    return sorted((each["range"]["start"]["line"] + 1, each["message"]) for each in found)


def test_good_files_have_nothing_underlined(server: Server) -> None:
    """Every submission and setting of the demonstration is taken as it stands."""
    files = [*GOOD, *(ROOT / "content").glob("*.yml"), *(ROOT / FOLDER).glob("programme.yml")]
    texts = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}
    found = server.open_all(texts)
    assert {path: underlined(each) for path, each in found.items()} == {path: [] for path in texts}


def test_a_form_is_helped_too(server: Server) -> None:
    """A form is taken as it stands; a misspelt keyword is underlined. One that names another schema is left to that."""
    lines = (ROOT / FOLDER / "form.yml").read_text(encoding="utf-8").splitlines()
    text = "\n".join(each for each in lines if not each.startswith("$schema:"))
    assert underlined(server.open("content/programmes/a/form.yml", text)) == []
    ((line, _),) = underlined(server.open("content/programmes/b/form.yml", text.replace("x-layout", "x-layuot")))[-1:]
    assert text.splitlines()[line - 1] == "x-layout:"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("类别: A", "类别: C", "应为：A、B"),
        ("姓名: 诸葛示例", "姓名:", "应为：真实姓名"),
        ("手机号: 13800002881", "手机号: '1380000288'", "应为：11 位手机号码，例如：13800000000"),
        ("手机号: 13800002881", "手机号: 1380000288", "13000000000"),
        ("邮箱: zhugesl@example.com", "邮箱: zhugesl", "应为：电子邮箱"),
        ("职务: 科学技术处副处长", "职务: " + "长" * 41, "最多 40 字"),
        ("单位意见: {结论: 同意,", "单位意见: {结论: 可以,", "应为：同意、不同意"),
        ("推荐单位: 示例大学科协", "推荐单位: 示例大学", "应为：示例大学科协、"),
        ("审核: {1: 符合,", "审核: {9: 符合,", "应为：1、2、3、4、5"),
        ("审核: {1: 符合,", "审核: {1: 好,", "应为：符合、不符合"),
        ("拟认定, 公示至: 2021-03-19}", "拟认定}", "公示至"),
        ("退回补正, 事由: 工", "退回补正, 文号: 1, 事由: 工", "文号"),
        ("职称: 副研究员", "职位: 副研究员", "职位"),
    ],
)
def test_a_slip_is_underlined_where_it_stands(server: Server, old: str, new: str, message: str) -> None:
    """The one thing that is wrong is underlined on its line, and what is asked for is said in Chinese."""
    text = CASE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    line = text[: text.index(old)].count("\n") + 1
    path = f"{FOLDER}/submissions/shili-daxue/{next(_NUMBERS)}.yml"
    ((found, said),) = underlined(server.open(path, text.replace(old, new)))
    assert found == line
    assert message in said


def offered(server: Server, path: str, line: int, column: int) -> list[str]:
    return [each["label"] for each in server.at("completion", path, line, column)["items"]]


def test_values_are_offered(server: Server) -> None:
    """Categories, associations, events and opinions are offered, but neither null nor what an event cannot say."""
    path = f"{FOLDER}/submissions/shili-daxue/offered.yml"
    text = DRAFT.replace("类别:", "类别: ").replace("推荐单位:", "推荐单位: ").replace("认定\n", "认定\n    \n")
    server.open(path, text + "  \n")
    assert offered(server, path, 2, 5) == ["A", "B"]
    assert offered(server, path, 3, 7) == ASSOCIATIONS
    assert {"收到", "拟认定", "认定"} <= set(offered(server, path, 6, 26))
    assert "null" not in offered(server, path, 6, 26)
    details = offered(server, path, 9, 5)
    assert {"文号", "证书编号", "任期至"} <= set(details)
    assert {"纸质", "公示至", "摘要"}.isdisjoint(details)
    assert {"结论", "意见", "负责人", "日期", "同意", "不同意"} <= set(offered(server, path, 12, 3))


def test_fields_are_explained(server: Server) -> None:
    """Hovering over a field shows its title, how to fill it in and an example; over a category, what it is."""
    path = f"{FOLDER}/drafts/hovered.yml"
    server.open(path, DRAFT)
    shown = server.at("hover", path, 4, 2)["contents"]["value"]
    assert shown.startswith("#### 手机号\n\n11 位手机号码\n")
    assert "13800000000" in shown
    assert "A类：在濮阳高校科技管理部门工作人员。" in server.at("hover", path, 2, 1)["contents"]["value"]
