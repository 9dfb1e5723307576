"""Which programme, and which version of its form, a file says that it belongs to.

In: bytes and their kind. Out: slug and version, empty where the file does not say. Must not know what is filled in.
"""

import io
import re
import zipfile

from pipeline.intake.limits import Kind

# The names of the custom properties that our own Word files and spreadsheets carry.
PROGRAMME, VERSION = "gongshi-programme", "gongshi-version"
_CUSTOM = "docProps/custom.xml"
_ON_TOP = 2000


def origin(data: bytes, kind: Kind) -> tuple[str, str]:
    """Return (slug, version) as a package's custom properties or the first comments of a saved file say."""
    if kind in (Kind.DOCX, Kind.XLSX):
        return _of_package(data)
    if kind is Kind.YML:
        top = data[:_ON_TOP].decode("utf-8", errors="replace")
        return _comment(top, "项目"), _comment(top, "表单版本")
    return "", ""


def _of_package(data: bytes) -> tuple[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if _CUSTOM not in package.namelist():
            return "", ""
        text = package.read(_CUSTOM).decode("utf-8", errors="replace")
    return _property(text, PROGRAMME), _property(text, VERSION)


def _property(text: str, name: str) -> str:
    match = re.search(rf'name="{name}"[^>]*>\s*<(?:\w+:)?lpwstr>([^<]{{0,80}})<', text)
    return match[1].strip() if match else ""


def _comment(top: str, name: str) -> str:
    match = re.search(rf"^#[ \t]*{name}：[ \t]*([a-z0-9-]{{1,60}})[ \t]*\r?$", top, re.MULTILINE)
    return match[1] if match else ""
