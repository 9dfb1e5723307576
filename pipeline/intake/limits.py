"""What kind of file it is, by its content, and whether it may be read at all.

In: bytes, the ending of the name. Out: the kind, or the code of a finding and its words. Nothing is unpacked beyond a
bound. Must not know what stands in a form.
"""

import codecs
import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 30 * 1024 * 1024
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_MARKUP = 40 * 1024 * 1024
# Five thousand rows of fifteen cells; the library takes long over each.
_MOST_OF_SHEETS = 8 * 1024 * 1024
_MOST_PARTS = 5_000
# Office's own markup packs a hundred to one at the very best, and small parts are no danger.
_MOST_RATIO, _SMALL = 200, 1024 * 1024
_ENCRYPTED = 0x1
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_DOCTYPES = tuple("<!DOCTYPE".encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be"))
_ENTITIES = tuple("<!ENTITY".encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be"))
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]{0,100}encoding=[\"']([^\"'>]{0,40})")
_ENCODINGS = (b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252", b"gb2312", b"gbk", b"gb18030", b"utf-16")
_WIDER_MARKS, _ZEROS_OF_UTF16 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE), 2
_MARKUP = (".xml", ".rels", ".vml")
_ODT = b"application/vnd.oasis.opendocument.text"
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


class Kind(StrEnum):
    """The kinds of files that are read; the value is what staff call them."""

    DOCX = "Word 文件"
    OLD_WORD = "旧式或其他格式的文字文件"
    XLSX = "Excel 表格"
    YML = "网页上保存的文件"
    PDF = "PDF"
    PNG = "PNG 图片"
    JPG = "JPG 图片"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not read: a code, and what its words name."""

    code: str
    what: str = ""

    def words(self) -> dict[str, str]:
        """Return the parameters of the finding."""
        return {_PARAMETERS[self.code]: self.what} if self.code in _PARAMETERS else {}


_PARAMETERS = {"X940": "what", "X941": "most", "X944": "what"}


def too_large() -> Refusal:
    """Return the refusal of a file over MOST_BYTES."""
    return Refusal("X941", f"{MOST_BYTES // 1024 // 1024} MB")


Looked = Kind | Refusal


def look(data: bytes, suffix: str) -> Looked:
    """Return the kind of the file, or why it is not read; `suffix` as `.yml` decides where the bytes cannot."""
    if len(data) > MOST_BYTES:
        return too_large()
    if data.startswith(b"PK"):
        return _package(data)
    if data.startswith(_OLE):
        return _compound(data)
    starts = ((b"%PDF-", Kind.PDF), (b"{\\rtf", Kind.OLD_WORD), (b"\x89PNG\r\n", Kind.PNG), (b"\xff\xd8\xff", Kind.JPG))
    for start, kind in starts:
        if data.startswith(start):
            return kind
    if data.startswith(_ARCHIVES):
        return Refusal("X940", "压缩包")
    return _by_suffix(suffix.lower())


def _by_suffix(suffix: str) -> Looked:
    if suffix in (".yml", ".yaml"):
        return Kind.YML
    known = (".docx", ".xlsx", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".png", ".jpg", ".jpeg")
    return Refusal("X943") if suffix in known else Refusal("X940", suffix[:12] or "没有扩展名")


def _compound(data: bytes) -> Looked:
    """Tell the files of the older office programs apart by the names of the streams in them."""
    streams = {
        name for name in ("EncryptedPackage", "WordDocument", "Workbook", "Book") if name.encode("utf-16-le") in data
    }
    if "EncryptedPackage" in streams:
        return Refusal("X942")
    if "WordDocument" in streams:
        return Kind.OLD_WORD
    return Refusal("X940", "旧式 Excel 表格（.xls）") if streams else Refusal("X943")


def _package(data: bytes) -> Looked:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _of_parts(package)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        struct.error,
    ):
        return Refusal("X943")


def _of_parts(package: zipfile.ZipFile) -> Looked:
    parts = package.infolist()
    if any(each.flag_bits & _ENCRYPTED for each in parts):
        return Refusal("X942")
    if len(parts) > _MOST_PARTS or sum(each.file_size for each in parts) > _MOST_UNPACKED or any(map(_swells, parts)):
        return Refusal("X944", "展开后大得出奇")
    names = {each.filename for each in parts}
    if "mimetype" in names and package.read("mimetype").strip() == _ODT:
        return Kind.OLD_WORD
    if "[Content_Types].xml" not in names:
        return Refusal("X940", "压缩包")
    if any(each.lower().endswith("vbaproject.bin") for each in names):
        return Refusal("X944", "带有宏")
    return _markup(package, parts)


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > _MOST_RATIO * max(1, part.compress_size)


def _markup(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Looked:
    """Read every part that is markup, which proves it whole, and tell the kind by the list of contents."""
    kind = _by_contents(package.read("[Content_Types].xml"))
    room = _MOST_OF_SHEETS if kind is Kind.XLSX else _MOST_MARKUP
    for each in parts:
        if not each.filename.lower().endswith(_MARKUP):
            continue
        text = package.read(each)
        room -= len(text)
        if room < 0:
            return Refusal("X944", "展开后大得出奇")
        if any(sign in text for sign in (*_DOCTYPES, *_ENTITIES)):
            return Refusal("X944", "带有外部实体")
        if not _is_plainly_encoded(text):
            return Refusal("X944", "文字编码不寻常")
    return kind


def _is_plainly_encoded(text: bytes) -> bool:
    """Tell whether markup is written so that the signs above would have been seen in it."""
    if text.startswith(_WIDER_MARKS) or text[:4].count(0) > _ZEROS_OF_UTF16:
        return False
    said = _ENCODING.match(text)
    return said is None or said[1].lower() in _ENCODINGS


def _by_contents(contents: bytes) -> Looked:
    if b"macroEnabled" in contents:
        return Refusal("X944", "带有宏")
    if b"wordprocessingml.document.main" in contents or b"wordprocessingml.template.main" in contents:
        return Kind.DOCX
    if b"spreadsheetml.sheet.main" in contents or b"spreadsheetml.template.main" in contents:
        return Kind.XLSX
    return Refusal("X940", "其他办公文件")
