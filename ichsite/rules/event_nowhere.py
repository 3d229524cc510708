"""event-nowhere: whoever reads of an event knows where to go, and how to get in.

Passes: `place: {name: 作坊二楼}`; `online: {platform: douyin}`; a workshop of 12 places with `sign_up`.
Fails: neither a place nor online; places that are counted, and nothing said of how to sign up; a form without its address.
Source: DOMAIN.md, spread co-creation: workshops and quizzes are come to; the site is static and takes no names.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "event-nowhere"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every event; how to sign up is asked of what can still be come to."""
    for event in whole.catalog.events:
        value = event.value
        if value.online is None and value.place is None:
            yield error(
                CODE,
                FieldOf(event.path, ("title",)),
                Words("既没写地方，也没写在哪个平台", "it names neither a place nor a platform"),
                Words(
                    "写 `place`（地方、地址、怎么去）或 `online`（平台、网址），也可以两个都写",
                    "write `place` (its name, address, how to get there) or `online` (platform, address), or both",
                ),
            )
        if value.places is not None and not value.sign_up and value.state(whole.today) in ("upcoming", "running"):
            yield error(
                CODE,
                FieldOf(event.path, ("places",)),
                Words("名额有限，却没写怎么报名", "its places are counted, and nothing says how to sign up"),
                Words(
                    "写 `sign_up`：哪个平台、群、表单，怎么报",
                    "write `sign_up`: which platform, group or form, and how",
                ),
            )
        for at, way in enumerate(value.sign_up):
            if way.where == "form" and way.url is None:
                yield error(
                    CODE,
                    FieldOf(event.path, ("sign_up", at, "where")),
                    Words("说是填表单，却没有表单的网址", "it says to fill in a form, and has no address of one"),
                    Words("加上 `url: https://…`", "add `url: https://…`"),
                )
