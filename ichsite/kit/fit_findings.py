"""What the author is told where a text does not fit its field, with the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ichsite.kit.fitting import Fitted
from ichsite.kit.plain import one_line
from ichsite.kit.platform_text import PlatformText
from ichsite.text.diagnostic import Diagnostic, error, warning
from ichsite.text.place import Place
from ichsite.text.words import Words

_TITLE, _DESCRIPTION = Words("标题", "title"), Words("描述", "description")


def fit_findings(title: str, path: str, texts: Iterable[PlatformText]) -> Iterator[Diagnostic]:
    """`kit-too-long` where not even what must be said fits, `kit-hidden` where part of it stands behind “more”."""
    named = one_line(title)
    for text in texts:
        for part, fitted in ((_TITLE, text.title), (_DESCRIPTION, text.description)):
            if not fitted.fits:
                yield _too_long(named, path, text.platform, part, fitted)
        shown = text.description.shown
        if text.description.hidden and shown is not None:
            yield warning(
                "kit-hidden",
                Place(path),
                Words(
                    f"{named}：{text.platform} 展开前只显示 {shown.most}（{shown.counted_in}），链接、交期和偶然提示露不全",
                    f"{named}: {text.platform} shows {shown.most} ({shown.counted_in}) before “more”, and part of the"
                    " link, the window or the notice stands behind it",
                ),
                Words("换一个短的域名，或把话写短", "take a shorter host name, or say it shorter"),
            )


def _too_long(named: str, path: str, platform: str, part: Words, fitted: Fitted) -> Diagnostic:
    most, needed, unit = fitted.limit.most, fitted.essential, fitted.limit.counted_in
    return error(
        "kit-too-long",
        Place(path),
        Words(
            f"{named}：{platform} 的{part.zh}最多 {most}，非写不可的就有 {needed}（{unit}），所以没有写",
            f"{named}: the {part.en} for {platform} takes {most}, what must be in it is {needed} ({unit}); there is none",
        ),
        Words(
            "把标题写短，或自己另写一条；上限变了就改 site.yaml 的 `platform_limits`",
            "shorten the title or write this one by hand; where the limit has changed, say so in `platform_limits` of site.yaml",
        ),
    )
