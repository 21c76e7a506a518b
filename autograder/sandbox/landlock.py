"""Landlock: which paths a worker may read, and the one folder in which it may write; untrusted side.

Landlock has the same system call numbers on every architecture. It does not mediate UDP, unix sockets, stat, chmod or
utime, and truncate only from ABI 3: seccomp refuses those.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
from collections.abc import Iterable

from autograder.sandbox import kernel

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_PATH_BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
MAKE_CHAR, MAKE_SOCK, MAKE_BLOCK = 1 << 6, 1 << 9, 1 << 11
REFER, TRUNCATE, IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_READ = READ_FILE | READ_DIR
_NEVER = EXECUTE | MAKE_CHAR | MAKE_SOCK | MAKE_BLOCK | IOCTL_DEV
_FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
_KNOWN_ABI = 7  # rights of later ABIs are left unhandled, as a kernel of ABI 7 would leave them


def abi() -> int:
    """Return the kernel's Landlock ABI, or 0 where there is none."""
    try:
        return min(kernel.syscall(_CREATE_RULESET, 0, 0, _VERSION), _KNOWN_ABI)
    except OSError:
        return 0


def ruleset(version: int, readable: Iterable[str], writable: Iterable[str]) -> int:
    """Return the descriptor of a ruleset that refuses everything but what is named.

    Raises:
        OSError: the kernel refused.
    """
    handled = _file_rights(version)
    network = 0b11 if version >= 4 else 0  # bind and connect, TCP
    scope = 0b11 if version >= 6 else 0  # abstract unix sockets and signals
    attributes = struct.pack("<QQQ", handled, network, scope)
    size = 8 if version < 4 else 16 if version < 6 else 24
    buffer = ctypes.create_string_buffer(attributes, 24)
    descriptor = kernel.syscall(_CREATE_RULESET, ctypes.addressof(buffer), size, 0)
    for path in readable:
        _allow(descriptor, path, _READ & handled)
    for path in writable:
        _allow(descriptor, path, handled & ~_NEVER)
    return descriptor


def ruleset_for_writing(version: int, writable: Iterable[str]) -> int:
    """Return the descriptor of a ruleset that refuses to change anything but what is named, and leaves reading alone.

    Nothing moves from folder to folder (a copy does): the watch reads them one after another, and would miss it on its way.

    Raises:
        OSError: the kernel refused.
    """
    handled = _file_rights(version) & ~(_READ | EXECUTE)
    buffer = ctypes.create_string_buffer(struct.pack("<Q", handled), 8)
    descriptor = kernel.syscall(_CREATE_RULESET, ctypes.addressof(buffer), 8, 0)
    for path in writable:
        _allow(descriptor, path, handled & ~(_NEVER | REFER))
    return descriptor


def restrict(descriptor: int) -> None:
    """Apply a ruleset to this process for good; NO_NEW_PRIVS must be set.

    Raises:
        OSError: the kernel refused.
    """
    kernel.syscall(_RESTRICT_SELF, descriptor, 0)


def _file_rights(version: int) -> int:
    rights = (1 << 13) - 1
    for since, right in ((2, REFER), (3, TRUNCATE), (5, IOCTL_DEV)):
        rights |= right if version >= since else 0
    return rights


def _allow(descriptor: int, path: str, rights: int) -> None:
    with contextlib.suppress(FileNotFoundError):
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            if not os.path.isdir(path):
                rights &= _FILE_RIGHTS
            rule = ctypes.create_string_buffer(struct.pack("<Qi", rights, parent), 12)
            kernel.syscall(_ADD_RULE, descriptor, _PATH_BENEATH, ctypes.addressof(rule), 0)
        finally:
            os.close(parent)
