"""`doctor`: is this machine set up right?

In: the root, the clock. Out: a table, or JSON; 1 where something is wrong.
"""

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from pipeline.cli.talk import FOUND, Talk

if TYPE_CHECKING:
    from pipeline.doctor import Found, Words

_STYLES = {
    "正常": "green",
    "注意": "yellow",
    "有误": "bold red",
    "fine": "green",
    "mind": "yellow",
    "wrong": "bold red",
}
_COLUMNS = ("doctor_item", "doctor_state", "doctor_says", "doctor_advice")


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的格式 / output format"
)
@click.pass_obj
def doctor(talk: Talk, form: str) -> None:
    """Examine the machine and the repository, and say what to do."""
    from pipeline.cli import grid  # noqa: PLC0415
    from pipeline.doctor import WORDS, State, examine  # noqa: PLC0415

    now = datetime.now(UTC).astimezone()
    told = [(each, WORDS[each.key]) for each in examine(talk.found, now, sys.stdout.encoding or "?")]
    states = [words.state for _, words in told]
    if form == "json":
        rows = [_json(each, words, talk.lang) for each, words in told]
        click.echo(json.dumps({"found": rows}, ensure_ascii=False, indent=2))
    else:
        heads = tuple(talk.words(each) for each in _COLUMNS)
        click.echo(grid.table(heads, [_row(talk, *each) for each in told], grid.screen(_STYLES)))
    if set(states) == {State.FINE}:
        talk.tell("doctor_all_fine")
    else:
        talk.tell("doctor_some", wrong=states.count(State.WRONG), mind=states.count(State.MIND))
    if State.WRONG in states:
        sys.exit(FOUND)


def _row(talk: Talk, each: "Found", words: "Words") -> tuple[str, ...]:
    lang, params = talk.lang, dict(each.params)
    texts = (words.says[lang].format_map(params), words.advice[lang].format_map(params))
    return (words.item[lang], talk.words(f"doctor_{words.state}"), *texts)


def _json(each: "Found", words: "Words", lang: str) -> dict[str, object]:
    params = dict(each.params)
    return {
        "key": each.key,
        "item": words.item[lang],
        "state": words.state.value,
        "says": words.says[lang].format_map(params),
        "advice": words.advice[lang].format_map(params),
        "params": params,
    }
