"""Whether the slots of a preview ask for what its offer has: options of the right kind, values, outcomes, drawings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ichsite.assess.sockets import PreviewUse, Socket
from ichsite.media.slots import Ask, Slot
from ichsite.text.diagnostic import Diagnostic, Related, error, warning
from ichsite.text.place import Place
from ichsite.text.suggest import nearest
from ichsite.text.words import Words

_ASKED: dict[Ask, Words] = {
    "colour": Words("颜色（kind: colour）", "a colour (kind: colour)"),
    "value": Words("选项", "an option"),
    "motif": Words("纹样（kind: choice）", "a motif (kind: choice)"),
    "text": Words("文字（kind: text）", "words (kind: text)"),
    "size": Words(
        "尺寸（kind: number、size-table，或各值有 measure 的 choice）",
        "a size (kind: number, size-table, or a choice whose values have a measure)",
    ),
    "number": Words(
        "数目（kind: number，或各值有 measure 的 choice）", "a number (kind: number, or a measured choice)"
    ),
    "outcome": Words("结果", "an outcome"),
}


def slot_findings(use: PreviewUse, path: str, slots: Iterable[Slot], drawn: Collection[str]) -> Iterator[Diagnostic]:
    """What is wrong with the slots of the drawing at `path`; `drawn` are the motifs that have a drawing."""
    sockets = {socket.name: socket for socket in use.sockets}
    asked: dict[str, list[Slot]] = {}
    for slot in slots:
        if slot.ask == "outcome":
            if slot.option not in use.outcomes:
                yield _unknown(use, path, slot, Words("结果", "outcome"), slot.option, use.outcomes)
            continue
        socket = sockets.get(slot.option)
        if socket is None:
            yield _unknown(use, path, slot, Words("选项", "option"), slot.option, sockets)
            continue
        if slot.ask not in socket.gives:
            what = _ASKED[slot.ask]
            yield error(
                "preview-option-unknown",
                Place(path, slot.line, 1),
                Words(
                    f"这里要的是{what.zh}，`{slot.option}` 不是", f"this needs {what.en}, and `{slot.option}` is none"
                ),
                Words("换一个选项，或换一种活动处", "name another option, or use another kind of slot"),
                (Related(use.where, Words("在这里写的", "named here")),),
            )
            continue
        for value in slot.values:
            if socket.values and value not in socket.values:
                yield _unknown(use, path, slot, Words("值", "value"), value, socket.values)
        asked.setdefault(slot.option, []).append(slot)
    for name, of in asked.items():
        yield from _undrawn(use, path, sockets[name], of, drawn)


def _undrawn(
    use: PreviewUse, path: str, socket: Socket, slots: list[Slot], drawn: Collection[str]
) -> Iterator[Diagnostic]:
    """Values that the drawing tells apart from no other: an empty `<g>` says that one has nothing to show."""
    told = {value for slot in slots for value in slot.values}
    motif = next((slot for slot in slots if slot.ask == "motif"), None)
    if motif is not None:
        told |= {value for value, name in socket.motifs if name in drawn}
    first = motif or next((slot for slot in slots if slot.values), None)
    missing = [value for value in socket.values if value not in told]
    seen_otherwise = any(slot.ask in ("colour", "size", "number", "text") for slot in slots)
    if first is None or not missing or seen_otherwise:
        return
    shown, more = missing[:6], "…" if len(missing) > 6 else ""
    yield warning(
        "preview-value-undrawn",
        Place(path, first.line, 1),
        Words(
            f"选了 {'、'.join(shown)}{more}，图上看不出来（选项 `{socket.name}`）",
            f"{', '.join(shown)}{more} of `{socket.name}` cannot be seen in the drawing",
        ),
        Words(
            f'给它画一组：<g data-when="{socket.name}" data-is="{shown[0]}">；本来就没有可画的，写一个空的 <g>',
            f'draw a group for it: <g data-when="{socket.name}" data-is="{shown[0]}">; where there is nothing to see, leave it empty',
        ),
        (Related(use.where, Words("在这里写的", "named here")),),
    )


def _unknown(use: PreviewUse, path: str, slot: Slot, what: Words, name: str, known: Iterable[str]) -> Diagnostic:
    there = list(known)
    close = nearest(name, there)
    return error(
        "preview-option-unknown",
        Place(path, slot.line, 1),
        Words(f"这一层没有{what.zh} `{name}`", f"this tier has no {what.en} `{name}`"),
        Words(f"是不是想写 `{close}`？", f"did you mean `{close}`?")
        if close is not None
        else Words(f"有的是：{'、'.join(there[:12]) or '（没有）'}", f"there are: {', '.join(there[:12]) or '(none)'}"),
        (Related(use.where, Words("在这里写的", "named here")),),
    )
