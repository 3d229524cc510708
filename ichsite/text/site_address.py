"""Addresses of this site as a person writes them down: an alias in a front matter, a line of the ledger."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from ichsite.text.address import UrlPath, slug_fault
from ichsite.text.words import LANGUAGES, Words

OWN_STEPS = frozenset({"assets", "api", "s", "overlay", "kit", *(language.casefold() for language in LANGUAGES)})
"""First steps of addresses that the site makes itself, the trees of its languages among them, now or later."""
_PAGE_ENDINGS = (".html", ".htm")
_LONGEST_BYTES = 400
_DECODINGS = 4


class NoAddress(ValueError):
    """A text that is no address of a page of this site: why, in both languages."""

    def __init__(self, why: Words) -> None:
        super().__init__(why.en)
        self.why = why


def site_address(text: str) -> UrlPath:
    """`/old/vase` is `/old/vase/`, raw and in NFC; `/old.html` stays. Raises NoAddress for whatever leads elsewhere.

    The text is decoded until nothing is left to decode, so that no disguise of `..` or `//` gets through.
    """
    plain = unicodedata.normalize("NFC", text.strip())
    for _ in range(_DECODINGS):
        plain = unicodedata.normalize("NFC", unquote(plain))
    if not plain.startswith("/"):
        raise NoAddress(Words("要从 / 写起，只写域名后面的部分", "it must start with /, without the host"))
    if "?" in plain or "#" in plain:
        raise NoAddress(
            Words("不能带 ? 或 #，静态网站分不出来", "it may have no ? and no #: static hosts do not see them")
        )
    if "\\" in plain or "%" in plain:
        raise NoAddress(Words("里面有反斜杠或解不开的 %", "it has a backslash, or a % that cannot be decoded"))
    if len(plain.encode("utf-8", "surrogatepass")) > _LONGEST_BYTES:
        raise NoAddress(Words("太长", "it is too long"))
    folder = plain.endswith(("/", "/index.html"))
    steps = plain.removeprefix("/").removesuffix("index.html").removesuffix("/").split("/")
    if steps == [""]:
        raise NoAddress(Words("首页永远在那里，不能另作他用", "the home page stays what it is"))
    _check(steps, folder=folder)
    inner = "/".join(steps)
    return UrlPath(f"/{inner}" if inner.endswith(_PAGE_ENDINGS) and not folder else f"/{inner}/")


def _check(steps: list[str], *, folder: bool) -> None:
    if steps[0].casefold() in OWN_STEPS:
        what = steps[0]
        raise NoAddress(Words(f"/{what}/ 是网站自己要用的", f"/{what}/ is what the site needs for itself"))
    for step in steps:
        fault = slug_fault(step)
        if fault in ("empty", "dot") or step in (".", ".."):
            raise NoAddress(Words("有一段是空的，或者是点", "one of its steps is empty, or dots"))
        if fault is not None and fault != "reserved":
            raise NoAddress(Words(f"“{step}”不能放进网址", f"`{step}` cannot stand in an address"))
    last = None if folder else re.search(r"\.([A-Za-z0-9]{1,6})$", steps[-1])
    if last is not None and f".{last[1].lower()}" not in _PAGE_ENDINGS:
        raise NoAddress(
            Words(
                f"静态网站发不出 .{last[1]} 的转向页，只能是文件夹或 .html",
                f"a static host cannot answer .{last[1]} with a page; a folder or .html it can",
            )
        )
