"""The files of a new programme, made from a model by a few answers.

In: the name of a model, answers. Out: texts by path. The model's own notice and form stay, for staff to change line by
line: what a notice says cannot be guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

FOLDER = "content/programmes"
MODELS: Mapping[str, str] = {
    "zhuanjia": "专家推荐：个人，有照片和子表，逐级三栏意见，按推荐单位分配名额",
    "danwei": "单位申报：候选对象是单位，逐项评分，有材料清单",
}
"""The models by name, with what each is for."""

_FILES = ("programme.yml", "form.yml", "notice.md", "certification.md")
_HEAD = "# 照样例“{model}”建立。请从上到下逐项改成自己的，改一处运行一次 gongshi check。\n"
_ODD = re.compile(r"[:#\[\]{},&*!|>%@`]|^[-?]")
_LEFT_OUT = ("文号", "发布时间")


@dataclass(frozen=True, slots=True)
class Answers:
    """What is asked of a new programme: its name, who issues the notice, the notice's day, the last day for forms."""

    name: str
    issuer: str
    on: date
    deadline: date


def programme(slug: str, model: str, answers: Answers) -> dict[str, str]:
    """Return the texts of a new programme's files by path; `model` is one of `MODELS`."""
    told = {
        "programme.yml": {"名称": answers.name, "系列": answers.name, "截止": answers.deadline.isoformat()},
        "notice.md": {
            "标题": f"{answers.issuer}关于开展{answers.name}工作的通知",
            "发文单位": answers.issuer,
            "成文日期": f"{answers.on.year}年{answers.on.month}月{answers.on.day}日",
        },
        "certification.md": {"发文单位": answers.issuer},
    }
    place = files("pipeline").joinpath("models", model)
    texts = {name: place.joinpath(name).read_text(encoding="utf-8") for name in _FILES}
    made = {name: _with(text, told.get(name, {})) for name, text in texts.items()}
    made["programme.yml"] = _HEAD.format(model=model) + made["programme.yml"].partition("\n")[2]
    for name in ("programme", "form"):
        made[f"{name}.yml"] = modeline(name, f"{FOLDER}/{slug}/") + made[f"{name}.yml"]
    return {f"{FOLDER}/{slug}/{name}": text for name, text in made.items()}


def modeline(schema: str, folder: str) -> str:
    """Return the line by which editors of any make find the schema of a file in `folder`."""
    return f"# yaml-language-server: $schema={'../' * folder.count('/')}.vscode/schemas/{schema}.json\n"


def _with(text: str, told: Mapping[str, str]) -> str:
    """Return the model's text with these values at its top-level keys; a comment behind a value stays."""
    for key, value in told.items():
        written = f"{key}: '{value}'" if _ODD.search(value) else f"{key}: {value}"
        line = re.compile(rf"^{key}: [^#\n]*?(\s+#.*)?$", re.MULTILINE)
        text = line.sub(lambda match, said=written: f"{said}{match[1] or ''}", text, count=1)  # type: ignore[misc]
    for key in _LEFT_OUT:
        text = re.sub(rf"^{key}: .*\n", "", text, count=1, flags=re.MULTILINE)
    return text
