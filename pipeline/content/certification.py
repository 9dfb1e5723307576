"""certification.md, or the text shipped for programmes without one, becomes a CertificationText.

In: the file's front matter and body. Out: a text whose every placeholder is known, or findings. Must not know Markdown,
nor what a placeholder stands for.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline import documents, forms
from pipeline.content import texts
from pipeline.diagnostics import Diagnostic, Location, finding, stops
from pipeline.documents import NoticeText
from pipeline.model import CertificationText

PLACEHOLDERS = (
    "项目",
    "系列",
    "认定",
    "推荐单位",
    "发文单位",
    "通知标题",
    "通知文号",
    "文号",
    "日期",
    "人数",
    "首位",
    "类别人数",
    "公示起",
    "公示止",
    "任期名称",
    "任期",
    "任期至",
    "统一任期至",
    "职责",
)
"""What a certification notice's text may ask for, written in braces."""

_SHIPPED = Path(__file__).resolve().parent.parent / "data" / "certification.md"
_BRACES = re.compile(r"\{([^{}\n]*)\}")
_TITLES = ("标题", "名单标题")


def load(root: Path, path: str) -> tuple[CertificationText | None, tuple[Diagnostic, ...]]:
    """Read the text at `path`, or the shipped one where there is no such file; a text that is wrong is None.

    Findings: those of any notice, those of the front matter, and S280 for a placeholder that is not known.
    """
    file = root / path
    there = file.exists() or file.is_symlink()
    read, findings = documents.load_notice(file if there else _SHIPPED, path)
    if read is None:
        return None, findings
    findings += forms.judge_settings("certification", read.front) + tuple(_unknown_words(read, path))
    if stops(findings):
        return None, findings
    front = texts.section(read.front.values)
    text = CertificationText(
        document=read.front,
        title=texts.text(front, "标题"),
        addressees=texts.text(front, "主送"),
        issuer=texts.text(front, "发文单位"),
        list_title=texts.text(front, "名单标题"),
        body=read.body,
    )
    return text, findings


def _unknown_words(read: NoticeText, path: str) -> Iterator[Diagnostic]:
    known = "".join(f"{{{each}}}" for each in PLACEHOLDERS)
    for key in _TITLES:
        for _ in _unknown(texts.text(texts.section(read.front.values), key)):
            yield finding("S280", read.front.at(key), known=known)
    for place in _unknown(read.body):
        before = read.body[:place].split("\n")
        yield finding("S280", Location(path, read.body_line + len(before) - 1, len(before[-1]) + 1), known=known)


def _unknown(text: str) -> Iterator[int]:
    yield from (each.start() for each in _BRACES.finditer(text) if each[1] not in PLACEHOLDERS)
