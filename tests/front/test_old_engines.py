"""What the demonstration publishes can be read by Chromium 78; and the two readers see what is newer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.front import script, stylesheet

NEWER_CSS = (
    ".a { inset: 0 }",
    ".a { aspect-ratio: 1 }",
    ".a { display: flex; gap: 1rem }",
    ".a { display: flex; grid-gap: 1rem; gap: 1rem }",
    ".a { row-gap: 1rem }",
    ".a:has(b) { color: red }",
    ":is(a, b) { color: red }",
    "a:not(:where(b)) { color: red }",
    "a:not(.b, .c) { color: red }",
    "a:focus-visible { color: red }",
    ".a { & b { color: red } }",
    ".a { color: red; b { color: blue } }",
    ".a { width: min(100%, 40rem) }",
    ".a { width: calc(1px + clamp(1px, 2vw, 3px)) }",
    ".a { color: oklch(50% 0 0) }",
    ".a { color: color-mix(in srgb, red, blue) }",
    ".a { margin-inline: auto }",
    ".a { height: 100dvh }",
    ".a { overflow-wrap: anywhere }",
    ".a { overflow: clip }",
    ".a { grid-template-columns: subgrid }",
    ".a { made-up: 1 }",
    ".a { appearance: none }",
    "@layer a { b { color: red } }",
    "@container (min-width: 1px) { b { color: red } }",
    "@property --a { syntax: '*'; inherits: false }",
    "@media (width >= 40rem) { b { color: red } }",
    "@supports not (inset: 0) { .a { inset: 0 } }",
    "@supports (display: grid) { .a { inset: 0 } }",
    "@supports (inset: 0) { .a { width: 1dvh; content-visibility: auto; color: oklch(1 0 0) } }",
    "@supports (inset: 0) or (display: grid) { .a { inset: 0 } }",
    "@supports (inset: 0) { .a:has(b) { inset: 0 } }",
    "@import url(a.css);",
)
OLD_CSS = (
    ".a { display: grid; grid-gap: 1rem; gap: 1rem }",
    ".a { columns: 2; column-gap: 1rem }",
    ".a { -webkit-appearance: none; appearance: none }",
    "@supports (inset: 0) { .a { inset: 0; display: flex; gap: 1px } }",
    "@supports selector(:focus-visible) { a:focus-visible { color: red } }",
    "@supports selector(:has(a)) { .a:has(b) { aspect-ratio: 1 } }",
    "@supports (width: min(1px, 2px)) { .a { width: min(1px, 2px) } }",
    "@media (min-width: 40rem) and (prefers-color-scheme: dark) { .a { width: calc(100% - var(--x)) } }",
    "@media print { @page { margin: 2cm } }",
    ":root { --a: 1px }",
    "a:not(.b):nth-child(2n+1)::before { content: '' }",
    "@keyframes a { from { opacity: 0 } 50% { opacity: 1 } }",
)
NEWER_JS = (
    "a?.b",
    "a ?? b",
    "a ||= b",
    "try { a() } catch { b() }",
    "class A { x = 1 }",
    "for await (const a of b) c()",
    "1n",
    "1_000",
    "import a from 'b'",
    "a.replaceAll('b', 'c')",
    "a.at(-1)",
    "structuredClone(a)",
    "Promise.any([])",
    "new WeakRef(a)",
    "AbortSignal.timeout(1)",
    "a.replaceChildren()",
    "document.startViewTransition(a)",
    "/a/d.exec(b)",
    "one.addEventListener('a', b, { signal: c })",
    "a.inert = true",
    "if (a) { b.at(1) }",
    "if (!a.at) { b() } c.at(1)",
    "function f () { if (!window.structuredClone) return }\nstructuredClone(a)",
)
OLD_JS = (
    "(function () { 'use strict'; const { a, ...b } = { ...c }; return async () => { await a ** 2 } })()",
    "try { a() } catch (fault) { b() }",
    "if (window.structuredClone) structuredClone(a)",
    "document.startViewTransition ? document.startViewTransition(a) : a()",
    "a.at && a.at(1)",
    "function f () { if (!window.structuredClone) { return }\nreturn structuredClone(a) }",
    "if ('inert' in a) a.inert = true",
    "new IntersectionObserver(a); new ResizeObserver(b); Object.fromEntries(c); d.flat(); e.closest('f')",
    "one.addEventListener('a', b, { passive: true })",
    "a.showModal()",
)


@pytest.mark.parametrize("css", NEWER_CSS)
def test_newer_css_is_seen(css: str) -> None:
    assert stylesheet.too_new(css), css


@pytest.mark.parametrize("css", OLD_CSS)
def test_css_that_is_old_enough_is_let_pass(css: str) -> None:
    assert stylesheet.too_new(css) == []


@pytest.mark.parametrize("source", NEWER_JS)
def test_newer_script_is_seen(source: str) -> None:
    assert script.too_new(source), source


@pytest.mark.parametrize("source", OLD_JS)
def test_script_that_is_old_enough_is_let_pass(source: str) -> None:
    assert script.too_new(source) == []


def test_what_is_published_can_be_read_by_chromium_78(built: dict[str, Path]) -> None:
    assets = built["/"] / "assets"
    styles, scripts = sorted(assets.rglob("*.css")), sorted(assets.rglob("*.js"))
    assert styles and scripts
    found = [f"{path.name}:{one}" for path in styles for one in stylesheet.too_new(path.read_text("utf-8"))]
    found += [f"{path.name}:{one}" for path in scripts for one in script.too_new(path.read_text("utf-8"))]
    assert not found, "\n".join(found)


def test_no_page_brings_script_or_style_of_its_own(built: dict[str, Path]) -> None:
    for path in built["/"].rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<style" not in text and " style=" not in text and "javascript:" not in text, path
        for part in text.split("<script")[1:]:
            head = part.split(">", 1)[0]
            assert " src=" in head or 'type="application/' in head, path
            assert 'type="module"' not in head, path
