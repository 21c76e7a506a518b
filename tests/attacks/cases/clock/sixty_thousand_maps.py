# tries: has so many pieces of memory that whoever looks at them is busy
# must: gain nothing
# kind: cells

import ctypes

libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
size = 60_000 * 4096
start = libc.mmap(None, ctypes.c_size_t(size), 1, 0x22, -1, ctypes.c_long(0))
for page in range(0, size, 8192):
    libc.mprotect(ctypes.c_void_p(start + page), ctypes.c_size_t(4096), 0)
