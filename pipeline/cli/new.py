"""`new programme` and `new submission`: files ready to be filled in.

In: arguments, and answers where somebody can give them. Out: new files, all or none of them; nothing is overwritten.
"""

import re
import sys
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from pipeline.cli.building import shown
from pipeline.cli.talk import FOUND, USAGE, Day, Talk, today

if TYPE_CHECKING:
    from pipeline.model import Association, Programme

_PLAIN = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*")
_TAKEN = ("roster", "assets", "sitemap")
_MODELS = ("zhuanjia", "danwei")
_MONTH = timedelta(days=30)


@click.group()
def new() -> None:
    """新建项目或申报文件 / scaffold a programme or a submission."""


@new.command()
@click.argument("slug")
@click.option("--like", "model", type=click.Choice(_MODELS), default=_MODELS[0], show_default=True,
              help="照哪个样例：zhuanjia 专家推荐，danwei 单位申报 / the model")  # fmt: skip
@click.option("--name", help="项目名称 / name of the programme")
@click.option("--issuer", help="发文单位 / who issues the notice")
@click.option("--deadline", type=Day(), help="报送截止日期 / last day for forms")
@click.pass_obj
def programme(talk: Talk, slug: str, model: str, name: str | None, issuer: str | None, deadline: date | None) -> None:
    """新建一个项目；在空文件夹里，连同整个内容仓库 / a programme; in an empty folder, a whole repository.

    SLUG 用作文件夹名和网址，例如 zhuanjia-2026。

    \b
    例：gongshi new programme zhuanjia-2026
        gongshi new programme kepu-2026 --like danwei --name 科普教育基地认定 --issuer 某市科学技术协会
    """
    from pipeline import scaffold  # noqa: PLC0415

    if not _PLAIN.fullmatch(slug) or slug in _TAKEN:
        _refuse(talk, "bad_slug", slug=slug)
    name = name or _asked(talk, "ask_name", "--name")
    issuer = issuer or _asked(talk, "ask_issuer", "--issuer")
    for option, text in (("--name", name), ("--issuer", issuer)):
        if any(unicodedata.category(each).startswith("C") for each in text):
            _refuse(talk, "bad_text", option=option)
    on = today()
    deadline = deadline or on + _MONTH
    texts = scaffold.programme(slug, model, scaffold.Answers(name.strip(), issuer.strip(), on, deadline))
    root = talk.root_or_here
    folder = f"content/programmes/{slug}"
    if (root / folder).exists():
        _refuse(talk, "there_already", path=folder)
    around = {path: text for path, text in scaffold.repository(issuer.strip()).items() if not (root / path).exists()}
    _make(talk, root, texts | ({} if (root / "content/site.yml").exists() else around))
    _schemas(talk, root)
    talk.tell("next_programme", path=f"{folder}/programme.yml")


@new.command()
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--programme", "--项目", "slug", help="项目；只有一个项目的不必写 / the programme")
@click.option("--association", "--推荐单位", "association", help="推荐单位或它的文件夹 / association, or its folder")
@click.option("--category", "--类别", "category", default="", help="类别 / category")
@click.option("--name", "--姓名", "name", default="", help="姓名或单位名称 / name of the candidate")
@click.option("--draft", is_flag=True, help="先放进草稿，不进入网站 / into drafts/, which no page is made of")
@click.pass_obj
def submission(
    talk: Talk, id_: str | None, slug: str | None, association: str | None, category: str, name: str, draft: bool
) -> None:
    """新建一份空白申报，每一栏都有说明 / a blank submission, every field explained.

    不写 ID 的，按已有的编号接着编。

    \b
    例：gongshi new submission --association 示例大学科协 --category A
        gongshi new submission b-021 --association shili-xian --category B --name 王示例
    """
    from pipeline import content, scaffold  # noqa: PLC0415

    root = talk.root
    site, _ = content.load(root)
    owner = _programme(talk, site.programmes, slug)
    codes = [each.code for each in owner.categories]
    if category and category not in codes:
        _refuse(talk, "which_category", category=category, codes="、".join(codes) or "—")
    if id_ and not _PLAIN.fullmatch(id_):
        _refuse(talk, "bad_slug", slug=id_)
    if any(unicodedata.category(each).startswith("C") for each in name):
        _refuse(talk, "bad_text", option="--name")
    taken = {each.stem for each in (root / "content/programmes" / owner.slug).rglob("*.yml")}
    found = _association(talk, owner, association)
    made = scaffold.New(id_ or scaffold.next_id(owner, category, taken), found, category, name.strip())
    path = scaffold.path_of(owner, made, draft)
    if made.id in taken:
        _refuse(talk, "there_already", path=f"{made.id}.yml")
    _make(talk, root, {path: scaffold.submission(owner, made, path)})
    talk.tell("next_submission", path=path)


def _asked(talk: Talk, question: str, option: str) -> str:
    if not sys.stdin.isatty():
        _refuse(talk, "need_options", options=option)
    return str(click.prompt(talk.words(question), err=True))


def _programme(talk: Talk, programmes: tuple["Programme", ...], slug: str | None) -> "Programme":
    named = [each for each in programmes if slug in (None, each.slug)]
    if len(named) != 1:
        _refuse(talk, "whose_programme", slugs="、".join(each.slug for each in programmes) or "—")
    return named[0]


def _association(talk: Talk, owner: "Programme", wanted: str | None) -> "Association | None":
    """Return the association that was named; the only one where there is one; None where the programme has none."""
    if not owner.associations:
        return None
    named = [each for each in owner.associations if wanted in (each.name, each.folder)]
    if wanted is None and len(owner.associations) == 1:
        named = [owner.associations[0]]
    if len(named) != 1:
        _refuse(talk, "which_association", names="、".join(each.name for each in owner.associations))
    return named[0]


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
            _refuse(talk, "there_already", path=path)
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
