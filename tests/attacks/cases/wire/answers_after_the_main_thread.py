# tries: lets another thread serve the judge, after the main one has ended
# must: gain nothing
# kind: cells
# may: lose kept

import ctypes
import platform
import threading
import time

from autograder.sandbox import worker


def serve(channel=None, shell=get_ipython()):
    time.sleep(0.1)
    channel = worker.Channel(3)
    channel.send({"cell": 0, "ok": True, "outputs": [], "stopped": []})
    while True:
        request = channel.read()
        channel.send({"i": request.get("i"), "ok": True, "value": 0.0, "unchanged": True, "done": True})


threading.Thread(target=serve).start()
ctypes.CDLL(None).syscall({"x86_64": 60, "aarch64": 93}[platform.machine()], 0)
