"""The explanation of every finding, by family.

In: the message tables. Out: Explained, and where each stands. Must not know pages.
"""

from string import Formatter

from pipeline.handbook.types import Explained
from pipeline.messages import CATALOGUE
from pipeline.messages.entry import Entry
from pipeline.report import severity

FAMILIES = {
    "Y": "Y：文件、文字和 YAML 写法",
    "S": "S：推荐表和各项设置",
    "E": "E：办理事项、意见和日期",
    "R": "R：审核、评分和各份申报之间",
    "P": "P：个人信息",
    "T": "T：模板和生成网页",
    "X": "X：程序、收件、导出和版本",
}
"""The first letter of a code -> what such findings are about."""


def path(family: str) -> str:
    """Return the page that a family is explained on."""
    return f"codes-{family.lower()}.html"


def address(code: str) -> str:
    """Return where a finding is explained, as a link from any page of the handbook."""
    return f"{path(code[0])}#{code}"


def of(family: str) -> tuple[Explained, ...]:
    """Return the findings of a family by their codes."""
    return tuple(_explained(CATALOGUE[code]) for code in sorted(CATALOGUE) if code.startswith(family))


def _explained(entry: Entry) -> Explained:
    words = entry.zh
    said = severity(entry.severity, "zh")
    return Explained(entry.code, said, _general(words.message), _general(words.hint), words.explain)


def _general(pattern: str) -> str:
    """Return a pattern with … for every detail that only a real finding knows."""
    return "".join(text + ("…" if name is not None else "") for text, name, _, _ in Formatter().parse(pattern))
