"""The words of the interface: all of them, in both languages, and nowhere else."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from ichsite.assess import verdicts
from ichsite.brief import clause
from ichsite.catalog import thanks
from ichsite.kit import fitting
from ichsite.model import (
    call,
    craft,
    design,
    event,
    feedback,
    idea,
    material,
    offer,
    option,
    permalink,
    poll,
    post,
    production,
    randomness,
    scope,
    site,
    stream,
    tier,
)
from ichsite.plan.views import agenda, figures, pages, see
from ichsite.plan.views import idea as idea_views
from ichsite.text import address
from tests.render.samples import LANGUAGES, THEME_FOLDER, default_environment, default_theme
from tools.help_catalogue import PO

ROOT = Path(__file__).parents[2]
HAN = re.compile("[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
VARIABLES = re.compile(r"%\((\w+)\)s|%%")
TEMPLATES = [(name, source) for name, source in default_theme().templates]
CONTROL = ("by", "by-answer", "by-mark", "by-notice")

TERMS: dict[str, tuple[str, ...]] = {
    "actor": tuple(production.ACTOR_TERMS.terms),
    "batch": tuple(str(number) for number in range(1, 11)),
    "basis": tuple(option.BASIS_TERMS.terms),
    "basis-means": tuple(option.BASIS_TERMS.terms),
    "answer-place": ("group", "form", "hashtag"),
    "beside": get_args(figures.Reference),
    "see-beside": get_args(see.KnownThing),
    **dict.fromkeys(CONTROL, tuple(randomness.CHANCE_TERMS.terms)),
    "became": get_args(get_type_hints(idea_views.BecameView)["kind"]),
    "call-state": get_args(call.CallState),
    "idea-answer": idea.IDEA_ANSWERS,
    "idea-heading": idea.IDEA_ANSWERS,
    "poll-state": get_args(poll.PollState),
    "design-state": get_args(design.DesignState),
    "feasible": get_args(design.Feasible),
    "taken": get_args(design.Taken),
    "found-kind": address.ITEM_KINDS,
    "event-kind": get_args(event.EventKind),
    "event-state": get_args(event.EventState),
    "standing": get_args(feedback.Standing),
    "post-kind": get_args(post.PostKind),
    "post-kind-about": get_args(post.PostKind),
    "agenda-kind": get_args(agenda.AgendaKind),
    "category": tuple(craft.CATEGORY_TERMS.terms),
    "change": tuple(production.CHANGE_TERMS.terms),
    "change-cost": tuple(production.CHANGE_TERMS.terms),
    "control": tuple(randomness.CONTROLLABILITY_TERMS.terms),
    "control-means": tuple(randomness.CONTROLLABILITY_TERMS.terms),
    "cost": get_args(verdicts.CostClass),
    "cycle": get_args(verdicts.CycleClass),
    "cycle-means": get_args(verdicts.CycleClass),
    "gone-kind": permalink.LEDGER_KINDS,
    "gone-words": permalink.LEDGER_KINDS,
    "gallery-kind": ("craft", "tier", "tag", "master"),
    "hand": tuple(craft.HAND_TERMS.terms),
    **dict.fromkeys(("kit-by", "kit-notice"), tuple(randomness.CHANCE_TERMS.terms)),
    "kit-days": tuple(offer.MAKING_TERMS.terms),
    "kit-piece": get_args(fitting.PieceKind),
    "link-rule": tuple(site.LINK_RULE_TERMS.terms),
    "counted-in": tuple(site.COUNTING_TERMS.terms),
    "language": tuple(site.LANGUAGE_TERMS.terms),
    "level": tuple(craft.LEVEL_TERMS.terms),
    "list-kind": ("all", "tier", "category", "region", "tag"),
    "download": ("svg", "jpg", "json", "gpl", "mp4", "webm"),
    "licence": tuple(material.LICENCE_TERMS.terms),
    "material-kind": get_args(material.MaterialKind),
    "making": tuple(offer.MAKING_TERMS.terms),
    "making-days": tuple(offer.MAKING_TERMS.terms),
    "master-level": tuple(craft.LEVEL_TERMS.terms),
    "master-word": tuple(craft.LEVEL_TERMS.terms),
    "platform": tuple(site.PLATFORM_TERMS.terms),
    "return": get_args(verdicts.ReturnBasis),
    "return-means": get_args(verdicts.ReturnBasis),
    "role": tuple(tier.STREAM_ROLE_TERMS.terms),
    "role-means": tuple(tier.STREAM_ROLE_TERMS.terms),
    "scope": tuple(scope.SCOPE_TERMS.terms),
    "script": tuple(option.SCRIPT_TERMS.terms),
    "season": tuple(production.SEASON_TERMS.terms),
    "showing": tuple(stream.SHOWING_TERMS.terms),
    "stream-kind": tuple(stream.STREAM_KIND_TERMS.terms),
    "stream-part": get_args(pages.StreamPart),
    "yes-no": ("yes", "no"),
    "promise-part": get_args(clause.Part),
    "promise-what": get_args(clause.What),
    "promise-side": ("before", "after"),
    "thanked-for": get_args(thanks.ThankedFor),
    "tier": tuple(tier.TIER_TERMS.terms),
    "tolerance-unit": tuple(randomness.TOLERANCE_TERMS.terms),
    "unit": (*option.UNIT_TERMS.terms, "character", "choice"),
    "verdict": tuple(offer.VERDICT_TERMS.terms),
}


def asked_in_templates() -> Iterator[tuple[str, str]]:
    for name, source in TEMPLATES:
        for _, _, message in default_environment("en").extract_translations(source):
            for msgid in message if isinstance(message, tuple) else (message,):
                if msgid:
                    yield name, msgid


def asked_in_python() -> Iterator[tuple[str, str]]:
    """What a plan or a filter says: the constants given to `say`, `gettext`, `ngettext` and to the paged lists."""
    folders = (ROOT / "ichsite" / "plan", ROOT / "ichsite" / "kit")
    spoken = [path for folder in folders for path in folder.glob("*.py")]
    for path in sorted([*spoken, ROOT / "ichsite" / "render" / "filters.py"]):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
                "say",
                "gettext",
                "ngettext",
                "_paged_list",
            ):
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        yield path.name, argument.value


ASKED = sorted({*asked_in_templates(), *asked_in_python()})


def test_the_messages_are_found():
    assert len(ASKED) > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_in_the_catalogue(language: str):
    words = default_theme().catalogue(language)
    assert [where for where in ASKED if where[1] not in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_is_in_the_catalogue(language: str):
    words = default_theme().catalogue(language)
    assert [f"{kind}.{key}" for kind, keys in TERMS.items() for key in keys if f"{kind}.{key}" not in words] == []


def test_every_kind_of_term_that_a_template_asks_for_is_known():
    kinds = {kind for _, source in TEMPLATES for kind in re.findall(r'\|label\("([^"]+)"\)', source)}
    assert kinds <= set(TERMS)
    assert not [name for name, source in TEMPLATES if re.search(r"\|label(?!\(\")", source)]


@pytest.mark.parametrize("file", [*(THEME_FOLDER / "locales").glob("*.po"), PO], ids=lambda file: file.stem)
def test_every_message_stands_once(file: Path):
    """Of two the reader takes the last, whichever somebody mends."""
    said = re.findall(r'^((?:msgctxt .*\n)?msgid (?:".*"\n)+)', file.read_text("utf-8"), re.MULTILINE)
    assert len(said) > 100
    assert sorted(one for one, times in Counter(said).items() if times > 1) == []


def test_both_catalogues_have_the_same_messages():
    chinese, english = (default_theme().catalogue(language) for language in LANGUAGES)
    assert set(chinese) == set(english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_variables_of_its_message(language: str):
    for msgid, words in default_theme().catalogue(language).items():
        # every plural has `num`, whether its words say it or not
        assert set(VARIABLES.findall(words)) - {"num"} == set(VARIABLES.findall(msgid)) - {"num"}, msgid


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_plain_text(language: str):
    assert [words for words in default_theme().catalogue(language).values() if re.search("[<>&]", words)] == []


@pytest.mark.parametrize(("name", "source"), TEMPLATES, ids=[name for name, _ in TEMPLATES])
class TestEachTemplate:
    """What holds for every template."""

    def test_has_no_chinese(self, name: str, source: str):
        assert not HAN.search(source)

    def test_marks_nothing_as_safe(self, name: str, source: str):
        assert not re.search(r"\|\s*safe\b|autoescape", source)

    def test_has_no_inline_style_handler_or_script(self, name: str, source: str):
        assert not re.search(
            r"\sstyle\s*=|\son[a-z]+\s*=|<script(?![^>]* src=| type=.application/(?:ld\+)?json.(?: id=.brief-terms.)?>\{\{ [a-z_]+\|tojson \}\}<)|<style|javascript:",
            source,
            re.IGNORECASE,
        )

    def test_says_what_it_is(self, name: str, source: str):
        comment = re.search(r"{#(.*?)#}", source, re.DOTALL)
        assert comment, name
        assert source.index("{#") < 60
        if name.startswith("partials/"):
            assert "Inputs:" in comment[1]
        if name.startswith("pages/"):
            assert "View:" in comment[1]
