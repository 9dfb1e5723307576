"""Keeps the tests off the network.

In: every connection that this process opens, every request that a page makes. Out: whatever leaves this machine is
refused, and `attempts` names it. Must not know pytest or the product.
"""

import ipaddress
import sys
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, WebSocket

attempts: list[str] = []

SENT = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
RESOLVED = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})

# Nothing listens there, so that all a browser asks of other hosts, its own housekeeping too, ends on this machine;
# files and loopback do not go by a proxy.
NO_WAY_OUT = "--proxy-server=127.0.0.1:1"


class OutsideError(OSError):
    """A test tried to reach beyond this machine."""


def close() -> None:
    """Refuse from now on, in this process, whatever leaves for another host."""
    sys.addaudithook(_hook)


def _hook(event: str, args: tuple[object, ...]) -> None:
    if event in SENT:
        address = args[1]
        if isinstance(address, tuple):
            _refuse(address[0])
    elif event in RESOLVED:
        _refuse(args[0])


def _refuse(host: object) -> None:
    if not is_here(host):
        attempts.append(str(host))
        raise OutsideError(f"the tests may not reach {host}")


def is_here(host: object) -> bool:
    """Tell whether the host is this machine; no host at all is this machine too."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name is None or name in {"", "localhost"}:
        return True
    try:
        address = ipaddress.ip_address(str(name).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def watch(browser: Browser) -> None:
    """Note every request to another host that any page of the browser makes."""
    browser.on("context", _watch_context)


def _watch_context(context: BrowserContext) -> None:
    context.on("request", _note)
    context.on("page", _watch_page)


def _watch_page(page: Page) -> None:
    page.on("websocket", _note)


def _note(asked: Request | WebSocket) -> None:
    address = urlsplit(asked.url)
    if address.scheme not in {"about", "blob", "data"} and not is_here(address.hostname):
        attempts.append(asked.url)
