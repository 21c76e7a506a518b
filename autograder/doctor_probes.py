"""What the doctor tries in a worker: violations, what each proves and what to do if it succeeds; trusted side."""

from __future__ import annotations

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
