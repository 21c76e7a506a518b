"""Attacks on the judge, the machine and other students: each test names what a worker cannot do, under every stack.

Every attack is also run in the control, without isolation, where it has to succeed: a refusal then means something. Where
the kernel refuses an attack even there (it needs a privilege that no worker has), `anyway` says why.
"""

from __future__ import annotations

import os
import platform

import pytest

from .prison import Prison, World

pytestmark = pytest.mark.long

PRIVILEGED = "root's bystander has capabilities, which no worker has, in the control either"
LIMITED = "the control has the same resource limits"
TOO_MANY = "it wrote more files than are allowed"
UNDUMPABLE = "the judge closed its memory to everyone"


# --- files ---


def test_cannot_read_a_file_that_everyone_may_read(prison: Prison) -> None:
    """A file with mode 666 outside the sandbox is out of reach."""
    prison.refuses("open(world['canary']).read()")


def test_cannot_read_hidden_tests(prison: Prison) -> None:
    """No hidden test can be opened."""
    prison.refuses("open(world['hidden_test']).read()")


def test_cannot_list_hidden_tests(prison: Prison) -> None:
    """The names of the hidden tests are not given away."""
    prison.refuses("os.listdir(world['hidden'])")


def test_cannot_import_hidden_tests(prison: Prison) -> None:
    """Nothing of the hidden package can be imported."""
    prison.refuses("from course import caches", by="PermissionError" if prison.stack == "landlock" else "ModuleNotFoundError")


def test_cannot_import_the_judge(prison: Prison) -> None:
    """The trusted modules are not even readable."""
    prison.refuses("open(world['root'] + '/autograder/judge/judge.py').read()")


def test_cannot_read_the_course(prison: Prison) -> None:
    """The course folder's own files are out of reach."""
    prison.refuses("open(world['root'] + '/pyproject.toml').read()")


def test_cannot_list_the_course(prison: Prison) -> None:
    """The course folder cannot be listed beyond what the sandbox itself needs."""
    prison.refuses(
        "names = os.listdir(world['root'])\n"
        "if not set(names) - {'autograder', '.venv'}: raise PermissionError('only the way to the sandbox is there')"
    )


def test_cannot_read_the_password_file(prison: Prison) -> None:
    """The machine's users stay unknown."""
    prison.refuses("open('/etc/passwd').read()")


def test_cannot_list_the_root_folder(prison: Prison) -> None:
    """The machine's own root folder is not seen."""
    prison.refuses("if not {'home', 'var', 'boot'} & set(os.listdir('/')): raise PermissionError")


def test_cannot_list_temporary_files(prison: Prison) -> None:
    """Other programs' temporary files are not seen."""
    prison.refuses(
        "if os.path.basename(world['folder']) not in os.listdir(os.path.dirname(world['folder'])): raise PermissionError"
    )


def test_cannot_ask_for_a_files_existence(prison: Prison) -> None:
    """Where namespaces hide the machine's files, they do not even seem to exist."""
    if prison.stack == "landlock":
        pytest.skip("Landlock does not mediate stat: names and sizes can be asked for, contents cannot be read")
    prison.refuses("os.stat(world['canary'])")


def test_cannot_follow_a_link_out(prison: Prison) -> None:
    """A symbolic link that a worker makes gives no access to what it points at."""
    prison.refuses("os.symlink(world['canary'], 'link'); open('link').read()")


def test_cannot_take_a_hard_link_in(prison: Prison) -> None:
    """A file from outside cannot be linked into the worker's folder."""
    prison.refuses("taken = world['folder'] + '/taken'; os.link(world['canary'], taken); os.unlink(taken)")


def test_cannot_write_library_code(prison: Prison) -> None:
    """The libraries that the next student will use are read-only."""
    if prison.is_control and os.geteuid() != 0:
        pytest.skip("only root can write these files")
    prison.refuses("import numpy; open(numpy.__file__, 'a').close()")


def test_cannot_write_the_sandbox(prison: Prison) -> None:
    """The sandbox's own code is read-only."""
    if prison.is_control and os.geteuid() != 0:
        pytest.skip("only root can write these files")
    prison.refuses("from autograder.sandbox import wire; open(wire.__file__, 'a').close()")


def test_cannot_write_where_everyone_may(prison: Prison) -> None:
    """No file can be made in a folder outside with mode 777."""
    prison.refuses("open(world['folder'] + '/new', 'w').close(); os.unlink(world['folder'] + '/new')")


def test_cannot_append_to_a_file_that_everyone_may_write(prison: Prison) -> None:
    """No file outside can be opened for writing."""
    prison.refuses("open(world['victim'], 'a').write('x')")


def test_cannot_truncate_by_path(prison: Prison) -> None:
    """No file outside can be emptied through its path."""
    prison.refuses("os.truncate(world['victim'], 0)")


def test_cannot_truncate_on_opening_for_reading(prison: Prison) -> None:
    """Opening for reading never truncates: Landlock before ABI 3 would not see it."""
    prison.refuses("open('own', 'w').write('x'); os.open('own', os.O_RDONLY | os.O_TRUNC)")


def test_cannot_open_for_neither_reading_nor_writing(prison: Prison) -> None:
    """The access mode for device drivers, which Landlock takes for harmless, is refused."""
    prison.refuses("open('own', 'w').write('x'); os.open('own', 3)")


def test_cannot_delete_files(prison: Prison) -> None:
    """No file outside can be removed."""
    prison.refuses("os.unlink(world['victim'])")


def test_cannot_rename_files(prison: Prison) -> None:
    """No file outside can be moved."""
    prison.refuses("os.rename(world['victim'], world['victim'] + '2'); os.rename(world['victim'] + '2', world['victim'])")


def test_cannot_make_folders(prison: Prison) -> None:
    """No folder can be made outside."""
    prison.refuses("os.mkdir(world['folder'] + '/d'); os.rmdir(world['folder'] + '/d')")


@pytest.mark.parametrize("change", ["os.chmod({0}, 0)", "os.utime({0}, (1, 1))"], ids=["mode", "times"])
def test_cannot_change_the_attributes_of_a_file(prison: Prison, world: World, change: str) -> None:
    """Changing a file's mode or times is answered with success, and not done."""
    prison.run(change.format("world['victim']"))
    found = os.stat(world.victim)
    untouched = (found.st_mode & 0o777, found.st_mtime) == (0o666, 1_000_000)
    assert untouched is not prison.is_control


def test_cannot_change_the_mode_of_an_open_file(prison: Prison) -> None:
    """A descriptor opened for reading is no way to change a library file's mode."""
    prison.refuses(
        "fd = os.open('own', os.O_CREAT | os.O_RDONLY, 0o600); os.fchmod(fd, 0o400)\n"
        "if os.fstat(fd).st_mode & 0o777 != 0o400: raise PermissionError('it was pretended')"
    )


def test_cannot_change_an_owner(prison: Prison) -> None:
    """Files cannot be given away, their own neither."""
    prison.refuses("open('own', 'w'); os.chown('own', os.stat('own').st_uid, -1)")


def test_cannot_make_a_named_pipe(prison: Prison) -> None:
    """No special file can be made."""
    prison.refuses("os.mkfifo('pipe')")


def test_cannot_leave_files_for_the_next_student(prison: Prison) -> None:
    """A worker's folder is empty when the next one gets it, whatever names and modes were left there."""
    prison.run("os.makedirs('deep/' * 50); open('left', 'w').write('x'); os.mkdir('closed', 0); os.symlink('/', 'link')")
    outcome = prison.run("print(os.listdir('.'), os.listdir(os.environ['HOME']))")
    assert outcome.text == "[] []\n"


def test_cannot_write_into_the_home_of_matplotlib(prison: Prison) -> None:
    """The libraries' caches, which all workers share, are read-only."""
    prison.refuses("path = os.environ['MPLCONFIGDIR'] + '/matplotlibrc'; open(path, 'w').close(); os.unlink(path)")


def test_cannot_write_outside_by_a_library_path(prison: Prison) -> None:
    """The folders that Python imports from take no new module."""
    if prison.is_control and os.geteuid() != 0:
        pytest.skip("only root can write there")
    prison.refuses("p = os.path.dirname(os.__file__) + '/planted.py'; open(p, 'w').close(); os.unlink(p)")


# --- the judge and other processes ---


@pytest.mark.parametrize("file", ["environ", "cmdline", "maps", "status"])
def test_cannot_look_into_the_judge(prison: Prison, file: str) -> None:
    """The judge's entries in /proc are out of reach."""
    closed = UNDUMPABLE if file in ("environ", "maps") else None
    prison.refuses(f"open(f\"/proc/{{world['judge']}}/{file}\").read()", anyway=closed)


def test_cannot_open_the_memory_of_the_judge(prison: Prison) -> None:
    """The judge's memory cannot be opened as a file."""
    prison.refuses("open(f\"/proc/{world['judge']}/mem\", 'rb')", anyway=UNDUMPABLE)


def test_cannot_open_descriptors_of_the_judge(prison: Prison) -> None:
    """The judge's open files cannot be listed."""
    prison.refuses("os.listdir(f\"/proc/{world['judge']}/fd\")", anyway=UNDUMPABLE)


def test_cannot_list_processes(prison: Prison) -> None:
    """Other processes are not seen."""
    prison.refuses("os.listdir('/proc')")


def test_cannot_read_its_own_process_entry(prison: Prison) -> None:
    """Not even the worker's own entry in /proc is there."""
    prison.refuses("open('/proc/self/maps').read()", anyway="a worker of root's zygote is undumpable")


@pytest.mark.parametrize("call", ["process_vm_readv", "process_vm_writev"])
def test_cannot_reach_the_memory_of_the_judge(prison: Prison, call: str) -> None:
    """The judge's memory can be neither read nor written from another process."""
    prison.refuses(
        "buffer = ctypes.create_string_buffer(18)\n"
        "ours = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 18)\n"
        "theirs = (ctypes.c_size_t * 2)(world['secret_address'], 18)\n"
        f"syscall('{call}', world['judge'], ctypes.byref(ours), 1, ctypes.byref(theirs), 1, 0)",
        anyway=UNDUMPABLE,
    )


@pytest.mark.parametrize("request_number", [16, 0x4206], ids=["attach", "seize"])
def test_cannot_trace_the_judge(prison: Prison, request_number: int) -> None:
    """No debugger can be attached to the judge."""
    prison.refuses(f"syscall('ptrace', {request_number}, world['judge'], 0, 0)", anyway=UNDUMPABLE)


@pytest.mark.parametrize("target", ["world['judge']", "world['bystander']", "os.getppid() or -1", "-1", "0"])
def test_cannot_signal(prison: Prison, target: str) -> None:
    """No other process can be signalled: not the judge, a bystander, the parent, everyone or the own group."""
    prison.refuses(f"os.kill({target}, 0)")


@pytest.mark.parametrize(
    "source",
    [
        "syscall('tkill', world['bystander'], 0)",
        "syscall('rt_sigqueueinfo', world['bystander'], 0, ctypes.create_string_buffer(bytes([0] * 8 + [255] * 4), 128))",
        "os.pidfd_open(world['bystander'])",
        "signal.pthread_kill(threading.main_thread().ident, 0); syscall('tkill', threading.get_native_id(), 0)",
    ],
    ids=["tkill", "rt_sigqueueinfo", "pidfd_open", "tkill-self"],
)
def test_cannot_signal_by_rarer_calls(prison: Prison, source: str) -> None:
    """The rarer ways to send a signal are closed as well."""
    prison.refuses(source)


def test_cannot_change_the_priority_of_others(prison: Prison) -> None:
    """No other process can be slowed down."""
    prison.refuses("os.setpriority(os.PRIO_PROCESS, world['bystander'], 19)", anyway=PRIVILEGED)


def test_cannot_pin_the_judge_to_a_core(prison: Prison) -> None:
    """No other process can be moved to another core."""
    prison.refuses("os.sched_setaffinity(world['bystander'], os.sched_getaffinity(0))", anyway=PRIVILEGED)


def test_cannot_limit_the_judge(prison: Prison) -> None:
    """No other process' limits can be set."""
    prison.refuses("resource.prlimit(world['judge'], resource.RLIMIT_CPU, (1, 1))", anyway=UNDUMPABLE)


def test_cannot_set_its_own_limits(prison: Prison) -> None:
    """A worker's limits stay what they are."""
    prison.refuses("resource.setrlimit(resource.RLIMIT_CORE, (0, 0))", by="ValueError")


def test_cannot_outlive_the_zygote(prison: Prison) -> None:
    """A worker cannot take back that it dies with its parent."""
    prison.refuses("syscall('prctl', 1, 0, 0, 0, 0)")


def test_cannot_become_dumpable(prison: Prison) -> None:
    """A worker cannot open its own memory to others."""
    prison.refuses("syscall('prctl', 4, 1, 0, 0, 0)")


# --- the network ---


def test_cannot_connect_by_tcp(prison: Prison) -> None:
    """There is no TCP, on the machine itself neither."""
    prison.refuses("socket.create_connection(('127.0.0.1', world['tcp']), 1)")


def test_cannot_send_by_udp(prison: Prison) -> None:
    """There is no UDP, on the machine itself neither."""
    prison.refuses("socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', world['udp']))")


def test_cannot_connect_to_an_abstract_socket(prison: Prison) -> None:
    """Abstract unix sockets, which have no path, are out of reach."""
    prison.refuses("socket.socket(socket.AF_UNIX).connect('\\0' + world['abstract'])")


def test_cannot_connect_to_a_socket_with_a_path(prison: Prison) -> None:
    """A unix socket that everyone may use is out of reach."""
    prison.refuses("socket.socket(socket.AF_UNIX).connect(world['folder'] + '/stream')")


def test_cannot_send_datagrams_through_a_socket_pair(prison: Prison) -> None:
    """A pair of connected sockets, which a worker may have, cannot be pointed at a path."""
    prison.refuses("socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)[0].sendto(b'x', world['folder'] + '/datagram')")


def test_cannot_reconnect_a_socket_pair(prison: Prison) -> None:
    """A pair of connected sockets cannot be connected anew."""
    prison.refuses("socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)[0].connect(world['folder'] + '/datagram')")


def test_cannot_pass_descriptors(prison: Prison) -> None:
    """No descriptor can be sent to another process."""
    prison.refuses("a, b = socket.socketpair(); socket.send_fds(a, [b'x'], [0])")


def test_cannot_listen(prison: Prison) -> None:
    """No port can be opened."""
    prison.refuses("s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen()")


def test_cannot_listen_on_a_path(prison: Prison) -> None:
    """No unix socket can be made, in the own folder neither."""
    prison.refuses("s = socket.socket(socket.AF_UNIX); s.bind('own-socket')")


@pytest.mark.parametrize("family", [2, 10, 16, 38, 40], ids=["inet", "inet6", "netlink", "alg", "vsock"])
def test_cannot_make_a_socket(prison: Prison, family: int) -> None:
    """No socket of any family can be made: each opens a part of the kernel."""
    kind = {16: 3, 38: 5}.get(family, 1)
    missing = "this kernel may have no such family" if family in (10, 38, 40) else None
    prison.refuses(f"syscall('socket', {family}, {kind}, 0)", by="PermissionError", anyway=missing)


def test_cannot_download(prison: Prison) -> None:
    """Python's own client reaches nothing."""
    prison.refuses(
        "import urllib.request; urllib.request.urlopen(f\"http://127.0.0.1:{world['tcp']}\", timeout=1)",
        by="URLError",
        anyway="nothing answers",
    )


# --- processes and threads ---


def test_cannot_fork(prison: Prison) -> None:
    """No process can be made."""
    prison.refuses("pid = os.fork()\nif pid == 0: os._exit(0)\nos.waitpid(pid, 0)")


@pytest.mark.parametrize("flags", [17, 0x4011, 0x100 | 17, 0x10000000 | 17], ids=["plain", "vfork", "memory", "user-namespace"])
def test_cannot_clone_a_process(prison: Prison, flags: int) -> None:
    """The system call beneath fork makes threads only."""
    if prison.is_control and flags & 0x4100:
        pytest.skip("a child that shares memory would destroy the control")
    prison.refuses(f"pid = syscall('clone', {flags}, 0, 0, 0, 0)\nif pid == 0: os._exit(0)", by="PermissionError")


def test_cannot_clone_by_the_newer_call(prison: Prison) -> None:
    """The newer call, whose flags no filter can see, does not exist here."""
    prison.refuses(
        "a = (ctypes.c_uint64 * 8)(0, 0, 0, 0, 17)\npid = syscall('clone3', a, 64)\nif pid == 0: os._exit(0)", by="OSError"
    )


def test_cannot_execute(prison: Prison) -> None:
    """No program can be started in place of the worker."""
    prison.refuses("os.execv('/bin/true', ['true'])")


def test_cannot_execute_a_descriptor(prison: Prison) -> None:
    """No program can be started from a descriptor."""
    prison.refuses("os.execve(os.open('/bin/true', os.O_RDONLY), ['true'], {})")


def test_cannot_run_a_subprocess(prison: Prison) -> None:
    """Python's own way to start a program fails."""
    prison.refuses("import subprocess; subprocess.run(['/bin/true'], check=True)")


def test_cannot_run_a_shell(prison: Prison) -> None:
    """The C library's way to start a shell fails."""
    prison.refuses("if os.system('true') != 0: raise OSError('it did not run')")


def test_cannot_spawn(prison: Prison) -> None:
    """The C library's other way to start a program fails."""
    prison.refuses("os.posix_spawn('/bin/true', ['true'], {})")


@pytest.mark.parametrize("cell", ["!true", "%%bash\ntrue", "x = !ls"], ids=["bang", "bash-cell", "captured"])
def test_cannot_run_commands_from_a_notebook(prison: Prison, cell: str) -> None:
    """A notebook's shortcuts to the shell fail, and say so."""
    prison.refuses(cell, anyway="the shell refuses by itself")


def test_cannot_use_multiprocessing(prison: Prison) -> None:
    """Python's process pools fail at once instead of hanging."""
    prison.refuses("import multiprocessing as m; p = m.get_context('fork').Process(target=print); p.start(); p.join()")


def test_cannot_have_more_threads_than_allowed(prison: Prison) -> None:
    """Threads are limited in number, whatever the size of their stacks."""
    prison.refuses(
        "threading.stack_size(65536); stop = threading.Event()\n"
        "try:\n    for _ in range(300): threading.Thread(target=stop.wait, daemon=True).start()\n"
        "finally: stop.set()",
        by="RuntimeError",
        anyway=None if os.geteuid() == 0 else LIMITED,
    )


# --- memory ---


@pytest.mark.parametrize(
    "source",
    [
        "x = bytearray(1500 << 20)",
        "import numpy as np; x = np.empty(1500 << 17)",
        "import mmap; x = mmap.mmap(-1, 1500 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)",
        "import mmap; x = mmap.mmap(-1, 1500 << 20)",
        "import mmap; x = [mmap.mmap(-1, 200 << 20) for _ in range(8)]",
        "import mmap; x = mmap.mmap(-1, 1500 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000)",
    ],
    ids=["bytes", "array", "private", "shared", "pieces", "no-reserve"],
)
def test_cannot_have_more_memory_than_allowed(prison: Prison, source: str) -> None:
    """Memory is limited, private or shared, in one piece or several."""
    outcome = prison.run(source)
    assert outcome.error in ("MemoryError", "OSError", "_ArrayMemoryError"), outcome


def test_cannot_put_memory_into_a_file_without_a_name(prison: Prison) -> None:
    """An anonymous file, which no limit counts, cannot be made."""
    prison.refuses("os.memfd_create('x')")


@pytest.mark.isolated  # what they make would outlive the control
@pytest.mark.parametrize(
    ("call", "arguments"), [("shmget", "0, 4096, 0o1600"), ("semget", "0, 1, 0o1600"), ("msgget", "0, 0o1600")]
)
def test_cannot_share_memory_with_other_processes(prison: Prison, call: str, arguments: str) -> None:
    """System V memory, semaphores and queues, which outlive a process, cannot be made."""
    prison.refuses(f"syscall('{call}', {arguments})", by="PermissionError")


# --- files and descriptors, in bounds ---


def test_cannot_write_a_huge_file(prison: Prison) -> None:
    """One file is limited in size."""
    prison.refuses("open('big', 'wb').write(bytes(40 << 20))", anyway=LIMITED)


@pytest.mark.isolated  # the control has no limit to show
def test_cannot_fill_the_disk(prison: Prison) -> None:
    """All files together are limited: by a small file system, or by the judge, which looks and kills."""
    outcome = prison.run("for i in range(8): open(f'{i}', 'wb').write(bytes(8 << 20))\ntime.sleep(2)")
    assert outcome.lost == TOO_MANY if prison.stack == "landlock" else outcome.error == "OSError", outcome


@pytest.mark.isolated  # the control has no limit to show
def test_cannot_fill_the_disk_with_empty_files(prison: Prison) -> None:
    """Files are limited in number."""
    outcome = prison.run("for i in range(4000): open(f'{i}', 'w').close()\ntime.sleep(2)", seconds=20.0)
    assert outcome.lost == TOO_MANY if prison.stack == "landlock" else outcome.error == "OSError", outcome


@pytest.mark.isolated  # the control has no limit to show
def test_cannot_fill_the_disk_while_it_talks(prison: Prison) -> None:
    """A worker that floods the judge with messages is looked after all the same."""
    if prison.stack != "landlock":
        pytest.skip("elsewhere the file system itself is small")
    outcome = prison.run(
        "def fill():\n    for i in range(8): open(f'{i}', 'wb').write(bytes(8 << 20))\n"
        "threading.Thread(target=fill).start()\n"
        "while True: os.write(3, b'\\x20\\x00'); time.sleep(0.01)",  # the beginnings of one long message
    )
    assert outcome.lost == TOO_MANY


@pytest.mark.isolated  # the control has no limit to show
@pytest.mark.parametrize(
    "hold", ["held.append(f)", "held.append(mmap.mmap(f.fileno(), 4096)); f.close()"], ids=["open", "mapped"]
)
def test_cannot_fill_the_disk_with_files_without_a_name(prison: Prison, hold: str) -> None:
    """What is deleted and still held open, or mapped, takes room and counts."""
    if prison.stack != "landlock":
        pytest.skip("elsewhere the file system itself is small")
    outcome = prison.run(
        "import mmap\nheld = []\nfor i in range(8):\n    f = open('x', 'wb+'); f.write(bytes(8 << 20)); f.flush()\n"
        f"    os.unlink('x'); {hold}\ntime.sleep(2)",
        seconds=20.0,
    )
    assert outcome.lost == TOO_MANY, outcome


@pytest.mark.isolated  # the control has no limit to show
def test_cannot_lose_the_class_by_what_it_leaves(prison: Prison) -> None:
    """Folders by the thousand, moved about while somebody counts them, cost their worker; the next one starts with none."""
    if prison.stack != "landlock":
        pytest.skip("elsewhere the file system itself is small")
    for _ in range(3):
        outcome = prison.run(
            "os.makedirs('a')\nfor i in range(240_000):\n    os.makedirs(f'a/{i}/b'); os.rename('a', 'c'); os.rename('c', 'a')",
            seconds=20.0,
        )
        assert outcome.lost == TOO_MANY, outcome
        assert prison.run("print(os.listdir('.'))").text == "[]\n"


@pytest.mark.isolated  # the control has no limit to show
def test_cannot_hide_files_in_a_closed_folder(prison: Prison) -> None:
    """A folder that the judge cannot look into counts as full."""
    if prison.stack != "landlock":
        pytest.skip("elsewhere the file system itself is small")
    outcome = prison.run(
        "os.mkdir('closed', 0o300)\nfor i in range(8): open(f'closed/{i}', 'wb').write(bytes(8 << 20))\ntime.sleep(2)"
    )
    assert outcome.lost == TOO_MANY


@pytest.mark.isolated  # the control has no limit to show
def test_cannot_hide_files_in_a_deep_folder(prison: Prison) -> None:
    """A tree that is too deep for a path counts as full, and is removed afterwards."""
    if prison.stack != "landlock":
        pytest.skip("elsewhere the file system itself is small")
    outcome = prison.run("for i in range(1500): os.mkdir('d' * 10); os.chdir('d' * 10)\ntime.sleep(2)")
    assert outcome.lost == TOO_MANY
    assert prison.run("print(os.listdir('.'))").text == "[]\n"


def test_cannot_have_more_descriptors_than_allowed(prison: Prison) -> None:
    """Open files are limited in number."""
    prison.refuses("x = [os.dup(0) for _ in range(100)]", anyway=LIMITED)


def test_cannot_find_a_descriptor_left_over(prison: Prison) -> None:
    """A worker holds its channel, /dev/null three times, and nothing else."""
    found = prison.run(
        "def there(i):\n    try: os.fstat(i)\n    except OSError: return False\n    return True\n"
        "print([i for i in range(1100) if there(i)])"
    )
    assert found.text == "[0, 1, 2, 3]\n"


def test_cannot_find_the_environment_of_the_judge(prison: Prison) -> None:
    """The judge's environment variables are not passed on, and are nowhere in the C library's copy."""
    found = prison.run(
        "e = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), 'environ')\ni = 0\n"
        "while e[i]: print(e[i].decode().split('=')[0]); i += 1"
    )
    assert "CANARY" not in found.text.split() and "HOME" in found.text.split()


def test_cannot_find_a_trusted_module_in_memory(prison: Prison) -> None:
    """The zygote has imported no module of the trusted side."""
    found = prison.run("print(*[m for m in sys.modules if m.startswith('autograder')])").text.split()
    assert [name for name in found if name != "autograder" and not name.startswith("autograder.sandbox")] == []


# --- the kernel ---

FORBIDDEN = {
    "io_uring_setup": "1, ctypes.create_string_buffer(256)",
    "io_uring_enter": "0, 0, 0, 0, 0, 0",
    "bpf": "0, 0, 0",
    "perf_event_open": "0, 0, 0, 0, 0",
    "userfaultfd": "1",
    "keyctl": "0, -3, 0",
    "add_key": "0, 0, 0, 0, 0",
    "request_key": "0, 0, 0, 0",
    "unshare": "0x10000000",
    "setns": "0, 0",
    "memfd_secret": "0",
    "mq_open": "0, 0, 0, 0",
    "mount": "0, 0, 0, 0, 0",
    "umount2": "b'/slot', 2",
    "pivot_root": "0, 0",
    "chroot": "b'.'",
    "open_tree": "-100, b'.', 1",
    "move_mount": "0, 0, 0, 0, 0",
    "fsopen": "b'tmpfs', 0",
    "mount_setattr": "0, 0, 0, 0, 0",
    "name_to_handle_at": "0, 0, 0, 0, 0",
    "open_by_handle_at": "0, 0, 0",
    "inotify_init1": "0",
    "fanotify_init": "0, 0",
    "mknodat": "-100, b'x', 0o20600, 259",
    "setxattr": "b'.', b'user.x', b'1', 1, 0",
    "fsetxattr": "0, b'user.x', b'1', 1, 0",
    "getxattr": "b'/', b'user.x', 0, 0",
    "kcmp": "0, 0, 0, 0, 0",
    "pidfd_getfd": "0, 0, 0",
    "pidfd_send_signal": "0, 0, 0, 0",
    "rt_tgsigqueueinfo": "1, 1, 0, 0",
    "swapon": "0, 0",
    "reboot": "0, 0, 0, 0",
    "sethostname": "b'x', 1",
    "init_module": "0, 0, 0",
    "finit_module": "0, 0, 0",
    "kexec_load": "0, 0, 0, 0",
    "syslog": "3, 0, 0",
    "acct": "0",
    "quotactl": "0, 0, 0, 0",
    "clock_settime": "0, 0",
    "settimeofday": "0, 0",
    "adjtimex": "0",
    "setuid": "0",
    "setgid": "0",
    "setgroups": "0, 0",
    "setresuid": "0, 0, 0",
    "setresgid": "0, 0, 0",
    "setfsuid": "0",
    "capset": "0, 0",
    "seccomp": "0, 0, 0",
    "landlock_create_ruleset": "0, 0, 1",
    "personality": "0xffffffff",
    "sched_setscheduler": "0, 0, 0",
    "ioprio_set": "1, 0, 0",
    "migrate_pages": "0, 0, 0, 0",
    "move_pages": "0, 0, 0, 0, 0, 0",
    "process_madvise": "0, 0, 0, 0, 0",
    "mlockall": "0",
    "setsid": "",
    "setpgid": "0, 0",
    "vhangup": "",
    "execveat": "-1, 0, 0, 0, 0",
    "accept4": "0, 0, 0, 0",
    "sendmmsg": "0, 0, 0, 0",
    "recvmsg": "0, 0, 0",
}  # fmt: skip


@pytest.fixture(scope="module")
def answers(prison: Prison) -> dict[str, str]:
    """What each forbidden system call answers, asked for in one worker."""
    calls = "\n".join(f"ask('{name}'{', ' if arguments else ''}{arguments})" for name, arguments in FORBIDDEN.items())
    asked = prison.run(
        "def ask(*words):\n"
        "    try: syscall(*words); print(words[0], 'done')\n"
        "    except OSError as error: print(words[0], errno.errorcode[error.errno])\n" + calls
    )
    return dict(line.split() for line in asked.text.splitlines())


@pytest.mark.isolated  # without a filter these would be real
@pytest.mark.parametrize("call", FORBIDDEN)
def test_cannot_reach_the_kernel_by(prison: Prison, answers: dict[str, str], call: str) -> None:
    """The filter refuses the call before the kernel looks at its arguments."""
    assert answers[call] == "EPERM"


def test_cannot_push_characters_into_a_terminal(prison: Prison) -> None:
    """No unusual question can be put to a device."""
    prison.refuses("import fcntl; fcntl.ioctl(3, 0x5412, b'x')", anyway="the channel is no terminal")


def test_cannot_ask_for_signals_about_a_descriptor(prison: Prison) -> None:
    """A descriptor cannot be made to signal another process."""
    prison.refuses("import fcntl; fcntl.fcntl(3, 8, os.getpid())")


@pytest.mark.skipif(platform.machine() != "x86_64", reason="there is one set of system calls on this processor")
@pytest.mark.parametrize("number", [0x40000000 + 39, 0x40000000 + 59], ids=["getpid", "execve"])
def test_cannot_use_the_other_numbering(prison: Prison, number: int) -> None:
    """The x32 numbering is refused, for harmless calls too."""
    prison.refuses(
        f"if _libc.syscall(ctypes.c_long({number})) < 0: raise OSError(ctypes.get_errno(), 'refused')",
        anyway="most kernels have it not",
    )


@pytest.mark.isolated  # kernels differ
@pytest.mark.skipif(platform.machine() != "x86_64", reason="there is one set of system calls on this processor")
def test_cannot_use_32_bit_calls(prison: Prison) -> None:
    """The 32-bit entrance to the kernel, with numbers of its own, ends the worker."""
    outcome = prison.run(
        "import mmap\nm = mmap.mmap(-1, 4096, prot=7)\nm.write(bytes.fromhex('b814000000cd80c3'))\n"
        "print(ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(m)))())"
    )
    assert outcome.lost == "it ended"
