"""Which pages the handbook has, in which order.

In: chapters, schemas, message tables, commands. Out: planned files. Must not know bytes or the disk.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.handbook import chapters, findings, settings, tables
from pipeline.handbook.types import Chapter, Command, Entry, Facts, Frame, Group, Heading, Setting
from pipeline.pages import Copy, Page, Planned
from pipeline.pages.addresses import ICON, LARGE_SCRIPT, PRINT_STYLE, STYLE

HOME = "index.html"
STYLES = "assets/handbook.css"
PICTURES = "pictures/"
_START = "start"
_CHAPTERS = (
    ("准备", ("install", "programme", "form", "editor")),
    ("日常办理", ("receive", "check", "record", "publicity", "certification", "after", "print")),
    ("发布和保管", ("publish", "git", "privacy", "own", "trouble")),
)
# Page -> its title, and the schemas whose settings stand on it.
_SETTINGS = {
    "ref-site": ("网站设置 site.yml", ("site",)),
    "ref-programme": ("项目设置 programme.yml", ("programme",)),
    "ref-submission": ("申报文件和办理事项", ("submission",)),
    "ref-texts": ("通知的开头和代入项", ("notice", "certification")),
    "ref-calendar": ("放假安排和笔顺", ("calendar", "strokes")),
}


@dataclass(frozen=True, slots=True)
class Section:
    """The settings of one file: where links to it lead, what it is called, what it is for, its keys."""

    anchor: str
    title: str
    lead: str
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page before it knows its neighbours: its entry, its template and its own data."""

    entry: Entry
    template: str
    data: dict[str, object]


def plan(commands: tuple[Command, ...], pictures: Mapping[str, tuple[int, int]]) -> tuple[Planned, ...]:
    """Return every file of the handbook; `pictures` are those that there are by name, with width and height."""
    start = chapters.read(_START)
    groups = (
        *((title, tuple(_chapter(chapters.read(slug)) for slug in slugs)) for title, slugs in _CHAPTERS),
        ("设置参考", tuple(_settings())),
        ("命令和问题", (_commands(commands), *_findings())),
    )
    listed = tuple(Group(title, tuple(each.entry for each in leaves)) for title, leaves in groups)
    common = {"site": Frame(), "groups": listed, "pictures": pictures, "picture_folder": PICTURES, "home": HOME}
    front = _Leaf(Entry(HOME, start.title), "handbook/index.html", {"chapter": start})
    every = (front, *(leaf for _, leaves in groups for leaf in leaves))
    pages = tuple(
        Page(
            leaf.entry.path,
            leaf.template,
            {
                **common,
                **leaf.data,
                "entry": leaf.entry,
                "before": every[place - 1].entry if place else None,
                "after": every[place + 1].entry if place + 1 < len(every) else None,
            },
        )
        for place, leaf in enumerate(every)
    )
    assets = (Page(path, path, {}) for path in (STYLE, PRINT_STYLE, ICON, LARGE_SCRIPT))
    copies = (Copy(PICTURES + name, name) for name in sorted(pictures))
    return (*pages, *assets, Page(STYLES, "handbook/handbook.css", {}), *copies)


def _chapter(chapter: Chapter) -> _Leaf:
    entry = Entry(f"{chapter.slug}.html", chapter.title, chapter.headings)
    return _Leaf(entry, "handbook/chapter.html", {"chapter": chapter})


def _settings() -> Iterator[_Leaf]:
    yield _reference("ref-form", "推荐表 form.yml", (), tables.form())
    more = {"ref-submission": tables.events, "ref-texts": tables.placeholders}
    for slug, (title, names) in _SETTINGS.items():
        sections = tuple(_section(name) for name in names)
        yield _reference(slug, title, sections, more[slug]() if slug in more else ())


def _section(name: str) -> Section:
    title, lead = settings.about(name)
    return Section(name, title, lead, settings.of(name))


def _reference(slug: str, title: str, sections: tuple[Section, ...], facts: tuple[Facts, ...]) -> _Leaf:
    headings = tuple(Heading(each.anchor, each.title) for each in sections)
    headings += tuple(Heading(each.anchor, each.title) for each in facts)
    data: dict[str, object] = {"sections": sections, "tables": facts}
    return _Leaf(Entry(f"{slug}.html", title, headings), "handbook/settings.html", data)


def _commands(commands: tuple[Command, ...]) -> _Leaf:
    headings = tuple(Heading(each.name.replace(" ", "-"), each.name) for each in commands)
    return _Leaf(Entry("commands.html", "全部命令", headings), "handbook/commands.html", {"commands": commands})


def _findings() -> Iterator[_Leaf]:
    for family, title in findings.FAMILIES.items():
        explained = findings.of(family)
        entry = Entry(findings.path(family), f"问题 {title}")
        yield _Leaf(entry, "handbook/findings.html", {"explained": explained})
