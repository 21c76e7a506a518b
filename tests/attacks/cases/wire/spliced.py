# tries: has the kernel move a file into the channel, and takes the judge's messages out by tee
# must: gain nothing
# kind: cells
# may: lose kept

import os

with open("file", "wb") as file:
    file.write(b"\x10\x00\x00\x00" * 100_000)
source = os.open("file", os.O_RDONLY)
reads, writes = os.pipe()
for _ in range(20):
    try:
        os.splice(source, writes, 1 << 16)
        os.splice(reads, 3, 1 << 16)
    except OSError:
        break
