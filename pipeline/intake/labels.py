"""What tables call a field → the field of the form, whatever the blanks and marks.

In: a form, a heading. Out: the field and the part of it that the heading names. Must not know where it stood.
"""

import re
from collections.abc import Iterator, Mapping

from pipeline.forms import Field, Form
from pipeline.intake.characters import narrow

Part = tuple[str | int, ...]
Named = tuple[str, Part]

_MARKS = re.compile(r"[\s\u3000:：*＊·•.．、，,;；_—\-–/／\\|()（）\[\]【】〔〕“”\"'《》]+")
_BRACKETS = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]")
# As many lines of a sub-table as columns may be for.
_MOST_LINES = 20
# What people call fields of these names or kinds, where the form has no field of that name.
_ALIASES: Mapping[str, tuple[str, ...]] = {
    "姓名": ("名字", "申报人", "被推荐人", "推荐人选", "联络员姓名", "申报人姓名", "被推荐人姓名", "专家姓名"),
    "所在单位": (
        "工作单位",
        "单位",
        "单位名称",
        "所在工作单位",
        "工作单位名称",
        "所属单位",
        "单位全称",
        "工作单位全称",
        "供职单位",
        "现工作单位",
        "现单位",
        "任职单位",
        "工作单位及部门",
    ),
    "单位名称": ("申报单位", "基地名称", "机构名称", "单位全称", "推荐基地", "申报单位名称", "单位"),
    "法定代表人": ("法人代表", "法人", "单位法人", "法人姓名", "法定代表", "法定代表人姓名", "法人代表姓名"),
    "单位地址": (
        "地址",
        "通讯地址",
        "详细地址",
        "通信地址",
        "所在地址",
        "办公地址",
        "联系地址",
        "单位通讯地址",
        "单位详细地址",
    ),
    "联系人": ("联系人姓名", "联络人", "联络人姓名", "经办人"),
    "联系电话": (
        "电话",
        "联系方式",
        "电话号码",
        "联系电话号码",
        "联系人电话",
        "单位电话",
        "固定电话",
        "办公电话",
        "手机",
        "手机号码",
    ),
    "成立日期": ("成立时间", "成立年月", "建立时间", "建成时间", "设立时间", "注册时间", "注册日期"),
    "年开放天数": ("开放天数", "全年开放天数", "每年开放天数"),
    "展教面积": ("展厅面积", "展教用房面积", "展示面积", "展区面积"),
    "免费开放": ("是否免费", "免费开放情况"),
    "专业领域": ("从事专业", "研究领域", "所属领域", "学科领域", "专业", "领域"),
    "研究方向": ("主要研究方向", "研究内容", "研究领域"),
    "职务": ("现任职务", "行政职务", "担任职务", "工作职务", "党政职务", "单位职务"),
    "职称": ("技术职称", "专业技术职称", "专业技术职务", "职称等级", "技术职务", "专业职称", "现有职称"),
    "社会职务": ("社会兼职", "学术兼职", "兼职", "社会任职", "兼任职务", "兼任社会职务"),
    "类别": ("申报类别", "推荐类别", "申请类别", "类型", "联络员类别"),
    "手机号": (
        "手机",
        "手机号码",
        "移动电话",
        "手机电话",
        "联系手机",
        "联系电话手机",
        "本人手机",
        "移动电话号码",
        "联系电话",
        "联系方式",
        "电话",
        "电话号码",
        "联系号码",
        "联系电话号码",
        "本人电话",
    ),
    "固定电话": (
        "办公电话",
        "办电",
        "办公",
        "单位电话",
        "固话",
        "座机",
        "办公室电话",
        "联系电话办公",
        "电话办公",
        "座机号码",
        "固定电话号码",
        "联系电话",
        "电话",
        "联系方式",
    ),
    "邮箱": (
        "电子邮箱",
        "电子邮件",
        "邮件",
        "email",
        "电子信箱",
        "邮箱地址",
        "emailaddress",
        "mail",
        "电邮",
        "邮件地址",
    ),
    "资格证书": (
        "职业资格",
        "证书",
        "资格证",
        "是否具备相应资格证书",
        "职业资格证书",
        "相应资格证书",
        "持有证书",
        "资质证书",
    ),
    "工作简历": (
        "简历",
        "个人简历",
        "工作经历",
        "主要工作经历",
        "主要简历",
        "个人工作简历",
        "学习工作简历",
        "个人经历",
        "工作履历",
        "履历",
    ),
    "工作经历": ("主要工作经历", "工作简历", "主要工作简历", "个人简历", "简历", "个人经历", "主要经历"),
    "论文": ("代表性论文", "主要论文", "论文著作", "代表性论文著作", "发表论文", "论文情况", "学术论文"),
    "获奖": ("获奖情况", "奖励", "主要奖励", "科技获奖", "科技奖励情况", "表彰奖励", "所获奖励", "主要获奖情况"),
    "日期": ("出生年月", "出生日期", "出生时间", "出生年月日"),
    "联系地址": ("通讯地址", "地址"),
    "身份证号": ("身份证", "身份证号码", "公民身份号码", "身份证件号码", "居民身份证号码"),
    "统一社会信用代码": ("信用代码", "社会信用代码", "组织机构代码"),
}


def squeezed(text: str) -> str:
    """Return the text without blanks and marks, in half-width and small letters."""
    return _MARKS.sub("", narrow(text)).casefold()


def find(known: Mapping[str, Named], heading: str) -> Named | None:
    """Return (field, part of it) that the heading names, None for a heading that names none or several."""
    for each in (heading, _BRACKETS.sub("", heading)):
        if squeezed(each) in known:
            return known[squeezed(each)]
    return None


def known(form: Form) -> Mapping[str, Named]:
    """Return what each squeezed heading names in the form."""
    return {**{key: named[0] for key, named in aliases(form).items() if len(named) == 1}, **own(form)}


def own(form: Form) -> Mapping[str, Named]:
    """Return what each squeezed heading of the form's own names, those that several fields have left out."""
    return _once((key, (field.name, part)) for field in form.fields for key, part in _spelt(field))


def aliases(form: Form) -> Mapping[str, tuple[Named, ...]]:
    """Return the fields that each other heading may mean."""
    found: dict[str, dict[Named, None]] = {}
    for field in form.fields:
        for each in _also(field):
            found.setdefault(squeezed(each), {})[field.name, ()] = None
    return {key: tuple(named) for key, named in found.items()}


def _once(pairs: Iterator[tuple[str, Named]]) -> dict[str, Named]:
    """Return the names that lead to one place only."""
    found: dict[str, Named] = {}
    several: set[str] = set()
    for key, named in pairs:
        if found.setdefault(key, named) != named:
            several.add(key)
    return {key: named for key, named in found.items() if key and key not in several}


def _also(field: Field) -> Iterator[str]:
    yield from _ALIASES.get(field.name, ())
    if field.kind != field.name:
        yield from _ALIASES.get(field.kind or "", ())
        if field.kind in _ALIASES and field.kind != "日期":
            yield str(field.kind)


def _spelt(field: Field) -> Iterator[tuple[str, Part]]:
    """Yield every spelling of a field and of its parts; a line of a sub-table is counted from 1."""
    own = dict.fromkeys((squeezed(field.name), squeezed(field.title), squeezed(_BRACKETS.sub("", field.title))))
    yield from ((each, ()) for each in own)
    for child in field.children:
        for each in dict.fromkeys((squeezed(child.name), squeezed(child.title))):
            yield from (named for head in own for named in _part(field, head, each, child.name))


def _part(field: Field, head: str, said: str, name: str) -> Iterator[tuple[str, Part]]:
    if field.type != "array":
        yield f"{head}{said}", (name,)
        return
    for number in range(_MOST_LINES):
        yield f"{head}{number + 1}{said}", (number, name)
        yield f"{head}第{number + 1}行{said}", (number, name)
