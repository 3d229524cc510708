"""What docs/content/pages/publishing.md tells an owner to write for nginx is what nginx takes, and it serves a site as it should be."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs/content/pages"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
_TYPES = "types { text/html html; text/css css; text/calendar ics; }"


def configuration(name: str) -> str:
    (found,) = re.findall(r"```nginx\n(.*?)```", (DOCS / name).read_text("utf-8"), re.DOTALL)
    return found


def test_both_languages_tell_the_same() -> None:
    assert configuration("publishing.md") == configuration("publishing.zh-CN.md")
    for name in ("starting", "publishing"):
        english, chinese = ((DOCS / f"{name}{end}").read_text("utf-8") for end in (".md", ".zh-CN.md"))
        assert english.count("\n## ") == chinese.count("\n## ")


def test_nginx_serves_a_site_so(tmp_path: Path) -> None:
    if NGINX is None:
        pytest.skip("no nginx on this machine")
    root = tmp_path / "output"
    for path in ("index.html", "crafts/vase/index.html", "404.html", "assets/site.0a.css", "streams/a.ics"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"我是 {path}", "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    told = configuration("publishing.md")
    assert "listen 80;" in told and "root /srv/shop/output;" in told
    told = told.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/shop/output", str(root))
    temporary = " ".join(
        f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/error.log; worker_processes 1; user root;\n"
        f"events {{}}\nhttp {{ access_log off; {temporary} {_TYPES}\n{told} }}\n",
        "utf-8",
    )
    server = subprocess.Popen(
        [NGINX, "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path)], stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 0.2).close()
                break
            except OSError:
                time.sleep(0.05)
        for asked, status, kind, cached in (
            ("/", 200, "text/html; charset=utf-8", "no-cache"),
            ("/crafts/vase/", 200, "text/html; charset=utf-8", "no-cache"),
            ("/crafts/vase/?from=live", 200, "text/html; charset=utf-8", "no-cache"),
            ("/assets/site.0a.css", 200, "text/css; charset=utf-8", "public, max-age=31536000, immutable"),
            ("/streams/a.ics", 200, "text/calendar; charset=utf-8", "no-cache"),
            ("/nowhere/", 404, "text/html; charset=utf-8", None),
        ):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", asked, headers={"Host": "shop.example"})
            answer = connection.getresponse()
            got = (answer.status, answer.getheader("Content-Type"), answer.getheader("Cache-Control"))
            assert got == (status, kind, cached), asked
            if status == 404:
                assert answer.read().decode("utf-8") == "我是 404.html"
            connection.close()
    finally:
        server.terminate()
        server.wait(10)
