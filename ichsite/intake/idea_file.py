"""Ideas that wait for answers as the file that is edited: `status: pending`, what each may break, what is said most."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ichsite.intake.grouping import Group, Same
from ichsite.intake.statement import Statement
from ichsite.intake.terms import Term
from ichsite.intake.threshold_marks import Mark
from ichsite.intake.yaml_lines import comment, quoted, text_lines
from ichsite.text.fingerprint import of_parts
from ichsite.text.words import Language, Words

MOST_IDEAS = 200
"""In one file, as `ichsite.model.idea` has it."""
_MOST_WORDS = 300
_MOST_MERGED = 50
_TERMS_ON_A_LINE = 8


@dataclass(frozen=True)
class Wish:
    """One idea: the statements that say it, and the thresholds that it may break."""

    id: str
    group: Group[Statement]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Batch:
    """What a file says of all its ideas. `crafts`, `call` and `stream` are slugs; `seen` tells rows that were taken."""

    title: str
    call: str | None
    stream: str | None
    crafts: tuple[str, ...]
    gathered: date
    source: str
    wishes: tuple[Wish, ...]
    terms: tuple[Term, ...]
    file: str
    seen: tuple[str, ...]

    @property
    def received(self) -> int:
        """How many people said something of it."""
        return sum(one.group.count for one in self.wishes)


def wish_id(group: Group[Statement], taken: set[str]) -> str:
    """An id for an idea, of its words, the same the next time, and not among those `taken`, to which it is added."""
    digest = of_parts("idea", group.leader.said[0].craft or "", group.leader.said[0].key).hex()
    step = next(f"idea-{digest[:size]}" for size in range(6, 33) if f"idea-{digest[:size]}" not in taken)
    taken.add(step)
    return step


def ideas_text(batch: Batch, language: Language, editor_line: str | None = None) -> str:
    """The file, its comments in `language`; `editor_line` goes first, where editors look for their schema."""
    first = () if editor_line is None else (editor_line,)
    return "\n".join((*first, *_lines(batch, language))) + "\n"


def _lines(batch: Batch, language: Language) -> Iterator[str]:
    for line in _WHAT_TO_DO:
        yield comment(line, language)
    yield "status: pending"
    yield f"title: {quoted(batch.title)}"
    received = batch.received
    yield comment(_SUMMARY, language)
    summary = Words(f"收到 {received} 条，归成 {len(batch.wishes)} 个点子。", f"{received} came in, {len(batch.wishes)} ideas in all.")  # fmt: skip
    yield f"summary: {quoted(summary.said(language))}"
    for field, slug in (("call", batch.call), ("stream", batch.stream)):
        if slug is not None:
            yield f"{field}: {quoted(slug)}"
    if batch.crafts:
        yield f"crafts: [{', '.join(quoted(one) for one in batch.crafts)}]"
    yield f"gathered: {batch.gathered.isoformat()}"
    yield f"received: {received}"
    yield f"source: {quoted(batch.source)}"
    yield from _term_lines(batch.terms, language)
    yield "ideas:"
    said: set[str] = set()
    for one in batch.wishes:
        yield from _wish_lines(one, batch, language, said)
    yield comment(_ORIGIN, language)
    yield "origin:"
    yield f"  file: {quoted(batch.file)}"
    yield "  rows:"
    for line in batch.seen:
        yield f"    - {quoted(line)}"


def _term_lines(terms: Sequence[Term], language: Language) -> Iterator[str]:
    for at in range(0, len(terms), _TERMS_ON_A_LINE):
        if at == 0:
            yield comment(_TERMS, language)
        told = [f"{one.text}{'*' if one.ours else ''} {one.count}" for one in terms[at : at + _TERMS_ON_A_LINE]]
        yield f"#   {'、'.join(told) if language == 'zh-CN' else ', '.join(told)}"


def _wish_lines(wish: Wish, batch: Batch, language: Language, said: set[str]) -> Iterator[str]:
    """An idea; `said` are the words that stand in the file already, each of which stands there once."""
    group, leader = wish.group, wish.group.leader
    for mark in wish.marks:
        yield from _mark_lines(mark, language)
    words = _short(leader.words)
    if words != leader.words:
        yield comment(Words(f"原话太长，这里是前一段；全文：{leader.words}", f"too long, the beginning of it; all of it: {leader.words}"), language, "  ")  # fmt: skip
    if words in said:  # of another piece
        words = f"{words[: _MOST_WORDS - 60]} ({leader.said[0].craft or '—'})"
    said.add(words)
    yield f"  - id: {wish.id}"
    yield from text_lines("words", words, "    ")
    if (where := _where(leader.said)) is not None:
        yield f"    where: {where}"
    if group.count > 1:
        yield f"    count: {group.count}"
    if (reference := _threshold(wish.marks)) is not None:
        yield f"    threshold: {reference}"
    credited = _credited(leader.said)
    yield from _credit_lines(credited, batch.file, "    ")
    yield from _merged_lines(group, credited, batch.file, language, said)


def _mark_lines(mark: Mark, language: Language) -> Iterator[str]:
    yield comment(
        Words(
            f"可能超出“{mark.title}”的定制阈值：{mark.what.zh}",
            f"may break a threshold of {mark.title}: {mark.what.en}",
        ),
        language,
        "  ",
    )
    yield comment(Words(f"  理由：{mark.reason}", f"  the reason: {mark.reason}"), language, "  ")
    if mark.instead is not None:
        yield comment(Words(f"  可以改成：{mark.instead}", f"  instead: {mark.instead}"), language, "  ")
    if mark.ways:
        zh, en = "；".join(one.zh for one in mark.ways), "; ".join(one.en for one in mark.ways)
        yield comment(Words(f"  可行的：{zh}", f"  possible: {en}"), language, "  ")


def _threshold(marks: Sequence[Mark]) -> str | None:
    """The first mark that can be named, as an idea's `threshold`."""
    for one in marks:
        named = {"option": one.option, "boundary": one.boundary, "limit": one.limit}
        # a limit or a wish that has an id says more than the option at which it shows
        said = next(
            (f"{name}: {quoted(value)}" for name in ("boundary", "limit", "option") if (value := named[name])), ""
        )
        if said:
            return f"{{craft: {quoted(one.craft)}, tier: {one.tier}, {said}}}"
    return None


def _credited(said: Sequence[Statement]) -> Statement | None:
    return next((one for one in said if one.name is not None and one.said is not None), None)


def _credit_lines(one: Statement | None, file: str, indent: str) -> Iterator[str]:
    if one is None or one.name is None or one.said is None:
        return
    yield f"{indent}credit:"
    yield f"{indent}  name: {quoted(one.name)}"
    yield f"{indent}  agreed: {one.said.isoformat()}"
    yield f"{indent}  record: {quoted(f'{file[:150]} #{one.row}')}"


@dataclass(frozen=True)
class _Merged:
    words: str
    said: tuple[Statement, ...]
    credited: Statement | None


def _merged_lines(
    group: Group[Statement], credited: Statement | None, file: str, language: Language, said: set[str]
) -> Iterator[str]:
    merged: dict[str, _Merged] = {}
    same: list[_Merged] = []
    for one in _merged(group, credited):
        if (words := _short(one.words)) in said:
            same.append(one)
        else:
            merged[words] = one
            said.add(words)
    # somebody who said just the same, and wishes to be named: the words stand there once
    for one in same:
        if one.credited is not None:
            told = Words(
                f"也这样说、愿意署名的：{one.credited.name}", f"said so too and wishes to be named: {one.credited.name}"
            )
            yield comment(told, language, "    ")
    if not merged:
        return
    yield "    merged:"
    for words, one in list(merged.items())[:_MOST_MERGED]:
        yield from text_lines("- words", words, "      ")
        if (where := _where(one.said)) is not None:
            yield f"        where: {where}"
        if len(one.said) > 1:
            yield f"        count: {len(one.said)}"
        yield from _credit_lines(one.credited, file, "        ")
    if (more := len(merged) - _MOST_MERGED) > 0:
        yield comment(Words(f"还有 {more} 种说法没有列出", f"{more} more wordings are not listed"), language, "      ")


def _merged(group: Group[Statement], credited: Statement | None) -> Iterator[_Merged]:
    """The other wordings, and whoever else wishes to be named, those first who do."""
    alone: list[_Merged] = []
    rest: list[_Merged] = []
    for same in (group.leader, *group.others):
        named = [one for one in same.said if one.name is not None and one is not credited]
        alone += [_Merged(one.words, (one,), one) for one in {one.name: one for one in reversed(named)}.values()]
        others = _unnamed(same)
        if same is not group.leader and others:
            rest.append(_Merged(same.words, others, None))
    yield from (*alone, *rest)


def _unnamed(same: Same[Statement]) -> tuple[Statement, ...]:
    return tuple(one for one in same.said if one.name is None)


def _where(said: Sequence[Statement]) -> str | None:
    """Where it was said, if all of it was said there."""
    places = {one.where for one in said}
    return next(iter(places)) if len(places) == 1 else None


def _short(words: str) -> str:
    """The words as far as an idea takes them, cut after a sentence where one ends there."""
    if len(words) <= _MOST_WORDS:
        return words
    cut = words[: _MOST_WORDS - 1]
    ends = [found.end() for found in re.finditer("[。！？!?；;\n]", cut)]
    return (cut[: ends[-1]] if ends and ends[-1] > _MOST_WORDS // 2 else cut).rstrip() + "…"


_WHAT_TO_DO = (
    Words(
        "待答复的点子，从表格导入：构建时不理它，读者看不到。",
        "Ideas that wait for answers, taken from a table: no build shows them.",
    ),
    Words(
        "1. 每个点子写 answer：accepted（采纳）、partly（部分采纳）或 not-possible（做不了），后两种写 reason；没有 answer 的不会公开，不要的可以删掉。",
        "1. give each idea its answer: accepted, partly or not-possible, the last two with a reason; an idea without an answer is never published, and one that you do not want can be deleted.",
    ),
    Words(
        "2. “可能超出阈值”是按字面猜的：核对以后留下或删掉 threshold。",
        "2. “may break a threshold” is guessed from the words: check it, then keep the threshold or delete it.",
    ),
    Words(
        "3. 读一遍原话：电话、账号、住址已隐去，别人的名字还要您看；credit 只有本人愿意具名的才有。",
        "3. read the words: telephone numbers, accounts and addresses are taken out, names of others are yours to see; there is a credit only where the person wishes it.",
    ),
    Words(
        "4. 写好 title 和 summary，再把 status 改成 published。", "4. write title and summary, then status: published."
    ),
)
_SUMMARY = Words("读者看到的一句话，请改写", "the reader sees this sentence; write your own")
_TERMS = Words("说得最多的词（带 * 的是目录里的词）：", "What is said most (* is a word of the catalogue):")
_ORIGIN = Words(
    "从哪个表格来的，不公开；留着它，同一行不会导入两次",
    "where it came from; not published. Keep it, so that no row is taken twice",
)
