"""What the desk reads: the status as tables, a plan and what the public will see of it.

In: frozen data of `staff`, a language. Out: text for a terminal of some width, or plain text without a terminal, or
JSON. Must not know content or decide anything.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from itertools import groupby

from pipeline.cli.grid import Screen, table
from pipeline.cli.telling import as_text as as_lines
from pipeline.diagnostics import Diagnostic
from pipeline.difference import Change
from pipeline.staff.ahead import NextChange
from pipeline.staff.due import Due, Running, Task
from pipeline.staff.missing import Missing
from pipeline.staff.status import ProgrammeStatus, Status

_LONGEST = 20
# What waits since its day, and has no last one.
_OPEN = (Task.DECISION, Task.OBJECTION)
# A standing's or a deadline's colour, by its word.
STYLES = {
    "公示中": "bold cyan",
    "在任": "green",
    "在册": "green",
    "退回补正": "yellow",
    "公示期满": "yellow",
    "异议待处理": "bold red",
    "公示期满待认定": "bold yellow",
}
_ENGLISH = {
    "状态": "standings",
    "编号": "id",
    "姓名": "name",
    "类别": "category",
    "推荐单位": "association",
    "自": "since",
    "优先": "preferred",
    "缺什么": "missing",
    "人数": "number",
    "日期": "day",
    "待办": "due",
    "占用名额": "of quota",
    "其中": "of these",
    "是": "yes",
    "未收到": "not received",
    "已收到": "received",
    "退回补正": "returned",
    "已推荐": "recommended",
    "已撤回": "withdrawn",
    "不予推荐": "not recommended",
    "公示中": "in publicity",
    "公示期满": "publicity over",
    "不予认定": "not certified",
    "在任": "in office",
    "任期届满": "term over",
    "在册": "on the list",
    "有效期满": "validity over",
    "单位名称": "name",
    "名称": "name",
    "单位数": "number",
    "数量": "number",
    "已取消资格": "revoked",
    "已退出": "resigned",
    "栏目未填": "field empty",
    "缺意见": "no opinion",
    "意见为不同意": "opinion refuses",
    "缺负责人": "no signer",
    "缺签署日期": "no date of signature",
    "缺材料": "copy missing",
    "条件未审核": "condition not ticked",
    "条件不符合": "condition not met",
    "缺申报材料": "material missing",
    "尚未评分": "not scored",
    "得分低于合格分": "below the pass mark",
    "得分": "score",
    "名次": "rank",
    "报送截止": "deadline",
    "公示期满待认定": "publicity over, to be decided",
    "异议待处理": "open objection",
    "年度评估": "annual evaluation",
    "通知发布": "notice published",
    "公示倒计时": "countdown",
}


def as_text(status: Status, lang: str, on: Screen) -> str:
    """Return the status as tables for a screen."""
    parts = [f"{_say('截至 ', 'as of ', lang)}{status.as_of}"]
    for each in status.programmes:
        parts += ["", f"{each.name}（{each.slug}）", *_programme(each, status.as_of, lang, on)]
    return "\n".join([*parts, "", _next(status.next, lang)])


def _programme(each: ProgrammeStatus, as_of: date, lang: str, on: Screen) -> Iterator[str]:
    counts = "，".join(f"{_word(stage, lang)} {count}" for stage, count in each.by_stage)
    total = _say(f"共 {len(each.candidates)} 份申报", f"{len(each.candidates)} submissions", lang)
    yield f"{total}{_say('：', ': ', lang)}{counts}" if counts else total
    yield from (_running(of_day, lang) for of_day in each.running)
    scored = ("得分", "名次") if each.scored else ()
    heads = ("编号", each.terms.label, "类别", "推荐单位", *scored, "状态", "自", "优先", "缺什么")
    rows = [
        (
            *(c.id, c.name, c.category, c.association),
            *((c.score, str(c.rank or "")) if each.scored else ()),
            *(_word(c.stage, lang), str(c.since or "")),
            *(_word("是", lang) if c.priority else "", _lacks(c.missing, lang)),
        )
        for c in each.candidates
    ]
    yield _table(heads, rows, lang, on)
    if each.due:
        yield _table(("日期", "待办", "编号"), tuple(_due(each.due, as_of, lang)), lang, on)
    limited = any(c.quotas for c in each.by_association)
    counted = [
        (
            c.association or "—",
            str(c.total),
            *((_quotas(c.quotas),) if limited else ()),
            "，".join(f"{_word(stage, lang)} {number}" for stage, number in c.by_stage),
        )
        for c in each.by_association
    ]
    yield _table(("推荐单位", each.terms.counted, *(("占用名额",) if limited else ()), "其中"), counted, lang, on)
    yield from (f"{found.where}: [{found.code}] {found.message(lang)}" for found in each.duplicates)


def _quotas(quotas: Iterable[tuple[str, int, int]]) -> str:
    return "，".join(f"{category} {used}/{most}".strip() for category, used, most in quotas) or "—"


def _running(of_day: Running, lang: str) -> str:
    left = "?" if of_day.left is None else str(of_day.left)
    counts = of_day.first_day_counts
    zh = f"公示 {of_day.on} 至 {of_day.until}，今天之后还有 {left} 个{of_day.unit}"
    zh += f"（首日{'不' if counts else ''}计入的，到 {of_day.otherwise or '?'}，仅供参考）"
    en = f"in publicity {of_day.on} to {of_day.until}, {left} days ({of_day.unit}) left after today"
    en += f" (with the first day {'not ' if counts else ''}counted: to {of_day.otherwise or '?'}, for information)"
    return _say(zh, en, lang)


def _lacks(missing: Iterable[Missing], lang: str) -> str:
    groups = groupby(missing, key=lambda each: each.lack)
    told = ((_word(lack, lang), "、".join(each.label for each in group)) for lack, group in groups)
    return "；".join(f"{word}：{labels}" if labels else word for word, labels in told)


def _due(due: Iterable[Due], as_of: date, lang: str) -> Iterator[tuple[str, str, str]]:
    for (on, task), group in groupby(due, key=lambda each: (each.on, each.task)):
        late = _say("起", " on", lang) if task in _OPEN else _say("（已过）", " (overdue)", lang)
        yield f"{on}{late if on < as_of else ''}", _word(task, lang), "、".join(each.id for each in group if each.id)


def _next(change: NextChange | None, lang: str) -> str:
    if change is None:
        return _say("如无新的登记，网站不会再自行变化", "the site will not change by itself", lang)
    on, reasons = change
    words = "、".join(_word(each, lang) for each in reasons)
    return _say(f"网站下一次变化：{on}（{words}）", f"the site changes next on {on} ({words})", lang)


def as_json(status: Status, lang: str) -> str:
    """Return the status as JSON; days as YYYY-MM-DD, duplicates as findings."""
    whole = asdict(status)
    for part, each in zip(whole["programmes"], status.programmes, strict=True):
        del part["terms"]
        part["duplicates"] = [_finding(found, lang) for found in each.duplicates]
        part["by_stage"] = dict(each.by_stage)
        for row, count in zip(part["by_association"], each.by_association, strict=True):
            row["by_stage"] = dict(count.by_stage)
    whole["next"] = {"on": status.next[0], "reasons": status.next[1]} if status.next else None
    return json.dumps(whole, ensure_ascii=False, indent=2, default=str)


def _finding(each: Diagnostic, lang: str) -> dict[str, object]:
    place = each.where
    return {"path": place.path, "line": place.line, "code": each.code, "message": each.message(lang)}


def preview(lines: Mapping[str, Mapping[str, str]], changes: tuple[Change, ...], on: date, lang: str) -> str:
    """Return what would be written to whom, and what the public would see change on the day."""
    event = next(iter(lines.values()))["事项"] if lines else ""
    parts = [
        _say(f"将登记“{event}”（{on}），共 {len(lines)} 份：", f"to record: {event} ({on}), {len(lines)} files:", lang)
    ]
    counted = ("公示至", "文号", "证书编号", "任期至", "栏目")
    for name, line in lines.items():
        parts.append("  ".join(["", name, *(f"{key} {line[key]}" for key in counted if key in line)]))
    if changes:
        parts.append(
            _say(f"公众将看到的变化（{on} 的网站）：", f"what the public will see change (site of {on}):", lang)
        )
    return "\n".join([*parts, as_lines(changes, lang, _LONGEST)])


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]], lang: str, on: Screen) -> str:
    return "\n" + table(tuple(_word(head, lang) for head in heads), rows, on)


def _word(word: str, lang: str) -> str:
    return _ENGLISH.get(word, word) if lang == "en" else str(word)


def _say(zh: str, en: str, lang: str) -> str:
    return en if lang == "en" else zh
