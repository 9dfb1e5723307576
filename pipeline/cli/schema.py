"""`schema`: what editors need to help while a file is being written.

In: arguments, content/. Out: JSON Schema on stdout or in files, and which files an editor uses them for.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.building import shown
from pipeline.cli.completing import programmes
from pipeline.cli.talk import FOUND, USAGE, Talk

if TYPE_CHECKING:
    from pipeline.model import Programme, Site

_FOLDER = ".vscode/schemas"
_SETTINGS = ".vscode/settings.json"
_KEY = "yaml.schemas"
# No schema comes from elsewhere, and nothing is laid out anew.
_BESIDE = {
    "yaml.schemaStore.enable": False,
    "yaml.hoverSchemaSource": False,
    "yaml.format.enable": False,
    "files.eol": "\n",
}
_PROGRAMMES = "content/programmes"
# Shipped schema -> the files that it judges.
_FILES = {
    "site": "content/site.yml",
    "strokes": "content/strokes.yml",
    "calendar": "content/calendar/*.yml",
    "programme": f"{_PROGRAMMES}/*/programme.yml",
}
_FORM = {"form": f"{_PROGRAMMES}/*/form.yml"}


@click.command()
@click.option(
    "--programme",
    "--项目",
    "slug",
    metavar="SLUG",
    shell_complete=programmes,
    help="只要这个项目 / this programme only",
)
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help=f"写到哪里（默认 {_FOLDER}/）/ where to"
)
@click.pass_obj
def schema(talk: Talk, slug: str | None, output: Path | None) -> None:
    """Write the schemas and the settings that name them; one programme's goes to stdout without --output."""
    from pipeline import content, report  # noqa: PLC0415
    from pipeline.diagnostics import stops  # noqa: PLC0415

    root = talk.root
    site, findings = content.load(root)
    findings = tuple(each for each in findings if not _is_of_a_candidate(each.where.path))
    report.show(tuple(each for each in findings if stops((each,))), "text", talk.lang, sys.stderr)
    if slug and slug not in {each.slug for each in site.programmes}:
        talk.say("no_schema", slug=slug)
        sys.exit(USAGE)
    wanted = {name: each for name, each in _schemas(site).items() if not slug or name == f"submissions/{slug}"}
    if slug and not output:
        click.echo(_text(wanted[f"submissions/{slug}"]))
    else:
        try:
            _write(talk, output or root / _FOLDER, wanted)
            if not output:
                _settle(talk, root, site)
                talk.tell("next_schema")
        except OSError as error:
            talk.say("schemas_failed", where=shown(output or root / _FOLDER), reason=error.strerror or "OSError")
            sys.exit(FOUND)
    if stops(findings):
        sys.exit(FOUND)


def _is_of_a_candidate(path: str) -> bool:
    return "/submissions/" in path or "/drafts/" in path


def _text(made: Mapping[str, Any]) -> str:
    return json.dumps(made, ensure_ascii=False, indent=1)


def _schemas(site: "Site") -> dict[str, Mapping[str, Any]]:
    """Return every schema by the name of its file, without suffix."""
    from pipeline.forms import editor, editor_form, editor_programme  # noqa: PLC0415

    made: dict[str, Mapping[str, Any]] = {name: editor.settings(name) for name in _FILES}
    made["form"] = editor_form.form_file()
    for each in site.programmes:
        made[f"submissions/{each.slug}"] = editor_programme.submission(each.form, _outline(each))
    return made


def _outline(programme: "Programme") -> Any:
    from pipeline.forms.editor_programme import Details, Outline  # noqa: PLC0415
    from pipeline.stages import DETAIL_KEYS, EVENTS  # noqa: PLC0415

    def keys(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(DETAIL_KEYS[name] for name in names)

    return Outline(
        name=programme.name,
        associations=tuple(each.name for each in programme.associations),
        categories=tuple((each.code, f"{each.name}：{each.target}") for each in programme.categories),
        conditions=tuple((each.number, each.text) for each in programme.conditions),
        events={
            kind.value: Details(keys(rule.required), keys((*rule.optional, "remark")), rule.said)
            for kind, rule in EVENTS.items()
        },
    )


def _write(talk: Talk, folder: Path, wanted: Mapping[str, Mapping[str, Any]]) -> None:
    from pipeline import disk  # noqa: PLC0415

    for name, made in wanted.items():
        file = folder / f"{name}.json"
        disk.make_folders(file.parent)
        disk.put(file, f"{_text(made)}\n".encode())
    talk.tell("schemas", where=shown(folder), count=len(wanted))


def patterns(slugs: tuple[str, ...]) -> dict[str, str | list[str]]:
    """Return which files each schema is for, as the setting `yaml.schemas` says it."""
    made: dict[str, str | list[str]] = {f"{_FOLDER}/{name}.json": files for name, files in (_FILES | _FORM).items()}
    for slug in slugs:
        folder = f"{_PROGRAMMES}/{slug}"
        made[f"{_FOLDER}/submissions/{slug}.json"] = [f"{folder}/submissions/**/*.yml", f"{folder}/drafts/**/*.yml"]
    return made


def _settle(talk: Talk, root: Path, site: "Site") -> None:
    """Write the editor's settings, or add to them what is lacking; say it where they hold what JSON does not."""
    from pipeline import disk  # noqa: PLC0415

    file = root / _SETTINGS
    wanted = patterns(tuple(each.slug for each in site.programmes))
    if not file.exists():
        settings = {_KEY: wanted, **_BESIDE}
        disk.put(file, f"{json.dumps(settings, ensure_ascii=False, indent=2)}\n".encode())
        return
    text = file.read_text(encoding="utf-8")
    lacking = {name: files for name, files in wanted.items() if json.dumps(name) not in text}
    if not lacking:
        return
    own = _plain(text)
    if own is not None:
        own.setdefault(_KEY, {}).update(lacking)
        # The file may be a link to one that is shared; it is that one which is written.
        disk.put(file.resolve(), f"{json.dumps(own, ensure_ascii=False, indent=2)}\n".encode())
        talk.tell("settings_added", where=shown(file), count=len(lacking))
    else:
        lines = json.dumps(lacking, ensure_ascii=False, indent=2).splitlines()[1:-1]
        talk.say("schema_settings", where=shown(file), name=_KEY, lines="\n".join(lines))


def _plain(text: str) -> dict[str, Any] | None:
    """Return settings that are plain JSON, without the comments that editors allow: they can be written again."""
    try:
        settings = json.loads(text)
    except ValueError:
        return None
    return settings if isinstance(settings, dict) and isinstance(settings.get(_KEY, {}), dict) else None
