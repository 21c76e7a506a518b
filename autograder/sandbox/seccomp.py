"""The seccomp filter: an allow-list of system calls, built as BPF without a library; untrusted side.

Theory of operation: the filter loads the architecture and the call's number and walks a list of comparisons. A few calls
are allowed for some arguments only. Everything else fails with EPERM, so that Python code sees an OSError and goes on.
"""

from __future__ import annotations

import ctypes
import errno
import struct

from autograder.sandbox import kernel
from autograder.sandbox.syscalls import ABSENT, ALLOWED, AUDIT_ARCHITECTURE, NUMBERS, PRETENDED, UNSUPPORTED

_LOAD, _AND, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER_OFFSET, _ARCHITECTURE_OFFSET = 0, 4
_X32_BIT = 0x40000000
_MODE_FILTER = 2

_CLONE_SHARED = 0x00010F00  # a thread's memory, working folder, descriptors and handlers are the process's own
_CLONE_NEW_ANYTHING = 0x7E020000
_ACCESS_MODE, _READ_ONLY, _TRUNCATE = 3, 0, 0o1000
_IOCTLS = (0x5401, 0x5421, 0x5451, 0x5450, 0x541B, 0x5413)  # terminal and file questions, close-on-exec
_FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1031, 1032, 1033, 1034, 36, 37, 38)  # flags, locks, pipe size, seals
_CLOSE_RANGES = (0, 4)  # now, or at an exec; never in a table of descriptors that is the thread's own
_PRCTLS = (15, 16, 3, 0x53564D41)  # thread names, dumpable (get), names of memory areas

_MSG_OOB = 1

Step = tuple[int, int, int, int]  # opcode, operand, jump if true, jump if false


def supported() -> bool:
    """Say whether the tables know this machine's architecture."""
    return kernel.machine() in NUMBERS


def program(pid: int, machine: str | None = None) -> bytes:
    """Return the filter for the process `pid`, the only one that it may signal."""
    machine = machine or kernel.machine()
    numbers = NUMBERS[machine]
    steps: list[Step] = [
        (_LOAD, _ARCHITECTURE_OFFSET, 0, 0),
        (_EQUAL, AUDIT_ARCHITECTURE[machine], 1, 0),
        (_RETURN, _KILL, 0, 0),
        (_LOAD, _NUMBER_OFFSET, 0, 0),
        (_AT_LEAST, _X32_BIT, 0, 1),
        (_RETURN, _ERROR | errno.EPERM, 0, 0),
    ]
    refusals = ((ABSENT, errno.ENOSYS), (UNSUPPORTED, errno.EOPNOTSUPP), (PRETENDED, 0))
    for names, verdict in ((ALLOWED, _ALLOW), *((names, _ERROR | code) for names, code in refusals)):
        for name in names:
            if name in numbers:
                steps += [(_EQUAL, numbers[name], 0, 1), (_RETURN, verdict, 0, 0)]
    for name, body in _special_cases(pid).items():
        if name in numbers:  # aarch64 has no open
            steps += [(_EQUAL, numbers[name], 0, len(body)), *body]
    steps.append((_RETURN, _ERROR | errno.EPERM, 0, 0))
    return b"".join(struct.pack("<HBBI", code, yes, no, operand) for code, operand, yes, no in steps)


def restrict(filter_program: bytes) -> None:
    """Apply the filter to this process for good; NO_NEW_PRIVS must be set.

    Raises:
        OSError: the kernel refused.
    """
    buffer = ctypes.create_string_buffer(filter_program, len(filter_program))
    header = ctypes.create_string_buffer(struct.pack("<HxxxxxxQ", len(filter_program) // 8, ctypes.addressof(buffer)))
    kernel.prctl(kernel.PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(header))


def _special_cases(pid: int) -> dict[str, list[Step]]:
    new_thread: list[Step] = [
        (_LOAD, _argument(0), 0, 0),
        (_ANY_BIT, _CLONE_NEW_ANYTHING, 3, 0),
        (_AND, _CLONE_SHARED, 0, 0),  # with descriptors of its own, a thread could hold files where nobody looks
        (_EQUAL, _CLONE_SHARED, 0, 1),
        (_RETURN, _ALLOW, 0, 0),
        (_RETURN, _ERROR | errno.EPERM, 0, 0),
    ]
    return {
        "open": _honest_open(1),
        "openat": _honest_open(2),
        "kill": _one_of(0, (pid,)),
        "tgkill": _one_of(0, (pid,)),
        "clone": new_thread,  # a thread, never a process
        "ioctl": _one_of(1, _IOCTLS, errno.ENOTTY),
        "fcntl": _one_of(1, _FCNTLS),
        "close_range": _one_of(2, _CLOSE_RANGES),
        "prctl": _one_of(0, _PRCTLS, errno.EINVAL),
        "prlimit64": _only_null(2),  # get, not set
        "sendto": [*_without(3, _MSG_OOB), *_only_null(4)],  # to its own peer, not to an address; nothing beside the stream
    }


def _argument(index: int) -> int:
    return 16 + 8 * index


def _one_of(argument: int, values: tuple[int, ...], refusal: int = errno.EPERM) -> list[Step]:
    steps: list[Step] = [(_LOAD, _argument(argument), 0, 0)]
    for value in values:
        steps += [(_EQUAL, value, 0, 1), (_RETURN, _ALLOW, 0, 0)]
    return [*steps, (_RETURN, _ERROR | refusal, 0, 0)]


def _honest_open(argument: int) -> list[Step]:
    """Allow no open that truncates without asking for the right to write: Landlock before ABI 3 does not see it."""
    return [
        (_LOAD, _argument(argument), 0, 0),
        (_AND, _ACCESS_MODE, 0, 0),
        (_EQUAL, _ACCESS_MODE, 4, 0),  # neither reading nor writing: for device drivers
        (_EQUAL, _READ_ONLY, 0, 2),
        (_LOAD, _argument(argument), 0, 0),
        (_ANY_BIT, _TRUNCATE, 1, 0),
        (_RETURN, _ALLOW, 0, 0),
        (_RETURN, _ERROR | errno.EPERM, 0, 0),
    ]


def _without(argument: int, bits: int) -> list[Step]:
    """Refuse an argument with any of these bits; else go on with the next step."""
    return [(_LOAD, _argument(argument), 0, 0), (_ANY_BIT, bits, 0, 1), (_RETURN, _ERROR | errno.EPERM, 0, 0)]


def _only_null(argument: int) -> list[Step]:
    return [
        (_LOAD, _argument(argument), 0, 0),
        (_EQUAL, 0, 0, 3),
        (_LOAD, _argument(argument) + 4, 0, 0),
        (_EQUAL, 0, 0, 1),
        (_RETURN, _ALLOW, 0, 0),
        (_RETURN, _ERROR | errno.EPERM, 0, 0),
    ]
