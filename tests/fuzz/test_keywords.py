"""Every keyword of a form with every odd value: a finding, or a form that can be used, and never a fault of ours."""

import functools
import itertools
import json
import operator
import random
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline import documents
from tests import samples
from tests.fuzz import of_forms

_LEFT_BLANK: tuple[Any, ...] = (None, "", [], {}, [None], [{}], {"a": None})
ODD: tuple[Any, ...] = (*_LEFT_BLANK, "x", 3, -1, 1.5, True, ["a", ["b"]], {"a": ["b", {}]})
LIST = {"type": "array", "items": {"type": "object", "properties": {"单位": {"$ref": "gongshi:kinds#/短文"}}}}
PLACES = ((), ("properties", "类别"), ("properties", "经历"), ("properties", "经历", "items"))


def _forms() -> Iterator[tuple[str, bytes]]:
    """Yield each form, after what was put where."""
    document, _ = documents.parse_schema(samples.FORM.encode(), "form.yml")
    assert document is not None
    for name, odd, place in itertools.product(of_forms.NAMES, ODD, PLACES):
        tree = json.loads(json.dumps(document.values))
        tree["properties"]["经历"] = json.loads(json.dumps(LIST))
        functools.reduce(operator.getitem, place, tree)[name] = odd
        yield f"{'/'.join(place)} {name}: {odd!r}", json.dumps(tree, ensure_ascii=False).encode()


def _bear(forms: list[tuple[str, bytes]]) -> None:
    broken = []
    for told, data in forms:
        try:
            of_forms.run(data)
        except Exception as error:  # whatever it is, a promise was broken
            broken.append(f"{told}: {error!r}")
    assert broken == []


def test_some_keywords_with_some_odd_values() -> None:
    """Sixty of them, always the same ones."""
    _bear(random.Random(8).sample(list(_forms()), 60))


@pytest.mark.drill
def test_every_keyword_with_every_odd_value() -> None:
    """All of them."""
    _bear(list(_forms()))
