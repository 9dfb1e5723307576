"""Rules over the notice's words: what a reader may take for a slip must be confirmed as standing in the original.

In: a programme. Out: findings.
"""

import re
from collections.abc import Iterator

from pipeline.content.notice import QUOTA_TABLE
from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.model import Programme

_HALF_WIDTH_NUMBER = re.compile(r"\([一二三四五六七八九十]+\)")
_FORM_TITLE = re.compile(r"《([^《》]*(?:推荐表|申报表|申请表|登记表))》")


def notice_reads_as_usual(programme: Programme) -> Iterator[Diagnostic]:
    """A half-width （一）, or a form not called by its title or its end, must be listed under 原文如此."""
    notice = programme.notice
    confirmed = "\n".join(notice.as_in_original)
    for number, line in enumerate(notice.body.splitlines()):
        odd = [("R455", match) for match in _HALF_WIDTH_NUMBER.finditer(line)]
        odd += [("R456", match) for match in _FORM_TITLE.finditer(line) if not programme.form.title.endswith(match[1])]
        for code, match in odd:
            if match[0].strip("《》") not in confirmed:
                yield finding(code, Location(notice.document.path, notice.body_line + number, match.start() + 1))


def quota_table_has_quotas(programme: Programme) -> Iterator[Diagnostic]:
    """A notice that asks for the table of quotas must have some: 名额 of associations in programme.yml."""
    if any(each.quota is not None or each.quotas for each in programme.associations):
        return
    notice = programme.notice
    for number, line in enumerate(notice.body.splitlines()):
        if line.strip() == QUOTA_TABLE:
            yield finding("R457", Location(notice.document.path, notice.body_line + number, line.index("{") + 1))
