"""The few Linux system calls that Python does not offer, through ctypes; untrusted side."""

from __future__ import annotations

import ctypes
import os
import platform
import time

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, PR_CAPBSET_DROP = 1, 4, 38, 22, 24
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 32
MS_BIND, MS_REC, MS_PRIVATE = 4096, 16384, 1 << 18
MNT_DETACH = 2

_CAPSET = {"x86_64": 126, "aarch64": 91}
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_CPUCLOCK_SCHED = 2
_CAPABILITY_VERSION_3 = 0x20080522


def machine() -> str:
    """Return the processor architecture's name, in one spelling."""
    name = platform.machine()
    return {"arm64": "aarch64", "amd64": "x86_64"}.get(name.lower(), name)


def syscall(number: int, *arguments: int | bytes) -> int:
    """Make a system call by number.

    Raises:
        OSError: the kernel refused.
    """
    words = [ctypes.c_char_p(a) if isinstance(a, bytes) else ctypes.c_long(a) for a in arguments]
    return _checked(int(libc.syscall(ctypes.c_long(number), *words)), f"system call {number}")


def prctl(option: int, first: int = 0, second: int = 0) -> int:
    """Call prctl(2).

    Raises:
        OSError: the kernel refused.
    """
    words = [ctypes.c_ulong(value) for value in (first, second, 0, 0)]
    return _checked(libc.prctl(ctypes.c_int(option), *words), f"prctl {option}")


def pid_of(pidfd: int) -> int:
    """Return the number of the process that a pidfd stands for; negative once it has been reaped.

    Raises:
        OSError: /proc is not there.
    """
    with open(f"/proc/self/fdinfo/{pidfd}") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("Pid:"))


def computed(pid: int) -> float:
    """Return how many seconds a process, with all its threads, has computed.

    Raises:
        OSError: there is no such process any more.
    """
    return time.clock_gettime((~pid << 3) | _CPUCLOCK_SCHED)  # as clock_getcpuclockid(3) makes it


def unshare(flags: int) -> None:
    """Leave the namespaces named by `flags` for new ones.

    Raises:
        OSError: namespaces are not allowed here.
    """
    _checked(libc.unshare(ctypes.c_int(flags)), "unshare")


def mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    """Call mount(2).

    Raises:
        OSError: the kernel refused.
    """
    kind_bytes = None if kind is None else kind.encode()
    result = libc.mount(source.encode(), target.encode(), kind_bytes, ctypes.c_ulong(flags), options.encode())
    _checked(result, f"mount {target}")


def unmount(path: str) -> None:
    """Detach what is mounted at `path`, also where it is in use.

    Raises:
        OSError: the kernel refused.
    """
    _checked(libc.umount2(path.encode(), MNT_DETACH), f"umount {path}")


def pivot_root(new_root: str, old_root: str) -> None:
    """Make `new_root` the root of this mount namespace, then let go of the old one, mounted at `old_root`."""
    syscall(_PIVOT_ROOT[machine()], new_root.encode(), old_root.encode())
    os.chdir("/")
    inside = "/" + os.path.basename(old_root)
    unmount(inside)
    os.rmdir(inside)


def drop_capabilities() -> None:
    """Give up every capability, and the right to get one back."""
    for capability in range(64):
        if libc.prctl(PR_CAPBSET_DROP, ctypes.c_ulong(capability), 0, 0, 0) < 0:
            break  # past the last capability, or no right to shrink the set: NO_NEW_PRIVS closes that way already
    header = ctypes.create_string_buffer(_CAPABILITY_VERSION_3.to_bytes(4, "little") + bytes(4), 8)
    empty = ctypes.create_string_buffer(24)
    syscall(_CAPSET[machine()], ctypes.addressof(header), ctypes.addressof(empty))


def _checked(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{os.strerror(code)} ({what})")
    return result
