"""`ichsite new`: every kind in its place, commented, a draft that `check --strict` accepts; no name is taken twice."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ichsite.commands.placing import Unmade
from ichsite.schema.files import editor_line, schema_name
from ichsite.text.placeholder import LEFT, MARK
from tests.images.samples import SECRETS, jpeg, scene, with_secrets
from tests.invariants.trees import built, tree
from tests.scaffold.site import DAY, begun, made, said
from tests.schema.editor import complaints, seen
from tests.sites_support import ichsite


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return begun(tmp_path / "site", "--language", "zh-CN")


def fields(path: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z_]+): (.*)$", path.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_kind_is_valid_at_once(tmp_path: Path, language: str) -> None:
    root = begun(tmp_path / "site", "--language", language)
    before = tree(root)
    assert made(root, "craft", "青瓷杯") == 0
    assert made(root, "craft", "Screen: deep & old", "--tier", "deep", "--master", "zhu-qing") == 0
    assert made(root, "master", "张三") == 0
    assert made(root, "showcase", "一只杯", "--craft", "qing-ci-bei") == 0
    assert made(root, "stream", "开窑", "--at", "2026-12-25 20：00", "--craft", "bamboo-tray") == 0
    assert made(root, "call", "瓶口", "--stream", "first-evening", "--craft", "bamboo-tray") == 0
    assert made(root, "call", "问一句") == 0
    assert made(root, "poll", "投一投", "--stream", "first-evening", "--craft", "bamboo-tray") == 0
    assert made(root, "ideas", "点子", "--craft", "bamboo-tray") == 0
    assert made(root, "design", "瓶颈", "--stream", "first-evening", "--craft", "bamboo-tray") == 0
    assert made(root, "material", "竹节纹", "--craft", "bamboo-tray") == 0
    assert made(root, "material", "竹色", "--kind", "palette") == 0
    assert made(root, "material", "劈篾", "--kind", "film") == 0
    assert made(root, "event", "盘扣", "--at", "2026-12-25 20:00", "--craft", "bamboo-tray") == 0
    assert made(root, "audience", "送父母") == 0
    assert made(root, "feedback", "再小一点", "--craft", "bamboo-tray") == 0
    assert made(root, "post", "no", "--craft", "bamboo-tray", "--address", "said-no") == 0
    now = tree(root)
    book = "content/audiences.yaml"  # the one file to which an item is added: of what stood there not a letter changes
    assert now[book].startswith(before.pop(book)) and b"\n  - id: song-fu-mu\n" in now[book]
    assert before.items() <= now.items()
    new = {path for path in now if path not in before and not path.startswith(".ichsite/")}
    assert new == {
        book,
        "content/crafts/qing-ci-bei/index.md",
        "content/crafts/qing-ci-bei/customization.yaml",
        "content/crafts/screen-deep-old/index.md",
        "content/crafts/screen-deep-old/customization.yaml",
        "content/masters/zhang-san/index.md",
        "content/showcases/yi-zhi-bei/showcase.yaml",
        "content/streams/kai-yao.md",
        "content/calls/ping-kou.md",
        "content/calls/wen-yi-ju.md",
        "content/polls/tou-yi-tou/poll.yaml",
        "content/ideas/dian-zi/ideas.yaml",
        "content/designs/ping-jing/index.md",
        "content/materials/zhu-jie-wen/index.md",
        "content/materials/zhu-jie-wen/zhu-jie-wen.svg",
        "content/materials/zhu-se.md",
        "content/materials/pi-mie/index.md",
        "content/events/pan-kou.md",
        "content/feedback/zai-xiao-yi-dian.md",
        "content/posts/said-no.md",
    }
    assert said(root) == []
    # nothing that explains is left in a text once the placeholders are gone
    for path in (path for path in new if path.endswith(".md")):
        lines = now[path].decode().rpartition("\n---\n")[2].split("\n")
        assert [line for line in lines if line and not LEFT.match(line)] == [], path
    # an editor has nothing to complain of either
    for path in sorted(now):
        if (kind := schema_name(path)) is not None:
            assert complaints(kind, seen(now[path].decode(), path)) == [], path
            if path.endswith(".yaml"):
                assert now[path].decode().startswith(editor_line(path)), path
    # as drafts they are whole as well: what is missing is missing, and nothing is malformed
    assert {re.search(r"\[(.*)\]", line)[1] for line in said(root, drafts=True)} == {  # type: ignore[index]
        "craft-without-picture",
        "showcase-without-consent",
        "showcase-forbidden-options",
        "placeholder-left",
    }
    # `check --drafts` is said to tell what is missing: in every file where something is to be written, none of it an error
    left = {line.split()[0] for line in said(root, drafts=True) if "warning[placeholder-left]" in line}
    assert left == {
        path for path in new if re.search("（待写）|\\(to write\\)", now[path].decode().split("\n---\n")[0])
    }
    mark, foreign = (MARK.en, MARK.zh) if language == "en" else (MARK.zh, MARK.en)
    assert all(
        mark in now[path].decode() and foreign not in now[path].decode() for path in new if not path.endswith(".svg")
    )
    assert fields(root / "content/posts/said-no.md")["title"] == "'no'"
    assert fields(root / "content/streams/kai-yao.md")["starts"] == "2026-12-25T20:00+08:00"
    assert fields(root / "content/events/pan-kou.md")["ends"] == "2026-12-25T22:00+08:00"
    assert fields(root / "content/calls/ping-kou.md")["stream"] == "first-evening"
    assert "opens" in fields(root / "content/calls/wen-yi-ju.md"), "without a stream it has days of its own"
    assert fields(root / "content/designs/ping-jing/index.md")["stream"] == "first-evening"
    assert fields(root / "content/materials/zhu-jie-wen/index.md")["suits"] == "[bamboo-tray]"
    assert "masters: [zhu-qing]" in now["content/crafts/qing-ci-bei/index.md"].decode(), "the only master"
    assert b"master_takes_part" in now["content/crafts/screen-deep-old/customization.yaml"]


def test_nothing_new_is_published_until_it_is_finished(root: Path) -> None:
    made(root, "craft", "青瓷杯")
    built(root, today=DAY)
    assert not (root / "output/crafts/qing-ci-bei").exists()
    assert "qing-ci-bei" not in (root / "content/permalinks.yaml").read_text("utf-8")
    page = root / "content/crafts/qing-ci-bei/index.md"
    page.write_text(page.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    assert said(root) == [
        "content/crafts/qing-ci-bei/customization.yaml error[placeholder-left]",
        "content/crafts/qing-ci-bei/index.md error[placeholder-left]",
        "content/crafts/qing-ci-bei/index.md warning[craft-without-picture]",
    ]
    for path in (page, page.with_name("customization.yaml")):
        path.write_text(path.read_text("utf-8").replace(MARK.zh, ""), "utf-8")
    assert said(root) == ["content/crafts/qing-ci-bei/index.md warning[craft-without-picture]"]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_whatever_kind_is_published_too_early_is_refused(tmp_path: Path, language: str) -> None:
    root = begun(tmp_path / "site", "--language", language)
    made(root, "master", "张三")
    made(root, "showcase", "一只盘", "--craft", "bamboo-tray")
    made(root, "stream", "开窑", "--craft", "bamboo-tray")
    made(root, "post", "杂记")
    made(root, "material", "竹节纹")
    drafts = [path for path in (root / "content").rglob("*.*") if b"\ndraft: true" in path.read_bytes()]
    assert len(drafts) == 5
    for path in drafts:
        path.write_text(path.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    found = {line.split()[0] for line in said(root) if "placeholder-left" in line}
    assert found == {path.relative_to(root).as_posix() for path in drafts}


def test_a_taken_name_is_refused_and_nothing_is_overwritten(root: Path) -> None:
    made(root, "post", "第一篇")
    page = root / "content/posts/di-yi-pian.md"
    page.write_text("mine", "utf-8")
    for name in ("第一篇", "地一片"):  # another word that sounds the same
        with pytest.raises(Unmade, match="di-yi-pian"):
            made(root, "post", name)
    assert page.read_text("utf-8") == "mine"
    page.unlink()
    (root / "content/posts/di-yi-pian").mkdir()
    made(root, "post", "第一篇")
    made(root, "post", "另一篇", "--address", "other")
    with pytest.raises(Unmade, match="bamboo-tray"):
        made(root, "craft", "竹盘", "--address", "bamboo-tray")


def test_what_was_published_once_is_not_taken_silently(root: Path) -> None:
    built(root, today=DAY)
    page = root / "content/streams/first-evening.md"
    page.rename(page.with_name("evening.md"))
    built(root, today=DAY)
    page.with_name("evening.md").unlink()
    for address in ("first-evening", "evening"):  # its former address and its last
        with pytest.raises(Unmade, match="stream:first-evening"):
            made(root, "stream", "晚上", "--address", address)
    assert made(root, "post", "晚上", "--address", "evening") == 0, "of another kind it is another address"
    (root / "content/permalinks.yaml").write_text("version: 1\n", "utf-8")
    with pytest.raises(Unmade, match="permalinks"):
        made(root, "post", "后来")


@pytest.mark.parametrize(
    "name",
    ["con", "NUL", "COM1.txt", "..", "../x", "a/b", "a\\b", "名字.", ".hidden", "", "  ", "a\nb", "a\u200bb", "x" * 61],
)
def test_names_that_lead_elsewhere_are_refused(root: Path, name: str) -> None:
    before = tree(root)
    with pytest.raises(Unmade):
        made(root, "craft", name)
    assert tree(root) == before


@pytest.mark.parametrize("address", ["Ab", "a b", "../a", "con", "api", "-a", "青瓷", "a" * 61, ""])
def test_addresses_are_plain(root: Path, address: str) -> None:
    with pytest.raises(Unmade):
        made(root, "post", "名字", "--address", address)


NAMES = ("🎉", "page", "404", "é", "ＡＢ", "繁體字", "他说“好”", "a: [b] {c} #d", "-", "长" * 60)


def test_any_other_name_becomes_a_folder_that_check_accepts(root: Path) -> None:
    for name in NAMES:
        assert made(root, "post", name) == 0
    pages = sorted((root / "content/posts").iterdir())
    assert len(pages) == len(NAMES)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}\.md", page.name) for page in pages)
    assert said(root, drafts=True) == [f"content/posts/{page.name} warning[placeholder-left]" for page in pages]


def test_references_lead_to_what_is_there(root: Path) -> None:
    for wrong, meant in (
        (("craft", "杯", "--master", "zhu-qin"), "zhu-qing"),
        (("showcase", "杯", "--craft", "bambo-tray"), "bamboo-tray"),
        (("showcase", "杯"), "plant-dyed-kerchief"),
        (("showcase", "杯", "--craft", "bamboo-tray", "--tier", "deep"), "element"),
        (("stream", "夜", "--at", "明天晚上"), "2026-12-05 20:00"),
    ):
        with pytest.raises(Unmade, match=re.escape(meant)):
            made(root, *wrong)
    assert said(root, drafts=True) == []


def test_outside_of_a_project_it_leads_to_init(root: Path, tmp_path: Path) -> None:
    run = ichsite(tmp_path, "new", "craft", "杯")
    assert run.code == 2 and "ichsite init" in run.err and "Traceback" not in run.err
    with pytest.raises(Unmade, match=re.escape(str(root.resolve()))):
        made(root / "content", "craft", "杯")


def test_it_says_what_was_made_and_what_to_do(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = ichsite(root, "new", "master", "李四")
    assert (run.code, run.out) == (0, "")
    assert run.err.startswith("content/masters/li-si/index.md\n") and "draft" in run.err
    capsys.readouterr()
    made(root, "post", "说说", "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["id"], told["draft"], told["made"]) == ("shuo-shuo", True, ["content/posts/shuo-shuo.md"])
    wrong = ichsite(root, "new", "post", "说说", "--json")
    assert wrong.code == 2 and "shuo-shuo" in json.loads(wrong.out)["findings"][0]["message"]["zh-CN"]


def test_photographs_are_decoded_and_say_no_more_where_they_were_taken(root: Path, tmp_path: Path) -> None:
    photos = tmp_path / "照片"
    photos.mkdir()
    (photos / "IMG 1.jpg").write_bytes(jpeg(with_secrets(scene())))
    (photos / "$(rm -rf x);.jpg").write_bytes(jpeg(scene()))
    names = sorted(str(path) for path in photos.iterdir())
    assert made(root, "showcase", "杯", "--craft", "bamboo-tray", "--photos", *names) == 0
    folder = root / "content/showcases/bei"
    assert {path.name for path in folder.iterdir()} == {"showcase.yaml", "photo-1.jpg", "photo-2.jpg"}
    for photo in folder.glob("*.jpg"):
        data = photo.read_bytes()
        assert data.startswith(b"\xff\xd8\xff") and not any(secret in data for secret in SECRETS)
    text = (folder / "showcase.yaml").read_text("utf-8")
    assert text.count("shows_person: true") == 2 and "# consent:" in text and "\nconsent:" not in text
    assert said(root) == []
    # taken out of the draft without consent, it is refused
    (folder / "showcase.yaml").write_text(text.replace("draft: true\n", ""), "utf-8")
    assert "content/showcases/bei/showcase.yaml error[showcase-without-consent]" in said(root)


def test_what_is_no_photograph_is_named_and_nothing_is_made(root: Path, tmp_path: Path) -> None:
    (tmp_path / "good.jpg").write_bytes(jpeg(scene()))
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64))
    (tmp_path / "b.jpg").write_bytes(b"<html>not a picture</html>")
    (tmp_path / "c.jpg").write_bytes(jpeg(scene())[:200])
    before = tree(root)
    names = [str(tmp_path / name) for name in ("good.jpg", "a.heic", "b.jpg", "c.jpg", "none.jpg")]
    with pytest.raises(Unmade) as refused:
        made(root, "showcase", "杯", "--craft", "bamboo-tray", "--photos", *names)
    said_of = refused.value.format_message()
    assert all(name in said_of for name in ("a.heic", "b.jpg", "c.jpg", "none.jpg")) and "good.jpg" not in said_of
    assert "HEIC" in said_of
    assert tree(root) == before


def test_a_way_that_leaves_the_project_is_not_taken(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / "content/posts").symlink_to(outside)
    with pytest.raises(Unmade, match="content/posts"):
        made(root, "post", "名字")
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(("language", "row"), [("zh-CN", "bamboo-tray,元素定制,2026-11-01,2026-11-09,2026-11-08"), ("en", "bamboo-tray,element,2026-11-01,2026-11-09,2026-11-08")])  # fmt: skip
def test_a_table_of_deliveries_begins_with_its_headers(tmp_path: Path, language: str, row: str) -> None:
    root = begun(tmp_path / "site", "--language", language)
    before = said(root)
    assert made(root, "deliveries") == 0
    path = root / "content/deliveries/2026.csv"
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# ") and said(root) == before
    path.write_bytes(data + f"{row}\n".encode())
    assert said(root) == before
    # a spreadsheet that saved it anew: quotes about the notes, commas behind them, GBK
    lines = (data.decode("utf-8-sig") + row).split("\n")
    path.write_bytes("\r\n".join(f'"{one}",,,,' if one.startswith("#") else one for one in lines).encode("gb18030"))
    assert said(root) == before
    path.write_bytes(data + b"bamboo-tray,element,2026-11-01,2026-11-09,soon\n")
    (wrong,) = set(said(root)) - set(before)
    assert wrong == "content/deliveries/2026.csv error[delivery-cell]"
    with pytest.raises(Unmade, match=r"2026\.csv"):
        made(root, "deliveries")
    assert made(root, "deliveries", "2025", "--json") == 0
    with pytest.raises(Unmade):
        made(tmp_path, "deliveries")
