"""`autograder doctor`: what isolation this machine gives, proven, as a table; trusted side."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from autograder.doctor.checks import Machine, run_doctor
from autograder.report.text import in_markup

SOUND, UNSOUND = 0, 3


def run_doctor_command(wanted: str) -> int:
    """Probe this machine and print what holds; return 0 when every probe of its level holds, else 3."""
    console = Console()
    with console.status("trying to break out of a worker"):
        examination = run_doctor(wanted)
    _print_machine(console, examination.machine)
    table = Table(title="what was tried", title_justify="left")
    for column in ("", "attempt", "proves"):
        table.add_column(column, overflow="fold")
    for probe in examination.probes:
        mark = "[green]✓ refused[/green]" if probe.held else "[red]✗ WORKED[/red]"
        table.add_row(mark, in_markup(probe.name), in_markup(probe.proves if probe.held else probe.remedy))
    if examination.probes:
        console.print(table)
    failed = [probe for probe in examination.probes if not probe.held]
    level = examination.machine.level
    if level == "none" or failed:
        what = (
            f"{len(failed)} of {len(examination.probes)} attempts worked" if failed else "there is no complete isolation here"
        )
        console.print(f"[red]Not safe:[/red] {what}. See the remedies above.")
        return UNSOUND
    console.print(f"[green]{level}[/green]: all {len(examination.probes)} attempts were refused.")
    return SOUND


def _print_machine(console: Console, machine: Machine) -> None:
    facts = {
        "machine": f"{machine.platform}, kernel {machine.kernel}, {machine.architecture}, as {machine.user}",
        "namespaces": "yes" if machine.namespaces else "no",
        "Landlock": f"ABI {machine.landlock}" if machine.landlock else "no",
        "seccomp": "yes" if machine.seccomp else "no",
        "isolation": machine.level,
    }
    for name, value in facts.items():
        console.print(f"  [bold]{name:<11}[/bold] {in_markup(value)}", highlight=False)
    if machine.missing:
        console.print(f"  [yellow]missing[/yellow]     {in_markup(machine.missing)}", highlight=False)
        console.print(f"  [yellow]remedy[/yellow]      {in_markup(machine.remedy)}", highlight=False)
