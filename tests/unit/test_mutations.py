"""Each line of a small content tree, missing, doubled, mistyped or wrongly nested, is a finding and no traceback."""

import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline import build
from tests import samples

ODD = (
    *("", "x", "1", "-1", "是", "null", "[]", "{}", "[1, 2]", "{a: b}", "[[[]]]", "{姓名: [x]}"),
    *("2020-02-30", "99999999999999999999", '"\\u202e"', "!!python/x y", "&a b", "*a", "|\n   a\n   b"),
)
KEY = re.compile(r"^(\s*(?:- )?[^:{\[]+:)(.*)$")
INLINE = re.compile(r"([\u4e00-\u9fff]+): ([^,}\]]+)")


def mutations() -> Iterator[tuple[str, str]]:
    """Yield (path, text): each sample file with one line changed."""
    for path, text in samples.FILES.items():
        lines = text.splitlines()
        for number, line in enumerate(lines):
            for changed in _changed(line):
                yield path, "\n".join([*lines[:number], *changed, *lines[number + 1 :], ""])


def _changed(line: str) -> Iterator[list[str]]:
    yield []
    yield [line, line]
    match = KEY.match(line)
    if match:
        yield [match[1].replace(":", "x:") + match[2]]
        yield from ([f"{match[1]} {odd}"] for odd in ODD)
    for inner in INLINE.finditer(line):
        yield from ([line[: inner.start(2)] + odd + line[inner.end(2) :]] for odd in ODD[:10])


def judge(root: Path, path: str, text: str) -> None:
    samples.write(root, **{path: text})
    result = build.build(root, root / "output", date(2021, 3, 17))
    for each in result.findings:
        assert each.message("zh")
        assert each.message("en")
        assert each.hint("zh") + each.hint("en") is not None


def test_a_seeded_slice_of_slips(tmp_path: Path) -> None:
    """Fifty slips of all are judged and worded."""
    for path, text in random.Random(7).sample(list(mutations()), 50):
        judge(tmp_path, path, text)


@pytest.mark.drill
def test_every_slip(tmp_path: Path) -> None:
    """All slips are judged and worded."""
    for path, text in mutations():
        judge(tmp_path, path, text)
