"""The catalogue and the code name the same findings."""

import re
from pathlib import Path

from pipeline.messages import CATALOGUE

PIPELINE = Path(__file__).parents[2] / "pipeline"
CODE = re.compile(r'"([YSERPTX][0-9]{3})"')


def test_every_code_that_is_given_has_its_words() -> None:
    """Each code in the rooms stands in the catalogue, and each of the catalogue in a room."""
    rooms = (each for each in PIPELINE.rglob("*.py") if "messages" not in each.parts)
    given = {code for each in rooms for code in CODE.findall(each.read_text(encoding="utf-8"))}
    assert sorted(given ^ set(CATALOGUE)) == []
