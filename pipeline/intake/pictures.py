"""Pages of a PDF and pictures → the bytes of every QR code on them.

In: the bytes of a file, the mark with which the codes that are wanted begin. Out: codes by page, or why there are none.
A file that swells is cut short and said to be. Must not know what a code means.
"""

import io
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg")
_MOST_PAGES, _MOST_SHAPES = 100, 20_000
# A telephone's photograph has 12 to 50 million, a page of A4 at the finest resolution we ask for 9 million.
_MOST_PIXELS, _MOST_OF_PAGE = 60_000_000, 12_000_000
# A photograph is unpacked at the size that is looked at; of what cannot be, this is a large page in colour.
_MOST_BYTES = 120_000_000
# The smallest code has 21 modules.
_LEAST_SIDE = 21
# Of a blank page, grain and shadows are all there is to see.
_LEAST_CONTRAST = 24
# A strip as long as this shows none.
_LONGEST_SHAPE = 50
_INCH = 72
_RESOLUTION = 300
# A page as a whole, then from further off; the second for what is grainy or larger than a scan needs.
_SIDES = (4200, 2480)
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
        drawn = (_drawn(document, number) for number in range(min(count, _MOST_PAGES)))
        looked = [None if page is None else _first(_sizes(page), mark) for page in drawn]
    except pdfium.PdfiumError:
        return Sought(fault="X960")
    finally:
        document.close()
    cut = [("页数", f"{_MOST_PAGES} 页")] if count > _MOST_PAGES else []
    cut += [("一页上的图形", f"{_MOST_SHAPES} 个或者 {_MOST_PIXELS // 10_000} 万像素")] if None in looked else []
    return Sought(tuple(each or () for each in looked), cut=tuple(cut))


def _drawn(document: Any, number: int) -> "Image.Image | None":
    """Return the page as a picture, None where drawing it would take too long: no scan is made of so much."""
    from pypdfium2 import raw  # noqa: PLC0415

    page = document[number]
    if raw.FPDFPage_CountObjects(page) > _MOST_SHAPES or any(map(_is_vast, _images(page))):
        return None
    width, height = page.get_size()
    scale = min(_RESOLUTION / _INCH, (_MOST_OF_PAGE / max(1.0, width * height)) ** 0.5)
    drawn: Image.Image = page.render(scale=scale).to_pil()
    return _without_red(drawn)


def _images(page: Any) -> Iterator[Any]:
    from pypdfium2 import raw  # noqa: PLC0415

    yield from page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=2)


def _is_vast(image: Any) -> bool:
    width, height = image.get_px_size()
    return bool(width * height > _MOST_PIXELS)


def _of_picture(data: bytes, mark: bytes) -> Sought:
    from PIL import Image  # noqa: PLC0415  # slow to import, and few files are scans

    too_large = Sought(((),), cut=(("图片", f"{_MOST_PIXELS // 10_000} 万像素"),))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    return too_large
                if min(picture.size) < _LEAST_SIDE or max(picture.size) > _LONGEST_SHAPE * min(picture.size):
                    return Sought(((),))
                if picture.width * picture.height * len(picture.getbands()) > _MOST_BYTES:
                    return too_large
                picture.draft("RGB", (_SIDES[0], _SIDES[0]))
                grey = _without_red(picture)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return too_large
    except (OSError, ValueError, SyntaxError):
        return Sought(fault="X960")
    return Sought((_first(_sizes(grey), mark),))


def _sizes(grey: "Image.Image") -> Iterator["Image.Image"]:
    """Yield the picture at most as large as a scan, then smaller: what is grainy may be clear from further off."""
    longest = max(grey.size)
    sides = [min(side, longest) for side in _SIDES]
    for side in dict.fromkeys(sides):
        size = (max(1, grey.width * side // longest), max(1, grey.height * side // longest))
        yield grey if side == longest else grey.resize(size)


def _without_red(picture: "Image.Image") -> "Image.Image":
    """Return the picture in shades of grey as through red glass, through which a red seal is not seen."""
    if picture.mode in ("1", "L", "I", "F"):
        return picture.convert("L")
    return (picture if picture.mode in ("RGB", "RGBA") else picture.convert("RGB")).getchannel("R")


def _first(views: Iterable["Image.Image"], mark: bytes) -> tuple[bytes, ...]:
    """Return the codes of the first view that shows one with the mark, else all that any view shows."""
    others: dict[bytes, None] = {}
    for view in views:
        if _is_blank(view):
            continue
        for found in _looks(view):
            if any(each.startswith(mark) for each in found):
                return found
            others |= dict.fromkeys(found)
    return tuple(others)


def _is_blank(grey: "Image.Image") -> bool:
    darkest, lightest = grey.getextrema()
    return int(lightest) - int(darkest) < _LEAST_CONTRAST  # type: ignore[arg-type]  # of one band, not of several


def _looks(grey: "Image.Image") -> Iterator[tuple[bytes, ...]]:
    """Yield the contents of the codes on one view, by several ways of looking.

    Larger, single modules come apart. Brighter, only what is nearly black stays: a seal goes that was scanned without
    colour. Softer, grain goes.
    """
    import zxingcpp  # noqa: PLC0415  # slow to import, and few need it
    from PIL import Image, ImageFilter  # noqa: PLC0415

    formats = zxingcpp.barcode_formats_from_str("QRCode")

    def read(change: Callable[["Image.Image"], "Image.Image"], binarizer: Any) -> tuple[bytes, ...]:
        seen = (change(piece) for piece in (grey, *_pieces(grey)))
        found = (zxingcpp.read_barcodes(each, formats=formats, binarizer=binarizer) for each in seen)
        return tuple(dict.fromkeys(bytes(each.bytes) for codes in found for each in codes))

    local, whole = zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram
    yield read(lambda each: each, local)
    yield read(lambda each: each.resize((each.width * 3 // 2, each.height * 3 // 2), Image.Resampling.BICUBIC), local)
    yield read(lambda each: each.point(lambda dot: min(255, 2 * dot)), local)
    yield read(lambda each: each, whole)
    yield read(lambda each: each.filter(ImageFilter.GaussianBlur(_BLUR)), local)


def _pieces(grey: "Image.Image") -> Iterator["Image.Image"]:
    """Yield nine overlapping quarters: over a whole page, rows are searched at distances in which a code is missed."""
    width, height = grey.width // 2, grey.height // 2
    for top in (height, height // 2, 0):
        for left in (width, width // 2, 0):
            yield grey.crop((left, top, left + width, top + height))
