"""What the public will see change, as text, as Markdown for a review, and as JSON.

In: Changes, between what they are, a language. Out: text to print. The words of the site stay Chinese; ours follow the
language.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby

from pipeline import __version__
from pipeline.difference import Became, Change, Deed, Rewritten, Subject

MARK = "<!-- gongshi diff -->"
"""The first line of the Markdown, by which a comment is found again."""
# What a comment holds at most on the strictest of the three hosts, less what we say when we stop.
_ROOM = 60_000
# Of pages that change as others do, so many are named.
_ALSO = 10
_SIGNS = {Deed.ADDED: "＋", Deed.REMOVED: "－", Deed.CHANGED: "～"}
_TITLES = {
    Deed.ADDED: ("新的网页和文件", "new pages and documents"),
    Deed.REMOVED: ("不再有的网页和文件", "pages and documents that go"),
    Deed.CHANGED: ("内容随之变化的其他网页", "other pages that change"),
}
# What stands with special meaning in Markdown, or calls people and issues.
_SPECIAL = frozenset("\\`*_{}[]<>()#+!|&@~$:/^%=.")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared: what it is called, and the day of its site."""

    name: str
    on: date


def as_text(changes: tuple[Change, ...], lang: str, most: int = 0) -> str:
    """Return the changes page by page, of each page `most` at the most; 0 for all."""
    if not changes:
        return _say("公众看到的内容没有变化", "the public will see no change", lang)
    return "\n\n".join(_block(page, lang, most) for page in _pages(changes))


def head(old: Side, new: Side, lang: str) -> str:
    """Return between what the changes are."""
    told = f"{old.name}（{old.on}）　→　{new.name}（{new.on}）"
    return _say(f"公众将看到的变化：　{told}", f"what the public will see change:　{told}", lang)


@dataclass(frozen=True, slots=True)
class _Page:
    title: str
    address: str
    changes: tuple[Change, ...]
    rest: int = 0


def _pages(changes: tuple[Change, ...]) -> Iterator[_Page]:
    told = [each for each in changes if not _is_file(each)]
    for _, group in groupby(told, key=lambda each: (each.path, each.title)):
        of_page = tuple(group)
        first = of_page[0]
        yield _Page("　".join(filter(None, (first.title, first.programme))), address(first.path), of_page)
    for deed in Deed:
        files = tuple(each for each in changes if _is_file(each) and each.deed is deed)
        if files:
            most = _ALSO if deed is Deed.CHANGED else len(files)
            yield _Page("", "", files[:most], len(files[most:]))


def _is_file(change: Change) -> bool:
    return change.subject is Subject.PAGE or (change.subject is Subject.DOCUMENT and not change.programme)


def address(path: str) -> str:
    """Return the page's address as people see it, from the site's root."""
    return "/" + path.removesuffix("index.html")


def _block(page: _Page, lang: str, most: int) -> str:
    heads = [page.title, page.address] if page.title else [_say(*_TITLES[page.changes[0].deed], lang)]
    shown = page.changes[:most] if most else page.changes
    lines = [f"  {line}" for each in shown for line in _lines(each, lang)]
    return "\n".join([*heads, *lines, *_rest(page.rest + len(page.changes) - len(shown), lang)])


def _rest(count: int, lang: str) -> Iterator[str]:
    if count:
        yield "  " + _more(count, lang)


def _more(count: int, lang: str) -> str:
    return _say(f"……另有 {count} 项", f"… {count} more", lang)


def _lines(change: Change, lang: str) -> Iterator[str]:
    """Yield a line for a change of a list or of a file, and one for each thing that a page says otherwise."""
    sign = _SIGNS[change.deed]
    if _is_file(change):
        yield f"{sign} {change.title or address(change.path)}　{address(change.path)}"
    elif change.subject is Subject.FACTS:
        yield from (f"{sign} {each}" for each in _told(change, lang))
    elif change.subject is Subject.DOCUMENT:
        yield f"{sign} {'，'.join((change.title, *_told(change, lang)))}"
    else:
        yield f"{sign} {_say(f'第 {change.number} 行', f'line {change.number}', lang)}　{_line(change, lang)}"


def _line(change: Change, lang: str) -> str:
    who = change.name if change.deed is Deed.CHANGED else "，".join(text for _, text in change.cells)
    named = who or _say("（不显示姓名）", "(no name shown)", lang)
    return "　".join((named, *filter(None, ("；".join(_told(change, lang)),))))


def _told(change: Change, lang: str) -> Iterator[str]:
    yield from (_became(each, each.new) for each in change.values if each.new is not None)
    yield from (_rewritten(each, lang) for each in change.rewritten)
    gone = "、".join(each.label for each in change.values if each.new is None)
    if gone:
        yield _say(f"不再显示{gone}", f"no longer shown: {gone}", lang)


def _became(each: Became, new: str) -> str:
    return f"{each.label}：{new}" if each.old is None else f"{each.label}：{each.old} → {new}"


def _rewritten(each: Rewritten, lang: str) -> str:
    counts = _say(
        f"增 {each.added} 行，删 {each.removed} 行", f"{each.added} lines added, {each.removed} removed", lang
    )
    return f"{each.label}：{counts}"


def as_markdown(changes: tuple[Change, ...], old: Side, new: Side, lang: str) -> str:
    """Return the changes as Markdown that fits a comment; what the site shows is never read as Markdown."""
    parts = [MARK, f"### {_plain(head(old, new, lang))}"]
    if not changes:
        return "\n\n".join([*parts, as_text(changes, lang)]) + "\n"
    room, left = _ROOM, 0
    for page in _pages(changes):
        lines = [f"- {_plain(line)}" for each in page.changes for line in _lines(each, lang)]
        lines += [f"- {_more(page.rest, lang)}"] if page.rest else []
        block = "\n".join([f"#### {_plain(_heading(page, lang))}", "", *lines])
        room -= len(block.encode())
        if room >= 0:
            parts.append(block)
        else:
            left += len(lines)
    if left:
        more = f"……另有 {left} 项，太长没有列出；在本机运行 gongshi diff 可以看全"
        parts.append(_say(more, f"… {left} more; run `gongshi diff` to see all", lang))
    return "\n\n".join(parts) + "\n"


def refusal(message: str, hint: str) -> str:
    """Return as Markdown why there is nothing to compare."""
    return "\n\n".join(filter(None, (MARK, _plain(message), _plain(hint))))


def _heading(page: _Page, lang: str) -> str:
    return f"{page.title}　{page.address}" if page.title else _say(*_TITLES[page.changes[0].deed], lang)


def _plain(text: str) -> str:
    """Return text that Markdown leaves alone: in a code span where a character of it could mean something."""
    return "　".join(_span(each) for each in " ".join(text.split("\n")).split("　"))


def _span(text: str) -> str:
    if not _SPECIAL & set(text):
        return text
    sign, space, rest = text.partition(" ") if text[:1] in _SIGNS.values() else ("", "", text)
    fence = "`" * (max(map(len, _runs(rest)), default=0) + 1)
    pad = " " if rest[:1] == "`" or rest[-1:] == "`" else ""
    return f"{sign}{space}{fence}{pad}{rest}{pad}{fence}"


def _runs(text: str) -> Iterable[str]:
    return ("".join(group) for is_tick, group in groupby(text, key=lambda each: each == "`") if is_tick)


def as_json(changes: tuple[Change, ...], old: Side, new: Side) -> str:
    """Return an object with the two sides and every change; cells as objects of label and text, days as YYYY-MM-DD."""
    rows = [
        {**asdict(each), "cells": [{"label": label, "text": text} for label, text in each.cells]} for each in changes
    ]
    sides = {name: {"name": side.name, "on": side.on.isoformat()} for name, side in (("old", old), ("new", new))}
    return json.dumps({"version": __version__, **sides, "changes": rows}, ensure_ascii=False, indent=2)


def _say(zh: str, en: str, lang: str) -> str:
    return en if lang == "en" else zh
