"""How a run speaks: its language, its sentences, its root, and what day it is.

In: options, the environment, the clock. Out: printed sentences, exit codes.
"""

import os
import sys
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli import deploy_words, desk_words, doctor_words, intake_words, new_words, verify_words

if TYPE_CHECKING:
    from traceback import FrameSummary

BEIJING = timezone(timedelta(hours=8))
CLEAN, FOUND, USAGE, OURS, INTERRUPTED, UNHEARD = 0, 1, 2, 3, 130, 141

_OWN_WORDS = "site_templates/messages.yml"

SAY = {
    "built": {
        "zh": "已生成网站：{where}（{as_of} 的网站；写入 {written} 个文件，删除 {removed} 个，{unchanged} 个未变）",
        "en": "site built: {where} (as of {as_of}; {written} files written, {removed} removed, {unchanged} unchanged)",
    },
    "building": {"zh": "正在生成", "en": "building"},
    "site_digest": {
        "zh": "网站摘要：{digest}（gongshi verify 可核对已发布的文件夹）",
        "en": "digest of the site: {digest} (`gongshi verify` compares a published folder)",
    },
    "not_built": {
        "zh": "没有发布，原来的网站保持不变：{summary}",
        "en": "nothing was published, the last good site stays: {summary}",
    },
    "next_mend": {
        "zh": "请按上面的提示修改，然后再运行一次。想了解某个问题，可运行：gongshi check --explain 编号",
        "en": "mend what is said above and run again; `gongshi check --explain CODE` tells more",
    },
    "next_check": {"zh": "下一步：gongshi check 检查内容", "en": "next: `gongshi check`"},
    "next_build_site": {
        "zh": "下一步：gongshi build 生成网站；gongshi status 看各申报到了哪一步",
        "en": "next: `gongshi build` makes the site; `gongshi status` tells where everything stands",
    },
    "next_schema": {
        "zh": "下一步：用 VS Code（装上 YAML 扩展）打开这个文件夹，填写时就有提示",
        "en": "next: open this folder in VS Code with the YAML extension",
    },
    "next_serve": {
        "zh": "下一步：gongshi serve --open 在浏览器中查看；{where} 这个文件夹就是可以公布的网站",
        "en": "next: `gongshi serve --open` shows it in the browser; the folder {where} is what is published",
    },
    "rebuilt": {
        "zh": "已更新：{where}（{as_of} 的网站，写入 {written} 个文件）",
        "en": "updated: {where} (as of {as_of}, {written} files written)",
    },
    "serving": {
        "zh": "网站在 {address} ，内容一改，网页自动更新；办理一览在 {address}__gongshi/status ，只有本机能打开。"
        "按 Ctrl+C 结束",
        "en": "serving at {address}, pages reload on change; the desk is at {address}__gongshi/status, "
        "for this machine only. Ctrl+C ends it",
    },
    "serving_openly": {
        "zh": "网站在 {address} ，内容一改，网页自动更新。按 Ctrl+C 结束\n"
        "注意：--host {host} 让能连到这台电脑的人都能打开这个网站，还没有公布的内容他们也看得到；办理一览因此不提供",
        "en": "serving at {address}, pages reload on change. Ctrl+C ends it\n"
        "warning: with --host {host}, whoever can reach this machine sees the site, also what is not published yet; "
        "the desk is therefore not served",
    },
    "watching": {
        "zh": "正在留意 {where} 的改动。按 Ctrl+C 结束",
        "en": "watching {where}. Ctrl+C ends it",
    },
    "no_port": {
        "zh": "不能在 {host} 上服务：端口 {port} 起一连二十个都被占用，或者这台电脑没有这个地址；"
        "请用 --port 另选端口，或去掉 --host",
        "en": "cannot serve on {host}: twenty ports from {port} on are taken, or this machine has no such address; "
        "choose another --port, or leave --host out",
    },
    "no_brotli": {
        "zh": "--compress 需要 brotli 库，这台机器上没有安装。请运行：{command}，然后重试",
        "en": "--compress needs the brotli library, which is not installed: run {command} and try again",
    },
    "schemas": {
        "zh": "已写入 {count} 份编辑器用的填写提示：{where}",
        "en": "{count} schemas for editors written: {where}",
    },
    "schemas_failed": {
        "zh": "编辑器用的填写提示没有写完：{where}（{reason}）。腾出空间或改正权限后，再运行一次 gongshi schema",
        "en": "the schemas for editors could not all be written: {where} ({reason}); "
        "make room or mend the permissions, and run `gongshi schema` again",
    },
    "no_schema": {
        "zh": "没有这个项目，或它的 programme.yml、notice.md、form.yml 有错误：{slug}",
        "en": "there is no such programme, or its programme.yml, notice.md or form.yml has errors: {slug}",
    },
    "settings_added": {
        "zh": "已在 {where} 中补上 {count} 项，其余设置不变",
        "en": "{count} entries were added to {where}; the other settings stay",
    },
    "schema_settings": {
        "zh": "{where} 里还没有下面几行；请加到 “{name}” 之下，编辑器才会在这些文件里提示：\n{lines}",
        "en": "{where} lacks these lines; add them under “{name}” so that the editor helps in those files:\n{lines}",
    },
    "handbook": {
        "zh": "已生成使用手册，用浏览器打开：",
        "en": "the handbook (in Chinese) is written; open it in a browser:",
    },
    "no_handbook": {"zh": "没有生成使用手册：{summary}", "en": "the handbook was not written: {summary}"},
    "no_pictures": {
        "zh": "这一份没有配图；在源代码的文件夹里运行 make handbook，会用浏览器拍下各个页面",
        "en": "it has no pictures; in a checkout, `make handbook` takes them with a browser",
    },
    "no_content": {
        "zh": "这里没有 content 文件夹：{where}\n请在内容仓库里运行，或用 --root 指明文件夹",
        "en": "there is no content folder at {where}\nrun this inside a content repository, or name it with --root",
    },
    "interrupted": {
        "zh": "已中断。网站和文件都不会只写一半，原来的保持不变",
        "en": "interrupted; nothing is left half-written, what was there stays",
    },
    "bad_day": {"zh": "日期应写成 YYYY-MM-DD，例如 2020-12-14", "en": "write the day as YYYY-MM-DD"},
    "bad_event": {"zh": "没有这个事项，可选：{words}", "en": "no such event; write one of: {words}"},
    "completion_how": {
        "zh": "下一步：gongshi completion {shell} 给出 {shell} 的补全脚本，怎样装上见 gongshi completion --help",
        "en": "next: `gongshi completion {shell}` prints the script for {shell}; --help tells where it goes",
    },
    "no_code": {"zh": "没有这个编号：{code}", "en": "there is no finding {code}"},
    "no_path": {"zh": "没有这个文件：{path}", "en": "there is no such file: {path}"},
    "ours": {
        "zh": "程序内部错误（X900）：{kind}，位于 {place}。这不是您的内容造成的，请把这一行告诉维护者；加 -v 可看详情",
        "en": "internal error (X900): {kind} at {place}. This is our fault; please report this line; -v shows more",
    },
    **deploy_words.SAY,
    **desk_words.SAY,
    **intake_words.SAY,
    **new_words.SAY,
    **verify_words.SAY,
    **doctor_words.SAY,
}


def language(chosen: str | None) -> str:
    """Return `zh` or `en`: the one chosen, else English under an English locale, else Chinese."""
    if chosen:
        return chosen
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next((each for each in names if each), None) or _windows_locale()
    return "en" if name.lower().startswith("en") else "zh"


def _windows_locale() -> str:
    """Return the user's language on Windows, which sets no variable; elsewhere an unset variable means nothing."""
    if sys.platform != "win32":
        return ""
    import locale  # noqa: PLC0415  # needed there only

    return locale.getlocale()[0] or ""


def today() -> date:
    """Return the day it is in China (UTC+8)."""
    return datetime.now(BEIJING).date()


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that the text names; fail as a usage error where it names none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(said(ctx, "bad_day"), param, ctx)


def reword(root: Path) -> None:
    """Say findings in the office's own words, where it has written some."""
    if not (root / _OWN_WORDS).exists():
        return
    from pipeline import content, messages  # noqa: PLC0415

    messages.reword(content.own_words.of(root))


def colours(surroundings: Mapping[str, str]) -> bool | None:
    """Return whether to write colours: never, always, or (None) on a terminal. Rules: no-color.org, force-color.org."""
    if surroundings.get("NO_COLOR") or surroundings.get("TERM") == "dumb":
        return False
    return True if surroundings.get("FORCE_COLOR") else None


def said(ctx: click.Context | None, key: str, **words: object) -> str:
    """Return a sentence in the language of a run that is still being understood."""
    talk = ctx.obj if ctx else None
    lang = talk.lang if isinstance(talk, Talk) else language(None)
    return SAY[key][lang].format_map(words)


class Talk:
    """How this run speaks: its language, how much, and from which root."""

    def __init__(self, root: Path | None, lang: str, quiet: bool, verbose: bool) -> None:
        self.lang, self.quiet, self.verbose = lang, quiet, verbose
        self._root = root

    @property
    def root(self) -> Path:
        """The folder that holds content/: the one named, else the nearest one upwards from here."""
        found = self.found
        if found is None:
            self.say("no_content", where=self._root or Path.cwd())
            sys.exit(USAGE)
        reword(found)
        return found

    @property
    def root_or_here(self) -> Path:
        """The folder that holds content/, or is to hold it."""
        return self.found or (self._root or Path.cwd()).resolve()

    @property
    def found(self) -> Path | None:
        """The folder that holds content/, None where there is none."""
        here = self._root or Path.cwd()
        for folder in (here, *(() if self._root else here.parents)):
            if (folder / "content").is_dir():
                return folder.resolve()
        return None

    def say(self, key: str, **words: object) -> None:
        """Print a sentence to stderr."""
        click.echo(self.words(key, **words), err=True)

    def words(self, key: str, **words: object) -> str:
        """Return a sentence in the run's language."""
        return SAY[key][self.lang].format_map(words)

    def tell(self, key: str, **words: object) -> None:
        """Print a sentence to stderr unless the run is quiet."""
        if not self.quiet:
            self.say(key, **words)

    def confess(self, error: BaseException) -> None:
        """Say where we failed without a word of the content: a traceback could print a submitted value."""
        import traceback  # noqa: PLC0415  # hardly ever needed

        frames = traceback.extract_tb(error.__traceback__)
        self.say("ours", kind=type(error).__name__, place=_place(frames[-1]))
        if self.verbose:
            for frame in frames:
                click.echo(f"    {_place(frame)} {frame.name}", err=True)


def _place(frame: "FrameSummary") -> str:
    return f"{Path(frame.filename).name}:{frame.lineno}"
