# tries: sends bytes beside the stream: the channel is readable then, and nothing is to be read
# must: gain nothing
# may: lose kept
# at: total centre

import os
import socket

channel = socket.socket(fileno=os.dup(3))


def attack(*arguments, **options):
    channel.send(b"x", socket.MSG_OOB)
    while True:
        pass
