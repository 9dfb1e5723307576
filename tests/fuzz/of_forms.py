"""The target `forms`: the bytes of a form.yml. What is accepted is used as a build and the desk use it."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from pipeline import documents, forms
from pipeline.documents.decode import decode
from pipeline.forms import Form, editor_programme
from pipeline.paper import payload, word
from pipeline.paper.sheet import Sheet
from tests import samples, samples_expert
from tests.fuzz import promises

_BAD = Path(__file__).parents[1] / "bad" / "forms"
_MOST_SEEDS = 60
SEEDS = tuple(
    dict.fromkeys(
        (
            samples.FORM.encode(),
            samples_expert.FILES[f"{samples_expert.EXPERT}/form.yml"].encode(),
            (_BAD / "form.yml").read_bytes(),
            *(each.read_bytes() for each in sorted(_BAD.glob("*/form.yml"))[:_MOST_SEEDS]),
        )
    )
)
_ODD: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        2,
        10**18,
        1e300,
        0.5,
        "",
        " ",
        "姓名",
        "gongshi:kinds#/姓名",
        "gongshi:kinds#/",
        "#/",
    ),
    *(
        [],
        {},
        [[]],
        [{}],
        {"": {}},
        [""],
        ["姓名"],
        ["姓名", 3],
        ["姓名", 1, 2],
        "10mm",
        "0mm",
        "9999mm",
        "(a+)+$",
        "(?=a)",
    ),
    *("string", "integer", "array", "object", ["string", "array"], {"type": "array", "items": {"type": "object"}}),
    *(
        {"$ref": "gongshi:kinds#/照片"},
        {"$ref": "gongshi:kinds#/意见"},
        {"标题": "甲"},
        {"另起一页": "是"},
        {"not": {}},
    ),
)
NAMES: tuple[str, ...] = (
    "$ref",
    "type",
    "enum",
    "const",
    "items",
    "properties",
    "required",
    "pattern",
    "maxLength",
    "minimum",
    "title",
)
NAMES += (
    "allOf",
    "anyOf",
    "if",
    "then",
    "else",
    "not",
    "x-layout",
    "行",
    "格",
    "高",
    "列宽",
    "标题",
    "文字",
    "签字",
    "甲",
)
NAMES += (
    "x-rows",
    "x-absent",
    "x-after",
    "x-boxes",
    "x-print",
    "x-secret",
    "x-kind",
    "default",
    "examples",
    "prefixItems",
    "format",
)

WORDS = tuple(each.encode() for each in NAMES)


@cache
def _tree() -> Any:
    document, _ = documents.parse_schema(samples.FORM.encode(), "form.yml")
    assert document is not None
    return document.values


def cases() -> st.SearchStrategy[bytes]:
    """Return form.yml files: a good one with up to four of its parts changed, dropped or added."""
    change = st.tuples(
        st.integers(0, 1 << 10), st.sampled_from(("set", "drop", "add")), st.sampled_from(NAMES), _parts()
    )
    return st.lists(change, min_size=1, max_size=4).map(lambda changes: _written(_changed(_tree(), changes)))


def _parts() -> st.SearchStrategy[Any]:
    return st.one_of(st.sampled_from(_ODD), st.dictionaries(st.sampled_from(NAMES), st.sampled_from(_ODD), max_size=3))


def _written(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _changed(tree: Any, changes: Sequence[tuple[int, str, str, Any]]) -> Any:
    tree = json.loads(json.dumps(tree))
    for number, how, name, part in changes:
        places = list(_places(tree))
        holder, key = places[number % len(places)]
        if how == "drop":
            del holder[key]
        elif how == "add" and isinstance(holder[key], dict):
            holder[key][name] = part
        elif how == "add" and isinstance(holder[key], list):
            holder[key].append(part)
        else:
            holder[key] = part
        if not tree:
            break
    return tree


def _places(part: Any) -> Any:
    keys = list(part) if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for key in keys:
        yield part, key
        yield from _places(part[key])


def run(data: bytes) -> None:
    """Load the form; one without an error judges a candidate, is drawn, explained to editors and read back."""
    text = decode(data)[0] or ""
    document, found = documents.parse_schema(data, "form.yml")
    if document is None:
        return
    form, found = forms.load_form(document, (("A", "A类"), ("B", "B类")))
    promises.findings(found, text)
    if form is not None:
        _used(form)


def _used(form: Form) -> None:
    for said in (samples.A_001, "姓名: [甲]\n单位意见: 同意\n工作简历: {甲: 乙}\n"):
        document, _ = documents.parse(said.encode(), "a-001.yml")
        assert document is not None
        _, found = forms.judge(form, document)
        promises.findings(found, said)
    json.dumps(editor_programme.submission(form, editor_programme.Outline(form.title)))
    word.to_docx(Sheet(form.title, form.layout, "shili", form.version))
    packed = payload.encode(payload.Payload("shili", form.version, {}), payload.carried(form))
    if payload.decode(packed, lambda *_: payload.carried(form)) is None:
        raise promises.BrokenError("what the form's code says cannot be read back")
