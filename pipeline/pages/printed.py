"""The official documents of a programme as PDF, beside the pages that say the same.

Long lists have none: nobody prints them from a website, and staff export them in parts.
"""

from collections.abc import Iterator

from pipeline.pages import addresses
from pipeline.pages.page import Official
from pipeline.pages.parts import Frame
from pipeline.public.decisions import PublicCertification
from pipeline.public.types import PublicProgramme, PublicRound

MOST = 1000


def notice(programme: PublicProgramme, frame: Frame) -> Official:
    """Return the notice as PDF."""
    return _planned(addresses.notice_file(programme.slug), "notice", programme, None, frame)


def of_round(programme: PublicProgramme, of_day: PublicRound, frame: Frame) -> Iterator[Official]:
    """Yield the publicity notice as PDF, unless its list is too long, or no longer shown."""
    if 0 < len(of_day.entries) <= MOST:
        yield _planned(addresses.round_file(programme.slug, of_day.on), "publicity", programme, of_day, frame)


def certification(programme: PublicProgramme, subject: PublicCertification, frame: Frame) -> Iterator[Official]:
    """Yield the certification notice as PDF, unless its list is too long."""
    if len(subject.entries) <= MOST:
        yield _planned(
            addresses.certification_file(programme.slug, subject.key), "certification", programme, subject, frame
        )


def roster(programme: PublicProgramme, frame: Frame) -> Iterator[Official]:
    """Yield the roster as PDF, unless it is too long."""
    if 0 < len(programme.roster) <= MOST:
        yield _planned(addresses.roster_file(programme.slug, "pdf"), "roster", programme, None, frame)


def path_of(planned: tuple[Official, ...]) -> str:
    """Return the address that a page links to, empty where there is no document."""
    return planned[0].path if planned else ""


def _planned(
    path: str, name: str, programme: PublicProgramme, subject: PublicRound | PublicCertification | None, frame: Frame
) -> Official:
    return Official(
        path=path,
        template=f"print/{name}.typ",
        programme=programme,
        subject=subject,
        typesetting=frame.typesetting,
        as_of=frame.as_of,
        banner=frame.banner,
    )
