"""The one table of what can happen when, what each event must and may say, and what it leaves behind.

In: nothing. Out: `EVENTS` (its order is the order of events on one day), the keys of their details, `may_follow`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.stages.types import EventKind, Stage, Standing

DETAIL_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "paper": "纸质",
        "electronic": "电子",
        "publicity_until": "公示至",
        "document_number": "文号",
        "certificate_number": "证书编号",
        "term_until": "任期至",
        "reason": "事由",
        "result": "结果",
        "number": "编号",
        "channel": "方式",
        "named": "实名",
        "concerns": "涉及",
        "changed_field": "栏目",
        "old": "原",
        "new": "新",
        "republish": "重新公示",
        "remark": "说明",
        "digest": "摘要",
    }
)
"""Attribute of Event -> the key that staff write."""

HANDED_IN = frozenset({Stage.RECEIVED, Stage.RECOMMENDED})
PUBLISHED = frozenset({Stage.IN_PUBLICITY, Stage.PUBLICITY_OVER})
CERTIFIED = frozenset({Stage.IN_OFFICE, Stage.TERM_OVER})
LEFT = frozenset({Stage.WITHDRAWN, Stage.NOT_CERTIFIED, Stage.REVOKED, Stage.RESIGNED})


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table.

    `said`: what it is, as editors and the handbook tell it. `after`: the stages that the event may follow. `to`: the
    stage that it leads to, None where the stage stays. `required`, `optional`: attributes of Event; any other detail
    is out of place, a remark never. `dates`: attributes of Standing that take the event's day. `copies`: attributes of
    both that the standing takes over. `joins`: the attribute of Standing that lists such events.
    """

    said: str
    after: frozenset[Stage]
    to: Stage | None = None
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    joins: str | None = None


_EDIT = ("old", "new", "republish", "publicity_until")

EVENTS: Mapping[EventKind, Rule] = MappingProxyType(
    {
        EventKind.RECEIVED: Rule(
            said="收到推荐表，记下纸质、电子材料齐了没有；补齐材料时可以再记一次",
            after=frozenset({Stage.NOT_RECEIVED, Stage.RETURNED}) | HANDED_IN,
            to=Stage.RECEIVED,
            optional=("paper", "electronic", "digest"),
            dates=("received_on",),
        ),
        EventKind.RETURNED: Rule(
            said="材料或内容不合要求，退回补正；补正后再记“收到”",
            after=HANDED_IN,
            to=Stage.RETURNED,
            optional=("reason",),
        ),
        EventKind.NOT_RECOMMENDED: Rule(
            said="审核后不予推荐，办理到此为止",
            after=HANDED_IN | {Stage.RETURNED},
            to=Stage.NOT_RECOMMENDED,
            optional=("reason",),
        ),
        EventKind.PROPOSED: Rule(
            said="列入拟认定名单，从这一天起公示；公示至哪一天由 record 计算",
            after=HANDED_IN,
            to=Stage.IN_PUBLICITY,
            required=("publicity_until",),
            optional=("digest",),
            dates=("proposed_on", "publicity_from"),
            copies=("publicity_until",),
        ),
        EventKind.OBJECTED: Rule(
            said="公示期间或以后收到异议；提出人和内容不公开",
            after=PUBLISHED | CERTIFIED | LEFT,
            required=("number", "channel", "named", "concerns"),
        ),
        EventKind.SETTLED: Rule(
            said="异议调查完毕，记下处理结果；有异议没有处理完的，不能认定",
            after=PUBLISHED | CERTIFIED | LEFT,
            required=("number", "result"),
        ),
        EventKind.CORRECTED: Rule(
            said="原来公布的内容写错了，改正过来；从前的网页也一并改正",
            after=HANDED_IN | PUBLISHED | CERTIFIED | LEFT,
            required=("changed_field",),
            optional=_EDIT,
            joins="changes",
        ),
        EventKind.CHANGED: Rule(
            said="情况有了变化（如职务调整），从这一天起按新的内容；从前的名单保留当时的内容",
            after=HANDED_IN | PUBLISHED | CERTIFIED,
            required=("changed_field",),
            optional=_EDIT,
            joins="changes",
        ),
        EventKind.WITHDRAWN: Rule(
            said="申报人或推荐单位撤回申报；已经公示的，名单上留下一行，不写姓名",
            after=HANDED_IN | PUBLISHED | {Stage.RETURNED},
            to=Stage.WITHDRAWN,
            optional=("reason",),
        ),
        EventKind.NOT_CERTIFIED: Rule(
            said="公示以后不予认定；名单上留下一行，不写姓名",
            after=PUBLISHED,
            to=Stage.NOT_CERTIFIED,
            optional=("reason",),
        ),
        EventKind.CERTIFIED: Rule(
            said="公示期满、没有未处理的异议，发文认定；编排证书编号，计算任期至哪一天",
            after=PUBLISHED,
            to=Stage.IN_OFFICE,
            required=("document_number",),
            optional=("certificate_number", "term_until", "digest"),
            dates=("certified_on",),
            copies=("document_number", "certificate_number", "term_until"),
        ),
        EventKind.EVALUATED: Rule(
            said="年度评估的结果；是否公开由“公开”中的“评估”决定",
            after=CERTIFIED,
            required=("result",),
            joins="evaluations",
        ),
        EventKind.COMMENDED: Rule(
            said="通报表扬；是否公开由“公开”中的“表扬”决定",
            after=CERTIFIED,
            optional=("reason", "result", "document_number"),
            joins="commendations",
        ),
        EventKind.REVOKED: Rule(
            said="取消资格；名单上留下一行，事由不公开",
            after=CERTIFIED,
            to=Stage.REVOKED,
            required=("reason", "document_number"),
        ),
        EventKind.REINSTATED: Rule(
            said="取消资格以后予以恢复",
            after=frozenset({Stage.REVOKED}),
            to=Stage.IN_OFFICE,
            optional=("reason", "document_number"),
        ),
        EventKind.RENEWED: Rule(
            said="任期延长到新的一天；证书编号不变",
            after=CERTIFIED,
            to=Stage.IN_OFFICE,
            required=("term_until",),
            optional=("document_number", "reason"),
            copies=("term_until",),
            joins="renewals",
        ),
        EventKind.RESIGNED: Rule(
            said="本人辞去或者因工作变动退出；名单上留下一行",
            after=frozenset({Stage.IN_OFFICE}),
            to=Stage.RESIGNED,
            optional=("reason",),
        ),
    }
)
"""Every kind of event; what stands first happens first on one and the same day."""

RANKS: Mapping[EventKind, int] = MappingProxyType({kind: rank for rank, kind in enumerate(EVENTS)})


def may_follow(kind: EventKind, standing: Standing) -> bool:
    """Tell whether such an event may follow what stands.

    Beside the table: 收到 may come again only to bring paper or electronic copies that were missing, and nothing
    follows 撤回 by a candidate who was never published.
    """
    lacks = standing.paper is False or standing.electronic is False
    return follows(kind, standing.stage, lacks, standing.proposed_on is not None)


def follows(kind: EventKind, stage: Stage, lacks_material: bool, was_published: bool) -> bool:
    """Tell the same of a stage; `lacks_material`: paper or electronic copies are recorded as missing."""
    if kind is EventKind.RECEIVED and stage in HANDED_IN:
        return lacks_material
    if stage is Stage.WITHDRAWN and not was_published:
        return False
    return stage in EVENTS[kind].after
