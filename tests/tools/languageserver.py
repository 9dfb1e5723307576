"""Speaks to the YAML language server that editors use.

In: the server as `npm` brought it in. Out: its answers over stdio. Must not know pytest or the product.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.tools import npm

PACKAGE = "yaml-language-server"
PROGRAM = npm.file(PACKAGE, "bin", PACKAGE)


class Server:
    """One language server for a workspace folder, with an editor's settings (`yaml.schemas` …) by their full names."""

    def __init__(self, root: Path, settings: Mapping[str, Any]) -> None:
        self.root = root
        self.settings = settings
        self._last = 0
        self._process = subprocess.Popen(
            [str(shutil.which("node")), str(PROGRAM), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> "Server":
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        can: dict[str, Any] = {"workspace": {"configuration": True, "workspaceFolders": True}}
        can["textDocument"] = {"completion": {"completionItem": {"snippetSupport": True}}, "publishDiagnostics": {}}
        asked = {"processId": os.getpid(), "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": can}
        self.ask("initialize", asked)
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {}})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """Open a file, which need not be there, with this text, and return what the editor underlines."""
        return self.open_all({path: text})[path]

    def open_all(self, texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
        """Open files at once, each with its text, and return what the editor underlines in each."""
        paths = {(self.root / path).as_uri(): path for path in texts}
        for uri, path in paths.items():
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": texts[path]}
            self._tell("textDocument/didOpen", {"textDocument": document})
        found: dict[str, list[dict[str, Any]]] = {}
        while len(found) < len(texts):
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] in paths:
                found[paths[message["params"]["uri"]]] = message["params"]["diagnostics"]
        return found

    def at(self, method: str, path: str, line: int, column: int) -> Any:
        """Ask something (`hover`, `completion`) about a place of an open file, line and column from 1."""
        place = {"line": line - 1, "character": column - 1}
        return self.ask(
            f"textDocument/{method}", {"textDocument": {"uri": (self.root / path).as_uri()}, "position": place}
        )

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and return its result."""
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                return message.get("result")

    def _next(self) -> dict[str, Any]:
        """Return the next message; what the server asks of an editor is answered on the way."""
        message = self._read()
        if "id" in message and "method" in message:
            items = message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
            answer = None if items is None else [self._section(each.get("section", "")) for each in items]
            self._send({"id": message["id"], "result": answer})
        return message

    def _section(self, name: str) -> Any:
        tree: dict[str, Any] = {}
        for key, value in self.settings.items():
            if key.startswith(f"{name}."):
                *groups, last = key.removeprefix(f"{name}.").split(".")
                part = tree
                for group in groups:
                    part = part.setdefault(group, {})
                part[last] = value
        return tree

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise ConnectionError("the language server has ended")
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message
