"""What an editor can see of a text: patterns that never call a text wrong which our own judge takes.

In: a schema of a text. Out: (pattern, message) pairs in the part of ECMA 262 that Python reads alike. An editor judges
the text as it stands in the file, before anything is tidied, so blanks at either end, and what `convert` mends, must
pass; check digits and days that no calendar has are left to the judge. Must not know editors.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.forms import words

_DAY = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
FORMATS: Mapping[str, str] = {
    "姓名": "[^0-9０-９，。、；：,;:（）()/]*",
    "日": _DAY,
    "日期": f"((19|20|21)[0-9]{{2}}(-(0[1-9]|1[0-2]))?|{_DAY})",
    "成文日期": rf"([0-9]{{4}}年\s*[0-9]{{1,2}}月\s*[0-9]{{1,2}}日|{_DAY})",
    "发布时间": f"{_DAY}( ([01][0-9]|2[0-3]):[0-5][0-9])?",
    "身份证号": "[1-9][0-9]{16}[0-9X]",
    "统一社会信用代码": "[0-9A-HJ-NPQRTUWXY]{18}",
    "date": _DAY,
    "email": r"[^\s@]+@[^\s@]+",
    "uri": r"https?://\S+",
}
"""Format -> a pattern of the whole text that holds wherever the format does."""

# What `convert` makes plain of these kinds: a text with such a character is not judged here.
_MENDED = {"手机号": r"[！-～\s-]", "固定电话": "[！-～]", "身份证号": "[！-～]", "统一社会信用代码": "[！-～]"}
_WHOLE = re.compile(r"\^(?P<inner>.*[^\\]|)\$", re.DOTALL)
_BRANCH = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|(?P<open>\()|(?P<close>\))|(?P<branch>\|)")


def of_text(schema: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield a (pattern, message) for each thing that the schema asks of a text: its form, its length."""
    told = words.how(schema)
    said = str(schema.get("description") or schema.get("title") or "") and told
    if "pattern" in schema:
        yield _forgiving(str(schema["pattern"]), schema), _message(said)
    if schema.get("format") in FORMATS:
        yield _forgiving(f"^{FORMATS[schema['format']]}$", schema), _message(said)
    least, most = int(schema.get("minLength", 0)), schema.get("maxLength")
    if most is not None:
        yield rf"^\s*[\s\S]{{{least},{most}}}\s*$", f"应为 {least} 至 {most} 字" if least else f"最多 {most} 字"
    elif least:
        yield rf"[\s\S]{{{least}}}", f"至少 {least} 字"


def _message(told: str) -> str:
    return f"应为：{told}" if told else "不合这一栏的写法"


def _forgiving(pattern: str, schema: Mapping[str, Any]) -> str:
    """Return the pattern with blanks allowed around a whole text, and what is tidied for the kind let through."""
    whole = _WHOLE.fullmatch(pattern)
    if whole and not _branches(whole["inner"]):
        pattern = rf"^\s*{whole['inner']}\s*$"
    mended = _MENDED.get(str(schema.get("x-kind")))
    return f"{pattern}|{mended}" if mended else pattern


def _branches(pattern: str) -> bool:
    """Tell whether the pattern has a `|` outside of groups."""
    depth = 0
    for match in _BRANCH.finditer(pattern):
        depth += bool(match["open"]) - bool(match["close"])
        if match["branch"] and not depth:
            return True
    return False
