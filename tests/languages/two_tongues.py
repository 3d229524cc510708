"""The base site in two languages, some of it translated: the vase wholly, the plaque not at all."""

from __future__ import annotations

from pathlib import Path

from tests.sites_support import ichsite, laid_out

ORIGIN = "https://trial.example"
FILES = {
    "site.en.yaml": "试验作坊: Trial Workshop\n测试用的小站: A small site for tests\n青瓷: celadon\n浙江龙泉: Longquan\n",
    "content/crafts/vase/index.en.md": (
        "---\ntitle: Celadon vase\nsummary: The mouth follows the bunch.\n"
        "words:\n  一只青瓷花瓶: A celadon vase\n  拉坯: Throwing\n---\n"
        "Thrown first, then glazed.\n\n## The kiln\n\nSee [Master Ye](master:ye) and [below](#the-kiln).\n"
    ),
    "content/crafts/vase/customization.en.yaml": (
        "口径: Width of the mouth\n梅子青: plum green\n改口径和高度: Another mouth and height\n釉烧: Glaze firing\n"
    ),
    "content/posts/first.en.md": "---\ntitle: One kiln, four greens\n---\nSee the [vase](craft:vase#the-kiln).\n",
}


def in_two_languages(root: Path, base: str = "/", main: str = "zh-CN", also: str = "en") -> Path:
    """The base site in `root` with `FILES` over it."""
    laid_out(root)
    settings = root / "site.yaml"
    text = settings.read_text("utf-8").replace("https://shop.example/", f"{ORIGIN}{base}")
    settings.write_text(f"{text}language: {main}\nalso_in: [{also}]\n", "utf-8")
    if main == "zh-CN":
        for path, content in FILES.items():
            (root / path).write_text(content, "utf-8")
    return root


def built(root: Path, *arguments: str) -> Path:
    """The output of a build that must succeed without a finding."""
    run = ichsite(root, "build", "--strict", *arguments)
    assert run.code == 0, run.err
    return root / "output"


def published(output: Path) -> dict[str, bytes]:
    """Every published file with its bytes."""
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
