"""intake: a pending poll that has grown: its file with the votes of a later export, and whatever somebody wrote into it kept.

Only the blocks `options`, `counts` and `origin` are written anew; what is not of them, comments too, stays letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ichsite.decode.source import SourceFile, read_record
from ichsite.intake.ballots import Ballots
from ichsite.intake.poll_file import PollFile, option_ids, source_of
from ichsite.intake.wording import key_of
from ichsite.intake.yaml_lines import quoted
from ichsite.model.call import AnswerPlace
from ichsite.model.poll import Poll, PollCount, PollOption
from ichsite.model.review import TableOrigin
from ichsite.text.address import Slug
from ichsite.text.words import Language

_TOP = re.compile(r"^([^\s#\-][^:]*):", re.MULTILINE)


def has_grown(old: Poll, new: PollFile) -> bool:
    """Whether a table is a later export of a poll that waits: the same call and stream, the same title or question, and
    every option that had votes still there."""
    if old.status != "pending" or old.origin is None or (old.call, old.stream) != (new.call, new.stream):
        return False
    if new.title != old.title and new.question != old.question:
        return False
    kept = set(_known(old, new.ballots).values())
    voted = {option for count in old.counts for option, votes in count.votes if votes}
    now = {tally.where: sum(tally.votes.values()) for tally in new.ballots.tallies}
    before = {count.where: sum(votes for _, votes in count.votes) for count in old.counts}
    return voted <= kept and all(votes >= before.get(where, 0) for where, votes in now.items())


def grown(old: Poll, path: str, data: bytes, new: PollFile, language: Language) -> bytes | None:
    """The file with the later votes; None where it is written so that they cannot be put in without touching the rest."""
    wanted = _with_votes(old, new, language)
    text = data.decode("utf-8-sig")
    line_end = "\r\n" if "\r\n" in text else "\n"
    blocks = _blocks(text.replace("\r\n", "\n"))
    told = {"options": _options(old, wanted), "counts": _counts(wanted), "origin": _origin(new)}
    if not told.keys() <= {name for name, _ in blocks}:
        return None
    most = f"at_most: {wanted.at_most}\n" if wanted.at_most != old.at_most else ""
    has_most = "at_most" in (name for name, _ in blocks)
    made = "".join(
        (most if name == ("at_most" if has_most else "options") else "")
        + (re.sub(r"^at_most:.*\n", "", block) if most and name == "at_most" else _block(name, block, told.get(name)))
        for name, block in blocks
    )
    whole = made.replace("\n", line_end).encode("utf-8")
    record, _ = read_record(SourceFile("poll", path, Slug("poll"), whole))
    return whole if record is not None and record.value == wanted else None


def _with_votes(old: Poll, new: PollFile, language: Language) -> Poll:
    ids = _all_ids(old, new.ballots)
    labels = new.ballots.labels
    there = {one.id for one in old.options}
    options = (*old.options, *(PollOption(id=ids[key], label=labels[key]) for key in labels if ids[key] not in there))
    counts: dict[AnswerPlace, PollCount] = {one.where: one for one in old.counts}
    for tally in new.ballots.tallies:
        before = counts.get(tally.where)
        votes = dict.fromkeys((option for option, _ in before.votes), 0) if before is not None else dict[str, int]()
        votes |= {ids[key]: tally.votes[key] for key in labels}
        counts[tally.where] = PollCount(
            where=tally.where,
            source=before.source if before is not None else source_of(tally.where).said(language),
            url=before.url if before is not None else None,
            counted=tally.counted or new.day,
            voters=tally.voters,
            votes=tuple(votes.items()),
        )
    origin = TableOrigin(file=new.file, rows=(new.digest,))
    at_most = max(old.at_most, new.ballots.at_most)
    return replace(old, options=options, counts=tuple(counts.values()), origin=origin, at_most=at_most)


def _known(old: Poll, ballots: Ballots) -> Mapping[str, str]:
    """The ids of the options that the poll has already, by the key of the table's; a label may have been written anew."""
    by_label = {key_of(one.label): one.id for one in old.options}
    there = {one.id for one in old.options}
    found: dict[str, str] = {}
    for key, made in option_ids(ballots.labels).items():
        id = by_label.get(key_of(ballots.labels[key]), made)
        if id in there and id not in found.values():
            found[key] = id
    return found


def _all_ids(old: Poll, ballots: Ballots) -> Mapping[str, str]:
    ids = dict(_known(old, ballots))
    taken = {one.id for one in old.options}
    for key, made in option_ids(ballots.labels).items():
        if key not in ids:
            number = 2
            id = made
            while id in taken:
                id, number = f"{made}-{number}", number + 1
            taken.add(id)
            ids[key] = id
    return ids


def _blocks(text: str) -> list[tuple[str, str]]:
    """The file cut where its fields begin; what stands before the first is a block without a name."""
    starts = [(found.start(), found[1].strip()) for found in _TOP.finditer(text)]
    ends = [*(at for at, _ in starts[1:]), len(text)]
    cut = [("", text[: starts[0][0]])] if starts else [("", text)]
    return cut + [(name, text[at:end]) for (at, name), end in zip(starts, ends, strict=False)]


def _block(name: str, block: str, lines: tuple[str, ...] | None) -> str:
    """A block with its lines written anew: the comments below it, which belong to the next field, stay."""
    if lines is None:
        return block
    kept = block.split("\n")
    tail = next((at for at in range(len(kept) - 1, 0, -1) if kept[at].startswith((" ", "-"))), 0)
    if name == "options":  # what is there stays as it is, and what is new stands below it
        return "\n".join((*kept[: tail + 1], *lines, *kept[tail + 1 :]))
    return "\n".join((f"{name}:", *lines, *kept[tail + 1 :]))


def _options(old: Poll, wanted: Poll) -> tuple[str, ...]:
    new = wanted.options[len(old.options) :]
    return tuple(f"  - {{id: {quoted(one.id)}, label: {quoted(one.label)}}}" for one in new)


def _counts(poll: Poll) -> tuple[str, ...]:
    def lines() -> Iterator[str]:
        for one in poll.counts:
            yield f"  - where: {one.where}"
            yield f"    source: {quoted(one.source)}"
            if one.url is not None:
                yield f"    url: {quoted(one.url)}"
            yield f"    counted: {one.counted.isoformat()}"
            if one.voters is not None:
                yield f"    voters: {one.voters}"
            yield "    votes:"
            yield from (f"      {quoted(id)}: {votes}" for id, votes in one.votes)

    return tuple(lines())


def _origin(new: PollFile) -> tuple[str, ...]:
    return f"  file: {quoted(new.file)}", f"  rows: [{quoted(new.digest)}]"
