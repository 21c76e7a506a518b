"""Resource limits of one worker; untrusted side."""

from __future__ import annotations

import os
import resource
from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What one worker may use: memory beyond the zygote's own, processor seconds, bytes of one file, descriptors, threads."""

    memory: int = 1024 * MEBIBYTE
    cpu_seconds: int = 180
    file_size: int = 16 * MEBIBYTE
    files: int = 64
    threads: int = 64


def apply(limits: Limits, zygote_size: int, other_tasks: int) -> None:
    """Limit this process; no limit is ever raised above the one in force.

    Address space, not data size, is limited: anonymous shared mappings count as well. `zygote_size` (bytes) is what the
    process maps before it runs anything; `other_tasks` is how many tasks its user has besides, which the kernel counts too.
    """
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_FSIZE: limits.file_size,
        resource.RLIMIT_NOFILE: limits.files,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_STACK: 16 * MEBIBYTE,
        resource.RLIMIT_SIGPENDING: 256,
        resource.RLIMIT_NPROC: limits.threads + other_tasks,
        resource.RLIMIT_AS: zygote_size + limits.memory,
    }
    for kind, value in wanted.items():
        ceiling = resource.getrlimit(kind)[1]
        if ceiling != resource.RLIM_INFINITY:
            value = min(value, ceiling)
        resource.setrlimit(kind, (value, value))


def tasks_of_this_user() -> int:
    """Count the tasks of this user on the machine, as the kernel does for RLIMIT_NPROC; 0 where /proc is not there."""
    total = 0
    for name in os.listdir("/proc") if os.path.isdir("/proc/self") else ():
        if name.isdigit():
            try:
                if os.stat(f"/proc/{name}").st_uid == os.getuid():
                    total += len(os.listdir(f"/proc/{name}/task"))
            except OSError:
                continue  # the process has ended meanwhile
    return total
