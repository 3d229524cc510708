"""invitation-incomplete: who invites buyers to show what they received says where to send it and how consent works.

Passes: `invitation` with `places`, and with `consent: {words: …, scope: [words, pictures], withdraw: …}`.
Fails: no `places`; a form without its address; no `consent`.
Source: Personal Information Protection Law 个人信息保护法 arts. 14, 15, 17 (informed consent; the way to take it back is
told beforehand); DOMAIN.md, spread co-creation.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "invitation-incomplete"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """The invitation in the site's settings."""
    site = whole.catalog.site
    if (invitation := site.value.invitation) is None:
        return
    if not invitation.places:
        yield error(
            CODE,
            FieldOf(site.path, ("invitation",), at_key=True),
            Words("请买家晒，却没写发到哪里", "buyers are asked to show theirs, and not told where to send it"),
            Words(
                "写 `places`：哪个平台、群、表单或话题，怎么发",
                "write `places`: which platform, group, form or hashtag, and how",
            ),
        )
    for at, place in enumerate(invitation.places):
        if place.where == "form" and place.url is None:
            yield error(
                CODE,
                FieldOf(site.path, ("invitation", "places", at, "where")),
                Words("说是填表单，却没有表单的网址", "it says to fill in a form, and has no address of one"),
                Words("加上 `url: https://…`", "add `url: https://…`"),
            )
    if invitation.consent is None:
        yield error(
            CODE,
            FieldOf(site.path, ("invitation",), at_key=True),
            Words("请买家晒，却没写怎么算同意", "buyers are asked to show theirs, and not told what they agree to"),
            Words(
                "写 `consent`：`words` 怎么问，`scope` 同意什么，`withdraw` 怎样撤回",
                "write `consent`: `words` (what is asked), `scope` (what for), `withdraw` (how it is taken back)",
            ),
        )
