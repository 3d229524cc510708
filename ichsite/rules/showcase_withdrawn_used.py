"""showcase-withdrawn-used: a picture of a showcase that was withdrawn stands on no other page either.

Passes: a post with pictures of its own.
Fails: a post with `![…](/showcases/vase-1/photo-1.jpg)` where `vase-1` has `withdrawn`.
Source: Personal Information Protection Law 个人信息保护法 arts. 15 and 47; Civil Code 民法典 art. 1019.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.rules.picture_missing import used_pictures
from ichsite.rules.showcase_withdrawn_kept import holds
from ichsite.rules.whole import Whole
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.words import Words

CODE = "showcase-withdrawn-used"


def check(whole: Whole) -> Iterator[Diagnostic]:
    """Every picture of the site, held against the folders of what was withdrawn."""
    if not (withdrawn := whole.catalog.withdrawn):
        return
    for use in used_pictures(whole):
        path = use.path
        if path is not None and any(holds(record, path) for record in withdrawn):
            yield error(
                CODE,
                use.where,
                Words(
                    f"{path} 是买家撤下的那份买家秀里的图，这里还在用",
                    f"{path} belongs to a showcase that its buyer withdrew, and is still shown here",
                ),
                Words("换一张图，或删掉这一处", "use another picture, or take it out here"),
            )
