"""What `new` makes builds at once; what it makes is whole or not there; nothing is overwritten."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline import build, content, documents, edits, scaffold
from pipeline.cli import asking, cli, desk_words, doctor_words, intake_words, new_words, verify_words
from pipeline.cli import new as new_command
from pipeline.diagnostics import stops
from pipeline.messages.entry import Severity
from pipeline.model import Programme
from tests.models import golden

ROOT = Path(__file__).parents[2]
ISSUER = "某市科学技术协会"
TODAY = date(2026, 11, 24)
NEW = ("--name", "首批科普专家推荐认定", "--issuer", ISSUER, "--deadline", "2027-01-31")


def run(root: Path, *arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "--lang", "zh", "new", *arguments], input=given)


def files(root: Path) -> set[str]:
    return {
        each.relative_to(root).as_posix() for each in root.rglob("*") if each.is_file() and ".cache" not in each.parts
    }


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every programme be made on the same day."""
    monkeypatch.setattr(new_command, "today", lambda: TODAY)


@pytest.fixture(params=sorted(scaffold.MODELS))
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Give a repository that was made in an empty folder."""
    assert run(tmp_path, "programme", "kepu-2026", "--like", request.param, *NEW).exit_code == 0
    yield tmp_path


def test_no_sentence_hides_another() -> None:
    """The tables of what commands say are one table in the end: no two use one key."""
    tables = (desk_words.SAY, doctor_words.SAY, intake_words.SAY, new_words.SAY, verify_words.SAY)
    assert sum(map(len, tables)) == len({key for each in tables for key in each})


def test_every_model_is_offered() -> None:
    """Each folder of models is a model, and the command names them."""
    there = {each.name for each in (ROOT / "pipeline" / "models").iterdir() if each.is_dir()}
    assert there == set(scaffold.MODELS)
    said = CliRunner().invoke(cli, ["new", "programme", "--help"]).output
    assert all(each in said for each in there)


def test_an_empty_folder_is_a_site_two_commands_later(fresh: Path) -> None:
    """What was made has no error and no warning, and builds a site with the names that were given."""
    result = build.build(fresh, fresh / "output", TODAY)
    assert [each for each in result.findings if each.severity is not Severity.NOTE] == []
    assert result.published is not None
    notice = (fresh / "output/site/kepu-2026/index.html").read_text(encoding="utf-8")
    assert ISSUER in notice
    assert "首批科普专家推荐认定" in notice
    assert "2027年1月31日" in notice
    assert "演示数据" not in notice


def test_what_is_private_or_made_stays_out_of_git(fresh: Path) -> None:
    """Drafts, the site, the cache and schemas are made anew or are nobody's business."""
    ignored = (fresh / ".gitignore").read_text(encoding="utf-8").split()
    assert {"/output/", "/.cache/", "/content/programmes/*/drafts/", "/.vscode/schemas/"} <= set(ignored)


def test_editors_have_their_schemas(fresh: Path) -> None:
    """Every schema that the editor's settings name is there."""
    settings = json.loads((fresh / ".vscode/settings.json").read_text(encoding="utf-8"))
    named = set(settings["yaml.schemas"])
    assert ".vscode/schemas/submissions/kepu-2026.json" in named
    assert named <= files(fresh)


def test_a_second_programme_leaves_the_rest_alone(fresh: Path) -> None:
    """In a repository only the programme is new."""
    before = files(fresh)
    (fresh / "README.md").unlink()
    assert run(fresh, "programme", "kepu-2027", *NEW).exit_code == 0
    new = files(fresh) - before
    assert {each.rsplit("/", 1)[0] for each in new} == {
        "content/programmes/kepu-2027",
        ".vscode/schemas/submissions",
    }
    assert not (fresh / "README.md").exists()


@pytest.mark.parametrize("slug", ["roster", "con", "a--b", "A", "项目", "a/b", "..", "x" * 61, ""])
def test_a_folder_that_cannot_be_is_refused(tmp_path: Path, slug: str) -> None:
    """No such programme could be built, or its address be written."""
    result = run(tmp_path, "programme", slug, *NEW)
    assert (result.exit_code, files(tmp_path)) == (2, set())


def test_nothing_is_overwritten(fresh: Path) -> None:
    """A programme that is there stays as it is."""
    before = {each: (fresh / each).read_bytes() for each in files(fresh)}
    result = run(fresh, "programme", "kepu-2026", *NEW)
    assert result.exit_code == 2
    assert {each: (fresh / each).read_bytes() for each in files(fresh)} == before


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk at the third file takes the first two back."""
    create = edits.create
    made: list[str] = []

    def full(root: Path, path: str, text: str | bytes) -> bool:
        made.append(path)
        if len(made) == 3:
            raise OSError(28, "No space left on device")
        return create(root, path, text)

    monkeypatch.setattr(edits, "create", full)
    result = run(tmp_path, "programme", "kepu-2026", *NEW)
    assert (result.exit_code, files(tmp_path)) == (1, set())


@pytest.mark.parametrize("name", ["甲\n乙", "甲\x07", "甲\u202e乙"])
def test_a_name_that_no_line_holds_is_refused(tmp_path: Path, name: str) -> None:
    """A line end would begin another key."""
    result = run(tmp_path, "programme", "kepu-2026", "--name", name, "--issuer", ISSUER)
    assert (result.exit_code, files(tmp_path)) == (2, set())


@pytest.mark.parametrize("name", ["科普: 专家", "“科创”#1", "[甲]", "it's", "- 甲", "@甲", "甲'"])
def test_signs_of_yaml_in_a_name_stay_a_name(tmp_path: Path, name: str) -> None:
    """Whatever is given is read back."""
    assert run(tmp_path, "programme", "kepu-2026", "--name", name, "--issuer", ISSUER).exit_code == 0
    site, findings = content.load(tmp_path)
    assert (site.programmes[0].name, stops(findings)) == (name, False)


def test_a_newcomer_answers_four_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in an answer is told and asked again; what was made is what was answered."""
    monkeypatch.setattr(asking, "can_answer", lambda: True)
    answers = ("科普2026", "kepu-2026", "3", "2", "科", "首批科普基地认定", ISSUER)
    result = run(tmp_path, "programme", given="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    made = content.load(tmp_path)[0].programmes[0]
    assert (made.slug, made.name) == ("kepu-2026", "首批科普基地认定")
    assert "单位名称" in {each.name for each in made.form.fields}
    assert [words for words in ("不能用作", "1 到 2 之间", "2 到 60 个字") if words not in result.output] == []


def test_a_newcomer_chooses_the_association_and_the_category(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From lists with numbers, of which only those are asked that there are more than one of."""
    monkeypatch.setattr(asking, "can_answer", lambda: True)
    owner = content.load(fresh)[0].programmes[0]
    result = run(fresh, "submission", given="2\n1\n")
    assert result.exit_code == 0, result.output
    (made,) = (fresh / "content/programmes/kepu-2026/submissions").rglob("*.yml")
    assert made.parent.name == owner.associations[1].folder


@pytest.mark.parametrize("name", ["科", "科" * 61, " 科 "])
def test_a_name_that_settings_do_not_take_is_refused(tmp_path: Path, name: str) -> None:
    """Before anything is made, and not by `check` afterwards."""
    assert run(tmp_path, "programme", "kepu-2026", "--name", name, "--issuer", ISSUER).exit_code == 2
    assert files(tmp_path) == set()


def test_every_made_file_leads_editors_to_its_schema(fresh: Path) -> None:
    """By a line that editors of any make read."""
    owner = content.load(fresh)[0].programmes[0]
    assert run(fresh, "submission", "--association", owner.associations[0].name).exit_code == 0
    for file in (fresh / "content").rglob("*.yml"):
        (named,) = re.findall(
            r"^# yaml-language-server: \$schema=(\S+)$", file.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert (file.parent / named).is_file(), file


def test_a_second_programme_is_added_to_the_editors_settings(fresh: Path) -> None:
    """Beside what somebody set there; settings with comments are told what they lack."""
    settings = fresh / ".vscode/settings.json"
    own = json.loads(settings.read_text(encoding="utf-8"))
    settings.write_text(json.dumps({**own, "editor.fontSize": 16}), encoding="utf-8")
    assert run(fresh, "programme", "kepu-2027", *NEW).exit_code == 0
    now = json.loads(settings.read_text(encoding="utf-8"))
    assert now["editor.fontSize"] == 16
    added = set(now["yaml.schemas"]) - set(own["yaml.schemas"])
    assert added == {".vscode/schemas/submissions/kepu-2027.json"}


def test_where_nobody_answers_options_are_asked_for(tmp_path: Path) -> None:
    """In a pipe no question waits for ever."""
    result = run(tmp_path, "programme", "kepu-2026", given="")
    assert result.exit_code == 2
    assert "--name" in result.output


@pytest.fixture(params=["zhuanjia", "danwei", "longdu"])
def programme(request: pytest.FixtureRequest) -> Programme:
    """Give each kind of programme with its candidates."""
    root = ROOT if request.param == "longdu" else golden(request.param)
    return content.load(root)[0].programmes[0]


def test_a_blank_submission_names_every_field(programme: Programme) -> None:
    """Each field stands there with what it is; nothing is filled in that was not given."""
    new = scaffold.New("x-001", next(iter(programme.associations), None))
    path = scaffold.path_of(programme, new)
    text = scaffold.submission(programme, new, path)
    document, findings = documents.parse(text.encode(), path)
    assert (findings, document is not None) == ((), True)
    assert document is not None
    assert {each.name for each in programme.form.fields} <= document.values.keys()
    assert {key for key, value in document.values.items() if value} <= {"推荐单位"}
    assert all(
        re.search(rf"^# .*\n(#.*\n)*{re.escape(each.name)}:", text, re.MULTILINE) for each in programme.form.fields
    )
    assert text.startswith("# yaml-language-server: $schema=../../")


def test_the_next_number_follows_the_highest(programme: Programme) -> None:
    """A new file never takes an id that was given."""
    taken = {each.id for each in programme.submissions}
    for category in ("", *(each.code for each in programme.categories)):
        fresh = scaffold.next_id(programme, category, taken)
        assert fresh not in taken
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", fresh)


def test_a_submission_is_made_where_it_belongs(fresh: Path) -> None:
    """It stands in the association's folder, and `check` has nothing but what is still to be filled in."""
    owner = content.load(fresh)[0].programmes[0]
    association = owner.associations[0]
    result = run(fresh, "submission", "--association", association.name)
    assert result.exit_code == 0
    (made,) = (fresh / "content/programmes/kepu-2026/submissions" / association.folder).iterdir()
    _, findings = content.load(fresh)
    assert {each.code for each in findings if made.name in each.where.path} <= {"S201"}
    assert run(fresh, "submission", made.stem, "--association", association.folder).exit_code == 2


def test_a_draft_is_no_part_of_the_site(fresh: Path) -> None:
    """A draft may be as empty as it is: the site is built."""
    owner = content.load(fresh)[0].programmes[0]
    assert run(fresh, "submission", "--draft", "--association", owner.associations[0].name).exit_code == 0
    assert build.build(fresh, fresh / "output", TODAY).published is not None


@pytest.mark.parametrize(
    "arguments",
    [("--programme", "nowhere"), ("--association", "没有的单位"), ("--category", "没有"), ("甲",), ("--name", "甲\n")],
)
def test_what_is_not_known_is_refused(fresh: Path, arguments: tuple[str, ...]) -> None:
    """It says what there is to choose from, and makes nothing."""
    before = files(fresh)
    assert run(fresh, "submission", *arguments).exit_code == 2
    assert files(fresh) == before
