"""outcomes-do-not-add-up: the counts of the outcomes are those of the pieces that were counted.

Passes: outcomes of 61 and 39, `sample: {pieces: 100, since: 2025-10-01, until: 2026-10-01}`.
Fails: outcomes of 61 and 30 in 100; outcomes without `sample`; `until` before `since` or after today; an id twice.
Source: DOMAIN.md: randomness is disclosed with real cases of every outcome.
"""

from __future__ import annotations

from collections.abc import Iterator

from ichsite.assess.dossier import Dossier
from ichsite.text.diagnostic import Diagnostic, Related, error
from ichsite.text.place import FieldOf
from ichsite.text.words import Words

CODE = "outcomes-do-not-add-up"


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Outcomes have a sample, add up to it, and have ids of their own."""
    randomness, path = dossier.customization.value.randomness, dossier.customization.path
    if not randomness.outcomes:
        return
    total = sum(one.count for one in randomness.outcomes)
    if randomness.sample is None:
        yield error(
            CODE,
            FieldOf(path, ("randomness", "outcomes"), at_key=True),
            Words(
                "写了各种结果的件数，却没有写是从多少件里数的", "outcomes are counted, but not among how many pieces"
            ),
            Words(
                f"加上 `sample: {{pieces: {total}, since: …, until: …}}`",
                f"add `sample: {{pieces: {total}, since: …, until: …}}`",
            ),
        )
    elif total != randomness.sample.pieces:
        pieces = randomness.sample.pieces
        yield error(
            CODE,
            FieldOf(path, ("randomness", "sample", "pieces")),
            Words(
                f"各种结果合计 {total} 件，样本却是 {pieces} 件，差 {abs(pieces - total)} 件",
                f"the outcomes are {total} pieces together, the sample is {pieces}: {abs(pieces - total)} apart",
            ),
            Words(
                "补上没写的结果（裂的、废的也算一种），或改正件数",
                "add the outcome that is missing (cracked and wasted pieces are one too), or mend a count",
            ),
        )
    yield from _period(dossier)
    yield from _ids(dossier)


def _period(dossier: Dossier) -> Iterator[Diagnostic]:
    sample, path = dossier.customization.value.randomness.sample, dossier.customization.path
    if sample is None:
        return
    if sample.since > sample.until:
        yield error(
            CODE,
            FieldOf(path, ("randomness", "sample", "since")),
            Words(
                f"开始日 {sample.since} 晚于结束日 {sample.until}",
                f"since {sample.since} is after until {sample.until}",
            ),
            Words("两个日期对调", "swap the two dates"),
        )
    if sample.until > dossier.today:
        yield error(
            CODE,
            FieldOf(path, ("randomness", "sample", "until")),
            Words(
                f"统计到 {sample.until}，那天还没到（今天是 {dossier.today}）",
                f"counted until {sample.until}, which is yet to come (today is {dossier.today})",
            ),
            Words("写实际数到的那一天", "write the day up to which pieces were really counted"),
        )


def _ids(dossier: Dossier) -> Iterator[Diagnostic]:
    path = dossier.customization.path
    first: dict[str, int] = {}
    for at, outcome in enumerate(dossier.customization.value.randomness.outcomes):
        if (other := first.setdefault(outcome.id, at)) == at:
            continue
        yield error(
            CODE,
            FieldOf(path, ("randomness", "outcomes", at, "id")),
            Words(f"结果的 id `{outcome.id}` 用了两次", f"the outcome id `{outcome.id}` is used twice"),
            Words("给其中一个换个 id", "give one of them another id"),
            (
                Related(
                    FieldOf(path, ("randomness", "outcomes", other, "id")), Words("第一次用在这里", "first used here")
                ),
            ),
        )
