"""`python -m tools.diagnostics` writes the handbook's pages of codes: each with its reason, a failing and a mended sample.

An index and a page for each family of codes, in English (`diagnostics-yaml.md`) and in Chinese
(`diagnostics-yaml.zh-CN.md`), of the same texts as `ichsite explain`. `--check` only says whether they are current.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from ichsite.explain.excerpt import lines_of, saved_as
from ichsite.explain.explanation import Explanation, Sample
from ichsite.explain.family import FAMILIES
from ichsite.explain.library import by_family
from ichsite.explain.wording import FAILING, MENDED, NO_SAMPLE, SEVERITIES, WHAT_TO_DO, WHY
from ichsite.text.words import LANGUAGES, Language, Words

FOLDER = Path(__file__).resolve().parents[1] / "docs/content/pages"
NAME = "diagnostics"
"""The index, and how the names of all pages begin."""
_WRITTEN = "# written by `python -m tools.diagnostics`; a test holds it current"
_SECTION, _ORDER = "Diagnostics", 300
_TITLE = Words("提示代码", "Diagnostics")
_HEAD = Words(
    "`ichsite check`、`build`、`doctor` 和 `import` 的每一条提示都带一个代码，写在方括号里，例如 `error[yaml-tab]`。代码不会变，"
    "拿它来这里查：是什么意思，为什么要拦，错的和对的各是什么样，怎么改。\n\n"
    "在终端里也查得到：`ichsite explain yaml-tab`；不写代码就列出全部。错误拦下构建；警告不拦，加 `--strict` 才拦。",
    "Every finding of `ichsite check`, `build`, `doctor` and `import` has a code in square brackets, as in "
    "`error[yaml-tab]`. Codes do not change. Here is what each means, why it exists, how it looks failing and mended, and what to do.\n\n"
    "A terminal tells the same: `ichsite explain yaml-tab`, or without a code the whole list. An error stops a build; "
    "a warning does so only with `--strict`.",
)
_SUMMARY = Words(
    "每个代码是什么意思、为什么要拦、怎么改，带样例。",
    "What each code means, why it exists and what to do, with samples.",
)
_BACK = Words("全部代码", "All codes")
_FAULTY = Words("▶ 标出出错的一行。", "▶ marks the faulty line.")
_FENCES = {".md": "markdown", ".yaml": "yaml", ".html": "html"}


def pages() -> dict[str, str]:
    """The text of every page by its file's name."""
    families = by_family()
    made: dict[str, str] = {}
    for language in LANGUAGES:
        made[_file("index", language)] = _page(_index(families, language))
        for family, some in families.items():
            made[_file(family, language)] = _page(_family(family, some, language))
    return made


def written() -> dict[str, str]:
    """The pages of codes that lie in the handbook, by their file's name."""
    return {path.name: path.read_text("utf-8") for path in FOLDER.glob(f"{NAME}*.md")}


def _name(family: str) -> str:
    return NAME if family == "index" else f"{NAME}-{family}"


def _file(family: str, language: Language) -> str:
    return f"{_name(family)}.md" if language == "en" else f"{_name(family)}.{language}.md"


def _page(parts: Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _front(family: str, title: Words, language: Language) -> str:
    """The front matter; what says where a page stands is in the English one, the site's main language."""
    summary = (
        _SUMMARY
        if family == "index"
        else Words(f"{title.zh}：{_SUMMARY.zh}", f"{title.en}: {_SUMMARY.en[:1].lower()}{_SUMMARY.en[1:]}")
    )
    place = [f"section: {_SECTION}", f"order: {_ORDER + ['index', *FAMILIES].index(family)}"]
    return "\n".join(
        (
            "---",
            _WRITTEN,
            *([f"id: {_name(family)}"] if language == "en" else []),
            f"title: {json.dumps(title.said(language), ensure_ascii=False)}",
            f"summary: {json.dumps(summary.said(language), ensure_ascii=False)}",
            *(place if language == "en" else []),
            "---",
        )
    )


def _index(families: dict[str, tuple[Explanation, ...]], language: Language) -> Iterator[str]:
    yield _front("index", _TITLE, language)
    yield _HEAD.said(language)
    for family, some in families.items():
        page = _file(family, language)
        yield f"## {FAMILIES[family].said(language)}"
        yield " · ".join(f"[{one.code}]({page}#{one.code})" for one in some)


def _family(family: str, some: tuple[Explanation, ...], language: Language) -> Iterator[str]:
    yield _front(family, FAMILIES[family], language)
    marks = any(isinstance(one.sample, Sample) and one.sample.marked for one in some)
    faulty = f" {_FAULTY.said(language)}" if marks else ""
    yield f"[{_BACK.said(language)}]({_file('index', language)}){'。' if language == 'zh-CN' else '.'}{faulty}"
    for one in some:
        yield from _code(one, language)


def _code(told: Explanation, language: Language) -> Iterator[str]:
    yield f"## {told.code}"
    severity = SEVERITIES[told.severity].said(language)
    yield Words(f"**{told.says.zh}**（{severity}）", f"**{told.says.en}** ({severity})").said(language)
    yield _labelled(WHY, told.why, language)
    yield _labelled(WHAT_TO_DO, told.do, language)
    if not isinstance(told.sample, Sample):
        yield _labelled(
            NO_SAMPLE,
            Words(f"{told.sample.because.zh}。", f"{told.sample.because.en[:1].upper()}{told.sample.because.en[1:]}."),
            language,
        )
        return
    sample = told.sample
    saved = saved_as(sample.encoding)
    note = Words("", "") if saved is None else Words(f"（{saved.zh}）", f" ({saved.en})")
    yield Words(f"{FAILING.zh}：`{sample.file}`{note.zh}", f"{FAILING.en}: `{sample.file}`{note.en}").said(language)
    mark = {True: "▶ ", False: "  "} if sample.marked else {False: ""}
    yield _fenced(sample.file, [mark[line.marked] + line.shown for line in lines_of(sample.failing, sample.marked)])
    yield Words(f"{MENDED.zh}：", f"{MENDED.en}:").said(language)
    yield _fenced(sample.file, [line.shown for line in lines_of(sample.mended)])


def _labelled(label: Words, words: Words, language: Language) -> str:
    return Words(f"**{label.zh}**：{words.zh}", f"**{label.en}.** {words.en}").said(language)


def _fenced(file: str, lines: list[str]) -> str:
    kind = next((kind for ending, kind in _FENCES.items() if file.endswith(ending)), "text")
    return "\n".join([f"```{kind}", *(line.rstrip() for line in lines), "```"])


if __name__ == "__main__":
    texts = pages()
    lying = written()
    if "--check" in sys.argv:
        sys.exit(lying != texts)
    for gone in lying.keys() - texts.keys():
        (FOLDER / gone).unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, "utf-8")
