"""Every package that the product stands on comes under a licence that lets an office use it."""

from email.message import Message
from pathlib import Path

import pytest

from tests.audit import licences

LOCK = Path(__file__).parents[2] / "pipeline/requirements.lock"


def declared(**fields: str) -> Message:
    message = Message()
    for key, text in ({"Name": "shili", "Version": "1"} | fields).items():
        message[key.replace("_", "-")] = text
    return message


def test_every_locked_package_is_free_to_use() -> None:
    """None lacks a licence, and none has one that binds those who use it."""
    found = list(licences.packages(licences.names(LOCK.read_text(encoding="utf-8"))))
    assert len(found) > 20
    assert [each for each in found if not each.is_well] == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"License_Expression": "Apache-2.0 OR BSD-2-Clause"}, (("Apache-2.0", "BSD"), True)),
        ({"Classifier": "License :: OSI Approved :: MIT License"}, (("MIT",), True)),
        ({"License": "BSD"}, (("BSD",), True)),
        ({"License_Expression": "GPL-3.0-or-later"}, ((), False)),
        ({"License_Expression": "MIT AND AGPL-3.0-only"}, (("MIT",), False)),
        ({"License": "ask the author"}, ((), False)),
        ({}, ((), False)),
    ],
)
def test_a_licence_is_known_or_told(fields: dict[str, str], expected: tuple[tuple[str, ...], bool]) -> None:
    """What binds, and what nobody can tell, is no licence that passes."""
    found = licences.package(declared(**fields))
    assert (found.licences, found.is_well) == expected
