"""Values that are text on paper and orders to some program: each is accepted as it stands and must stay text."""

from pathlib import Path

from tests import samples

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</script><script>alert(1)</script>",
    "</title></textarea></style><svg onload=alert(1)>",
    "<!-- --><![CDATA[ ]]>&lt;b&gt;&amp;amp;",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>点我</a>",
    "javascript:alert(1)",
    "[点我](javascript:alert(1))",
    "![图](http://127.0.0.1:9/a.png)",
    "**粗** _斜_ # 标题 `码` ~~删~~",
    "1. 一 - 二 > 三 | 四 |",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "${7*7} #{7*7} <%= 7*7 %> [[7*7]]",
    "{0.__class__} %s %n {年} {推荐名额}",
    "{{ cycler.__init__.__globals__.os.system('id') }}",
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1:9/?"&A1)',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1+1",
    '示例,大学;"甲"',
    "'=1+1",
    '#eval("1+1")',
    '#read("/etc/passwd")',
    "$x^2$ *粗* <标> @引 ~ -- \\ ]",
    '#include "a" ]#[ //注 /*注*/',
    "\\input{/etc/passwd} \\u003cscript\\u003e \\x3c \\n",
    "BEGIN:VEVENT\\nSUMMARY:x",
    "MERGEFIELD x \\* MERGEFORMAT",
    "__proto__ constructor toString",
    "null NaN undefined true 0x10 1e5",
    "' OR '1'='1'; DROP TABLE a; --",
    "$(reboot) `reboot` ; reboot | reboot & reboot",
    "../../etc/passwd%00.html ..\\..\\a",
    "e" + "\u0301" * 30,
    "字" * 60,
    "W" * 60,
    "&#60;script&#62; &nbsp; %3Cscript%3E",
)
"""Each is the unit and the post of one candidate who is certified."""
RARE = ("كلية العلوم abc שלום", "👨🏽 🇨🇳 ①②③ ﷽", "𠮷野家䶮𬱖〇", "e" + "\u0301" * 30)
"""The same, of characters that no shipped font has: they go without a PDF."""

_SURNAME = 0x4E00
SITE = (
    "名称: 示例<b>市</b>科协 &amp; {{ 7 * 7 }}\n"
    "网址: https://gongshi.example/\n"
    '联系: "</footer><script>alert(1)</script> =1+1"\n'
    "页脚: ['{% raw %}', '<img src=x onerror=alert(1)>', '#eval(\"1\")']\n"
    '主办: "示例&quot;市<i>科协"\n'
)


def write(root: Path, payloads: tuple[str, ...]) -> Path:
    """Write a content of one candidate for each payload, all of them certified; texts of the office are hostile too."""
    programme = samples.PROGRAMME.replace("名称: 示例联络员推荐认定", '名称: "示例<u>联络员</u>{{ 7 * 7 }}推荐认定"', 1)
    notice = samples.NOTICE.replace(
        "热爱科技事业的", "、".join(payloads).replace("{推荐名额}", "") + "\n\n热爱科技事业的", 1
    )
    more = {
        f"{samples.PROGRAMMES}/submissions/daxue/a-{number:03}.yml": _somebody(number, text)
        for number, text in enumerate(payloads, 1)
    }
    return samples.write(root, site=SITE, programme=programme, notice=notice, **more)


def _somebody(number: int, text: str) -> str:
    said = "'" + text.replace("'", "''") + "'"
    return (
        samples.A_001.replace("王示例", f"{chr(_SURNAME + 7 * number)}示例")
        .replace("所在单位: 示例大学", f"所在单位: {said}")
        .replace("职务: 科研处副处长", f"职务: {said}")
        .replace("13800000001", f"1380001{number:04}")
        .replace("wang@", f"w{number}@")
        .replace("SL-2020-A001", f"SL-2020-A{number:03}")
    )
