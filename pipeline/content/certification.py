"""certification.md, or the text shipped for programmes without one, becomes a CertificationText.

In: the file's front matter and body. Out: a text whose every placeholder is known, or findings. Must not know Markdown,
nor what a placeholder stands for.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from pipeline import documents, forms
from pipeline.content import texts
from pipeline.diagnostics import Diagnostic, Location, finding, stops
from pipeline.documents import NoticeText
from pipeline.model import CertificationText

PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "项目": "项目的名称",
        "系列": "系列的名称；没有写系列的，是项目的名称",
        "认定": "“认定”的说法，照“用词”所写，如“命名”",
        "推荐单位": "“推荐单位”的说法，照“用词”所写",
        "发文单位": "认定通知的发文单位；certification.md 没有写的，与通知相同",
        "通知标题": "推荐通知的标题",
        "通知文号": "推荐通知的文号，连同括号；没有文号的，什么也不印",
        "文号": "认定的文号，照“认定”事项所写",
        "日期": "认定的日子",
        "人数": "名单上有多少人（家）",
        "首位": "名单上的第一位，后面还有别人的加“等”",
        "类别人数": "各类分别有多少；不分类别的，含有它的段落不印",
        "公示起": "名单上的人最早从哪一天开始公示",
        "公示止": "名单上的人最晚公示到哪一天",
        "任期名称": "申报的是个人的为“任期”，是单位的为“有效期”",
        "任期": "任期多长，如“2年”；没有写月数的，含有它的段落不印",
        "任期至": "任期到哪一天；没有任期的，含有它的段落不印",
        "统一任期至": "任期统一到哪一天；没有统一规定的，含有它的段落不印",
        "职责": "各类别的职责，一类一段；没有写职责的，这一段不印",
    }
)
"""What a certification notice's text may ask for, written in braces, and what is printed there."""

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
