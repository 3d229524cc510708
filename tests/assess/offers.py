"""Offers from a few lines, as typed values."""

from __future__ import annotations

from typing import Any

from ichsite.decode.compose import compose
from ichsite.decode.typed import typed
from ichsite.model.offer import Customization, Offer

REASON = "{basis: physical, words: 试出来的}"

OPTIONS = f"""
      - {{kind: number, id: width, label: 宽, unit: mm, lowest: 10, highest: 40, step: 1, reason: {REASON}}}
      - {{kind: number, id: height, label: 高, unit: mm, lowest: 0, highest: 60, step: 5, reason: {REASON}}}
      - {{kind: text, id: words, label: 刻字, most_characters: 12, scripts: [han, latin], character_mm: 2, reason: {REASON}}}
      - kind: choice
        id: rim
        label: 边
        values: [{{id: plain, label: 素边, measure: 4}}, {{id: wide, label: 宽边, measure: 12}}]
        reason: {REASON}
      - kind: colour
        id: paint
        label: 点彩
        at_most: 2
        palette:
          - {{id: blue, label: 蓝, value: "#224488"}}
          - {{id: red, label: 红, value: "#aa2222"}}
          - {{id: green, label: 绿, value: "#228844"}}
        reason: {REASON}
      - {{kind: picture, id: sketch, label: 参考图, wanted: 一张草图, most_files: 2, reason: {REASON}}}
      - kind: size-table
        id: body
        label: 尺寸
        unit: cm
        step: 1
        measures: [{{id: neck, label: 颈, lowest: 30, highest: 50}}, {{id: wrist, label: 腕, lowest: 12, highest: 22}}]
        reason: {REASON}
"""


def offer(*limits: str, required: tuple[str, ...] = ()) -> Offer:
    """An offer with one option of each kind; each limit is a YAML flow mapping without its reason."""
    lines = "".join(f"\n      - {{{limit}, reason: {REASON}}}" for limit in limits) or " []"
    text = f"offers:\n  - tier: element\n    summary: 试\n    price: {{lowest: 1, highest: 2}}\n    options:{OPTIONS}    limits:{lines}\n    after_sale: {{inspection_days: 7, repair: 修, remake: 换, price_cut: 减, cancelling: 可}}\nrandomness: {{controllability: high}}\n"
    plain: Any = compose(text)
    for option in plain["offers"][0]["options"]:
        if option["id"] in required:
            option["required"] = "yes"
    value, findings = typed("customization.yaml", plain, Customization)
    assert value is not None, findings
    return value.offers[0]
