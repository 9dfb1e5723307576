"""What a page says of itself to programs: title, description, and the marks that government sites put on their pages.

In: what a page is. Out: a Meta, for the head of the page. Only what is true and known: a page without a time of
publication has none, and nobody is named as an author.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Column:
    """A section of the site (栏目): its name, what stands in it, its words, and its kind."""

    name: str
    description: str
    keywords: str
    type: str


@dataclass(frozen=True, slots=True)
class Article:
    """A page that was published as one piece; `published` is as it is told, `moment` as machines read it."""

    title: str
    source: str
    published: str
    moment: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What stands in the head of a page; `facts` is JSON for a data block, empty for none."""

    title: str
    description: str
    column: Column | None = None
    article: Article | None = None
    keywords: tuple[str, ...] = ()
    facts: str = ""


_NOTICES, _DATA, _SERVICES = "通知公告", "数据发布", "办事服务"

COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        "notice": Column("通知", "推荐认定工作的通知原文、附件和办理进展", "通知,推荐,认定", _NOTICES),
        "form": Column("推荐表", "推荐表的空白表和在线填写", "推荐表,申报,下载", _SERVICES),
        "publicity": Column("公示", "拟认定名单、公示期和异议途径", "公示,拟认定名单,异议", _NOTICES),
        "certification": Column("认定通知", "认定通知及其名单", "认定通知,认定名单", _NOTICES),
        "roster": Column("认定名单", "已认定的名单、任期和状态，以及开放数据", "认定名单,任期,开放数据", _DATA),
        "certificate": Column("证书核验", "按证书编号核验证书是否有效", "证书,核验,证书编号", _SERVICES),
        "in_office": Column("在任名单", "仍在任期内的名单，同一系列各批次合并列出", "在任名单,任期,开放数据", _DATA),
        "statistics": Column("名单统计", "认定和在任数的统计", "名单,统计", _DATA),
    }
)


def numbered(title: str, number: int) -> str:
    """Return the title of one page of several."""
    return title if number == 1 else f"{title}（第{number}页）"
