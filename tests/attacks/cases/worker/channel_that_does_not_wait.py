# tries: makes the channel one that never waits, and asks for signals and room at it
# must: gain nothing
# kind: cells
# may: lose kept

import fcntl
import os
import socket

fcntl.fcntl(3, fcntl.F_SETFL, fcntl.fcntl(3, fcntl.F_GETFL) | os.O_NONBLOCK | os.O_ASYNC)
for order, value in ((8, os.getppid()), (10, 9), (1031, 1 << 20), (1024, 1), (0x5421, 1)):
    try:
        fcntl.fcntl(3, order, value)
    except OSError:
        pass
try:
    socket.socket(fileno=os.dup(3)).setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, b"x" * 16)
except OSError:
    pass
