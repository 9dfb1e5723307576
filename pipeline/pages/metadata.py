"""What a page says of itself to programs: title, description, and the marks that government sites put on their pages.

In: what a page is. Out: a Meta, for the head of the page. Only what is true and known: a page without a time of
publication has none, and nobody is named as an author.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pipeline.terms import Terms


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


@cache
def columns_of(terms: Terms) -> Mapping[str, Column]:
    """Return the sections of the site, in the words for what is on its lists."""
    term, current, certify, form = terms.term, terms.current, terms.certify, terms.form
    listed, notice = f"{certify}名单", f"{certify}通知"
    told = f"仍{terms.within}的名单，同一系列各批次合并列出"
    return MappingProxyType(
        {
            "notice": Column("通知", f"推荐{certify}工作的通知原文、附件和办理进展", f"通知,推荐,{certify}", _NOTICES),
            "form": Column(form, f"{form}的空白表和在线填写", f"{form},申报,下载", _SERVICES),
            "publicity": Column("公示", f"拟{listed}、公示期和异议途径", f"公示,拟{listed},异议", _NOTICES),
            "certification": Column(notice, f"{notice}及其名单", f"{notice},{listed}", _NOTICES),
            "certificate": Column("证书核验", "按证书编号核验证书是否有效", "证书,核验,证书编号", _SERVICES),
            "roster": Column(
                listed, f"已{certify}的名单、{term}和状态，以及开放数据", f"{listed},{term},开放数据", _DATA
            ),
            "in_office": Column(current, told, f"{current},{term},开放数据", _DATA),
            "statistics": Column("名单统计", f"{certify}和{terms.in_office}数的统计", "名单,统计", _DATA),
        }
    )


def numbered(title: str, number: int) -> str:
    """Return the title of one page of several."""
    return title if number == 1 else f"{title}（第{number}页）"
