"""Stands in for a command: hands its arguments, folder, variables and terminal to the server, and ends as it does."""

import json
import os
import socket
import sys

with socket.socket(socket.AF_UNIX) as server:
    server.connect(ADDRESS)  # noqa: F821  # the line before this text says where
    asked = json.dumps([sys.argv, os.getcwd(), dict(os.environ), os.umask(0o22)]).encode()
    socket.send_fds(server, [len(asked).to_bytes(8, "big")], [0, 1, 2])
    server.sendall(asked)
    told = server.recv(4)
os._exit(int.from_bytes(told, "big") if len(told) == 4 else 70)
