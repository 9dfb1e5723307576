"""Random edits of a content folder, each built warm: the site is byte for byte that of a clean build.

Each is built by a new process' means (`warm`) and by a living one's, which remembers what it made (`served`). With
templates of its own every page is drawn by itself; without, those that look alike are cut from stencils.

In: a root, a seed, a number of turns. Out: nothing, or an AssertionError that says after which edits the two differed.
"""

import contextvars
import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from pipeline import build, memory

SLUG = "content/programmes/longdu-2020"
FOLDER = f"{SLUG}/submissions"
TEMPLATES = "site_templates"
DAY = date(2021, 3, 17)
FEWEST = 130
PLANTED, SAID = "planted@example.com", "said@example.com"
_ROOT = Path(__file__).parents[1]
_EVENTS = (
    "  - {日期: 2020-12-07, 事项: 收到, 纸质: 是, 电子: 是}",
    "  - {日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-18}",
)
_WORDS = ("院长", "副院长", "主任", "部长", "科长", "秘书")
_KINDS = (".html", ".csv", ".json", ".xml", ".svg", ".js", ".css", ".ics")


def content(root: Path, templates: bool) -> Path:
    """Make a root with so many submissions that they are kept, and return it; `templates`: with some of its own."""
    shutil.copytree(_ROOT / "content", root / "content")
    if templates:
        shutil.copytree(_ROOT / "site_templates", root / TEMPLATES)
    for number in range(FEWEST):
        _add(root, f"x-{number:03}", number)
    return root


def _add(root: Path, name: str, number: int) -> None:
    """Write a candidate who was published in the first round and is not certified yet."""
    model = next((root / FOLDER).rglob("a-001.yml"))
    own = {
        "手机号": str(13800010000 + number),
        "姓名": f"王示例{chr(0x4E00 + number % 200)}",
        "邮箱": f"x{number}@example.com",
    }
    said = model.read_text(encoding="utf-8").partition("办理:")[0].splitlines()
    lines = [f"{key}: {own[key]}" if (key := line.partition(":")[0]) in own else line for line in said]
    text = "\n".join((*lines, "办理:", *_EVENTS, ""))
    (model.parent / f"{name}.yml").write_text(text, encoding="utf-8")


def _any(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / FOLDER).rglob("*.yml")))


def _own(root: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((root / FOLDER).rglob("x-*.yml")))


def _add_one(root: Path, chance: random.Random) -> None:
    number = chance.randrange(1000, 9000)
    _add(root, f"x-{number}", number)


def _change_one(root: Path, chance: random.Random) -> None:
    file = _any(root, chance)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f"职务: {chance.choice(_WORDS)}\n" if line.startswith("职务:") else line for line in lines]
    file.write_text("".join(changed), encoding="utf-8")


def _break_one(root: Path, chance: random.Random) -> None:
    file = _own(root, chance)
    file.write_text(file.read_text(encoding="utf-8") + "没有的栏目: 甲\n", encoding="utf-8")


def _mend_all(root: Path, _: random.Random) -> None:
    for file in (root / FOLDER).rglob("x-*.yml"):
        text = file.read_text(encoding="utf-8")
        if "没有的栏目" in text or PLANTED in text:
            mended = text.replace("没有的栏目: 甲\n", "").replace(PLANTED, f"{file.stem}@example.com")
            file.write_text(mended, encoding="utf-8")


def _rename_one(root: Path, chance: random.Random) -> None:
    file = _own(root, chance)
    file.rename(file.with_name(f"x-{chance.randrange(10_000, 99_000)}.yml"))


def _delete_one(root: Path, chance: random.Random) -> None:
    _own(root, chance).unlink()


def _change_a_setting(root: Path, chance: random.Random) -> None:
    file = root / "content/site.yml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f"名称: 公示演示站{chance.randrange(9)}\n" if line.startswith("名称:") else line for line in lines]
    file.write_text("".join(changed), encoding="utf-8")


def _change_the_form(root: Path, chance: random.Random) -> None:
    file = root / SLUG / "form.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("工作简历]", "工作简历 ]" if chance.random() < 0.5 else "工作简历]"), encoding="utf-8")


def _change_a_template(root: Path, chance: random.Random) -> None:
    file = root / "site_templates/pages" / chance.choice(("certificate.html", "roster.html", "home.html"))
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("{% block main %}", f"{{% block main %}}<!-- {chance.randrange(99)} -->", 1), encoding="utf-8"
    )


def _change_an_address(root: Path, chance: random.Random) -> None:
    """Let a private text become another one: nobody else's, one that a template says, one that the notice says."""
    file = _own(root, chance)
    new = chance.choice((f"y{chance.randrange(10_000)}@example.com", PLANTED, SAID))
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(f"邮箱: {new}\n" if each.startswith("邮箱:") else each for each in lines), encoding="utf-8")


def _plant(root: Path, _: random.Random) -> None:
    """Let every page say an address that is nobody's yet."""
    file = root / "site_templates/base.html"
    text = file.read_text(encoding="utf-8")
    if PLANTED not in text:
        file.write_text(text.replace("</body>", f"<p>{PLANTED} {SAID}</p></body>"), encoding="utf-8")


def _say_openly(root: Path, _: random.Random) -> None:
    """Let the notice say an address, or say it no more."""
    file = root / SLUG / "notice.md"
    text, line = file.read_text(encoding="utf-8"), f"\n有事请写信给 {SAID}。\n"
    file.write_text(text.replace(line, "") if line in text else text + line, encoding="utf-8")


def _decide(root: Path, chance: random.Random) -> None:
    """Let somebody be certified, or withdraw."""
    file = _own(root, chance)
    number = f"KCLD-2020-A{chance.randrange(100, 1000)}"
    certified = f"事项: 认定, 文号: 示例〔2020〕1号, 证书编号: {number}, 任期至: 2022-12-24"
    event = chance.choice((f"日期: 2020-12-25, {certified}", "日期: 2020-12-21, 事项: 撤回, 事由: 另有安排"))
    text = file.read_text(encoding="utf-8")
    if text.count("事项:") == len(_EVENTS):
        file.write_text(f"{text}  - {{{event}}}\n", encoding="utf-8")


def _show_otherwise(root: Path, _: random.Random) -> None:
    """Let names be shown after the period of publicity, or not."""
    file = root / SLUG / "programme.yml"
    text = file.read_text(encoding="utf-8")
    one, other = "期满处理: 保留", "期满处理: 隐去名单"
    file.write_text(text.replace(one, other) if one in text else text.replace(other, one), encoding="utf-8")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_add_one, _change_one, _change_one, _break_one, _mend_all, _rename_one, _delete_one),
    *(_change_a_setting, _change_the_form),
    *(_change_an_address, _change_an_address, _say_openly, _decide, _decide, _show_otherwise),
)
OF_TEMPLATES = (_change_a_template, _plant)


def drill(root: Path, seed: int, turns: int) -> int:
    """Edit and build so often; return how many of the builds published."""
    living = contextvars.copy_context()
    held = memory.held()
    living.run(held.__enter__)
    try:
        return _drill(root, random.Random(seed), turns, living)
    finally:
        living.run(held.__exit__, None, None, None)


def _drill(root: Path, chance: random.Random, turns: int, living: contextvars.Context) -> int:
    done: list[str] = []
    published = 0
    edits = (*EDITS, *OF_TEMPLATES) if (root / TEMPLATES).is_dir() else EDITS
    for _ in range(turns):
        for edit in chance.choices(edits, k=chance.randint(1, 3)):
            edit(root, chance)
            done.append(edit.__name__)
        day = DAY + timedelta(days=chance.choice((0, 0, 0, 2, 400, 700)))
        served = living.run(build.build, root, root / "served", day, day)
        warm = build.build(root, root / "warm", day, day)
        clean_root = root.with_name("clean")
        shutil.rmtree(clean_root, ignore_errors=True)
        shutil.copytree(root, clean_root, ignore=shutil.ignore_patterns(".cache", "warm", "served"))
        clean = build.build(clean_root, clean_root / "output", day, day)
        for each in (served, warm):
            assert each.findings == clean.findings, done
            assert (each.published is None) == (clean.published is None), done
        if clean.published:
            published += 1
            expected = _site(clean_root / "output")
            assert _site(root / "warm") == expected, done
            assert _site(root / "served") == expected, done
    return published


def _site(output: Path) -> dict[str, bytes]:
    files = (each for each in (output / "site").rglob("*") if each.suffix in _KINDS)
    return {each.relative_to(output).as_posix(): each.read_bytes() for each in files}
