# tries: leaves data in shared memory for the next student
# must: gain nothing
# at: free

def attack(*arguments, **options):
    from multiprocessing import shared_memory
    shared_memory.SharedMemory("evil", create=True, size=8)
    return 0.0
