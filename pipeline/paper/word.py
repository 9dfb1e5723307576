"""A form as a Word file (.docx): the A4 pages of its layout, and further ones only for texts too long for their cell.

In: a Sheet. Out: bytes, the same for the same sheet on every machine. Must not know whose sheet it is.

What a reader of the file that comes back may rely on:

- Each page has a table; together they are the layout, row by row and cell by cell. A value's cell stands right of its
  label's; the cell of a heading, or of words that are printed, takes the whole row and holds no control.
- Every value lies in a content control (w:sdt) whose alias (w:alias) is the printed label and whose tag (w:tag) is
    `field`              a text. One line is plain text; several lines are one block control, a paragraph each (a blank
                         line is an empty paragraph), so that the paragraphs joined by line feeds are the value
    `field:value`        one box (w14:checkbox) of a choice, with the value as a file writes it; alias: its words
    `field/意见`         an opinion's text; `field/负责人`, `field/日期` its line to sign; `field/结论` only where given
    `field/2/1`          line 2, column 1 of a sub-table, both from 1; alias: the column's heading
    `field` (picture)    a photo
  Word takes no tag or alias of more than 64 characters: a longer one ends with `~` and a digest (`cut_tag`).
- A control with w:showingPlcHdr is blank, whatever stands in it (blanks, or 年 月 日 with blanks between).
- A text that is too long for its cell even in the smallest size stands whole on a 续页: its cell says CONTINUED and has
  no control, and a table of two columns after the form has its label and its control. A sub-table goes there likewise.
- The custom properties PROGRAMME, VERSION and DIGEST name the programme, the form's version and the table's digest.
"""

from hashlib import blake2b

from pipeline.paper import word_page, word_parts
from pipeline.paper.sheet import Sheet
from pipeline.paper.word_control import CONTINUED, cut_tag

__all__ = ["CONTINUED", "DIGEST", "PROGRAMME", "VERSION", "cut_tag", "digest", "to_docx"]

PROGRAMME, VERSION, DIGEST = "gongshi-programme", "gongshi-version", "gongshi-digest"


def digest(sheet: Sheet) -> str:
    """Return the digest of the table that the sheet is drawn from, in 16 characters."""
    return blake2b(repr((sheet.title, sheet.layout)).encode(), digest_size=8).hexdigest()


def to_docx(sheet: Sheet) -> bytes:
    """Return the sheet as a Word file. Characters that XML cannot carry are left out, CR becomes LF."""
    known = {PROGRAMME: sheet.programme, VERSION: sheet.version, DIGEST: digest(sheet)}
    return word_parts.pack(sheet, word_page.document(sheet), word_page.footer(sheet), known)
