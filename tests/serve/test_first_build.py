"""The first build fails: nothing is said of a last good site, for there is none; of a later one it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from ichsite.commands.serve_voice import TerminalVoice
from ichsite.plan.search import IndexSize
from ichsite.serve.loop import Loop
from ichsite.serve.screen import Screen
from ichsite.serve.workshop import Built, Workshop
from ichsite.stage.pages import Publication
from ichsite.text.diagnostic import Diagnostic, error
from ichsite.text.place import Place
from ichsite.text.words import Language, Words


@dataclass
class Shop:
    """A workshop that fails where it is told to."""

    folder: Path
    fails: bool = True
    built: list[bool] = field(default_factory=list[bool])

    def build(self, touched: frozenset[str] | None = None) -> Built:
        self.built.append(not self.fails)
        if self.fails:
            return Built(None, self.folder, (_fault(),), 0.1)
        return Built(Publication(1, (), 0, 1, IndexSize(0, 0, 0, 0, 0), changed=True), self.folder, (), 0.1)


def _fault() -> Diagnostic:
    return error("unknown-key", Place("site.yaml"), Words("没有这个字段", "no such field"))


@pytest.mark.parametrize(
    ("language", "last_good", "nothing_yet"),
    [("zh-CN", "上一次成功", "还没有"), ("en", "last good site", "no")],
)
def test_what_lies_beneath_is_told_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language, last_good: str, nothing_yet: str
) -> None:
    screen, shop = Screen(language), Shop(tmp_path)
    voice = TerminalVoice(language, tmp_path, drafts=False)
    loop = Loop(tmp_path, cast(Workshop, shop), screen, voice, lambda _wrong: _fault())

    def once() -> tuple[str, dict[str, Any]]:
        loop.once()
        return capsys.readouterr().err, screen.shown.fault or {}

    for _ in range(2):
        said, fault = once()
        assert last_good not in said and nothing_yet in said.casefold()
        assert last_good not in fault["beneath"] and nothing_yet in fault["beneath"].casefold()
    shop.fails = False
    assert once()[1] == {}
    shop.fails = True
    said, fault = once()
    assert last_good in said and last_good in fault["beneath"]
