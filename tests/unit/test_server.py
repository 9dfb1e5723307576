"""`serve` shows the site on loopback, nothing else, and tells browsers what happened."""

import http.client
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import hosting
from pipeline.server import SiteServer, listen
from tests.unit.site_served import ask, serving


@pytest.fixture
def served(tmp_path: Path) -> Iterator[SiteServer]:
    with serving(tmp_path) as server:
        yield server


def test_serves_a_page_with_the_live_script(served: SiteServer) -> None:
    """A page comes with our script before its end and is never cached."""
    status, headers, body = ask(served, "/")
    assert status == 200
    assert body == b'<body>home<script src="/__gongshi/live.js" data-build="0" defer></script></body>'
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", ["/", "/missing", "/roster", "/__gongshi/live.js", "/__gongshi/x"])
def test_every_answer_has_the_headers_of_the_published_site(served: SiteServer, path: str) -> None:
    """Whatever is answered, the browser is told what the published site tells it, and that nobody else may use it."""
    _, headers, _ = ask(served, path)
    assert dict(headers) | dict(hosting.HEADERS) == dict(headers)
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_serves_a_file_as_it_is(served: SiteServer) -> None:
    """A file that is no page goes out byte for byte with its type."""
    status, headers, body = ask(served, "/roster/roster.csv?x=1")
    assert (status, headers["Content-Type"], body) == (200, "text/csv; charset=utf-8", b"\xef\xbb\xbfa,b\r\n")


@pytest.mark.parametrize("path", ["/", "/roster/roster.csv", "/missing", "/roster", "/__gongshi/live.js"])
def test_head_has_no_body(served: SiteServer, path: str) -> None:
    """HEAD answers like GET, without the body."""
    got, head = ask(served, path), ask(served, path, "HEAD")
    drop = {"Date"}
    assert head[0] == got[0]
    assert {k: v for k, v in head[1].items() if k not in drop} == {k: v for k, v in got[1].items() if k not in drop}
    assert head[2] == b""


def test_head_of_the_stream_ends(served: SiteServer) -> None:
    """Whoever only asks what the stream is need not listen to it."""
    status, headers, body = ask(served, "/__gongshi/events", "HEAD")
    assert (status, headers["Content-Type"], body) == (200, "text/event-stream; charset=utf-8", b"")


@pytest.mark.parametrize(("path", "target"), [("/roster", "roster/"), ("/roster?q=%E7%8E%8B", "roster/?q=%E7%8E%8B")])
def test_a_folder_without_its_slash_is_redirected_below_any_path(served: SiteServer, path: str, target: str) -> None:
    """/roster leads to roster/, relative, so that links on the page keep working; what was searched for goes along."""
    status, headers, _ = ask(served, path)
    assert (status, headers["Location"]) == (301, target)


@pytest.mark.parametrize("path", ["/missing", "/missing/", "/roster/x.html", "/empty", "/empty/", "/index.html/"])
def test_what_is_not_there_is_the_sites_own_page(served: SiteServer, path: str) -> None:
    """An address without a file gets the site's page for the lost, live; a folder is never listed."""
    status, headers, body = ask(served, path)
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert body == b'<body>not here<script src="/__gongshi/live.js" data-build="0" defer></script></body>'


def test_before_there_is_a_site_there_is_a_word(served: SiteServer) -> None:
    """Where the first build failed, there is not even a page for the lost."""
    (served.shown.site / "404.html").unlink()
    assert ask(served, "/missing")[::2] == (404, b"Not Found")


@pytest.mark.parametrize(
    "headers",
    [
        {"If_None_Match": "*"},
        {"If_Modified_Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
        {"Range": "bytes=0-1"},
        {"Range": "bytes=9-,-1,x"},
        {"If_Range": '"x"', "Range": "bytes=2-3"},
    ],
)
def test_a_preview_is_always_new_and_whole(served: SiteServer, headers: dict[str, str]) -> None:
    """Nothing was cached, so no condition is met and no part is enough; no validator is handed out."""
    status, said, body = ask(served, "/roster/roster.csv", **headers)
    assert (status, body) == (200, b"\xef\xbb\xbfa,b\r\n")
    assert (said["Accept-Ranges"], said["Cache-Control"]) == ("none", "no-store")
    assert {"ETag", "Last-Modified", "Expires"} & said.keys() == set()


NOWHERE = [
    *("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/roster/../../secret.txt"),
    *("//secret.txt/../../secret.txt", "/..\\secret.txt", "/%5c..%5csecret.txt", "/..%5c..%5csecret.txt"),
    *("/%252e%252e/secret.txt", "/..%252fsecret.txt", "/%25252e%25252e%25252fsecret.txt", "/%c0%ae%c0%ae/secret.txt"),
    *("/%uff0e%uff0e/secret.txt", "/.../secret.txt", "/..;/secret.txt", "/roster/..%00/secret.txt"),
    *("/C:/secret.txt", "/C:secret.txt", "/C%3a%5csecret.txt", "/%5c%5chost%5cshare", "/file:///etc/passwd"),
    *(
        "/.gongshi/x",
        "/.git/config",
        "/roster/.hidden",
        "/index.html%00",
        "/index.html%00.csv",
        "/%ff",
        "/%0d%0aX:%20y",
    ),
    *("/CON", "/con.html", "/NUL", "/aux/", "/com1.txt", "/LPT9", "/roster/prn", "/PRN.tar.gz"),
    *("/index.html.", "/index.html%20", "/index.html::$DATA", "/roster::$INDEX_ALLOCATION/", "/INDEX~1.HTM"),
    *(
        "/" + "a" * 4000,
        "/" + "a/" * 3000,
        "/%e4%b8%ad",
        "/*",
        "/~root",
        "/-",
        "/__gongshi",
        "/__gongshi/../secret.txt",
    ),
]


@pytest.mark.parametrize("path", NOWHERE)
def test_nothing_outside_the_site_is_served(served: SiteServer, path: str) -> None:
    """A path that leads out of the site, or nowhere, or that some system takes for another, is not found."""
    status, _, body = ask(served, path)
    assert status == 404
    assert b"secret" not in body


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_no_link_in_the_tree_is_followed(served: SiteServer) -> None:
    """Whoever puts a link, or a pipe, among the files of the site does not open what it leads to."""
    site = served.shown.site
    (site / "far.txt").symlink_to(site.parent / "secret.txt")
    (site / "far").symlink_to(site.parent)
    (site / "near.html").symlink_to(site / "index.html")
    (site / "broken").symlink_to("nowhere")
    (site / "round").symlink_to("round")
    os.mkfifo(site / "pipe")
    for path in ("/far.txt", "/far/secret.txt", "/far", "/far/", "/near.html", "/broken", "/round", "/round/", "/pipe"):
        assert (path, *ask(served, path)[::2])[:2] == (path, 404)


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_output_may_be_a_link(served: SiteServer, tmp_path: Path) -> None:
    """Where the whole output folder stands on another disk, by a link, its site is served."""
    (tmp_path / "output").rename(tmp_path / "elsewhere")
    (tmp_path / "output").symlink_to(tmp_path / "elsewhere")
    assert ask(served, "/roster/roster.csv")[0] == 200


def test_readers_hear_of_builds_and_findings(served: SiteServer) -> None:
    """The stream says the state at once and again at every build."""
    connection = http.client.HTTPConnection(*served.server_address[:2], timeout=10)
    connection.request("GET", "/__gongshi/events")
    stream = connection.getresponse()
    assert json.loads(stream.readline().removeprefix(b"data: ")) == {"build": 0, "findings": []}
    served.shown.board.post(built=False, findings=[{"code": "S203"}])
    stream.readline()
    assert json.loads(stream.readline().removeprefix(b"data: ")) == {"build": 0, "findings": [{"code": "S203"}]}
    served.shown.board.post(built=True, findings=[])
    stream.readline()
    assert json.loads(stream.readline().removeprefix(b"data: ")) == {"build": 1, "findings": []}
    stream.close()
    connection.close()


def test_a_page_knows_of_which_build_it_is(served: SiteServer) -> None:
    """A page that is opened where nobody sees it, and listens later, can tell whether it is old by then."""
    served.shown.board.post(built=True, findings=[])
    served.shown.board.post(built=False, findings=[{"code": "S203"}])
    pages = [ask(served, path)[2] for path in ("/", "/missing", "/__gongshi/status")]
    assert [b'live.js" data-build="1"' in each for each in pages] == [True] * 3


def test_the_next_free_port_is_taken(served: SiteServer) -> None:
    """A port that is taken leads to the next one, not to a fault."""
    port = served.server_address[1]
    other = listen("127.0.0.1", port, served.shown)
    try:
        assert other.server_address[1] > port
    finally:
        other.server_close()
