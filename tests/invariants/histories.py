"""Histories: what authors do to a site over the years, and what every address that was ever published must still do.

All chance comes from the given generator. Every step leaves a site that builds.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

NAMES = ("vase", "bowl", "灯", "清词", "青瓷", "vase-two", "plate", "壶", "lamp-2", "Stone")
TAGS = ("青瓷", "清词", "花器", "礼物", "茶席", "silver")
KINDS = {"crafts": "index.md", "posts": None, "showcases": "showcase.yaml", "masters": "index.md"}


@dataclass
class Author:
    """A person at work on a site: what lies in the drawer can be put back."""

    root: Path
    chance: random.Random
    drawer: list[tuple[str, Path]] = field(default_factory=list[tuple[str, Path]])
    counter: int = 0
    done: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        """What points at crafts by their folders is left out, but for showcases, whose references follow."""
        _edit(self.root / "content/streams/evening.md", r"^crafts:\n(  - .*\n)+", "")
        (self.root.parent / "evening.md").write_bytes((self.root / "content/streams/evening.md").read_bytes())
        _edit(self.root / "content/posts/first.md", r"^crafts: .*$", "crafts: []")
        _edit(self.root / "content/posts/first.md", r"^见.*$", "一窑有四色。")
        for asked in ("designs/neck/index.md", "ideas/mouth.yaml", "polls/mouth.yaml"):
            for pattern in (r"^crafts: .*\n", r"^ +threshold: .*\n", r"^ +became: .*\n"):
                _edit(self.root / "content" / asked, pattern, "")

    def folder(self, kind: str) -> Path:
        return self.root / "content" / kind

    def crafts(self) -> list[Path]:
        return sorted(self.folder("crafts").iterdir())

    def posts(self) -> list[Path]:
        return sorted(self.folder("posts").glob("*.md"))

    def free_name(self, kind: str) -> str | None:
        """A name that no item of the kind has, nor ever had but for letter case."""
        used = self.ever.setdefault(kind, {"vase", "plaque", "first"})
        names = [name for name in NAMES if name.casefold() not in used]
        if not names:
            return None
        name = self.chance.choice(names)
        used.add(name.casefold())
        return name

    ever: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def step(self) -> None:
        """One or two things that authors do."""
        for act in self.chance.sample(ACTS, self.chance.choice((1, 1, 2))):
            act(self)
            self.done.append(act.__name__)


def _edit(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(pattern, lambda _: new, text, count=1, flags=re.MULTILINE), "utf-8")


def _refer(author: Author, old: str, new: str | None) -> None:
    """References follow a craft's folder, or go with it."""
    for showcase in sorted(author.folder("showcases").iterdir()):
        path = showcase / "showcase.yaml"
        if f"craft: {old}\n" in path.read_text("utf-8"):
            if new is None:
                shutil.rmtree(showcase)
            else:
                _edit(path, r"^craft: .*$", f"craft: {new}")


def add_craft(author: Author) -> None:
    if (name := author.free_name("crafts")) is None:
        return
    target = author.folder("crafts") / name
    shutil.copytree(author.chance.choice(author.crafts()), target)
    author.counter += 1
    page = target / "index.md"
    _edit(page, r"^(id: .*\n)?title: .*$", f"id: craft-{author.counter}\ntitle: 作品 {author.counter}")
    if author.chance.random() < 0.5:
        _edit(page, r"^id: .*\n", "")
        words = "".join(author.chance.choice("山川窑火泥釉针线木石水云金银") for _ in range(400))
        page.write_text(f"{page.read_text('utf-8')}\n{words}\n", "utf-8")
    for field_of_its_own in ("address", "aliases", "replaces"):
        _edit(page, rf"^{field_of_its_own}: .*\n", "")


def rename_craft(author: Author) -> None:
    craft = author.chance.choice(author.crafts())
    if (name := author.free_name("crafts")) is None:
        return
    craft.rename(craft.with_name(name))
    _refer(author, craft.name, name)


def move_address(author: Author) -> None:
    page = author.chance.choice(author.crafts()) / "index.md"
    author.counter += 1
    text = re.sub(r"^address: .*\n", "", page.read_text("utf-8"), flags=re.MULTILINE)
    page.write_text(text.replace("---\n", f"---\naddress: place-{author.counter}\n", 1), "utf-8")


def delete_craft(author: Author) -> None:
    crafts = author.crafts()
    if len(crafts) < 2:
        return
    craft = author.chance.choice(crafts)
    author.counter += 1
    kept = author.root.with_name(f"drawer-{author.root.name}-{author.counter}")
    shutil.move(craft, kept)
    author.drawer.append((craft.name, kept))
    _refer(author, craft.name, None)


def restore_craft(author: Author) -> None:
    if not author.drawer:
        return
    name, kept = author.drawer.pop(author.chance.randrange(len(author.drawer)))
    shutil.move(kept, author.folder("crafts") / name)


def add_post(author: Author) -> None:
    author.counter += 1
    name = author.free_name("posts") or f"post-{author.counter}"
    (author.folder("posts") / f"{name}.md").write_text(
        f"---\nid: post-{author.counter}\ntitle: 文章 {author.counter}\nsummary: 一句话\npublished: 2026-10-01\nauthor: 甲\n---\n正文\n",
        "utf-8",
    )


def rename_post(author: Author) -> None:
    posts = author.posts()
    if posts and (name := author.free_name("posts")) is not None:
        post = author.chance.choice(posts)
        post.rename(post.with_name(f"{name}.md"))


def delete_post(author: Author) -> None:
    if posts := author.posts():
        author.chance.choice(posts).unlink()


def draft_post(author: Author) -> None:
    if posts := author.posts():
        post = author.chance.choice(posts)
        text = post.read_text("utf-8")
        drafted = "draft: true\n" in text
        post.write_text(
            text.replace("draft: true\n", "") if drafted else text.replace("---\n", "---\ndraft: true\n", 1), "utf-8"
        )


def schedule_post(author: Author) -> None:
    if posts := author.posts():
        day = author.chance.choice(("2026-10-01", "2027-10-01"))
        _edit(author.chance.choice(posts), r"^published: .*$", f"published: {day}")


def add_stream(author: Author) -> None:
    author.counter += 1
    text = (author.root.parent / "evening.md").read_text("utf-8")
    id = f"stream-{author.counter}"
    host = f"host: 主播 {author.counter}"
    text = re.sub(r"^id: .*$", f"id: {id}", re.sub(r"^host: .*$", host, text, flags=re.MULTILINE), flags=re.MULTILINE)
    (author.folder("streams") / f"{id}.md").write_text(text, "utf-8")


def rename_stream(author: Author) -> None:
    author.counter += 1
    if streams := sorted(author.folder("streams").glob("*.md")):
        stream = author.chance.choice(streams)
        stream.rename(stream.with_name(f"evening-{author.counter}.md"))


def delete_stream(author: Author) -> None:
    if streams := sorted(author.folder("streams").glob("*.md")):
        author.chance.choice(streams).unlink()


def change_promise(author: Author) -> None:
    """Another price or threshold, or one of the few that there were before."""
    custom = author.chance.choice(author.crafts()) / "customization.yaml"
    lowest = author.chance.choice((100, 200, 300))
    if author.chance.random() < 0.5:
        _edit(custom, r"price: \{lowest: \d+", f"price: {{lowest: {lowest}")
    else:
        _edit(custom, r"inspection_days: \d+", f"inspection_days: {lowest // 50}")


def change_kit(author: Author) -> None:
    _setting(author, "links", author.chance.choice(["", "{kit_pages: true}"]))


def change_tags(author: Author) -> None:
    tags = ", ".join(author.chance.sample(TAGS, 2))
    _edit(author.chance.choice(author.crafts()) / "index.md", r"^tags: .*$", f"tags: [{tags}]")


def change_region(author: Author) -> None:
    region = author.chance.choice(["浙江龙泉", "贵州雷山", "折江龙全", "西藏拉萨"])
    _edit(author.chance.choice(author.crafts()) / "index.md", r"^region: .*$", f"region: {region}")


def page_lists(author: Author) -> None:
    _setting(author, "cards_per_page", str(author.chance.randrange(1, 4)))


def change_languages(author: Author) -> None:
    main, further = author.chance.choice(
        [("zh-CN", ""), ("zh-CN", "also_in: [en]"), ("en", "also_in: [zh-CN]"), ("en", "")]
    )
    _setting(author, "language", main)
    _setting(author, "also_in", further.removeprefix("also_in: "))


def change_prefix(author: Author) -> None:
    prefix = author.chance.choice(["", "{prefix: shop}", "{prefix: shelf}", "{script: original}"])
    _setting(author, "addresses", prefix)


def replace_craft(author: Author) -> None:
    """A craft that is gone gets a successor, by its front matter."""
    for name, kept in author.drawer[:1]:
        gone = re.search(r"^id: (.*)$", (kept / "index.md").read_text("utf-8"), re.MULTILINE)
        if gone is None:
            continue
        page = author.chance.choice(author.crafts()) / "index.md"
        if f"replaces: [{gone[1]}]" not in "".join(
            one.read_text("utf-8") for one in author.folder("crafts").glob("*/index.md")
        ):
            text = re.sub(r"^replaces: .*\n", "", page.read_text("utf-8"), flags=re.MULTILINE)
            page.write_text(text.replace("---\n", f"---\nreplaces: [{gone[1]}]\n", 1), "utf-8")
            # from here on it is replaced for good
            author.drawer.remove((name, kept))


def add_alias(author: Author) -> None:
    author.counter += 1
    page = author.chance.choice(author.crafts()) / "index.md"
    text = re.sub(r"^aliases: .*\n", "", page.read_text("utf-8"), flags=re.MULTILINE)
    alias = author.chance.choice([f"/old/{author.counter}/", f"/p{author.counter}.html", f"/旧/{author.counter}/"])
    page.write_text(text.replace("---\n", f"---\naliases: [{alias}]\n", 1), "utf-8")


def _setting(author: Author, key: str, value: str) -> None:
    site = author.root / "site.yaml"
    kept = [line for line in site.read_text("utf-8").splitlines() if not line.startswith(f"{key}:")]
    site.write_text("\n".join((*kept, *((f"{key}: {value}",) if value else ()), "")), "utf-8")


Act = Callable[[Author], None]
ACTS: tuple[Act, ...] = (
    add_craft,
    rename_craft,
    rename_craft,
    move_address,
    delete_craft,
    restore_craft,
    replace_craft,
    add_alias,
    add_post,
    rename_post,
    delete_post,
    draft_post,
    schedule_post,
    add_stream,
    rename_stream,
    delete_stream,
    change_promise,
    change_promise,
    change_kit,
    change_tags,
    change_region,
    page_lists,
    change_languages,
    change_prefix,
)


class _Refresh(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.target: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "meta" and named.get("http-equiv") == "refresh":
            self.target = (named.get("content") or "").partition("url=")[2]


def leads_to(page: bytes) -> str | None:
    """Where a page leads by itself, without script; None where it stays."""
    reader = _Refresh()
    reader.feed(page.decode("utf-8"))
    return reader.target
