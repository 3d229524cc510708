"""Old addresses for hosts that redirect: nothing but addresses in them, and nginx itself leads on."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ichsite.ledger.hosts import HOSTS, Move
from ichsite.text.address import BaseUrl, UrlPath, slug_fault
from tests.ledger.site import again, post, site
from tests.sites_support import ichsite

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
BASE = BaseUrl("https://shop.example", "/repo/")
STEP = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12).filter(
    lambda one: slug_fault(one) is None
)
MOVES = [
    Move(UrlPath("/crafts/vase/"), UrlPath("/crafts/青瓷/")),
    Move(UrlPath("/旧/瓶 (1)/".replace(" ", "")), UrlPath("/crafts/青瓷/")),
    Move(UrlPath("/a$b{c}!/"), UrlPath("/x$1{y}/")),
    Move(UrlPath("/old.html"), UrlPath("/")),
]


@given(st.lists(st.tuples(STEP, STEP), min_size=1, max_size=5), st.sampled_from(sorted(HOSTS)))
def test_each_rule_is_one_line_of_addresses(steps: list[tuple[str, str]], host: str) -> None:
    moves = [Move(UrlPath(f"/{old}/"), UrlPath(f"/{new}/")) for old, new in steps]
    text = HOSTS[host](BASE, moves)
    if host == "vercel":
        assert len(json.loads(text)["redirects"]) == 2 * len(moves)
        return
    lines = [line for line in text.split("\n") if line]
    extra = {"nginx": 7}.get(host, 0)
    forms = {"netlify": 1, "apache": 1}.get(host, 2)
    assert len(lines) == forms * len(moves) + extra
    for _, new in steps:
        sent = f"/repo/{new}/".replace("$", "\\$") if host == "apache" else quote(f"/repo/{new}/", safe="/")
        assert sent in text


def test_netlify_and_cloudflare_have_three_words_a_line() -> None:
    for host in ("netlify", "cloudflare"):
        for line in HOSTS[host](BASE, MOVES).split("\n")[:-1]:
            old, new, status = line.split(" ")
            assert unquote(old).startswith("/repo/")
            assert new.startswith("/repo/")
            assert status.rstrip("!") == "302"


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """nginx on this machine with the map of `MOVES` included as its head says."""
    if NGINX is None:
        pytest.skip("no nginx on this machine")
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "moved.conf").write_text(HOSTS["nginx"](BASE, MOVES), "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;\n"
        f"events {{}}\nhttp {{ access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b;\n"
        f"fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;\n"
        f"include {folder}/moved.conf;\nserver {{ listen 127.0.0.1:{port}; root {folder}; absolute_redirect off;\n"
        "if ($ichsite_moved) { return 302 $ichsite_moved$is_args$args; } location / { return 404; } } }\n",
        "utf-8",
    )
    server = subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 0.2).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/repo/crafts/vase/", "/repo/crafts/%E9%9D%92%E7%93%B7/"),
        ("/repo/crafts/vase", "/repo/crafts/%E9%9D%92%E7%93%B7/"),
        ("/repo/crafts/vase/?from=live", "/repo/crafts/%E9%9D%92%E7%93%B7/?from=live"),
        (quote("/repo/旧/瓶(1)/"), "/repo/crafts/%E9%9D%92%E7%93%B7/"),
        (quote("/repo/a$b{c}!/"), "/repo/x%241%7By%7D/"),
        ("/repo/old.html", "/repo/"),
        ("/repo/crafts/other/", None),
    ],
)
def test_nginx_leads_on(nginx: int, asked: str, led: str | None) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", nginx, timeout=5)
    connection.request("GET", asked)
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("Location")) == ((302, led) if led else (404, None))
    connection.close()


def test_the_command_prints_the_moves_of_the_site(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    (root / "content/posts/first.md").rename(root / "content/posts/another.md")
    post(root, "second", "id: second", "aliases: [/2019/a.html]")
    again(root)
    run = ichsite(root, "links", "--redirects", "netlify", "--today", "2026-11-22")
    assert run.code == 0, run.err
    assert "/posts/first/ /posts/another/ 302!" in run.out.split("\n")
    assert "/2019/a.html /posts/second/ 302!" in run.out.split("\n")
    assert any(line.startswith("/s/") and line.endswith(" /posts/another/ 302!") for line in run.out.split("\n"))
    data = json.loads(ichsite(root, "links", "--redirects", "nginx", "--json", "--today", "2026-11-22").out)
    assert {"from": "/posts/first/", "to": "/posts/another/"} in data["redirects"]
