"""What stands on one line of a Word file → its text, and the controls in it.

In: a paragraph. Out: text with plain signs for boxes and ticks, and marks around what is struck out. Must not know
tables or forms.
"""

import re
from typing import TYPE_CHECKING, Any

from pipeline.intake.word.fields import drawn
from pipeline.intake.word.names import MC, W14, WRAPPERS, M, W, is_on, said
from pipeline.intake.word.pieces import OPEN, STRUCK, TICKED, UNSTRUCK, Control, trimmed
from pipeline.intake.word.symbols import of_font, plain, sign

if TYPE_CHECKING:
    from pipeline.intake.word.walk import Walk

_RUN, _SDT, _CONTENT, _EITHER = f"{W}r", f"{W}sdt", f"{W}sdtContent", f"{MC}AlternateContent"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
# What a control says while nothing is filled in: blanks, the pieces of a date, or a request.
_PROMPT = re.compile(
    r"[\s\u3000_]*(?:年[\s\u3000_]*月[\s\u3000_]*日?|[（(]?(?:单击|点击|请|此处|选择|Click|Tap|Choose|Enter)[^\n]{0,40})?"
    r"[\s\u3000_]*",
    re.IGNORECASE,
)
# Our own marks, and what nobody can see; blanks of other widths.
_OURS = re.compile(f"[{STRUCK}{UNSTRUCK}\u200b-\u200f\u2060\ufeff\xad]")
_SPACES = re.compile("[\xa0\u2000-\u200a\u202f\u205f]")
_STILL_PROMPT = "内容控件还标着没有填写"
_NOT_ALIKE = "选择框的状态与显示的不同"


def text(walk: "Walk", parent: Any) -> str:
    """Return the text of a paragraph or of anything in one."""
    pieces: list[str] = []
    before: str | None = None
    for each in parent:
        alias = before if each.tag not in (_RUN, _SDT) else None
        if each.tag == _RUN:
            pieces.append(_run(walk, each))
        elif each.tag == _SDT:
            said_here, alias = _inline(walk, each)
            # LibreOffice writes a control several times over when it saves it.
            pieces.append("" if alias and alias == before else said_here)
        elif each.tag in WRAPPERS:
            pieces.append(_field(each) or text(walk, each))
        elif each.tag == _EITHER:
            pieces.append(text(walk, alternative(each)))
        elif each.tag.startswith(M):
            pieces.append("".join(each.itertext(f"{M}t")))
        before = alias
    return "".join(pieces)


def alternative(element: Any) -> Any:
    """Return the one of several alternatives that is read."""
    choice = element.find(f"{MC}Choice")
    fallback = element.find(f"{MC}Fallback")
    found = choice if choice is not None else fallback
    return found if found is not None else ()


def control(element: Any, inner: str, where: str) -> Control:
    """Return the control whose content says `inner`."""
    properties = element.find(f"{W}sdtPr")
    tag, alias = said(properties, "tag") or "", said(properties, "alias") or ""
    box = properties.find(f"{W14}checkbox") if properties is not None else None
    if box is not None:
        ticked, doubt = _ticked(box, inner)
        return Control(tag, alias, "", ticked, where, doubt)
    prompts = has_prompt(element)
    if prompts and _PROMPT.fullmatch(inner):
        return Control(tag, alias, "", None, where)
    return Control(tag, alias, trimmed(inner), None, where, _STILL_PROMPT if prompts else "")


def has_prompt(element: Any) -> bool:
    """Tell whether a control says of itself that only its prompt stands in it."""
    return is_on(element.find(f"{W}sdtPr"), "showingPlcHdr")


def _ticked(box: Any, inner: str) -> tuple[bool, str]:
    checked = box.find(f"{W14}checked")
    value = checked.get(f"{W14}val", "1").lower() if checked is not None else "0"
    says = value in ("1", "true", "on")
    shows = any(each in "☑☒√✓✔■●" for each in inner)
    differs = bool(inner.strip()) and shows != says
    return says or shows, _NOT_ALIKE if differs else ""


def _inline(walk: "Walk", element: Any) -> tuple[str, str | None]:
    """Return what a control in a line says, and its name if a copy of it may follow."""
    content = element.find(_CONTENT)
    if content is None:
        return "", None
    place = len(walk.controls)
    inner = text(walk, content)
    found = control(element, inner, walk.place)
    walk.controls.insert(place, found)
    if found.ticked is not None:
        return TICKED if found.ticked else OPEN, None
    shown = inner if found.text or not has_prompt(element) else ""
    return shown, found.alias if not found.tag else None


def _field(element: Any) -> str:
    """Return what a simple field draws, nothing where its result is text."""
    instruction = element.get(f"{W}instr")
    return drawn(instruction) if instruction else ""


def _run(walk: "Walk", element: Any) -> str:
    properties = element.find(f"{W}rPr")
    struck = False
    font = ""
    if properties is not None:
        if is_on(properties, "vanish"):
            return ""
        struck = is_on(properties, "strike") or is_on(properties, "dstrike")
        font = _font(properties)
    inner = "".join(_piece(walk, each, font) for each in element)
    return f"{STRUCK}{inner}{UNSTRUCK}" if struck and inner.strip() else inner


def _font(properties: Any) -> str:
    """Return the font that draws signs in place of letters, empty where none does."""
    fonts = properties.find(f"{W}rFonts")
    if fonts is None:
        return ""
    named = (fonts.get(f"{W}{each}", "") for each in ("ascii", "hAnsi", "eastAsia", "cs"))
    return next(filter(of_font, named), "")


def _piece(walk: "Walk", element: Any, font: str) -> str:
    kind = element.tag
    if kind == f"{W}fldChar":
        return walk.fields.mark(element)
    if kind == f"{W}instrText":
        walk.fields.instruct(element.text or "")
        return ""
    if walk.fields.is_hidden():
        return ""
    shown = _shown(walk, element, font)
    if shown:
        walk.fields.answer()
    return shown


def _shown(walk: "Walk", element: Any, font: str) -> str:
    kind = element.tag
    if kind == f"{W}t":
        return plain(_SPACES.sub(" ", _OURS.sub("", element.text or "")), font)
    if kind == f"{W}sym":
        return _symbol(element)
    if kind == f"{W}ruby":
        base = element.find(f"{W}rubyBase")
        return text(walk, base) if base is not None else ""
    if kind == _EITHER:
        return "".join(_piece(walk, each, font) for each in alternative(element))
    return _SIGNS.get(kind, "")


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
        return sign(code, element.get(f"{W}font", "")) if 0 < code < 0xFFFE else ""  # noqa: PLR2004
    except ValueError:
        return ""
