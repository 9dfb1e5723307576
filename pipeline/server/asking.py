"""Whether a request may be answered, and by whom it was asked.

In: a request's line and headers, the addresses of both ends. Out: the status by which it is refused, or None. Pure.
"""

from collections.abc import Iterable
from email.message import Message
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Address, ip_address

_LOCALHOST = "localhost"
_FORWARDED = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
_WITHOUT_HEADERS = "HTTP/0.9"


def fault(version: str, target: str, headers: Message) -> HTTPStatus | None:
    """Return why a request cannot be answered, whoever asks for whatever.

    What comes without headers names no host; what names it twice, or in its target, could mean another one; and what
    brings a body might be the next request in disguise.
    """
    if version == _WITHOUT_HEADERS:
        return HTTPStatus.HTTP_VERSION_NOT_SUPPORTED
    lengths = headers.get_all("Content-Length", [])
    brings_something = "Transfer-Encoding" in headers or any(each.strip() != "0" for each in lengths)
    if brings_something or not target.startswith("/") or len(headers.get_all("Host", [])) != 1:
        return HTTPStatus.BAD_REQUEST
    return None


def names(headers: Message, own: Iterable[str]) -> bool:
    """Tell whether the Host is this machine: loopback, or one of its `own` names and addresses."""
    host = _host(headers)
    address = address_in(host)
    if address is None:
        return host == _LOCALHOST or host in {each.lower() for each in own}
    return address.is_loopback or (not address.is_unspecified and address in map(address_in, own))


def is_at_this_machine(ends: Iterable[str], headers: Message) -> bool:
    """Tell whether both ends are on loopback, by the name too, with nobody between and no other site behind it."""
    return (
        all(map(_is_loopback, ends))
        and _is_loopback(_host(headers))
        and not any(each in headers for each in _FORWARDED)
        and headers.get("Sec-Fetch-Site", "none") != "cross-site"
    )


def address_in(text: str) -> IPv4Address | IPv6Address | None:
    """Return the address that a text is, in brackets or not, without its zone; None where it is none."""
    try:
        address = ip_address(text.removeprefix("[").removesuffix("]").partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _is_loopback(text: str) -> bool:
    address = address_in(text)
    return text == _LOCALHOST if address is None else address.is_loopback


def _host(headers: Message) -> str:
    """Return the Host without its port, in small letters; an address of version 6 keeps its brackets."""
    host = headers.get("Host", "").strip().lower()
    name, colon, port = host.rpartition(":")
    return name if colon and not host.endswith("]") and (not port or port.isdecimal()) else host
