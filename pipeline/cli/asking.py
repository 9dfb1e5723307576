"""Questions to whoever sits at the terminal; where nobody does, the option that answers them is named.

In: a question, an answer given beforehand, what there is to choose from. Out: an answer, or the end of the run.
"""

import sys
from collections.abc import Callable, Mapping

import click

from pipeline.cli.talk import USAGE, Talk

Fault = Callable[[str], str | None]
"""Gives the key of what is wrong with an answer, None for nothing."""


def text(talk: Talk, question: str, option: str, fault: Fault) -> str:
    """Return an answer without a fault."""
    _must_answer(talk, option)
    while True:
        said = str(click.prompt(talk.words(question), prompt_suffix=talk.words("colon"), err=True)).strip()
        wrong = fault(said)
        if wrong is None:
            return said
        talk.say(wrong, option=option, slug=said)


def choice(talk: Talk, question: str, option: str, offered: Mapping[str, str]) -> str:
    """Return one of what is offered: a list with numbers is shown, a number or the thing itself is an answer.

    `offered`: what is returned → how it is shown.
    """
    _must_answer(talk, option)
    names = list(offered)
    click.echo(talk.words(question), err=True)
    for number, name in enumerate(names, 1):
        click.echo(f"  {number}  {offered[name]}", err=True)
    while True:
        said = str(
            click.prompt(talk.words("ask_number"), default="1", prompt_suffix=talk.words("colon"), err=True)
        ).strip()
        if said in names:
            return said
        if said.isascii() and said.isdigit() and 1 <= int(said) <= len(names):
            return names[int(said) - 1]
        talk.say("no_such_number", most=len(names))


def can_answer() -> bool:
    """Tell whether somebody is there to be asked."""
    return sys.stdin.isatty()


def _must_answer(talk: Talk, option: str) -> None:
    if not can_answer():
        talk.say("need_options", options=option)
        sys.exit(USAGE)
