"""A reader's bytes, as long as they come in time.

In: a socket. Out: its bytes, or TimeoutError. Must not know HTTP.
"""

import io
import socket
import time


class Patient(io.RawIOBase):
    """Reads from a socket; what is read after `begin` must have come within so many seconds, however it drips."""

    def __init__(self, source: socket.socket, seconds: float) -> None:
        self._source = source
        self._seconds = seconds
        self.begin()

    def begin(self) -> None:
        """Wait anew from now on."""
        self._end = time.monotonic() + self._seconds

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read what is there; raise TimeoutError where the time is over."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._source.settimeout(left)
        return self._source.recv_into(buffer)
