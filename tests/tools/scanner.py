"""Prints QR codes on paper, soils the paper, and scans it: no two scans alike, the same for the same seed.

In: the bytes that the codes hold; how bad the scan is. Out: pictures. Must not know the product.
"""

import io
import math
import random
from dataclasses import dataclass

import segno
from PIL import Image, ImageChops, ImageDraw, ImageFilter

A4 = (210, 297)
DPI = 300
_FINE = 4


@dataclass(frozen=True, slots=True)
class Wear:
    """How bad a scan is; angles in degrees, the rest in parts of the page or of full black."""

    dpi: int = 300
    turn: float = 0.0
    skew: float = 0.0
    blur: float = 0.0
    shade: float = 0.0
    noise: int = 0
    quality: int = 90
    pen: int = 0
    seal: bool = False


CLEAN = Wear()


def worn(seed: int, dpi: int = 300, marks: bool = False) -> Wear:
    """Return a scan as offices make them: ±4°, held at a slant, soft, unevenly lit, grainy, JPEG of 50 to 75."""
    dice = random.Random(seed)
    return Wear(
        dpi=dpi,
        turn=dice.uniform(-4, 4),
        skew=dice.uniform(0, 0.012),
        blur=dice.uniform(0, 0.9),
        shade=dice.uniform(0, 0.35),
        noise=dice.randrange(4, 24),
        quality=dice.randrange(50, 76),
        pen=dice.randrange(1, 4) if marks else 0,
        seal=marks,
    )


def sheet(data: bytes, millimetres: float = 30, paper: tuple[float, float] = A4) -> Image.Image:
    """Return a printed page with a table, and one code at its lower right, 15 mm from the edges."""
    page = Image.new("L", (_dots(paper[0]), _dots(paper[1])), 255)
    pen = ImageDraw.Draw(page)
    edge, margin = page.width - _dots(20), _dots(20)
    for row in range(int(paper[1] / 33)):
        pen.rectangle((margin, _dots(8 + 24 * row), edge, _dots(32 + 24 * row)), outline=0, width=3)
    left, top = page.width - _dots(15 + millimetres), page.height - _dots(15 + millimetres)
    side, quiet = _dots(millimetres), _dots(2.5)
    pen.rectangle((left - quiet, top - quiet, left + side + quiet, top + side + quiet), fill=255)
    page.paste(symbol(data, side), (left, top))
    return page


def symbol(data: bytes, side: int) -> Image.Image:
    """Return the code as a square of `side` dots, without its quiet zone, as a printer draws it."""
    rows = segno.make_qr(data, error="l", boost_error=False, mask=2).matrix
    drawn = Image.frombytes("L", (len(rows), len(rows)), bytes(0 if dark else 255 for row in rows for dark in row))
    return drawn.resize((side * _FINE, side * _FINE), Image.Resampling.NEAREST).resize(
        (side, side), Image.Resampling.BOX
    )


def scan(page: Image.Image, wear: Wear, seed: int = 0) -> bytes:
    """Return the page as a scanner or a telephone would give it, as JPEG."""
    dice = random.Random(seed)
    page = _written_on(page, wear, dice)
    page = page.rotate(wear.turn, Image.Resampling.BICUBIC, fillcolor=255)
    page = _slanted(page, wear.skew, dice) if wear.skew else page
    size = (page.width * wear.dpi // DPI, page.height * wear.dpi // DPI)
    page = page.filter(ImageFilter.GaussianBlur(wear.blur)).resize(size, Image.Resampling.BICUBIC)
    page = _shaded(page, wear.shade, dice) if wear.shade else page
    page = _grainy(page, wear.noise, dice) if wear.noise else page
    out = io.BytesIO()
    page.save(out, "JPEG", quality=wear.quality)
    return out.getvalue()


def pdf(*scans: bytes, dpi: int = 300) -> bytes:
    """Return scans as one PDF, a page each."""
    first, *others = [Image.open(io.BytesIO(each)) for each in scans]
    out = io.BytesIO()
    first.save(out, "PDF", resolution=dpi, save_all=True, append_images=others)
    return out.getvalue()


def _dots(millimetres: float) -> int:
    return round(millimetres / 25.4 * DPI)


def _written_on(page: Image.Image, wear: Wear, dice: random.Random) -> Image.Image:
    """Draw strokes of a pen and the ring of a red seal over the corner in which the code stands."""
    page = page.copy()
    pen = ImageDraw.Draw(page)
    left, top = page.width - _dots(45), page.height - _dots(45)
    for _ in range(wear.pen):
        start = (left + dice.uniform(0, 350), top + dice.uniform(0, 350))
        pen.line((*start, start[0] + dice.uniform(-90, 90), start[1] + dice.uniform(-90, 90)), fill=40, width=5)
    if wear.seal:
        ring = Image.new("L", page.size, 255)
        middle, radius = (left - dice.uniform(0, 120), top + dice.uniform(-120, 60)), _dots(20)
        box = (middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius)
        ImageDraw.Draw(ring).ellipse(box, outline=130, width=_dots(1.2))
        page = ImageChops.multiply(page, ring)
    return page


def _slanted(page: Image.Image, skew: float, dice: random.Random) -> Image.Image:
    """Move each corner by up to `skew` of the page, as a telephone that is not held level does."""
    width, height = page.size
    corners = [(0, 0), (width, 0), (width, height), (0, height)]
    moved = [(x + dice.uniform(-skew, skew) * width, y + dice.uniform(-skew, skew) * height) for x, y in corners]
    rows = []
    for (x, y), (u, v) in zip(corners, moved, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return page.transform(
        page.size, Image.Transform.PERSPECTIVE, _solved(rows), Image.Resampling.BICUBIC, fillcolor=255
    )


def _solved(rows: list[list[float]]) -> list[float]:
    """Return the solution of the equations, each a row of coefficients with the right side last."""
    count = len(rows)
    for at in range(count):
        best = max(range(at, count), key=lambda each: abs(rows[each][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [each / rows[at][at] for each in rows[at]]
        for other in range(count):
            if other != at:
                times = rows[other][at]
                rows[other] = [x - times * y for x, y in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]


def _shaded(page: Image.Image, shade: float, dice: random.Random) -> Image.Image:
    """Darken the page towards one side."""
    darkest = round(255 * (1 - shade))
    slope = Image.linear_gradient("L").point(lambda each: darkest + each * (255 - darkest) // 255)
    turned = slope.rotate(dice.choice((0, 90, 180, 270))).resize(page.size)
    return ImageChops.multiply(page, turned)


def _grainy(page: Image.Image, noise: int, dice: random.Random) -> Image.Image:
    """Add what a sensor adds: the sum of two dice for each dot."""
    count = math.prod(page.size)
    for _ in range(2):
        grain = Image.frombytes("L", page.size, dice.randbytes(count)).point(lambda each: each * noise // 255)
        page = ImageChops.add(page, grain, 1, -noise // 2)
    return page
