# tries: hands in a socket
# must: gain nothing
# kind: file

import os
import socket


def make(folder, solved):
    one = socket.socket(socket.AF_UNIX)
    os.chdir(folder)
    one.bind("toy.ipynb")
    one.close()
    os.chdir("/")
