"""Invented lives of candidates over four years, as files, and as plain facts to reckon with.

In: a seed and a number. Out: people, and a content folder that says the same. It knows what staff write; how the
product reads it, it must not know. Periods lie across National Day and Spring Festival, with their 调休.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests import samples

DAY = timedelta(days=1)


def _days(first: str, last: str) -> set[date]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return {start + DAY * each for each in range((end - start).days + 1)}


# As the State Council's office announced them, for the weeks that matter here.
OFF = (
    _days("2020-10-01", "2020-10-08")
    | _days("2021-02-11", "2021-02-17")
    | _days("2021-10-01", "2021-10-07")
    | _days("2022-01-31", "2022-02-06")
    | _days("2022-10-01", "2022-10-07")
    | _days("2023-01-21", "2023-01-27")
    | _days("2023-09-29", "2023-10-06")
)
WORKED = {
    date.fromisoformat(each)
    for each in (
        *("2020-09-27", "2020-10-10", "2021-02-07", "2021-02-20", "2021-09-26", "2021-10-09"),
        *("2022-01-29", "2022-01-30", "2022-10-08", "2022-10-09", "2023-01-28", "2023-01-29"),
        *("2023-10-07", "2023-10-08"),
    )
}
# Batch → the days of its rounds, what stays of a list after its period, what is shown of who left.
BATCHES = {
    "shili-2020": ("2020-08-01", ("2020-09-29", "2021-02-08"), "保留", ()),
    "shili-2021": ("2021-08-01", ("2021-09-28", "2022-01-28"), "隐去名单", ("姓名",)),
    "shili-2022": ("2022-08-01", ("2022-09-29", "2023-01-18"), "撤下", ()),
    "shili-2023": ("2023-08-01", ("2023-09-27",), "保留", ("姓名", "所在单位")),
}
ASSOCIATIONS = ("示例大学科协", "示例县科协")
NAMES = tuple(f"{surname}{given}" for surname in "王李张陈" for given in ("示例", "例", "实例"))
UNITS = ("示例大学", "示例学院", "示例科技园", "示例产业园")


def works(day: date) -> bool:
    """Tell whether people work on the day."""
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def last_day(start: date) -> date:
    """Return the fifth working day, the first included."""
    day, left = start, 5
    while True:
        left -= works(day)
        if left == 0:
            return day
        day += DAY


def years_later(day: date, years: int) -> date:
    """Return the last day of a term of so many years."""
    return day.replace(year=day.year + years) - DAY


@dataclass
class Change:
    """更正 or 变更 of 所在单位 or 姓名."""

    on: date
    kind: str
    field: str
    old: str
    new: str
    until: date | None = None


@dataclass
class Person:
    """What happened to one file; days that are None did not come."""

    batch: str
    id: str
    name: str
    category: str
    unit: str
    association: str
    proposed: date
    until: date
    withdrawn: date | None = None
    refused: date | None = None
    certified: date | None = None
    document: str = ""
    certificate: str = ""
    term: date | None = None
    renewed: date | None = None
    renewed_until: date | None = None
    revoked: date | None = None
    reinstated: date | None = None
    resigned: date | None = None
    praised: date | None = None
    changes: list[Change] = field(default_factory=list)
    previous: "Person | None" = None


def invent(seed: int, count: int) -> list[Person]:
    """Return that many people, the same for the same seed."""
    chance = random.Random(seed)
    rounds = [(batch, date.fromisoformat(day)) for batch, each in BATCHES.items() for day in each[1]]
    people: list[Person] = []
    for number in range(count):
        batch, on = rounds[number % len(rounds)]
        earlier = [each for each in people if each.batch < batch and each.certified and not each.revoked]
        people.append(_person(chance, batch, f"c-{number:04}", on, earlier))
    return people


def _person(chance: random.Random, batch: str, id_: str, on: date, earlier: list[Person]) -> Person:
    taken = {each.previous.id for each in earlier if each.previous}
    free = [each for each in earlier if each.id not in taken and each.certified and each.certified < on]
    previous = chance.choice(free) if free and chance.random() < 0.2 else None
    person = Person(
        batch=batch,
        id=id_,
        name=previous.name if previous else chance.choice(NAMES),
        category=previous.category if previous else chance.choice("AB"),
        unit=chance.choice(UNITS),
        association=chance.choice(ASSOCIATIONS),
        proposed=on,
        until=last_day(on),
        previous=previous,
    )
    _in_publicity(chance, person)
    _decided(chance, person)
    if person.certified:
        _in_office(chance, person)
    return person


def _in_publicity(chance: random.Random, person: Person) -> None:
    if chance.random() < 0.15:
        on = person.proposed + DAY
        again = chance.random() < 0.5
        person.changes.append(_change(chance, person, on, "更正", last_day(on) if again else None))
    if chance.random() < 0.08:
        person.withdrawn = person.proposed + DAY * chance.randint(1, 9)


def _change(chance: random.Random, person: Person, on: date, kind: str, until: date | None = None) -> Change:
    """Return a change that ends at what the file says now; the last one of a field is made first to last."""
    name = chance.random() < 0.3
    old = person.name if name else person.unit
    others = [each for each in (NAMES if name else UNITS) if each != old]
    new = chance.choice(others)
    if name:
        person.name = new
    else:
        person.unit = new
    return Change(on, kind, "姓名" if name else "所在单位", old, new, until)


def end_of_publicity(person: Person, day: date) -> date:
    """Return the last day of the person's own period, as it was known on the day."""
    ends = [each.until for each in person.changes if each.until and each.on <= day]
    return ends[-1] if ends else person.until


def _decided(chance: random.Random, person: Person) -> None:
    end = end_of_publicity(person, date.max)
    decided = max(end, person.until) + DAY * (4 if end == person.until else 11)
    if person.withdrawn:
        return
    if chance.random() < 0.07:
        person.refused = decided
    elif chance.random() < 0.93:
        person.certified = decided
        person.document = f"示例〔{decided.year}〕{decided.timetuple().tm_yday}号"
        person.certificate = f"SL-{decided.year}-{person.category}{int(person.id[2:]) + 1:03}"
        person.term = years_later(decided, 2)


def _in_office(chance: random.Random, person: Person) -> None:
    assert person.certified is not None and person.term is not None
    if chance.random() < 0.2:
        kind = chance.choice(("更正", "变更"))
        person.changes.append(_change(chance, person, person.certified + DAY * chance.randint(5, 60), kind))
    fate = chance.random()
    if fate < 0.1:
        person.revoked = person.certified + DAY * chance.randint(61, 300)
        if chance.random() < 0.3:
            person.reinstated = person.revoked + DAY * chance.randint(1, 40)
    elif fate < 0.2:
        person.resigned = person.certified + DAY * chance.randint(400, 700)
    elif fate < 0.35:
        person.renewed = person.term - DAY * 10
        person.renewed_until = years_later(person.term + DAY, 2)
    if chance.random() < 0.2 and (person.revoked is None or person.reinstated):
        person.praised = person.certified + DAY * 365


def write(root: Path, people: list[Person]) -> Path:
    """Write everything as staff would have."""
    texts = {"content/site.yml": samples.SITE}
    for slug, (published, _, after, former) in BATCHES.items():
        folder = f"content/programmes/{slug}"
        texts[f"{folder}/programme.yml"] = (
            samples.PROGRAMME.replace("示例联络员推荐认定", f"示例联络员推荐认定（{slug[-4:]}）")
            .replace("截止: 2020-12-08\n", "")
            .replace("按姓氏笔画", "手工")
            .replace("保留", after)
            .replace(", 类别: [A]", "")
            .replace(", 类别: [B]", "")
            .replace("查重: [手机号]", "查重: []")
            .replace("已取消: []", f"已取消: [{', '.join(former)}], 评估: [优秀]")
        )
        texts[f"{folder}/notice.md"] = samples.NOTICE.replace("2020年11月25日", f"{published[:4]}年8月1日").replace(
            "2020-11-25 09:00", f"{published} 09:00"
        )
        texts[f"{folder}/form.yml"] = samples.FORM
    for each in people:
        texts[f"content/programmes/{each.batch}/submissions/{each.id}.yml"] = _file(each)
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return root


def _file(person: Person) -> str:
    received = person.proposed - DAY * 10
    lines = [
        f"类别: {person.category}",
        f"姓名: {person.name}",
        f"所在单位: {person.unit}",
        "职务: 主任",
        f"手机号: 1380000{int(person.id[2:]):04}",
        "园区管理经验年限: 5",
        f"单位意见: {{结论: 同意, 意见: 同意推荐。, 负责人: 周样本, 日期: {received}}}",
        f"推荐单位: {person.association}",
        "审核: {1: 符合, 2: 符合}" if person.category == "B" else "审核: {1: 符合}",
        *([f"前次: {person.previous.batch}/{person.previous.id}"] if person.previous else []),
        "办理:",
        f"  - {{日期: {received}, 事项: 收到, 纸质: 是, 电子: 是}}",
        f"  - {{日期: {person.proposed}, 事项: 拟认定, 公示至: {person.until}}}",
    ]
    happened: list[tuple[date | None, str]] = [
        (person.withdrawn, "撤回"),
        (person.refused, "不予认定"),
        (person.certified, f"认定, 文号: {person.document}, 证书编号: {person.certificate}, 任期至: {person.term}"),
        (person.revoked, "取消资格, 事由: 材料与事实不符, 文号: 示例〔2099〕1号"),
        (person.reinstated, "恢复"),
        (person.resigned, "退出, 事由: 工作调动"),
        (person.renewed, f"续聘, 任期至: {person.renewed_until}"),
        (person.praised, "年度评估, 结果: 优秀"),
        *((each.on, _edit(each)) for each in person.changes),
    ]
    lines += [f"  - {{日期: {on}, 事项: {what}}}" for on, what in happened if on]
    return "\n".join(lines) + "\n"


def _edit(change: Change) -> str:
    again = f", 重新公示: 是, 公示至: {change.until}" if change.until else ""
    return f"{change.kind}, 栏目: {change.field}, 原: {change.old}, 新: {change.new}{again}"
