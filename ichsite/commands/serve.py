"""`ichsite serve`: the site on this machine while one writes; a saved file is on the screen at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from ichsite.commands.course import PREVIEW, course_of
from ichsite.commands.options import Run, project_options
from ichsite.commands.serve_voice import JsonVoice, ServeVoice, TerminalVoice
from ichsite.commands.talk import ProgressLine
from ichsite.commands.trouble import trouble_of
from ichsite.request import Request
from ichsite.text.words import Language, Words

if TYPE_CHECKING:
    import socket

DEFAULT_PORT = 8000
STOPPED, GONE = 130, 2
_NO_SITE = Words(
    "这里没有 site.yaml，不是一个网站。进到网站的文件夹里再运行，或用 ichsite init 建一个",
    "there is no site.yaml here, so this is no site; go into its folder, or begin one with `ichsite init`",
)


@click.command()
@project_options
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=DEFAULT_PORT,
    show_default=True,
    metavar="N",
    help="Port; the next free one where it is taken. 0 takes any.",
)
@click.option("--lan", is_flag=True, help="Show it to everybody in this network too, such as your phone.")
@click.option("--open", "open_it", is_flag=True, help="Open it in the browser.")
@click.option("--no-live", is_flag=True, help="Pages as they will be published: no reloading, no overlay.")
@click.pass_context
def serve(
    ctx: click.Context,
    run: Run,
    port: int,
    lan: bool,
    open_it: bool,
    no_live: bool,
) -> int:
    """Show the site on this machine while you write; pages follow every saved file. Ctrl-C ends it.

    The preview lies in .ichsite/, not in the output folder, and writes nothing into content/permalinks.yaml.
    """
    request, spoken = run.request, run.language
    if not (request.root / "site.yaml").exists():
        # a mistyped folder, most likely: there is nothing to show, and the watch would wait for ever
        raise click.UsageError(_NO_SITE.said(spoken))
    course_of(ctx).stands = PREVIEW
    voice: ServeVoice = JsonVoice() if run.as_json else TerminalVoice(spoken, request.root, drafts=request.drafts)
    try:
        return _served(request, spoken, voice, port, lan=lan, open_it=open_it, live=not no_live)
    except KeyboardInterrupt:
        voice.ends()
        return STOPPED


def _served(
    request: Request, spoken: Language, voice: ServeVoice, port: int, *, lan: bool, open_it: bool, live: bool
) -> int:
    from ichsite.serve.doorway import open_door
    from ichsite.serve.loop import Loop
    from ichsite.serve.screen import Screen
    from ichsite.serve.watch import ProjectGone, Watch
    from ichsite.serve.workshop import Workshop

    screen = Screen(spoken, live=live)
    with (
        Workshop(request, lambda: ProgressLine(spoken, quiet=isinstance(voice, JsonVoice))) as shop,
        # taken before the first build: who opens the address early waits for it instead of being refused
        open_door(port, lan=lan) as door,
    ):
        loop = Loop(request.root, shop, screen, voice, partial(trouble_of, stands=PREVIEW))
        loop.once()
        from ichsite.serve.server import serving

        with serving(screen, door):
            address = _told(voice, door, port, screen.shown.base_path, lan=lan)
            if open_it:
                import webbrowser

                webbrowser.open(address)
            watch = Watch(request.root)
            try:
                loop.run(watch)
            except ProjectGone:
                voice.gone()
                return GONE
            finally:
                watch.close()


def _told(voice: ServeVoice, door: socket.socket, wanted: int, base_path: str, *, lan: bool) -> str:
    """Says where the site is; the address for this machine."""
    from urllib.parse import quote

    from ichsite.serve.doorway import own_address, port_of

    port, path = port_of(door), quote(base_path)
    if wanted not in (0, port):
        voice.moved(wanted, port)
    address = f"http://127.0.0.1:{port}{path}"
    own = own_address() if lan else None
    voice.serves(address, f"http://{own}:{port}{path}" if own else None, lan=lan)
    return address
