"""What authors do to a site: each edit keeps it valid. All chance comes from the given generator."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path, random.Random], None]


def _replace(path: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, lambda _: new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count, f"{pattern} is not in {path.name}"
    path.write_text(text, "utf-8")


def _any(root: Path, chance: random.Random, pattern: str) -> Path:
    return chance.choice(sorted((root / "content").glob(pattern)))


def _copies(root: Path, kind: str) -> list[Path]:
    return sorted((root / "content" / kind).glob("copy-*"))


def _name(chance: random.Random) -> str:
    return f"copy-{chance.randrange(10**6):06}"


def add_craft(root: Path, chance: random.Random) -> None:
    slug = _name(chance)
    shutil.copytree(root / "content/crafts/vase", root / "content/crafts" / slug)
    _replace(root / f"content/crafts/{slug}/index.md", r"^id: .*$", f"id: {slug}")
    _replace(root / f"content/crafts/{slug}/index.md", r"^title: .*$", f"title: 花瓶 {slug[-3:]}")


def rename_craft(root: Path, chance: random.Random) -> None:
    for craft in _copies(root, "crafts")[:1]:
        craft.rename(craft.with_name(_name(chance)))


def remove_craft(root: Path, chance: random.Random) -> None:
    for craft in _copies(root, "crafts")[-1:]:
        shutil.rmtree(craft)


def edit_story(root: Path, chance: random.Random) -> None:
    story = _any(root, chance, "crafts/*/index.md")
    story.write_text(story.read_text("utf-8") + f"\n又写了第 {chance.randrange(999)} 句。\n", "utf-8")


def edit_title(root: Path, chance: random.Random) -> None:
    _replace(_any(root, chance, "crafts/*/index.md"), r"^title: .*$", f"title: 新名字 {chance.randrange(999)}")


def edit_region(root: Path, chance: random.Random) -> None:
    region = chance.choice(["浙江龙泉", "贵州雷山", "重庆荣昌", "西藏拉萨"])
    _replace(_any(root, chance, "crafts/*/index.md"), r"^region: .*$", f"region: {region}")


def edit_tags(root: Path, chance: random.Random) -> None:
    tags = ", ".join(chance.sample(["青瓷", "花器", "礼物", "茶席"], 2))
    _replace(_any(root, chance, "crafts/[cv]*/index.md"), r"^tags: .*$", f"tags: [{tags}]")


def edit_price(root: Path, chance: random.Random) -> None:
    low = chance.randrange(100, 700)
    price = f"price: {{lowest: {low}, highest: {low + 500}}}"
    _replace(_any(root, chance, "crafts/*/customization.yaml"), r"price: \{.*\}$", price)


def edit_queue(root: Path, chance: random.Random) -> None:
    waiting = f"orders_waiting: {chance.randrange(30)}"
    _replace(root / "content/crafts/vase/customization.yaml", r"orders_waiting: \d+", waiting)


def add_showcase(root: Path, chance: random.Random) -> None:
    slug = _name(chance)
    shutil.copytree(root / "content/showcases/vase-1", root / "content/showcases" / slug)
    _replace(root / f"content/showcases/{slug}/showcase.yaml", r"^id: .*$", f"id: {slug}")
    _replace(root / f"content/showcases/{slug}/showcase.yaml", r"^buyer: .*$", f"buyer: 买家 {slug[-3:]}")


def remove_showcase(root: Path, chance: random.Random) -> None:
    for showcase in _copies(root, "showcases")[:1]:
        shutil.rmtree(showcase)


def withdraw_showcase(root: Path, chance: random.Random) -> None:
    for showcase in _copies(root, "showcases")[-1:]:
        shutil.rmtree(showcase)
        showcase.mkdir()
        (showcase / "showcase.yaml").write_text(f"id: {showcase.name}\ncraft: vase\nwithdrawn: 2026-11-20\n", "utf-8")


def _shown(root: Path, chance: random.Random) -> Path:
    """A showcase that is not withdrawn."""
    files = sorted((root / "content").glob("showcases/*/showcase.yaml"))
    return chance.choice([one for one in files if "withdrawn:" not in one.read_text("utf-8")])


def edit_showcase(root: Path, chance: random.Random) -> None:
    _replace(_shown(root, chance), r"^words: .*$", f"words: 收到了，{chance.random()}")


def edit_consent(root: Path, chance: random.Random) -> None:
    record = f"record: 书面同意第 {chance.randrange(99)} 号"
    _replace(_shown(root, chance), r"record: [^}]*", record)


def edit_master(root: Path, chance: random.Random) -> None:
    _replace(
        root / "content/masters/ye/index.md", r"^summary: .*$", f"summary: 做了 {chance.randrange(9, 60)} 年青瓷。"
    )


def edit_post(root: Path, chance: random.Random) -> None:
    _replace(root / "content/posts/first.md", r"^published: .*$", f"published: 2026-11-{chance.randrange(1, 29):02}")


def draft_post(root: Path, chance: random.Random) -> None:
    post = root / "content/posts/first.md"
    text = post.read_text("utf-8")
    drafted = "draft: true\n" in text
    post.write_text(
        text.replace("draft: true\n", "") if drafted else text.replace("id: f", "draft: true\nid: f"), "utf-8"
    )


def edit_stream(root: Path, chance: random.Random) -> None:
    _replace(
        root / "content/streams/evening.md",
        r"^starts: .*$",
        f"starts: 2026-11-{chance.randrange(1, 29):02}T20:00+08:00",
    )


def edit_call(root: Path, chance: random.Random) -> None:
    reward = chance.choice(["采用了就署名。", "送一张优惠券。"])
    _replace(root / "content/calls/mouth.md", r"^reward: .*$", f"reward: {reward}")


def move_call(root: Path, chance: random.Random) -> None:
    """Into every state, with days of its own or its stream's, answered or not, with a craft or without."""
    call, day = root / "content/calls/mouth.md", chance.randrange(1, 21)
    kept = re.sub(r"^(opens|closes|outcome|stream|crafts): .*\n", "", call.read_text("utf-8"), flags=re.MULTILINE)
    own = f"opens: 2026-11-{day:02}\ncloses: 2026-11-{day + 7:02}\n"
    told = f"outcome: {{answered: 2026-11-{day + 1:02}, words: 收小半寸。}}\n"
    days = chance.choice([own, own + told, own + "stream: evening\n", "stream: evening\n"])
    crafts = chance.choice(["", "crafts: [vase]\n"])
    call.write_text(kept.replace("question: ", f"{days}{crafts}question: "), "utf-8")


def edit_poll(root: Path, chance: random.Random) -> None:
    """More votes, into another state, with another name for an option, about the other craft."""
    poll = root / "content/polls/mouth.yaml"
    _replace(
        poll,
        r"voters: .*\n    votes: .*$",
        f"voters: 90\n    votes: {{small: {chance.randrange(40)}, large: {chance.randrange(40)}}}",
    )
    _replace(poll, r"^closes: .*$", chance.choice(["closes: 2026-06-16", "closes: 2026-12-30"]))
    _replace(poll, r"large, label: .*\}$", f"large, label: 大口 {chance.randrange(9)}}}")
    _replace(poll, r"^crafts: .*$", chance.choice(["crafts: [vase]", "crafts: [plaque]"]))


def edit_ideas(root: Path, chance: random.Random) -> None:
    """Another answer and reason, a name or none, about the other craft; a threshold in other words."""
    ideas = root / "content/ideas/mouth.yaml"
    _replace(ideas, r"answer: (partly|accepted)$", chance.choice(["answer: partly", "answer: accepted"]))
    _replace(ideas, r"reason: 收到.*$", f"reason: 收到六厘米，试了 {chance.randrange(9)} 只。")
    _replace(
        ideas,
        r"credit: .*$",
        chance.choice(["credit: {name: 小满, agreed: 2026-06-19}", "credit: {name: 阿宁, agreed: 2026-06-20}"]),
    )
    _replace(ideas, r"^crafts: .*$", chance.choice(["crafts: [vase]", "crafts: [plaque]"]))
    _replace(
        root / "content/crafts/vase/customization.yaml",
        r"words: 口太大.*\}",
        f"words: 口太大，烧成时会变形 {chance.randrange(9)}}}",
    )


def edit_motif(root: Path, chance: random.Random) -> None:
    """Its name and its meaning stand in the options of the crafts that it feeds."""
    motif = root / "content/materials/lotus/index.md"
    _replace(motif, r"^title: .*$", f"title: 莲花纹 {chance.randrange(99)}")
    _replace(motif, r"^meaning: .*$", f"meaning: {chance.choice(['清白', '连子', '有余'])}。")


def retag_motif(root: Path, chance: random.Random) -> None:
    """In and out of a selection; one motif more keeps the selection from finding nothing."""
    lotus, second = root / "content/materials/lotus", root / "content/materials/second.md"
    text = (lotus / "index.md").read_text("utf-8")
    if not second.exists():
        mended = re.sub(r"^id: .*$", "id: second", text, flags=re.MULTILINE)
        second.write_text(mended.replace("{file: lotus.svg", "{file: lotus/lotus.svg"), "utf-8")
    tags = chance.choice(["吉祥", "清雅", "吉祥, 清雅"])
    _replace(lotus / "index.md", r"^tags: .*$", f"tags: [{tags}]")


def redraw_motif(root: Path, chance: random.Random) -> None:
    _replace(
        root / "content/materials/lotus/lotus.svg",
        r"stroke-width=\"[\d.]+\"",
        f'stroke-width="{chance.randrange(1, 9)}"',
    )


def redraw_preview(root: Path, chance: random.Random) -> None:
    _replace(
        root / "content/crafts/vase/preview.svg", r"stroke-width=\"[\d.]+\"", f'stroke-width="{chance.randrange(1, 9)}"'
    )


def edit_palette(root: Path, chance: random.Random) -> None:
    value = f"#{chance.randrange(16**6):06x}"
    _replace(
        root / "content/materials/greens.md",
        r'id: tian, label: 天青, value: "[^"]*"',
        f'id: tian, label: 天青, value: "{value}"',
    )


def edit_audience(root: Path, chance: random.Random) -> None:
    """Other words, and other rules: one craft, both, none; the page of the audience is there or not."""
    rules = chance.choice(
        ["tiers: [element]", "tiers: [element, function]", "within_days: 20", "uses: [家居]", "tiers: [deep]"]
    )
    told, draft = f"{chance.randrange(99)} 句", chance.choice(["", "    draft: true\n"])
    (root / "content/audiences.yaml").write_text(
        f"audiences:\n  - id: home\n    title: 家里用 {told}\n    summary: 天天用。\n{draft}    rules: {{{rules}}}\n    tips: [{told}]\n",
        "utf-8",
    )


def edit_design(root: Path, chance: random.Random) -> None:
    """Into every state: before its question closes, chosen or not, confirmed, given up; with a showcase that came of it."""
    design, day = root / "content/designs/neck/index.md", chance.randrange(12, 28)
    text = re.sub(r"\n(confirmed|given_up):\n(  .*\n)+", "\n", design.read_text("utf-8"))
    text = re.sub(r"closes: .*", f"closes: 2026-11-{day}", text)
    text = re.sub(r"      chosen: .*\n", "", text)
    text = text.replace("      counts:\n", chance.choice(["", "      chosen: [straight]\n"]) + "      counts:\n")
    confirmed = f"confirmed:\n  day: 2026-11-{day}\n  version: 2\n  words: 定了 {chance.randrange(99)}。\n"
    ended = chance.choice(["", confirmed, f"given_up:\n  day: 2026-11-{day}\n  reason: 烧不成。\n"])
    design.write_text(text.replace("---\n从", f"{ended}---\n从"), "utf-8")
    showcase = root / "content/showcases/vase-1/showcase.yaml"
    if showcase.exists():
        came = re.sub(r"^design: .*\n", "", showcase.read_text("utf-8"), flags=re.MULTILINE)
        showcase.write_text(came.rstrip("\n") + chance.choice(["\n", "\ndesign: neck\n"]), "utf-8")


def edit_event(root: Path, chance: random.Random) -> None:
    """Into every state, with a craft and a master or without, with places counted on another day."""
    event, day = root / "content/events/knots.md", chance.randrange(10, 29)
    kept = re.sub(
        r"^(starts|ends|report|cancelled|crafts|master): .*\n", "", event.read_text("utf-8"), flags=re.MULTILINE
    )
    days = f"starts: 2026-11-{day:02}T14:00+08:00\nends: 2026-11-{day + 1:02}T16:00+08:00\n"
    after = (
        "",
        f"report: {{day: 2026-11-{day + 1:02}, words: 办完了。}}\n",
        "cancelled: {day: 2026-11-20, reason: 下雨。}\n",
    )
    beside = chance.choice(["", "crafts: [vase]\n", "master: ye\n"])
    event.write_text(kept.replace("summary: ", f"{days}{chance.choice(after)}{beside}summary: "), "utf-8")
    _replace(event, r"left: \d+", f"left: {chance.randrange(12)}")


def edit_feedback(root: Path, chance: random.Random) -> None:
    standing = chance.choice(["done", "doing", "considering", "declined"])
    _replace(root / "content/feedback/narrow.md", r"standing: \w+", f"standing: {standing}")


def deliver(root: Path, chance: random.Random) -> None:
    """One more row, in time or late; the tables of two years are there at once."""
    table = root / f"content/deliveries/{chance.choice([2025, 2026])}.csv"
    table.parent.mkdir(exist_ok=True)
    if not table.exists():
        table.write_text("作品,层级,承诺最晚,到手\n", "utf-8")
    craft, tier = chance.choice([("vase", "function"), ("plaque", "element")])
    with table.open("a", encoding="utf-8") as opened:
        opened.write(f"{craft},{tier},2026-09-{chance.randrange(10, 20)},2026-09-{chance.randrange(10, 22)}\n")


def post_of_a_kind(root: Path, chance: random.Random) -> None:
    """The first post and a second one, of one series or of two, of one kind or of two."""
    first = root / "content/posts/first.md"
    kept = re.sub(r"^(kind|series): .*\n", "", first.read_text("utf-8"), flags=re.MULTILINE)
    second = kept.replace("id: first\n", "id: second\n").replace("2026-11-01", f"2026-11-{chance.randrange(2, 29):02}")
    for path, text in ((first, kept), (first.with_name("second.md"), second)):
        kind = f"kind: {chance.choice(['knowledge', 'progress', 'news'])}\n"
        series = chance.choice(["", "series: 一窑\n"])
        path.write_text(text.replace("summary: ", f"{kind}{series}summary: "), "utf-8")


def edit_tier(root: Path, chance: random.Random) -> None:
    _replace(root / "content/tiers.yaml", r"stream_use: .*$", f"stream_use: 引流款 {chance.randrange(99)}")


def edit_menu(root: Path, chance: random.Random) -> None:
    _replace(root / "content/pages/about.md", r"^title: .*$", f"title: 关于我们 {chance.randrange(9)}")


def edit_page(root: Path, chance: random.Random) -> None:
    page = root / "content/pages/about.md"
    page.write_text(page.read_text("utf-8") + f"\n第 {chance.randrange(999)} 段。\n", "utf-8")


def change_picture(root: Path, chance: random.Random) -> None:
    import pyvips

    picture = _any(root, chance, "*/*/*.jpg")
    tints = [chance.randrange(256) for _ in range(3)]
    image = pyvips.Image.black(60 + chance.randrange(60), 40, bands=3) + tints
    picture.write_bytes(image.cast("uchar").copy(interpretation="srgb").jpegsave_buffer())


def swap_pictures(root: Path, chance: random.Random) -> None:
    one, other = root / "content/crafts/vase/meizi.jpg", root / "content/crafts/vase/fenqing.jpg"
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def rename_site(root: Path, chance: random.Random) -> None:
    _replace(root / "site.yaml", r"^name: .*$", f"name: 作坊 {chance.randrange(999)}")


def move_site(root: Path, chance: random.Random) -> None:
    base = chance.choice(["https://shop.example/", "https://shop.example/repo/", "https://other.example/"])
    _replace(root / "site.yaml", r"^base_url: .*$", f"base_url: {base}")


def page_lists(root: Path, chance: random.Random) -> None:
    _setting(root, "cards_per_page", str(chance.randrange(1, 4)))


def change_currency(root: Path, chance: random.Random) -> None:
    _setting(root, "currency", chance.choice(["CNY", "USD", "JPY"]))


def change_language(root: Path, chance: random.Random) -> None:
    _setting(root, "language", chance.choice(["zh-CN", "en"]))


def change_cutoffs(root: Path, chance: random.Random) -> None:
    days, sample = chance.randrange(5, 9), chance.choice([30, 500])
    _setting(root, "assessment", f"{{cycle: {{fit_up_to_days: {days}}}, small_sample: {sample}}}")


def edit_template(root: Path, chance: random.Random) -> None:
    template = chance.choice(sorted((root / "themes/default/pages").iterdir()))
    template.write_text(template.read_text("utf-8") + f"{chance.random()}\n", "utf-8")


def edit_stylesheet(root: Path, chance: random.Random) -> None:
    (root / "themes/default/static/site.css").write_text(f"body {{ margin: {chance.randrange(99)}px }}\n", "utf-8")


def add_asset(root: Path, chance: random.Random) -> None:
    (root / f"themes/default/static/{_name(chance)}.txt").write_text("one more\n", "utf-8")


def remove_asset(root: Path, chance: random.Random) -> None:
    for asset in sorted((root / "themes/default/static").glob("copy-*"))[:1]:
        asset.unlink()


def edit_words(root: Path, chance: random.Random) -> None:
    words = root / "themes/default/locales/zh-CN.po"
    _replace(
        words, r'^msgid "category.VIII"\nmsgstr ".*"$', f'msgid "category.VIII"\nmsgstr "技艺 {chance.randrange(99)}"'
    )


def _setting(root: Path, key: str, value: str) -> None:
    site = root / "site.yaml"
    kept = [line for line in site.read_text("utf-8").splitlines() if not line.startswith(f"{key}:")]
    site.write_text("\n".join((*kept, f"{key}: {value}", "")), "utf-8")


EDITS: tuple[Edit, ...] = (
    add_craft,
    rename_craft,
    remove_craft,
    edit_story,
    edit_title,
    edit_region,
    edit_tags,
    edit_price,
    edit_queue,
    add_showcase,
    remove_showcase,
    withdraw_showcase,
    edit_showcase,
    edit_consent,
    edit_master,
    edit_post,
    draft_post,
    edit_stream,
    edit_call,
    move_call,
    edit_poll,
    edit_ideas,
    edit_motif,
    retag_motif,
    redraw_motif,
    redraw_preview,
    edit_palette,
    edit_design,
    edit_audience,
    edit_event,
    edit_feedback,
    deliver,
    post_of_a_kind,
    edit_tier,
    edit_menu,
    edit_page,
    change_picture,
    swap_pictures,
    rename_site,
    move_site,
    page_lists,
    change_currency,
    change_language,
    change_cutoffs,
    edit_template,
    edit_stylesheet,
    add_asset,
    remove_asset,
    edit_words,
)
