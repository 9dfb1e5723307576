"""What servers should send is said once, and every place that repeats it says the same."""

import re
from pathlib import Path

import pytest

from pipeline import hosting
from tests.unit import public_fixture as public
from tests.unit.html_reader import read

READY = Path(__file__).parents[2] / "pipeline" / "data" / "hosting"
HEADERS = dict(hosting.HEADERS)


def policies(text: str) -> dict[str, list[str]]:
    """Return a policy's directives and what each allows."""
    return {name: allowed for name, *allowed in (each.split() for each in text.split("; "))}


@pytest.fixture
def site(tmp_path: Path) -> dict[str, str]:
    """Give the site's files of text."""
    return public.draw(public.site(), tmp_path)


def test_nothing_is_allowed_but_the_sites_own() -> None:
    """Nothing by default, nothing inline, nothing evaluated, nothing sent, and no host is named."""
    for policy in (hosting.PAGE_POLICY, hosting.FORM_POLICY, HEADERS["Content-Security-Policy"]):
        said = policies(policy)
        assert said["default-src"] == said["base-uri"] == said["form-action"] == ["'none'"]
        assert {each for allowed in said.values() for each in allowed} <= {"'none'", "'self'", "blob:"}
    assert policies(HEADERS["Content-Security-Policy"])["frame-ancestors"] == ["'none'"]


def test_every_page_carries_its_policy(site: dict[str, str]) -> None:
    """Pages declare the strict policy before anything that it is about; only the form's may show a chosen picture."""
    wider = []
    for path, text in site.items():
        if path.endswith(".html"):
            first, second = read(text).all("meta")[:2]
            assert first == {"charset": "utf-8"}
            assert second["http-equiv"] == "Content-Security-Policy"
            assert second["content"] in {hosting.PAGE_POLICY, hosting.FORM_POLICY}
            wider += [path] if second["content"] == hosting.FORM_POLICY else []
    assert set(wider) <= {path for path in site if path.endswith("/form/index.html")}


def test_headers_file_says_the_same(site: dict[str, str]) -> None:
    """`_headers` gives all files the headers, and assets a year."""
    every, assets = re.split(r"^/assets/\*\n", site["_headers"], flags=re.MULTILINE)
    assert every.startswith("/*\n")
    assert dict(re.findall(r"^  ([\w-]+): (.+)$", every, re.MULTILINE)) == HEADERS
    assert assets == f"  Cache-Control: {hosting.FOREVER}\n"


def test_nginx_says_the_same() -> None:
    """The ready settings for nginx send the same headers with every answer, faults too."""
    text = (READY / "nginx.conf").read_text(encoding="utf-8")
    assert dict(re.findall(r'^\s*add_header ([\w-]+) "(.+)" always;$', text, re.MULTILINE)) == HEADERS
    assert f'"{hosting.FOREVER}"' in text


def test_caddy_says_the_same() -> None:
    """The ready settings for Caddy send the same headers."""
    text = (READY / "Caddyfile").read_text(encoding="utf-8")
    (block,) = re.findall(r"^\theader \{\n(.+?)^\t\}", text, re.MULTILINE | re.DOTALL)
    assert dict(re.findall(r'^\t\t([\w-]+) "(.+)"$', block, re.MULTILINE)) == HEADERS
    assert f'"{hosting.FOREVER}"' in text


def test_nginx_and_caddy_keep_copies_as_long() -> None:
    """How long a copy may be kept, and of what, is the same in the ready settings and in the table."""
    nginx = (READY / "nginx.conf").read_text(encoding="utf-8")
    (table,) = re.findall(r"^map \$uri \$gongshi_cache \{\n(.+?)^\}", nginx, re.MULTILINE | re.DOTALL)
    assert re.findall(r'^\s+(?:~(\S+)|default)\s+"(.+)";$', table, re.MULTILINE) == list(hosting.KEPT)
    caddy = (READY / "Caddyfile").read_text(encoding="utf-8")
    said = dict(re.findall(r'^\theader @(\w+) Cache-Control "(.+)"$', caddy, re.MULTILINE))
    assert tuple(said[name] for name in ("asset", "data", "page")) == tuple(each for _, each in hosting.KEPT)
    patterns = dict(re.findall(r"^\t@(\w+) (?:not )?path_regexp (.+)$", caddy, re.MULTILINE))
    assert (patterns["asset"], patterns["data"]) == (hosting.ASSET, hosting.DATA)
    assert patterns["page"] == f"({hosting.ASSET.removesuffix('$')}|{hosting.DATA.removesuffix('$')})$"


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", hosting.SHORT),
        ("longdu/roster/roster.csv", "text/csv; charset=utf-8", hosting.ASKED_EACH_TIME),
        ("longdu/form/longdu.pdf", "application/pdf", hosting.SHORT),
        ("longdu/roster/people.js", "text/javascript; charset=utf-8", hosting.SHORT),
        ("assets/site.0123456789.css", "text/css; charset=utf-8", hosting.FOREVER),
        ("assets/site.css", "text/css; charset=utf-8", hosting.SHORT),
        ("longdu/attachments/odd", "application/octet-stream", hosting.SHORT),
    ],
)
def test_a_file_has_a_type_and_a_time(path: str, kind: str, kept: str) -> None:
    """The name of a file tells its media type and how long a copy may be kept; an asset by its hash alone."""
    assert (hosting.media_type(path), hosting.kept_for(path)) == (kind, kept)
