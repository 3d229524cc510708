"""Platforms 平台, and the places where something is said or sent: a platform, a group, a form, a hashtag."""

from __future__ import annotations

from typing import Literal

from ichsite.model.scalar import OneOf

Platform = Literal["douyin", "taobao", "kuaishou", "wechat", "bilibili", "xiaohongshu", "youtube", "tiktok", "shop"]
PLATFORM_TERMS = OneOf(
    douyin="抖音",
    taobao="淘宝直播",
    kuaishou="快手",
    wechat="视频号",
    bilibili="哔哩哔哩",
    xiaohongshu="小红书",
    youtube="YouTube",
    tiktok="TikTok",
    shop="自有店铺",
)
AnswerPlace = Literal[
    "douyin",
    "taobao",
    "kuaishou",
    "wechat",
    "bilibili",
    "xiaohongshu",
    "youtube",
    "tiktok",
    "shop",
    "group",
    "form",
    "hashtag",
]
ANSWER_PLACE_TERMS = OneOf(**PLATFORM_TERMS.terms, group="群", form="表单", hashtag="话题")
