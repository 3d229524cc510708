"""The bytes of a file as an answer: whole, a part of them, or none where the browser has them already."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.responses import Response

from ichsite.text.fingerprint import of_bytes

EVERY_ANSWER = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    # a page from elsewhere can neither frame the preview nor load its pictures: drafts are nobody else's
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
}
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def answer(data: bytes, media_type: str, asked: Mapping[str, str], *, status: int = 200) -> Response:
    """The answer to a GET or HEAD with the headers `asked`; a server leaves a HEAD's body out.

    One range is answered with 206 or 416; several at once, or one that cannot be read, with the whole, as RFC 9110 allows.
    """
    tag = f'"{of_bytes(data).hex()}"'
    headers = {"etag": tag, "accept-ranges": "bytes", "content-type": media_type}
    if status != 200:
        return Response(data, status, headers)
    if _matches(asked.get("if-none-match", ""), tag):
        return Response(None, 304, {"etag": tag})
    if asked.get("if-range", tag) != tag or (part := _part(asked.get("range", ""), len(data))) is None:
        return Response(data, status, headers)
    first, last = part
    if first > last:
        return Response(None, 416, {**headers, "content-range": f"bytes */{len(data)}"})
    headers["content-range"] = f"bytes {first}-{last}/{len(data)}"
    return Response(data[first : last + 1], 206, headers)


def _part(asked: str, size: int) -> tuple[int, int] | None:
    """The first and the last byte that are asked for; the first behind the last where there are none; None: no range."""
    matched = _RANGE.fullmatch(asked.strip())
    if matched is None or matched[1] == matched[2] == "":
        return None
    if not matched[1]:
        return (max(0, size - int(matched[2])), size - 1) if int(matched[2]) and size else (1, 0)
    first = int(matched[1])
    last = min(int(matched[2]), size - 1) if matched[2] else size - 1
    if matched[2] and int(matched[2]) < first:
        return None
    return (first, last) if first < size else (1, 0)


def _matches(asked: str, tag: str) -> bool:
    return asked.strip() == "*" or tag in (one.strip().removeprefix("W/") for one in asked.split(","))
