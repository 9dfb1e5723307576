"""gongshi: a folder of YAML becomes the public face of a recommend-and-certify programme (推荐认定)."""

__version__ = "0.1.0"
