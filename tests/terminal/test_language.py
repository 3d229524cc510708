"""Which language is spoken: `--lang`, else `ICHSITE_LANG`, else the site's, else the system's; by every command, and by click."""

from __future__ import annotations

import gettext
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

import click
import pytest

from ichsite.commands.language import DOMAIN, LOCALES, settle, site_language
from ichsite.commands.root import ichsite
from tests.forked_runs import forked_runs
from tests.sites_support import laid_out
from tests.terminal.person import at_terminal, environment, seen
from tools.help_catalogue import PO, compiled


def _run(root: Path, *arguments: str, **given: str) -> tuple[bytes, int]:
    if any(name.startswith("PYTHON") for name in given):
        words = [sys.executable, "-m", "ichsite", "-C", str(root), *arguments]
        done = subprocess.run(words, capture_output=True, env=environment(**given), check=False, timeout=60)
        out, err, code = done.stdout, done.stderr, done.returncode
    else:
        code, out, err = forked_runs().run(["-C", str(root), *arguments], environment(**given), str(Path.cwd()), 60)
    assert b"Traceback" not in err
    return out + err, code


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A process in which no language was settled."""
    for name in ("ICHSITE_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    domain, settled = gettext.textdomain(), list(import_module("ichsite.commands.language")._settled)
    yield monkeypatch
    gettext.textdomain(domain)
    import_module("ichsite.commands.language")._settled[:] = settled


def _site(root: Path, language: str) -> str:
    root.mkdir(exist_ok=True)
    (root / "site.yaml").write_bytes(f"name: 山川\nlanguage: {language}\n".encode("gbk"))
    return str(root)


def test_the_order_of_who_is_asked(tmp_path: Path, clean: pytest.MonkeyPatch) -> None:
    zh, en = _site(tmp_path / "zh", "zh-CN  # 中文"), _site(tmp_path / "en", '"en"')
    clean.chdir(tmp_path)
    assert settle(["check"]) == "en"
    clean.setenv("LANG", "zh_CN.UTF-8")
    assert settle(["check"]) == "zh-CN"
    clean.setenv("LC_ALL", "C")
    assert settle(["check"]) == "en"
    assert settle(["-C", zh, "check"]) == "zh-CN"
    assert settle(["init", "shop", "--language", "zh"]) == "zh-CN", "who begins a site in Chinese reads Chinese"
    assert settle(["init", "shop", "--language=zh-CN", "--lang", "en"]) == "en"
    assert settle(["-C", str(tmp_path), "check", "-Czh"]) == "zh-CN"
    assert settle(["-C", zh, "check"], "ascii") == "en", "nobody asked for what the terminal cannot show"
    clean.setenv("ICHSITE_LANG", "zh-CN")
    assert settle(["-C", en, "check"], "ascii") == "zh-CN"
    assert settle(["-C", zh, "check", "--lang", "en"]) == "en"
    assert settle(["--lang=en", "check"]) == "en"
    assert settle(["check", "--lang", "fr"]) == "zh-CN"
    assert settle(["links", "--", "--lang", "en"]) == "zh-CN"


@pytest.mark.parametrize("name", ["zh", "zh_CN", "zh-Hans", "ZH-cn", "zh_CN.UTF-8", "zh-TW", "Chinese", "中文"])
def test_chinese_by_any_name(name: str, tmp_path: Path, clean: pytest.MonkeyPatch) -> None:
    clean.setenv("LANG", "en_US.UTF-8")
    assert settle(["check", "--lang", name]) == "zh-CN"
    clean.setenv("ICHSITE_LANG", name)
    assert settle(["check"]) == "zh-CN"
    assert settle(["check", "--lang", "en-US"]) == "en"


def test_every_command_takes_such_a_name(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    said, code = _run(root, "check", "--lang", "zh", "--today", "2026-11-22")
    assert code == 0 and "没有问题" in said.decode()
    assert _run(root, "--lang", "en-GB", "schema")[0] == _run(root, "schema", "--lang", "en")[0]
    said, code = _run(root, "links", "--in", "zh_CN", "--lang", "en_US", "--limits")
    assert code == 0, said.decode()
    said, code = _run(root, "check", "--lang", "fr")
    assert code == 2 and "fr" in said.decode()


@pytest.mark.parametrize(("name", "language"), [("zh", "zh-CN"), ("zh-Hans-CN", "zh-CN"), ("en_US", "en")])
def test_a_site_is_begun_in_a_language_by_any_name(name: str, language: str, tmp_path: Path) -> None:
    said, code = _run(tmp_path, "init", "site", "--language", name)
    assert code == 0, said.decode()
    assert site_language(tmp_path / "site") == language


def test_no_site_in_traditional_characters_is_promised(tmp_path: Path) -> None:
    said, code = _run(tmp_path, "init", "site", "--language", "zh-TW")
    assert code == 2 and "zh-TW" in said.decode()
    assert not (tmp_path / "site").exists()


def test_a_site_says_its_language_in_any_encoding(tmp_path: Path) -> None:
    _site(tmp_path, "zh-CN")
    assert site_language(tmp_path) == "zh-CN"
    (tmp_path / "site.yaml").write_bytes(b"name: x\r\nlanguage: 'en'\r\n")
    assert site_language(tmp_path) == "en"
    (tmp_path / "site.yaml").write_bytes(b"seller:\n  language: en\n")
    assert site_language(tmp_path) is None
    (tmp_path / "site.yaml").unlink()
    os.mkfifo(tmp_path / "site.yaml")
    assert site_language(tmp_path) is None


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("--help",), "用法：", "Usage:"),
        (("doctor", "--help"), "原件留底", "originals are kept"),
        (("bild",), "没有 bild 这个命令。 是不是想写 'build'？", "No such command 'bild'. Did you mean 'build'?"),
        (("build", "--jobs", "99"), "'--jobs' 写得不对", "Invalid value for '--jobs'"),
        (("check", "--today", "昨天"), "不是日期，写成 2026-11-22 这样", "is no day; write 2026-11-22"),
    ],
)  # fmt: skip
def test_click_speaks_it_too(arguments: tuple[str, ...], zh: str, en: str, tmp_path: Path) -> None:
    root = tmp_path
    said, _ = _run(root, *arguments, ICHSITE_LANG="zh-CN")
    assert zh in said.decode() and "Usage" not in said.decode()
    if arguments[0] not in ("--help", "bild"):
        return
    said, _ = _run(root, *arguments, ICHSITE_LANG="en")
    assert en in said.decode() and "用法" not in said.decode()


def test_terminals_of_other_encodings_get_what_they_can_show(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "site")
    path = root / "content/crafts/vase/index.md"
    path.write_text(path.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    with (root / "site.yaml").open("a", encoding="utf-8") as opened:
        opened.write("language: zh-CN\n")
    text, code = seen(at_terminal(root, "check", encoding="gbk", PYTHONIOENCODING="gbk", NO_COLOR="1"))
    assert code == 1 and "个错误" in text and "unknown-key" in text
    text, code = seen(at_terminal(root, "check", encoding="ascii", PYTHONIOENCODING="ascii", NO_COLOR="1"))
    assert code == 1 and "1 error" in text and "Traceback" not in text
    for arguments in (("doctor",), ("--help",)):
        said, code = _run(root, *arguments, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii", ICHSITE_LANG="zh-CN")
        assert code in (0, 1, 2) and said
    text, code = seen(at_terminal(root, "doctor", encoding="ascii", PYTHONIOENCODING="ascii", NO_COLOR="1"))
    assert code == 0 and "terminal-encoding" in text


def _texts(command: click.Command) -> Iterator[str]:
    if command.help:
        yield cleandoc(command.help)
    yield from (one.help for one in command.params if isinstance(one, click.Option) and one.help)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):  # those too that are imported when they are called
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _texts(inner)


def test_every_help_text_has_its_chinese(clean: pytest.MonkeyPatch) -> None:
    with PO.with_suffix(".mo").open("rb") as opened:
        catalogue = gettext.GNUTranslations(opened)
    settle(["--lang", "en"])
    texts = list(_texts(ichsite))
    assert "Warnings are errors." in texts and "The folder of the photographs." in texts
    assert sorted({text for text in texts if catalogue.gettext(text) == text}) == []


def test_the_catalogue_is_compiled() -> None:
    assert gettext.find(DOMAIN, LOCALES, ["zh_CN"]) == str(PO.with_suffix(".mo"))
    assert PO.with_suffix(".mo").read_bytes() == compiled(), "run python -m tools.help_catalogue"
