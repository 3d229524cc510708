"""Votes that wait to be read as the file that is edited: `status: pending`, the options, what each place counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ichsite.catalog.term import spoken_slug
from ichsite.intake.ballots import Ballots, Tally
from ichsite.intake.yaml_lines import comment, quoted
from ichsite.model.call import ANSWER_PLACE_TERMS, AnswerPlace
from ichsite.text.fingerprint import of_parts
from ichsite.text.words import Language, Words


@dataclass(frozen=True)
class PollFile:
    """What the file says. `day` is that of votes whose rows have none."""

    title: str
    question: str
    call: str | None
    stream: str | None
    crafts: tuple[str, ...]
    ballots: Ballots
    day: date
    file: str

    @property
    def digest(self) -> str:
        """What the votes are known by, whatever the table's name and order."""
        told = [
            f"{tally.where} {key} {tally.votes[key]}" for tally in self.ballots.tallies for key in self.ballots.labels
        ]
        return of_parts("poll", *sorted(told)).hex()


def option_ids(labels: Mapping[str, str]) -> dict[str, str]:
    """The id of each option, in letters that can be spoken, by the option's key."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for number, (key, label) in enumerate(labels.items(), 1):
        step = spoken_slug(label)[:50].strip("-") if any(map(str.isalnum, label)) else ""
        step = step or f"option-{number}"
        step = step if step not in taken else f"{step}-{number}"
        taken.add(step)
        found[key] = step
    return found


def source_of(where: AnswerPlace) -> Words:
    """Where votes came from, until somebody writes it better."""
    return Words(f"{ANSWER_PLACE_TERMS.terms[where]}投票结果", f"results of the vote ({where})")


def poll_text(poll: PollFile, language: Language, editor_line: str | None = None) -> str:
    """The file, its comments in `language`; `editor_line` goes first, where editors look for their schema."""
    first = () if editor_line is None else (editor_line,)
    return "\n".join((*first, *_lines(poll, language))) + "\n"


def _lines(poll: PollFile, language: Language) -> Iterator[str]:
    ids = option_ids(poll.ballots.labels)
    for line in _WHAT_TO_DO:
        yield comment(line, language)
    yield "status: pending"
    yield f"title: {quoted(poll.title)}"
    yield f"question: {quoted(poll.question)}"
    yield comment(_SUMMARY, language)
    yield f"summary: {quoted(_summary(poll).said(language))}"
    for field, slug in (("call", poll.call), ("stream", poll.stream)):
        if slug is not None:
            yield f"{field}: {quoted(slug)}"
    if poll.crafts:
        yield f"crafts: [{', '.join(quoted(one) for one in poll.crafts)}]"
    if poll.ballots.at_most > 1:
        yield f"at_most: {poll.ballots.at_most}"
    yield "options:"
    for key, label in poll.ballots.labels.items():
        yield f"  - {{id: {quoted(ids[key])}, label: {quoted(label)}}}"
    yield comment(_COUNTS, language)
    yield "counts:"
    for tally in poll.ballots.tallies:
        yield from _tally_lines(poll, tally, ids, language)
    yield comment(_ORIGIN, language)
    yield "origin:"
    yield f"  file: {quoted(poll.file)}"
    yield f"  rows: [{quoted(poll.digest)}]"


def _tally_lines(poll: PollFile, tally: Tally, ids: Mapping[str, str], language: Language) -> Iterator[str]:
    yield f"  - where: {tally.where}"
    yield f"    source: {quoted(source_of(tally.where).said(language))}"
    yield f"    counted: {(tally.counted or poll.day).isoformat()}"
    if tally.voters is not None:
        yield f"    voters: {tally.voters}"
    yield "    votes:"
    for key in poll.ballots.labels:
        yield f"      {quoted(ids[key])}: {tally.votes[key]}"


def _summary(poll: PollFile) -> Words:
    votes = sum(sum(one.votes.values()) for one in poll.ballots.tallies)
    options = len(poll.ballots.labels)
    return Words(f"{options} 个选项，收到 {votes} 票。", f"{options} options, {votes} votes.")


_WHAT_TO_DO = (
    Words(
        "待审的投票，从表格导入：构建时不理它，读者看不到。",
        "A poll that waits to be read, taken from a table: no build shows it.",
    ),
    Words(
        "1. 看看选项是不是都认对了；“其他”里自己写的话没有读。",
        "1. see whether the options are the right ones; what people wrote beside “other” was not read.",
    ),
    Words(
        "2. 写好 title、question、summary；有了结果就写 outcome：哪天、怎么定的、选了哪几项。",
        "2. write title, question and summary; once it is decided, outcome says on which day, what, and which options.",
    ),
    Words("3. 再把 status 改成 published。", "3. then write status: published."),
)
_SUMMARY = Words("读者看到的一句话，请改写", "the reader sees this sentence; write your own")
_COUNTS = Words(
    "每个平台各算各的；source 写明数字从哪里来", "each platform by itself; source says where the numbers come from"
)
_ORIGIN = Words(
    "从哪个表格来的，不公开；留着它，同样的结果不会导入两次",
    "where it came from; not published. Keep it, so that the same result is not taken twice",
)
