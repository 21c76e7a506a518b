"""System call names and numbers, for x86_64 and aarch64; untrusted side.

The numbers are part of the kernel's stable interface. They stand here because no kernel header is on a user's machine.
"""

from __future__ import annotations

ALLOWED = """
    read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 close
    stat fstat lstat newfstatat statx lseek access faccessat readlink readlinkat unlink unlinkat mkdir mkdirat
    rename renameat renameat2 rmdir symlink symlinkat link linkat ftruncate getdents
    getdents64 getcwd chdir fchdir umask dup dup2 dup3 pipe pipe2 poll ppoll select pselect6 epoll_create
    epoll_create1 epoll_ctl epoll_wait epoll_pwait eventfd eventfd2 flock fsync fdatasync statfs fstatfs
    copy_file_range sendfile mmap mprotect munmap mremap brk mincore msync madvise futex set_robust_list
    get_robust_list rseq membarrier set_tid_address rt_sigaction rt_sigprocmask rt_sigreturn rt_sigpending
    rt_sigtimedwait rt_sigsuspend sigaltstack getitimer setitimer alarm timer_create timer_settime
    timer_gettime timer_delete timerfd_create timerfd_settime timerfd_gettime nanosleep clock_nanosleep
    clock_gettime clock_getres gettimeofday time times getrusage getrlimit sysinfo uname getrandom getpid
    getppid gettid getuid geteuid getgid getegid getresuid getresgid getgroups getpgid getpgrp getsid
    sched_yield sched_getaffinity sched_getparam sched_getscheduler sched_get_priority_max
    sched_get_priority_min getcpu getpriority wait4 waitid exit exit_group restart_syscall pause socketpair
    recvfrom getsockopt getsockname getpeername shutdown fadvise64 readahead sync_file_range tee splice
""".split()  # what NumPy, matplotlib and IPython need, and what reaches nothing outside the process
ABSENT = """
    clone3 openat2 faccessat2 futex_waitv epoll_pwait2
""".split()  # answered as an old kernel would: the C library then uses an allowed call
UNSUPPORTED = """
    fallocate listxattr llistxattr flistxattr
""".split()  # answered as by a file system without them: room is then taken by writing, and a copy has no attributes to take
PRETENDED = """
    chmod fchmod fchmodat fchmodat2 utimensat utime utimes futimesat
""".split()  # answered with success and not done: Landlock does not mediate them, and copying a file needs them

AUDIT_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# fmt: off
NUMBERS: dict[str, dict[str, int]] = {
    "x86_64": {
        "read": 0, "write": 1, "readv": 19, "writev": 20, "pread64": 17, "pwrite64": 18, "preadv": 295,
        "pwritev": 296, "preadv2": 327, "pwritev2": 328, "open": 2, "openat": 257, "close": 3, "close_range":
        436, "stat": 4, "fstat": 5, "lstat": 6, "newfstatat": 262, "statx": 332, "lseek": 8, "access": 21,
        "faccessat": 269, "readlink": 89, "readlinkat": 267, "unlink": 87, "unlinkat": 263, "mkdir": 83,
        "mkdirat": 258, "rename": 82, "renameat": 264, "renameat2": 316, "rmdir": 84, "symlink": 88,
        "symlinkat": 266, "link": 86, "linkat": 265, "ftruncate": 77, "fallocate": 285, "fchmod": 91,
        "getdents": 78, "getdents64": 217, "getcwd": 79, "chdir": 80, "fchdir": 81, "umask": 95, "dup": 32,
        "dup2": 33, "dup3": 292, "pipe": 22, "pipe2": 293, "poll": 7, "ppoll": 271, "select": 23, "pselect6":
        270, "epoll_create": 213, "epoll_create1": 291, "epoll_ctl": 233, "epoll_wait": 232, "epoll_pwait": 281,
        "eventfd": 284, "eventfd2": 290, "flock": 73, "fsync": 74, "fdatasync": 75, "statfs": 137, "fstatfs":
        138, "copy_file_range": 326, "sendfile": 40, "mmap": 9, "mprotect": 10, "munmap": 11, "mremap": 25,
        "brk": 12, "mincore": 27, "msync": 26, "madvise": 28, "futex": 202, "set_robust_list": 273,
        "get_robust_list": 274, "rseq": 334, "membarrier": 324, "set_tid_address": 218, "rt_sigaction": 13,
        "rt_sigprocmask": 14, "rt_sigreturn": 15, "rt_sigpending": 127, "rt_sigtimedwait": 128, "rt_sigsuspend":
        130, "sigaltstack": 131, "getitimer": 36, "setitimer": 38, "alarm": 37, "timer_create": 222,
        "timer_settime": 223, "timer_gettime": 224, "timer_delete": 226, "timerfd_create": 283,
        "timerfd_settime": 286, "timerfd_gettime": 287, "nanosleep": 35, "clock_nanosleep": 230,
        "clock_gettime": 228, "clock_getres": 229, "gettimeofday": 96, "time": 201, "times": 100, "getrusage":
        98, "getrlimit": 97, "sysinfo": 99, "uname": 63, "getrandom": 318, "getpid": 39, "getppid": 110,
        "gettid": 186, "getuid": 102, "geteuid": 107, "getgid": 104, "getegid": 108, "getresuid": 118,
        "getresgid": 120, "getgroups": 115, "getpgid": 121, "getpgrp": 111, "getsid": 124, "sched_yield": 24,
        "sched_getaffinity": 204, "sched_getparam": 143, "sched_getscheduler": 145, "sched_get_priority_max":
        146, "sched_get_priority_min": 147, "getcpu": 309, "getpriority": 140, "wait4": 61, "waitid": 247,
        "exit": 60, "exit_group": 231, "restart_syscall": 219, "pause": 34, "socketpair": 53, "recvfrom": 45,
        "getsockopt": 55, "getsockname": 51, "getpeername": 52, "shutdown": 48, "fadvise64": 221, "readahead":
        187, "sync_file_range": 277, "tee": 276, "splice": 275, "clone3": 435, "openat2": 437, "faccessat2":
        439, "futex_waitv": 449, "epoll_pwait2": 441, "chmod": 90, "fchmodat": 268, "fchmodat2": 452,
        "utimensat": 280, "utime": 132, "utimes": 235, "futimesat": 261, "kill": 62, "tgkill": 234, "clone": 56,
        "listxattr": 194, "llistxattr": 195, "flistxattr": 196,
        "ioctl": 16, "fcntl": 72, "prctl": 157, "prlimit64": 302, "sendto": 44,
    },
    "aarch64": {
        "read": 63, "write": 64, "readv": 65, "writev": 66, "pread64": 67, "pwrite64": 68, "preadv": 69,
        "pwritev": 70, "preadv2": 286, "pwritev2": 287, "openat": 56, "close": 57, "close_range": 436, "fstat":
        80, "newfstatat": 79, "statx": 291, "lseek": 62, "faccessat": 48, "readlinkat": 78, "unlinkat": 35,
        "mkdirat": 34, "renameat": 38, "renameat2": 276, "symlinkat": 36, "linkat": 37, "ftruncate": 46,
        "fallocate": 47, "fchmod": 52, "getdents64": 61, "getcwd": 17, "chdir": 49, "fchdir": 50, "umask": 166,
        "dup": 23, "dup3": 24, "pipe2": 59, "ppoll": 73, "pselect6": 72, "epoll_create1": 20, "epoll_ctl": 21,
        "epoll_pwait": 22, "eventfd2": 19, "flock": 32, "fsync": 82, "fdatasync": 83, "statfs": 43, "fstatfs":
        44, "copy_file_range": 285, "sendfile": 71, "mmap": 222, "mprotect": 226, "munmap": 215, "mremap": 216,
        "brk": 214, "mincore": 232, "msync": 227, "madvise": 233, "futex": 98, "set_robust_list": 99,
        "get_robust_list": 100, "rseq": 293, "membarrier": 283, "set_tid_address": 96, "rt_sigaction": 134,
        "rt_sigprocmask": 135, "rt_sigreturn": 139, "rt_sigpending": 136, "rt_sigtimedwait": 137,
        "rt_sigsuspend": 133, "sigaltstack": 132, "getitimer": 102, "setitimer": 103, "timer_create": 107,
        "timer_settime": 110, "timer_gettime": 108, "timer_delete": 111, "timerfd_create": 85,
        "timerfd_settime": 86, "timerfd_gettime": 87, "nanosleep": 101, "clock_nanosleep": 115, "clock_gettime":
        113, "clock_getres": 114, "gettimeofday": 169, "times": 153, "getrusage": 165, "getrlimit": 163,
        "sysinfo": 179, "uname": 160, "getrandom": 278, "getpid": 172, "getppid": 173, "gettid": 178, "getuid":
        174, "geteuid": 175, "getgid": 176, "getegid": 177, "getresuid": 148, "getresgid": 150, "getgroups":
        158, "getpgid": 155, "getsid": 156, "sched_yield": 124, "sched_getaffinity": 123, "sched_getparam": 121,
        "sched_getscheduler": 120, "sched_get_priority_max": 125, "sched_get_priority_min": 126, "getcpu": 168,
        "getpriority": 141, "wait4": 260, "waitid": 95, "exit": 93, "exit_group": 94, "restart_syscall": 128,
        "socketpair": 199, "recvfrom": 207, "getsockopt": 209, "getsockname": 204, "getpeername": 205,
        "shutdown": 210, "fadvise64": 223, "readahead": 213, "sync_file_range": 84, "tee": 77, "splice": 76,
        "clone3": 435, "openat2": 437, "faccessat2": 439, "futex_waitv": 449, "epoll_pwait2": 441, "fchmodat":
        53, "fchmodat2": 452, "utimensat": 88, "kill": 129, "tgkill": 131, "clone": 220,
        "listxattr": 11, "llistxattr": 12, "flistxattr": 13,
        "ioctl": 29, "fcntl": 25, "prctl": 167, "prlimit64": 261, "sendto": 206,
    },
}
# fmt: on
