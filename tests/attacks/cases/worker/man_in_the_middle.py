# tries: puts itself between the judge and the worker: every message goes through its hands, both ways
# must: gain nothing
# kind: cells
# may: lose kept

import os
import socket
import threading

from autograder.sandbox import wire

outer = socket.socket(fileno=os.dup(3))
inner, ours = socket.socketpair()
os.dup2(inner.fileno(), 3)


def exactly(channel, size):
    data = b""
    while len(data) < size:
        data += channel.recv(size - len(data))
    return data


def carry(source, target, change):
    while True:
        size = wire.HEADER.unpack(exactly(source, 4))[0]
        body = exactly(source, size)
        try:
            message = wire.decode(body)
            change(message)
            target.sendall(wire.frame(message))
        except Exception:
            target.sendall(wire.HEADER.pack(size) + body)


def say_yes(message):
    message.update(ok=True, unchanged=True, value=message.get("value", True), done=True) if "i" in message else None


threading.Thread(target=carry, args=(outer, ours, lambda m: None), daemon=True).start()
threading.Thread(target=carry, args=(ours, outer, say_yes), daemon=True).start()
