"""gongshi with PDF, Word and spreadsheet files left out: what can be compared with a generator that has none.

In: gongshi's own arguments. Out: its exit code. Every page, data file, check, search for leaks and the publish in one
step are those of a user's build; `make bench` times the whole build beside it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pipeline import build, cli

if TYPE_CHECKING:
    from pipeline.pages import Planned
    from pipeline.public.types import PublicSite


def shorten() -> None:
    """Let every build in this process leave those files out; one that builds nothing waits for nothing of this."""
    publish = vars(build)["_build"]

    def shortened(*given: Any) -> build.Result:
        _leave_out()
        vars(build)["_build"] = publish
        return publish(*given)  # type: ignore[no-any-return]

    vars(build)["_build"] = shortened


def _leave_out() -> None:
    from pipeline import pages  # noqa: PLC0415  # as late as the build itself does
    from pipeline.pages import FormFile, Official  # noqa: PLC0415
    from pipeline.paper import xlsx  # noqa: PLC0415

    plan, to_xlsx = pages.plan, xlsx.to_xlsx

    def planned(view: "PublicSite") -> "tuple[Planned, ...]":
        return tuple(each for each in plan(view) if not isinstance(each, FormFile | Official))

    def empty(title: str, columns: Sequence[str], _: object, about: Mapping[str, str], note: str) -> bytes:
        return to_xlsx(title, columns, (), about, note)

    # Pages say how large a spreadsheet is, so there is one, of no rows.
    vars(pages)["plan"] = planned
    vars(xlsx)["to_xlsx"] = empty


if __name__ == "__main__":
    shorten()
    cli.main()
