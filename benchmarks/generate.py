"""A site from a seed: as many crafts as wanted, each about as large as a real one.

A craft has two tiers, three options, five stages, a firing with three counted outcomes and a story of
400 characters; there is a master for every hundred crafts and a showcase for every five. Twenty small
pictures are shared by all, so that what is measured is text; photographs have a benchmark of their own.
"""

from __future__ import annotations

import random
from pathlib import Path

SEED = 20261122
TODAY = "2026-11-22"
PICTURES = 20

_GLAZES = ("梅子青", "粉青", "豆青", "天青", "月白", "秘色")
_FORMS = ("花瓶", "茶盏", "香炉", "笔洗", "盖碗", "水丞", "梅瓶", "斗笠碗")
_REGIONS = ("浙江龙泉", "河南禹州", "河南汝州", "福建建阳", "江西景德镇", "陕西铜川", "河北曲阳", "湖南长沙")
_TAGS = ("青瓷", "茶具", "花器", "文房", "礼物", "日用", "陈设", "结婚", "乔迁", "寿礼")
_LEVELS = ("national", "provincial", "municipal", "county")
_CATEGORIES = (("VII", "Ⅶ"), ("VIII", "Ⅷ"), ("VIII", "Ⅷ"))
_SENTENCES = (
    "泥先在池里沉三个月，再揉到没有一粒气泡。",
    "拉坯时手不能停，停一停口沿就歪。",
    "阴干的日子看天，梅雨里要多等四五天。",
    "釉挂得厚，烧出来才有玉的样子。",
    "窑里的气氛说变就变，同一窑前后排也不一样。",
    "开窑那天大家都不说话，先看第一只的颜色。",
    "口沿的那道白线叫出筋，是釉流下去以后露出来的胎。",
    "足底不挂釉，烧成以后是一圈朱红。",
    "师傅说，最难的不是烧成，是知道什么时候该停手。",
    "买家送来的花枝，我们会先量一量再定口径。",
    "做坏的坯打碎了回池子里，第二年还是好泥。",
    "一只瓶子从泥到手，要过二十几道手。",
)


def make_site(root: Path, crafts: int, seed: int = SEED) -> None:
    """Writes a whole project of that many crafts into `root`; the same seed gives the same bytes."""
    chance = random.Random(seed)  # noqa: S311  no secret is made of it
    masters = max(1, crafts // 100)
    _write(root / "site.yaml", _SITE)
    _write(root / "content/tiers.yaml", _TIERS)
    for number in range(PICTURES):
        _picture(root / f"content/pictures/p{number:02}.jpg", number)
    for number in range(masters):
        _write(root / f"content/masters/master-{number:03}.md", _master(chance, number))
    for number in range(crafts):
        folder = root / f"content/crafts/{craft_slug(number)}"
        _write(folder / "index.md", _craft(chance, number, masters))
        _write(folder / "customization.yaml", _customization(chance))
    for number in range(crafts // 5):
        _write(root / f"content/showcases/show-{number:05}.yaml", _showcase(chance, number, number * 5))
    for number in range(max(1, crafts // 200)):
        _write(root / f"content/streams/stream-{number:03}.md", _stream(chance, number, crafts))
    for number in range(max(1, crafts // 100)):
        _write(root / f"content/posts/post-{number:03}.md", _post(chance, number, crafts))
    _write(root / "content/pages/about.md", _ABOUT)


def craft_slug(number: int) -> str:
    """The slug of the craft of that number."""
    return f"piece-{number:05}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _picture(path: Path, number: int) -> None:
    import pyvips

    path.parent.mkdir(parents=True, exist_ok=True)
    noise = pyvips.Image.perlin(640, 480, seed=number, cell_size=160).linear(60, 128)
    tints = [noise.linear(1, (number * step) % 80 - 40) for step in (7, 11, 13)]
    path.write_bytes(tints[0].bandjoin(tints[1:]).cast("uchar").copy(interpretation="srgb").jpegsave_buffer(Q=80))


def _craft(chance: random.Random, number: int, masters: int) -> str:
    name = f"{chance.choice(_GLAZES)}{chance.choice(_FORMS)}{number}"
    pictures = chance.sample(range(PICTURES), 2)
    category, sign = chance.choice(_CATEGORIES)
    tags = ", ".join(chance.sample(_TAGS, 2))
    story = "\n\n".join("".join(chance.choice(_SENTENCES) for _ in range(5)) for _ in range(4))
    return f"""---
id: {craft_slug(number)}
title: {name}
summary: {chance.choice(_SENTENCES)}
code: {sign}-{chance.randrange(1, 200)}
level: {chance.choice(_LEVELS)}
category: {category}
region: {chance.choice(_REGIONS)}
masters: [master-{number % masters:03}]
tags: [{tags}]
uses: [家居, 礼物]
pictures:
  - {{file: /pictures/p{pictures[0]:02}.jpg, alt: {name}的正面, illustration: true}}
  - {{file: /pictures/p{pictures[1]:02}.jpg, alt: {name}的细部, illustration: true}}
fixed_features:
  - {{feature: 高温釉烧, reason: 这是青瓷的根本}}
  - {{feature: 手工拉坯, reason: 手上的力留在器壁里}}
authenticity:
  - {{step: 拉坯, by: hand, who: 作坊}}
  - {{step: 揉泥, by: machine, who: 真空练泥机}}
---
## 从哪里来

{story}

见[师傅](master:master-{number % masters:03})。
"""


def _customization(chance: random.Random) -> str:
    counts = sorted((chance.randrange(20, 300) for _ in range(3)), reverse=True)
    pictures = chance.sample(range(PICTURES), 3)
    outcomes = "".join(
        f"""    - id: out-{at}
      name: {_GLAZES[at]}
      words: 开窑见到的样子，{chance.choice(_SENTENCES)}
      count: {counts[at]}
      picture: {{file: /pictures/p{pictures[at]:02}.jpg, alt: {_GLAZES[at]}的釉面, illustration: true}}
"""
        for at in range(3)
    )
    price = chance.randrange(80, 300)
    return f"""offers:
{_offer(chance, "element", price)}{_offer(chance, "function", price * 4)}randomness:
  controllability: low
  by: firing
  factors:
    - {{name: 窑内气氛, effect: 还原深浅不同，釉色偏绿或偏灰}}
    - {{name: 窑位, effect: 靠火的一面更深}}
  tolerances:
    - {{what: 高度, plus_minus: 3, unit: percent}}
  outcomes:
{outcomes}  sample: {{pieces: {sum(counts)}, since: 2025-10-01, until: 2026-10-01}}
  alternatives:
    - {{name: 粉青, words: 更稳}}
    - {{name: 豆青, words: 更深}}
  outside: 先拍照给买家看，可以接受、重做或退款
"""


def _offer(chance: random.Random, tier: str, price: int) -> str:
    return f"""  - tier: {tier}
    summary: 改口径、釉色意向和刻字
    price: {{lowest: {price}, highest: {price * 2}}}
    options:
      - kind: number
        id: mouth
        label: 口径
        unit: mm
        lowest: {chance.randrange(40, 70)}
        highest: {chance.randrange(90, 160)}
        step: 5
        reason: {{basis: physical, words: 口太大，烧成时会变形}}
      - kind: choice
        id: glaze
        label: 釉色意向
        values:
          - {{id: meizi, label: 梅子青, adds: {chance.randrange(10, 70)}}}
          - {{id: fenqing, label: 粉青}}
        reason: {{basis: physical, words: 釉色由窑火定，只能说意向}}
      - kind: text
        id: words
        label: 刻字
        most_characters: {chance.randrange(4, 12)}
        scripts: [han, latin, digits]
        character_mm: 4
        reason: {{basis: physical, words: 字太小，釉会把笔画填平}}
    boundaries:
      - {{wish: 两只一模一样, verdict: cannot, reason: {{basis: physical, words: 没有两只釉色相同}}}}
      - {{wish: 底下刻名字, verdict: ask, reason: {{basis: physical, words: 须在修坯之前说}}}}
    production:
      stages:
        - {{name: 画样, working_days: 1-2, actor: customer, confirms: 书面确认图样, revisions: 2, change: free}}
        - {{name: 拉坯, working_days: 1-2, wait_days: 3-5, wait_for: 阴干, change: paid, change_percent: 30}}
        - {{name: 修坯, working_days: 1, wait_days: 2, wait_for: 干透, change: paid, change_percent: 50}}
        - {{name: 素烧与上釉, working_days: 1-2, wait_days: 1, wait_for: 素烧}}
        - {{name: 釉烧, working_days: 1-2, wait_days: 2-3, wait_for: 烧成与冷却}}
      shipping_days: 2-4
      queue: {{orders_waiting: {chance.randrange(9)}, orders_per_week: 2, counted: 2026-11-16}}
    order: {{platform: douyin, label: 抖音下单, url: "https://example.com/order/{chance.randrange(10**6)}"}}
    after_sale:
      inspection_days: 7
      repair: 能修的免费修
      remake: 修不好就重做
      price_cut: 也可以少付
      cancelling: 完工前可以取消，付清已做的部分
    private_cost: {{material: 10, working_hours: 2, fair_hourly_pay: 30}}
"""


def _master(chance: random.Random, number: int) -> str:
    return f"""---
id: master-{number:03}
title: 第{number}位师傅
level: {chance.choice(_LEVELS)}
project: 青瓷烧制技艺
region: {chance.choice(_REGIONS)}
summary: {chance.choice(_SENTENCES)}
---
{"".join(chance.choice(_SENTENCES) for _ in range(8))}
"""


def _showcase(chance: random.Random, number: int, craft: int) -> str:
    return f"""id: show-{number:05}
title: 第{number}份回信
craft: {craft_slug(craft)}
tier: function
buyer: 买家{number}
received: 2026-{chance.randrange(1, 11):02}-{chance.randrange(1, 28):02}
words: 等了三周，颜色比想的深一点，我喜欢。
chosen:
  - {{option: glaze, value: [meizi]}}
outcome: out-{chance.randrange(3)}
pictures:
  - {{file: /pictures/p{chance.randrange(PICTURES):02}.jpg, alt: 插着花的瓶子, illustration: true}}
consent: {{given: 2026-11-01, scope: [words, pictures], record: 书面同意第 {number} 号}}
"""


def _stream(chance: random.Random, number: int, crafts: int) -> str:
    shown = "".join(
        f"  - {{craft: {craft_slug(one)}}}\n" for one in sorted(chance.sample(range(crafts), min(5, crafts)))
    )
    return f"""---
id: stream-{number:03}
title: 开窑夜 {number}
summary: 看一窑青瓷出来。
platform: douyin
starts: 2026-12-{number % 28 + 1:02}T20:00+08:00
kind: open-kiln
host: 阿宁
crafts:
{shown}---
{chance.choice(_SENTENCES)}
"""


def _post(chance: random.Random, number: int, crafts: int) -> str:
    return f"""---
id: post-{number:03}
title: 手记 {number}
summary: {chance.choice(_SENTENCES)}
published: 2026-{number % 10 + 1:02}-{number % 27 + 1:02}
author: 阿宁
crafts: [{craft_slug(chance.randrange(crafts))}]
---
{"".join(chance.choice(_SENTENCES) for _ in range(20))}
"""


_SITE = """name: 千件作坊
tagline: 测量用的大站
description: 每一件都由种子写成。
base_url: https://shop.example/
seller:
  name: 千件作坊
  address: 示例路 1 号
  phone: 000-00000000
  licences:
    - {title: 营业执照, number: 示例-0000, issued_by: 示例机关}
calendar:
  acknowledged_years: [2027]
sample: true
"""

_TIER = """  title: {title}
  summary: 在固定的框架里换细节
  changes: 颜色、首字母、基本纹样
  stays: 核心图形
  master_part: 传承人可以不参与
  price: {{lowest: 30, highest: 300}}
  typical_window_days: 3-7
  stream_role: traffic
  stream_use: 引流款
  buyer: 第一次接触的人
"""
_TIERS = "".join(
    f"{name}:\n{_TIER.format(title=title)}"
    for name, title in (("element", "元素定制"), ("function", "功能定制"), ("deep", "深度定制"))
)

_ABOUT = """---
id: about
title: 关于
summary: 这是一个用来测量的站。
menu: 1
---
只为测量。
"""
