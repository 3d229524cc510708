"""Links, pipes, names and addresses that would lead out of the project, hang the build, or collide."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.invariants.trees import attempted, built, tree
from tests.sites_support import ichsite, laid_out

POST = "---\nid: {id}\ntitle: 标题\nsummary: 概要\npublished: 2026-11-01\nauthor: 阿宁\n---\n正文。\n"
OUTSIDE = "---\nid: secret\ntitle: 外面的秘密\nsummary: 秘密\npublished: 2026-11-01\nauthor: 谁\n---\n外面的秘密。\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base site, built once."""
    root = laid_out(tmp_path_factory.mktemp("published") / "site")
    built(root)
    return root


@pytest.fixture
def root(published: Path, tmp_path: Path) -> Path:
    """A built site; beside the project lies a file that is none of its business."""
    outside = tmp_path / "outside"
    (outside / "pictures").mkdir(parents=True)
    (outside / "secret.md").write_text(OUTSIDE, "utf-8")
    root = tmp_path / "site"
    shutil.copytree(published, root)
    shutil.copy(root / "content/crafts/vase/cover.jpg", outside / "pictures/secret.jpg")
    return root


def refused(root: Path, code: str, *named: str) -> str:
    """The build fails with this code (one of several, where `|` stands between them), names the files, and leaves
    the output as it was."""
    before = tree(root / "output")
    done, said = attempted(root)
    assert not done, said
    assert any(f"error[{one}]" in said for one in code.split("|")), said
    for name in named:
        assert name in said, said
    assert "外面的秘密" not in said
    assert tree(root / "output") == before
    return said


def _file_link(root: Path) -> str:
    (root / "content/posts/out.md").symlink_to(root.parent / "outside/secret.md")
    return "content/posts/out.md"


def _relative_link(root: Path) -> str:
    (root / "content/posts/out.md").symlink_to("../../../outside/secret.md")
    return "content/posts/out.md"


def _folder_link(root: Path) -> str:
    (root / "content/posts/out").symlink_to(root.parent / "outside")
    return "content/posts/out"


def _chain_of_links(root: Path) -> str:
    (root / "content/posts/two.md").symlink_to(root.parent / "outside/secret.md")
    (root / "content/posts/one.md").symlink_to("two.md")
    return "content/posts/one.md"


def _kind_as_link(root: Path) -> str:
    (root / "content/posts").rename(root.parent / "outside/posts")
    (root / "content/posts").symlink_to(root.parent / "outside/posts")
    return "content/posts"


def _content_as_link(root: Path) -> str:
    (root / "content").rename(root.parent / "outside/content")
    (root / "content").symlink_to(root.parent / "outside/content")
    return "content"


def _settings_as_link(root: Path) -> str:
    (root / "site.yaml").rename(root.parent / "outside/site.yaml")
    (root / "site.yaml").symlink_to(root.parent / "outside/site.yaml")
    return "site.yaml"


def _picture_link(root: Path) -> str:
    cover = root / "content/crafts/vase/cover.jpg"
    cover.unlink()
    cover.symlink_to(root.parent / "outside/pictures/secret.jpg")
    return "content/crafts/vase/cover.jpg"


def _proc_link(root: Path) -> str:
    (root / "content/posts/environment.md").symlink_to("/proc/self/environ")
    return "content/posts/environment.md"


@pytest.mark.parametrize(
    "lay",
    [
        _file_link,
        _relative_link,
        _folder_link,
        _chain_of_links,
        _kind_as_link,
        _content_as_link,
        _settings_as_link,
        _picture_link,
        _proc_link,
    ],
    ids=lambda lay: lay.__name__.strip("_"),
)
def test_a_link_that_leaves_the_project_is_named(lay: Callable[[Path], str], root: Path) -> None:
    refused(root, "link-outside", lay(root))


def test_a_link_that_stays_inside_is_followed(root: Path) -> None:
    (root / "content/posts/again.md").symlink_to("first.md")
    (root / "content/posts/first.md").rename(root / "content/posts/again-real.md")
    (root / "content/posts/again.md").unlink()
    (root / "content/posts/first.md").symlink_to("_kept.md")
    (root / "content/posts/again-real.md").rename(root / "content/posts/_kept.md")
    built(root)
    assert (root / "output/posts/first/index.html").is_file()


@pytest.mark.parametrize("target", ["gone.md", "loop.md", "/nowhere/at/all"])
def test_a_link_to_nowhere_or_to_itself_is_named(target: str, root: Path) -> None:
    (root / "content/posts/loop.md").symlink_to(target)
    refused(root, "link-dangling", "content/posts/loop.md")


@pytest.mark.parametrize("target", [".", "..", "../..", "../posts"])
def test_a_folder_that_contains_itself_is_named(target: str, root: Path) -> None:
    (root / "content/posts/again").symlink_to(target)
    refused(root, "link-loop", "content/posts/again")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        before = Path.cwd()
        os.chdir(path.parent)  # the name of a socket may not be long
        one.bind(path.name)
        os.chdir(before)


@pytest.mark.parametrize("make", [_pipe, _socket], ids=["pipe", "socket"])
@pytest.mark.parametrize("where", ["posts/pipe.md", "crafts/vase/pipe.jpg", "posts/folder/index.md"])
def test_pipes_and_sockets_are_not_opened(make: Callable[[Path], None], where: str, root: Path) -> None:
    path = root / "content" / where
    path.parent.mkdir(exist_ok=True)
    make(path)
    refused(root, "file-special", f"content/{where}")


def test_settings_that_are_a_pipe_do_not_hang(root: Path) -> None:
    (root / "site.yaml").unlink()
    os.mkfifo(root / "site.yaml")
    refused(root, "file-special", "site.yaml")


def test_folders_without_end(root: Path) -> None:
    deep = root / "content/posts" / "/".join("d" * 40)
    deep.mkdir(parents=True)
    (deep / "index.md").write_text(POST.format(id="deep"), "utf-8")
    refused(root, "folder-too-deep")


@pytest.mark.parametrize(
    "name", [b"\xff\xfe.md", b"line\nbreak.md", b"esc\x1b[31m.md", "鸟\u202egnp.md".encode(), b"nul\x7f.md"]
)
def test_names_that_cannot_be_read(name: bytes, root: Path) -> None:
    path = os.fsencode(root / "content/posts") + b"/" + name
    try:
        with open(path, "wb") as file:  # noqa: PTH123  a name in bytes
            file.write(POST.format(id="odd").encode())
    except OSError:
        pytest.skip("this file system does not take such names")
    refused(root, "file-name")
    run = ichsite(root, "build", timeout=20)
    assert run.code == 1 and "[file-name]" in run.err
    assert "\x1b" not in run.err and "\u202e" not in run.err


@pytest.mark.parametrize(
    "name",
    [
        "CON",
        "aux",
        "com1",
        "nul.backup",
        "a:b",
        "x.",
        "a b",
        "a\\b",
        "what?",
        "50%",
        "%2e%2e",
        "%252e%252e%252f",
        "a&b",
        "#one",
        'qu"ote',
        "<b>",
        "404",
        "assets",
        "index",
        "全\u3000角",
        "零\u200b宽",
    ],
)
def test_names_that_cannot_be_addresses(name: str, root: Path) -> None:
    (root / "content/posts" / f"{name}.md").write_text(POST.format(id="odd"), "utf-8")
    refused(root, "slug|file-name")


def test_a_long_chinese_name_is_an_address_or_is_refused_in_words(root: Path) -> None:
    """86 characters are 258 bytes: more than a file system takes in one name, so 80 are tried."""
    (root / "content/posts" / f"{'瓷' * 80}.md").write_text(POST.format(id="long"), "utf-8")
    done, said = attempted(root)
    assert done or "error[slug]" in said


@pytest.mark.parametrize(
    ("one", "other"),
    [("first", "First"), ("caf\u00e9", "cafe\u0301"), ("straße", "strasse"), ("ﬁn", "fin"), ("瓷器", "瓷\u5668")],
)
def test_names_that_are_one_on_another_disk(one: str, other: str, root: Path) -> None:
    if one == other:
        pytest.skip("the same name")
    for name, number in ((one, 1), (other, 2)):
        (root / "content/posts" / f"{name}.md").write_text(POST.format(id=f"twin-{number}"), "utf-8")
    if len({path.name for path in (root / "content/posts").iterdir()} & {f"{one}.md", f"{other}.md"}) < 2:
        pytest.skip("this disk takes the two for one")
    refused(root, "name-collision", one, other)


def test_one_item_in_two_files_is_named(root: Path) -> None:
    (root / "content/posts/first").mkdir()
    (root / "content/posts/first/index.md").write_text(POST.format(id="again"), "utf-8")
    refused(root, "item-twice", "posts/first.md", "posts/first/index.md")


@pytest.mark.parametrize(
    "file",
    [
        "../../../../outside/pictures/secret.jpg",
        "..%2f..%2f..%2f..%2foutside/pictures/secret.jpg",
        "%2e%2e/%2e%2e/%2e%2e/%2e%2e/outside/pictures/secret.jpg",
        "%252e%252e/%252e%252e/secret.jpg",
        "..\\..\\outside\\secret.jpg",
        "C:\\secret.jpg",
        "C:/secret.jpg",
        "//outside/secret.jpg",
        "file:///etc/passwd",
        "https://example.com/a.jpg",
        "a%00.jpg",
        "/../../outside/pictures/secret.jpg",
        "",
    ],
)
def test_pictures_outside_are_refused(file: str, root: Path) -> None:
    page = root / "content/crafts/vase/index.md"
    page.write_text(page.read_text("utf-8").replace("file: cover.jpg", f"file: '{file}'"), "utf-8")
    refused(root, "picture-path|picture-missing|empty-text", "content/crafts/vase/index.md:13:")


@pytest.mark.parametrize("file", ["../plaque/cover.jpg", "Cover.jpg", "gone.jpg", "."])
def test_pictures_that_are_elsewhere_or_not_there_are_named(file: str, root: Path) -> None:
    page = root / "content/crafts/vase/index.md"
    page.write_text(page.read_text("utf-8").replace("file: cover.jpg", f"file: {file}"), "utf-8")
    refused(root, "picture-path|picture-missing", "content/crafts/vase/index.md:13:")


def test_a_theme_outside_is_not_read(root: Path) -> None:
    packaged = Path(__file__).resolve().parents[2] / "themes/default"
    shutil.copytree(packaged, root.parent / "outside/theme")
    (root / "themes").mkdir()
    (root / "themes/default").symlink_to(root.parent / "outside/theme")
    refused(root, "link-outside", "themes/default")


@pytest.mark.parametrize("name", ["../outside", "/etc", "default/../default", "C:", "Default"])
def test_a_theme_is_named_not_located(name: str, root: Path) -> None:
    site = root / "site.yaml"
    site.write_text(site.read_text("utf-8") + f"theme: '{name}'\n", "utf-8")
    before = tree(root / "output")
    done, said = attempted(root)
    assert not done and "site.yaml:" in said
    assert tree(root / "output") == before


def test_files_that_vanish_meanwhile_leave_a_clean_word(root: Path) -> None:
    import threading

    over = threading.Event()

    def come_and_go() -> None:
        while not over.wait(0.001):
            path = root / "content/posts/ghost.md"
            path.write_text(POST.format(id="ghost"), "utf-8")
            path.unlink()

    ghost = threading.Thread(target=come_and_go)
    ghost.start()
    try:
        for _ in range(6):
            run = ichsite(root, "build", timeout=30)
            assert "Traceback" not in run.err and "itself" not in run.err and "自己出错" not in run.err, run.err
    finally:
        over.set()
        ghost.join()
