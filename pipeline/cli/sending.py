"""A plan of `deploy` in words and as JSON.

In: a plan. Out: text. Must not know destinations.
"""

import json
from typing import TYPE_CHECKING

from pipeline import __version__

if TYPE_CHECKING:
    from pipeline.deploy import Plan

_FIRST = 5
_DEEDS = {
    "zh": {"new": "新增", "changed": "更新", "removed": "删除", "same": "不变"},
    "en": {"new": "new", "changed": "changed", "removed": "removed", "same": "unchanged"},
}
_KINDS = {
    "zh": {
        "asset": "样式和脚本",
        "document": "文件和数据",
        "page": "证书和推荐表",
        "list": "公示、认定、名单",
        "notice": "通知和在任名单",
        "home": "首页",
        "map": "订阅和网站地图",
    },
    "en": {
        "asset": "styles and scripts",
        "document": "documents and data",
        "page": "certificates and forms",
        "list": "lists",
        "notice": "notices and the current roster",
        "home": "home page",
        "map": "feed and sitemap",
    },
}


def counts(plan: "Plan") -> dict[str, int]:
    """Return how many files are new, changed and removed."""
    return {deed: len(_paths(plan, deed)) for deed in ("new", "changed", "removed")}


def as_text(plan: "Plan", lang: str) -> str:
    """Return what is done in which order: how many of each kind, and the first names."""
    deeds, lines, files = _DEEDS[lang], [], " 个文件" if lang == "zh" else ""
    for deed, count in counts(plan).items():
        if not count:
            continue
        lines.append(f"{deeds[deed]} {count}{files}")
        kinds = dict.fromkeys(batch.kind for batch in plan.batches if batch.deed == deed)
        for kind in kinds:
            paths = [path for batch in plan.batches if (batch.deed, batch.kind) == (deed, kind) for path in batch.paths]
            lines += _told(_KINDS[lang][kind], paths, lang)
    return "\n".join((*lines, f"{deeds['same']} {plan.same}{files}"))


def as_json(plan: "Plan", where: str) -> str:
    """Return the whole plan: every path in the order in which it is dealt with."""
    told = {deed: _paths(plan, deed) for deed in ("new", "changed", "removed")}
    whole = {"version": __version__, "destination": where, **told, "unchanged": plan.same}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _paths(plan: "Plan", deed: str) -> list[str]:
    return [path for batch in plan.batches if batch.deed == deed for path in batch.paths]


def _told(kind: str, paths: list[str], lang: str) -> list[str]:
    more = len(paths) - _FIRST
    colon = "：" if lang == "zh" else ": "
    lines = [f"  {kind}{colon}{len(paths)}", *(f"    {path}" for path in paths[:_FIRST])]
    if more > 0:
        lines.append(f"    … 另有 {more} 个" if lang == "zh" else f"    … and {more} more")
    return lines
