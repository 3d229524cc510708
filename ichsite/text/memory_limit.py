"""A net under what may not fill the memory: work that is stopped when it takes too much.

The limit is the address space of the process (RLIMIT_AS), so that it holds for whatever the work calls. Where the
system keeps no such limit (macOS, Windows) the work goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

_STATM = Path("/proc/self/statm")


@contextmanager
def at_most_more(size: int) -> Generator[None]:
    """Lets the process grow by `size` bytes; what asks for more inside gets a MemoryError."""
    if sys.platform != "linux":
        yield
        return
    import resource

    try:
        pages = int(_STATM.read_bytes().split()[0])
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = pages * resource.getpagesize() + size
        if soft != resource.RLIM_INFINITY:
            wanted = min(wanted, soft)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    except (OSError, ValueError, IndexError):
        yield
        return
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
