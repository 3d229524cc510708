"""The HTTP protocol with an end to its patience: who does not finish asking, or does not take the answer, is let go."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_BYTES = 16_384
"""More than any browser sends before the body of a request."""
ASK_SECONDS = 10.0
"""For the whole head of a request, however slowly it drips in."""
TAKE_SECONDS = 30.0
"""For making room, where the other side has stopped reading."""


class PatientProtocol(H11Protocol):
    """uvicorn's protocol; it bounds the time between requests itself, but neither a slow head nor a full pipe."""

    ask_seconds = ASK_SECONDS
    take_seconds = TAKE_SECONDS
    _asking: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        before: Any = self.cycle
        if before is None or before.response_complete:
            self._expect()
        super().data_received(data)
        if self.cycle is not before:  # a whole head has come
            self._expect_no_more()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._taking = self.loop.call_later(self.take_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None

    def connection_lost(self, exc: Exception | None) -> None:
        self._expect_no_more()
        super().connection_lost(exc)  # which resumes writing

    def _expect(self) -> None:
        """The clock of a head starts with its first byte, or with the connection, and is not set back by further bytes."""
        if self._asking is None and not self.transport.is_closing():
            self._asking = self.loop.call_later(self.ask_seconds, self._lose_patience)

    def _expect_no_more(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _lose_patience(self) -> None:
        self._asking = None
        self.transport.abort()
