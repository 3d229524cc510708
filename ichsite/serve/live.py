"""The live channel: server-sent events to the pages that are open."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator

from ichsite.serve.screen import Event, Screen

MOST_PAGES = 64
_PING_SECONDS = 15.0
_RETRY_MS = 500


class Live:
    """The pages that listen. `tell` may be called from any thread; everything else belongs to the server's loop."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._listening: set[asyncio.Queue[Event | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def full(self) -> bool:
        """Whether no further page can be told."""
        return len(self._listening) >= MOST_PAGES

    def begin(self) -> None:
        """From here on events are passed on; called in the server's loop."""
        self._loop = asyncio.get_running_loop()

    def tell(self, event: Event | None) -> None:
        """Tells every open page; None ends their channels."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._pass_on, event)

    async def events(self) -> AsyncGenerator[bytes]:
        """One page's channel: which site there is, the fault if there is one, then whatever happens."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._listening.add(queue)
        try:
            shown = self._screen.shown
            yield f"retry: {_RETRY_MS}\n\n".encode()
            yield _written(("site", {"site": shown.site}))
            # always told: a page that lost the connection may show an overlay that is no longer true
            yield _written(("fault", shown.fault) if shown.fault is not None else ("mended", {}))
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), _PING_SECONDS)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if event is None:
                    return
                yield _written(event)
        finally:
            self._listening.discard(queue)

    def _pass_on(self, event: Event | None) -> None:
        for queue in self._listening:
            queue.put_nowait(event)


def _written(event: Event) -> bytes:
    """An event on the wire: JSON has no raw line break, so one `data:` line holds it."""
    name, data = event
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=True)}\n\n".encode()
