"""The zygote: started by exec with nothing secret in it, isolated once, warm, it forks a worker a submission; untrusted side.

Theory of operation: the judge sends one JSON configuration, then one `spawn` message a worker, each with the worker's
end of a socket pair. The zygote answers with a pidfd, by which the judge can always kill, and reports each exit after it
has reaped the worker and put its folder aside. One worker at a time lives in a zygote. When the judge closes the control
socket, or dies, the zygote exits and its worker dies with it.
"""

from __future__ import annotations

import gc
import json
import os
import select
import socket
import sys
import tempfile
from collections.abc import Callable
from typing import Any, NoReturn

from autograder.sandbox import jail, kernel, landlock, limits, namespaces, worker
from autograder.sandbox.limits import Limits
from autograder.sandbox.shell import Shell, warm

RETRY_WITHOUT_NAMESPACES = 4


def main() -> NoReturn:
    """Run the zygote on the control socket that argv names."""
    os.umask(0o022)  # a worker of another user id has to find its way, whatever the user's own habit
    control = socket.socket(fileno=int(sys.argv[1]))
    config = json.loads(control.recv(1 << 20))
    kernel.prctl(kernel.PR_SET_PDEATHSIG, 9)
    scratch = config["scratch"]
    worker_uid = config["worker_uid"]
    box, home, used = f"{scratch}/box", f"{scratch}/home", f"{scratch}/used"
    slot = f"{box}/slot"
    if config["namespaces"]:
        _isolate(control, config, worker_uid)
        slot, home, box = namespaces.SLOT, namespaces.HOME, namespaces.BOX
    else:
        os.makedirs(box, mode=0o755, exist_ok=True)
        if os.path.lexists(slot):  # a zygote before this one may have been killed while a worker ran
            _put_aside(slot, used)
        _make_slot(slot, worker_uid)
    _set_environment(home)
    shell = warm(config["preload"], config["handout"])
    if config["namespaces"]:
        namespaces.seal()
    cell = _jail(config, slot, [*config["readable"], home], box)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
    gc.collect()
    gc.freeze()  # else a worker's first full collection copies every page of the zygote
    empty_slot = _emptier(slot, used, config)
    try:
        control.send(json.dumps({"ready": True}).encode())
    except BrokenPipeError:  # the judge has ended, or given up: nobody is there to be told
        sys.exit(0)
    _serve(control, cell, shell, empty_slot)


def _jail(config: dict[str, Any], slot: str, readable: list[str], box: str) -> jail.Jail:
    """Prepare what every worker gives up."""
    rules = landlock.ruleset(config["landlock"], readable, [box, "/dev/null"]) if config["landlock"] else None
    worker_uid, counted_uid = config["worker_uid"], config["counted_uid"]
    # with a user of its own, or in a namespace, no other task counts against the worker's limit
    own_count = worker_uid is not None or counted_uid is not None or config["namespaces"]
    return jail.Jail(
        slot=slot,
        worker_uid=worker_uid,
        counted_uid=counted_uid,
        landlock_rules=rules,
        landlock_abi=config["landlock"],
        use_seccomp=config["seccomp"],
        watched=not config["namespaces"],
        limits=Limits(**config["limits"]),
        other_tasks=0 if own_count else limits.tasks_of_this_user(),
    )


def _isolate(control: socket.socket, config: dict[str, Any], worker_uid: int | None) -> None:
    """Enter namespaces and go on as their first process, or report that this machine does not allow them."""
    try:
        namespaces.enter()
        namespaces.build_root(config["base"], config["readable"], config["slot_megabytes"], worker_uid)
    except OSError as error:
        control.send(json.dumps({"no_namespaces": str(error)}).encode())
        os._exit(RETRY_WITHOUT_NAMESPACES)  # a half-made namespace is of no use: the judge starts a new zygote
    pid = os.fork()
    if pid:
        os.waitpid(pid, 0)
        os._exit(0)
    kernel.prctl(kernel.PR_SET_PDEATHSIG, 9)


def _set_environment(home: str) -> None:
    os.environ.clear()
    os.environ.update(
        PATH="/usr/bin:/bin",
        HOME=home,
        MPLCONFIGDIR=home,
        IPYTHONDIR=home,
        LANG="C.UTF-8",
        OMP_NUM_THREADS="1",
        OPENBLAS_NUM_THREADS="1",
        MKL_NUM_THREADS="1",
        MPLBACKEND="Agg",
        JOBLIB_MULTIPROCESSING="0",
    )


def _serve(control: socket.socket, cell: jail.Jail, shell: Shell, empty_slot: Callable[[], None]) -> NoReturn:
    poll = select.poll()
    poll.register(control, select.POLLIN)
    running: dict[int, tuple[int, int]] = {}  # pidfd -> (the judge's number, pid)
    while True:
        for descriptor, _ in poll.poll():
            if descriptor != control.fileno():
                number, pid = running.pop(descriptor)
                poll.unregister(descriptor)
                os.close(descriptor)
                control.send(json.dumps(_reap(number, pid, empty_slot)).encode())
                continue
            text, descriptors, _flags, _address = socket.recv_fds(control, 4096, 1)
            if not text:
                os._exit(0)  # the judge is gone
            order = json.loads(text)
            pid = os.fork()
            if pid == 0:
                _become_worker(cell, shell, descriptors[0], order["zygote_size"])
            os.close(descriptors[0])
            pidfd = os.pidfd_open(pid)
            running[pidfd] = (order["number"], pid)
            poll.register(pidfd, select.POLLIN)
            socket.send_fds(control, [json.dumps({"spawned": order["number"]}).encode()], [pidfd])


def _become_worker(cell: jail.Jail, shell: Shell, channel: int, zygote_size: int) -> NoReturn:
    try:
        jail.enter(cell, channel, zygote_size)
    except BaseException as error:
        worker.report_failure(channel, f"{type(error).__name__}: {error}")
        os._exit(97)
    try:
        worker.serve(jail.CHANNEL, shell)
    finally:
        os._exit(96)


def _reap(number: int, pid: int, empty_slot: Callable[[], None]) -> dict[str, object]:
    _, status, usage = os.wait4(pid, 0)
    empty_slot()
    return {"exited": number, "status": status, "cpu": usage.ru_utime + usage.ru_stime}


def _emptier(slot: str, used: str, config: dict[str, Any]) -> Callable[[], None]:
    """Return what gives the next worker an empty folder, in a time that does not depend on what was left in the last one."""

    def renew() -> None:
        with os.scandir(slot) as entries:
            if next(entries, None) is None:
                return
        if config["namespaces"]:
            namespaces.renew_slot(config["slot_megabytes"], config["worker_uid"])
        else:
            _put_aside(slot, used)
            _make_slot(slot, config["worker_uid"])

    return renew


def _make_slot(slot: str, owner: int | None) -> None:
    os.mkdir(slot, mode=0o700)
    if owner is not None:
        os.chown(slot, owner, owner)


def _put_aside(slot: str, used: str) -> None:
    """Move a folder out of every worker's reach, for the judge to remove."""
    os.rename(slot, os.path.join(tempfile.mkdtemp(dir=used), "slot"))


if __name__ == "__main__":
    sys.exit(main())
