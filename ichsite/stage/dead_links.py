"""Dead links as findings: at the theme's line where a template writes the address itself, else at what the page is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ichsite.render.theme import ThemeFiles
from ichsite.text.address import BaseUrl
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import Place
from ichsite.text.words import Words
from ichsite.verify.dead import DeadLink

CODE = "dead-link"
_HREF = Words(
    '主题里的地址要写成 {{ "/crafts/"|href }}，站点搬到哪里都通',
    'a theme writes {{ "/crafts/"|href }}, which leads there wherever the site lives',
)


@dataclass(frozen=True)
class Origin:
    """Where a published file comes from: its address, the content file that it stands for, its template if any."""

    address: str
    owner: str
    template: str = ""


def dead_link_findings(
    dead: Iterable[DeadLink], origins: Mapping[str, Origin], files: ThemeFiles, base: BaseUrl
) -> Iterator[Diagnostic]:
    """One finding for each dead place, however many pages name it."""
    for one in dead:
        origin = origins.get(one.file, Origin(f"/{one.file}", one.file))
        template = _template_place(one, files)
        owner = Related(
            Place(origin.owner), Words("第一个写着它的页面由此而来", "the first page that names it is made of this")
        )
        rendered = (Related(Place(_file_of(files, origin.template)), Words("由这个模板排版", "by this template")),)
        related = (*((owner,) if template is not None else ()), *(rendered if origin.template else ()))
        yield error(CODE, template or Place(origin.owner), _message(one, origin, base), _help(one, template), related)


def _message(one: DeadLink, origin: Origin, base: BaseUrl) -> Words:
    path, _, anchor = one.target.partition("#")
    what = {
        "page": Words(f"{one.target} 打不开，站里没有这一页", f"nothing answers at {one.target}"),
        "case": Words(
            f"{one.target} 打不开，只差大小写", f"nothing answers at {one.target}: only the letter case differs"
        ),
        "anchor": Words(f"{path} 那一页上没有“{anchor}”这个位置", f"{path} has no place `{anchor}`"),
        "place": Words(f"这一页上没有“{anchor}”这个位置", f"this page has no place `{anchor}`"),
        "astray": Words(
            f"{one.target} 跑出了站点所在的 {base.path}", f"{one.target} leads out of {base.path}, where the site lives"
        ),
    }[one.why]
    others = one.files - 1
    more = Words(f"，另有 {others:,} 页也是" if others else "", f", and {others:,} more do" if others else "")
    return Words(
        f"死链：{what.zh}（{origin.address} 上有这个链接{more.zh}）",
        f"a dead link: {what.en} ({origin.address} has this link{more.en})",
    )


def _help(one: DeadLink, template: Place | None) -> Words | None:
    if one.why == "astray":
        return _HREF
    if one.meant is not None:
        return Words(f"是不是想写 `{one.meant}`？", f"did you mean `{one.meant}`?")
    if template is not None:
        return Words("改掉主题里的这个地址，或让那一页回来", "change this address in the theme, or bring the page back")
    return None


def _template_place(one: DeadLink, files: ThemeFiles) -> Place | None:
    """The line of the theme where the address stands as it is, if it does."""
    path, hash, anchor = one.target.partition("#")
    forms = [form for form in (one.target, path) if len(form) > 1]
    if one.why == "place":
        forms = [f'"#{anchor}"', f"'#{anchor}'"]
    elif hash and one.why == "anchor":
        forms = [one.target, f"#{anchor}"]
    for form in forms:
        for name, text in files.templates:
            if ":" not in name and (at := _standing(text, form)) >= 0:
                line = text.count("\n", 0, at) + 1
                column = at - text.rfind("\n", 0, at)
                return Place(_file_of(files, name), line, column, column + len(form))
    return None


def _standing(text: str, form: str) -> int:
    """Where an address stands in a template: whole, between quotes, or going on with `?` or `#`; -1 where it does not."""
    at = text.find(form)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(form) : at + len(form) + 1]
        if form.startswith(("'", '"')) or (before in ("'", '"', "=") and after in ("'", '"', "#", "?", " ", ">")):
            return at
        at = text.find(form, at + 1)
    return -1


def _file_of(files: ThemeFiles, template: str) -> str:
    return dict(files.origins).get(template, f"{files.place}/{template}")
