"""notice.md becomes a Notice.

In: the file's front matter and body. Out: a Notice, or findings. Must not know Markdown.
"""

from pathlib import Path

from pipeline import documents, forms
from pipeline.content import texts
from pipeline.diagnostics import Diagnostic, stops
from pipeline.model import Notice

QUOTA_TABLE = "{推荐名额}"
"""The line of a notice that stands for the table of the associations' quotas."""


def load(root: Path, path: str) -> tuple[Notice | None, tuple[Diagnostic, ...]]:
    """Read the notice at `path`; a notice whose front matter is wrong is None."""
    read, findings = documents.load_notice(root / path, path)
    if read is None:
        return None, findings
    findings += forms.judge_settings("notice", read.front)
    if stops(findings):
        return None, findings
    front = texts.section(read.front.values)
    published_at = texts.text(front, "发布时间")
    notice = Notice(
        document=read.front,
        title=texts.text(front, "标题"),
        addressees=texts.text(front, "主送"),
        issuer=texts.text(front, "发文单位"),
        dated=texts.text(front, "成文日期"),
        body=read.body,
        body_line=read.body_line,
        document_number=texts.text(front, "文号"),
        published_at=published_at,
        published_on=texts.day(published_at) or texts.day(front.get("成文日期")),
        as_in_original=texts.words(front.get("原文如此")),
    )
    return notice, findings
