"""`autograder doctor`: what isolation this machine gives, proven, as a table; trusted side."""

from __future__ import annotations


def run_doctor_command(wanted: str) -> int:
    """Probe this machine and print what holds; return 0 when every probe of its level holds, else 3."""
    from autograder.doctor import run_doctor

    raise NotImplementedError(run_doctor(wanted))
