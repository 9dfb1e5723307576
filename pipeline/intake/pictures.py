"""Pages of a PDF and pictures → the bytes of every QR code on them.

In: the bytes of a file, the mark with which the codes that are wanted begin. Out: codes by page, or why there are none.
A file that swells is cut short and said to be. Must not know what a code means.
"""

import io
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg")
_MOST_PAGES = 200
# A telephone's photograph has 12 to 50 million, a page of A4 at the finest resolution we ask for 9 million.
_MOST_PIXELS, _MOST_OF_PAGE = 60_000_000, 20_000_000
_INCH = 72
# The finest first: a code that is read at all is nearly always read there.
_RESOLUTIONS = (300, 200)
_SIDES = (0, 3500, 2480, 1654)
_BLUR = 1.2


@dataclass(frozen=True, slots=True)
class Sought:
    """The codes of each page; `fault`: the finding where nothing could be read; `cut`: (what, limit) that was cut."""

    pages: tuple[tuple[bytes, ...], ...] = ()
    fault: str = ""
    cut: tuple[tuple[str, str], ...] = ()


def codes(data: bytes, suffix: str, mark: bytes) -> Sought:
    """Return the codes of a file by its ending (one of SUFFIXES); a page is looked at until one has the mark."""
    return _of_pdf(data, mark) if suffix.lower() == ".pdf" else _of_picture(data, mark)


def _of_pdf(data: bytes, mark: bytes) -> Sought:
    import pypdfium2 as pdfium  # type: ignore[import-untyped]  # noqa: PLC0415  # slow to import, and few need it

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return Sought(fault="X961" if "password" in str(error).lower() else "X960")
    try:
        count = len(document)
        pages = tuple(_first(_drawn(document, number), mark) for number in range(min(count, _MOST_PAGES)))
    except pdfium.PdfiumError:
        return Sought(fault="X960")
    finally:
        document.close()
    return Sought(pages, cut=(("页数", f"{_MOST_PAGES} 页"),) if count > _MOST_PAGES else ())


def _drawn(document: Any, number: int) -> Iterator["Image.Image"]:
    """Yield the page as a picture, the finest first."""
    page = document[number]
    width, height = page.get_size()
    for resolution in _RESOLUTIONS:
        scale = min(resolution / _INCH, (_MOST_OF_PAGE / max(1.0, width * height)) ** 0.5)
        yield _without_red(page.render(scale=scale).to_pil())


def _of_picture(data: bytes, mark: bytes) -> Sought:
    from PIL import Image  # noqa: PLC0415  # slow to import, and few files are scans

    too_large = Sought(((),), cut=(("图片", f"{_MOST_PIXELS // 10_000} 万像素"),))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    return too_large
                grey = _without_red(picture)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return too_large
    except (OSError, ValueError, SyntaxError):
        return Sought(fault="X960")
    return Sought((_first(_sizes(grey), mark),))


def _sizes(grey: "Image.Image") -> Iterator["Image.Image"]:
    """Yield the picture as it is, then smaller: what is grainy at full size may be clear from further off."""
    longest = max(grey.size)
    for side in _SIDES:
        if not side:
            yield grey
        elif side < longest:
            yield grey.resize((max(1, grey.width * side // longest), max(1, grey.height * side // longest)))


def _without_red(picture: "Image.Image") -> "Image.Image":
    """Return the picture in shades of grey as through red glass, through which a red seal is not seen."""
    return picture.convert("L") if picture.mode in ("1", "L", "I", "F") else picture.convert("RGB").getchannel("R")


def _first(views: Iterable["Image.Image"], mark: bytes) -> tuple[bytes, ...]:
    """Return the codes of the first view that shows one with the mark, else all that any view shows."""
    others: dict[bytes, None] = {}
    for view in views:
        for found in _looks(view):
            if any(each.startswith(mark) for each in found):
                return found
            others |= dict.fromkeys(found)
    return tuple(others)


def _looks(grey: "Image.Image") -> Iterator[tuple[bytes, ...]]:
    """Yield the contents of the codes on one view, by several ways of telling dark from light.

    Brighter, only what is nearly black stays: a seal goes that was scanned without colour. Softer, grain goes.
    """
    import zxingcpp  # noqa: PLC0415  # slow to import, and few need it
    from PIL import ImageFilter  # noqa: PLC0415

    formats = zxingcpp.barcode_formats_from_str("QRCode")
    local, whole = zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram
    brighter = grey.point(lambda each: min(255, 2 * each))
    softer = grey.filter(ImageFilter.GaussianBlur(_BLUR))
    for seen, binarizer in ((grey, local), (brighter, local), (grey, whole), (softer, local), (softer, whole)):
        found = zxingcpp.read_barcodes(seen, formats=formats, binarizer=binarizer)
        yield tuple(dict.fromkeys(bytes(each.bytes) for each in found))
