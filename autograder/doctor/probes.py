"""What the doctor tries in a worker: violations, what each proves and what to do if it succeeds; trusted side."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.sandbox import syscalls

# fmt: off
_REFUSED: dict[str, dict[str, int]] = {
    "x86_64": {
        "fork": 57, "vfork": 58, "execve": 59, "execveat": 322, "ptrace": 101, "process_vm_readv": 310,
        "process_vm_writev": 311, "pidfd_open": 434, "pidfd_getfd": 438, "pidfd_send_signal": 424, "kcmp": 312,
        "tkill": 200, "rt_sigqueueinfo": 129, "rt_tgsigqueueinfo": 297, "socket": 41, "connect": 42, "bind": 49,
        "listen": 50, "accept": 43, "accept4": 288, "sendmsg": 46, "sendmmsg": 307, "recvmsg": 47, "io_uring_setup": 425,
        "io_uring_enter": 426, "io_uring_register": 427, "bpf": 321, "perf_event_open": 298, "userfaultfd": 323,
        "keyctl": 250, "add_key": 248, "request_key": 249, "unshare": 272, "setns": 308, "memfd_create": 319,
        "memfd_secret": 447, "shmget": 29, "shmat": 30, "semget": 64, "msgget": 68, "mq_open": 240, "mount": 165,
        "umount2": 166, "pivot_root": 155, "chroot": 161, "open_tree": 428, "move_mount": 429, "fsopen": 430,
        "mount_setattr": 442, "name_to_handle_at": 303, "open_by_handle_at": 304, "inotify_init1": 294,
        "fanotify_init": 300, "truncate": 76, "mknodat": 259, "fchownat": 260, "setxattr": 188, "fsetxattr": 190,
        "getxattr": 191, "swapon": 167, "reboot": 169, "sethostname": 170, "init_module": 175, "finit_module": 313,
        "kexec_load": 246, "syslog": 103, "acct": 163, "quotactl": 179, "clock_settime": 227, "settimeofday": 164,
        "adjtimex": 159, "setuid": 105, "setgid": 106, "setgroups": 116, "setresuid": 117, "setresgid": 119,
        "setfsuid": 122, "capset": 126, "seccomp": 317, "landlock_create_ruleset": 444, "personality": 135,
        "setrlimit": 160, "setpriority": 141, "sched_setaffinity": 203, "sched_setscheduler": 144, "ioprio_set": 251,
        "migrate_pages": 256, "move_pages": 279, "process_madvise": 440, "mlockall": 151, "setsid": 112, "setpgid": 109,
        "vhangup": 153, "lookup_dcookie": 212, "modify_ldt": 154, "iopl": 172, "ioperm": 173, "creat": 85,
    },
    "aarch64": {
        "execve": 221, "execveat": 281, "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271,
        "pidfd_open": 434, "pidfd_getfd": 438, "pidfd_send_signal": 424, "kcmp": 272, "tkill": 130,
        "rt_sigqueueinfo": 138, "rt_tgsigqueueinfo": 240, "socket": 198, "connect": 203, "bind": 200, "listen": 201,
        "accept": 202, "accept4": 242, "sendmsg": 211, "sendmmsg": 269, "recvmsg": 212, "io_uring_setup": 425,
        "io_uring_enter": 426, "io_uring_register": 427, "bpf": 280, "perf_event_open": 241, "userfaultfd": 282,
        "keyctl": 219, "add_key": 217, "request_key": 218, "unshare": 97, "setns": 268, "memfd_create": 279,
        "memfd_secret": 447, "shmget": 194, "shmat": 196, "semget": 190, "msgget": 186, "mq_open": 180, "mount": 40,
        "umount2": 39, "pivot_root": 41, "chroot": 51, "open_tree": 428, "move_mount": 429, "fsopen": 430,
        "mount_setattr": 442, "name_to_handle_at": 264, "open_by_handle_at": 265, "inotify_init1": 26,
        "fanotify_init": 262, "truncate": 45, "mknodat": 33, "fchownat": 54, "setxattr": 5, "fsetxattr": 7,
        "getxattr": 8, "swapon": 224, "reboot": 142, "sethostname": 161, "init_module": 105, "finit_module": 273,
        "kexec_load": 104, "syslog": 116, "acct": 89, "quotactl": 60, "clock_settime": 112, "settimeofday": 170,
        "adjtimex": 171, "setuid": 146, "setgid": 144, "setgroups": 159, "setresuid": 147, "setresgid": 149,
        "setfsuid": 151, "capset": 91, "seccomp": 277, "landlock_create_ruleset": 444, "personality": 92,
        "setrlimit": 164, "setpriority": 140, "sched_setaffinity": 122, "sched_setscheduler": 119, "ioprio_set": 30,
        "migrate_pages": 238, "move_pages": 239, "process_madvise": 440, "mlockall": 230, "setsid": 157, "setpgid": 154,
        "vhangup": 58, "lookup_dcookie": 18,
    },
}  # what the filter refuses; named here because only those who try it need the numbers
# fmt: on

NUMBERS = {machine: {**numbers, **_REFUSED[machine]} for machine, numbers in syscalls.NUMBERS.items()}

PRELUDE = """
import ctypes, errno, json, os, resource, signal, socket, sys, threading, time
world = json.loads({world!r})
_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long
def syscall(name, *arguments):
    words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = _libc.syscall(ctypes.c_long(world["numbers"][name]), *words)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
"""

LANDLOCK = (
    "Landlock is to refuse this: use a kernel of 5.13 or newer that has `landlock` in /sys/kernel/security/lsm (boot with "
    "lsm=landlock,...); in a container, Docker 23 or newer, whose default profile allows the landlock_* calls."
)
FILTER = "The seccomp filter is to refuse this, so its tables are wrong for this kernel: grade nothing here, and report it."
CLOSED = "The judge's memory is to be closed by PR_SET_DUMPABLE: grade nothing here, and report it."
LIMITS = "A resource limit is to stop this: look for a container or pam_limits setting that overrides limits, and report it."
EMPTYING = "The sandbox itself is to see to this: grade nothing here, and report it."


@dataclass(frozen=True)
class Attempt:
    """One violation: it holds when the cell ends with an OSError, or with the exception named by `by`."""

    name: str
    proves: str
    source: str
    remedy: str
    by: str = "OSError"
    hidden_only: bool = False  # holds only where namespaces hide the machine


def _forbidden(call: str, arguments: str) -> str:
    """Return a cell that succeeds unless the filter refuses the call before the kernel looks at its arguments."""
    return (
        f"try: syscall('{call}', {arguments})\n"
        "except OSError as error:\n    if error.errno in (errno.EPERM, errno.ENOSYS): raise"
    )


_DATAGRAM = "socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)[0].sendto(b'x', world['folder'] + '/datagram')"
_THREADS = """
threading.stack_size(65536)
stop = threading.Event()
try:
    for _ in range(300): threading.Thread(target=stop.wait, daemon=True).start()
finally: stop.set()
"""
_READ_MEMORY = """
buffer = ctypes.create_string_buffer(8)
ours = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 8)
theirs = (ctypes.c_size_t * 2)(world['address'], 8)
syscall('process_vm_readv', world['judge'], ctypes.byref(ours), 1, ctypes.byref(theirs), 1, 0)
"""
_DESCRIPTORS = """
for i in range(4, 1100):
    try: os.fstat(i)
    except OSError: continue
    break
else: raise OSError('none is left over')
"""
_ENVIRONMENT = "if world['variable'] not in os.environ: raise OSError('it is not there')"

ATTEMPTS = (
    Attempt("files: read", "A file that everyone may read is out of reach.", "open(world['canary']).read()", LANDLOCK),
    Attempt("files: ask", "Other files do not even seem to exist.", "os.stat(world['canary'])", LANDLOCK, hidden_only=True),
    Attempt("files: library", "Library code cannot be changed.", "import numpy; open(numpy.__file__, 'a')", LANDLOCK),
    Attempt("files: owner", "No file can be given away.", "os.chown('.', os.getuid(), -1)", FILTER),
    Attempt("files: truncate", "Opening for reading never truncates.",
            "open('own', 'w'); os.open('own', os.O_RDONLY | os.O_TRUNC)", FILTER),
    Attempt("files: hidden tests", "No hidden test can be found.", "os.listdir(world['hidden'])", LANDLOCK),
    Attempt("files: course", "The course folder's files are out of reach.", "open(world['course_file']).read()", LANDLOCK),
    Attempt("files: core dumps", "A crash leaves no file behind.",
            "if resource.getrlimit(resource.RLIMIT_CORE) == (0, 0): raise OSError", LIMITS),
    Attempt("judge: environment", "Its environment is not passed on.", _ENVIRONMENT, EMPTYING),
    Attempt("judge: descriptors", "No open file is left over.", _DESCRIPTORS, EMPTYING),
    Attempt("judge: /proc", "Its memory is no file.", "open(f\"/proc/{world['judge']}/mem\", 'rb')", LANDLOCK),
    Attempt("judge: process_vm_readv", "Its memory cannot be read.", _READ_MEMORY, FILTER),
    Attempt("judge: ptrace", "It cannot be debugged.", "syscall('ptrace', 0x4206, world['judge'], 0, 0)", FILTER),
    Attempt("judge: signal", "It cannot be signalled.", "os.kill(world['judge'], 0)", FILTER),
    Attempt("processes: signal a bystander", "No other process can be signalled.", "os.kill(world['bystander'], 0)", FILTER),
    Attempt("processes: signal the parent", "The parent cannot be signalled.", "os.kill(os.getppid() or -1, 0)", FILTER),
    Attempt("processes: fork", "No process can be made.", "if os.fork() == 0: os._exit(0)", FILTER),
    Attempt("processes: clone", "Clone makes threads only.", "if syscall('clone', 17, 0, 0, 0, 0) == 0: os._exit(0)", FILTER),
    Attempt("processes: exec", "No program can be started.", _forbidden("execve", "0, 0, 0"), FILTER),
    Attempt("processes: threads", "Threads are limited in number.", _THREADS, LIMITS, by="RuntimeError"),
    Attempt("network: TCP", "There is no TCP.", "socket.create_connection(('127.0.0.1', world['tcp']), 1)", FILTER),
    Attempt("network: UDP", "There is no UDP.",
            "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', world['udp']))", FILTER),
    Attempt("network: abstract unix socket", "Sockets without a path are out of reach.",
            "socket.socket(socket.AF_UNIX).connect('\\0' + world['abstract'])", FILTER),
    Attempt("network: unix socket", "Sockets with a path are out of reach.",
            "socket.socket(socket.AF_UNIX).connect(world['folder'] + '/stream')", FILTER),
    Attempt("network: datagram by a socket pair", "A socket pair reaches only itself.", _DATAGRAM, FILTER),
    Attempt("kernel: io_uring", "io_uring is closed.", _forbidden("io_uring_setup", "1, 0"), FILTER),
    Attempt("kernel: bpf", "bpf is closed.", _forbidden("bpf", "0, 0, 0"), FILTER),
    Attempt("kernel: namespaces", "No new namespace can be made.", _forbidden("unshare", "0x10000000"), FILTER),
    Attempt("kernel: keys", "Keyrings are closed.", _forbidden("keyctl", "0, -3, 0"), FILTER),
    Attempt("kernel: perf", "Performance events are closed.", _forbidden("perf_event_open", "0, 0, 0, 0, 0"), FILTER),
    Attempt("memory: private", "Private memory is limited.", "bytearray(world['too_much'])", LIMITS, by="MemoryError"),
    Attempt("memory: shared", "Shared memory is limited.", "import mmap; mmap.mmap(-1, world['too_much'])", LIMITS),
    Attempt("memory: memfd", "No file without a name can be made.", "os.memfd_create('x')", FILTER),
    Attempt("memory: System V", "No memory that outlives a process can be made.",
            _forbidden("shmget", "0, -1, 0o600"), FILTER),
)  # fmt: skip
