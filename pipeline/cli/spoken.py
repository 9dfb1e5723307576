"""The command line in one language: help, usage lines, and what click says of a slip.

In: a language, the commands. Out: the same commands, speaking it. An option's help is written “中文 / English”; what a
command does stands in `help_words`. Must not know what a command does.
"""

import gettext
import re
import sys
from collections.abc import Iterator, Mapping

import click

from pipeline.cli.click_words import METAVARS, SENTENCES
from pipeline.cli.help_words import HELP, Help
from pipeline.folding import columns

_EXAMPLES = {"zh": "例：", "en": "Examples:"}
# click looks its words up by these two names, which `gettext` has under names of its own.
_LOOKED_UP = {"_": gettext.gettext, "ngettext": gettext.ngettext}
_HALVES = re.compile(r"(?P<zh>.*?)(?: |(?<=）))/ (?P<en>.*)")
_QUOTED = re.compile(r"'([^']*)'")
# What options say in both languages, kept when a run is to speak one of them.
_WRITTEN: dict[click.Option, str] = {}


def speak(command: click.Command, lang: str) -> None:
    """Let the command, all below it, and click itself speak the language; of a process, once."""
    if lang == "zh":
        _teach_click()
    for path, each in _with_those_below(command, ""):
        if path in HELP:
            each.help = _help(HELP[path], lang)
            each.short_help = HELP[path].said[lang]
        context = click.Context(each, help_option_names=["-h", "--help"])
        for param in each.get_params(context):
            _translate(param, context, lang)
        if lang == "zh":
            each.options_metavar = METAVARS["[OPTIONS]"]
            if isinstance(each, click.Group):
                each.subcommand_metavar = METAVARS["COMMAND [ARGS]..."]


def written(option: click.Option) -> str:
    """Return what an option says in both languages, whatever this run speaks."""
    return _WRITTEN.get(option, option.help or "")


def half(text: str, lang: str) -> str:
    """Return the language's half of “中文 / English”, or the whole of what has none; click's own is in our table."""
    text = SENTENCES.get(text, text) if lang == "zh" else text
    halves = _HALVES.fullmatch(text)
    return halves[lang] if halves else text


def slip(error: click.ClickException, lang: str) -> str:
    """Return what is wrong with a command line, how it is used, and how to learn more."""
    message = _chinese(error.format_message()) if lang == "zh" else error.format_message()
    parts = [("错误：" if lang == "zh" else "Error: ") + message]
    context = getattr(error, "ctx", None)
    if context is not None:
        asked = f"{context.command_path} --help"
        told = f"想看用法，请运行：{asked}" if lang == "zh" else f"Try '{asked}' for help."
        parts = [context.get_usage(), *parts, told]
    return "\n".join(parts)


def _chinese(message: str) -> str:
    """Return a sentence of click's with the marks of Chinese, and without the brackets of a usage line."""
    quoted = _QUOTED.sub(lambda match: f"“{match[1].strip('[].')}”", message)
    return quoted.replace("”, “", "”、“").replace("。 ", "。").replace("”. ", "”。").rstrip("。.")


def _with_those_below(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            yield from _with_those_below(each, f"{path} {name}".strip())


def _help(told: Help, lang: str) -> str:
    paragraphs = [told.said[lang], *filter(None, (told.more[lang],))]
    if told.examples:
        width = max(len(run) for run, *_ in told.examples)
        lines = (_example(run, zh if lang == "zh" else en, width) for run, zh, en in told.examples)
        paragraphs.append("\b\n" + "\n".join((_EXAMPLES[lang], *lines)))
    return "\n\n".join(paragraphs)


def _example(run: str, said: str, width: int) -> str:
    return f"  {run:{width}}  # {said}" if said else f"  {run}"


def _translate(param: click.Parameter, context: click.Context, lang: str) -> None:
    if isinstance(param, click.Option) and param.help:
        param.help = half(_WRITTEN.setdefault(param, param.help), lang)
    metavar = param.make_metavar(context)
    if lang == "zh" and metavar in METAVARS:
        param.metavar = METAVARS[metavar]
    if lang == "zh" and isinstance(param.type, click.Path):
        # Several commands may share a type.
        param.type.name = SENTENCES.get(param.type.name, param.type.name)


def _teach_click() -> None:
    """Let click look its sentences up in our table, and set them as Chinese is set."""

    def one(sentence: str) -> str:
        return SENTENCES.get(sentence, sentence)

    def one_or_more(single: str, several: str, count: int) -> str:
        return one(single if count == 1 else several)

    ours: Mapping[str, object] = {"_": one, "ngettext": one_or_more}
    for name, module in tuple(sys.modules.items()):
        if name.startswith("click."):
            names = vars(module)
            names.update({word: ours[word] for word, old in _LOOKED_UP.items() if names.get(word) is old})
    vars(click.formatting)["term_len"] = columns
    click.Context.formatter_class = _Formatter


class _Formatter(click.HelpFormatter):
    """Sets headings and usage lines with Chinese colons."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}：\n")

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, SENTENCES["Usage:"] if prefix is None else prefix)
