"""Templates that would never end, fill the memory, or print what differs in every run."""

from __future__ import annotations

import time

import pytest

from ichsite.render import page, task
from ichsite.render.environment import environment
from ichsite.text.address import UrlPath
from ichsite.text.place import Place
from tests.render.samples import BASE, theme_of
from tests.render.test_environment import finding, shown

ENDLESS = "\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def test_a_loop_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "SECONDS", 0.1)
    found = finding(pages__a=ENDLESS)
    assert (found.code, found.where) == ("template-time", Place("themes/trial/pages/a.html", 2, 1))


def test_the_other_pages_of_an_endless_template_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "SECONDS", 0.1)
    stopped = finding(pages__a=ENDLESS)
    setting = task.Setting(b"", BASE, "zh-CN", "CNY")
    made = task.RenderTask(UrlPath("/b/"), "pages/a.html", None, setting)
    monkeypatch.setitem(task._environments, setting, environment(theme_of(), BASE, "zh-CN", "CNY"))
    monkeypatch.setitem(task._endless, (setting, "pages/a.html"), stopped)
    assert task.render(made, None).finding is stopped  # type: ignore[arg-type]
    task.begin()
    assert task._endless == {}


@pytest.mark.parametrize(
    "large",
    [
        '{{ "a" * 3000000000 }}',
        '{{ 3000000000 * "a" }}',
        "{{ [1] * 3000000000 }}",
        '{{ "%1000000000d" % 1 }}',
        '{{ "%.1000000000f" % 1 }}',
        '{{ "%*d" % (1000000000, 1) }}',
        '{{ "%1000000000d"|format(1) }}',
        "{{ 9 ** 99999999 }}",
        "{{ title|center(1000000000) }}",
        "{{ title|indent(1000000000, true) }}",
        '{{ [1]|batch(1000000000, "a")|list|length }}',
        "{{ title.center(1000000000) }}",
        '{{ "{:10000}".format(1) }}',
    ],
)
def test_what_would_fill_the_memory(large: str) -> None:
    started = time.process_time()
    assert finding(pages__a=large).code in ("template-filter", "template-security")
    assert time.process_time() - started < 1


def test_small_sums_are_worked_out() -> None:
    assert shown(pages__a='{{ "ab" * 3 }} {{ 7 * 6 }} {{ 7 % 4 }} {{ 2 ** 10 }} {{ "%02d" % 5 }}') == (
        "ababab 42 3 1024 05"
    )
    assert shown(pages__a='{{ "%02d"|format(5) }}{{ "a"|center(3) }}') == "05 a "


@pytest.mark.parametrize(
    "value",
    [
        "{{ self.title }}{% block title %}{% endblock %}",
        "{{ [range]|map('upper')|string }}",
        "{{ [range] }}",
        "{{ self.title ~ '' }}{% block title %}{% endblock %}",
        "{{ [self.title]|join }}{% block title %}{% endblock %}",
        "{% set nothing = none %}{{ nothing }}",
        "{{ range }}",
        "{% macro m() %}{% endmacro %}{{ m }}",
    ],
)
def test_what_has_no_text_is_not_printed(value: str) -> None:
    found = finding(pages__a=value)
    assert found.code == "template-value"


def test_what_has_a_text_is_printed() -> None:
    assert shown(pages__a="{{ title|length }}{{ 1.5 }}{{ title|upper|string }}") == "71.5瓶 &amp; &lt;花&gt;"
