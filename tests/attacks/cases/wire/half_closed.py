# tries: closes one half of the channel
# must: gain nothing
# kind: cells
# may: lose kept

import os, struct
import msgpack
import socket
socket.socket(fileno=3).shutdown(socket.SHUT_WR)
