"""The families of codes, in the order in which they are listed: from the bytes of a file to the world outside."""

from __future__ import annotations

from ichsite.text.words import Words

FAMILIES: dict[str, Words] = {
    "files": Words("文件和编码", "Files and encodings"),
    "yaml": Words("YAML 的写法", "Writing YAML"),
    "fields": Words("字段和值", "Fields and values"),
    "authenticity": Words("传承、手工与称号", "Heritage, hands and titles"),
    "registry": Words("官方名录", "The official list"),
    "threshold": Words("层级与定制阈值", "Tiers and thresholds"),
    "chance": Words("说不准的结果与抽签", "Chance and draws"),
    "time": Words("工期与交货", "Time and delivery"),
    "brief": Words("定作确认", "Order briefs"),
    "money": Words("价钱与售后", "Prices and rights"),
    "showcases": Words("买家秀与同意", "Showcases and consent"),
    "import": Words("导入表格", "Importing tables"),
    "streams": Words("直播", "Streams"),
    "polls": Words("投票与点子", "Polls and ideas"),
    "library": Words("素材库", "The material library"),
    "designs": Words("设计共创", "Design sessions"),
    "pictures": Words("图片", "Pictures"),
    "links": Words("链接与引用", "Links and references"),
    "addresses": Words("网址", "Addresses"),
    "languages": Words("译文", "Translations"),
    "site": Words("站点设置与写出", "Settings and output"),
    "theme": Words("主题", "Themes"),
    "outside": Words("外链", "Links to other sites"),
    "kit": Words("链接素材", "The link kit"),
    "running": Words("运行", "Running"),
    "machine": Words("这台电脑", "This computer"),
}
