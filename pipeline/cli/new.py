"""`new programme` and `new submission`: files ready to be filled in.

In: arguments, and answers where somebody can give them. Out: new files, all or none of them; nothing is overwritten.
"""

import re
import sys
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from pipeline.cli import asking
from pipeline.cli.building import shown
from pipeline.cli.completing import associations, programmes
from pipeline.cli.talk import FOUND, USAGE, Day, Talk, today

if TYPE_CHECKING:
    from pipeline.model import Association, Programme

_PLAIN = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*")
_TAKEN = ("roster", "assets", "sitemap")
_MODELS = ("zhuanjia", "danwei")
_MONTH = timedelta(days=30)
# What the settings take as a name.
_SHORTEST, _LONGEST = 2, 60


@click.group()
def new() -> None:
    """Hold what can be made."""


@new.command()
@click.argument("slug", required=False)
@click.option("--like", "model", type=click.Choice(_MODELS), help="照哪个样例（默认 zhuanjia）/ the model (zhuanjia)")
@click.option("--name", help="项目名称 / name of the programme")
@click.option("--issuer", help="发文单位 / who issues the notice")
@click.option("--deadline", type=Day(), help="报送截止日期（默认 30 天以后）/ last day for forms (in 30 days)")
@click.pass_obj
def programme(
    talk: Talk, slug: str | None, model: str | None, name: str | None, issuer: str | None, deadline: date | None
) -> None:
    """Make a programme, and a repository around it where there is none."""
    from pipeline import scaffold  # noqa: PLC0415

    root, on = talk.root_or_here, today()
    folder = partial(_folder_fault, root)
    slug = _sound(talk, slug, "SLUG", folder) or asking.text(talk, "ask_slug", "SLUG", folder)
    name = _sound(talk, name, "--name", _name_fault)
    issuer = _sound(talk, issuer, "--issuer", _name_fault)
    # Whoever leaves all to be asked is asked for the model too.
    if model is None and name is None and asking.can_answer():
        model = asking.choice(talk, "ask_model", "--like", scaffold.MODELS)
    name = name or asking.text(talk, "ask_name", "--name", _name_fault)
    issuer = issuer or asking.text(talk, "ask_issuer", "--issuer", _name_fault)
    answers = scaffold.Answers(name, issuer, on, deadline or on + _MONTH)
    texts = scaffold.programme(slug, model or _MODELS[0], answers)
    around = {path: text for path, text in scaffold.repository(issuer).items() if not (root / path).exists()}
    _make(talk, root, texts | ({} if (root / "content/site.yml").exists() else around))
    _schemas(talk, root)
    talk.tell("next_programme", path=shown(root / f"content/programmes/{slug}/programme.yml"))


def _folder_fault(root: Path, slug: str) -> str | None:
    """Return what is wrong with a programme's folder."""
    if not _PLAIN.fullmatch(slug) or slug in _TAKEN:
        return "bad_slug"
    return "there_already" if (root / "content/programmes" / slug).exists() else None


def _name_fault(text: str) -> str | None:
    """Return what is wrong with a name that is to be printed."""
    if any(unicodedata.category(each).startswith("C") for each in text):
        return "bad_text"
    return None if _SHORTEST <= len(text.strip()) <= _LONGEST else "bad_length"


def _sound(talk: Talk, said: str | None, option: str, fault: "asking.Fault") -> str | None:
    """Return what an option said; end where it cannot be taken."""
    wrong = None if said is None else fault(said)
    if wrong:
        _refuse(talk, wrong, option=option, slug=said, path=said)
    return said and said.strip()


@new.command()
@click.argument("id_", metavar="[ID]", required=False)
@click.option(
    "--programme",
    "--项目",
    "slug",
    metavar="SLUG",
    shell_complete=programmes,
    help="项目；只有一个项目的不必写 / the programme",
)
@click.option(
    "--association",
    "--推荐单位",
    "association",
    shell_complete=associations,
    help="推荐单位或它的文件夹 / association, or its folder",
)
@click.option("--category", "--类别", "category", help="类别 / category")
@click.option("--name", "--姓名", "name", default="", help="姓名或单位名称 / name of the candidate")
@click.option("--draft", is_flag=True, help="先放进草稿，不进入网站 / into drafts/, which no page is made of")
@click.pass_obj
def submission(
    talk: Talk, id_: str | None, slug: str | None, association: str | None, category: str | None, name: str, draft: bool
) -> None:
    """Make a blank submission."""
    from pipeline import content, scaffold  # noqa: PLC0415

    root = talk.root
    site, _ = content.load(root)
    if id_ and not _PLAIN.fullmatch(id_):
        _refuse(talk, "bad_slug", slug=id_)
    if any(unicodedata.category(each).startswith("C") for each in name):
        _refuse(talk, "bad_text", option="--name")
    owner = _programme(talk, site.programmes, slug)
    found = _association(talk, owner, association)
    code = _category(talk, owner, found, category)
    taken = {each.stem for each in (root / "content/programmes" / owner.slug).rglob("*.yml")}
    made = scaffold.New(id_ or scaffold.next_id(owner, code, taken), found, code, name.strip())
    path = scaffold.path_of(owner, made, draft)
    if made.id in taken:
        _refuse(talk, "there_already", slug=f"{made.id}.yml")
    _make(talk, root, {path: scaffold.submission(owner, made, path)})
    talk.tell("next_submission", path=shown(root / path))


def _programme(talk: Talk, programmes: tuple["Programme", ...], slug: str | None) -> "Programme":
    named = [each for each in programmes if slug in (None, each.slug)]
    if len(named) > 1 and asking.can_answer():
        asked = asking.choice(talk, "ask_programme", "--programme", {each.slug: each.name for each in named})
        named = [each for each in named if each.slug == asked]
    if len(named) != 1:
        _refuse(talk, "whose_programme", slugs="、".join(each.slug for each in programmes) or "—")
    return named[0]


def _association(talk: Talk, owner: "Programme", wanted: str | None) -> "Association | None":
    """Return the association that was named; the only one where there is one; None where the programme has none."""
    if not owner.associations:
        return None
    if wanted is None and len(owner.associations) == 1:
        return owner.associations[0]
    if wanted is None and asking.can_answer():
        offered = {each.name: each.name for each in owner.associations}
        wanted = asking.choice(talk, "ask_association", "--association", offered)
    named = [each for each in owner.associations if wanted in (each.name, each.folder)]
    if len(named) != 1:
        names = (f"{each.name}（{each.folder}）" if each.folder else each.name for each in owner.associations)
        _refuse(talk, "which_association", names="、".join(names))
    return named[0]


def _category(talk: Talk, owner: "Programme", of: "Association | None", wanted: str | None) -> str:
    """Return the category that was named; whoever can be asked is; empty: not yet known."""
    codes = {each.code: f"{each.code}（{each.name}）" for each in owner.categories}
    own = {code: told for code, told in codes.items() if of is None or not of.categories or code in of.categories}
    if wanted and wanted not in codes:
        _refuse(talk, "which_category", category=wanted, codes="、".join(codes) or "—")
    if wanted is None and len(own) > 1 and asking.can_answer():
        return asking.choice(talk, "ask_category", "--category", own)
    return wanted or ""


def _make(talk: Talk, root: Path, texts: Mapping[str, str]) -> None:
    """Write the files; where one cannot be made, those that were made before it go again."""
    from pipeline import edits  # noqa: PLC0415

    made: list[Path] = []
    for path, text in texts.items():
        try:
            done = edits.create(root, path, text)
        except OSError as error:
            _take_back(made)
            _refuse(talk, "not_made", path=path, reason=error.strerror or type(error).__name__)
        if not done:
            _take_back(made)
            _refuse(talk, "there_already", slug=path)
        made.append(root / path)
    for each in made:
        talk.tell("made", path=shown(each))


def _take_back(made: list[Path]) -> None:
    for each in reversed(made):
        each.unlink(missing_ok=True)


def _schemas(talk: Talk, root: Path) -> None:
    """Write what editors need, so that the first file that is opened has its help already."""
    from pipeline.cli.schema import schema  # noqa: PLC0415

    quiet = Talk(root, talk.lang, quiet=True, verbose=talk.verbose)
    with click.Context(schema, obj=quiet) as context:
        try:
            context.invoke(schema, slug=None, output=None)
        except SystemExit:
            return


def _refuse(talk: Talk, key: str, **words: object) -> NoReturn:
    talk.say(key, **words)
    sys.exit(FOUND if key == "not_made" else USAGE)
