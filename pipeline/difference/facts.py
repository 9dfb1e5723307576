"""What each page says beside its list, as texts under the labels that the page gives them.

In: public types. Out: (label, text) pairs; an empty text is not said.
"""

from datetime import date

from pipeline.difference.rows import again
from pipeline.difference.values import Pairs
from pipeline.pages.days import written
from pipeline.pages.parts import filled
from pipeline.public.decisions import Cell, PublicCertificate, PublicCertification
from pipeline.public.types import PublicForm, PublicObjectionChannel, PublicProgramme, PublicRound, PublicSite

_KILO = 1024


def of_site(view: PublicSite) -> Pairs:
    """Return what every page says of the site."""
    imprint = view.imprint
    return (
        ("网站名称", view.name),
        ("网址", view.url),
        ("标识码", view.identifier),
        ("联系", view.contact),
        ("页脚", " / ".join(view.footer)),
        ("主办单位", imprint.owner),
        ("地址", imprint.address),
        ("备案号", imprint.registration),
        ("公安备案号", imprint.police_registration),
        ("数据许可", view.licence.name if view.licence else ""),
        ("演示", "是" if view.demonstration else ""),
    )


def of_programme(each: PublicProgramme) -> Pairs:
    """Return what a notice's page says of the programme."""
    notice = each.notice
    return (
        ("项目名称", each.name),
        ("系列", each.series),
        ("阶段", each.terms.say(each.phase.value)),
        ("标题", notice.title.replace("\n", "")),
        ("文号", notice.document_number),
        ("主送", notice.addressees),
        ("发文单位", notice.issuer),
        ("成文日期", notice.dated),
        ("发布时间", notice.published_at),
        ("截止", _day(each.deadline) + each.deadline_time),
        ("材料", each.materials),
        (each.terms.term, f"{each.term_months}个月" if each.term_months else _until(each.term_ends)),
        ("排序", each.order),
        *((f"类别{it.code}", "；".join(filter(None, (it.name, it.target, it.duties)))) for it in each.categories),
        *((f"联系：{it.office}", "，".join(filter(None, (*it.people, it.phone, it.email)))) for it in each.contacts),
        *_of_objection(each.objection),
    )


def _of_objection(channel: PublicObjectionChannel) -> Pairs:
    return (
        ("异议方式", channel.how),
        ("异议电话", channel.phone),
        ("异议邮箱", channel.email),
        ("异议地址", channel.address),
        ("异议受理时间", channel.hours),
        ("监督电话", channel.supervision_phone),
        ("异议须实名", "是" if channel.named_only else "否"),
    )


def of_form(form: PublicForm) -> Pairs:
    """Return what the blank form says of itself."""
    asked = "、".join(f"{each.name}{'（必填）' if each.required else ''}" for each in form.fields)
    return (("标题", form.title), ("栏目", asked), ("版本", form.version))


def of_round(programme: PublicProgramme, each: PublicRound) -> Pairs:
    """Return what a round's page says above its list."""
    counted = "含首日" if each.first_day_counts else "首日不计入"
    outcome, received = each.outcome, each.objections_received
    named = (
        (programme.terms.certify, outcome.certified),
        (f"未予{programme.terms.certify}", outcome.refused),
        ("撤回", outcome.withdrawn),
        ("尚待决定", outcome.open),
    )
    counts = "，".join(f"{word}{count}{programme.measure}" for word, count in named if count)
    return (
        ("公示期", f"{written(each.on)}至{written(each.until)}，{each.days}个{each.unit}（{counted}）"),
        ("状态", "公示中" if each.running else "已期满"),
        ("异议", f"收到{received}件，已处理{each.objections_settled}件" if received else ""),
        ("公示结果", "" if each.running else counts),
        ("期满后", f"不在{programme.terms.certify}名单上的不再列示" if each.names_hidden else ""),
        ("版次", f"第{len(each.editions) + 1}版"),
    )


def of_certification(each: PublicCertification) -> Pairs:
    """Return what a certification notice says beside its body and its list."""
    return (
        ("标题", filled(each.title, each.words).replace("\n", "")),
        ("文号", each.document_number),
        ("主送", each.addressees),
        ("发文单位", each.issuer),
        ("名单标题", filled(each.list_title, each.words)),
        ("版次", f"第{len(each.editions) + 1}版"),
    )


def of_cells(cells: tuple[Cell, ...]) -> Pairs:
    """Return cells as texts under labels."""
    return tuple((each.label, each.text) for each in cells)


def of_certificate(programme: PublicProgramme, each: PublicCertificate) -> Pairs:
    """Return what a certificate's page says beside the cells."""
    return (
        ("证书状态", f"{each.standing}（{written(each.since)}）"),
        (f"{programme.terms.certify}日期", written(each.certified_on)),
        ("文号", each.document_number),
        (programme.terms.term_until, _day(each.term_until)),
        (programme.terms.renewed, "、".join(f"{written(it.on)}至{_day(it.term_until)}" for it in each.renewals)),
        ("荣誉", "、".join(f"{it.word}（{written(it.on)}）" for it in each.honours)),
        (f"再次{programme.terms.certify}", again(each.again)),
        (f"此前{programme.terms.certify}", again(each.before)),
    )


def size(count: int | None) -> str:
    """Return a document's size in words, empty where it is not there."""
    return "" if count is None else f"{count} 字节" if count < _KILO else f"{count / _KILO:.1f} KB"


def _until(day: date | None) -> str:
    return f"至{written(day)}" if day else ""


def _day(day: date | None) -> str:
    return written(day) if day else ""
