"""The table of the associations' quotas (名额), which a notice prints where it says so.

In: the notice's Markdown, the programme. Out: the Markdown with the table. Numbers are those of the settings.
"""

import re

from pipeline import terms
from pipeline.content.notice import QUOTA_TABLE
from pipeline.model import Association, Programme

_PLACE = re.compile(rf"(?m)^[ \t]*{re.escape(QUOTA_TABLE)}[ \t]*$")
_MARK = re.compile(r"([\\|*\[\]!])")
_FREE = "不限"


def with_quotas(body: str, programme: Programme) -> str:
    """Return the notice's text with each line of QUOTA_TABLE replaced by the table of quotas."""
    limited = [each for each in programme.associations if each.quota is not None or each.quotas]
    if not limited:
        return body
    return _PLACE.sub(lambda _: "\n" + _table(programme, limited) + "\n", body)


def _table(programme: Programme, limited: list[Association]) -> str:
    codes = [each.code for each in programme.categories if any(each.code in dict(a.quotas) for a in limited)]
    names = {each.code: each.name for each in programme.categories}
    own = terms.of_programme(programme)
    total = f"{'合计' if codes else '名额'}（{own.measure}）"
    heads = [own.recommender, *(names[code] for code in codes), total]
    rows = [heads, ["---"] * len(heads), *(_row(each, codes) for each in limited)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(association: Association, codes: list[str]) -> list[str]:
    """Return the association's line; where only the whole is limited, its categories are free within it."""
    own = dict(association.quotas)
    whole = association.quota if association.quota is not None else _whole(association, codes)
    each = [str(own[code]) if code in own else _without(association, code) for code in codes]
    return [_MARK.sub(r"\\\1", association.name), *each, str(whole)]


def _without(association: Association, code: str) -> str:
    """Return what stands for a category that has no number of its own."""
    if association.categories and code not in association.categories:
        return "—"
    if association.categories == (code,) and association.quota is not None:
        return str(association.quota)
    return _FREE if association.quota is None else "不分类别"


def _whole(association: Association, codes: list[str]) -> str:
    own = dict(association.quotas)
    free = any(code not in own and (not association.categories or code in association.categories) for code in codes)
    return _FREE if free else str(sum(own.values()))
