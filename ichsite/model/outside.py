"""Addresses outside the site: of a shop, an account, a replay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from ichsite.model.reading import complaint
from ichsite.model.scalar import Refused, Scalar, halfwidth_hint
from ichsite.text.address import names_a_user
from ichsite.text.words import Words

_FORM = r"""https?://[^\s<>"'\\/?#][^\s<>"'\\]{2,399}"""


@dataclass(frozen=True)
class OutsideAddress(Scalar):
    """A whole `https://…` address without a user's name: `https://taobao.com@evil.example/` is not Taobao's."""

    def parse(self, text: str) -> str:
        if names_a_user(text):
            raise Refused(
                "address-with-user",
                Words(
                    "网址的域名前面有 @：它通到 @ 后面的网站，不是前面那个",
                    "the address has an @ before its host: it leads to what follows the @, not to what comes before",
                ),
                Words("从浏览器的地址栏重新复制", "copy it anew from the browser's address bar"),
            )
        if not re.fullmatch(_FORM, text):
            form = Words("网址，如 https://…", "an address such as https://…")
            raise Refused("wrong-form", Words(f"应写成{form.zh}", f"expected {form.en}"), halfwidth_hint(text))
        return text

    def schema(self) -> dict[str, Any]:
        form = Words("网址，如 https://…，域名前没有 @", "an address such as https://…, with no @ before its host")
        return {"type": "string", "pattern": rf"^(?!https?://[^/?#]*@)(?:{_FORM})$", **complaint(form)}


WebAddress = Annotated[str, OutsideAddress()]
