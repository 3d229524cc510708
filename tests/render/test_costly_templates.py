"""Templates that would never end, fill the memory, or print what differs in every run."""

from __future__ import annotations

import resource
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
        '{% set n = namespace(x="ab") %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}',
        '{% set n = namespace(x="ab") %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}',
        "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    ],
)
def test_what_would_fill_the_memory(large: str) -> None:
    started = time.process_time()
    assert finding(pages__a=large).code in ("template-filter", "template-security")
    assert time.process_time() - started < 1


DOUBLED = "{% set n = namespace(x=[1], y=[1]) %}{% for i in range(60) %}"


@pytest.mark.parametrize(
    "nested",
    [
        DOUBLED + "{% set n.x = [n.x, n.x] %}{% set n.y = [n.y, n.y] %}{% endfor %}{{ 1 if n.x == n.y else 2 }}",
        DOUBLED + "{% set n.x = (n.x, n.x) %}{% endfor %}{{ {n.x: 1}|length }}",
        DOUBLED + '{% set n.x = {"a": n.x, "b": n.x} %}{% endfor %}{{ n.x|tojson }}',
        DOUBLED + "{% set n.x = dict(a=n.x, b=n.x) %}{% endfor %}{{ n.x|string }}",
        DOUBLED + "{% set n.x = cycler(n.x, n.x).items %}{% endfor %}{{ n.x|string }}",
        DOUBLED + "{% set n.x = [n.x] * 2 %}{% endfor %}{{ n.x|tojson }}",
        DOUBLED + '{% set n.x = ["", ""]|map("default", n.x, true)|list %}{% endfor %}{{ n.x|tojson }}',
        DOUBLED + "{% set n.x = [0]|batch(3, n.x)|list %}{% endfor %}{{ n.x|tojson }}",
        "{% macro m() %}{{ varargs|length }}{% endmacro %}{% set n = [[1] * 60000] %}{{ m(n, n) }}",
        "{{ ([[1] * 90000] * 9000)|sum(start=[])|length }}",
    ],
)
def test_lists_of_lists_that_double(nested: str) -> None:
    """Comparing, hashing and writing such a value is Python's own work, which no time limit stops."""
    started = time.process_time()
    assert finding(pages__a=nested).code == "template-filter"
    assert time.process_time() - started < 5


def test_lists_of_lists_are_there_to_be_used() -> None:
    assert shown(pages__a="{{ [[1, 2], [3]] == [[1, 2], [3]] }}{% set a, b = (1, (2, 3)) %}{{ b|join }}") == "True23"
    assert shown(pages__a='{{ {"a": [1, {"b": (2,)}]}|tojson }}') == '{"a":[1,{"b":[2]}]}'
    assert shown(pages__a="{{ 1 < 2 < 3 and 2 not in [1, 3] }}{{ range(5)|batch(2)|list|length }}") == "True3"


@pytest.mark.parametrize(
    "growing",
    [
        '{% set n = namespace(x="ab") %}{% for i in range(60) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}',
        '{% set a = "a" * 99999 %}{{ a|replace("a", a)|length }}',
        '{% set a = "a" * 99999 %}{{ a.replace("a", a)|length }}',
        '{% set a = "a" * 99999 %}{{ a.join(["a"] * 99999)|length }}',
        '{% set a = "a" * 99999 %}{{ (["a"] * 99999)|join(a)|length }}',
        '{% set a = "a" * 99999 %}{{ (["b"] * 99999)|map("replace", "b", a)|join|length }}',
        '{% macro m(x) %}{% for i in range(9) %}{{ x }}{% endfor %}{% endmacro %}{{ m(m(m(m(m(m(m(m(m(m("abc")))))))))) }}',
        '{% set a = "a" * 99999 %}{% for i in range(99999) %}{{ a }}{% endfor %}',
    ],
)
def test_what_grows_and_grows(growing: str) -> None:
    """Whatever does it, the process may take half a gigabyte more, and no more."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    found = finding(pages__a=growing)
    assert (found.code, found.where) == ("template-size", Place("themes/trial/pages/a.html", 1, 1))
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_a_page_that_no_phone_could_show() -> None:
    found = finding(pages__a='{% set a = "a" * 99999 %}{% for i in range(99) %}{{ a }}{% endfor %}')
    assert found.code == "template-size"


def test_small_sums_are_worked_out() -> None:
    assert shown(
        pages__a='{{ "ab" * 3 }} {{ 7 * 6 }} {{ 7 % 4 }} {{ 2 ** 10 }} {{ "%02d" % 5 }} {{ 1 + 2 }}{{ "a" + "b" ~ 3 }}'
    ) == ("ababab 42 3 1024 05 3ab3")
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
