"""The application: the site's files, and two addresses of the server's own. Nothing else, and nothing that changes anything."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import cache
from html import escape
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ichsite.serve.answer import EVERY_ANSWER, answer
from ichsite.serve.live import Live
from ichsite.serve.media_types import media_type_of
from ichsite.serve.published import BadTarget, File, Moved, found, lost_page
from ichsite.serve.screen import Screen
from ichsite.serve.visitor import is_own_host, is_own_page
from ichsite.text.words import Words

LIVE, SCRIPT = "/__ichsite/live", "/__ichsite/live.js"
_WAITING = Words("还没有可看的网站", "No site to show yet")
_WAITING_MORE = Words(
    "第一次构建没有成功，原因在终端里。改好保存，这一页会自己换成网站。",
    "The first build did not succeed; the terminal says why. Mend the file and save it: this page will turn into the site.",
)


def application(screen: Screen, live: Live) -> ASGIApp:
    """The application over what `screen` shows."""

    async def channel(request: Request) -> Response:
        if not is_own_page(request.headers):
            return PlainTextResponse("403: only for the site's own pages\n", 403)
        if live.full:
            return PlainTextResponse("503: too many pages are open\n", 503)
        if request.method == "HEAD":
            return Response(None, 200, media_type="text/event-stream")
        return StreamingResponse(live.events(), media_type="text/event-stream")

    async def script(request: Request) -> Response:
        return answer(_script(), media_type_of("live.js"), request.headers)

    async def page(request: Request) -> Response:
        return _page(screen, request)

    @asynccontextmanager
    async def life(_app: Starlette) -> AsyncGenerator[None]:
        live.begin()
        yield

    own = [Route(LIVE, channel, methods=["GET"]), Route(SCRIPT, script, methods=["GET"])] if screen.live else []
    app = Starlette(routes=[*own, Route("/{path:path}", page, methods=["GET"])], lifespan=life)
    app.router.redirect_slashes = False
    return Door(app)


class Door:
    """What every request goes through: a host of ours, a target that is a path, the headers of every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in EVERY_ANSWER.items():
                    headers[name] = value
            await send(message)

        reached = scope["server"][0] if scope.get("server") else None
        hosts = Headers(scope=scope).getlist("host")
        raw: bytes = scope["raw_path"]
        app: ASGIApp = self._app
        if len(hosts) != 1 or not is_own_host(hosts[0], reached):
            app = PlainTextResponse("403: this server answers to its own address only\n", 403)
        elif not raw.startswith(b"/") or b"#" in raw or b"#" in scope["query_string"]:
            app = PlainTextResponse("400: not a path\n", 400)
        await app(scope, receive, sent)


def _page(screen: Screen, request: Request) -> Response:
    shown = screen.shown
    if shown.folder is None:
        return answer(_waiting(screen), media_type_of("waiting.html"), request.headers, status=503)
    try:
        there = found(shown.folder, shown.base_path, request.scope["raw_path"])
    except BadTarget:
        return PlainTextResponse("400: not a path\n", 400)
    if isinstance(there, Moved):
        query = request.url.query
        return RedirectResponse(f"{there.target}?{query}" if query else there.target, 302)
    status = 200 if there is not None else 404
    file = there or lost_page(shown.folder) or File("lost.txt", b"404: nothing here\n")
    kind = media_type_of(file.name)
    data = _with_script(file.data, screen) if kind.startswith("text/html") and screen.live else file.data
    return answer(data, kind, request.headers, status=status)


def _with_script(page: bytes, screen: Screen) -> bytes:
    """The page with the live script, which no published file ever holds."""
    tag = f'<script src="{SCRIPT}" data-site="{screen.shown.site}"></script>'.encode()
    at = page.lower().rfind(b"</body>")
    return page + tag if at < 0 else page[:at] + tag + page[at:]


def _waiting(screen: Screen) -> bytes:
    title, more = escape(_WAITING.said(screen.language)), escape(_WAITING_MORE.said(screen.language))
    page = (
        f'<!doctype html><html lang="{screen.language}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<body><h1>{title}</h1><p>{more}</p></body></html>"
    )
    return _with_script(page.encode(), screen) if screen.live else page.encode()


@cache
def _script() -> bytes:
    return Path(__file__).with_name("live.js").read_bytes()
