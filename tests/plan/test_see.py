"""Previews: nothing hostile of a drawing stands in a page, every kind of slot shows what was wished, words at true scale."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ichsite.assess.share import outcome_shares
from ichsite.assess.sockets import preview_use
from ichsite.brief.terms import terms_json
from ichsite.media.preview import Preview, PreviewFound, PreviewTask, made_ready
from ichsite.media.shape import shapes_of, written
from ichsite.model.offer import Offer
from ichsite.model.option import (
    ChoiceOption,
    ChoiceValue,
    Colour,
    ColourOption,
    NumberOption,
    Reason,
    SizeMeasure,
    SizeTableOption,
    TextOption,
)
from ichsite.model.picture import Drawing
from ichsite.model.randomness import Randomness
from ichsite.plan.see import see_of
from ichsite.plan.see_parts import SeeParts
from ichsite.plan.views.see import SeeView
from ichsite.stage.preview_faults import slot_findings
from tests.brief.dossiers import dossiers, every_terms
from tests.invariants.demonstration import REPOSITORY
from tests.render.samples import craft_view, default_environment

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80">'
DRAWING = f"""{HEAD}
<defs><linearGradient id="light"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
<rect id="plate" width="20" height="9" fill="#ccc" data-fill="glaze" data-size="width width 10 40 10 40"/>
<rect id="ground" y="12" width="9" height="9" fill="#ccc" data-fill="glaze" data-nth="2"/>
<rect id="long" y="24" width="9" height="50" data-size="height body.long 500 1000 5 10"/>
<g id="flower" data-when="front" data-is="lotus" display="none"><path d="M0 0H9" stroke="url(#light)"/></g>
<g id="bare" data-when="front" data-is="- plain"><path d="M0 0H9"/></g>
<rect id="motif" x="60" y="2" width="20" height="20" data-motif="front"/>
<rect id="lines" x="0" y="40" width="18" height="20" data-text="words" data-rows="lines" data-most="4" data-size="width width 10 40 8 38"/>
<path id="arc" d="M60 60H100" data-text="words"/>
<g id="face" data-repeat="faces" data-step="12 0"><circle cx="60" cy="70" r="5"/></g>
<g id="moved" data-size="dx width 10 40 0 30; s width 10 40 1 4" data-origin="100 10"><path d="M100 10h2v2z"/></g>
<g data-beside="coin" transform="translate(90 40)"/>
</svg>"""
REASON = Reason(basis="physical", words="因为")
WHY = {"reason": REASON}
WORDS = TextOption(
    kind="text", id="words", label="字", most_characters=12, scripts=("han",), character_mm=Decimal("1.8"), **WHY
)
OPTIONS: tuple[Any, ...] = (
    NumberOption(kind="number", id="width", label="宽", unit="cm", lowest=Decimal(1), highest=Decimal(4), step=Decimal("0.1"), **WHY),
    NumberOption(kind="number", id="faces", label="脸", unit="piece", lowest=Decimal(0), highest=Decimal(3), step=Decimal(1), **WHY),
    ChoiceOption(kind="choice", id="lines", label="行", unit="piece", values=(ChoiceValue(id="one", label="一行", measure=Decimal(1)), ChoiceValue(id="two", label="两行", measure=Decimal(2))), **WHY),
    ChoiceOption(kind="choice", id="front", label="正面", values=(ChoiceValue(id="plain", label="素"), ChoiceValue(id="lotus", label="莲", motif="lotus")), **WHY),
    ColourOption(kind="colour", id="glaze", label="釉", at_most=2, palette=(Colour(id="red", label="红", value="#aa0000"), Colour(id="sky", label="天青", value="#003344", to="#aabbcc")), **WHY),
    SizeTableOption(kind="size-table", id="body", label="身量", unit="cm", step=Decimal(1), measures=(SizeMeasure(id="long", label="长", lowest=Decimal(50), highest=Decimal(100)),), **WHY),
    WORDS,
)  # fmt: skip
LOTUS = f'{HEAD}<path d="M0 0H9V9z" fill="#fbeceb" stroke="#7a1f1a"/></svg>'
STEADY = Randomness(controllability="high")


class Shelf(dict[bytes, Any]):
    """A shelf of a few values."""

    def take(self, key: bytes) -> Any:
        return self[key]


def found(text: str) -> tuple[PreviewFound, Preview | None]:
    return made_ready(PreviewTask("preview", text.encode()))


def view_of(text: str, offer: Offer, prefix: str = "see", randomness: Randomness = STEADY) -> SeeView:
    _, preview = found(text)
    motif = made_ready(PreviewTask("motif", LOTUS.encode()))[1]
    shelf = Shelf({b"p": preview, b"m": motif})
    offer = replace(offer, preview=Drawing(file="preview.svg", alt="一块牌"))
    parts = SeeParts(prefix, ((offer.tier, (b"p", offer_print())),), (("lotus", (b"m", offer_print())),))
    view = see_of(offer, randomness, outcome_shares(randomness), False, parts, shelf)
    assert view is not None
    return view


def offer_print() -> Any:
    return b""


def sample(*options: Any) -> Offer:
    return replace(craft_view().offers[0].offer, options=options or OPTIONS)


HOSTILE = (
    "<script>alert(1)</script>",
    '<foreignObject><iframe src="https://evil.example"/></foreignObject>',
    '<image href="https://evil.example/a.png"/><use href="#plate"/>',
    '<a href="javascript:alert(1)"><path d="M0 0" onclick="alert(1)"/></a>',
    '<animate attributeName="href" to="javascript:alert(1)"/><set attributeName="onload" to="alert(1)"/>',
    '<path d="M0 0" style="fill:url(https://evil.example)" fill="url(https://evil.example/a.svg#b)"/>',
    "<style>@import 'https://evil.example/a.css'</style><text>alert</text>",
    '<path id="main" d="M0 0"/><path id="main" d="M0 1"/>',
)


def test_nothing_hostile_of_a_drawing_stands_in_a_page() -> None:
    view = view_of(DRAWING.replace("</svg>", "".join(HOSTILE) + "</svg>"), sample())
    text = written(view.plates[0].svg)
    for word in ("evil", "alert", "script", "onclick", "import", "iframe", "animate", "<a ", "<image", "<style"):
        assert word not in text, word
    ids = re.findall(r' id="([^"]*)"', text)
    assert len(ids) == len(set(ids)) > 8 and all(one.startswith("see-function-1-") for one in ids)
    assert set(re.findall(r'(?:href="#|url\(#)([^")]*)', text)) <= set(ids)
    for deep in ("<g>" * 50 + "</g>" * 50, "<g/>" * 900, f"<path d='{'M0 0' * 16_000}'/>"):
        assert [fault.code for fault in found(HEAD + deep + "</svg>")[0].faults] == ["drawing-refused"]


def test_the_drawings_of_the_demonstration_are_whole() -> None:
    """Each slot asks for what its offer has, and each value that is chosen can be seen."""
    drawn = 0
    for name, dossier in dossiers().items():
        root, _, slug = name.partition("/")
        for assessed in dossier.offers if root == REPOSITORY.name else ():
            use = preview_use(assessed.offer, f"content/crafts/{slug}/customization.yaml", (), tuple(one.id for one in dossier.customization.value.randomness.outcomes))  # fmt: skip
            if use is None or use.path is None:
                continue
            small, preview = made_ready(PreviewTask("preview", (REPOSITORY / use.path).read_bytes()))
            motifs = {motif for socket in use.sockets for _, motif in socket.motifs}
            assert preview is not None and small.faults == () and list(slot_findings(use, use.path, small.slots, motifs)) == []  # fmt: skip
            drawn += 1
    assert drawn >= 6


def test_chance_is_shown_as_a_range_and_never_as_one_picture() -> None:
    dossier = next(one for name, one in dossiers().items() if name.endswith("/celadon-vase"))
    randomness, offer = dossier.customization.value.randomness, dossier.offers[0].offer
    text = (REPOSITORY / "content/crafts/celadon-vase/preview.svg").read_text("utf-8")
    view = view_of(text, offer, randomness=randomness)
    assert [one.chance.outcome for one in view.plates if one.chance] == ["fenqing", "meizi", "douqing"]
    assert [one.outcome for one in view.others] == ["kaipian"]
    fills = [
        {one.get("fill") for one in shapes_of((plate.svg,)) if "glaze" in (one.get("fill") or "")}
        for plate in view.plates
    ]
    assert fills == [{f"url(#see-function-{at}-:glaze-{name})"} for at, name in enumerate(("fenqing", "meizi", "douqing"), 1)]  # fmt: skip
    assert not any(one.get("data-fill") for plate in view.plates for one in shapes_of((plate.svg,))), (
        "the glaze that was wished for promises nothing"
    )
    page = default_environment("zh-CN").get_template("partials/brief/see.html").render(see=view)
    assert "示意" in page and "187/412" in page and "51/412" in page


def test_an_offer_without_a_drawing_has_a_diagram() -> None:
    offer = sample(*OPTIONS[:1], OPTIONS[5])
    view = see_of(offer, STEADY, (), False, SeeParts(), Shelf())
    assert view is not None and view.diagram is not None and view.plates == ()
    width, long = view.diagram.bars
    assert (width.smallest, long.largest, long.option) == ("1", "100", "body.long")
    # one scale for both: 40 mm and 1,000 mm
    assert (long.most - long.left) / (width.most - width.left) == pytest.approx(25, rel=0.02)
    assert see_of(sample(WORDS), STEADY, (), False, SeeParts(), Shelf()) is None


SEE = Path(__file__).parents[2] / "themes/default/static/js/brief_see.js"
LOOK = """([terms, wish]) => {
  const root = document.querySelector('[data-see]'), svg = root.querySelector('svg')
  ichsiteBrief.see(root, terms, wish)
  const at = id => document.getElementById('see-function-1-' + id)
  const attribute = (id, name) => at(id).getAttribute(name)
  const text = svg.querySelector('[data-rows]').nextElementSibling
  const arc = svg.querySelector('textPath')
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
  return {
    plate: at('plate').getBBox().width, fill: attribute('plate', 'fill'), second: attribute('ground', 'fill'),
    long: at('long').getBBox().height,
    flower: getComputedStyle(at('flower')).display, bare: getComputedStyle(at('bare')).display,
    motif: (svg.querySelector('use') || at('motif')).getBBox().width, motifOf: svg.querySelector('use').getAttribute('href'),
    lines: [...text.children].map(one => one.textContent), size: +text.getAttribute('font-size'),
    wide: Math.max(0, ...[...text.children].map(one => one.getComputedTextLength())),
    seen: text.getBoundingClientRect().width / scale, stroke: +text.getAttribute('stroke-width'),
    arc: arc.textContent, faces: [...svg.querySelectorAll('circle[r="5"]')].map(one => one.getBoundingClientRect().x / scale),
    moved: [...svg.querySelectorAll('#see-function-1-moved path')].map(one => one.getBoundingClientRect().width / scale)[0],
    note: root.querySelector('[data-see-words]').textContent, small: !!root.querySelector('.too-small'),
    others: document.querySelectorAll('img, script:not([src]):not([data-own])').length,
  }
}"""


@pytest.fixture(scope="module")
def look(browser: Any) -> Any:
    """Asks how the sample drawing looks for a wish."""
    page = browser.new_page(viewport={"width": 600, "height": 800})
    body = default_environment("zh-CN").get_template("partials/brief/see.html").render(see=view_of(DRAWING, sample()))
    page.set_content(f"<!doctype html><body>{body}")
    page.evaluate("text => { const one = document.createElement('script'); one.dataset.own = ''; one.textContent = text; document.body.append(one) }", SEE.read_text("utf-8"))  # fmt: skip
    name = next(name for name in every_terms() if name.endswith("silver-plaque.element"))
    terms = json.loads(terms_json(replace(every_terms()[name], options=OPTIONS)))
    yield lambda **wish: page.evaluate(LOOK, [terms, wish])
    page.close()


def test_every_slot_shows_what_was_wished(look: Any) -> None:
    drawn = look()
    seen = look(
        width="3",
        glaze=["sky", "red"],
        front=["lotus"],
        faces="3",
        lines="two",
        words="山川手作",
        **{"body.long": "80"},
    )
    assert seen["plate"] == 30 and seen["long"] == pytest.approx(8)
    assert seen["fill"] == "url(#see-function-1-:glaze-sky)" and seen["second"] == "#aa0000"
    assert (seen["flower"], seen["bare"]) == ("inline", "none")
    assert seen["motifOf"] == "#see-function-1-:m-lotus" and seen["motif"] > 0
    assert seen["lines"] == ["山川", "手作"] and seen["arc"] == "山川手作"
    assert len(seen["faces"]) == 3
    assert seen["faces"][2] - seen["faces"][0] == pytest.approx(24, rel=0.01) or seen["faces"][1] - seen["faces"][0] == pytest.approx(24, rel=0.01)  # fmt: skip
    assert seen["moved"] == pytest.approx(6, rel=0.02)
    # characters are as tall as they say, on the drawing's own scale: two of 4 mm are 8 mm wide
    assert seen["size"] == 4 and seen["wide"] == pytest.approx(8, rel=0.05) and not seen["small"]
    assert seen["seen"] == pytest.approx(8, rel=0.1)
    assert look() == drawn, "what is not chosen stays as it was drawn"


def test_a_character_below_the_least_closes_up_and_is_said(look: Any) -> None:
    fits, vanishes = (look(width=one, lines="one", words="床前明月光疑是") for one in ("2", "1"))
    assert fits["size"] == pytest.approx(18 / 7 / 1.12, rel=0.01) and not fits["small"]
    assert vanishes["size"] == pytest.approx(8 / 7 / 1.12, rel=0.01)
    # the finest line is 0.2 mm however small the character
    assert vanishes["small"] and vanishes["stroke"] > 0.1 > fits["stroke"]
    assert "1.0" in vanishes["note"] and "1.8" in vanishes["note"] and "0.20" in vanishes["note"]


def test_what_a_buyer_writes_is_words_and_odd_wishes_do_no_harm(look: Any) -> None:
    evil = "<img src=x onerror=alert(1)>"
    assert look(words=evil, lines="one")["lines"] == [evil]
    assert look(words=evil)["others"] == 0
    odd = look(width="x", glaze=["nil", "__proto__"], front=["constructor"], faces="1e9", lines="none", words="")
    assert odd["plate"] == 20 and odd["fill"] == "#ccc" and odd["lines"] == [] and len(odd["faces"]) == 60


def test_a_drawing_follows_a_choice_at_once_on_a_slow_phone(look: Any, browser: Any) -> None:
    """The paper-cut has the most shapes; a phone is four times slower."""
    offer = next(one for name, one in dossiers().items() if name.endswith("/paper-cut-name")).offers[0].offer
    terms = json.loads(terms_json(next(one for name, one in every_terms().items() if name.endswith("paper-cut-name.element"))))  # fmt: skip
    text = (REPOSITORY / "content/crafts/paper-cut-name/preview.svg").read_text("utf-8")
    page = browser.new_page()
    body = default_environment("zh-CN").get_template("partials/brief/see.html").render(see=view_of(text, offer))
    page.set_content(f"<!doctype html><body>{body}")
    page.add_script_tag(path=str(SEE))
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    taken = page.evaluate(
        """terms => [160, 240, 320, 400, 200].map(size => {
          const from = performance.now()
          ichsiteBrief.see(document.querySelector('[data-see]'), terms,
            { name: ['周静宜'], diameter: [String(size)], paper: ['green'], zodiac: ['dragon', 'rabbit'] })
          document.body.getBoundingClientRect()
          return performance.now() - from
        }).sort((one, other) => one - other)[2]""",
        terms,
    )
    page.close()
    assert taken < 60
