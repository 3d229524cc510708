"""What is wrong with promises: a file that cannot be read, one that was changed, one that is gone, two with one version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ichsite.brief.promise import Offered, PromiseName
from ichsite.brief.terms import TermsRefused
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Words

BROKEN, MISSING = "promise-broken", "promise-missing"
NAMED = 8
"""So many of many are named one by one."""
_LEDGER = "content/permalinks.yaml"
_RESTORE = Words(
    "从版本库取回这个文件（git checkout content/promises）；承诺过的话不能改，要改就改作品的文件，会另成一版",
    "restore the file from version control (git checkout content/promises); what was promised cannot be changed: change "
    "the craft's own file, and that becomes another version",
)


def broken(path: str, refused: TermsRefused) -> Diagnostic:
    """A promise that cannot be read."""
    where = Words(f"（{refused.at}）", f" ({refused.at})") if refused.at else Words("", "")
    what = Words(
        f"这份发布过的承诺读不出来{where.zh}：{refused.why.zh}",
        f"this promise, which was published, cannot be read{where.en}: {refused.why.en}",
    )
    return error(BROKEN, Place(path), what, _RESTORE)


def changed(path: str, own: PromiseName) -> Diagnostic:
    """A promise whose contents are not what its name says."""
    what = Words(
        f"内容和文件名对不上：按内容应是 {own.craft}、{own.tier}、{own.version}，有人改过",
        f"it is not what its name says: by its contents it is {own.craft}, {own.tier}, {own.version}; somebody changed it",
    )
    return error(BROKEN, Place(path), what, _RESTORE)


def met(names: Iterable[PromiseName], offered: Mapping[Offered, str]) -> Iterator[Diagnostic]:
    """Two offers whose promises have one version, by chance: of a million versions, one time in two."""
    of: dict[str, Offered] = {}
    for offer, version in (*((name.offer, name.version) for name in names), *offered.items()):
        if (other := of.setdefault(version, offer)) != offer:
            what = Words(
                f"{offer[0]}（{offer[1]}）和 {other[0]}（{other[1]}）的承诺碰巧是同一个版本号 {version}",
                f"the promises of {offer[0]} ({offer[1]}) and {other[0]} ({other[1]}) have one version by chance, {version}",
            )
            help = Words(
                "在新的那件里改一个字，版本号就不同了", "change a word in the newer one: its version is another then"
            )
            yield error(BROKEN, Place(PromiseName(*offer, version).path), what, help)


def lost(versions: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Promises that were published and whose files are there no longer; not all of many are named."""
    for version in versions[:NAMED]:
        what = Words(
            f"承诺 {version} 发布过，content/promises/ 里却没有它的文件了",
            f"the promise {version} was published, and content/promises/ has no file of it any more",
        )
        help = Words(
            f"从版本库取回（git checkout content/promises）；没有的话，网站上的 /promises/{version}/terms.json 里还有它的内容",
            f"restore it from version control (git checkout content/promises); where there is none, the published site still "
            f"has its contents at /promises/{version}/terms.json",
        )
        yield error(MISSING, Place(_LEDGER), what, help)
