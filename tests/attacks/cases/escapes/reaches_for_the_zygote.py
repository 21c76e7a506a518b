# tries: reads, signals and traces the process that it was forked from, and writes to its files
# must: gain nothing
# kind: cells

import os
import signal

parent = os.getppid()
for path in ("mem", "fd", "environ", "maps", "cwd", "root", "task", "cmdline"):
    try:
        print(path, os.listdir(f"/proc/{parent}/{path}"))
    except OSError:
        try:
            print(path, open(f"/proc/{parent}/{path}", "rb").read(100))
        except OSError as error:
            print(path, error)
for target in (parent, -parent, 0, -1, world["judge"], world["bystander"]):
    for number in (0, signal.SIGSTOP, signal.SIGKILL):
        try:
            os.kill(target, number)
        except OSError:
            pass
