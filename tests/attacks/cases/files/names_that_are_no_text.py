# tries: calls its files by bytes that are no text
# must: gain nothing
# kind: file

import os


def make(folder, solved):
    for name in (b"\xff\xfe.ipynb", b"toy\xed\xa0\x80.ipynb"):
        with open(os.path.join(os.fsencode(folder), name), "wb") as file:
            file.write(b"{}")
