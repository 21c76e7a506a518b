"""The one progress bar: how many of how many, how fast, and how long it will take; trusted side."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

Advance = Callable[[str | None], None]


class _Rate(ProgressColumn):
    """How many a second, or a minute where they are few."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        if not speed:
            return Text("")
        return Text(f"{speed:.1f} a second" if speed >= 1 else f"{60 * speed:.0f} a minute", style="progress.data.speed")


@contextmanager
def progress_bar(console: Console, label: str, total: int, *, lines_every: int = 0) -> Iterator[Advance]:
    """Show a bar while the block runs, and yield what moves it on by one, with another label if one is given.

    Without a terminal there is no bar; with `lines_every`, a line for so many shows a CI log that the run is alive.
    """
    started, done = time.perf_counter(), 0
    columns = (TextColumn("[progress.description]{task.description}"), BarColumn(), MofNCompleteColumn())
    times = (_Rate(), TextColumn("time left"), TimeRemainingColumn(elapsed_when_finished=True))
    with Progress(*columns, *times, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task(label, total=total)

        def advance(description: str | None = None) -> None:
            nonlocal done
            done += 1
            progress.update(bar, advance=1, description=description)
            if lines_every and not console.is_terminal and done % lines_every == 0:
                console.print(f"{done} of {total} done, {time.perf_counter() - started:.0f} s", highlight=False)

        yield advance
