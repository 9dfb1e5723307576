"""The built site on loopback, with live reload and a panel of findings over the last good page.

In: the site folder, and the Board that the rebuild loop writes on. Out: HTTP answers. Reads the current build and never
waits for a swap; serves nothing outside the site.

It is asked by browsers on this machine, and by whatever else these were led to open, so it believes nothing:

- a request must name this machine (no DNS rebinding), by an address and never by a proxy's form, in HTTP/1.x, and
  bring nothing with it: `asking` says what is refused;
- a path is served where a site may have such an address, and where the file stands in the tree itself: no link, no
  device, no list of a folder;
- nobody waits for a slow reader: a request must be complete in time, an answer be taken in time, and of too many
  connections the oldest is ended;
- a browser opens six connections to a server, so a page holds its stream of builds only while it is seen; each page is
  told of which build it is, and is asked for anew where that is not the last one, of this server or of another;
- nothing is cached or cut: every answer is whole and new, whatever a browser says that it has (conditions and ranges
  are not looked at), and has the headers that the published site should have;
- the desk's page is answered where the server listens on loopback only, to a reader who is there too.

By the standard library: what it lacks (time in all for a request, an end to connections) is a page of code; a server
from outside would bring a loop or workers of its own, and none shows a folder that is swapped under it.
"""

from pipeline.server.board import Board
from pipeline.server.listening import Shown, SiteServer, address_of, is_open_to_others, listen

__all__ = ["Board", "Shown", "SiteServer", "address_of", "is_open_to_others", "listen"]
