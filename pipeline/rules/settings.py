"""Rules over a programme's settings: what they name must be there.

In: a programme. Out: findings.
"""

import re
from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, finding
from pipeline.forms import Secret
from pipeline.model import ASSOCIATION, Programme

_PLACEHOLDER = re.compile(r"\{([^{}:]*)(?::0?[0-9])?\}")
_NEAR, _ENOUGH = 0.5, 20
_PLACEHOLDERS = frozenset({"年", "类别", "流水"})
SCORE = "得分"
"""What a list may show beside the form's fields where candidates are scored."""
_SHOWN = {"公示": "publicity", "名单": "roster", "证书": "certificate", "已取消": "former"}


def roles_are_fields(programme: Programme) -> Iterator[Diagnostic]:
    """角色 must name fields of the form."""
    roles = programme.roles
    named = [("名称", roles.name), ("单位", roles.unit), ("类别", roles.category)]
    for key, field in named:
        if field and programme.form.field(field) is None:
            yield _no_field(programme, ("角色", key), field)
    for index, field in enumerate(roles.duplicates):
        if programme.form.field(field) is None:
            yield _no_field(programme, ("角色", "查重", index), field)


def shown_are_fields(programme: Programme) -> Iterator[Diagnostic]:
    """公开 must name fields of the form or 推荐单位; no opinion or photo, and a private contact only on purpose."""
    for key, attribute in _SHOWN.items():
        for index, name in enumerate(getattr(programme.shown, attribute)):
            pointer = ("公开", key, index)
            where = programme.document.at(*pointer)
            field = programme.form.field(name)
            if field is None and name == SCORE and programme.scoring:
                continue
            if field is None:
                if not programme.may_show(name):
                    yield _no_field(programme, pointer, name)
            elif field.is_opinion:
                yield finding("R441", where, field=name)
            elif field.kind == "照片":
                yield finding("R450", where, field=name)
            elif field.secret is Secret.EXACT:
                yield finding("R442", where, field=name)


def _no_field(programme: Programme, pointer: tuple[str | int, ...], name: str) -> Diagnostic:
    """Return that no field of the form is called so: the field that is meant, or those that there are."""
    fields = [each.name for each in programme.form.fields]
    fields += [ASSOCIATION] if pointer[0] == "公开" else []
    import difflib  # noqa: PLC0415  # slow to load, and names are seldom mistyped

    meant = difflib.get_close_matches(name, fields, 1, _NEAR)
    key = next(each for each in reversed(pointer) if isinstance(each, str))
    return finding("R440", programme.document.at(*pointer), key=key, known="、".join(meant or fields[:_ENOUGH]))


def category_has_a_role(programme: Programme) -> Iterator[Diagnostic]:
    """A programme with categories must say which field holds the candidate's category, and the other way round."""
    if programme.categories and programme.roles.category is None:
        yield finding("R443", programme.document.at("角色"))
    if programme.roles.category is not None and not programme.categories:
        yield finding("R444", programme.document.at("角色", "类别"))


def associations_differ(programme: Programme) -> Iterator[Diagnostic]:
    """Two associations must not share a name or a folder."""
    for attribute, key in (("name", "名称"), ("folder", "文件夹")):
        seen: set[str] = set()
        for index, each in enumerate(programme.associations):
            value = getattr(each, attribute)
            if value and value in seen:
                yield finding("R445", programme.document.at("推荐单位", index, key), key=key)
            seen.add(value)


def category_names_exist(programme: Programme) -> Iterator[Diagnostic]:
    """推荐单位, 条件 and 优先 must name categories that 类别 lists."""
    codes = {each.code for each in programme.categories}
    named: list[tuple[tuple[str | int, ...], str]] = [
        (("推荐单位", index, "类别", place), code)
        for index, each in enumerate(programme.associations)
        for place, code in enumerate(each.categories)
    ]
    named += [
        (("推荐单位", index, "名额", code), code)
        for index, each in enumerate(programme.associations)
        for code, _ in each.quotas
    ]
    named += [
        (("条件", index, "类别"), each.category) for index, each in enumerate(programme.conditions) if each.category
    ]
    if programme.priority and programme.priority.category:
        named.append((("优先", "类别"), programme.priority.category))
    for pointer, code in named:
        if code not in codes:
            yield finding("R446", programme.document.at(*pointer), known="、".join(sorted(codes)) or "—")


def condition_fields_exist(programme: Programme) -> Iterator[Diagnostic]:
    """条件 and 优先 must name fields of the form, and every condition must have a number of its own."""
    numbers: set[str] = set()
    for index, each in enumerate(programme.conditions):
        if each.field and programme.form.field(each.field) is None:
            yield _no_field(programme, ("条件", index, "栏目"), each.field)
        if each.only and programme.form.field(each.only[0]) is None:
            yield _no_field(programme, ("条件", index, "仅限", "栏目"), each.only[0])
        if each.number in numbers:
            yield finding("R447", programme.document.at("条件", index, "号"))
        numbers.add(each.number)
    if programme.priority and programme.form.field(programme.priority.field) is None:
        yield _no_field(programme, ("优先", "栏目"), programme.priority.field)


def certificate_pattern_is_known(programme: Programme) -> Iterator[Diagnostic]:
    """证书编号 must use {年}, {类别} and {流水:03} only, and 流水 always."""
    pattern = programme.certificate_pattern
    if pattern is None:
        return
    names = set(_PLACEHOLDER.findall(pattern))
    if names - _PLACEHOLDERS or "流水" not in names or ("类别" in names and not programme.categories):
        yield finding("R448", programme.document.at("证书编号"))


def objection_can_reach(programme: Programme) -> Iterator[Diagnostic]:
    """Whoever objects must find at least one of a phone number, an e-mail address, a postal address."""
    channel = programme.objection
    if not (channel.phone or channel.email or channel.address):
        yield finding("R449", programme.document.at("异议"))
