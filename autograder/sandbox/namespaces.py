"""Namespaces: a private read-only root, one small writable folder, no network, no other process; untrusted side."""

from __future__ import annotations

import os

from autograder.sandbox import kernel
from autograder.sandbox.kernel import MS_BIND, MS_NODEV, MS_NOEXEC, MS_NOSUID, MS_PRIVATE, MS_RDONLY, MS_REC, MS_REMOUNT

NEWUSER, NEWNET, NEWPID, NEWNS = 0x10000000, 0x40000000, 0x20000000, 0x00020000
NEWIPC, NEWUTS, NEWCGROUP = 0x08000000, 0x04000000, 0x02000000
_ALL_BUT_USER = NEWNS | NEWNET | NEWIPC | NEWUTS | NEWPID | NEWCGROUP

BOX = "/box"  # stays when the slot in it is renewed, so that a rule of Landlock's can name it
SLOT = f"{BOX}/slot"
HOME = "/zygote"
_PRIVATE = MS_NOSUID | MS_NODEV | MS_NOEXEC


def enter() -> None:
    """Leave every namespace for a new one; an ordinary user gets a user namespace as well.

    Raises:
        OSError: this machine does not allow it.
    """
    if os.geteuid() == 0:
        kernel.unshare(_ALL_BUT_USER)
        return
    uid, gid = os.getuid(), os.getgid()
    kernel.unshare(_ALL_BUT_USER | NEWUSER)
    for name, text in (("setgroups", "deny"), ("uid_map", f"1000 {uid} 1"), ("gid_map", f"1000 {gid} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def build_root(base: str, readable: list[str], slot_megabytes: int, slot_owner: int | None) -> None:
    """Make `base` the root: `readable` paths bound read-only, and one small tmpfs, the slot, for the worker's files.

    Raises:
        OSError: a mount was refused.
    """
    kernel.mount("none", "/", None, MS_REC | MS_PRIVATE)
    kernel.mount("tmpfs", base, "tmpfs", MS_NOSUID | MS_NODEV, "size=4m,nr_inodes=8k,mode=755")
    for path in readable:
        _bind(base, path)
    for folder in (SLOT, HOME, "/tmp", "/old"):
        os.makedirs(base + folder, exist_ok=True)
    _mount_slot(base + SLOT, slot_megabytes, slot_owner)
    kernel.mount("tmpfs", base + HOME, "tmpfs", _PRIVATE, "size=16m,mode=755")
    kernel.pivot_root(base, base + "/old")


def renew_slot(slot_megabytes: int, slot_owner: int | None) -> None:
    """Put an empty slot in the place of the used one: nothing that a worker left there can resist an unmount.

    Raises:
        OSError: a mount was refused.
    """
    kernel.unmount(SLOT)
    _mount_slot(SLOT, slot_megabytes, slot_owner)


def seal() -> None:
    """Make everything but the slot read-only, once the zygote is warm: nothing may pass from one student to the next.

    Raises:
        OSError: a mount was refused.
    """
    for folder in ("/", HOME):
        flags = MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV
        kernel.mount("none", folder, None, flags | _kept_flags(folder))


def _mount_slot(path: str, megabytes: int, owner: int | None) -> None:
    kernel.mount("tmpfs", path, "tmpfs", _PRIVATE, f"size={megabytes}m,nr_inodes=2k,mode=700")
    if owner is not None:
        os.chown(path, owner, owner)


def _bind(base: str, path: str) -> None:
    if not os.path.exists(path):
        return
    target = base + path
    if os.path.lexists(target):
        return  # already there, inside a folder bound before
    if os.path.islink(path) and os.path.dirname(path) == "/":  # /bin and /lib are links on today's systems
        os.symlink(os.readlink(path), target)
        return
    if os.path.isdir(path):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w"):
            pass
    kernel.mount(path, target, None, MS_BIND | MS_REC)
    device = path.startswith("/dev/")
    flags = MS_BIND | MS_REMOUNT | MS_NOSUID | (0 if device else MS_RDONLY | MS_NODEV)
    kernel.mount("none", target, None, flags | _kept_flags(target))


def _kept_flags(path: str) -> int:
    """Return the flags of the mount below: in a user namespace the kernel refuses to drop one."""
    present = os.statvfs(path).f_flag
    pairs = ((os.ST_NOSUID, MS_NOSUID), (os.ST_NODEV, MS_NODEV), (os.ST_NOEXEC, MS_NOEXEC))
    return sum(flag for bit, flag in pairs if present & bit)
