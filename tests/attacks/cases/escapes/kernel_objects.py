# tries: leaves objects in the kernel for whoever comes next: queues, semaphores, keys, memory, rings
# must: gain nothing
# kind: cells

import ctypes

libc = ctypes.CDLL(None)
for number, *arguments in (
    (29, 0x5EED, 4096, 0o1666), (64, 0x5EED, 1, 0o1666), (68, 0x5EED, 0o1666), (240, b"evil", 0o102, 0o666, 0),
    (248, b"user", b"evil", b"x", 1, -3), (319, b"evil", 0), (323, 1), (425, 8, bytes(120)), (447, 0), (253,), (294, 0),
    (300, 0, 0), (321, 0, bytes(64), 64), (298, bytes(120), 0, -1, -1, 0), (434, 1, 0), (438, 3, 0, 0), (310, 1, 0, 0, 0, 0, 0),
    (272, 0x400), (308, 3, 0), (435, bytes(88), 88), (424, 3, 9, 0, 0), (140, 0, 0), (144, 0, 5, bytes(4)), (203, 0, 8, b"\1" * 8),
):  # fmt: skip
    libc.syscall(number, *[a if isinstance(a, bytes) else ctypes.c_long(a) for a in arguments])
