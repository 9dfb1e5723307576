"""The typesetter: templates in folders, data as text, fonts, the same bytes; what fails says what failed."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.paper import typeset

HEAD = "#let data = json(bytes(sys.inputs.data))\n#set document(title: [x])\n#set text(font: data.fonts.body)\n"


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / "print" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_document_is_the_same_every_time(tmp_path: Path) -> None:
    """The bytes depend on template, data and day, and on nothing else."""
    place = write(tmp_path, "a.typ", HEAD + "#data.word")
    first, again, other = (
        typeset.typeset("print/a.typ", {"word": word}, (place,), day=date(2020, 12, 14)) for word in ("甲", "甲", "乙")
    )
    assert first == again
    assert first != other
    assert first != typeset.typeset("print/a.typ", {"word": "甲"}, (place,), day=date(2020, 12, 15))
    assert first.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>3</pdfaid:part>" in first
    assert b"<pdfuaid:part>1</pdfuaid:part>" in first


def test_first_folder_wins_file_by_file(tmp_path: Path) -> None:
    """A template may import one of another folder, and takes the one that comes first."""
    shipped = write(tmp_path / "shipped", "a.typ", HEAD + '#import "b.typ": word\n#word')
    write(shipped, "b.typ", '#let word = "乙"')
    own = write(tmp_path / "own", "b.typ", '#let word = "甲"')
    alone = write(tmp_path / "alone", "a.typ", HEAD + "甲")
    both = typeset.typeset("print/a.typ", {}, (own, shipped))
    assert both == typeset.typeset("print/a.typ", {}, (alone, shipped))
    assert both != typeset.typeset("print/a.typ", {}, (shipped,))


@pytest.mark.parametrize("text", ["#data.nothing", "#let", '#read("../../../etc/hosts")', '#import "@preview/x:1.0.0"'])
def test_template_that_fails_says_so(tmp_path: Path, text: str) -> None:
    """A wrong template is an error of its own, and so is one that asks for files or packages."""
    place = write(tmp_path, "a.typ", HEAD + text)
    with pytest.raises(typeset.TypesettingError):
        typeset.typeset("print/a.typ", {}, (place,))


def test_template_that_is_not_there_says_so(tmp_path: Path) -> None:
    """A missing template is an error of the same kind."""
    with pytest.raises(typeset.TypesettingError):
        typeset.typeset("print/a.typ", {}, (tmp_path,))


def test_characters_without_a_font_are_told(tmp_path: Path) -> None:
    """A document with a character that no font has is not made; every such character is named."""
    place = write(tmp_path, "a.typ", HEAD + "#data.word")
    with pytest.raises(typeset.UnprintableError) as caught:
        typeset.typeset("print/a.typ", {"word": "王\U0003134a示☑"}, (place,))
    assert caught.value.characters == ("\U0003134a", "☑")
    assert typeset.missing(("王\U0003134a", '示☑"\\#$')) == ("\U0003134a", "☑")
    assert typeset.missing(("䶮𬱖堃·〔2020〕—…“”",)) == ()
