"""`make audit`, first part: under which licences the locked packages come, and whether an office may use them so.

In: a lock file, the packages that are installed. Out: a line a package on stdout; exit code 1 for a licence that is not
in the table, or none told.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import NamedTuple, cast

# What a licence is called by those who declare it → what it is. All of these let an office use and hand on the program.
KNOWN = (
    (r"\bMPL[- ]2\.0\b|Mozilla Public License 2\.0", "MPL-2.0"),
    (r"\bOFL-1\.1\b|Open Font License", "OFL-1.1"),
    (r"\bMIT-CMU\b", "MIT-CMU"),
    (r"\bMIT\b", "MIT"),
    (r"\bApache\b", "Apache-2.0"),
    (r"\bBSD\b", "BSD"),
    (r"\bPSF-2\.0\b|Python Software Foundation", "PSF-2.0"),
    (r"\bISC\b", "ISC"),
)
# A choice that these leave is taken; anything else of the kind is told.
_STRICT = re.compile(r"\bA?GPL|\bSSPL|Commons Clause|proprietary", re.IGNORECASE)
_LONGEST = 200


class Package(NamedTuple):
    """A package: its name, its version, its licences by `KNOWN` (empty: none known), and whether all is well."""

    name: str
    version: str
    licences: tuple[str, ...]
    is_well: bool


def names(lock: str) -> Iterator[str]:
    """Yield the packages of a lock file."""
    for line in lock.splitlines():
        found = re.match(r"([A-Za-z0-9][\w.-]*)(\[[\w,-]+\])?==", line)
        if found:
            yield found[1]


def packages(wanted: Iterable[str]) -> Iterator[Package]:
    """Yield what the installed packages declare; what is not installed here (for another system) is left out."""
    for name in wanted:
        try:
            declared = cast(Message, metadata(name))
        except PackageNotFoundError:
            continue
        yield package(declared)


def package(declared: Message) -> Package:
    """Return what a package declares, by its metadata."""
    texts = (
        declared.get("License-Expression") or "",
        *(each.rpartition(" :: ")[2] for each in declared.get_all("Classifier") or () if each.startswith("License ::")),
        (declared.get("License") or "")[:_LONGEST],
    )
    said = next((each for each in texts if each.strip()), "")
    found = tuple(licence for pattern, licence in KNOWN if re.search(pattern, said))
    well = bool(found) and not _STRICT.search(said)
    return Package(str(declared["Name"]), str(declared["Version"]), found, well)


def main(lock: str) -> int:
    """Tell every package; return 1 where one is not well."""
    found = list(packages(names(Path(lock).read_text(encoding="utf-8"))))
    for each in found:
        told = " / ".join(each.licences) or "no licence that the table knows"
        sys.stdout.write(f"{'  ' if each.is_well else '! '}{each.name} {each.version}: {told}\n")
    return int(not all(each.is_well for each in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
