"""uvicorn in a thread of its own: the main thread builds, for only there can work be stopped when its time is up."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn

from ichsite.serve.app import application
from ichsite.serve.live import Live
from ichsite.serve.patience import HEAD_BYTES, PatientProtocol
from ichsite.serve.screen import Screen

_CONNECTIONS = 256
_IDLE_SECONDS = 15
_START_SECONDS = 20.0
_END_SECONDS = 5.0


@contextmanager
def serving(screen: Screen, door: socket.socket, protocol: type[PatientProtocol] = PatientProtocol) -> Generator[None]:
    """Serves what `screen` shows through `door` until the end of the block; open pages are told of what changes."""
    live = Live(screen)
    screen.tell = live.tell
    # what a stranger sends, and who breaks off, is no news: nothing of it is printed
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        application(screen, live),
        http=protocol,
        ws="none",
        loop="asyncio",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=HEAD_BYTES,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_IDLE_SECONDS,
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([door],), name="ichsite-serve", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        live.tell(None)
        thread.join(_END_SECONDS)
        door.close()
