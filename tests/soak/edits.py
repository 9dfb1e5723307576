"""What people do to a content repository while it is served: edits that keep it sound, and edits that break it.

In: a root, chance. Out: changed files. Whatever was done, `mend` puts back what git knows; and nothing grows for ever,
so that what grows is the server's own.
"""

import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

_REPOSITORY = Path(__file__).parents[2]
_PROGRAMME = "content/programmes/longdu-2020"
_FOLDER = f"{_PROGRAMME}/submissions/shili-daxue"
PAGE = "/longdu-2020/"
BRANCHES = ("main", "other", "small")
_NOTICE = f"{_PROGRAMME}/notice.md"
_MARK = re.compile(r"能在本单位长期(第\d+次)?工作")
_PEOPLE, _JOBS = 6, ("院长", "副院长", "主任", "部长", "科长")
_EVENTS = "办理:\n  - {日期: 2020-12-07, 事项: 收到, 纸质: 是, 电子: 是}\n"
_OWN = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
_WHO = ("-c", "user.name=示例", "-c", "user.email=shili@example.com", "-c", "gc.auto=0")

Edit = Callable[[Path, random.Random], None]


def prepare(root: Path) -> Path:
    """Make a content repository with three branches: as it comes, with other words, with fewer candidates."""
    for name in ("content", "site_templates"):
        shutil.copytree(_REPOSITORY / name, root / name)
    (root / ".gitignore").write_text("output/\n.cache/\n*.log\n", encoding="utf-8")
    _git(root, "init", "--quiet", "--initial-branch=main")
    _commit(root)
    _git(root, "checkout", "--quiet", "-b", "other")
    for file in sorted((root / _PROGRAMME).rglob("a-*.yml")):
        if not any(each in file.read_text(encoding="utf-8") for each in ("更正", "变更")):
            _rewrite(file, lambda text: re.sub(r"^职务: .*$", "职务: 办公室主任", text, flags=re.MULTILINE))
    _commit(root)
    _git(root, "checkout", "--quiet", "-b", "small", "main")
    for file in sorted((root / _PROGRAMME).rglob("a-01*.yml")):
        if "拟认定" not in file.read_text(encoding="utf-8"):
            file.unlink()
    _commit(root)
    _git(root, "checkout", "--quiet", "main")
    return root


def mark(root: Path, number: int) -> bytes:
    """Write a number into the notice, and return the words that the page must show then."""
    words = f"能在本单位长期第{number}次工作"
    _rewrite(root / _NOTICE, lambda text: _MARK.sub(words, text))
    return words.encode()


def mend(root: Path, _chance: random.Random) -> None:
    """Put everything back as the branch has it."""
    _git(root, "checkout", "--quiet", "--force", "--", ".")
    _git(root, "clean", "--quiet", "--force", "-d", "-x", "--", "content", "site_templates")


def _change_a_job(root: Path, chance: random.Random) -> None:
    job = chance.choice(_JOBS)
    _rewrite(_any(root, chance), lambda text: re.sub(r"^职称: .*$", f"职称: {job}", text, flags=re.MULTILINE))


def _save_as_editors_do(root: Path, chance: random.Random) -> None:
    """Write beside the file and rename, with a swap file meanwhile."""
    file = _any(root, chance)
    swap, new = file.with_name(f".{file.name}.swp"), file.with_name(f"{file.name}~")
    swap.write_bytes(b"x")
    shutil.copyfile(file, new)
    new.replace(file)
    swap.unlink()


def _add(root: Path, chance: random.Random) -> None:
    """Write a candidate; where he is there already, under either id, he is written again."""
    number = chance.randrange(_PEOPLE)
    name = f"y-{number}" if (root / _FOLDER / f"y-{number}.yml").exists() else f"x-{number}"
    own = {"手机号": f"1380009000{number}", "姓名": f"王示例{chr(0x4E00 + number)}", "邮箱": f"{name}@example.com"}
    said = (root / _FOLDER / "a-001.yml").read_text(encoding="utf-8").partition("办理:")[0]
    for key, value in own.items():
        said = re.sub(rf"^{key}: .*$", f"{key}: {value}", said, flags=re.MULTILINE)
    (root / _FOLDER / f"{name}.yml").write_text(said + _EVENTS, encoding="utf-8", newline="\n")


def _delete(root: Path, chance: random.Random) -> None:
    for file in sorted((root / _FOLDER).glob("[xy]-*.yml"))[: chance.randint(1, 3)]:
        file.unlink()


def _rename(root: Path, chance: random.Random) -> None:
    """Give a candidate his other id, which is his file's new name."""
    files = sorted((root / _FOLDER).glob("[xy]-*.yml"))
    if files:
        file = chance.choice(files)
        file.rename(file.with_name(f"{'yx'[file.name[0] == 'y']}{file.name[1:]}"))


def _touch_all(root: Path, _chance: random.Random) -> None:
    for file in sorted((root / "content").rglob("*.yml")):
        file.touch()


def _change_a_template(root: Path, chance: random.Random) -> None:
    name = chance.choice(("pages/notice.html", "pages/roster.html", "blocks/footer.html"))
    text = (_REPOSITORY / "site_templates" / name).read_text(encoding="utf-8")
    (root / "site_templates" / name).write_text(f"{text}{{# {chance.randrange(99)} #}}\n", encoding="utf-8")


def _change_a_setting(root: Path, chance: random.Random) -> None:
    number = chance.randrange(9)
    _rewrite(
        root / "content/site.yml",
        lambda text: re.sub(r"^名称: .*$", f"名称: 公示演示站{number}", text, flags=re.MULTILINE),
    )


def _attach(root: Path, chance: random.Random) -> None:
    place = root / _PROGRAMME / "attachments"
    if place.exists() and chance.random() < 0.5:
        shutil.rmtree(place)
    else:
        place.mkdir(exist_ok=True)
        (place / "guide.txt").write_text("说明\n" * chance.randrange(1, 2000), encoding="utf-8")


def _move_all_away_and_back(root: Path, _chance: random.Random) -> None:
    (root / "content").rename(root / "away.log")
    (root / "away.log").rename(root / "content")


def _switch(root: Path, chance: random.Random) -> None:
    """Leave everything and take up another branch."""
    mend(root, chance)
    _git(root, "checkout", "--quiet", "--force", chance.choice(BRANCHES))


def _unknown_key(root: Path, chance: random.Random) -> None:
    with _any(root, chance).open("a", encoding="utf-8") as stream:
        stream.write("没有的栏目: 甲\n")


def _cut(root: Path, chance: random.Random) -> None:
    """Leave a file as a program does that dies while it writes."""
    file = _any(root, chance)
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 3])


def _garbage(root: Path, chance: random.Random) -> None:
    _any(root, chance).write_bytes(chance.randbytes(chance.randrange(1, 5000)))


def _conflict(root: Path, chance: random.Random) -> None:
    _rewrite(_any(root, chance), lambda text: f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> other\n")


def _folder_for_a_file(root: Path, chance: random.Random) -> None:
    file = _any(root, chance)
    file.unlink()
    file.mkdir()


def _bad_template(root: Path, _chance: random.Random) -> None:
    (root / "site_templates/pages/home.html").write_text("{% block main %}{{ nothing.at.all }}", encoding="utf-8")


def _bad_form(root: Path, _chance: random.Random) -> None:
    _rewrite(root / _PROGRAMME / "form.yml", lambda text: text.replace("type: object", "type: objekt", 1))


def _no_programme(root: Path, _chance: random.Random) -> None:
    (root / _PROGRAMME / "programme.yml").unlink(missing_ok=True)


SOUND: tuple[Edit, ...] = (
    *(_change_a_job, _change_a_job, _save_as_editors_do, _add, _add, _delete, _rename, _touch_all),
    *(_change_a_template, _change_a_setting, _attach, _move_all_away_and_back, _switch),
)
BREAKING: tuple[Edit, ...] = (
    *(_unknown_key, _cut, _garbage, _conflict, _folder_for_a_file, _bad_template, _bad_form, _no_programme),
)


def _any(root: Path, chance: random.Random) -> Path:
    """Return the file of a candidate."""
    return chance.choice(sorted(each for each in (root / _PROGRAMME).rglob("[ab]-0*.yml") if each.is_file()))


def _rewrite(file: Path, change: Callable[[str], str]) -> None:
    if file.is_file():
        text = file.read_text(encoding="utf-8", errors="replace")
        file.write_text(change(text), encoding="utf-8", newline="\n")


def _commit(root: Path) -> None:
    _git(root, "add", "--all")
    _git(root, *_WHO, "commit", "--quiet", "--allow-empty", "--message", "x")


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(("git", *arguments), cwd=root, env={**os.environ, **_OWN}, check=True, capture_output=True)
