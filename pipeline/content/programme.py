"""programme.yml, with the notice and the form beside it, becomes a Programme.

In: the judged settings document. Out: the parts of a Programme. The only place that knows the settings' Chinese keys.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pipeline.content import texts
from pipeline.criteria import Averaging, Condition, Material, MaterialsList, Priority, ScoreItem, Scoring
from pipeline.documents import Document
from pipeline.model import (
    AfterPeriod,
    Association,
    Category,
    Contact,
    ListOrder,
    ObjectionChannel,
    Roles,
    Shown,
    Wording,
)
from pipeline.working_days import PublicityRule, Unit

Part = Mapping[str, object]
_FULL = Decimal(100)


def settings(document: Document) -> dict[str, Any]:
    """Return the Programme attributes that programme.yml decides; the document must have passed its schema."""
    top = texts.section(document.values)
    publicity = texts.section(top.get("公示"))
    return {
        "document": document,
        "name": texts.text(top, "名称"),
        "series": texts.text(top, "系列") or texts.text(top, "名称"),
        "roles": _roles(texts.section(top.get("角色"))),
        "publicity": _publicity(publicity),
        "order": ListOrder(texts.text(publicity, "排序", ListOrder.SURNAME_STROKES)),
        "after_period": AfterPeriod(texts.text(publicity, "期满处理", AfterPeriod.KEEP)),
        "objection": _objection(texts.section(top.get("异议"))),
        "shown": _shown(texts.section(top.get("公开"))),
        "words": _wording(texts.section(top.get("用词"))),
        "deadline": texts.day(top.get("截止")),
        "deadline_time": texts.text(top, "截止").partition(" ")[2],
        "refuse_late": texts.text(top, "逾期") == "拒收",
        "categories": categories(document),
        "conditions": tuple(_condition(each) for each in texts.items(top.get("条件"))),
        "priority": _priority(texts.section(top.get("优先"))),
        "associations": tuple(_association(each) for each in texts.items(top.get("推荐单位"))),
        "materials": _materials(top.get("材料")),
        "materials_list": _materials_list(texts.section(top.get("材料清单"))),
        "scoring": _scoring(texts.section(top.get("评分"))),
        "term_months": texts.whole(texts.section(top.get("任期")).get("月数")),
        "term_ends": texts.day(texts.section(top.get("任期")).get("至")),
        "certificate_pattern": texts.optional(top, "证书编号"),
        "contacts": tuple(_contact(each) for each in texts.items(top.get("联系"))),
    }


def categories(document: Document) -> tuple[Category, ...]:
    """Return the programme's categories, in the order of the file; works on a document with faults elsewhere."""
    part = texts.section(texts.section(document.values).get("类别"))
    return tuple(_category(code, texts.section(each)) for code, each in part.items())


def _category(code: str, part: Part) -> Category:
    return Category(
        code=code,
        name=texts.text(part, "名称", code),
        target=texts.text(part, "对象"),
        duties=texts.text(part, "职责"),
        unit_opinion=texts.text(part, "单位意见"),
    )


def _roles(part: Part) -> Roles:
    return Roles(
        name=texts.text(part, "名称"),
        unit=texts.optional(part, "单位"),
        category=texts.optional(part, "类别"),
        duplicates=texts.words(part.get("查重")),
    )


def _publicity(part: Part) -> PublicityRule:
    return PublicityRule(
        days=texts.whole(part.get("天数")) or 5,
        unit=Unit(texts.text(part, "单位", Unit.WORKING_DAYS)),
        first_day_counts=texts.yes(part.get("含首日")) is not False,
    )


def _objection(part: Part) -> ObjectionChannel:
    return ObjectionChannel(
        how=texts.text(part, "方式"),
        phone=texts.text(part, "电话"),
        email=texts.text(part, "邮箱"),
        address=texts.text(part, "地址"),
        hours=texts.text(part, "时段"),
        supervision_phone=texts.text(part, "监督电话"),
        named_only=texts.yes(part.get("须实名")) is not False,
    )


def _shown(part: Part) -> Shown:
    return Shown(
        publicity=texts.words(part.get("公示")),
        roster=texts.words(part.get("名单")),
        certificate=texts.words(part.get("证书")),
        former=texts.words(part.get("已取消")),
        evaluations=texts.words(part.get("评估")),
        commendations=texts.yes(part.get("表扬")) is True,
    )


def _wording(part: Part) -> Wording:
    return Wording(
        certify=texts.text(part, "认定"),
        form=texts.text(part, "推荐表"),
        recommender=texts.text(part, "推荐单位"),
        measure=texts.text(part, "量词"),
    )


def _condition(part: Part) -> Condition:
    return Condition(
        number=texts.text(part, "号"),
        text=texts.text(part, "文字"),
        category=texts.optional(part, "类别"),
        field=texts.optional(part, "栏目"),
        minimum=texts.number(part.get("最少")),
        answer=texts.yes(part.get("应为")),
        not_before=texts.day(part.get("不早于")) if part.get("不早于") else None,
        only=_only(texts.section(part.get("仅限"))),
    )


def _only(part: Part) -> tuple[str, str] | None:
    field = texts.optional(part, "栏目")
    return (field, texts.text(part, "为")) if field else None


def _priority(part: Part) -> Priority | None:
    field = texts.optional(part, "栏目")
    return Priority(field, texts.optional(part, "类别")) if field else None


def _materials(part: object) -> tuple[Material, ...]:
    copies = part if isinstance(part, Mapping) else dict.fromkeys(texts.words(part))
    return tuple(Material(name, texts.whole(each)) for name, each in copies.items())


def _materials_list(part: Part) -> MaterialsList | None:
    field = texts.optional(part, "栏目")
    return MaterialsList(field, texts.words(part.get("可缺"))) if field else None


def _scoring(part: Part) -> Scoring | None:
    if not part:
        return None
    items = tuple(
        ScoreItem(texts.text(each, "名称"), texts.points(each.get("满分")) or Decimal(0))
        for each in texts.items(part.get("项目"))
    )
    return Scoring(
        full=sum((each.full for each in items), Decimal(0)) if items else texts.points(part.get("满分")) or _FULL,
        items=items,
        passing=texts.points(part.get("合格分")),
        places=texts.whole(part.get("名额")),
        averaging=Averaging(texts.text(part, "计分", Averaging.MEAN)),
    )


def _association(part: Part) -> Association:
    given = part.get("名额")
    return Association(
        name=texts.text(part, "名称"),
        folder=texts.text(part, "文件夹"),
        categories=texts.words(part.get("类别")),
        quota=texts.whole(given),
        quotas=tuple((code, texts.whole(each) or 0) for code, each in texts.section(given).items()),
    )


def _contact(part: Part) -> Contact:
    return Contact(
        office=texts.text(part, "科室"),
        people=texts.words(part.get("姓名")),
        phone=texts.text(part, "电话"),
        email=texts.text(part, "邮箱"),
    )
