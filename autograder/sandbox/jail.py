"""What a newly forked worker gives up before it runs a student's first line, in an order that matters; untrusted side."""

from __future__ import annotations

import fcntl
import os
from dataclasses import dataclass

from autograder.sandbox import kernel, landlock, limits, seccomp

CHANNEL = 3  # the one descriptor that a worker keeps
ABOVE = 5  # where nothing lies that a worker begins with


@dataclass(frozen=True)
class Jail:
    """What every worker of one zygote has in common."""

    slot: str
    worker_uid: int | None
    counted_uid: int | None  # where the worker must stay root to reach Python: the user whose threads are counted
    landlock_rules: int | None
    landlock_abi: int
    use_seccomp: bool
    watched: bool
    limits: limits.Limits
    other_tasks: int


def enter(jail: Jail, channel: int, zygote_size: int) -> None:
    """Lock this process up; afterwards it holds the channel on descriptor 3 and nothing else.

    Raises:
        OSError: a layer could not be put in place, so that no student's code may run here.
    """
    rules = _arrange_descriptors(channel, jail.landlock_rules)
    os.setsid()
    if jail.worker_uid is not None:
        os.setgroups([])
        os.setresgid(jail.worker_uid, jail.worker_uid, jail.worker_uid)
        os.setresuid(jail.worker_uid, jail.worker_uid, jail.worker_uid)
    elif jail.counted_uid is not None:  # the kernel counts by the real user, and never limits root's own
        os.setresuid(jail.counted_uid, -1, -1)
    kernel.prctl(kernel.PR_SET_PDEATHSIG, 9)  # after the change of uid, which clears it
    if jail.watched:  # the judge, of the same user, counts nameless files; other workers are kept out by their own jails
        kernel.prctl(kernel.PR_SET_DUMPABLE, 1)
    os.chdir(jail.slot)
    os.environ["HOME"] = os.environ["TMPDIR"] = jail.slot
    limits.apply(jail.limits, zygote_size, jail.other_tasks)
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)  # both layers below need it
    if rules is not None:
        own = landlock.ruleset_for_writing(jail.landlock_abi, [jail.slot, "/dev/null"])
        for one in (rules, own):  # the first knows the box in which one slot follows another, the second this worker's slot
            landlock.restrict(one)
            os.close(one)
    kernel.drop_capabilities()  # before seccomp, which does not allow capset
    if jail.use_seccomp:
        seccomp.restrict(seccomp.program(os.getpid()))


def _arrange_descriptors(channel: int, rules: int | None) -> int | None:
    """Move the channel to 3 and the ruleset to 4, point 0 to 2 at /dev/null, and close everything else."""
    high_channel = fcntl.fcntl(channel, fcntl.F_DUPFD, ABOVE)  # as low as may be: a shell may allow few descriptors
    high_rules = None if rules is None else fcntl.fcntl(rules, fcntl.F_DUPFD, ABOVE)
    null = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    os.dup2(high_channel, CHANNEL)
    kept = CHANNEL
    if high_rules is not None:
        kept = os.dup2(high_rules, CHANNEL + 1)
    os.closerange(kept + 1, 65536)
    return None if high_rules is None else kept
