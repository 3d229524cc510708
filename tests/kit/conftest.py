"""The demonstration site as it is known before anything is rendered, once a session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from ichsite.assess.dossier import Dossier
from ichsite.commands.session import session
from ichsite.pipeline import check
from ichsite.render.filters import Speech
from ichsite.request import Request
from ichsite.stage.known import Known
from ichsite.text.address import BaseUrl
from ichsite.text.words import Language
from tests.invariants.demonstration import REPOSITORY

TODAY = date(2026, 11, 22)
BASE = BaseUrl("https://example.com", "/")


@dataclass(frozen=True)
class Demonstration:
    """What is known, and every dossier in both languages."""

    known: Known
    dossiers: dict[str, Dossier]
    english: dict[str, Dossier]

    def speech(self, language: Language) -> Speech:
        assert self.known.theme is not None
        base = BASE if language == "zh-CN" else BaseUrl(BASE.origin, BASE.path, language)
        return Speech(base, language, "CNY", self.known.theme.catalogue(language))


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    root = tmp_path_factory.mktemp("kit") / "site"
    shutil.copytree(REPOSITORY / "content", root / "content")
    for name in ("site.yaml", "site.en.yaml"):
        shutil.copy(REPOSITORY / name, root / name)
    request = Request(root, TODAY, 1, clean=False, strict=False, drafts=False)
    with session(request, lambda *_: None) as desk:
        known, findings = check(desk)
        assert known is not None
        assert not [one for one in findings if one.severity == "error"]
        yield Demonstration(
            known,
            {slug: desk.memo.take(held) for slug, held in known.dossiers.items()},
            {slug: desk.memo.take(held) for slug, held in known.editions[0].dossiers.items()},
        )
