"""A brief of the base site, and what its workshop promises otherwise later: a threshold, the window, the revision rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ichsite.brief.brief import Brief
from ichsite.brief.terms import read_terms
from ichsite.brief.text import brief_text
from tests.brief.answers import address

FIRST, LATER = "2026-11-22", "2026-12-01"


@dataclass(frozen=True)
class Later:
    """What is written otherwise in `customization.yaml`, the lines in which the terminal says so (Chinese and English), the
    words in which the browser does, in their order; `possible` is whether the brief could be made anew."""

    old: str
    new: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    browser: tuple[str, ...]
    possible: bool


LATERS = {
    "threshold": Later(
        "        lowest: 10\n",
        "        lowest: 20\n",
        ("能改什么：宽：范围：10–40 毫米 → 20–40 毫米",),
        ("What can be changed: 宽: how far: 10–40 mm → 20–40 mm",),
        ("宽", "10", "20"),
        possible=False,
    ),
    "window": Later(
        "working_days: 2-3",
        "working_days: 6-9",
        ("工期：錾刻：工作日：2–3 个工作日 → 6–9 个工作日",),
        ("Days: 錾刻: working days: 2–3 working days → 6–9 working days",),
        ("錾刻", "2–3", "6–9"),
        possible=True,
    ),
    "revisions": Later(
        "revisions: 2, change: free",
        "change: paid, change_cost: 50",
        (
            "修改规则：排字：可否修改：免费可改 → 付费可改",
            "修改规则：排字：修改费用：没有 → ¥50",
            "修改规则：排字：含修改次数：2 → 没有",
        ),
        ("Changing your mind: 排字: may it be changed: Free → Paid",),
        ("排字", "免费可改", "付费可改"),
        possible=True,
    ),
}


def versions(root: Path) -> dict[str, Path]:
    """The versions of the plaque's first tier that were written down."""
    return {path.name.split(".")[-2]: path for path in (root / "content/promises").glob("*.element.*.json")}


def brief_of(root: Path, version: str) -> tuple[Brief, str]:
    """A brief under a version that was published, and its text."""
    terms = read_terms((root / "output/promises" / version / "terms.json").read_bytes())
    day = date(2026, 12, 3)
    one = Brief(
        craft=terms.craft,
        tier="element",
        version=version,
        made=date.fromisoformat(FIRST),
        window=(day, date(2026, 12, 7)),
        price=(18_000, 18_000),
        ticks=("time", "chance", "revision", "returns"),
        wish={"width": ("16",), "words": ("福寿",)},
        note="写给外婆",
    )
    return one, brief_text(one, terms, address(one))


def change(root: Path, later: Later) -> None:
    """The workshop's own edit."""
    file = root / "content/crafts/plaque/customization.yaml"
    text = file.read_text("utf-8")
    assert text.count(later.old) >= 1
    file.write_text(text.replace(later.old, later.new, 1), "utf-8")
