# tries: writes machine code and runs it
# must: gain nothing
# at: free

def attack(*arguments, **options):
    import ctypes, mmap
    m = mmap.mmap(-1, 4096, prot=7)
    m.write(bytes.fromhex("b83c000000bf000000000f05"))
    ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(m)))()
    return 0.0
