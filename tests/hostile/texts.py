"""Files of up to 250 KB that were made to take long, as text, as a candidate, as settings and as a notice."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import content, markup, rules
from pipeline.diagnostics import Diagnostic
from pipeline.documents import parse
from pipeline.paper import markup_typst
from tests import samples
from tests.hostile.case import Case

_SIZE = 250 * 1024
_AS_OF = date(2021, 3, 17)
B_001, PROGRAMME = samples.B_001, samples.PROGRAMME


def full(piece: str, before: str = "") -> bytes:
    """Return a file full of one piece."""
    room = _SIZE - len(before.encode())
    return (before + piece * (room // len(piece.encode()))).encode()


def counted(piece: str, count: int, before: str = "") -> bytes:
    """Return a file of pieces, each with its number."""
    return (before + "".join(piece.replace("N", str(number)) for number in range(count))).encode()


# The other two readers, of form.yml and of notices, take the same way through the text.
READ: dict[str, tuple[bytes, str]] = {
    "hyphens without blanks": (full("-a\n"), "Y129 Y162"),
    "colons without blanks": (full("甲:乙\n"), "Y129 Y151"),
    "wide colons": (full("甲：乙\n"), "Y129 Y150"),
    "opened brackets": (full("["), "Y136 Y139"),
    "opened braces": (full("{"), "Y137 Y139"),
    "opened braces on lines": (full("a: {\n"), "Y139"),
    "nested lists": (("a: " + "[" * 19 + "]" * 19).encode(), ""),
    "quotation marks": (full('"'), "Y136 Y160"),
    "open quotation marks": (full('a: "b\n'), "Y155"),
    "one key many times": (full("a: b\n"), "Y129 Y130 Y140"),
    "many keys": (counted("kN: v\n", 19_000), "Y140"),
    "a long key": (b"k" * 200_000 + b": v\n", "Y136 Y154"),
    "many anchors": (counted("kN: &aN v\n", 6_000), "Y129 Y132"),
    "many aliases": (counted("kN: *a\n", 6_000, "a: &a b\n"), "Y129 Y131 Y132"),
    "many tags": (counted("kN: !!python/object v\n", 6_000), "Y129 Y133"),
    "many directives": (full("%TAG !e! tag:x\n"), "Y141"),
    "many documents": (full("---\n"), "Y135"),
    "steps without end": (b"".join(b" " * depth + b"a:\n" for depth in range(700)), "Y139"),
    "question marks": (full("? "), "Y137 Y139"),
    "marks that turn": (full("a: \u202eb\n"), "Y121 Y129 Y130 Y140"),
    "unseen characters": (full("\u200b"), "Y122 Y136"),
    "tags in plane 14": (full("\U000e0061"), "Y122 Y136"),
    "bytes of no encoding": (b"a: b\n" + b"\xff\n" * 100_000, "Y112 Y129 Y152"),
    "zeros": (b"a: " + bytes(100_000), "Y120"),
    "escapes": (b'a: "' + b"\\u202e" * 40_000 + b'"', "Y171"),
    "halves of characters": (b'a: "' + b"\\ud800" * 40_000 + b'"', "Y171"),
    "carriage returns": (full("a: b\r"), "Y129 Y130 Y140"),
    "unseen line ends": (full("a: b\u2028"), "Y128 Y157"),
    "a text of many lines": (full("b\n ", "a: "), "Y185"),
    "a block of many lines": (full(" x\n", "a: |\n"), ""),
    "remarks": (full("#\n"), "Y101"),
    "blanks": (full(" "), "Y101"),
    "tabs": (full("\ta: b\n"), "Y153"),
    "digits": (b"a: " + b"9" * 200_000, ""),
    "marks over a letter": (full("\u0301", "a: e"), ""),
    "merges": (full("<<: a\n"), "Y129 Y130 Y134 Y140"),
}
# One file of the sample content is this.
JUDGED: dict[str, tuple[str, bytes, str]] = {
    "many unknown keys": ("b-001", counted("手机号N: v\n", 6_000, B_001), "S210 S249"),
    "a long unknown key": ("b-001", (B_001 + "? " + "手" * 60_000 + "\n: v\n").encode(), "S210"),
    "many events": ("b-001", full("  - a\n", B_001)[: 90 * 1024 // 6 * 6], "S222 S235 S249"),
    "events that are lists": ("b-001", counted("  - [N]\n", 6_000, B_001), "S222 S235 S249"),
    "many ticks": (
        "b-001",
        (B_001 + "审核: {" + ", ".join(f"{n}: 符合" for n in range(6_000)) + "}\n").encode(),
        "R414 S239 S249",
    ),
    "a long name": ("b-001", B_001.replace("欧阳例", "欧" * 80_000).encode(), "S228"),
    "a name with marks": ("b-001", B_001.replace("欧阳例", "e" + "\u0301" * 80_000).encode(), "S209 S228"),
    "a long address": ("b-001", (B_001 + f"邮箱: {'a.' * 100_000}@b\n").encode(), "S228"),
    "a long number": ("b-001", B_001.replace("13800000002", "1 -" * 80_000).encode(), "S203"),
    "a count beyond count": ("b-001", B_001.replace("限: 5", f"限: {'9' * 200_000}").encode(), "S213"),
    "a long unit": ("b-001", B_001.replace("示例科技园", "示例" * 40_000).encode(), "S228"),
    "strokes of everything": (
        "content/strokes.yml",
        "".join(f"{chr(0x20000 + number)}: 横竖撇点折\n" for number in range(9_000)).encode(),
        "S225 S239 S249",
    ),
    "many associations": (
        "programme",
        counted("  - {名称: 单位N, 文件夹: dN}\n", 2_500, PROGRAMME.split("推荐单位:")[0] + "推荐单位:\n"),
        "S201 S235",
    ),
    "numbers without end": (
        "programme",
        PROGRAMME.replace("SL-{年}-{类别}{流水:03}", '"' + "A{年}" * 20_000 + '"').encode(),
        "S228",
    ),
    "a term without end": ("programme", PROGRAMME.replace("月数: 24", "月数: 99999999999999").encode(), "S225"),
    "a period without end": ("programme", PROGRAMME.replace("天数: 5", "天数: 99999999999999").encode(), "S225"),
    "a host in open brackets": ("site", samples.SITE.replace("//gongshi.example", "//[::1").encode(), "S212"),
    "a host of wide signs": ("site", samples.SITE.replace("gongshi.example", "ａ／b").encode(), "S212"),
    "a port beyond count": ("site", samples.SITE.replace("gongshi.example", "a:99999999").encode(), "S212"),
    "an account before the host": ("site", samples.SITE.replace("gongshi.example", "me:pw@a").encode(), "S212"),
    "an address with a question": ("site", samples.SITE.replace("example/", "example/?a=/").encode(), "S225"),
    "an address that ends its attribute": ("site", samples.SITE.replace("example/", "example/'\">/").encode(), "S212"),
}
# The body of a notice is this: it is text or Markdown, on the screen and on paper, and takes no time.
DRAWN: dict[str, str] = {
    "lists in lists": "- " * 25_000,
    "lists below lists": "".join(" " * depth + "- 甲\n" for depth in range(300)),
    "quotations in quotations": "> " * 25_000,
    "stars": "*" * 15_000,
    "stars and letters": "**a*" * 4_000,
    "brackets": "[" * 15_000,
    "pictures": "![a](" * 10_000,
    "links in links": "[" * 3_000 + "甲" + "](b)" * 3_000,
    "tables": "|甲" * 3_000 + "\n" + "|-" * 3_000 + "\n" + "|乙" * 3_000,
    "headings": "\n\n# 甲" * 5_000,
    "remarks": "<!--" * 12_000,
    "elements": "<div><p>" * 6_000,
    "addresses": "http://a.example/" * 3_000,
    "at signs": "a@" * 25_000,
    "backslashes": "\\" * 15_000,
    "braces": "{年}" * 12_000,
    "a long word": "W" * 15_000,
}


def _read(data: bytes) -> Iterable[Diagnostic]:
    return parse(data, "a.yml")[1]


def _judge(root: Path) -> Iterable[Diagnostic]:
    site, found = content.load(root)
    return (*found, *rules.check(site, _AS_OF))


def _draw(text: str) -> Iterable[Diagnostic]:
    made = markup.to_html(text)
    assert "<script" not in made
    markup_typst.blocks(markup.tokens(text))
    return ()


def _written(name: str, data: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        root = samples.write(folder / "root")
        (root / samples.SHORT.get(name, name)).write_bytes(data)
        return root

    return make


def _given(made: Any) -> Callable[[Path], Any]:
    """Return what makes nothing, and gives this."""
    return lambda _: made


CASES = {name: Case(_given(data), _read, expected) for name, (data, expected) in READ.items()}
CASES |= {name: Case(_written(file, data), _judge, expected) for name, (file, data, expected) in JUDGED.items()}
CASES |= {f"notice: {name}": Case(_given(text), _draw, "") for name, text in DRAWN.items()}
