# tries: pictures of a few kilobytes that take gigabytes in the reader's browser, and ones that are none
# must: be bounded
# kind: cells

import struct
import zlib


def picture(width, height):
    rows = zlib.compress(bytes(1 + width // 8) * height, 1)
    chunks = (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b"")
    parts = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


class Picture:
    def __init__(self, data):
        self.data = data

    def _repr_png_(self):
        return self.data


from IPython.display import display

for data in (picture(40_000, 40_000), picture(4_000_000, 8), '"><script src=//x></script>', picture(8, 8)[:20]):
    display(Picture(data))
