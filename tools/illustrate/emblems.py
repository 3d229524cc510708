"""Emblems of the masters: each a tool of the craft cut in relief, seal fashion, on paper.

No faces, no letters.
"""

from __future__ import annotations

from functools import partial

import numpy as np
import pyvips

from .canvas import (
    Array,
    array_image,
    blur,
    fbm,
    grain,
    grid,
    mix,
    over,
    paper_ground,
    ramp,
    rgb,
    shadow,
    smoothstep,
    svg_mask,
)
from .drawing import Drawing

SIDE = 800
CINNABAR_PASTE = [(0, "#c7533f"), (0.5, "#b3392f"), (1, "#8f2a25")]


def line(data: str, width: float) -> str:
    """A cut line."""
    return (
        f'<path d="{data}" fill="none" stroke="#000" stroke-width="{width}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def solid_shape(data: str) -> str:
    """A cut area."""
    return f'<path d="{data}"/>'


def turned(inner: str, angle: float, x: float = 400, y: float = 400) -> str:
    """A tool turned about a place."""
    return f'<g transform="rotate({angle} {x} {y})">{inner}</g>'


def seal(tool: str, reserve: str, seed: int, square: bool) -> pyvips.Image:
    """Print a seal: `tool` is left as paper in the cinnabar field.

    `reserve` is cut back into it as red lines.
    """
    outer = (
        '<rect x="140" y="140" width="520" height="520" rx="46"/>' if square else '<circle cx="400" cy="400" r="268"/>'
    )
    inner = (
        '<rect x="163" y="163" width="474" height="474" rx="30" fill="none" stroke="#000" stroke-width="7"/>'
        if square
        else '<circle cx="400" cy="400" r="244" fill="none" stroke="#000" stroke-width="7"/>'
    )
    field = svg_mask(outer, SIDE, SIDE)
    cut = np.maximum(svg_mask(inner, SIDE, SIDE), svg_mask(tool, SIDE, SIDE))
    back = svg_mask(reserve, SIDE, SIDE) if reserve else np.zeros_like(field)
    printed = field * (1 - cut * (1 - back))
    return array_image(pressed(printed, seed))


def pressed(printed: Array, seed: int) -> Array:
    """Cinnabar paste pressed on paper: ragged edges, thin places, a rim of paste squeezed out."""
    x, y = grid(SIDE, SIDE)
    rough = 0.34 * (fbm(x / 5, y / 5, seed, 3) - 0.5) + 0.16 * (fbm(x / 22, y / 22, seed + 3, 2) - 0.5)
    ink = smoothstep(0.40, 0.62, blur(printed, 1.5) + rough * 0.9)
    thin = smoothstep(
        0.56,
        0.74,
        fbm(
            x / 60 + 0.9 * fbm(x / 50, y / 50, seed + 7, 2),
            y / 60 + 0.9 * fbm(x / 50, y / 50, seed + 5, 2),
            seed + 6,
            4,
        ),
    ) * smoothstep(0.42, 0.6, fbm(x / 2.2, y / 2.2, seed + 8, 2))
    ink = ink * (1 - 0.4 * thin)
    rim = blur(printed, 5)
    tone = 0.5 + 0.5 * (fbm(x / 120, y / 120, seed + 11, 3) - 0.5) + 0.35 * smoothstep(0.85, 0.5, rim)
    paste = ramp(np.clip(tone + 0.10 * grain(SIDE, SIDE, seed + 13), 0, 1).astype(np.float32), CINNABAR_PASTE)
    ground = paper_ground(seed + 20, SIDE, SIDE)
    ground = shadow(ground, ink, 1, 2, 2.0, 0.14)
    return over(ground, mix(paste, rgb("#b3392f"), 0.2), ink * 0.95)


# --- tools: (left white in the field, red lines cut back into it) --------------------------------


def scissors() -> tuple[str, str]:
    """Paper-cutter's scissors, open, with wide bows, and a cut lozenge."""
    blade = solid_shape("M384 398L414 386L444 176Q420 182 408 204Z")
    bow = line("M398 420C386 470 372 500 344 530C300 574 262 560 266 510C270 462 330 440 376 446", 27)
    half = turned(blade + bow, 17, 400, 404)
    other = f'<g transform="translate(800 0) scale(-1 1)">{half}</g>'
    flower = "".join(
        turned(solid_shape("M400 592C386 582 387 566 400 558C413 566 414 582 400 592Z"), 90 * k, 400, 594)
        for k in range(4)
    )
    up = '<g transform="translate(0 -14)">'
    return f"{up}{half}{other}</g>{flower}", f'{up}<circle cx="400" cy="404" r="9"/></g>'


def hammer_and_wire() -> tuple[str, str]:
    """A silversmith's small hammer over a coil of drawn wire."""
    head = solid_shape("M262 262L300 238L470 238Q508 240 528 262Q508 284 470 286L300 286Z")
    shaft = solid_shape("M386 286L412 286L424 566Q400 582 376 566Z")
    hammer = turned(head + shaft, 32, 400, 380)
    coil = line(
        "M262 470C224 500 222 566 272 584C330 604 372 562 352 520C336 488 290 494 290 528C290 552 322 556 330 538",
        13,
    )
    coil += line("M262 470C300 440 330 470 372 500C420 530 470 600 556 560", 13)
    return coil + hammer, turned(line("M322 240V284M386 300H412M388 320H413", 8), 32, 400, 380)


def wheel_and_vase() -> tuple[str, str]:
    """A throwing wheel with a pear vase just raised on it."""
    vase = solid_shape(
        "M358 214Q400 204 442 214Q436 232 424 246C420 290 430 316 462 360C492 404 482 448 446 470H354"
        "C318 448 308 404 338 360C370 316 380 290 376 246Q364 232 358 214Z"
    )
    disc = '<ellipse cx="400" cy="502" rx="172" ry="34"/>' + solid_shape("M384 530H416L424 584H376Z")
    base = solid_shape("M300 584H500Q512 606 500 612H300Q288 606 300 584Z")
    rings = line("M334 388Q400 408 466 388M328 414Q400 436 472 414M350 362Q400 376 450 362", 6.5)
    return vase + disc + base, rings + line("M262 500Q400 536 538 500", 7)


def kiln_mouth() -> tuple[str, str]:
    """The mouth of a dragon kiln climbing its slope, flame within."""
    arch = solid_shape(
        "M226 588V420C226 300 306 226 400 226C494 226 574 300 574 420V588H500V430"
        "C500 356 456 312 400 312C344 312 300 356 300 430V588Z"
    )
    flame = solid_shape(
        "M400 350C410 402 466 430 458 500C454 552 426 584 400 588C374 584 344 "
        "556 342 508C340 470 366 458 366 420"
        "C384 432 388 446 388 462C404 430 406 396 400 350Z"
    )
    joints = (
        "M226 520H300M500 520H574M226 452H300M500 452H574M238 372L312 394M562 372"
        "L488 394M276 296L336 344M524 296L464 344"
    )
    joints += "M340 246L368 318M460 246L432 318M400 226V312"
    heart = solid_shape(
        "M402 478C412 508 430 520 424 548C420 566 410 574 400 576C388 572 378 560 380 542C382 524 400 512 402 478Z"
    )
    return arch + flame, line(joints, 6.5) + heart


def needle_and_silk() -> tuple[str, str]:
    """An embroidery needle with one silk thread split into finer and finer strands."""
    needle = turned('<path d="M400 196Q413 214 411 330L403 596L400 610L397 596L389 330Q387 214 400 196Z"/>', 38)
    strands = ""
    for k, (dx, dy) in enumerate(((0, 0), (18, 26), (38, 48), (60, 66), (84, 80))):
        strands += line(
            f"M496 262C430 {214 + dy * 0.2} 330 {220 + dy * 0.3} 286 {290 + dy * 0.5}"
            f"C{240 + dx * 0.3} {370 + dy * 0.3} {262 + dx} {470 + dy * 0.2} "
            f"{232 + dx * 1.7} {566 - k * 6}",
            7.5 - k,
        )
    leaf = solid_shape("M470 520C500 462 552 452 584 456C580 506 540 548 470 520Z")
    veins = line("M478 518Q530 494 574 464M512 502Q522 484 520 470M512 502Q538 506 552 496", 5.5)
    return needle + strands + leaf, turned('<ellipse cx="400" cy="228" rx="4.2" ry="19"/>', 38) + veins


def tweezers_and_scroll() -> tuple[str, str]:
    """Cloisonne tweezers holding the end of a bent wire cloud scroll."""
    arm = "M400 196C372 214 366 260 372 320C378 380 392 420 397 470L400 470L400 430C396 380 392 300 400 236Z"
    tweezers = turned(
        solid_shape(arm) + f'<g transform="translate(800 0) scale(-1 1)">{solid_shape(arm)}</g>', 40, 400, 400
    )
    scroll = "M352 458C330 430 280 436 272 480C266 520 308 540 330 516C346 496 326 474 310 486"
    scroll += "M352 458C396 452 412 490 402 524C440 494 500 512 494 562C488 604 436 606 428 572C424 548 450 538 462 554"
    scroll += "M402 524C392 574 330 600 270 572"
    return tweezers + line(scroll, 14), turned(line("M400 206V224", 5), 40, 400, 400)


def chisel_and_mallet() -> tuple[str, str]:
    """A carver's chisel and round mallet crossed."""
    chisel = solid_shape("M378 210H422L416 336H384Z") + solid_shape("M386 336H414V372H386Z")
    chisel += solid_shape("M382 380H418C432 440 430 520 420 590Q400 602 380 590C370 520 368 440 382 380Z")
    mallet = solid_shape("M340 214Q400 196 460 214C470 262 470 318 456 366Q400 382 344 366C330 318 330 262 340 214Z")
    mallet += solid_shape("M384 376H416L422 590Q400 602 378 590Z")
    mallet_lines = line("M336 262Q400 278 464 262M336 318Q400 334 464 318", 7)
    chisel_lines = line("M381 404H419M378 572H422M382 234H418", 7)
    over_mallet = f'<g fill="none" stroke="#000" stroke-width="13">{chisel}</g>'
    red = turned(mallet_lines, -38, 400, 410) + turned(over_mallet + chisel_lines, 38, 400, 410)
    return turned(mallet, -38, 400, 410) + turned(chisel, 38, 400, 410), red


def wax_knife() -> tuple[str, str]:
    """The copper wax knife for drawing on cloth, a curl of wax from its edge."""
    handle = solid_shape("M388 196H412L414 430H386Z")
    fan = solid_shape("M386 430H414L452 516Q400 546 348 516Z")
    knife = turned(handle + fan, 34, 400, 400)
    curl = "M262 512C222 470 232 404 284 386C336 370 372 414 352 450C336 476 300 464 304 436"
    curl += "M262 512C300 560 380 590 470 566C540 548 580 490 552 452C528 424 490 444 500 474C506 490 524 488 526 476"
    dots = "".join(
        f'<circle cx="{x}" cy="{y}" r="{r}"/>' for x, y, r in ((420, 606, 9), (456, 600, 7), (488, 588, 5.5))
    )
    bands = line("M386 404H414M386 384H414M386 364H414M370 470H430M360 494H440", 6.5)
    return line(curl, 14) + dots + knife, turned(bands, 34, 400, 400)


def ruler_and_shears() -> tuple[str, str]:
    """A tailor's foot rule and long shears."""
    ruler = '<rect x="252" y="206" width="62" height="392" rx="8"/>'
    marks = (
        "M252 246H282M252 286H272M252 326H282M252 366H272M252 406H290M252 446H272M252 486H282M252 526H272M252 566H282"
    )
    blade = solid_shape("M448 402L474 396L496 196Q470 206 462 232Z")
    bow = line(
        "M462 410C456 452 446 470 432 500C412 548 420 592 456 590C490 586 492 540 472 510C462 494 458 480 462 462",
        20,
    )
    half = turned(blade + bow, 9, 462, 402)
    other = f'<g transform="translate(924 0) scale(-1 1)">{half}</g>'
    shears = f'<g transform="translate(-32 -24) scale(1.07)">{half}{other}</g>'
    return ruler + shears, line(marks, 6.5) + '<circle cx="461" cy="403" r="9"/>'


def awl_and_hide() -> tuple[str, str]:
    """A leather worker's awl over the stitched edge of a hide."""
    hide = solid_shape(
        "M204 470C240 430 262 470 304 452C350 432 376 478 424 462C474 446 506 "
        "480 548 462C572 452 588 462 598 470V560Q598 598 560 598H240Q204 598 204 "
        "560Z"
    )
    handle = solid_shape("M372 196Q400 178 428 196C446 236 434 284 418 318H382C366 284 354 236 372 196Z")
    awl = handle + solid_shape("M384 326H416V344H384Z") + solid_shape("M393 352H407L402 512L400 522L398 512Z")
    turned_awl = turned(awl, 22, 400, 440)
    stitches = (
        "M226 506L246 502M262 506L284 500M300 498L322 492M338 496L360 502M436 506"
        "L458 500M474 502L496 506M512 504L534 498M550 498L574 500"
    )
    return turned_awl + hide, line(stitches, 8) + turned(
        line("M374 246H426M378 264H422", 6.5) + line("M400 470V520", 26), 22, 400, 440
    )


EMBLEMS = (
    ("he-jianchun", scissors, True),
    ("long-ayin", hammer_and_wire, False),
    ("ye-qingya", wheel_and_vase, True),
    ("lu-shouyao", kiln_mouth, True),
    ("shen-xiuyun", needle_and_silk, False),
    ("jin-chengsi", tweezers_and_scroll, False),
    ("zheng-mukai", chisel_and_mallet, True),
    ("wei-lanhua", wax_knife, False),
    ("gu-yicai", ruler_and_shears, True),
    ("wu-yun", awl_and_hide, True),
)


def draw_emblem(index: int) -> pyvips.Image:
    """Print one master's seal."""
    _, tool, square = EMBLEMS[index]
    white, red = tool()
    return seal(white, red, 700 + 31 * index, square)


DRAWINGS = tuple(
    Drawing(f"masters/{slug}/emblem.jpg", partial(draw_emblem, k)) for k, (slug, _, _) in enumerate(EMBLEMS)
)
