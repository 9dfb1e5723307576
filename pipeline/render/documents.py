"""A planned official document → its PDF, or a finding.

In: an Official, folders of templates. Out: the PDF and the text that it was made of. Must not know what it says.
"""

from collections.abc import Sequence
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.pages import Official
from pipeline.paper import official
from pipeline.paper.typeset import TypesettingError, UnprintableError


def draw(file: Official, places: Sequence[Path]) -> tuple[official.Drawn | None, Diagnostic | None]:
    """Return the document, or T610 where its template fails, T611 where no font has a character of it."""
    try:
        return official.draw(file, places), None
    except UnprintableError as error:
        codes = "、".join(f"U+{ord(each):04X}" for each in error.characters)
        return None, finding("T611", Location(f"output/site/{file.path}"), field=error.field, characters=codes)
    except TypesettingError:
        return None, finding("T610", Location(f"site_templates/{file.template}"))
