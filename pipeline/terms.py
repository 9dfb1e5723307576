"""The words for what a programme's candidates are, and for what is done with them.

In: a programme: the kind of the field that names its candidates, the title of its form, its own words (用词). Out:
Terms. An organisation holds no office and has no surname; one notice says 认定 and another 命名, one 推荐表 and another
申报书. Files, keys and code always say 任期, 任期至, 续聘, 在任, 认定, 推荐表 and 推荐单位; these are the words that
people read.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from pipeline.model import ListOrder, Programme, Wording
from pipeline.stages import Stage


@dataclass(frozen=True, slots=True)
class Terms:
    """What an office says of candidates of one kind.

    `measure` counts them, `label` stands above their names, `counted` above their number. `of_name`: by whose strokes
    a list goes under 按姓氏笔画 and under 按姓名笔画. `gone`: in place of a name that is shown no more; `former`: who
    is in office no more, for another reason than the end of the term. `certify`, `form`, `recommender`: what the
    programme calls 认定, 推荐表 and 推荐单位. `asks`: what the form is for, as its name says (推荐, 申报).
    """

    measure: str
    candidate: str
    label: str
    counted: str
    holder: str
    whom: str
    title: str
    in_office: str
    term: str
    term_until: str
    term_over: str
    within: str
    renewed: str
    prolonged: str
    former: str
    listed: str
    of_name: tuple[str, str]
    are_people: bool = False
    certify: str = "认定"
    form: str = "推荐表"
    recommender: str = "推荐单位"
    asks: str = "推荐"

    @property
    def current(self) -> str:
        """Return what the list of those in office is called."""
        return f"{self.in_office}名单"

    @property
    def gone(self) -> str:
        """Return what a line says whose cells are shown no more."""
        return f"{self.label}等信息不再列示"

    def of_order(self, order: ListOrder) -> str:
        """Return by what a list goes, as it is printed above it."""
        surname, whole = self.of_name
        return {
            ListOrder.SURNAME_STROKES: f"按{surname}笔画为序",
            ListOrder.NAME_STROKES: f"按{whole}笔画为序",
            ListOrder.ASSOCIATION: f"按{self.recommender}排列，同一单位的按{surname}笔画为序",
            ListOrder.BY_HAND: "按编定的次序排列",
            ListOrder.SCORE: "按得分由高到低排列",
        }[order]

    def of_stage(self, stage: Stage) -> str:
        """Return the word for where a candidate stands."""
        own = {Stage.IN_OFFICE: self.in_office, Stage.TERM_OVER: self.term_over}
        return own.get(stage) or self.say(stage.value)

    def say(self, text: str) -> str:
        """Return a text in which 认定 stands, with the programme's own word for it."""
        return text.replace(_CERTIFY, self.certify)


PERSON = Terms(
    measure="名",
    candidate="申报人",
    label="姓名",
    counted="人数",
    holder="持证人",
    whom="您",
    title="同志",
    in_office="在任",
    term="任期",
    term_until="任期至",
    term_over="任期届满",
    within="在任期内",
    renewed="续聘",
    prolonged="任期延至",
    former="不再任职的",
    listed="人员",
    of_name=("姓氏", "姓名"),
    are_people=True,
)
UNIT = Terms(
    measure="家",
    candidate="申报单位",
    label="单位名称",
    counted="单位数",
    holder="持证单位",
    whom="你单位",
    title="",
    in_office="在册",
    term="有效期",
    term_until="有效期至",
    term_over="有效期满",
    within="在有效期内",
    renewed="延续",
    prolonged="有效期延至",
    former="不再在册的",
    listed="单位",
    of_name=("单位名称", "单位名称"),
)
THING = Terms(
    measure="个",
    candidate="申报对象",
    label="名称",
    counted="数量",
    holder="持证方",
    whom="其",
    title="",
    in_office="在册",
    term="有效期",
    term_until="有效期至",
    term_over="有效期满",
    within="在有效期内",
    renewed="延续",
    prolonged="有效期延至",
    former="不再在册的",
    listed="对象",
    of_name=("名称", "名称"),
)
MIXED = Terms(
    measure="条",
    candidate="申报人或申报单位",
    label="姓名或名称",
    counted="数量",
    holder="持证方",
    whom="其",
    title="",
    in_office="现行",
    term="期限",
    term_until="期限至",
    term_over="期限届满",
    within="在期限内",
    renewed="续期",
    prolonged="期限延至",
    former="不再在册的",
    listed="人员或单位",
    of_name=("姓名或名称", "姓名或名称"),
)
"""For what is told of several programmes whose candidates are not of one kind."""

_BY_KIND: Mapping[str, Terms] = MappingProxyType({"姓名": PERSON, "单位名称": UNIT})
_CERTIFY = THING.certify
# What a form's title calls the form, at its end.
_FORM = re.compile(r"(?:推荐|申报|申请|登记|报名|提名|审批|推选)(?:审批|汇总)?[表书]\Z")
# What may be said before 截止 of a form that is called so.
_ASKS = re.compile(r"推荐|申报|申请|报名|提名|推选")


def of_programme(programme: Programme) -> Terms:
    """Return the words for the programme's candidates: people, units; anything else is a thing."""
    field = programme.form.field(programme.roles.name)
    said = programme.words
    return _worded((field and field.kind) or "", programme.form.title, said)


@cache
def _worded(kind: str, title: str, said: Wording) -> Terms:
    called = _FORM.search(title)
    form = said.form or (called[0] if called else THING.form)
    usual, asks = _BY_KIND.get(kind, THING), _ASKS.match(form)
    return replace(
        usual,
        measure=said.measure or usual.measure,
        certify=said.certify or _CERTIFY,
        form=form,
        asks=asks[0] if asks else THING.asks,
        recommender=said.recommender or THING.recommender,
    )


def of_several(each_terms: Iterable[Terms]) -> Terms:
    """Return the words that fit all of them: their own where they share them, else the usual ones."""
    every = set(each_terms)
    kinds = {
        replace(each, certify=_CERTIFY, form=THING.form, recommender=THING.recommender, asks=THING.asks)
        for each in every
    }
    return replace(
        kinds.pop() if len(kinds) == 1 else MIXED,
        certify=_shared({each.certify for each in every}, _CERTIFY),
        form=_shared({each.form for each in every}, THING.form),
        recommender=_shared({each.recommender for each in every}, THING.recommender),
        asks=_shared({each.asks for each in every}, THING.asks),
    )


def _shared(words: set[str], usual: str) -> str:
    return words.pop() if len(words) == 1 else usual
