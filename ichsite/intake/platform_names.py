"""Where something was said, as forms and exports name it."""

from __future__ import annotations

import unicodedata

from ichsite.model.call import ANSWER_PLACE_TERMS, AnswerPlace

_NAMES: dict[AnswerPlace, tuple[str, ...]] = {
    "douyin": ("抖音", "douyin"),
    "taobao": ("淘宝", "天猫", "taobao"),
    "kuaishou": ("快手", "kuaishou"),
    "group": ("群", "社群", "group"),
    "wechat": ("视频号", "微信", "wechat"),
    "bilibili": ("哔哩哔哩", "b站", "bilibili"),
    "xiaohongshu": ("小红书", "xiaohongshu", "rednote"),
    "youtube": ("youtube", "油管"),
    "tiktok": ("tiktok",),
    "shop": ("店铺", "小程序", "线下店", "shop"),
    "form": ("表单", "问卷", "金数据", "腾讯文档", "form", "survey"),
    "hashtag": ("话题", "hashtag"),
}


def platform_meant(name: str) -> AnswerPlace | None:
    """The place that a name stands for; None where it is none. `微信群` is a group, `视频号` is WeChat's."""
    plain = "".join(unicodedata.normalize("NFKC", name).casefold().split())
    for place, names in _NAMES.items():
        if plain == place or any(one in plain for one in names):
            return place
    return None


def place_said(place: AnswerPlace) -> str:
    """The Chinese name of a place."""
    return ANSWER_PLACE_TERMS.terms[place.replace("-", "_")] if place in _NAMES else place
