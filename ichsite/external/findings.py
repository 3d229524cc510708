"""What became of outside links, as findings at the places where they stand. Warnings all: the net is not the author's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ichsite.external.ask import REDIRECTS, Answer
from ichsite.text.diagnostic import Diagnostic, Related, warning
from ichsite.text.place import Where
from ichsite.text.words import Words

_RELATED = 5
_LATER = Words("过一阵再试；一直这样就换个链接", "try again later; if it stays so, link elsewhere")
_LOOK = Words(
    "在浏览器里打开看看，换成现在的网址，或去掉", "open it in a browser; write its present address, or remove it"
)


def outside_findings(uses: Mapping[str, Sequence[Where]], answers: Mapping[str, Answer]) -> Iterator[Diagnostic]:
    """One finding for each address that does not answer as it should; its other places are named with it."""
    for url, places in uses.items():
        if (answer := answers.get(url)) is None or (told := _told(url, answer)) is None:
            continue
        code, message, help = told
        also = Words("这里也用了它", "used here too")
        yield warning(code, places[0], message, help, tuple(Related(one, also) for one in places[1 : 1 + _RELATED]))


def _told(url: str, answer: Answer) -> tuple[str, Words, Words | None] | None:
    status, target = answer.status, answer.target
    if answer.outcome == "gone":
        return "outside-gone", Words(f"{url} 没有了（{status}）", f"{url} is gone ({status})"), _LOOK
    if answer.outcome == "moved":
        return (
            "outside-moved",
            Words(f"{url} 永久搬到了 {target}", f"{url} has moved for good to {target}"),
            Words(f"改成 {target}", f"write {target}"),
        )
    if answer.outcome == "busy":
        after = (f"，说要等 {answer.wait}", f", and says to wait: {answer.wait}") if answer.wait else ("", "")
        return (
            "outside-busy",
            Words(
                f"{url} 那边嫌问得太多（429{after[0]}），这一家的其他链接也没再问",
                f"{url}: asked too often (429{after[1]}); its host was not asked again",
            ),
            Words("过一阵再试", "try again later"),
        )
    if answer.outcome == "failing":
        return "outside-failing", Words(f"{url} 那边出了错（{status}）", f"{url}: the server fails ({status})"), _LATER
    if answer.outcome == "slow":
        return "outside-slow", Words(f"{url} 迟迟没有回音", f"{url} does not answer in time"), _LATER
    if answer.outcome == "unreachable":
        return (
            "outside-unreachable",
            Words(
                f"连不上 {url}：域名、端口或证书不对",
                f"{url} cannot be reached: its name, port or certificate is wrong",
            ),
            _LOOK,
        )
    if answer.outcome == "astray":
        return (
            "outside-astray",
            Words(
                f"{url} 转来转去到不了（超过 {REDIRECTS} 次、绕圈，或不再是网址：{target}）",
                f"{url} is sent on and on (over {REDIRECTS} times, in a circle, or to what is no web address: {target})",
            ),
            _LOOK,
        )
    if answer.outcome == "inside":
        return (
            "outside-inside",
            Words(
                f"{url} 在内网或本机上，买家打不开，也不去试",
                f"{url} is on this machine or a private network: no buyer can open it; not tried",
            ),
            Words("换成公开的网址", "write a public address"),
        )
    return None
