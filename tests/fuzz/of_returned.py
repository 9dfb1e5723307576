"""The target `returned`: what comes back from applicants. The first byte tells as what the others are read.

A zip is nothing that bytes can be changed in: the part that matters is packed here.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from struct import Struct
from typing import Any

import openpyxl

from pipeline.documents.decode import decode
from pipeline.intake.limits import Kind, Refusal, look
from pipeline.intake.sheet_xlsx import read_xlsx
from pipeline.intake.types import Found
from pipeline.intake.word import read_docx
from pipeline.intake.yml import read_yml
from pipeline.paper import payload
from tests import forms_docx as d
from tests import samples
from tests.fuzz import promises
from tests.unit.word_readings import expert, longdu

_MAIN = d.TYPES.format(part="word/document.xml", kind=d.MAIN)
_RELATIONS = d.RELATIONS.format(part="word/document.xml")
_HEAD = Struct(">2sI")
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def _of_word(data: bytes) -> None:
    packed = d.pack({"[Content_Types].xml": _MAIN, "_rels/.rels": _RELATIONS, "word/document.xml": data})
    for form in (longdu(), expert()):
        _looked_at(read_docx(packed, form, "a.docx"))


def _of_sheet(data: bytes) -> None:
    try:
        found = read_xlsx(_workbook({_SHEET: data}), longdu(), "a.xlsx")
    except Exception:  # what the library says of a broken file is caught one room up, where files are taken
        return
    _looked_at(found)


def _of_saved(data: bytes) -> None:
    text = decode(data)[0] or ""
    for form in (longdu(), expert()):
        _looked_at(read_yml(data, form, "a.yml"), text)


def _of_code(data: bytes) -> None:
    for body in (data, _deflated(data)):
        for fields in (payload.carried(longdu()), None):
            payload.decode(_HEAD.pack(payload.MARK, zlib.crc32(body)) + body, lambda *_, fields=fields: fields)


def _of_anything(data: bytes) -> None:
    for suffix in (".docx", ".xlsx", ".yml", ".pdf", ""):
        kind = look(data, suffix)
        if not isinstance(kind, Kind | Refusal):
            raise promises.BrokenError("neither a kind nor a refusal")


READ: Mapping[int, Callable[[bytes], None]] = dict(enumerate((_of_word, _of_sheet, _of_saved, _of_code, _of_anything)))


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _workbook(parts: Mapping[str, bytes]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet: Any = book.active
    sheet.append(["序号", "姓名", "手机号", "类别"])
    sheet.append(["1", "王示例", "13800000001", "A"])
    book.save(out)
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(changed, "w") as new:
        for each in old.infolist():
            new.writestr(each.filename, parts.get(each.filename, old.read(each)))
    return changed.getvalue()


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def _seeds() -> tuple[bytes, ...]:
    word = d.document(d.table(["姓名", "王示例"], ["类别", "√A类 □B类"], ["单位意见", d.p("同意", d.sym("0052"))]))
    tagged = d.document(d.table(["姓名", d.p(d.checkbox(ticked=True), d.old_box(ticked=True))]), d.p(d.struck("A类")))
    made = (
        (0, (word.encode(), tagged.encode())),
        (1, (_part(_workbook({}), _SHEET),)),
        (2, (f"# 项目：shili\n# 表单版本：00000000\n{samples.A_001}".encode(), samples.B_001.encode())),
        (3, (b'[1,"shili","00000000",[2],"A",{"a":[1]}]', b'[1,"","",[]]')),
        (4, (_workbook({}), b"%PDF-1.7\n", b"PK\x05\x06" + bytes(18))),
    )
    return tuple(bytes([kind]) + each for kind, seeds in made for each in seeds)


SEEDS = _seeds()
WORDS = tuple(
    each.encode()
    for each in (
        *(
            "<w:p>",
            "</w:p>",
            "<w:tbl>",
            "</w:tbl>",
            "<w:tc>",
            "<w:tr>",
            "<w:sdt>",
            "<w:vMerge/>",
            '<w:gridSpan w:val="9"/>',
        ),
        *(
            '<w:sym w:char="F052"/>',
            "<w:del>",
            "<w:ins>",
            "<c>",
            "<v>",
            "<row>",
            ' t="s"',
            ' t="d"',
            ' r="ZZZ9"',
            "&#0;",
        ),
    )
)


def run(data: bytes) -> None:
    """Read what came back: there is something read, or a finding."""
    READ[data[0] % len(READ) if data else 0](data[1:])


def _looked_at(found: Found, text: str = "") -> None:
    promises.findings(found.findings, text)
    if not found.readings and not found.findings:
        raise promises.BrokenError("nothing read and nothing said")
