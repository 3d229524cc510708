"""Field names in Chinese that only `content/audiences.yaml` has (see `ichsite.decode.chinese_names`)."""

from __future__ import annotations

AUDIENCE_NAMES = {
    "audiences": "人群 画像 用户画像",
    "for_whom": "适合谁 给谁",
    "tips": "怎么选 怎么挑 提示",
    "within_days": "几天内到手 天数 几天内",
    "tiers": "层级",
    "include": "也算上 包括",
    "exclude": "不算 不包括 排除",
    "what": "是什么 要什么",
    "under": "起价不超过 不超过 以内",
    "at_least": "至少几样 至少",
}
