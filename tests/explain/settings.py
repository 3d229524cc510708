"""What a sample takes for granted besides the base site: edits that are made before the excerpt is brought in."""

from __future__ import annotations

from tests.explain.sample_site import Put, Step, Swap, Theme
from tests.sites_support import SITES

VASE, PLAQUE = "content/crafts/vase/customization.yaml", "content/crafts/plaque/customization.yaml"
VASE_PAGE, PLAQUE_PAGE = "content/crafts/vase/index.md", "content/crafts/plaque/index.md"
EVENING, SHOWCASE, FIRST, SITE = (
    "content/streams/evening.md",
    "content/showcases/vase-1/showcase.yaml",
    "content/posts/first.md",
    "site.yaml",
)
FILM = "content/materials/throwing.md"
SELLS, SHOWS = "  - {craft: vase}\n", "  - {craft: vase, showing: shows}\n"
LONG_FIRING = Swap(VASE, "wait_days: 2-3, wait_for: 烧成与冷却", "wait_days: 30-45, wait_for: 排窑与烧成")
PLAQUE_ORDER = '    order: {platform: douyin, label: 抖音下单, url: "https://example.com/order/plaque"}\n'
VASE_ORDER = '    order: {platform: douyin, label: 抖音下单, url: "https://example.com/order/vase"}\n'
COMMISSION = "    commission: 约到作坊面谈，先付三成定金\n"
SECOND = """---
id: second
title: 第二篇
summary: 另一篇。
published: 2026-11-01
author: 阿宁
{more}---
正文。
"""
OLD_NEWS = Put(
    "content/permalinks.yaml",
    "version: 1\naddresses:\n- {kind: post, id: old-news, code: m3kt, address: /posts/old-news/, title: 旧闻}\ncount: 1\n",
)
PROMISED = "content/promises/old-plaque.element.{}.json"
TERMS = (
    '"terms":{{"after_sale":{{"cancelling":"可以","inspection_days":7,"price_cut":"少付","remake":"重做","repair":"修"}},'
    '"craft":"old-plaque","currency":"CNY","language":"zh-CN","making":"made-to-order","price":{{"highest":38000,'
    '"lowest":{}}},"randomness":{{"by":"none","controllability":"high"}},"returns":{{"basis":"made-to-order"}},"schema":1,'
    '"seller":"试验作坊","tier":"element","tier_name":"元素定制","title":"旧银牌"}}}}'
)
OLD_PROMISES = (
    Put(PROMISED.format("1bef1da681"), f'{{"since":["2026-03-01"],\n{TERMS.format(18000)}\n'),
    Put(PROMISED.format("1b8c9d68d6"), f'{{"since":["2026-03-09"],\n{TERMS.format(20000)}\n'),
)
"""Two versions of a craft that is gone. Their names are what their contents give: for ever, whatever becomes of the model."""
ENGLISH = Swap(
    SITE, "description: 每一种情形都从这里改起。\n", "description: 每一种情形都从这里改起。\nalso_in: [en]\n"
)
LIST = Put("content/registry.json", (SITES / "registry-code/content/registry.json").read_text("utf-8"))
TABLE = "作品,档位,昵称,评价,照片,是否同意公开,提交时间\n青瓷花瓶,功能定制,小满,很好,花瓶.jpg,同意公开文字和照片,2026-09-21\n"
TITLE, CARD_TITLE = "<h1>{{ head.title }}</h1>", "<h1>{{ card.title }}</h1>"
LAYOUT = '{% extends "layouts/base.html" %}'


def second(*lines: str) -> Put:
    """Another post."""
    return Put("content/posts/second.md", SECOND.format(more="".join(f"{line}\n" for line in lines)))


def site(*lines: str) -> Swap:
    """Settings at the end of site.yaml."""
    return Swap(SITE, "sample: true\n", "sample: true\n" + "".join(f"{line}\n" for line in lines))


SETTINGS: dict[str, tuple[Step, ...]] = {
    "address-taken": (OLD_NEWS, second("replaces: [old-news]")),
    "address-twice": (ENGLISH,),
    "authenticity-missing": (
        Swap(VASE_PAGE, "authenticity:\n  - {step: 拉坯, by: hand, who: 叶师傅}\n", ""),
        Swap(
            VASE_PAGE,
            "summary: 口径按花束来定。\n",
            "summary: 口径按花束来定。\nauthenticity:\n  - {step: 拉坯, by: hand, who: 叶师傅}\n",
        ),
    ),
    "calendar-unpublished": (Swap(VASE, "orders_waiting: 3", "orders_waiting: 9"),),
    "commission-missing": (
        LONG_FIRING,
        Swap(VASE, VASE_ORDER, COMMISSION),
        Swap(EVENING, SELLS, SHOWS),
    ),
    "deep-without-master": (
        Swap(
            PLAQUE,
            "  - tier: element\n    summary: 刻名字\n",
            "  - tier: deep\n    summary: 为一个人做一块\n    master_takes_part: 定稿、主刀、交付讲解\n",
        ),
    ),
    "draw-invalid": (
        Swap(
            VASE,
            "  outside: 先拍照给买家看，可以接受、重做或退款\n",
            "  outside: 先拍照给买家看，可以接受、重做或退款\ndraw:\n  title: 开窑抽签\n  price: 99\n  lots:\n"
            "    - {name: 小盏, odds_percent: 30, worth: 200}\n    - {name: 小碟, odds_percent: 70, worth: 90}\n"
            "  rules: 当晚开窑，按付款先后抽取。\n  least_age: 8\n  age_notice: 未满 8 周岁不得参加。\n",
        ),
    ),
    "duplicate-id": (second(),),
    "handmade-claim": (Swap(PLAQUE_PAGE, "step: 錾刻, by: hand", "step: 錾刻, by: both"),),
    "heading-fullwidth": (
        Swap(FIRST, "见[青瓷花瓶](craft:vase#chance)。", "## 开窑那天\n\n见[青瓷花瓶](craft:vase#chance)。"),
    ),
    "import-photo": (Put("答卷.csv", TABLE), Put("附件/说明.txt", "附件都在这里。\n")),
    "income-unfair": (
        Swap(PLAQUE, "price: {lowest: 180,", "price: {lowest: 260,"),
        Swap(
            PLAQUE,
            "randomness:\n",
            "    private_cost: {material: 60, working_hours: 4, fair_hourly_pay: 45}\nrandomness:\n",
        ),
    ),
    "child-without-guardian": (
        Swap(SHOWCASE, "alt: 花瓶里插着雪柳, illustration: true}", "alt: 孩子抱着花瓶, shows_child: true}"),
        Swap(
            SHOWCASE,
            "consent: {given: 2026-09-21, scope: [words, pictures], record: 书面同意第 1 号}",
            "consent:\n  {given: 2026-09-21, scope: [words, pictures, portrait], record: 书面同意第 1 号,"
            " guardian: 监护人同意书第 1 号}",
        ),
    ),
    "showcase-withdrawn-used": (
        Put("content/showcases/vase-2/showcase.yaml", "id: vase-2\ncraft: vase\nwithdrawn: 2026-11-20\n"),
    ),
    "link-scheme": (Swap(FIRST, "craft:vase#chance", "craft:vase"),),
    "captions-broken": (
        Swap(FILM, "platform: 抖音\n", "platform: 抖音\ncaptions: [{language: zh-CN, file: throwing.vtt}]\n"),
        Put("content/materials/throwing.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n先定中。\n"),
    ),
    "invitation-incomplete": (
        site(
            "invitation:",
            "  summary: 收到了，拍一张给我们看。",
            "  places:",
            "    - {where: group, words: 发到买家群}",
            "  consent: {words: 我们先问您，您答了“同意”才放上来。, scope: [words, pictures], withdraw: 在群里说一声}",
        ),
    ),
    "list-comma": (Swap(PLAQUE_PAGE, "masters: [ye]\n", "masters: [ye]\ntags: [银饰, 刻字, 礼物]\n"),),
    "no-offers": (
        Put(PLAQUE, "customisable: false\noffers: []\nrandomness:\n  controllability: high\n"),
        Swap(EVENING, "  - {craft: plaque, showing: shows}\n", ""),
    ),
    "order-link-on-unfit": (
        LONG_FIRING,
        Swap(VASE, VASE_ORDER, COMMISSION),
        Swap(EVENING, SELLS, SHOWS),
    ),
    "output-folder": (site("output: output"),),
    "outside-inside": (Swap(FIRST, "[青瓷花瓶](craft:vase#chance)", "[订单页](https://example.com/order)"),),
    "promise-broken": OLD_PROMISES[:1],
    "promise-missing": (
        *OLD_PROMISES,
        Put(
            "content/permalinks.yaml",
            "version: 1\naddresses:\n"
            "- {kind: promise, id: 1b8c9d68d6, address: /promises/1b8c9d68d6/}\n"
            "- {kind: promise, id: 1bef1da681, address: /promises/1bef1da681/}\ncount: 2\n",
        ),
    ),
    "permalinks-broken": (OLD_NEWS,),
    "permalinks-missing": (OLD_NEWS, Put(".ichsite/permalinks.yaml", OLD_NEWS.text)),
    "portrait-without-consent": (
        Swap(
            PLAQUE_PAGE,
            "alt: 一块银牌, illustration: true}",
            "alt: 师傅手里的银牌, shows_person: true, consent_record: 肖像授权第 3 号}",
        ),
    ),
    "price-short": (Swap(PLAQUE, "        character_mm: 1.8\n", "        character_mm: 1.8\n        adds: 120\n"),),
    "registry-broken": (LIST,),
    "registry-code": (LIST,),
    "registry-master": (
        LIST,
        Swap(
            "content/masters/ye/index.md",
            "title: 叶师傅\nlevel: county\nproject: 龙泉青瓷\n",
            "title: 叶示例\nlevel: national\nproject: 龙泉青瓷烧制技艺\n",
        ),
    ),
    "registry-name": (LIST, Swap(VASE_PAGE, "code: Ⅷ-9\n", "code: Ⅷ-9\nproject: 龙泉青瓷烧制技艺\n")),
    "registry-region": (LIST,),
    "registry-unit": (LIST, Swap(VASE_PAGE, "code: Ⅷ-9\n", "code: Ⅷ-9\nprotection_unit: 龙泉示例中心\n")),
    "returns-refused": (
        Swap(PLAQUE, "    summary: 刻名字\n", "    summary: 刻名字\n    making: ready-made\n"),
        Swap(PLAQUE, "randomness:\n", "    returns_words: 收到七天内可以退，来回运费各付一程\nrandomness:\n"),
    ),
    "site-address": (second("aliases: [/old/second/]"),),
    "stage-season-empty": (
        Swap(
            VASE,
            "wait_for: 烧成与冷却}",
            "wait_for: 烧成与冷却, season: {months: [9, 10, 11, 12], force: only, reason: 秋季窑火最稳}}",
        ),
    ),
    "call-unanswerable": (
        Swap(
            "content/calls/mouth.md",
            "  - {where: douyin, words: 写在预告的评论里}\n",
            '  - {where: form, words: 填一张表, url: "https://example.com/form"}\n',
        ),
    ),
    "stream-master": (Swap(EVENING, "kind: open-kiln\n", "kind: premium\n"),),
    "stream-sells-unfit": (
        LONG_FIRING,
        Swap(VASE, VASE_ORDER, COMMISSION),
        Swap(EVENING, SELLS, SHOWS),
    ),
    "stream-twice": (
        Put(
            "content/streams/late.md",
            "---\nid: late\ntitle: 晚场\nsummary: 接着看。\nplatform: douyin\nstarts: 2026-11-29T21:30+08:00\n"
            "kind: themed\nhost: 阿宁\ncrafts:\n  - {craft: plaque, showing: shows}\n---\n接着看。\n",
        ),
    ),
    "stream-unknown-tier": (Swap(EVENING, SELLS, "  - {craft: vase, tier: function}\n"),),
    "successor": (OLD_NEWS, second("replaces: [old-news]")),
    "theme-asset": (
        Theme(),
        Put("themes/mine/static/css/mine.css", ".a { color: inherit }\n"),
        Swap(
            "themes/mine/theme.yaml",
            "extends: default\n",
            "extends: default\nbundles:\n  site.css: {add: [css/mine.css]}\n",
        ),
    ),
    "theme-block": (Theme(),),
    "theme-contrast": (site("theme:", "  tokens:", '    faint: {light: "#5a5a5a", dark: "#9a9a9a"}'),),
    "theme-inline": (Theme(),),
    "theme-loop": (Theme(),),
    "theme-missing": (site("theme: default"),),
    "theme-option": (site("theme:", "  options:", "    home_crafts: 6"),),
    "theme-remote": (Theme(),),
    "theme-settings": (Theme(),),
    "theme-token": (
        site(
            "theme:",
            "  tokens:",
            '    cinnabar: {light: "#8a1c1c", dark: "#e58a7a"}',
            '    celadon: {light: "#2c5e50", dark: "#8fc4b2"}',
        ),
    ),
    "theme-unescaped": (Theme(),),
    "theme-unreadable": (Theme(),),
    "tier-twice": (
        Swap(
            PLAQUE,
            "randomness:\n",
            "  - tier: function\n    summary: 只要素面\n    price: {lowest: 180, highest: 380}\n    production:\n"
            "      stages:\n        - {name: 錾刻, working_days: 2-3, actor: master}\n      shipping_days: 2-4\n"
            + PLAQUE_ORDER
            + "    after_sale:\n      inspection_days: 7\n      repair: 能修的免费修\n      remake: 修不好就重做\n"
            "      price_cut: 也可以少付\n      cancelling: 完工前可以取消，付清已做的部分\nrandomness:\n",
        ),
    ),
    "translation-files": (ENGLISH,),
    "translation-twice": (ENGLISH, Swap(VASE_PAGE, "tags: [青瓷]", "tags: [青瓷, 插花]")),
    "translation-unused": (ENGLISH,),
    "yaml-too-large": (Swap(PLAQUE_PAGE, "masters: [ye]\n", "masters: [ye]\ntags: [银饰]\n"),),
}
"""By code."""
_BY_DOCTOR = ("file-copy", "file-junk", "name-windows", "picture-name", "text-big5", "text-mark")
_BY_IMPORT = (
    *("import-cell", "import-columns", "import-consent", "import-craft", "import-photo", "import-private"),
    "table-unreadable",
)
STAGES = {
    "address-twice": "plan",
    "outside-inside": "outside",
    **dict.fromkeys(_BY_DOCTOR, "doctor"),
    **dict.fromkeys(_BY_IMPORT, "import"),
    "import-poll": "import poll",
}
"""How far a sample has to be taken where checking does not find it."""

TEMPLATES: dict[str, tuple[Step, ...]] = {
    "template-asset": (Theme(TITLE, "pages/tiers.html", '<p><img src="{{ "icon-180.png"|asset|href }}" alt=""></p>'),),
    "template-filter": (Theme(CARD_TITLE, "pages/post.html", "<h1>{{ card.title|upper }}</h1>"),),
    "template-missing": (Theme(LAYOUT, "pages/master.html", LAYOUT),),
    "template-recursion": (Theme(),),
    "template-security": (Theme(TITLE, "pages/how-to-read.html", "<p>{{ head.title }}</p>"),),
    "template-syntax": (
        Theme(CARD_TITLE, "pages/stream.html", "{% if card.title %}<h1>{{ card.title }}</h1>{% endif %}"),
    ),
    "template-undefined": (Theme("<h1>{{ title }}</h1>", "pages/page.html", "<h1>{{ title }}</h1>"),),
    "template-value": (Theme(TITLE, "pages/masters.html", TITLE),),
}
"""Those that show when pages are made: each spoils another template, so that one build shows them all."""
DEAD_LINK: tuple[Step, ...] = (
    Theme(
        '<p class="lead">{{ head.description }}</p>',
        "pages/posts.html",
        '<p><a href="{{ "/crafts/"|href }}">全部作品</a></p>',
    ),
)
