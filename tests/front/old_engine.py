"""What Chromium 78 has (WeChat's browser, October 2019), and the version that brought what it has not.

The lists say what a stylesheet may use; what stands in neither is a complaint that asks for a line here.
The versions were written down from common knowledge of Chromium's releases, not checked one by one: where one decides
something, look it up in MDN's compatibility tables first.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OLD = 78

PROPERTIES = _words(
    """
    align-content align-items align-self all animation animation-delay animation-direction animation-duration
    animation-fill-mode animation-iteration-count animation-name animation-timing-function backdrop-filter
    backface-visibility background background-attachment background-blend-mode background-clip background-color
    background-image background-origin background-position background-position-x background-position-y
    background-repeat background-size block-size border border-block-end border-block-start border-bottom
    border-bottom-color border-bottom-left-radius border-bottom-right-radius border-bottom-style
    border-bottom-width border-collapse border-color border-image border-inline-end border-inline-start
    border-left border-left-color border-left-style border-left-width border-radius border-right
    border-right-color border-right-style border-right-width border-spacing border-style border-top
    border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width
    border-width bottom box-decoration-break box-shadow box-sizing break-after break-before break-inside
    caption-side caret-color clear clip clip-path color column-count column-fill column-gap column-rule
    column-span column-width columns contain content counter-increment counter-reset cursor direction display
    empty-cells fill fill-opacity filter flex flex-basis flex-direction flex-flow flex-grow flex-shrink
    flex-wrap float font font-family font-feature-settings font-kerning font-size font-stretch font-style
    font-variant font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric
    font-weight gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-end
    grid-column-gap grid-column-start grid-gap grid-row grid-row-end grid-row-gap grid-row-start grid-template
    grid-template-areas grid-template-columns grid-template-rows height hyphens image-rendering inline-size
    isolation justify-content justify-items justify-self left letter-spacing line-break line-height list-style
    list-style-image list-style-position list-style-type margin margin-block-end margin-block-start
    margin-bottom margin-inline-end margin-inline-start margin-left margin-right margin-top max-block-size
    max-height max-inline-size max-width min-block-size min-height min-inline-size min-width mix-blend-mode
    object-fit object-position opacity order orphans outline outline-color outline-offset outline-style
    outline-width overflow overflow-wrap overflow-x overflow-y overscroll-behavior overscroll-behavior-x
    overscroll-behavior-y padding padding-block-end padding-block-start padding-bottom padding-inline-end
    padding-inline-start padding-left padding-right padding-top page-break-after page-break-before
    page-break-inside perspective place-content place-items place-self pointer-events position quotes resize
    right row-gap scroll-behavior scroll-margin scroll-margin-bottom scroll-margin-left scroll-margin-right
    scroll-margin-top scroll-padding scroll-padding-bottom scroll-padding-left scroll-padding-right
    scroll-padding-top scroll-snap-align scroll-snap-stop scroll-snap-type shape-outside size src stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-opacity stroke-width tab-size
    table-layout text-align text-align-last text-anchor text-combine-upright text-decoration
    text-decoration-color text-decoration-line text-decoration-skip-ink text-decoration-style text-indent
    text-orientation text-overflow text-rendering text-shadow text-size-adjust text-transform
    text-underline-position top touch-action transform transform-origin transform-style transition
    transition-delay transition-duration transition-property transition-timing-function unicode-bidi
    unicode-range user-select vector-effect vertical-align visibility white-space widows width will-change
    word-break word-spacing word-wrap writing-mode z-index font-display -webkit-appearance -webkit-box-orient
    -webkit-box-decoration-break -webkit-font-smoothing -webkit-hyphens -webkit-line-clamp -webkit-mask
    -webkit-mask-image -webkit-overflow-scrolling -webkit-print-color-adjust -webkit-tap-highlight-color
    -webkit-text-emphasis -webkit-text-size-adjust -webkit-touch-callout -webkit-user-select
    """
)
"""Not all that Chromium 78 has, but all that a catalogue may need; `gap` is that of grids alone (see `stylesheet`)."""

TWINS = {"appearance": 84, "line-clamp": 200, "mask": 120, "mask-image": 120, "print-color-adjust": 136}
"""Properties that an old engine knows by their `-webkit-` name; with that name beside them they may stand anywhere."""

NEWER_PROPERTIES = {
    **TWINS,
    "accent-color": 93,
    "anchor-name": 125,
    "animation-timeline": 115,
    "aspect-ratio": 88,
    "border-block": 87,
    "border-inline": 87,
    "color-scheme": 81,
    "container": 105,
    "container-name": 105,
    "container-type": 105,
    "content-visibility": 85,
    "counter-set": 85,
    "field-sizing": 123,
    "forced-color-adjust": 89,
    "hyphenate-character": 106,
    "inset": 87,
    "inset-block": 87,
    "inset-inline": 87,
    "interpolate-size": 129,
    "margin-block": 87,
    "margin-inline": 87,
    "overflow-anchor": 56,
    "overlay": 117,
    "padding-block": 87,
    "padding-inline": 87,
    "page": 85,
    "rotate": 104,
    "scale": 104,
    "scrollbar-color": 121,
    "scrollbar-gutter": 94,
    "scrollbar-width": 121,
    "text-autospace": 140,
    "text-box": 133,
    "text-decoration-thickness": 89,
    "text-emphasis": 99,
    "text-spacing-trim": 123,
    "text-underline-offset": 87,
    "text-wrap": 114,
    "transition-behavior": 117,
    "translate": 104,
    "view-transition-name": 111,
}

FUNCTIONS = _words(
    """
    attr blur brightness calc circle conic-gradient contrast counter counters cubic-bezier drop-shadow ellipse
    env fit-content format grayscale hsl hsla inset invert linear-gradient local matrix minmax opacity polygon
    radial-gradient rect repeat repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient rgb
    rgba rotate rotatex rotatey rotatez saturate scale scale3d scalex scaley sepia skew skewx skewy steps
    translate translate3d translatex translatey url var
    """
)
NEWER_FUNCTIONS = {
    "abs": 138,
    "anchor": 125,
    "clamp": 79,
    "color": 111,
    "color-mix": 111,
    "cos": 111,
    "hwb": 101,
    "image-set": 113,
    "lab": 111,
    "lch": 111,
    "light-dark": 123,
    "linear": 113,
    "max": 79,
    "min": 79,
    "mod": 125,
    "oklab": 111,
    "oklch": 111,
    "path": 88,
    "pow": 120,
    "rem": 125,
    "round": 125,
    "sin": 111,
    "sqrt": 120,
}

UNITS = _words(
    """
    px em rem ch ex vw vh vmin vmax fr s ms deg turn rad dpi dppx pt mm cm in pc q
    """
)
NEWER_UNITS = {
    **dict.fromkeys(
        [
            "dvh",
            "dvw",
            "svh",
            "svw",
            "lvh",
            "lvw",
            "dvmin",
            "dvmax",
            "dvi",
            "dvb",
            "svi",
            "svb",
            "lvi",
            "lvb",
            "vi",
            "vb",
        ],
        108,
    ),
    **dict.fromkeys(["cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax"], 105),
    "ic": 106,
    "lh": 109,
    "rlh": 111,
    "x": 113,
    "cap": 118,
}

PSEUDO = _words(
    """
    active after backdrop before checked default disabled empty enabled first first-child first-letter
    first-line first-of-type focus focus-within hover indeterminate invalid lang last-child last-of-type left
    link not nth-child nth-last-child nth-last-of-type nth-of-type only-child only-of-type optional placeholder
    placeholder-shown read-only read-write required right root selection target valid visited
    -webkit-details-marker -webkit-inner-spin-button -webkit-outer-spin-button -webkit-progress-bar
    -webkit-scrollbar -webkit-search-cancel-button -webkit-search-decoration -webkit-slider-thumb
    """
)
NEWER_PSEUDO = {
    "autofill": 110,
    "details-content": 131,
    "dir": 120,
    "file-selector-button": 89,
    "focus-visible": 86,
    "has": 105,
    "is": 88,
    "marker": 86,
    "modal": 105,
    "open": 133,
    "popover-open": 114,
    "scroll-marker": 135,
    "target-text": 89,
    "user-invalid": 119,
    "user-valid": 119,
    "where": 88,
}

KEYWORDS = {
    ("overflow", "clip"): 90,
    ("overflow-x", "clip"): 90,
    ("overflow-y", "clip"): 90,
    ("overflow-wrap", "anywhere"): 80,
    ("word-break", "auto-phrase"): 119,
    ("width", "stretch"): 138,
    ("height", "stretch"): 138,
    ("width", "-webkit-fill-available"): OLD,
    ("grid-template-columns", "subgrid"): 117,
    ("grid-template-rows", "subgrid"): 117,
    ("grid-template-rows", "masonry"): 200,
    ("background-clip", "text"): 120,
    ("vertical-align", "revert"): 84,
    ("all", "revert"): 84,
}
"""Words that a known property takes since a later version."""

AT_RULES = frozenset({"media", "supports", "page", "font-face", "keyframes", "charset"})
