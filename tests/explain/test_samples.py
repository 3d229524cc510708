"""Every sample as a whole site: the failing excerpt brings its code about at the marked line, the mended one does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ichsite.explain.explanation import Sample, Unsampled
from ichsite.explain.library import codes, explanation_of
from ichsite.text.diagnostic import Diagnostic
from tests.explain.checked import checked
from tests.explain.sample_site import contents, lay_out, show
from tests.explain.settings import DEAD_LINK, SETTINGS, STAGES, TEMPLATES

DEAD = "dead-link"
TOLD = {code: explanation_of(code) for code in codes()}
SAMPLES = {code: told.sample for code, told in TOLD.items() if isinstance(told.sample, Sample)}
ALONE = sorted(SAMPLES.keys() - TEMPLATES.keys() - {DEAD})
WITHOUT = {
    *("address-lost", "internal"),  # ours
    *(
        "brief-none",
        "brief-cut",
        "brief-changed",
        "brief-unreadable",
        "brief-text-changed",
        "brief-code",
        "brief-other-site",
        "brief-unknown-craft",
        "brief-unknown-version",
        "brief-incomplete",
        "brief-not-possible",
        "brief-not-today",
        "brief-price",
        "brief-picture",
    ),  # of what a buyer sent
    *("busy", "changed-meanwhile", "disk-full", "interrupted", "no-right", "system", "usage", "worker-ended"),
    *("file-name", "file-special", "file-unreadable", "folder-too-deep", "link-dangling", "link-loop", "link-outside"),
    *("output-in-the-way", "permalinks-frozen"),  # of what another run left
    *("import-target", "import-taken"),  # of names on the command line
    *("kit-hidden", "kit-not-published", "kit-too-long"),  # of `ichsite links`
    "film-format",  # in the bytes of a film
    *("picture-broken", "picture-crash", "picture-too-large"),  # in the bytes of a picture
    *("markdown-too-costly", "template-size", "template-time", "text-too-large"),  # costly by their nature
    *("outside-astray", "outside-busy", "outside-failing", "outside-gone", "outside-moved", "outside-slow"),
    "outside-unreachable",
    *(
        "disk-small",
        "folder-unwritable",
        "library-missing",
        "picture-decoder",
        "python-old",
        "state-damaged",
        "state-large",
    ),
    *("terminal-encoding", "time-zones-missing", "watches-few"),  # of the computer
    *("file-empty", "line-ends", "mend-left", "name-decomposed", "site-missing"),  # not to be seen in an excerpt
    *("picture-cmyk", "picture-position"),
}
"""The codes whose trouble no excerpt of a file can show."""


CLEAN: list[dict[str, bytes]] = []
"""Sites that were checked already: most samples are mended to the base site."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project for all samples, so that what is the same is decoded once."""
    return tmp_path_factory.mktemp("samples")


def test_only_troubles_beyond_files_have_no_sample() -> None:
    assert {code for code, told in TOLD.items() if isinstance(told.sample, Unsampled)} == WITHOUT


def test_what_is_taken_for_granted_is_for_a_sample() -> None:
    assert SETTINGS.keys() | STAGES.keys() <= set(ALONE)


@pytest.mark.parametrize("code", ALONE)
def test_a_sample_fails_and_is_mended(code: str, root: Path) -> None:
    sample, stage = SAMPLES[code], STAGES.get(code, "check")
    lay_out(root, SETTINGS.get(code, ()))
    show(root, sample, failing=False)
    if (whole := contents(root)) not in CLEAN or stage != "check":
        assert checked(root, stage) == (), "the mended site has nothing wrong with it at all"
        CLEAN.append(whole)
    lay_out(root, SETTINGS.get(code, ()))
    above = show(root, sample, failing=True)
    assert_said(code, sample, checked(root, stage), above)


def test_templates_fail_and_are_mended(root: Path) -> None:
    steps = tuple(step for some in TEMPLATES.values() for step in some)
    lay_out(root, (*steps, *DEAD_LINK))
    for code in (*TEMPLATES, DEAD):
        show(root, SAMPLES[code], failing=False)
    assert checked(root, "build") == ()
    lay_out(root, steps)
    above = {code: show(root, SAMPLES[code], failing=True) for code in TEMPLATES}
    findings = checked(root, "build")
    assert {one.code for one in findings} == set(TEMPLATES)
    for code in TEMPLATES:
        assert_said(code, SAMPLES[code], findings, above[code])


def test_a_dead_link_fails(root: Path) -> None:
    lay_out(root, DEAD_LINK)
    above = show(root, SAMPLES[DEAD], failing=True)
    assert_said(DEAD, SAMPLES[DEAD], checked(root, "build"), above)


def assert_said(code: str, sample: Sample, findings: tuple[Diagnostic, ...], above: int) -> None:
    """That the code is among the findings, of its severity, and at the line that is marked, if any."""
    said = [one for one in findings if one.code == code]
    assert said, [(one.code, one.message.zh) for one in findings]
    assert said[0].severity == TOLD[code].severity
    assert sample.marked in marks(sample, said, above)


def marks(sample: Sample, said: list[Diagnostic], above: int) -> list[int]:
    """The lines of the excerpt at which findings stand; 0 alone where none does."""
    lines = sample.failing.split("\n")
    if sample.file.endswith("/"):
        paths = [(sample.file + line).rstrip("/") for line in lines]
        found = [paths.index(one.where.path) + 1 for one in said if one.where.path in paths]
    else:
        at = [getattr(one.where, "line", 0) - above for one in said if one.where.path == sample.file]
        found = [line for line in at if 0 < line <= len(lines)]
    return found or [0]
