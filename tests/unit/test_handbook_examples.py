"""What the handbook tells to write is accepted, what it calls wrong is found, what it tells to type is there."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import build
from pipeline.cli import cli
from pipeline.diagnostics import Diagnostic
from pipeline.handbook import chapters
from pipeline.handbook.types import Example
from pipeline.messages.entry import Severity
from tests.tools import examples

PLACE = Path(chapters.__file__).parent / "chapters"
SLUGS = tuple(sorted(each.stem for each in PLACE.glob("*.md")))
CHAPTERS = tuple(map(chapters.read, SLUGS))
TRIALS = tuple(examples.trials(CHAPTERS))
LATER = date(2029, 1, 1)


def check(root: Path, files: dict[str, str]) -> tuple[Diagnostic, ...]:
    """Return the findings of a content, on a day after everything that the handbook tells of."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return build.check(root, LATER).findings


def test_whole_files_make_a_content_without_findings(tmp_path: Path) -> None:
    """The worked example, typed off as it stands, is a content repository with nothing to find fault with."""
    files = examples.whole(CHAPTERS)
    assert {Path(each).name for each in files} >= {"programme.yml", "notice.md", "form.yml", "certification.md"}
    assert {Path(each).name for each in files} >= {"site.yml", "a-001.yml", "2021.yml", "strokes.yml"}
    assert check(tmp_path, files) == ()
    built = build.build(tmp_path, tmp_path / "output", LATER)
    assert built.published is not None


@pytest.mark.parametrize("trial", TRIALS, ids=lambda each: f"{each.chapter}-{each.example.file}-{each.example.code}")
def test_part_is_taken_as_the_handbook_says(trial: examples.Trial, tmp_path: Path) -> None:
    """A part of a file gives nothing but notes; a wrong one gives the finding that it is there for, and no other."""
    found = check(tmp_path, dict(trial.files))
    codes = {each.code for each in found if each.severity is not Severity.NOTE}
    assert codes == ({trial.example.code} if trial.example.code else set())


def test_answer_is_what_the_program_says(tmp_path: Path) -> None:
    """The finding that the handbook prints for a mobile number too short is word for word the one that is given."""
    trial = next(each for each in TRIALS if each.example.code == "S203")
    (found,) = check(tmp_path, dict(trial.files))
    said = f"{found.message('zh')}\n    {found.hint('zh')}"
    blocks = [part.text for each in CHAPTERS for part in each.parts if isinstance(part, Example)]
    shown = [each for each in blocks if "“手机号”应为" in each]
    assert len(shown) >= 2
    assert [each for each in shown if said not in each] == []


@pytest.mark.parametrize("chapter", CHAPTERS, ids=SLUGS)
def test_commands_exist_with_their_options(chapter: chapters.Chapter) -> None:
    """Every command in a block or in the line is one that the program takes."""
    source = (PLACE / f"{chapter.slug}.md").read_text(encoding="utf-8")
    lines = tuple(examples.typed(chapter, source))
    assert [(line, why) for line in lines if (why := examples.trouble(cli, line))] == []


def test_blocks_are_of_known_kinds() -> None:
    """Every block says what it is of; nothing that looks like YAML escapes being tried."""
    blocks = [part for each in CHAPTERS for part in each.parts if isinstance(part, Example)]
    assert {each.language for each in blocks} <= {"yaml", "md", "css", "sh", "text", "include"}
    assert [each for each in blocks if each.language in ("yaml", "md") and not each.file] == []
    assert len(TRIALS) > 10


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("gongshi chekc", "no command"),
        ("gongshi check --explian S203", "No such option"),
        ("gongshi record 公布 a-001", "没有这个事项"),
        ("gongshi build --as-of 明天", "日期应写成"),
        ("gongshi export register --format pdf", "is not one of"),
        ("gongshi build 网站", "left over"),
    ],
)
def test_command_that_does_not_exist_is_seen(line: str, why: str) -> None:
    """The look at commands sees a wrong command, option, choice, day and a word too many."""
    assert why in examples.trouble(cli, line)
