"""What a page is about, for search engines, in the words of schema.org (JSON-LD).

In: the public types and the frame. Out: JSON for a data block. Only what the page says too; what is not known is left
out. An association is no organ of government, so whoever issues is an Organization.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.pages import addresses
from pipeline.pages.embedded import as_json
from pipeline.pages.parts import Frame
from pipeline.public.types import PublicProgramme, PublicRound

Facts = Mapping[str, object]
_LANGUAGE = "zh-CN"


def website(frame: Frame) -> str:
    """Return what the home page is of."""
    return _block(
        "WebSite",
        name=frame.name,
        url=frame.url,
        inLanguage=_LANGUAGE,
        publisher=_organization(frame.imprint.owner),
    )


def service(programme: PublicProgramme, frame: Frame, description: str) -> str:
    """Return what the notice's page is about: the programme, as something that is offered."""
    return _block(
        "GovernmentService",
        name=programme.name,
        serviceType=f"推荐{programme.terms.certify}",
        description=description,
        url=addresses.public(frame.url, addresses.notice(programme.slug)),
        provider=_organization(programme.notice.issuer),
    )


def event(programme: PublicProgramme, of_day: PublicRound, frame: Frame, name: str, description: str) -> str:
    """Return what a round's page is about: the publicity period."""
    url = addresses.public(frame.url, addresses.publicity_round(programme.slug, of_day.on))
    place = {"@type": "VirtualLocation", "url": url} if url else None
    return _block(
        "Event",
        name=name,
        description=description,
        startDate=of_day.on.isoformat(),
        endDate=of_day.until.isoformat(),
        url=url,
        location=place,
        organizer=_organization(programme.notice.issuer),
    )


@dataclass(frozen=True, slots=True)
class Data:
    """A list as data: what it is called, what it holds, who publishes it, its files, and when it changed last.

    `files`: addresses with their media types. `changed`: None where it is not known.
    """

    name: str
    description: str
    publisher: str
    files: tuple[tuple[str, str], ...]
    changed: date | None


def dataset(data: Data, frame: Frame) -> str:
    """Return what a roster's page is about: a list as data."""
    licence = frame.licence
    return _block(
        "Dataset",
        name=data.name,
        description=data.description,
        inLanguage=_LANGUAGE,
        isAccessibleForFree=True,
        dateModified=data.changed.isoformat() if data.changed else "",
        license=(licence.url or licence.name) if licence else "",
        creator=_organization(data.publisher),
        distribution=[_download(path, media, frame) for path, media in data.files],
    )


def _download(path: str, media: str, frame: Frame) -> Facts:
    address = addresses.public(frame.url, path) or path.rpartition("/")[2]
    return {"@type": "DataDownload", "encodingFormat": media, "contentUrl": address}


def _organization(name: str) -> Facts | None:
    return {"@type": "Organization", "name": name} if name else None


def _block(kind: str, **facts: object) -> str:
    known = {key: fact for key, fact in facts.items() if fact not in ("", None)}
    return as_json({"@context": "https://schema.org", "@type": kind, **known})
