"""The files of a new content repository, beside its first programme.

In: who publishes. Out: texts by path.
"""

from importlib.resources import files

from pipeline.scaffold.programme import modeline

_SITE = """# 由谁发布、页脚印什么。
名称: {name}公示
# 网站的网址，二维码、订阅和网站地图要用；定下以后去掉行首的“# ”，改成自己的：
# 网址: https://gongshi.example/
联系: {name}
页脚:
  - 主办：{name}
"""


def repository(name: str) -> dict[str, str]:
    """Return the texts by path; `name` is who publishes."""
    place = files("pipeline").joinpath("data", "repository")
    return {
        "content/site.yml": modeline("site", "content/") + _SITE.format(name=name),
        ".gitignore": place.joinpath("gitignore").read_text(encoding="utf-8"),
        ".gitattributes": place.joinpath("gitattributes").read_text(encoding="utf-8"),
        "README.md": place.joinpath("README.md").read_text(encoding="utf-8"),
        "site_templates/README.md": place.joinpath("site_templates.md").read_text(encoding="utf-8"),
    }
