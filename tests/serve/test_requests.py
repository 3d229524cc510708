"""What the server answers: its files as a host would, and nothing at all to whoever is not the author's own browser."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ichsite.serve.app import LIVE, SCRIPT
from ichsite.serve.doorway import open_door, port_of
from ichsite.serve.patience import HEAD_BYTES, PatientProtocol
from tests.serve.shown import Server, parsed, shown, small_site


class _Hasty(PatientProtocol):
    ask_seconds = 0.3
    take_seconds = 0.3


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    with shown(folder) as one:
        yield one


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/crafts/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2e%2fsecret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "/%5c..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "/%252e%252e%252fsecret.txt",
        "/crafts/%00",
        "/crafts/index.html%00.txt",
        "//secret.txt",
        "/./index.html",
        "/.hidden",
        "/index.html/",
        "/index.html/x",
        "/digits.txt::$DATA",
        "/%ff%fe",
        "/" + "a" * 5000,
        "/" + "a/" * 2000,
    ],
)
def test_no_target_leads_out_of_the_site(server: Server, target: str) -> None:
    answer = server.get(target)
    assert answer.status in (400, 404)
    assert b"secret" not in answer.body
    assert b"hidden" not in answer.body


@pytest.mark.parametrize(
    "target", ["http://evil.example/", "http://127.0.0.1/index.html", "*", "index.html", "/#a", "/?#a"]
)
def test_a_target_that_is_no_path_is_refused(server: Server, target: str) -> None:
    assert server.get(target).status == 400


def test_links_are_not_followed(folder: Path, server: Server, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/index.html").write_text("secret")
    places = (folder / "file.txt", folder / "inner.txt", folder / "linked")
    for place, aim in zip(
        places, (folder.parent / "secret.txt", folder / "digits.txt", tmp_path / "elsewhere"), strict=True
    ):
        place.symlink_to(aim)
    try:
        for target in ("/file.txt", "/inner.txt", "/linked/", "/linked", "/linked/index.html"):
            assert server.get(target).status == 404
    finally:
        for place in places:
            place.unlink()


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "evil.example@127.0.0.1",
        "10.0.0.7",
        "[::2]",
        "localhost.evil.example",
        "127.0.0.1/x",
    ],
)
def test_another_host_is_refused(server: Server, host: str) -> None:
    for target in ("/", LIVE, SCRIPT):
        assert server.get(target, host=f"{host}:{server.port}").status == 403


def test_no_host_or_two_are_refused(server: Server) -> None:
    assert parsed(server.send(b"GET / HTTP/1.0\r\n\r\n")).status == 403
    assert server.get("/", "Host: evil.example").status in (400, 403)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1234", "LOCALHOST", "[::1]:8000"])
def test_this_machine_has_several_names(server: Server, host: str) -> None:
    assert server.get("/", host=host).status == 200


@pytest.mark.parametrize(
    "line",
    [
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
    ],
)
def test_the_live_channel_is_for_own_pages(server: Server, line: str) -> None:
    assert server.get(LIVE, line).status == 403


def test_nothing_is_said_to_other_origins(server: Server) -> None:
    for target in ("/", "/api/v1/crafts.json", SCRIPT):
        answer = server.get(target, "Origin: https://evil.example")
        assert not [name for name in answer.headers if name.startswith("access-control-")]
    assert (
        server.get("/", "Origin: https://evil.example", "Access-Control-Request-Method: GET", method="OPTIONS").status
        == 405
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_there_is_nothing_to_change(server: Server, method: str) -> None:
    for target in ("/", LIVE, SCRIPT, "/__ichsite/build"):
        assert server.get(target, "Content-Length: 0", method=method).status == 405


def test_every_answer_says_what_it_is_and_is_kept_nowhere(server: Server) -> None:
    for target, kind in {
        "/": "text/html; charset=utf-8",
        "/crafts/%E9%9D%92%E7%93%B7/": "text/html; charset=utf-8",
        "/assets/site.css": "text/css; charset=utf-8",
        "/assets/finding.js": "text/javascript; charset=utf-8",
        SCRIPT: "text/javascript; charset=utf-8",
        "/api/v1/crafts.json": "application/json",
        "/calendar.ics": "text/calendar; charset=utf-8",
        "/nothing": "text/html; charset=utf-8",
    }.items():
        answer = server.get(target)
        assert answer.headers["content-type"] == kind
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"


def test_a_head_is_an_answer_without_its_body(server: Server) -> None:
    whole, head = server.get("/digits.txt"), server.get("/digits.txt", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"] == "10"


def test_a_tag_spares_the_body(server: Server) -> None:
    tag = server.get("/digits.txt").headers["etag"]
    assert server.get("/digits.txt", f"If-None-Match: {tag}").status == 304
    assert server.get("/digits.txt", f'If-None-Match: "x", W/{tag}').status == 304
    assert server.get("/digits.txt", 'If-None-Match: "x"').status == 200


@pytest.mark.parametrize(
    ("asked", "status", "body"),
    [
        ("bytes=2-4", 206, b"234"),
        ("bytes=7-", 206, b"789"),
        ("bytes=-3", 206, b"789"),
        ("bytes=8-99999", 206, b"89"),
        ("bytes=-99", 206, b"0123456789"),
        ("bytes=10-", 416, b""),
        ("bytes=99-100", 416, b""),
        ("bytes=-0", 416, b""),
        ("bytes=4-2", 200, b"0123456789"),
        ("bytes=0-1,3-4", 200, b"0123456789"),
        ("bytes=a-b", 200, b"0123456789"),
        ("bytes=-", 200, b"0123456789"),
        ("bytes=99999999999999999999-", 200, b"0123456789"),
        ("lines=1-2", 200, b"0123456789"),
    ],
)
def test_a_part_of_a_file(server: Server, asked: str, status: int, body: bytes) -> None:
    answer = server.get("/digits.txt", f"Range: {asked}")
    assert (answer.status, answer.body) == (status, body)
    if status == 416:
        assert answer.headers["content-range"] == "bytes */10"


def test_a_folder_and_what_is_not_there(server: Server) -> None:
    moved = server.get("/crafts/%E9%9D%92%E7%93%B7?a=1")
    assert (moved.status, moved.headers["location"]) == (302, "/crafts/%E9%9D%92%E7%93%B7/?a=1")
    lost = server.get("/crafts/nowhere/")
    assert lost.status == 404
    assert "没有这一页".encode() in lost.body


def test_the_script_is_in_answers_and_in_no_file(folder: Path, server: Server) -> None:
    assert SCRIPT.encode() in server.get("/").body
    assert SCRIPT.encode() in server.get("/nowhere").body
    assert b"ichsite" not in server.get("/digits.txt").body
    assert SCRIPT not in (folder / "index.html").read_text("utf-8")
    with shown(folder, live=False) as plain:
        assert plain.get("/").body == (folder / "index.html").read_bytes()
        assert plain.get(SCRIPT).status == plain.get(LIVE).status == 404


def test_a_site_below_a_path(folder: Path) -> None:
    with shown(folder, "/repo/") as server:
        assert server.get("/repo/").status == 200
        assert server.get("/repo/digits.txt").body == b"0123456789"
        assert [server.get(target).headers["location"] for target in ("/", "/repo")] == ["/repo/", "/repo/"]
        assert [server.get(target).status for target in ("/digits.txt", "/repository/", "/Repo/")] == [404, 404, 404]


@pytest.mark.parametrize(
    "data",
    [
        b"GET /" + b"a" * 2 * HEAD_BYTES,
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * HEAD_BYTES,
        b"\x16\x03\x01\x02\x00",
        b"\0" * 99 + b"\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused(server: Server, data: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 10) as wire:
        try:
            wire.sendall(data)
            got = b"".join(iter(lambda: wire.recv(65_536), b""))
        except ConnectionError:  # closed before all of it was taken
            got = b"HTTP/1.1 400"
    assert got.startswith((b"HTTP/1.1 400", b"HTTP/1.1 431"))
    assert server.get("/").status == 200


def test_who_asks_too_slowly_is_let_go(folder: Path) -> None:
    with shown(folder, protocol=_Hasty) as server, socket.create_connection(("127.0.0.1", server.port), 10) as wire:
        ended = False
        for sent in range(40):
            try:
                wire.sendall(b"GET / HTTP/1.1\r\n" if sent == 0 else b"X-Slow: 1\r\n")
                time.sleep(0.05)
            except ConnectionError:
                ended = True
                break
        assert ended
        with socket.create_connection(("127.0.0.1", server.port), 10) as silent:
            assert _closed(silent)


def test_who_takes_nothing_is_let_go(folder: Path) -> None:
    large = folder / "large.bin"
    large.write_bytes(b"\0" * 30_000_000)
    try:
        with shown(folder, protocol=_Hasty) as server, socket.create_connection(("127.0.0.1", server.port), 10) as wire:
            wire.sendall(f"GET /large.bin HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
            time.sleep(1.2)
            got = 0
            try:
                while data := wire.recv(1_000_000):
                    got += len(data)
            except ConnectionError:
                pass
            assert got < 30_000_000
            assert server.get("/").status == 200
    finally:
        large.unlink()


def test_who_leaves_early_leaves_no_trace(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    for target in ("/", LIVE, "/digits.txt"):
        with socket.create_connection(("127.0.0.1", server.port), 10) as wire:
            wire.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
            if target == LIVE:
                assert wire.recv(64)
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    server.screen.fail({"findings": []})
    server.screen.show(server.screen.shown.folder or Path(), "/", False, styles_only=False)
    assert server.get("/").status == 200
    said = capfd.readouterr()
    assert said.out + said.err == ""


def test_a_port_that_is_taken_leaves_the_next_one() -> None:
    with open_door(0, lan=False) as first:
        port = port_of(first)
        with open_door(port, lan=False) as second:
            assert port < port_of(second) <= port + 20


def _closed(wire: socket.socket) -> bool:
    try:
        return wire.recv(1) == b""
    except ConnectionError:
        return True
