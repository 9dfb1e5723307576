"""Whose site it is, and under which licence its lists may be used.

In: site.yml as it was read. Out: Imprint and Licence. Must not judge what its schema judges.
"""

from collections.abc import Mapping

from pipeline.content import texts
from pipeline.content.source import Source
from pipeline.diagnostics import Diagnostic, finding
from pipeline.documents import Document
from pipeline.model import Imprint, Licence


def read(source: Source, folder: str, document: Document | None) -> tuple[Imprint, tuple[Diagnostic, ...]]:
    """Return what the foot of every page says; S299 where the emblem's picture is not beside site.yml."""
    top = texts.section(document.values) if document else {}
    part = texts.section(top.get("网站标识"))
    name, url = texts.text(part, "图片"), texts.text(part, "网址")
    known = bool(name and url and "/" not in name)
    found = Imprint(
        owner=texts.text(top, "主办"),
        address=texts.text(top, "地址"),
        registration=texts.text(top, "备案"),
        police_registration=texts.text(top, "公安备案"),
        emblem=f"{folder}/{name}" if known else "",
        emblem_kind=texts.text(part, "类型", "党政机关"),
        emblem_url=url,
    )
    if document is None or not known or source.has(found.emblem):
        return found, ()
    return found, (finding("S299", document.at("网站标识", "图片")),)


def files(imprint: Imprint) -> tuple[str, ...]:
    """Return the names of the files beside site.yml that the imprint uses."""
    return (imprint.emblem.rpartition("/")[2],) if imprint.emblem else ()


def licence(top: Mapping[str, object]) -> Licence | None:
    """Return the licence of the data, None where none is named."""
    part = texts.section(top.get("数据许可"))
    name = texts.text(part, "名称")
    return Licence(name, texts.text(part, "网址")) if name else None
