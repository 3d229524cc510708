"""Reads a script as ES2017, and says which later things it calls without having asked whether they are there.

The parser knows the grammar of ES2017 with rest and spread of objects (Chromium 60); anything later is a syntax
error to it. What is later by name may be used where its name has been asked for: inside an `if`, a `?:` or an `&&`
that mentions it, or after a way out such as `if (!window.structuredClone) return`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import esprima


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMES = _words(
    """
    AggregateError CloseWatcher CompressionStream DecompressionStream EyeDropper FinalizationRegistry Highlight
    Iterator Navigation Sanitizer Temporal TrustedHTML URLPattern ViewTransition WeakRef cookieStore
    documentPictureInPicture navigation reportError scheduler structuredClone
    """
)
"""Globals since Chromium 79; also as members of `window`."""

STATIC = _words(
    """
    Promise.any Promise.try Promise.withResolvers Object.groupBy Object.hasOwn Map.groupBy Array.fromAsync
    AbortSignal.abort AbortSignal.any AbortSignal.timeout URL.canParse URL.parse Intl.DisplayNames
    Intl.Segmenter Intl.DurationFormat Intl.supportedValuesOf CSS.highlights CSS.paintWorklet Response.json
    String.dedent crypto.randomUUID document.startViewTransition navigator.userAgentData
    navigator.windowControlsOverlay
    """
)
METHODS = _words(
    """
    at checkVisibility findLast findLastIndex getHTML hasOwn hidePopover isWellFormed matchContainer moveBefore
    randomUUID replaceAll replaceChildren requestClose setHTML setHTMLUnsafe showPopover startViewTransition
    toReversed toSorted toSpliced toWellFormed togglePopover getAnimations showPicker throwIfAborted group
    groupToMap
    """
)
"""Methods that came after Chromium 78, looked for where they are called."""

FIELDS = frozenset(["inert", "popover", "ariaLabel", "ariaExpanded", "ariaSelected", "ariaHidden", "userAgentData"])
"""Properties of elements that came later, looked for where they are set or read."""

REGEX_FLAGS = frozenset("gimsuy")
OPTIONS = frozenset({"signal"})
"""Keys of an object handed to addEventListener that an old engine would not heed (Chromium 90)."""


def too_new(source: str) -> list[str]:
    """What an engine as old as Chromium 78 does not understand or does not have, each with its line."""
    try:
        tree = esprima.parseScript(source, {"loc": True})
    except esprima.Error as fault:
        return [f"{fault.lineNumber}: not ES2017: {fault}"]
    return list(_walk(tree, frozenset()))


def _walk(node: Any, asked: frozenset[str]) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _walk(one, asked)
            if _leaves(one):
                asked |= _mentioned(one.test)
        return
    if not hasattr(node, "type"):
        return
    yield from _said_of(node, asked)
    if node.type in ("IfStatement", "ConditionalExpression"):
        inside = asked | _mentioned(node.test)
        yield from _walk(node.test, inside)
        yield from _walk(node.consequent, inside)
        yield from _walk(node.alternate, inside)
    elif node.type == "LogicalExpression":
        yield from _walk(node.left, asked)
        yield from _walk(node.right, asked | _mentioned(node.left))
    else:
        for name, child in list(vars(node).items()):
            if name not in ("loc", "range", "type"):
                yield from _walk(child, asked)


def _said_of(node: Any, asked: frozenset[str]) -> Iterator[str]:
    name = ""
    if node.type == "CallExpression":
        if node.callee.type == "MemberExpression" and node.callee.property.name in METHODS:
            name = node.callee.property.name
        options = [one for one in node.arguments if one.type == "ObjectExpression"]
        if getattr(getattr(node.callee, "property", None), "name", "") == "addEventListener":
            keys = {
                getattr(one.key, "name", "") for part in options for one in part.properties if one.type == "Property"
            }
            name = next(iter(keys & OPTIONS), name)
    elif node.type == "MemberExpression":
        own, holder = getattr(node.property, "name", ""), getattr(node.object, "name", "")
        if (
            f"{holder}.{own}" in STATIC
            or own in FIELDS
            or (holder in ("window", "self", "globalThis") and own in NAMES)
        ):
            name = own
    elif node.type == "NewExpression" and getattr(node.callee, "name", "") in NAMES:
        name = node.callee.name
    elif node.type == "Literal" and getattr(node, "regex", None) and set(node.regex.flags) - REGEX_FLAGS:
        name = f"/{node.regex.pattern}/{node.regex.flags}"
    if node.type == "CallExpression" and node.callee.type == "Identifier" and node.callee.name in NAMES:
        name = node.callee.name
    if name and name not in asked:
        yield f"{node.loc.start.line}: {name}"


def _leaves(node: Any) -> bool:
    """An `if` that ends the function where a feature is missing."""
    if getattr(node, "type", "") != "IfStatement" or node.alternate is not None:
        return False
    last = node.consequent.body[-1:] if node.consequent.type == "BlockStatement" else [node.consequent]
    return bool(last) and last[0].type in ("ReturnStatement", "ThrowStatement")


def _mentioned(node: Any) -> frozenset[str]:
    """The names, and the texts such as 'inert' in `'inert' in element`, that a condition speaks of."""
    if isinstance(node, list):
        return frozenset().union(*map(_mentioned, node)) if node else frozenset()
    if not hasattr(node, "type"):
        return frozenset()
    own: frozenset[str] = frozenset()
    if node.type == "Identifier":
        own = frozenset({node.name})
    elif node.type == "Literal" and isinstance(node.value, str):
        own = frozenset({node.value})
    children = [child for name, child in vars(node).items() if name not in ("loc", "range", "type")]
    return own.union(*map(_mentioned, children))
