"""A new audience on its way into `content/audiences.yaml`, which holds all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from ichsite.commands.new_item import begun, bytes_of, make, opened, told
from ichsite.commands.new_options import Given
from ichsite.commands.placing import Unmade, of_system
from ichsite.read.sources import ChangedMeanwhile
from ichsite.scaffold.audience_book import BOOK, KIND, audiences_in, with_audience
from ichsite.scaffold.item import item_files
from ichsite.scaffold.refused import Refused
from ichsite.scaffold.surroundings import with_taken
from ichsite.text.fingerprint import of_bytes
from ichsite.text.words import Words
from ichsite.write.over import write_over


def make_audience(ctx: click.Context, folder: Path | None, given: Given) -> int:
    """Begins the file with one audience, or puts one below those that are there."""
    project = opened(ctx, folder, given, KIND)
    data = bytes_of(project.root, BOOK)
    try:
        there = audiences_in(data) if data is not None else ()
        steps = [step for one in there for step in (one.id, one.address or one.id)]
        around = with_taken(project.around, KIND, steps, BOOK, project.settings)
        project = replace(project, around=around)
        item = begun(project, given, KIND)
        if data is None:
            return make(project, given, item, ())
        write_over(project.root, BOOK, with_audience(data, item_files(item)[BOOK]), of_bytes(data))
    except Refused as refused:
        raise Unmade(refused.words, project.spoken) from None
    except ChangedMeanwhile:
        raise Unmade(
            Words(
                f"{BOOK} 刚刚被改过，什么也没有写。再来一次",
                f"{BOOK} has just been changed; nothing was written. Try again",
            ),
            project.spoken,
        ) from None
    except OSError as wrong:
        raise Unmade(of_system(wrong, project.root), project.spoken) from None
    return told(project, given, item, (BOOK,))
