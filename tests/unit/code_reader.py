"""Reads the QR codes that a page draws, as a telephone would read them from the screen.

In: a page or a picture (SVG). Out: the dark modules of a code, what codes hold. Must not know how they are drawn.
"""

import re

import zxingcpp
from PIL import Image

_CODE = re.compile(
    r'viewBox="0 0 (\d+) \1" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\1v\1H0z"/>'
    r'<path stroke="#000" d="([^"]*)"/>'
)
_ROW = re.compile(r"M(\d+) (\d+)\.5([^M]*)")
_STEP = re.compile(r"h(\d+)|m(\d+) 0")
_DOTS = 4


def dark(path: str) -> set[tuple[int, int]]:
    """Return the modules that the strokes of a code cover, as (down, across) from the picture's corner."""
    found = set()
    for start, down, steps in _ROW.findall(path):
        across = int(start)
        for drawn, moved in _STEP.findall(steps):
            found |= {(int(down), across + each) for each in range(int(drawn or 0))}
            across += int(drawn or moved)
    return found


def strokes(page: str) -> list[str]:
    """Return the strokes of every code of a page."""
    return [path for _, path in _CODE.findall(page)]


def codes(page: str) -> list[str]:
    """Return what every code of a page holds."""
    return [read.text for side, path in _CODE.findall(page) for read in zxingcpp.read_barcodes(_image(int(side), path))]


def _image(side: int, path: str) -> Image.Image:
    image = Image.new("L", (side, side), 255)
    for down, across in dark(path):
        image.putpixel((across, down), 0)
    return image.resize((side * _DOTS, side * _DOTS), Image.Resampling.NEAREST)
